//! How fast the program is as people run it: from files to a published run directory, beside `wc -w` on the same text.
//!
//! ```sh
//! cargo bench --bench whole_run                                        # 20 MB and 200 MB of generated articles
//! NEWSGAUGE_BENCH_SIZES=2000 NEWSGAUGE_BENCH_ROUNDS=1 cargo bench --bench whole_run
//! NEWSGAUGE_BENCH_CORPUS=/path/to/articles cargo bench --bench whole_run
//! ```
//!
//! It prints tables in Markdown; [RESULTS.md](../RESULTS.md) says what each row is. The files are read shortly before, so
//! they come from memory and not from the disk.

mod cases;
mod corpus;
#[path = "../generator/mod.rs"]
mod generator;
mod markdown;
mod program;
mod settings;

use corpus::Corpus;
use settings::Settings;

fn main() {
    // `cargo bench` says so; `cargo test --benches` does not, and nobody who tests waits for minutes.
    if !std::env::args().any(|argument| argument == "--bench") {
        println!("whole_run: nothing is measured; cargo bench --bench whole_run does");
        return;
    }
    let settings = Settings::read();
    let corpora: Vec<Option<u64>> = match settings.corpus {
        Some(_) => vec![None],
        None => settings.sizes.iter().copied().map(Some).collect(),
    };
    for size in corpora {
        let corpus = match (size, &settings.corpus) {
            (Some(megabytes), _) => Corpus::generated(megabytes, &settings),
            (None, Some(folder)) => Corpus::own(folder, &settings),
            (None, None) => continue,
        };
        let corpus = corpus.unwrap_or_else(|error| panic!("the articles cannot be put in place: {error}"));
        println!("{}", markdown::tables(&corpus, &cases::measure(&corpus, &settings)));
    }
}
