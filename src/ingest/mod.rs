//! Bytes -> articles: which files, in which order, how each is read, what could not be.

mod again;
pub mod article;
pub mod blocks;
mod csv_rows;
mod decode;
mod discover;
mod edges;
mod fields;
mod front_matter;
mod hashing;
pub mod held;
mod jsonl_rows;
mod lines;
pub mod packed;
pub mod part;
mod quotes;
mod record;
mod sidecar;
pub mod terms_csv;
mod text_file;

use crate::base::digest::Hash;
use crate::base::disk::Unreadable;
use crate::base::problem::Failure;
use crate::config::Ingest;
use article::{Article, Input, Place, Skipped, id};
use blocks::Blocks;
use discover::{Discovered, Source};
use record::Record;
use sidecar::Sidecar;

/// The articles of a folder, in a fixed order: files sorted by path, rows as they stand.
///
/// They come in blocks: one thread at a time cuts the next one off, and any thread makes articles of it.
pub struct Corpus<'c> {
    config: &'c Ingest,
    sources: Vec<Source>,
    sidecar: Sidecar,
    /// What the listing could not use.
    skipped: Vec<Skipped>,
    beside: Hash,
}

/// What a block gave besides articles.
#[derive(Default)]
pub struct Read {
    /// Files that ended in it.
    pub inputs: Vec<Input>,
    pub skipped: Vec<Skipped>,
    /// How many files were begun so far.
    pub begun: usize,
}

impl<'c> Corpus<'c> {
    /// Lists the input and reads the sidecars; no article yet.
    pub fn open(config: &'c Ingest) -> Result<Self, Failure> {
        let Discovered { sources, sidecar, skipped, beside } = discover::discover(config)?;
        Ok(Self { config, sources, sidecar, skipped, beside })
    }

    /// How many files there are to read.
    pub fn files(&self) -> usize {
        self.sources.len()
    }

    /// The input in blocks, in order.
    pub fn blocks(&self) -> Blocks<'_> {
        Blocks::of(&self.sources, self.config, self.skipped.clone())
    }

    /// An article from a record, unless it has none.
    fn article(&self, file: usize, record: Record, skipped: &mut Vec<Skipped>) -> Option<Article> {
        skipped.extend(record.noted);
        let (mut meta, text) = match record.parts {
            Ok(parts) => parts,
            Err(reason) => {
                skipped.push(reason);
                return None;
            }
        };
        let below = &self.sources[file].below;
        if text.trim_start().is_empty() {
            skipped.push(Skipped::new(below, record.line, "empty"));
            return None;
        }
        if let Some(given) = self.sidecar.of(below) {
            meta.overlay(given);
        }
        let path = if record.row == 0 { below.clone() } else { format!("{below}#{}", record.row) };
        // A corpus of four billion files or rows does not fit this machine's disks.
        let place = Place { file: u32::try_from(file).unwrap_or(u32::MAX), row: record.row };
        Some(Article { place, id: id(&path), path, meta, text })
    }
}

/// The file's own fault is listed; the machine's ends the run.
fn skip(source: &Source, why: Unreadable, skipped: &mut Vec<Skipped>) -> Result<(), Failure> {
    match why {
        Unreadable::Skip(reason) => {
            skipped.push(Skipped::new(&source.below, None, reason));
            Ok(())
        }
        Unreadable::Machine(problem) => Err(problem.into()),
    }
}
