//! manifest.json: what a run was made from and what it is made of; no times, so that equal runs have equal manifests.

use super::File;
use crate::base::digest::sha256;
use crate::base::problem::Problem;
use crate::config::Config;
use crate::config::dictionary::Dictionary;
use crate::ingest::article::{Input, Skipped};
use crate::tabulate::overview::Overview;
use serde::Serialize;

#[derive(Serialize)]
struct Manifest<'a> {
    newsgauge: &'static str,
    /// The configuration that was in force, defaults included, without paths and numbers of threads.
    config: &'a Config,
    config_sha256: String,
    dictionary_sha256: String,
    actors: usize,
    articles: u64,
    stories: u64,
    tokens: u64,
    inputs: Vec<InputEntry<'a>>,
    /// What `[measure.keyness] reference` named.
    #[serde(skip_serializing_if = "Option::is_none")]
    reference: Option<&'a Compared>,
    skipped: Vec<SkippedEntry<'a>>,
    outputs: Vec<OutputEntry<'a>>,
}

#[derive(Serialize)]
struct InputEntry<'a> {
    path: &'a str,
    bytes: u64,
    sha256: &'a str,
}

#[derive(Serialize)]
struct SkippedEntry<'a> {
    path: &'a str,
    line: Option<u64>,
    reason: &'a str,
}

#[derive(Serialize)]
struct OutputEntry<'a> {
    path: &'a str,
    rows: Option<usize>,
    bytes: u64,
    sha256: &'a str,
}

/// What all articles were compared with.
#[derive(Serialize)]
pub struct Compared {
    /// articles or terms.
    pub kind: &'static str,
    pub articles: Option<u64>,
    pub tokens: u64,
    /// Of the file, or of the list of files with their hashes.
    pub sha256: String,
}

/// What the manifest tells of a run besides its files.
pub struct Made<'a> {
    pub config: &'a Config,
    pub dictionary: &'a Dictionary,
    pub inputs: &'a [Input],
    pub compared: Option<&'a Compared>,
    pub skipped: &'a [Skipped],
    pub overview: &'a Overview,
}

/// The manifest of `files`, as it is written.
pub fn manifest(made: &Made<'_>, files: &[File]) -> Result<Vec<u8>, Problem> {
    let mut files: Vec<&File> = files.iter().collect();
    files.sort_by(|a, b| a.path.cmp(&b.path));
    let manifest = Manifest {
        newsgauge: env!("CARGO_PKG_VERSION"),
        config: made.config,
        config_sha256: hash(made.config)?,
        dictionary_sha256: hash(made.dictionary)?,
        actors: made.dictionary.actors.len(),
        articles: made.overview.articles,
        stories: made.overview.stories,
        tokens: made.overview.tokens,
        inputs: made
            .inputs
            .iter()
            .map(|input| InputEntry { path: &input.path, bytes: input.bytes, sha256: &input.sha256 })
            .collect(),
        reference: made.compared,
        skipped: made
            .skipped
            .iter()
            .map(|row| SkippedEntry { path: &row.path, line: row.line, reason: &row.reason })
            .collect(),
        outputs: files.into_iter().map(output).collect(),
    };
    json(&manifest)
}

/// `value` as indented JSON with a line feed at its end.
pub fn json(value: &impl Serialize) -> Result<Vec<u8>, Problem> {
    let refused = |error: serde_json::Error| {
        let remedy = "this is a fault of newsgauge: please report it with this line";
        Problem::of("manifest.json".as_ref(), format!("cannot be made: {error}"), remedy)
    };
    let mut bytes = serde_json::to_vec_pretty(value).map_err(refused)?;
    bytes.push(b'\n');
    Ok(bytes)
}

fn output(file: &File) -> OutputEntry<'_> {
    OutputEntry { path: &file.path, rows: file.rows, bytes: file.written.bytes, sha256: &file.written.sha256 }
}

fn hash(value: &impl Serialize) -> Result<String, Problem> {
    Ok(sha256(&json(value)?))
}
