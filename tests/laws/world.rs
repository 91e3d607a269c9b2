//! Random corpora, and the program on one of them.

use std::path::Path;

use newsgauge::base::date::Date;
use newsgauge::base::parallel::Threads;
use newsgauge::base::spill::Spill;
use newsgauge::base::stop::Stop;
use newsgauge::config::Config;
use newsgauge::config::dictionary::Dictionary;
use newsgauge::config::{dictionary, load};
use newsgauge::ingest::article::{Article, Meta, Place, id};
use newsgauge::lex::stop::Rules;
use newsgauge::link::Linker;
use newsgauge::measure::reader::Reader;
use newsgauge::measure::reading::Reading;
use newsgauge::measure::results::Measures;
use newsgauge::tabulate::parts::parted;
use newsgauge::tabulate::table::{Cell, Table};
use newsgauge::{measure, tabulate};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

/// Few enough words for pairs, phrases and copies to come about by chance.
fn word() -> impl Strategy<Value = &'static str> {
    select(vec![
        "bridge",
        "treaty",
        "Kim",
        "Jong",
        "Un",
        "Putin",
        "Russia",
        "Russian",
        "DPRK",
        "the",
        "of",
        "may",
        "US",
        "us",
        "U.S.",
        "2024",
        "Pak",
        "railway",
        "Pyongyang's",
    ])
}

pub fn text() -> impl Strategy<Value = String> {
    let sentence = vec(word(), 1..8).prop_map(|words| format!("{}.", words.join(" ")));
    vec(sentence, 1..6).prop_map(|sentences| sentences.join(" "))
}

pub fn article() -> impl Strategy<Value = (String, Option<u8>, Option<u8>)> {
    (text(), proptest::option::of(1..=12u8), proptest::option::of(0..3u8))
}

/// Articles in the order of the corpus, two of three with a language.
pub fn articles(parts: Vec<(String, Option<u8>, Option<u8>)>) -> Vec<Article> {
    let article = |(number, (text, month, outlet)): (usize, (String, Option<u8>, Option<u8>))| {
        let path = format!("{number:03}.txt");
        let date = month.and_then(|month| Date::parse(&format!("2024-{month:02}-{month:02}")));
        let language = ["en", "ru"].get(number % 3).map(|code| (*code).to_owned());
        let outlet = outlet.map(|outlet| format!("Outlet {outlet}"));
        let meta = Meta { date, outlet, language, ..Meta::default() };
        let file = u32::try_from(number).expect("a test has few articles");
        Article { place: Place { file, row: 0 }, id: id(&path), path, meta, text }
    };
    parts.into_iter().enumerate().map(article).collect()
}

/// Everything is told, however rare it is.
const CONFIG: &str = r#"
[lex]
phrase_min_n = 2
phrase_min_npmi = 0.2

[measure]
pair_min_n = 1
pair_term_min_n = 1
mattr_window = 7

[measure.keyness]
actors = ["putin", "usa"]
min_n = 2
min_articles = 1

[measure.nodes]
terms = ["bridge", "US", "kim jong un"]
actors = ["russia"]
min_n = 1

[measure.change]
min_articles = 1
min_periods = 4
burst_min_articles = 1
significance = 0.5

[measure.network]
significance = 0.9
most_nodes = 7

[tabulate]
by_min_n = 1
key_rows = 5
"#;

const ACTORS: &str = r#"
[[actor]]
id = "kim-jong-un"
name = "Kim Jong Un"
type = "person"

[[actor]]
id = "pak-a"
name = "Pak"
type = "person"

[[actor]]
id = "pak-b"
name = "Pak"
type = "person"

[[actor]]
id = "putin"
name = "Vladimir Putin"
type = "person"
short = ["Putin"]

[[actor]]
id = "russia"
name = "Russia"
type = "state"
adjectives = ["Russian"]

[[actor]]
id = "usa"
name = "United States"
type = "state"
abbr = ["US"]
"#;

pub struct World {
    pub config: Config,
    pub dictionary: Dictionary,
    pub rules: Rules,
    pub linker: Linker,
    pub threads: Threads,
}

impl World {
    pub fn new() -> Self {
        let (config, problems) = load::parse("config.toml", Path::new(""), CONFIG);
        assert_eq!(problems, []);
        let dictionary = dictionary::parse("actors.toml", ACTORS).expect("the dictionary is right");
        let (rules, linker) = (Rules::new(&config.lex), Linker::new(&dictionary));
        Self { rules, linker, config, dictionary, threads: Threads::new(2).expect("two threads can be started") }
    }

    /// Articles read by one thread as one page.
    pub fn read<'s>(&self, articles: &[Article], spill: &'s Spill) -> Reading<'s> {
        self.read_by(&[(0, articles)], spill)
    }

    /// Pages of articles, each with the number of the thread that reads it, added in this order.
    pub fn read_by<'s>(&self, pages: &[(usize, &[Article])], spill: &'s Spill) -> Reading<'s> {
        let threads = pages.iter().map(|(thread, _)| thread + 1).max().unwrap_or(1);
        let mut readers: Vec<Reader<'_>> =
            (0..threads).map(|thread| Reader::new(&self.rules, &self.linker, thread)).collect();
        let mut reading = Reading::new(spill);
        for (thread, articles) in pages {
            let mut page = readers[*thread].page();
            articles.iter().for_each(|article| readers[*thread].read(article, &mut page));
            reading.add(page.ready()).expect("a small reading stays in memory");
        }
        reading.forms = readers.into_iter().map(Reader::finish).collect();
        reading.sort();
        reading
    }

    pub fn measure(&self, reading: &mut Reading<'_>) -> Measures {
        measure::measure(
            reading,
            (&self.dictionary, &self.linker),
            &self.config,
            &self.threads,
            |_| Ok(()),
            &Stop::default(),
        )
        .unwrap_or_else(|_| panic!("nobody interrupts a test"))
    }

    /// Every table as rows of text, floats to the last bit; the evidence is no part of them.
    pub fn tables(&self, reading: &mut Reading<'_>) -> Vec<Vec<Vec<String>>> {
        let measures = self.measure(reading);
        let (dictionary, config) = (&self.dictionary, &self.config);
        let source = tabulate::Source::new(reading, &measures, dictionary, &[], config);
        let row =
            |table: &Table, row: usize| table.row(row).iter().map(|cell: &Cell<'_>| format!("{cell:?}")).collect();
        let rows = |table: &Table| -> Vec<Vec<String>> { (0..table.rows()).map(|at| row(table, at)).collect() };
        let mut tables: Vec<Vec<Vec<String>>> =
            tabulate::tables(&source, &self.threads).expect("polars takes our frames").iter().map(rows).collect();
        for table in parted(&source) {
            let part = |part| rows(&table.part(part).expect("polars takes our frames"));
            tables.push((0..table.count()).flat_map(part).collect());
        }
        tables
    }
}
