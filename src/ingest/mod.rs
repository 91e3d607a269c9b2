//! Bytes -> articles: which files, in which order, how each is read, what could not be.

pub mod article;
mod csv_rows;
pub mod date;
mod decode;
mod discover;
mod fields;
mod front_matter;
mod hashing;
mod jsonl_rows;
mod quotes;
mod record;
mod sidecar;
mod text_file;

use crate::base::disk::{self, Unreadable};
use crate::base::problem::Failure;
use crate::config::Ingest;
use article::{Article, Input, Place, Skipped, id};
use discover::{Discovered, Format, Source};
use hashing::Hashing;
use record::{Record, Records};
use sidecar::Sidecar;

/// The articles of a folder as a stream in a fixed order: files sorted by path, rows as they stand.
pub struct Corpus<'c> {
    config: &'c Ingest,
    sources: Vec<Source>,
    sidecar: Sidecar,
    next: usize,
    open: Option<Open>,
    /// Files read to their end, in order.
    pub inputs: Vec<Input>,
    /// What could not be read so far.
    pub skipped: Vec<Skipped>,
}

/// The file that is being read.
struct Open {
    source: usize,
    records: Records,
    hash: Hashing,
    /// Whether it gave anything at all.
    filled: bool,
}

impl<'c> Corpus<'c> {
    /// Lists the input and reads the sidecars; no article yet.
    pub fn open(config: &'c Ingest) -> Result<Self, Failure> {
        let Discovered { sources, sidecar, skipped } = discover::discover(config)?;
        Ok(Self { config, sources, sidecar, next: 0, open: None, inputs: Vec::new(), skipped })
    }

    /// How many files there are to read.
    pub fn files(&self) -> usize {
        self.sources.len()
    }

    /// How many of them were begun.
    pub fn files_begun(&self) -> usize {
        self.next
    }

    /// The next articles, about `bytes` of text; none at the end.
    pub fn batch(&mut self, bytes: usize) -> Result<Vec<Article>, Failure> {
        let mut articles = Vec::new();
        let mut size = 0;
        while size < bytes {
            let Some(article) = self.article()? else { break };
            size += article.text.len();
            articles.push(article);
        }
        Ok(articles)
    }

    fn article(&mut self) -> Result<Option<Article>, Failure> {
        loop {
            if self.open.is_none() && !self.begin()? {
                return Ok(None);
            }
            let Some(open) = &mut self.open else { continue };
            let source = open.source;
            match open.records.next() {
                Some(Ok(record)) => {
                    open.filled = true;
                    if let Some(article) = self.take(source, record) {
                        return Ok(Some(article));
                    }
                }
                Some(Err(error)) => {
                    self.open = None;
                    self.unreadable(source, disk::unreadable(&self.sources[source].path, &error))?;
                }
                None => self.end(),
            }
        }
    }

    /// Opens the next file that can be opened; false at the end.
    fn begin(&mut self) -> Result<bool, Failure> {
        while let Some(source) = self.sources.get(self.next) {
            let number = self.next;
            self.next += 1;
            let opened = match source.format {
                Format::Text => text_file::records(source, self.config),
                Format::Csv => self.rows(source, csv_rows::records),
                Format::Jsonl => self.rows(source, jsonl_rows::records),
            };
            match opened {
                Ok((records, hash)) => {
                    self.open = Some(Open { source: number, records, hash, filled: false });
                    return Ok(true);
                }
                Err(why) => self.unreadable(number, why)?,
            }
        }
        Ok(false)
    }

    /// A file of many articles.
    fn rows(
        &self,
        source: &Source,
        records: fn(&str, Hashing, &Ingest) -> Records,
    ) -> Result<(Records, Hashing), Unreadable> {
        let file = Hashing::of(disk::open(&source.path)?);
        Ok((records(&source.below, file.clone(), self.config), file))
    }

    /// An article from a record, unless it has none.
    fn take(&mut self, source: usize, record: Record) -> Option<Article> {
        self.skipped.extend(record.noted);
        let (mut meta, text) = match record.parts {
            Ok(parts) => parts,
            Err(skipped) => {
                self.skipped.push(skipped);
                return None;
            }
        };
        if text.trim().is_empty() {
            self.skip(source, record.line, "empty");
            return None;
        }
        let below = &self.sources[source].below;
        if let Some(given) = self.sidecar.of(below) {
            meta.overlay(given);
        }
        let path = if record.row == 0 { below.clone() } else { format!("{below}#{}", record.row) };
        // A corpus of four billion files or rows does not fit this machine's disks.
        let place = Place { file: u32::try_from(source).unwrap_or(u32::MAX), row: record.row };
        Some(Article { place, id: id(&path), path, meta, text })
    }

    fn end(&mut self) {
        let Some(open) = self.open.take() else { return };
        if !open.filled {
            self.skip(open.source, None, "it has no rows");
        }
        let (bytes, sha256) = open.hash.finish();
        self.inputs.push(Input { path: self.sources[open.source].below.clone(), bytes, sha256 });
    }

    /// The file's own fault is listed; the machine's ends the run.
    fn unreadable(&mut self, source: usize, why: Unreadable) -> Result<(), Failure> {
        match why {
            Unreadable::Skip(reason) => {
                self.skip(source, None, &reason);
                Ok(())
            }
            Unreadable::Machine(problem) => Err(problem.into()),
        }
    }

    fn skip(&mut self, source: usize, line: Option<u64>, reason: &str) {
        self.skipped.push(Skipped::new(&self.sources[source].below, line, reason));
    }
}
