//! What a person can ask of the benchmark, in environment variables.

use std::path::{Path, PathBuf};

use crate::generator::Format;

pub struct Settings {
    /// Megabytes of text, each a corpus.
    pub sizes: Vec<u64>,
    /// How often everything is measured; the best counts.
    pub rounds: u32,
    pub format: Format,
    /// A folder of articles in place of generated ones.
    pub corpus: Option<PathBuf>,
    /// The configuration that the runs start from.
    pub config: PathBuf,
    /// Aliases of the large dictionary.
    pub aliases: usize,
    /// Where corpora, configurations and runs go.
    pub folder: PathBuf,
}

impl Settings {
    pub fn read() -> Self {
        let sizes = text("SIZES").unwrap_or_else(|| "20,200".to_owned());
        // Cargo builds the benchmark below its target folder, and gives it a place there for its files.
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("bench");
        Self {
            sizes: sizes.split(',').map(|size| number("SIZES", size)).collect(),
            rounds: text("ROUNDS").map_or(3, |rounds| number("ROUNDS", &rounds)),
            format: match text("FORMAT").as_deref() {
                None | Some("jsonl") => Format::Jsonl,
                Some("txt") => Format::Txt,
                Some(other) => panic!("NEWSGAUGE_BENCH_FORMAT={other}: write jsonl or txt"),
            },
            corpus: text("CORPUS").map(PathBuf::from),
            config: text("CONFIG").map_or_else(|| shipped("config.toml"), PathBuf::from),
            aliases: text("ALIASES").map_or(30_000, |aliases| number("ALIASES", &aliases)),
            folder,
        }
    }
}

/// A file of the repository.
pub fn shipped(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn text(name: &str) -> Option<String> {
    std::env::var(format!("NEWSGAUGE_BENCH_{name}")).ok().filter(|text| !text.is_empty())
}

fn number<T: std::str::FromStr>(name: &str, text: &str) -> T {
    text.trim().parse().unwrap_or_else(|_| panic!("NEWSGAUGE_BENCH_{name}: {text} is no whole number"))
}
