//! .csv: one article a row, read one row at a time.

use std::io::Read;

use csv::{ByteRecord, ErrorKind, Position, Reader};

use super::decode::as_utf8;
use super::quotes::{Faults, Quotes};
use super::record::{Record, Records};
use crate::config::Ingest;

/// The rows of a table with a header line.
///
/// A row with another number of fields than the header is skipped: its quotes are damaged, and its text would be another row's.
pub fn records(path: &str, bytes: impl Read + Send + 'static, config: &Ingest) -> Records {
    let delimiter = u8::try_from(config.csv_delimiter).unwrap_or(b',');
    // A row may be a little larger than its text.
    let quotes = Quotes::new(as_utf8(bytes, config), delimiter, (config.max_article_mb << 20) + (1 << 20));
    let faults = quotes.faults();
    let mut reader = csv::ReaderBuilder::new().flexible(true).delimiter(delimiter).from_reader(quotes);
    let headers = match reader.byte_headers() {
        Ok(headers) => headers.iter().map(|name| String::from_utf8_lossy(name).trim().to_owned()).collect::<Vec<_>>(),
        Err(error) => return Record::broken(io(error)),
    };
    if headers.is_empty() {
        return Record::none(path, None, "empty".to_owned());
    }
    if !headers.iter().any(|header| same(header, &config.columns.text)) {
        return Record::none(path, Some(1), without_text(&headers, &config.columns.text));
    }
    let table = Table { path: path.to_owned(), headers, config: config.clone(), faults };
    let rows = (1u32..).map_while(move |row| next(&mut reader).transpose().map(|record| (row, record)));
    Box::new(rows.map(move |(row, record)| Ok(table.record(row, &record?))))
}

/// What every row of a file needs.
struct Table {
    path: String,
    headers: Vec<String>,
    config: Ingest,
    faults: Faults,
}

impl Table {
    fn record(&self, row: u32, record: &ByteRecord) -> Record {
        let line = record.position().map(Position::line);
        let skip = |reason: String| Record::skip(&self.path, row, line, reason);
        if let Some(opened) = self.faults.of(u64::from(row)) {
            return skip(format!(
                "the quote opened in line {opened} is not closed where a field ends; rows may have gone with it"
            ));
        }
        if record.len() != self.headers.len() {
            return skip(format!("{} fields where the header has {}", record.len(), self.headers.len()));
        }
        if record.as_slice().len() as u64 > self.config.max_article_mb << 20 {
            return skip(too_large(self.config.max_article_mb));
        }
        let Ok(texts) = record.iter().map(std::str::from_utf8).collect::<Result<Vec<_>, _>>() else {
            return skip("not valid UTF-8 ([ingest] encoding names another)".to_owned());
        };
        let value =
            |name: &str| self.headers.iter().position(|header| same(header, name)).map(|at| texts[at].to_owned());
        Record::fill(&self.path, row, line, &self.config.columns, value)
    }
}

/// The reason for a row or a line above the limit.
pub fn too_large(megabytes: u64) -> String {
    format!("larger than {megabytes} MB ([ingest] max_article_mb)")
}

/// Spreadsheets capitalise headings.
fn same(header: &str, name: &str) -> bool {
    header.eq_ignore_ascii_case(name)
}

fn next(reader: &mut Reader<impl Read>) -> std::io::Result<Option<ByteRecord>> {
    let mut record = ByteRecord::new();
    let found = reader.read_byte_record(&mut record).map_err(io)?;
    Ok(found.then_some(record))
}

/// Bytes in rows of any length can only fail to be read; other kinds of error are for readers of text.
fn io(error: csv::Error) -> std::io::Error {
    let text = error.to_string();
    match error.into_kind() {
        ErrorKind::Io(error) => error,
        _ => std::io::Error::new(std::io::ErrorKind::InvalidData, text),
    }
}

fn without_text(headers: &[String], text: &str) -> String {
    let remedy = if headers.len() == 1 {
        "if these are several, name what separates them in [ingest] csv_delimiter"
    } else {
        "name the one with the text in [ingest.columns] text"
    };
    format!("no column `{text}`; it has {}: {remedy}", headers.join(", "))
}
