//! How fast the parts are, in bytes of text a second, on generated articles.
//!
//! `cargo bench --bench pipeline` prints them; `NEWSGAUGE_BENCH_MB` makes the corpus of 20 MB larger or smaller. Each
//! benchmark asserts that its result is what it should be, so that a fast wrong answer is no answer. The program as people
//! run it is measured by [whole_run](whole_run/main.rs), stage by stage.

mod generator;

use std::path::Path;
use std::sync::LazyLock;

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use newsgauge::base::stop::Stop;
use newsgauge::config::dictionary::Dictionary;
use newsgauge::config::{Config, dictionary, load};
use newsgauge::ingest::Corpus;
use newsgauge::lex;
use newsgauge::lex::token::Lexed;
use newsgauge::link::Linker;
use newsgauge::run::{self, Watch};

fn main() {
    divan::main();
}

struct Bench {
    config: Config,
    dictionary: Dictionary,
    texts: Vec<String>,
    /// Of all texts.
    bytes: u64,
    /// Lives as long as its files are read.
    _folder: tempfile::TempDir,
}

static BENCH: LazyLock<Bench> = LazyLock::new(|| {
    let megabytes = std::env::var("NEWSGAUGE_BENCH_MB").ok().and_then(|text| text.parse().ok()).unwrap_or(20u64);
    let folder = tempfile::tempdir().expect("the system has a folder for temporary files");
    let (mut config, problems) = load::parse("config.toml", Path::new(env!("CARGO_MANIFEST_DIR")), "");
    assert_eq!(problems, []);
    (config.ingest.input, config.write.output) = (folder.path().join("input"), folder.path().join("output"));
    let mut texts = Vec::new();
    let articles = generator::articles(1).inspect(|article| texts.push(article.text.clone()));
    let format = generator::Format::Jsonl;
    let written =
        generator::write(articles, megabytes * 1_000_000, format, &config.ingest.input, "", &mut std::io::sink());
    let written = written.expect("the disk has room");
    // The last one was looked at and is too much.
    texts.truncate(usize::try_from(written.articles).expect("they are in memory"));
    let dictionary = dictionary::load(&generator::dictionary()).expect("the shipped dictionary is right");
    Bench { config, dictionary, texts, bytes: written.bytes, _folder: folder }
});

/// jsonl files to articles, and nothing done with them.
#[divan::bench(sample_count = 3, sample_size = 1)]
fn ingest(bencher: Bencher<'_, '_>) {
    bencher.counter(BytesCount::new(BENCH.bytes)).bench(|| {
        let corpus = Corpus::open(&BENCH.config.ingest).expect("the input is there");
        let (mut blocks, mut articles) = (corpus.blocks(), 0);
        while let Some(block) = blocks.next_block().expect("the files can be read") {
            let count = |_| {
                articles += 1;
                Ok(())
            };
            corpus.read_block(block, count).expect("nothing fails");
        }
        assert_eq!(articles, BENCH.texts.len());
    });
}

/// Sentences and tokens alone, on one thread.
#[divan::bench(sample_count = 3, sample_size = 1)]
fn lex_one_thread(bencher: Bencher<'_, '_>) {
    bencher.counter(BytesCount::new(BENCH.bytes)).bench(|| {
        let mut lexed = Lexed::default();
        let mut tokens = 0;
        for text in &BENCH.texts {
            lex::lex_into(black_box(text), &mut lexed);
            tokens += lexed.tokens.len() as u64;
        }
        assert!(tokens > BENCH.bytes / 10, "{tokens} tokens are too few");
    });
}

/// The same by the rules alone, as a text of any script is cut.
#[divan::bench(sample_count = 3, sample_size = 1)]
fn lex_by_rules_one_thread(bencher: Bencher<'_, '_>) {
    bencher.counter(BytesCount::new(BENCH.bytes)).bench(|| {
        let tokens: usize = BENCH.texts.iter().map(|text| lex::lex_by_rules(black_box(text)).tokens.len()).sum();
        assert!(tokens as u64 > BENCH.bytes / 10, "{tokens} tokens are too few");
    });
}

/// The dictionary made ready for matching.
#[divan::bench]
fn linker() -> Linker {
    Linker::new(black_box(&BENCH.dictionary))
}

/// The same for 100,000 aliases: 20,000 persons with a name and four spellings, from which more are derived.
#[divan::bench(sample_count = 5, sample_size = 1)]
fn linker_of_100000_aliases(bencher: Bencher<'_, '_>) {
    let dictionary = dictionary::parse("actors.toml", &generator::persons(20_000)).expect("it is right");
    assert_eq!(dictionary.actors.iter().map(|actor| actor.aliases.len()).sum::<usize>(), 100_000);
    bencher.bench_local(|| Linker::new(black_box(&dictionary)));
}

/// Files to a published run directory, with and without most of its tables.
#[divan::bench(args = [&["terms"][..], &["terms", "cooccurrence"], &["terms", "actors", "mentions"]], sample_count = 3, sample_size = 1)]
fn some_tables(bencher: Bencher<'_, '_>, tables: &[&str]) {
    struct Silent;
    impl Watch for Silent {}
    let mut config = BENCH.config.clone();
    config.tabulate.tables = tables.iter().map(|table| (*table).to_owned()).collect();
    bencher.counter(BytesCount::new(BENCH.bytes)).bench(|| {
        // A run that finds the cache of an earlier one would be another thing.
        let _ = std::fs::remove_dir_all(&config.write.output);
        let done = run::run(&config, &BENCH.dictionary, &Silent, &Stop::default());
        let done = done.unwrap_or_else(|failure| panic!("{:?}", failure.problems()));
        assert_eq!(done.overview.articles, BENCH.texts.len() as u64);
    });
}
