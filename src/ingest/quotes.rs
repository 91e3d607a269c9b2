//! Watches the quotes of a CSV file while it is read: the `csv` crate takes what it gets, and an unclosed quote would
//! make all rows behind it the text of one article without a word.

use std::io::{Error, ErrorKind, Read, Result};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// A reader that counts records as the `csv` crate does and remembers those whose quotes are wrong.
pub struct Quotes<R> {
    bytes: R,
    delimiter: u8,
    /// Bytes of a record at most; more of them end the file.
    limit: u64,
    size: u64,
    line: u64,
    state: State,
    opened: u64,
    faults: Faults,
}

/// What was found so far, shared with whoever reads the records.
#[derive(Clone, Default)]
pub struct Faults(Arc<Mutex<Found>>);

#[derive(Default)]
struct Found {
    /// The record that is being read; 0 is the header.
    record: u64,
    /// Records with wrong quotes, and the line in which the quote was opened.
    wrong: Vec<(u64, u64)>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    RecordStart,
    FieldStart,
    Plain,
    Quoted,
    /// Behind a quote inside quotes: the end of the field, or the first of two.
    Closing,
}

impl Faults {
    /// The line of the quote that spoils record `record`.
    pub fn of(&self, record: u64) -> Option<u64> {
        self.found().wrong.iter().find(|(wrong, _)| *wrong == record).map(|(_, line)| *line)
    }

    fn found(&self) -> MutexGuard<'_, Found> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<R> Quotes<R> {
    pub fn new(bytes: R, delimiter: u8, limit: u64) -> Self {
        let (state, faults) = (State::RecordStart, Faults::default());
        Self { bytes, delimiter, limit, size: 0, line: 1, state, opened: 0, faults }
    }

    pub fn faults(&self) -> Faults {
        self.faults.clone()
    }

    fn step(&mut self, byte: u8) {
        let ends = matches!(byte, b'\n' | b'\r');
        self.size += 1;
        self.state = match (self.state, byte) {
            (State::RecordStart, _) if ends => State::RecordStart,
            (State::RecordStart | State::FieldStart, b'"') => {
                self.opened = self.line;
                State::Quoted
            }
            (State::Quoted, b'"') => State::Closing,
            (State::Closing, b'"') | (State::Quoted, _) => State::Quoted,
            (_, byte) if byte == self.delimiter => State::FieldStart,
            _ if ends => {
                self.faults.found().record += 1;
                self.size = 0;
                State::RecordStart
            }
            (State::Closing, _) => {
                self.wrong();
                State::Plain
            }
            _ => State::Plain,
        };
        self.line += u64::from(byte == b'\n');
    }

    fn wrong(&mut self) {
        let mut found = self.faults.found();
        let record = found.record;
        found.wrong.push((record, self.opened));
    }
}

impl<R: Read> Read for Quotes<R> {
    fn read(&mut self, buffer: &mut [u8]) -> Result<usize> {
        let read = self.bytes.read(buffer)?;
        buffer[..read].iter().for_each(|byte| self.step(*byte));
        if read == 0 && !buffer.is_empty() && self.state == State::Quoted {
            self.wrong();
        }
        if self.size > self.limit {
            let what = format!(
                "a row is larger than [ingest] max_article_mb; the quote opened in line {} may be the cause",
                self.opened
            );
            return Err(Error::new(ErrorKind::InvalidData, what));
        }
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The spoilt records of a file and the lines of their quotes.
    fn wrong(text: &str) -> Vec<(u64, u64)> {
        let mut quotes = Quotes::new(text.as_bytes(), b',', 1 << 20);
        std::io::copy(&mut quotes, &mut std::io::sink()).unwrap();
        quotes.faults().found().wrong.clone()
    }

    #[test]
    fn quotes_that_are_right_are_no_fault() {
        assert_eq!(wrong("a,b\r\n\r\n1,\"two\nlines\"\r\n\"say \"\"so\"\"\",x y\"z\n"), []);
    }

    #[test]
    fn a_quote_that_is_never_closed_or_closed_too_late_spoils_its_record() {
        assert_eq!(wrong("a,b\n1,\"open\n2,x\n3,y\n"), [(1, 2)]);
        assert_eq!(wrong("a,b\n1,\"open\n2,\"x\"\n3,y\n"), [(1, 2)]);
    }

    #[test]
    fn a_record_above_the_limit_ends_the_file() {
        let text = format!("a\n\"{}", "x".repeat(200));
        let ended = std::io::copy(&mut Quotes::new(text.as_bytes(), b',', 100), &mut std::io::sink());
        assert!(ended.is_err_and(|error| error.to_string().contains("opened in line 2")));
    }
}
