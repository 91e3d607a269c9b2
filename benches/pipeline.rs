//! How fast reading, measuring and the whole run are, in bytes of text a second, on a generated corpus of 20 MB.
//!
//! `cargo bench` prints them; `NEWSGAUGE_BENCH_MB` makes the corpus larger or smaller. Each benchmark asserts that its
//! result is what it should be, so that a fast wrong answer is no answer.

mod generator;

use std::path::PathBuf;
use std::sync::LazyLock;

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use newsgauge::base::parallel::Threads;
use newsgauge::base::stop::Stop;
use newsgauge::config::actors::Dictionary;
use newsgauge::config::{Config, actors, load};
use newsgauge::ingest::article::{Article, Meta, Place, id};
use newsgauge::lex::stop::Rules;
use newsgauge::lex::token::Lexed;
use newsgauge::measure::aliases::Aliases;
use newsgauge::measure::reading::Reading;
use newsgauge::run::Watch;
use newsgauge::{lex, measure, run};

fn main() {
    divan::main();
}

struct Bench {
    config: Config,
    dictionary: Dictionary,
    articles: Vec<Article>,
    bytes: usize,
}

static BENCH: LazyLock<Bench> = LazyLock::new(|| {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let dictionary = actors::load(&root.join("actors.toml")).expect("the shipped dictionary is right");
    let (mut config, problems) = load::parse("config.toml", &root, "");
    assert_eq!(problems, []);
    config.measure.dictionary = root.join("actors.toml");
    let megabytes = std::env::var("NEWSGAUGE_BENCH_MB").ok().and_then(|text| text.parse().ok()).unwrap_or(20usize);
    let names: Vec<String> = dictionary.actors.iter().map(|actor| actor.name.clone()).collect();
    let texts = generator::texts(megabytes << 20, &names);
    let bytes = texts.iter().map(String::len).sum();
    let article = |(number, text): (usize, String)| {
        let path = format!("{number}.txt");
        let file = u32::try_from(number).expect("a benchmark has few articles");
        Article { place: Place { file, row: 0 }, id: id(&path), path, meta: Meta::default(), text }
    };
    Bench { config, dictionary, articles: texts.into_iter().enumerate().map(article).collect(), bytes }
});

/// Sentences and tokens alone, on one thread.
#[divan::bench(sample_count = 3, sample_size = 1)]
fn lex_one_thread(bencher: Bencher<'_, '_>) {
    bencher.counter(BytesCount::new(BENCH.bytes)).bench(|| {
        let mut lexed = Lexed::default();
        let tokens: usize = BENCH
            .articles
            .iter()
            .map(|article| {
                lex::lex_into(black_box(&article.text), &mut lexed);
                lexed.tokens.len()
            })
            .sum();
        assert!(tokens > BENCH.bytes / 10, "{tokens} tokens are too few");
        tokens
    });
}

/// The same by the rules alone, as a text of any script is cut.
#[divan::bench(sample_count = 3, sample_size = 1)]
fn lex_by_rules_one_thread(bencher: Bencher<'_, '_>) {
    bencher.counter(BytesCount::new(BENCH.bytes)).bench(|| {
        BENCH.articles.iter().map(|article| lex::lex_by_rules(black_box(&article.text)).tokens.len()).sum::<usize>()
    });
}

/// Sentences, tokens, forms and mentions, on one thread: pass one.
#[divan::bench(sample_count = 3, sample_size = 1)]
fn read_one_thread(bencher: Bencher<'_, '_>) {
    let (rules, aliases) = (Rules::new(&BENCH.config.lex), Aliases::new(&BENCH.dictionary));
    bencher.counter(BytesCount::new(BENCH.bytes)).with_inputs(|| BENCH.articles.clone()).bench_values(|articles| {
        let reading = Reading::of(articles, &rules, &aliases);
        assert_eq!(reading.articles.len(), BENCH.articles.len());
        reading
    });
}

/// Everything behind pass one up to the statistics, on all threads.
#[divan::bench(sample_count = 3, sample_size = 1)]
fn measure_all_threads(bencher: Bencher<'_, '_>) {
    let (rules, aliases) = (Rules::new(&BENCH.config.lex), Aliases::new(&BENCH.dictionary));
    let threads = Threads::new(0).unwrap_or_else(|_| panic!("threads can be started"));
    let reading = Reading::of(BENCH.articles.clone(), &rules, &aliases);
    bencher.counter(BytesCount::new(BENCH.bytes)).with_inputs(|| reading.clone()).bench_values(|reading| {
        let measured = measure::measure(reading, &BENCH.dictionary, &BENCH.config, &threads, &Stop::default());
        measured.unwrap_or_else(|_| panic!("nobody interrupts a benchmark"))
    });
}

/// The whole run from jsonl files to a published run directory, on all threads.
#[divan::bench(sample_count = 3, sample_size = 1)]
fn whole_run(bencher: Bencher<'_, '_>) {
    struct Silent;
    impl Watch for Silent {}
    let folder = tempfile::tempdir().expect("the system has a folder for temporary files");
    let mut config = BENCH.config.clone();
    (config.ingest.input, config.write.output) = (folder.path().join("input"), folder.path().join("output"));
    std::fs::create_dir(&config.ingest.input).expect("a new folder is empty");
    let row = |article: &Article| {
        serde_json::json!({"text": article.text, "date": "2024-06-19", "outlet": "Generated"}).to_string()
    };
    let rows: Vec<String> = BENCH.articles.iter().map(row).collect();
    std::fs::write(config.ingest.input.join("articles.jsonl"), rows.join("\n")).expect("the disk has room");
    bencher.counter(BytesCount::new(BENCH.bytes)).bench(|| {
        let done = run::run(&config, &BENCH.dictionary, &Silent, &Stop::default());
        let done = done.unwrap_or_else(|failure| panic!("{:?}", failure.problems()));
        assert_eq!(done.overview.articles, BENCH.articles.len() as u64);
    });
}
