//! A part of a block whose bytes are at hand: so it can be told from others before anything is made of it.

use std::ops::Range;

use super::article::{Article, Input};
use super::blocks::{Block, Content};
use super::record::Record;
use super::{Corpus, Read, jsonl_rows, text_file};
use crate::base::digest::{Quick, sha256};
use crate::base::disk::{self, Unreadable};
use crate::base::problem::Failure;

/// Bytes of a part of a block of files; large files come in parts of their own.
const BYTES: usize = 4 << 20;

/// What is at hand of a block.
pub struct Part {
    /// The first file of it, by its number.
    pub first: usize,
    loaded: Loaded,
}

enum Loaded {
    /// Files that are one article each, or the reasons why they cannot be read.
    Texts(Vec<Result<Vec<u8>, String>>),
    /// Whole lines of a .jsonl file, the first of which has this number.
    Lines(u32, Vec<u8>),
    Rows(Vec<Record>),
}

impl Part {
    /// Whole lines of a .jsonl file, the first of which is the row `row`.
    pub(super) fn lines(file: usize, row: u32, bytes: Vec<u8>) -> Self {
        Self { first: file, loaded: Loaded::Lines(row, bytes) }
    }

    pub(super) fn rows(file: usize, records: Vec<Record>) -> Self {
        Self { first: file, loaded: Loaded::Rows(records) }
    }
}

impl Corpus<'_> {
    /// Gives the parts of a block to `each`, in order.
    ///
    /// # Errors
    /// What is the machine's fault, and what `each` fails with.
    pub fn parts(&self, block: Block, mut each: impl FnMut(Part) -> Result<(), Failure>) -> Result<(), Failure> {
        match block.content {
            Content::Files(mut files) => {
                while !files.is_empty() {
                    each(self.texts(&mut files)?)?;
                }
            }
            Content::Lines { file, first, bytes } => {
                each(Part { first: file, loaded: Loaded::Lines(first, bytes) })?;
            }
            Content::Rows { file, records } => each(Part { first: file, loaded: Loaded::Rows(records) })?,
        }
        Ok(())
    }

    /// Gives each article of a block to `each`, in order; the result is what else the block gave.
    ///
    /// # Errors
    /// Those of `parts` and `read`.
    pub fn read_block(
        &self,
        mut block: Block,
        mut each: impl FnMut(Article) -> Result<(), Failure>,
    ) -> Result<Read, Failure> {
        let mut all = block.noticed();
        self.parts(block, |part| {
            let read = self.read(part, &mut each)?;
            all.inputs.extend(read.inputs);
            all.skipped.extend(read.skipped);
            Ok(())
        })?;
        Ok(all)
    }

    /// Takes so many of the files that make a part.
    pub(super) fn texts(&self, files: &mut Range<usize>) -> Result<Part, Failure> {
        let (first, mut texts, mut size) = (files.start, Vec::new(), 0);
        while size < BYTES
            && let Some(file) = files.next()
        {
            let bytes = match disk::read(&self.sources[file].path, self.config.max_article_mb << 20) {
                Ok(bytes) => Ok(bytes),
                Err(Unreadable::Skip(reason)) => Err(reason),
                Err(Unreadable::Machine(problem)) => return Err(problem.into()),
            };
            size += bytes.as_ref().map_or(0, Vec::len);
            texts.push(bytes);
        }
        Ok(Part { first, loaded: Loaded::Texts(texts) })
    }

    /// Adds to `hash` all that decides, with `[ingest]`, over what `read` makes of a part: paths, contents, row numbers, and
    /// what the sidecars say. Not the numbers of its files, which other files change.
    pub fn describe(&self, part: &Part, hash: &mut Quick) {
        let about = |file: usize, hash: &mut Quick| {
            let below = &self.sources[file].below;
            hash.part(below.as_bytes());
            if let Some(meta) = self.sidecar.of(below) {
                hash.part(format!("{meta:?}").as_bytes());
            }
        };
        match &part.loaded {
            Loaded::Texts(texts) => {
                hash.part(b"texts");
                for (file, text) in (part.first..).zip(texts) {
                    about(file, hash);
                    hash.part(if text.is_ok() { b"read" } else { b"unread" });
                    hash.part(text.as_ref().map_or_else(|reason| reason.as_bytes(), Vec::as_slice));
                }
            }
            Loaded::Lines(first, bytes) => {
                hash.part(b"lines");
                about(part.first, hash);
                hash.part(&first.to_le_bytes());
                hash.part(bytes);
            }
            Loaded::Rows(records) => {
                hash.part(b"rows");
                about(part.first, hash);
                records.iter().for_each(|record| record.describe(hash));
            }
        }
    }

    /// Gives each article of a part to `each`, in order; the result is what else it gave.
    ///
    /// # Errors
    /// What `each` fails with; what is wrong with a file or a row is a row of `skipped`.
    pub fn read(&self, part: Part, mut each: impl FnMut(Article) -> Result<(), Failure>) -> Result<Read, Failure> {
        let Part { first, loaded } = part;
        let below = &self.sources.get(first).map_or("", |source| &source.below);
        let mut read = Read::default();
        match loaded {
            Loaded::Texts(texts) => {
                for (file, text) in (first..).zip(texts) {
                    let record = self.text(file, text, &mut read.inputs);
                    self.article(file, record, &mut read.skipped).map_or(Ok(()), &mut each)?;
                }
            }
            Loaded::Lines(row, bytes) => {
                for record in jsonl_rows::records(below, row, &bytes, self.config) {
                    self.article(first, record, &mut read.skipped).map_or(Ok(()), &mut each)?;
                }
            }
            Loaded::Rows(records) => {
                for record in records {
                    self.article(first, record, &mut read.skipped).map_or(Ok(()), &mut each)?;
                }
            }
        }
        Ok(read)
    }

    /// The record of a file that is one article.
    fn text(&self, file: usize, text: Result<Vec<u8>, String>, inputs: &mut Vec<Input>) -> Record {
        let below = &self.sources[file].below;
        match text {
            Ok(bytes) => {
                inputs.push(Input { path: below.clone(), bytes: bytes.len() as u64, sha256: sha256(&bytes) });
                text_file::record(below, bytes, self.config)
            }
            Err(reason) => Record::skip(below, 0, None, reason),
        }
    }
}
