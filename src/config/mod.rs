//! What the user asked for: config.toml and the actor dictionary, read raw, then checked, all problems at once.

pub mod dictionary;
pub mod keys;
mod lines;
pub mod load;
pub mod measure;
mod section;
pub mod size;
mod source;
pub mod tables;
mod value;

use std::path::PathBuf;

use serde::Serialize;

pub use measure::Measure;

/// A configuration in which every value is usable. Relative paths are already below the file that named them.
#[derive(Clone, Debug, Serialize)]
pub struct Config {
    pub ingest: Ingest,
    pub lex: Lex,
    pub measure: Measure,
    pub tabulate: Tabulate,
    pub write: Write,
    /// How the job runs changes no number, so it is no part of the written configuration.
    #[serde(skip)]
    pub run: Run,
}

/// `[ingest]`: where the articles are and how they are read.
///
/// Paths are left out of the written configuration: equal articles give equal runs wherever they lie.
#[derive(Clone, Debug, Serialize)]
pub struct Ingest {
    #[serde(skip)]
    pub input: PathBuf,
    #[serde(skip)]
    pub metadata: Option<PathBuf>,
    /// What may lie in the input and is no article: the configuration, the dictionary, the output.
    #[serde(skip)]
    pub apart: Vec<PathBuf>,
    /// `None`: found out for each file.
    pub encoding: Option<String>,
    pub csv_delimiter: char,
    pub max_article_mb: u64,
    pub ignore: Vec<String>,
    pub columns: Columns,
}

/// `[ingest.columns]`: the names of the fields in `.csv` and `.jsonl`.
#[derive(Clone, Debug, Serialize)]
pub struct Columns {
    pub text: String,
    pub title: String,
    pub date: String,
    pub outlet: String,
    pub author: String,
    pub language: String,
    pub url: String,
}

impl Columns {
    /// The names of all columns.
    pub fn all(&self) -> [&str; 7] {
        [&self.text, &self.title, &self.date, &self.outlet, &self.author, &self.language, &self.url]
    }
}

/// `[lex]`: what a term is.
#[derive(Clone, Debug, Serialize)]
pub struct Lex {
    pub stop_languages: Vec<String>,
    pub keep: Vec<String>,
    pub extra: Vec<String>,
    pub min_length: usize,
    pub numbers: bool,
    pub phrases: bool,
    pub phrase_min_n: u64,
    pub phrase_min_npmi: f64,
}

/// `[tabulate]`: which tables there are and which rows they hold.
#[derive(Clone, Debug, Serialize)]
pub struct Tabulate {
    /// Names of `tables::NAMES`, as they were given; the order of the tables is always that of the report.
    pub tables: Vec<String>,
    pub term_min_n: u64,
    pub by_min_n: u64,
    pub key_rows: usize,
    pub suggest_min_n: u64,
    pub suggest_rows: usize,
}

impl Tabulate {
    /// Whether the table `name` was asked for; work for a table that nobody asked for can be left undone.
    pub fn wants(&self, name: &str) -> bool {
        self.tables.iter().any(|table| table == name)
    }

    /// Whether any table says something of actors.
    pub fn wants_actors(&self) -> bool {
        self.tables.iter().any(|table| tables::OF_ACTORS.contains(&table.as_str()))
    }
}

/// `[write]`: how tables, charts and the report look.
#[derive(Clone, Debug, Serialize)]
pub struct Write {
    #[serde(skip)]
    pub output: PathBuf,
    pub bom: bool,
    pub guard_formulas: bool,
    pub chart_rows: usize,
    pub png: bool,
    pub report_rows: usize,
}

/// `[run]`: how the job runs.
#[derive(Clone, Debug)]
pub struct Run {
    pub jobs: usize,
    /// Bytes to get by with; `None`: half of what is free when the run starts.
    pub memory: size::Memory,
    /// Bytes of the cache at most; 0: there is none.
    pub cache_limit: u64,
    pub min_articles: u64,
    pub keep_runs: usize,
}
