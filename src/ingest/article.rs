//! One news text with its metadata, and what a source gave instead of one.

use std::fmt;

use crate::base::date::Date;
use crate::base::digest::sha256;
use crate::base::problem::inert;

/// One news text. Its `text` is decoded to UTF-8 and otherwise as it was written; offsets count in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
    /// Its place in the fixed order of the corpus: which file, then which row. Unique.
    pub place: Place,
    /// 16 hex digits made from path and row: the same in every run in which both are the same.
    pub id: String,
    /// Below the input folder; `#row` behind it for the rows of a .csv or .jsonl file.
    pub path: String,
    pub meta: Meta,
    pub text: String,
}

/// Number of the file in the sorted list of files, then the row in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    pub file: u32,
    pub row: u32,
}

/// What is known about an article besides its text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meta {
    pub title: Option<String>,
    pub date: Option<Date>,
    /// Where the date was found: `metadata`, `front matter` or `column`.
    pub date_source: Option<&'static str>,
    pub outlet: Option<String>,
    pub author: Option<String>,
    pub language: Option<String>,
    pub url: Option<String>,
    /// How its file was read, for a file that is one article.
    pub encoding: Option<Encoding>,
}

/// An encoding by the name that the WHATWG standard gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Encoding {
    pub name: &'static str,
    /// Whether nothing but the look of the bytes speaks for it.
    pub guessed: bool,
}

impl fmt::Display for Encoding {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}{}", self.name, if self.guessed { " (guessed)" } else { "" })
    }
}

/// What could not be read, with the reason: a row of `skipped.csv`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Skipped {
    pub path: String,
    pub line: Option<u64>,
    pub reason: String,
}

impl Skipped {
    /// The path comes from a disk that anybody may have written to: nothing in it moves a cursor.
    pub fn new(path: &str, line: Option<u64>, reason: impl Into<String>) -> Self {
        Self { path: inert(path), line, reason: reason.into() }
    }
}

/// A file that was read, for the manifest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Input {
    pub path: String,
    pub bytes: u64,
    pub sha256: String,
}

/// The id of the article at `path` (and `row`, in a file of many).
pub fn id(path: &str) -> String {
    sha256(path.as_bytes())[..16].to_owned()
}
