//! The program on a small corpus, with any settings, read by any threads in any pages, in memory or on the disk.

use std::collections::BTreeMap;
use std::path::Path;

use newsgauge::base::parallel::Threads;
use newsgauge::base::spill::Spill;
use newsgauge::base::stop::Stop;
use newsgauge::config::dictionary::Dictionary;
use newsgauge::config::{Config, dictionary, load};
use newsgauge::ingest::article::Article;
use newsgauge::lex::stop::Rules;
use newsgauge::link::Linker;
use newsgauge::measure;
use newsgauge::measure::neighbours::Near as Counts;
use newsgauge::measure::profile::Lexical;
use newsgauge::measure::reader::Reader;
use newsgauge::measure::reading::Reading;
use newsgauge::measure::results::Measures;
use newsgauge::measure::tally::{Cell, Groups};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

/// Names that the corpora hold, among them one that a phrase can cut in two, and two that can stand side by side.
const ACTORS: &str = r#"
[[actor]]
id = "kim"
name = "Kim Jong Un"
type = "person"

[[actor]]
id = "defence"
name = "Ministry of Defence"
type = "organization"

[[actor]]
id = "putin"
name = "Vladimir Putin"
type = "person"
short = ["Путин"]

[[actor]]
id = "pyongyang"
name = "Pyongyang"
type = "place"

[[actor]]
id = "usa"
name = "United States"
type = "state"
abbr = ["US"]
adjectives = ["Workers"]
"#;

/// A random configuration.
pub fn config() -> impl Strategy<Value = String> {
    let lex = (2..5u64, -0.2..0.8f64, any::<bool>(), 1..4usize);
    let measure = (1..7usize, 2..31usize, 1..4u64, 0.4..1.0f64);
    (lex, measure, (1..4u64, 1..5usize), asked()).prop_map(|(lex, measure, (by_min_n, key_rows), asked)| {
        let (min_n, npmi, numbers, min_length) = lex;
        let (window, terms, term_min_n, similarity) = measure;
        format!(
            "[lex]\nphrase_min_n = {min_n}\nphrase_min_npmi = {npmi:?}\nnumbers = {numbers}\nmin_length = {min_length}\n\
             [tabulate]\nby_min_n = {by_min_n}\nkey_rows = {key_rows}\n\
             [measure]\nwindow = {window}\npair_terms = {terms}\npair_term_min_n = {term_min_n}\n\
             story_similarity = {similarity:?}\n{asked}"
        )
    })
}

/// What the statistics are asked of.
fn asked() -> impl Strategy<Value = String> {
    let terms = vec!["kim", "US", "ministry of defence", "Workers’ Party", "may", "путин", "nowhere"];
    let actors = vec!["kim", "usa", "pyongyang", "defence"];
    let keyness =
        (subsequence(vec!["outlet", "month", "language"], 0..=3), subsequence(actors.clone(), 0..3), 1..6u64, 1..4u64);
    let nodes = (subsequence(terms, 0..5), subsequence(actors, 0..3), 0..3usize, 0..3usize);
    (keyness, nodes, 1..5u64, 4..7usize, 2..40usize).prop_map(|(keyness, nodes, min_articles, min_periods, window)| {
        let (by, of, min_n, in_articles) = keyness;
        let (terms, actors, top, speakers) = nodes;
        format!(
            "mattr_window = {window}\n\
             [measure.keyness]\nby = {by:?}\nactors = {of:?}\nmin_n = {min_n}\nmin_articles = {in_articles}\n\
             [measure.nodes]\nterms = {terms:?}\nactors = {actors:?}\ntop_actors = {top}\nsentences_of = {speakers}\n\
             [measure.change]\nmin_articles = {min_articles}\nmin_periods = {min_periods}\n"
        )
    })
}

pub fn parsed(toml: &str) -> Config {
    let (config, problems) = load::parse("config.toml", Path::new(""), toml);
    assert_eq!(problems, []);
    config
}

/// How a corpus is read; nothing of it may show.
#[derive(Clone, Debug)]
pub struct Hands {
    /// The thread of each page.
    threads: Vec<usize>,
    /// Articles of a page.
    cut: usize,
    /// Whether the last page is added first.
    turned: bool,
    /// Bytes that stay in memory.
    limit: u64,
}

pub fn hands() -> impl Strategy<Value = Hands> {
    (vec(0..3usize, 18), 1..5usize, any::<bool>(), select(vec![0, 500, u64::MAX]))
        .prop_map(|(threads, cut, turned, limit)| Hands { threads, cut, turned, limit })
}

/// What the program makes of a corpus, and of that what may have lain on the disk.
pub struct Made {
    pub measures: Measures,
    /// Of terms, in the order of `Grouping::ALL`.
    pub cells: [Vec<Cell>; 3],
    pub in_sets: Vec<Cell>,
    /// By article.
    pub lexical: Vec<Lexical>,
    /// The terms near each node, then those of the sentences of each actor.
    pub near: Vec<Near>,
    /// By node.
    pub stands: Vec<Stands>,
}

/// By term: left, right, on either side, inside.
pub type Near = BTreeMap<String, [u64; 4]>;
/// By article: the first token of each occurrence.
pub type Stands = BTreeMap<u32, Vec<u32>>;

pub fn dictionary() -> Dictionary {
    dictionary::parse("actors.toml", ACTORS).expect("the dictionary is right")
}

pub fn measure(articles: &[Article], config: &Config, hands: &Hands) -> Made {
    let dictionary = dictionary();
    let (rules, linker) = (Rules::new(&config.lex), Linker::new(&dictionary));
    let folder = tempfile::tempdir().expect("the system has a folder for temporary files");
    let spill = Spill::new(&folder.path().join("spill"), hands.limit);
    let mut readers: Vec<Reader<'_>> = (0..3).map(|thread| Reader::new(&rules, &linker, thread)).collect();
    let mut reading = Reading::new(&spill);
    let mut pages: Vec<(usize, &[Article])> = hands.threads.iter().copied().zip(articles.chunks(hands.cut)).collect();
    if hands.turned {
        pages.reverse();
    }
    for (thread, articles) in pages {
        let mut page = readers[thread].page();
        articles.iter().for_each(|article| readers[thread].read(article, &mut page));
        reading.add(page.ready()).expect("the disk takes a small reading");
    }
    reading.forms = readers.into_iter().map(Reader::finish).collect();
    reading.sort();
    assert_eq!(reading.articles(), articles.len());
    let threads = Threads::new(2).expect("two threads can be started");
    let measures =
        measure::measure(&mut reading, (&dictionary, &linker), config, &threads, |_| Ok(()), &Stop::default())
            .unwrap_or_else(|_| panic!("nobody interrupts a test"));
    let kept = "what was put away is there";
    let cells = |groups: &Groups| groups.all(&spill).expect(kept);
    let lexical = |page| measures.terms.profile.page(page, &spill).expect(kept);
    Made {
        cells: measures.terms.tally.by.each_ref().map(cells),
        in_sets: cells(&measures.terms.tally.in_sets),
        lexical: (0..reading.pages.len()).flat_map(lexical).collect(),
        near: near(&measures, &spill),
        stands: (0..measures.nodes.all.len()).map(|node| stands(&measures, node, &spill)).collect(),
        measures,
    }
}

fn near(measures: &Measures, spill: &Spill) -> Vec<Near> {
    let (surface, shown) = (&measures.terms.surface, &measures.terms.shown);
    let nodes = (0..surface.nodes.len()).map(|node| surface.near_node(node, spill));
    let sentences = (0..surface.sentences.len()).map(|actor| surface.in_sentences(actor, spill));
    let near = |terms: Vec<(u32, Counts)>| {
        let counts = |near: Counts| [near.left, near.right, near.both, near.inside];
        terms.into_iter().map(|(term, near)| (shown[term as usize].to_owned(), counts(near))).collect()
    };
    nodes.chain(sentences).map(|terms| near(terms.expect("what was put away is there"))).collect()
}

fn stands(measures: &Measures, node: usize, spill: &Spill) -> Stands {
    let (mut stands, mut buffer) = (Stands::new(), Vec::new());
    for page in &measures.terms.surface.stands.pages {
        let rows = page.rows(node, spill, &mut buffer).expect("what was put away is there");
        stands.extend(rows.map(|(article, tokens)| (article, tokens.to_vec())));
    }
    stands
}
