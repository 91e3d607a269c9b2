//! The input cut into blocks of about a megabyte, so that one huge file keeps all threads busy as well as many small ones.

use std::ops::Range;

use super::article::{Input, Skipped};
use super::discover::{Format, Source};
use super::edges::{BYTES, MOST_BYTES, MOST_FILES, ends_file, ends_row};
use super::hashing::Hashing;
use super::lines::Lines;
use super::record::{Record, Records};
use super::{Read, csv_rows, decode, skip};
use crate::base::disk;
use crate::base::problem::Failure;
use crate::config::Ingest;

/// A piece of the input, and what was noticed while it was cut off.
pub struct Block {
    pub(super) content: Content,
    pub(super) read: Read,
}

impl Block {
    /// Takes what was noticed while it was cut off: what became of files before it.
    pub fn noticed(&mut self) -> Read {
        std::mem::take(&mut self.read)
    }
}

/// What is still to be made articles of.
pub(super) enum Content {
    /// Files that are one article each, not yet opened.
    Files(Range<usize>),
    /// Whole lines of a .jsonl file, the first of which has the number `first`.
    Lines {
        file: usize,
        first: u32,
        bytes: Vec<u8>,
    },
    Rows {
        file: usize,
        records: Vec<Record>,
    },
}

/// The blocks of a corpus, in order. What it does is what only one thread at a time can do: reading a file's bytes on,
/// hashing them, and finding where rows end.
pub struct Blocks<'c> {
    sources: &'c [Source],
    config: &'c Ingest,
    next: usize,
    open: Option<Open>,
    /// Goes along with the next block.
    read: Read,
}

/// The file that is being read.
struct Open {
    file: usize,
    rows: Rows,
    hash: Hashing,
    /// Whether it gave anything at all.
    filled: bool,
    /// Why it ends behind the rows that were given last.
    failed: Option<std::io::Error>,
}

enum Rows {
    Lines(Lines<decode::Stream<Hashing>>),
    Records(Records),
}

impl<'c> Blocks<'c> {
    pub(super) fn of(sources: &'c [Source], config: &'c Ingest, skipped: Vec<Skipped>) -> Self {
        Self { sources, config, next: 0, open: None, read: Read { skipped, ..Read::default() } }
    }

    /// The next block; `None` at the end.
    pub fn next_block(&mut self) -> Result<Option<Block>, Failure> {
        loop {
            let Some(open) = &mut self.open else {
                if self.next == self.sources.len() {
                    return Ok(self.rest());
                }
                match self.begin()? {
                    Some(content) => return Ok(Some(self.block(content))),
                    None => continue,
                }
            };
            match open.content() {
                Ok(Some(content)) => return Ok(Some(self.block(content))),
                Ok(None) => self.end(),
                Err(error) => {
                    let source = &self.sources[self.next - 1];
                    self.open = None;
                    skip(source, disk::unreadable(&source.path, &error), &mut self.read.skipped)?;
                }
            }
        }
    }

    fn block(&mut self, content: Content) -> Block {
        self.read.begun = self.next;
        Block { content, read: std::mem::take(&mut self.read) }
    }

    /// What was noticed behind the last block: a block of no files.
    fn rest(&mut self) -> Option<Block> {
        let nothing = self.read.inputs.is_empty() && self.read.skipped.is_empty();
        (!nothing).then(|| self.block(Content::Files(0..0)))
    }

    /// Begins the next file, or takes as many text files as make a block.
    fn begin(&mut self) -> Result<Option<Content>, Failure> {
        let first = self.next;
        let texts = texts(&self.sources[first..]);
        if texts > 0 {
            self.next += texts;
            return Ok(Some(Content::Files(first..first + texts)));
        }
        let source = &self.sources[first];
        self.next += 1;
        match disk::open(&source.path) {
            Ok(file) => {
                let hash = Hashing::of(file);
                let rows = self.rows(source, hash.clone());
                self.open = Some(Open { file: first, rows, hash, filled: false, failed: None });
            }
            Err(why) => skip(source, why, &mut self.read.skipped)?,
        }
        Ok(None)
    }

    fn rows(&self, source: &Source, bytes: Hashing) -> Rows {
        if source.format == Format::Csv {
            return Rows::Records(csv_rows::records(&source.below, bytes, self.config));
        }
        let limit = usize::try_from(self.config.max_article_mb << 20).unwrap_or(usize::MAX);
        Rows::Lines(Lines::of(decode::as_utf8(bytes, self.config), BYTES, limit))
    }

    fn end(&mut self) {
        let Some(open) = self.open.take() else { return };
        let below = &self.sources[open.file].below;
        if !open.filled {
            self.read.skipped.push(Skipped::new(below, None, "it has no rows"));
        }
        let (bytes, sha256) = open.hash.finish();
        self.read.inputs.push(Input { path: below.clone(), bytes, sha256 });
    }
}

impl Open {
    /// The next rows; `None` at the end of the file.
    fn content(&mut self) -> std::io::Result<Option<Content>> {
        let file = self.file;
        if let Some(error) = self.failed.take() {
            return Err(error);
        }
        match &mut self.rows {
            Rows::Lines(lines) => {
                let Some((first, bytes)) = lines.next_lines()? else { return Ok(None) };
                self.filled |= bytes.iter().any(|byte| !byte.is_ascii_whitespace());
                Ok(Some(Content::Lines { file, first, bytes }))
            }
            Rows::Records(rows) => {
                let (mut records, mut size) = (Vec::new(), 0);
                for record in rows.by_ref() {
                    let record = match record {
                        Ok(record) => record,
                        // The rows before the fault are good.
                        Err(error) => {
                            self.failed = Some(error);
                            break;
                        }
                    };
                    let text = record.parts.as_ref().map_or("", |(_, text)| text);
                    size += text.len() + 64;
                    let last = ends_row(text.as_bytes(), size, BYTES);
                    records.push(record);
                    if last {
                        break;
                    }
                }
                self.filled |= !records.is_empty();
                if records.is_empty()
                    && let Some(error) = self.failed.take()
                {
                    return Err(error);
                }
                Ok((!records.is_empty()).then_some(Content::Rows { file, records }))
            }
        }
    }
}

/// How many files from the first on are one article each and belong into one block: up to one whose path says so, or whose
/// bytes fill the block.
fn texts(sources: &[Source]) -> usize {
    let texts = || sources.iter().take(MOST_FILES).take_while(|source| source.format == Format::Text);
    let mut size = 0;
    let last = texts().position(|source| {
        size += disk::facts(&source.path).map_or(0, |facts| facts.bytes);
        ends_file(&source.below) || size >= MOST_BYTES
    });
    last.map_or_else(|| texts().count(), |last| last + 1)
}
