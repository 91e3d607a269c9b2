//! Which files are articles, in which order, and how each is read; sidecars are read at once.

use std::path::{Path, PathBuf};

use super::article::Skipped;
use super::sidecar::{self, Sidecar};
use crate::base::disk::{self, Unreadable, walk};
use crate::base::problem::{Failure, Problem, shown};
use crate::config::Ingest;

/// A file to read.
pub struct Source {
    pub path: PathBuf,
    /// Below the input folder.
    pub below: String,
    pub format: Format,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Format {
    Text,
    Csv,
    Jsonl,
}

/// What the input folder holds.
pub struct Discovered {
    /// Sorted by `below`.
    pub sources: Vec<Source>,
    pub sidecar: Sidecar,
    pub skipped: Vec<Skipped>,
}

/// Lists the input without the folder `output`, which may lie in it, and reads the sidecars.
pub fn discover(config: &Ingest, output: &Path) -> Result<Discovered, Failure> {
    let mut found = Discovered { sources: Vec::new(), sidecar: Sidecar::default(), skipped: Vec::new() };
    for entry in walk::files(&config.input, output).map_err(|problem| Failure::Config(vec![problem]))? {
        match entry {
            walk::Found::Unusable { below, reason } => found.skip(&below, reason),
            walk::Found::File { path, below } => found.add(path, below, config)?,
        }
    }
    if let Some(path) = &config.metadata {
        let bytes = disk::read(path, u64::MAX - 1).map_err(|why| unusable(path, why))?;
        found.sidecar.add(&shown(path), "", bytes, config, &mut found.skipped);
    }
    let unused = found.sidecar.unused(found.sources.iter().map(|source| source.below.as_str()));
    found.skipped.extend(unused);
    Ok(found)
}

impl Discovered {
    fn add(&mut self, path: PathBuf, below: String, config: &Ingest) -> Result<(), Failure> {
        if config.ignore.iter().any(|ending| below.ends_with(ending.as_str())) {
            return Ok(());
        }
        let name = below.rsplit('/').next().unwrap_or(&below);
        if name == sidecar::NAME {
            match disk::read(&path, (config.max_article_mb << 20) * 64) {
                Ok(bytes) => {
                    let folder = sidecar::folder_of(&below).to_owned();
                    self.sidecar.add(&below, &folder, bytes, config, &mut self.skipped);
                }
                Err(Unreadable::Skip(reason)) => self.skip(&below, reason),
                Err(Unreadable::Machine(problem)) => return Err(problem.into()),
            }
            return Ok(());
        }
        let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default();
        let format = match ending.as_str() {
            "txt" | "md" => Format::Text,
            "csv" => Format::Csv,
            "jsonl" | "ndjson" => Format::Jsonl,
            _ => {
                let reason = "not a .txt, .md, .csv or .jsonl file ([ingest] ignore passes endings over in silence)";
                self.skip(&below, reason.to_owned());
                return Ok(());
            }
        };
        self.sources.push(Source { path, below, format });
        Ok(())
    }

    fn skip(&mut self, path: &str, reason: String) {
        self.skipped.push(Skipped { path: crate::base::problem::inert(path), line: None, reason });
    }
}

fn unusable(path: &Path, why: Unreadable) -> Failure {
    match why {
        Unreadable::Machine(problem) => problem.into(),
        Unreadable::Skip(reason) => {
            let what = format!("the metadata file cannot be read: {reason}");
            Failure::Config(vec![Problem::of(path, what, "correct [ingest] metadata, or remove it")])
        }
    }
}
