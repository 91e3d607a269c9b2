//! What one row of a file, or a file that is one article, gave.

use super::article::{Meta, Skipped};
use super::fields::Field;
use crate::base::digest::Quick;
use crate::config::Columns;

/// An article's parts, or the reason why there is none.
pub struct Record {
    /// 1-based; 0 for a file that is one article.
    pub row: u32,
    pub line: Option<u64>,
    pub parts: Result<(Meta, String), Skipped>,
    /// Fields that could not be read, though the article could.
    pub noted: Vec<Skipped>,
}

/// The records of a file; an `Err` ends it: the file, or the disk under it, cannot be read on.
pub type Records = Box<dyn Iterator<Item = std::io::Result<Record>> + Send>;

impl Record {
    /// A row without an article.
    pub fn skip(path: &str, row: u32, line: Option<u64>, reason: String) -> Self {
        Record { row, line, parts: Err(Skipped::new(path, line, reason)), noted: Vec::new() }
    }

    /// A file that gives nothing but the reason why.
    pub fn none(path: &str, line: Option<u64>, reason: String) -> Records {
        Box::new(std::iter::once(Ok(Self::skip(path, 0, line, reason))))
    }

    /// A file that cannot be read at all.
    pub fn broken(error: std::io::Error) -> Records {
        Box::new(std::iter::once(Err(error)))
    }

    /// Adds to `hash` all that it holds.
    pub fn describe(&self, hash: &mut Quick) {
        let Self { row, line, parts, noted } = self;
        match parts {
            Ok((meta, text)) => {
                hash.part(format!("{row} {line:?} {meta:?} {noted:?}").as_bytes());
                hash.part(text.as_bytes());
            }
            Err(reason) => hash.part(format!("{row} {line:?} {reason:?} {noted:?}").as_bytes()),
        }
    }

    /// An article's parts from the fields of a row; `value` gives that of a column.
    pub fn fill(
        path: &str,
        row: u32,
        line: Option<u64>,
        columns: &Columns,
        mut value: impl FnMut(&str) -> Option<String>,
    ) -> Self {
        let Some(text) = value(&columns.text) else {
            let reason = format!("no text under `{}` ([ingest.columns] text names the column)", columns.text);
            return Self::skip(path, row, line, reason);
        };
        let mut meta = Meta::default();
        let mut noted = Vec::new();
        for field in Field::ALL {
            let Some(given) = value(field.column(columns)) else { continue };
            if let Err(reason) = meta.set(field, &given, "column") {
                noted.push(Skipped::new(path, line, reason));
            }
        }
        Record { row, line, parts: Ok((meta, text)), noted }
    }
}
