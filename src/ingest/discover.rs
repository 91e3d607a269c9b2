//! Which files are articles, in which order, and how each is read; sidecars are read at once.

use std::path::{Path, PathBuf};

use super::article::Skipped;
use super::sidecar::{self, Sidecar};
use crate::base::digest::Hash;
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
    /// All that was found besides `sources`, as a hash: what was passed over or is unusable, and what the sidecars hold.
    pub beside: Hash,
}

/// Lists the input without what lies in it apart, and reads the sidecars.
pub fn discover(config: &Ingest) -> Result<Discovered, Failure> {
    let input = disk::canonical(&config.input);
    if let Some(apart) = config.apart.iter().find(|apart| input.is_some() && disk::canonical(apart) == input) {
        let what = "the output folder is the input folder: the next run would read what this one writes";
        return Err(Failure::Config(vec![Problem::of(apart, what, "name another folder with --output")]));
    }
    let mut found =
        Discovered { sources: Vec::new(), sidecar: Sidecar::default(), skipped: Vec::new(), beside: Hash::default() };
    let (mut sidecars, mut paths) = (Vec::new(), Vec::new());
    for entry in walk::files(&config.input, &config.apart)? {
        match entry {
            walk::Found::Unusable { below, reason } => {
                found.note("unusable", &below, reason.as_bytes());
                found.skipped.push(Skipped::new(&below, None, reason));
            }
            walk::Found::File { below, .. } if ignored(&below, config) => {
                found.note("ignored", &below, b"");
                paths.push(below);
            }
            walk::Found::File { path, below } if is_sidecar(&below) => sidecars.push((path, below)),
            walk::Found::File { path, below } => {
                paths.push(below.clone());
                found.add(path, below);
            }
        }
    }
    // The nearer a sidecar lies to a file, the more it knows of it; the one that the configuration names knows best.
    sidecars.sort_by_key(|(_, below)| (below.matches('/').count(), below.clone()));
    for (path, below) in sidecars {
        found.describe(&path, &below, config)?;
    }
    if let Some(path) = &config.metadata {
        let bytes = disk::read(path, u64::MAX - 1).map_err(|why| unusable(path, why))?;
        found.note("metadata", &shown(path), &bytes);
        found.sidecar.add(&shown(path), "", bytes, config, &mut found.skipped);
    }
    let unused = found.sidecar.unused(paths.iter().map(String::as_str));
    found.skipped.extend(unused);
    Ok(found)
}

impl Discovered {
    fn note(&mut self, what: &str, name: &str, content: &[u8]) {
        [what.as_bytes(), name.as_bytes(), content].into_iter().for_each(|part| self.beside.part(part));
    }

    fn add(&mut self, path: PathBuf, below: String) {
        let ending = below.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default();
        let format = match ending.as_str() {
            "txt" | "md" => Format::Text,
            "csv" => Format::Csv,
            "jsonl" | "ndjson" => Format::Jsonl,
            _ => {
                let reason = "not a .txt, .md, .csv or .jsonl file ([ingest] ignore passes endings over in silence)";
                self.note("unknown", &below, b"");
                self.skipped.push(Skipped::new(&below, None, reason));
                return;
            }
        };
        self.sources.push(Source { path, below, format });
    }

    fn describe(&mut self, path: &Path, below: &str, config: &Ingest) -> Result<(), Failure> {
        match disk::read(path, (config.max_article_mb << 20) * 64) {
            Ok(bytes) => {
                self.note("sidecar", below, &bytes);
                self.sidecar.add(below, sidecar::folder_of(below), bytes, config, &mut self.skipped);
            }
            Err(Unreadable::Skip(reason)) => {
                self.note("unread sidecar", below, reason.as_bytes());
                self.skipped.push(Skipped::new(below, None, reason));
            }
            Err(Unreadable::Machine(problem)) => return Err(problem.into()),
        }
        Ok(())
    }
}

fn ignored(below: &str, config: &Ingest) -> bool {
    config.ignore.iter().any(|ending| below.ends_with(ending.as_str()))
}

fn is_sidecar(below: &str) -> bool {
    below.rsplit('/').next() == Some(sidecar::NAME)
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
