//! node_articles: where in which articles a node stands.

use std::fmt::Write;
use std::sync::{Arc, Mutex, PoisonError};

use super::Source;
use super::collocates::name;
use super::parts::{MOST, cut};
use super::table::{Cells, Field, Fill, Parts, Spec, Values, field, threshold};
use crate::base::narrow::narrow;
use crate::base::problem::Problem;
use crate::measure::details;
use crate::measure::reading::Reading;

/// Articles of the chart at most. It draws them on some hundred lines.
const MOST_DRAWN: u64 = 20_000;

const KIND: Field = field("kind", "what the node is: actor or term");
const NODE: Field = field("node", "actor_id, or the term as in terms.csv");
const DATE: Field = field("date", "of the article, as precisely as its source says");
const ARTICLE: Field = field("article_id", "as in articles.csv");
const COUNT: Field = field("n", "occurrences of the node; adjectives are no mentions").unit("occurrences");
const TOKENS: Field = field("tokens", "words and numbers of the article, stop words included").unit("tokens");
const PLACES: Field =
    field("places", "the first token of each occurrence, counted from 1, with spaces between").unit("tokens");
const OUTLET: Field = field("outlet", "as in articles.csv");
const TITLE: Field = field("title", "as in articles.csv");

const COLUMNS: &[Field] = &[KIND, NODE, DATE, ARTICLE, COUNT, TOKENS, PLACES, OUTLET, TITLE];
const COLUMNS_DRAWN: &[Field] = &[
    KIND,
    NODE,
    DATE,
    ARTICLE,
    COUNT,
    TOKENS,
    PLACES,
    OUTLET,
    TITLE,
    field("all_articles", "articles that hold the node").unit("articles"),
    field("all_n", "its occurrences").unit("occurrences"),
    field("each", "one of so many articles is here").unit("articles"),
];

pub const SPEC: Spec = Spec {
    name: "node_articles",
    title: "Nodes by article",
    about: "One row a node (a term or an actor, as in collocates.csv) and article that holds it, in the order of dates.",
    columns: COLUMNS,
    thresholds: &[
        threshold("measure.nodes.terms", "terms that are nodes"),
        threshold("measure.nodes.actors", "actors that are nodes"),
        threshold("measure.nodes.top_actors", "and so many of the most mentioned actors"),
    ],
    order: &[],
    parts: Some("node"),
    fill: Fill::Parts(parts),
};

/// The first node alone, for the chart: in as many articles as can be told apart in it.
pub const DRAWN: Spec = Spec {
    name: "node_drawn",
    title: "",
    about: "Articles of the first node, all of them or each so many.",
    columns: COLUMNS_DRAWN,
    thresholds: &[],
    order: &[],
    parts: None,
    fill: Fill::Loaded(drawn),
};

/// An article that holds a node, with what is loaded of it.
struct Row {
    article: u32,
    n: u64,
    places: String,
    outlet: Option<String>,
    title: Option<String>,
}

/// A node has as many parts as its articles need. These are put into order once for all of them.
fn parts<'s>(source: &'s Source<'_>) -> Parts<'s> {
    let all = &source.measures.terms.surface.stands.sums;
    let parts = cut(all.iter().map(|sums| usize::try_from(sums.articles).unwrap_or(usize::MAX)), MOST);
    let count = parts.len();
    // Without any node there is one part, of no rows.
    let mut orders: Vec<Mutex<Order>> = (0..all.len().max(1)).map(|_| Mutex::default()).collect();
    for (node, _) in &parts {
        orders[*node].get_mut().unwrap_or_else(PoisonError::into_inner).parts += 1;
    }
    let fill = move |part: usize| {
        let (node, range) = parts[part].clone();
        let mut order = orders[node].lock().unwrap_or_else(PoisonError::into_inner);
        let articles = order.take(|| in_order(source, node))?;
        drop(order);
        Ok(columns(source, node, &rows(source, node, &articles[range])?).into())
    };
    Parts::of(count, fill)
}

/// The articles of a node in order, until the last of its parts has asked for them.
#[derive(Default)]
struct Order {
    parts: usize,
    articles: Option<Arc<Vec<u32>>>,
}

impl Order {
    fn take(&mut self, make: impl FnOnce() -> Result<Vec<u32>, Problem>) -> Result<Arc<Vec<u32>>, Problem> {
        let articles = match self.articles.take() {
            Some(articles) => articles,
            None => Arc::new(make()?),
        };
        self.parts = self.parts.saturating_sub(1);
        self.articles = (self.parts > 0).then(|| Arc::clone(&articles));
        Ok(articles)
    }
}

fn drawn(source: &Source<'_>) -> Result<Cells, Problem> {
    let all = &source.measures.terms.surface.stands.sums;
    let node = all.iter().position(|sums| sums.articles > 0).unwrap_or(0);
    let sums = all.get(node).copied().unwrap_or_default();
    let each = sums.articles.div_ceil(MOST_DRAWN).max(1);
    let step = usize::try_from(each).unwrap_or(usize::MAX);
    let articles: Vec<u32> = in_order(source, node)?.into_iter().step_by(step).collect();
    let mut columns = columns(source, node, &rows(source, node, &articles)?);
    columns.extend([sums.articles, sums.n, each].map(|n| Values::counts(articles.iter().map(|_| n))));
    Ok(columns.into())
}

/// The articles that hold a node: by date, those without one last, then by id.
fn in_order(source: &Source<'_>, node: usize) -> Result<Vec<u32>, Problem> {
    let (mut articles, mut buffer) = (Vec::new(), Vec::new());
    for page in &source.measures.terms.surface.stands.pages {
        articles.extend(page.rows(node, source.reading.spill, &mut buffer)?.map(|(article, _)| article));
    }
    let key = |article: &u32| {
        let date = source.measures.frame.stands[*article as usize].date;
        (date.is_none(), date, source.reading.ids[*article as usize])
    };
    articles.sort_unstable_by_key(key);
    Ok(articles)
}

/// The rows of some articles of a node, in their order. A part has articles of nearly all pages. Their texts are loaded one by one,
/// since those of whole pages would be read as often as there are parts; places, of which a page has few, are.
fn rows(source: &Source<'_>, node: usize, articles: &[u32]) -> Result<Vec<Row>, Problem> {
    let Reading { spill, pages, .. } = source.reading;
    let mut wanted = articles.to_vec();
    wanted.sort_unstable();
    let (mut rows, mut packed, mut list) = (Vec::with_capacity(wanted.len()), Vec::new(), Vec::new());
    let mut rest = wanted.as_slice();
    for stand in &source.measures.terms.surface.stands.pages {
        let page = &pages[stand.page];
        let (here, behind) = rest.split_at(rest.partition_point(|at| (*at as usize) < page.first + page.articles));
        rest = behind;
        if here.is_empty() {
            continue;
        }
        for (article, tokens) in stand.rows(node, spill, &mut list)?.filter(|(at, _)| here.binary_search(at).is_ok()) {
            page.details_of(article as usize - page.first, source.reading, &mut packed)?;
            let texts = details::read(&packed);
            let text = |at: usize| texts.first().and_then(|texts| texts[at]).map(str::to_owned);
            let (outlet, title) = (text(details::OUTLET), text(details::TITLE));
            rows.push(Row { article, n: tokens.len() as u64, places: places(tokens), outlet, title });
        }
    }
    // Back into the order of `articles`: by where each of them stands there.
    let mut order: Vec<u32> = (0..narrow(articles.len())).collect();
    order.sort_unstable_by_key(|at| articles[*at as usize]);
    let mut placed: Vec<(u32, Row)> = order.into_iter().zip(rows).collect();
    placed.sort_unstable_by_key(|(at, _)| *at);
    Ok(placed.into_iter().map(|(_, row)| row).collect())
}

fn columns(source: &Source<'_>, node: usize, rows: &[Row]) -> Vec<Values> {
    let nodes = &source.measures.nodes.all;
    let (kind, called) = nodes.get(node).map_or(("", ""), |node| name(*node, source));
    let stand = |row: &Row| &source.measures.frame.stands[row.article as usize];
    vec![
        Values::texts(rows.iter().map(|_| kind)),
        Values::texts(rows.iter().map(|_| called)),
        Values::written(rows.iter().map(|row| stand(row).date)),
        Values::texts(rows.iter().map(|row| details::written(source.reading.ids[row.article as usize]))),
        Values::counts(rows.iter().map(|row| row.n)),
        Values::counts(rows.iter().map(|row| u64::from(stand(row).tokens))),
        Values::texts(rows.iter().map(|row| &row.places)),
        Values::Text(rows.iter().map(|row| row.outlet.as_deref()).collect()),
        Values::Text(rows.iter().map(|row| row.title.as_deref()).collect()),
    ]
}

fn places(tokens: &[u32]) -> String {
    let mut text = String::new();
    for token in tokens {
        let space = if text.is_empty() { "" } else { " " };
        // Writing into a String cannot fail.
        let _ = write!(text, "{space}{}", token + 1);
    }
    text
}
