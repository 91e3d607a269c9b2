//! What the input holds, in few enough bytes to be remembered: a later run sees by it whether anything changed.

use serde::{Deserialize, Serialize};

use super::article::{Input, Skipped};
use super::discover::{Format, Source};
use super::hashing::Hashing;
use super::{Corpus, text_file};
use crate::base::disk::{self, Unreadable};
use crate::base::problem::{Failure, inert};

/// What one file holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Held {
    Bytes {
        bytes: u64,
        sha256: String,
    },
    /// It is an article that cannot be read, for this reason.
    Unread(String),
}

impl Corpus<'_> {
    /// All that the listing found besides articles, as a hash: other files by name, sidecars with what they hold.
    pub fn beside(&self) -> String {
        self.beside.clone().finish()
    }

    /// The files to read, by their paths below the input folder, in order.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.sources.iter().map(|source| source.below.as_str())
    }

    /// How many bytes file number `file` has and when it was changed, without reading it; `None` if it is gone.
    pub fn facts(&self, file: usize) -> Option<disk::Facts> {
        disk::facts(&self.sources[file].path)
    }

    /// Reads file number `file` as a run would.
    ///
    /// # Errors
    /// What is the machine's fault. `None` where not even the file's fault can be told in a reason that stays.
    pub fn holds(&self, file: usize) -> Result<Option<Held>, Failure> {
        let source = &self.sources[file];
        let held = match source.format {
            Format::Text => text_file::bytes(source, self.config).map(|(_, input)| input),
            Format::Csv | Format::Jsonl => rows(source),
        };
        match held {
            Ok(Input { bytes, sha256, .. }) => Ok(Some(Held::Bytes { bytes, sha256 })),
            Err(Unreadable::Skip(reason)) => Ok((source.format == Format::Text).then_some(Held::Unread(reason))),
            Err(Unreadable::Machine(problem)) => Err(problem.into()),
        }
    }

    /// What each file held when it was read, in order; both lists are those of a whole reading, `skipped` sorted.
    ///
    /// `None` where a file of rows could not be read to its end: nobody knows what it held.
    pub fn held(&self, inputs: &[Input], skipped: &[Skipped]) -> Option<Vec<Held>> {
        let mut inputs = inputs.iter().peekable();
        let held = |source: &Source| match inputs.next_if(|input| input.path == source.below) {
            Some(Input { bytes, sha256, .. }) => Some(Held::Bytes { bytes: *bytes, sha256: sha256.clone() }),
            None => unread(source, skipped),
        };
        self.sources.iter().map(held).collect()
    }
}

/// The reason why a file that is one article was not read, which is the only row that it has.
fn unread(source: &Source, skipped: &[Skipped]) -> Option<Held> {
    let path = inert(&source.below);
    let row = skipped.get(skipped.partition_point(|row| row.path < path))?;
    let told = source.format == Format::Text && row.path == path && row.line.is_none();
    told.then(|| Held::Unread(row.reason.clone()))
}

/// A file of rows, read to its end.
fn rows(source: &Source) -> Result<Input, Unreadable> {
    let (bytes, sha256) =
        Hashing::of(disk::open(&source.path)?).whole().map_err(|error| disk::unreadable(&source.path, &error))?;
    Ok(Input { path: source.below.clone(), bytes, sha256 })
}
