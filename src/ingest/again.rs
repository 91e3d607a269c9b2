//! Some articles read once more, and of the input only what holds them.

use std::iter::Peekable;
use std::slice::Iter;

use memchr::memchr;

use super::article::{Article, Place};
use super::discover::{Format, Source};
use super::edges::BYTES;
use super::lines::Lines;
use super::part::Part;
use super::{Corpus, csv_rows, decode};
use crate::base::disk::{self, Unreadable};
use crate::base::problem::Failure;

impl Corpus<'_> {
    /// Gives the articles at `places`, which are sorted, to `each`, in order; without those that cannot be read any more.
    ///
    /// # Errors
    /// What is the machine's fault, and what `each` fails with.
    pub fn again(&self, places: &[Place], mut each: impl FnMut(Article) -> Result<(), Failure>) -> Result<(), Failure> {
        for of_file in places.chunk_by(|a, b| a.file == b.file) {
            let file = of_file[0].file as usize;
            let Some(source) = self.sources.get(file) else { continue };
            let mut wanted = of_file.iter().peekable();
            match source.format {
                Format::Text => _ = self.read(self.texts(&mut (file..file + 1))?, &mut each)?,
                Format::Jsonl => self.lines_again(file, source, &mut wanted, &mut each)?,
                Format::Csv => self.rows_again(file, source, &mut wanted, &mut each)?,
            }
        }
        Ok(())
    }

    fn lines_again(
        &self,
        file: usize,
        source: &Source,
        wanted: &mut Peekable<Iter<'_, Place>>,
        each: &mut impl FnMut(Article) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        let Some(opened) = still_there(disk::open(&source.path))? else { return Ok(()) };
        let limit = usize::try_from(self.config.max_article_mb << 20).unwrap_or(usize::MAX);
        let mut lines = Lines::of(decode::as_utf8(opened, self.config), BYTES, limit);
        while wanted.peek().is_some() {
            let run = lines.next_lines().map_err(|error| disk::unreadable(&source.path, &error));
            let Some((first, bytes)) = still_there(run)?.flatten() else { break };
            let (mut row, mut rest) = (first, bytes.as_slice());
            while !rest.is_empty() {
                let end = memchr(b'\n', rest).map_or(rest.len(), |end| end + 1);
                if wanted.next_if(|place| place.row == row).is_some() {
                    self.read(Part::lines(file, row, rest[..end].to_vec()), &mut *each)?;
                }
                (row, rest) = (row.saturating_add(1), &rest[end..]);
            }
        }
        Ok(())
    }

    fn rows_again(
        &self,
        file: usize,
        source: &Source,
        wanted: &mut Peekable<Iter<'_, Place>>,
        each: &mut impl FnMut(Article) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        let Some(opened) = still_there(disk::open(&source.path))? else { return Ok(()) };
        for record in csv_rows::records(&source.below, opened, self.config) {
            let record = record.map_err(|error| disk::unreadable(&source.path, &error));
            let Some(record) = still_there(record)? else { break };
            if wanted.next_if(|place| place.row == record.row).is_some() {
                self.read(Part::rows(file, vec![record]), &mut *each)?;
            }
            if wanted.peek().is_none() {
                break;
            }
        }
        Ok(())
    }
}

/// `None` of what can be read no more through the file's own fault.
fn still_there<T>(read: Result<T, Unreadable>) -> Result<Option<T>, Failure> {
    match read {
        Ok(read) => Ok(Some(read)),
        Err(Unreadable::Skip(_)) => Ok(None),
        Err(Unreadable::Machine(problem)) => Err(problem.into()),
    }
}
