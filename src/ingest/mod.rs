//! Bytes -> articles: which files, in which order, how each is read, what could not be.

pub mod article;
pub mod date;
mod decode;
mod fields;
mod front_matter;
mod hashing;
mod rows;
mod sidecar;

use std::path::PathBuf;

use crate::base::disk::{self, Unreadable, walk};
use crate::base::problem::{Failure, Problem, shown};
use crate::config::Ingest;
use article::{Article, Input, Place, Skipped, id};
use fields::Record;
use hashing::Hashing;
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

/// A file to read.
struct Source {
    path: PathBuf,
    below: String,
    format: Format,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Format {
    Text,
    Csv,
    Jsonl,
}

/// The file that is being read.
struct Open {
    source: usize,
    records: Records,
    hash: Hashing,
    /// Whether it gave anything at all.
    filled: bool,
}

type Records = Box<dyn Iterator<Item = Record>>;
type ReadRows = fn(&str, Hashing, &Ingest) -> Records;

impl<'c> Corpus<'c> {
    /// Lists the input and reads the sidecars; no article yet.
    pub fn open(config: &'c Ingest) -> Result<Self, Failure> {
        let mut corpus = Self {
            config,
            sources: Vec::new(),
            sidecar: Sidecar::default(),
            next: 0,
            open: None,
            inputs: Vec::new(),
            skipped: Vec::new(),
        };
        for found in walk::files(&config.input)? {
            match found {
                walk::Found::Unusable { below, reason } => corpus.skip(below, None, reason),
                walk::Found::File { path, below } => corpus.add(path, below)?,
            }
        }
        if let Some(path) = &config.metadata {
            let bytes = disk::read(path, u64::MAX - 1).map_err(|why| unusable_sidecar(path, why))?;
            corpus.sidecar.add(&shown(path), "", bytes, config, &mut corpus.skipped);
        }
        let unused = corpus.sidecar.unused(corpus.sources.iter().map(|source| source.below.as_str()));
        corpus.skipped.extend(unused);
        Ok(corpus)
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

    fn add(&mut self, path: PathBuf, below: String) -> Result<(), Failure> {
        if self.config.ignore.iter().any(|ending| below.ends_with(ending.as_str())) {
            return Ok(());
        }
        let name = below.rsplit('/').next().unwrap_or(&below);
        if name == sidecar::NAME {
            match disk::read(&path, self.limit() * 64) {
                Ok(bytes) => {
                    self.sidecar.add(&below, sidecar::folder_of(&below), bytes, self.config, &mut self.skipped)
                }
                Err(Unreadable::Skip(reason)) => self.skip(below, None, reason),
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
                self.skip(
                    below,
                    None,
                    "not a .txt, .md, .csv or .jsonl file ([ingest] ignore passes endings over in silence)".to_owned(),
                );
                return Ok(());
            }
        };
        self.sources.push(Source { path, below, format });
        Ok(())
    }

    fn article(&mut self) -> Result<Option<Article>, Failure> {
        loop {
            if self.open.is_none() && !self.begin()? {
                return Ok(None);
            }
            let Some(open) = &mut self.open else { continue };
            let source = open.source;
            match open.records.next() {
                Some(record) => {
                    open.filled = true;
                    if let Some(article) = self.take(source, record) {
                        return Ok(Some(article));
                    }
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
                Format::Text => self.text(source),
                Format::Csv => self.rows(source, rows::csv),
                Format::Jsonl => self.rows(source, rows::jsonl),
            };
            match opened {
                Ok((records, hash)) => {
                    self.open = Some(Open { source: number, records, hash, filled: false });
                    return Ok(true);
                }
                Err(Unreadable::Skip(reason)) => {
                    let below = source.below.clone();
                    self.skip(below, None, reason);
                }
                Err(Unreadable::Machine(problem)) => return Err(problem.into()),
            }
        }
        Ok(false)
    }

    /// A file of many articles.
    fn rows(&self, source: &Source, read: ReadRows) -> Result<(Records, Hashing), Unreadable> {
        let file = Hashing::of(disk::open(&source.path)?);
        Ok((read(&source.below, file.clone(), self.config), file))
    }

    /// A file that is one article.
    fn text(&self, source: &Source) -> Result<(Records, Hashing), Unreadable> {
        let bytes = disk::read(&source.path, self.limit())?;
        let hash = Hashing::whole(&bytes);
        let skip = |reason: String| Skipped { path: source.below.clone(), line: None, reason };
        let record = match decode::decode(bytes, self.config.encoding.as_deref()) {
            Err(reason) => Record { row: 0, parts: Err(skip(reason)), noted: Vec::new() },
            Ok(decoded) => {
                let (mut meta, text, noted) = front_matter::split(&source.below, decoded.text);
                let guessed = if decoded.guessed { " (guessed)" } else { "" };
                meta.encoding = Some(format!("{}{guessed}", decoded.encoding));
                meta.title = meta.title.or_else(|| heading(&source.below, &text));
                Record { row: 0, parts: Ok((meta, text)), noted }
            }
        };
        Ok((Box::new(std::iter::once(record)), hash))
    }

    /// An article from a record, unless it has none.
    fn take(&mut self, source: usize, record: Record) -> Option<Article> {
        self.skipped.extend(record.noted);
        let below = &self.sources[source].below;
        let path = if record.row == 0 { below.clone() } else { format!("{below}#{}", record.row) };
        let (mut meta, text) = match record.parts {
            Ok(parts) => parts,
            Err(skipped) => {
                self.skipped.push(skipped);
                return None;
            }
        };
        if text.trim().is_empty() {
            self.skip(path, None, "empty".to_owned());
            return None;
        }
        if let Some(given) = self.sidecar.of(below) {
            meta.overlay(given);
        }
        // A corpus of four billion files or rows does not fit this machine's disks.
        let place = Place { file: u32::try_from(source).unwrap_or(u32::MAX), row: record.row };
        Some(Article { place, id: id(&path), path, meta, text })
    }

    fn end(&mut self) {
        if let Some(open) = self.open.take() {
            let (bytes, sha256) = open.hash.finish();
            let path = self.sources[open.source].below.clone();
            if !open.filled {
                self.skip(path.clone(), None, "it has no rows".to_owned());
            }
            self.inputs.push(Input { path, bytes, sha256 });
        }
    }

    fn limit(&self) -> u64 {
        self.config.max_article_mb << 20
    }

    fn skip(&mut self, path: String, line: Option<u64>, reason: String) {
        self.skipped.push(Skipped { path: crate::base::problem::inert(&path), line, reason });
    }
}

/// The first heading of a Markdown article, where nothing else gives a title.
fn heading(path: &str, text: &str) -> Option<String> {
    let line = text.lines().find(|line| !line.trim().is_empty()).filter(|_| path.ends_with(".md"))?;
    line.strip_prefix("# ").map(|title| title.trim().to_owned())
}

fn unusable_sidecar(path: &std::path::Path, why: Unreadable) -> Failure {
    match why {
        Unreadable::Machine(problem) => problem.into(),
        Unreadable::Skip(reason) => {
            Failure::Config(vec![Problem::of(path, reason, "correct [ingest] metadata, or remove it")])
        }
    }
}
