//! Every count is that of a naive program, which holds all tokens in memory and counts them by the definitions alone.

mod changes;
mod corpus;
mod keys;
mod mentions;
mod pairs;
mod parts;
mod phrases;
mod profiles;
mod program;
mod runs;
mod spreads;
mod stories;
mod surface;
mod terms;

use std::collections::{BTreeMap, BTreeSet};

use mentions::Mention;
use newsgauge::config::Config;
use newsgauge::ingest::article::Article;
use newsgauge::lex::stop::Rules;
use newsgauge::measure::frame::{Grouping, Size};
use newsgauge::measure::pairs::Together;
use newsgauge::measure::profile::Lexical;
use newsgauge::measure::results::Measures;
use newsgauge::measure::tally::Cell;
use phrases::Text;
use program::{Hands, Made, Near, Stands};
use proptest::prelude::*;
use terms::{Row, Telling, Told};

/// A corpus counted twice.
struct Counted<'a> {
    articles: &'a [Article],
    config: Config,
    measures: Measures,
    /// Of terms, in the order of `Grouping::ALL`.
    cells: [Vec<Cell>; 3],
    in_sets: Vec<Cell>,
    /// By article.
    lexical: Vec<Lexical>,
    near: Vec<Near>,
    stands: Vec<Stands>,
    texts: Vec<Text>,
    /// By article.
    mentions: Vec<Vec<Mention>>,
    telling: Telling,
    told: Vec<Told>,
    /// Tokens by article.
    sizes: Vec<u64>,
    /// By term, as the naive program counts them.
    rows: BTreeMap<String, Row>,
}

impl<'a> Counted<'a> {
    fn new(articles: &'a [Article], config: &str, hands: &Hands) -> Self {
        let config = program::parsed(config);
        let Made { measures, cells, in_sets, lexical, near, stands } = program::measure(articles, &config, hands);
        let rules = Rules::new(&config.lex);
        let texts: Vec<Text> = articles.iter().map(|article| phrases::text(article, &rules)).collect();
        let telling = terms::telling(&texts, &config.lex);
        let told = terms::told(&telling);
        let sizes = texts.iter().map(|text| text.iter().map(Vec::len).sum::<usize>() as u64).collect();
        // Which articles are copies is asked of the program; whether it is right is a test of its own.
        let stories: Vec<u32> = measures.frame.stands.iter().map(|stand| stand.story).collect();
        let least = config.tabulate.by_min_n.min(config.measure.keyness.min_n);
        let rows = terms::rows(&told, articles, &stories, least);
        let mentions = mentions::mentions(articles, &rules);
        Self {
            articles,
            config,
            measures,
            cells,
            in_sets,
            lexical,
            near,
            stands,
            texts,
            mentions,
            telling,
            told,
            sizes,
            rows,
        }
    }

    /// What the program counts of its term `number`.
    fn row(&self, number: usize) -> Row {
        let Measures { terms, .. } = &self.measures;
        let count = terms.tally.counts[number];
        let of_term = |cell: &Cell| cell.thing as usize == number;
        let months = self.measures.months(&self.cells[Grouping::Month as usize]).filter(|slice| of_term(&slice.cell));
        let outlets =
            self.measures.outlets(&self.cells[Grouping::Outlet as usize]).filter(|slice| of_term(&slice.cell));
        Row {
            n: count.n,
            articles: count.articles,
            stories: count.stories,
            first: count.first,
            last: count.last,
            by_month: months.map(|slice| (slice.key.copied(), (slice.cell.n, slice.cell.articles))).collect(),
            by_outlet: outlets.map(|slice| (slice.key.cloned(), (slice.cell.n, slice.cell.articles))).collect(),
        }
    }

    /// Terms whose counts differ.
    fn terms_that_differ(&self) -> Vec<String> {
        let terms = &self.measures.terms;
        let numbers = (0..terms.shown.len()).filter(|number| terms.tally.counts[*number].n > 0);
        let ours: BTreeMap<&str, Row> = numbers.map(|number| (&terms.shown[number], self.row(number))).collect();
        let all: BTreeSet<&str> = ours.keys().copied().chain(self.rows.keys().map(String::as_str)).collect();
        let differ = all.into_iter().filter(|term| ours.get(term) != self.rows.get(*term));
        differ
            .map(|term| {
                format!("{term:?}: the program counts {:?},\n  naively it is {:?}", ours.get(term), self.rows.get(term))
            })
            .collect()
    }

    /// By article: how often it holds a term.
    fn held(&self, term: &str) -> Vec<u64> {
        self.told.iter().map(|told| terms::counts(told).get(term).copied().unwrap_or(0)).collect()
    }

    /// Terms whose spread differs.
    fn spreads_that_differ(&self) -> Vec<String> {
        let Measures { terms, frame, .. } = &self.measures;
        let mut differ = Vec::new();
        for (term, count) in terms.shown.iter().zip(&terms.tally.counts).filter(|(_, count)| count.n > 0) {
            let ours = count.spread.dp_norm(count.n, frame.tokens, frame.smallest);
            let naive = terms::dp_norm(&self.held(term), &self.sizes);
            if !terms::same(ours, naive) {
                differ.push(format!("{term:?}: the program has a DPnorm of {ours:?}, naively it is {naive:?}"));
            }
        }
        differ
    }

    /// Pairs whose counts differ, or the vocabularies.
    fn pairs_that_differ(&self) -> Vec<String> {
        let (terms, config) = (&self.measures.terms, &self.config.measure);
        let ours: Vec<String> = terms.admitted.iter().map(|term| terms.shown[*term as usize].to_owned()).collect();
        let naive = pairs::admitted(&self.rows, config.pair_term_min_n, config.pair_terms);
        if ours != naive {
            return vec![format!("the program pairs {ours:?}, naively it is {naive:?}")];
        }
        let mut differ = Vec::new();
        for unit in Together::ALL {
            let (tally, counts) = (terms.pairs.of(unit), pairs::Counts::of(unit, &self.told, config.window));
            for (a, of_a) in (0..).zip(&ours) {
                for (b, of_b) in (0..).zip(&ours).skip(a as usize + 1) {
                    let (ours, naive) = (tally.table(a, b), counts.table(of_a, of_b));
                    if ours != naive {
                        let pair = format!("{of_a:?} and {of_b:?} by {}", unit.name());
                        differ.push(format!("{pair}: the program counts {ours:?},\n  naively it is {naive:?}"));
                    }
                }
            }
        }
        differ
    }

    /// Months, outlets and the whole, where their sizes differ.
    fn sizes_that_differ(&self) -> Vec<String> {
        let frame = &self.measures.frame;
        let mut months: BTreeMap<_, Size> = BTreeMap::new();
        let mut outlets: BTreeMap<_, Size> = BTreeMap::new();
        for (article, tokens) in self.articles.iter().zip(&self.sizes) {
            let month = months.entry(article.meta.date.and_then(|date| date.month())).or_default();
            let outlet = outlets.entry(article.meta.outlet.clone()).or_default();
            for size in [month, outlet] {
                size.add(*tokens);
            }
        }
        let mut differ = Vec::new();
        let mut say = |what: &str, ours: String, naive: String| {
            if ours != naive {
                differ.push(format!("{what}: the program has {ours}, naively it is {naive}"));
            }
        };
        let ours: BTreeMap<_, Size> = frame.months.iter().copied().collect();
        say("months", format!("{ours:?}"), format!("{months:?}"));
        let ours: BTreeMap<_, Size> = frame.outlets.iter().cloned().collect();
        say("outlets", format!("{ours:?}"), format!("{outlets:?}"));
        say("tokens", frame.tokens.to_string(), self.sizes.iter().sum::<u64>().to_string());
        say("sentences", frame.sentences.to_string(), self.texts.iter().map(Vec::len).sum::<usize>().to_string());
        differ
    }

    /// Articles that the program joins and should not, or should join and does not, or whose story another stands for.
    fn stories_that_differ(&self) -> Vec<String> {
        let ours: Vec<usize> = self.measures.frame.stands.iter().map(|stand| stand.story as usize).collect();
        let naive = stories::stories(&self.texts, self.config.measure.story_similarity);
        let mut differ = Vec::new();
        for b in 0..ours.len() {
            for a in 0..b {
                let jaccard = stories::jaccard(&self.texts[a], &self.texts[b]);
                if ours[a] == ours[b] && naive[a] != naive[b] {
                    differ.push(format!(
                        "articles {a} and {b} are joined: similarity {jaccard}, and no third joins them"
                    ));
                }
                if ours[a] != ours[b] && self.sizes[a] > 0 && self.articles[a].text == self.articles[b].text {
                    differ.push(format!("articles {a} and {b} have the same text and are two stories"));
                }
            }
            let date = |article: &usize| self.articles[*article].meta.date;
            let members = (0..ours.len()).filter(|article| ours[*article] == ours[b]);
            let first = members.min_by_key(|article| (date(article).is_none(), date(article), *article));
            if first != Some(ours[b]) {
                differ.push(format!("article {} stands for the story of {b}, and {first:?} is earlier", ours[b]));
            }
        }
        differ
    }
}

fn none(what: &str, differ: &[String]) -> Result<(), TestCaseError> {
    prop_assert!(differ.is_empty(), "{} {what} differ:\n{}", differ.len(), differ.join("\n"));
    Ok(())
}

proptest! {
    #[test]
    fn every_count_of_terms_and_pairs_is_that_of_the_naive_program(
        articles in corpus::corpus(),
        config in program::config(),
        hands in program::hands(),
    ) {
        let counted = Counted::new(&articles, &config, &hands);
        none("sizes", &counted.sizes_that_differ())?;
        none("terms", &counted.terms_that_differ())?;
        none("spreads", &counted.spreads_that_differ())?;
        none("pairs", &counted.pairs_that_differ())?;
        none("stories", &counted.stories_that_differ())?;
    }

    #[test]
    fn every_count_that_statistics_are_made_of_is_that_of_the_naive_program(
        articles in corpus::corpus(),
        config in program::config(),
        hands in program::hands(),
    ) {
        let counted = Counted::new(&articles, &config, &hands);
        none("cells", &parts::differ(&counted))?;
        none("key terms", &keys::differ(&counted))?;
        none("dispersions", &spreads::differ(&counted))?;
        none("runs", &runs::differ(&counted))?;
        none("neighbours", &surface::differ(&counted))?;
        none("changes", &changes::differ(&counted))?;
    }

    #[test]
    fn every_profile_is_that_of_the_naive_program(
        articles in corpus::repetitive_corpus(),
        config in program::config(),
        hands in program::hands(),
    ) {
        none("profiles", &profiles::differ(&Counted::new(&articles, &config, &hands)))?;
    }

    #[test]
    fn phrases_that_crowd_each_other_out_are_settled_as_by_telling_the_whole_corpus_again(
        articles in corpus::crowded_corpus(),
        config in program::config(),
        hands in program::hands(),
    ) {
        // Any words that stand together often enough attract each other enough.
        let config = config.replace("phrase_min_npmi = ", "phrase_min_npmi = -1.0 # ");
        none("terms", &Counted::new(&articles, &config, &hands).terms_that_differ())?;
    }

    #[test]
    fn no_articles_are_joined_that_are_not_alike_and_equal_ones_always_are(
        articles in corpus::copied_corpus(),
        config in program::config(),
        hands in program::hands(),
    ) {
        none("stories", &Counted::new(&articles, &config, &hands).stories_that_differ())?;
    }
}
