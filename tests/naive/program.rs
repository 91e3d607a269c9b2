//! The program on a small corpus, with any settings, read by any threads in any pages, in memory or on the disk.

use std::path::Path;

use newsgauge::base::parallel::Threads;
use newsgauge::base::spill::Spill;
use newsgauge::base::stop::Stop;
use newsgauge::config::{Config, dictionary, load};
use newsgauge::ingest::article::Article;
use newsgauge::lex::stop::Rules;
use newsgauge::link::Linker;
use newsgauge::measure;
use newsgauge::measure::reader::Reader;
use newsgauge::measure::reading::Reading;
use newsgauge::measure::results::Measures;
use newsgauge::measure::tally::{Cell, Groups};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

const ACTORS: &str = "[[actor]]\nid = \"kim\"\nname = \"Kim Jong Un\"\ntype = \"person\"\n";

/// A random configuration.
pub fn config() -> impl Strategy<Value = String> {
    let lex = (2..5u64, -0.2..0.8f64, any::<bool>(), 1..4usize);
    let measure = (1..7usize, 2..31usize, 1..4u64, 0.4..1.0f64);
    (lex, measure, 1..4u64).prop_map(|(lex, measure, by_min_n)| {
        let (min_n, npmi, numbers, min_length) = lex;
        let (window, terms, term_min_n, similarity) = measure;
        format!(
            "[lex]\nphrase_min_n = {min_n}\nphrase_min_npmi = {npmi:?}\nnumbers = {numbers}\nmin_length = {min_length}\n\
             [measure]\nwindow = {window}\npair_terms = {terms}\npair_term_min_n = {term_min_n}\n\
             story_similarity = {similarity:?}\n[tabulate]\nby_min_n = {by_min_n}\n"
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

/// Measures, and the cells of terms by month and by outlet.
pub fn measure(articles: &[Article], config: &Config, hands: &Hands) -> (Measures, [Vec<Cell>; 2]) {
    let dictionary = dictionary::parse("actors.toml", ACTORS).expect("the dictionary is right");
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
        reading.add(page).expect("the disk takes a small reading");
    }
    reading.forms = readers.into_iter().map(Reader::finish).collect();
    reading.sort();
    assert_eq!(reading.articles(), articles.len());
    let threads = Threads::new(2).expect("two threads can be started");
    let measures =
        measure::measure(&mut reading, (&dictionary, &linker), config, &threads, |_| Ok(()), &Stop::default())
            .unwrap_or_else(|_| panic!("nobody interrupts a test"));
    let cells = |groups: &Groups| groups.all(&spill).expect("what was put away is there");
    let cells = [cells(&measures.terms.tally.by_month), cells(&measures.terms.tally.by_outlet)];
    (measures, cells)
}
