//! .csv and .jsonl: one article a row, read one row at a time.

use std::io::{BufRead, Read};

use encoding_rs_io::{DecodeReaderBytes, DecodeReaderBytesBuilder};
use serde_json::{Map, Value};

use super::article::{Meta, Skipped};
use super::fields::{Field, Record};
use crate::config::{Columns, Ingest};

/// The rows of a table with a header line.
///
/// A row with another number of fields than the header is skipped: its quotes are damaged, and its text would be another row's.
pub fn csv(path: &str, bytes: impl Read + 'static, config: &Ingest) -> Box<dyn Iterator<Item = Record>> {
    let delimiter = u8::try_from(config.csv_delimiter).unwrap_or(b',');
    let mut reader = csv::ReaderBuilder::new().flexible(true).delimiter(delimiter).from_reader(utf8(bytes, config));
    let path = path.to_owned();
    let columns = config.columns.clone();
    let limit = config.max_article_mb << 20;
    let headers = match reader.byte_headers() {
        Ok(headers) => {
            headers.iter().map(|header| String::from_utf8_lossy(header).trim().to_owned()).collect::<Vec<_>>()
        }
        Err(error) => return one_skip(&path, Some(1), format!("its header cannot be read: {error}")),
    };
    if headers.is_empty() {
        return one_skip(&path, None, "empty".to_owned());
    }
    if !headers.contains(&columns.text) {
        let remedy = if headers.len() == 1 {
            "if these are several, name what separates them in [ingest] csv_delimiter"
        } else {
            "name the one with the text in [ingest.columns] text"
        };
        let reason = format!("no column `{}`; it has {}: {remedy}", columns.text, headers.join(", "));
        return one_skip(&path, Some(1), reason);
    }
    let mut row = 0;
    let records = std::iter::from_fn(move || {
        let mut record = csv::ByteRecord::new();
        row += 1;
        match reader.read_byte_record(&mut record) {
            Ok(false) => None,
            Ok(true) => Some(Ok((row, record))),
            Err(error) => Some(Err((row, error.to_string()))),
        }
    });
    Box::new(records.map(move |record| {
        let (row, record) = match record {
            Ok(pair) => pair,
            Err((row, error)) => return skip(&path, row, None, error),
        };
        let line = record.position().map(csv::Position::line);
        if record.len() != headers.len() {
            return skip(&path, row, line, format!("{} fields where the header has {}", record.len(), headers.len()));
        }
        if record.as_slice().len() as u64 > limit {
            return skip(&path, row, line, format!("larger than {limit} bytes ([ingest] max_article_mb)"));
        }
        let Ok(texts) = record.iter().map(std::str::from_utf8).collect::<Result<Vec<_>, _>>() else {
            return skip(&path, row, line, "not valid UTF-8".to_owned());
        };
        let value = |name: &str| headers.iter().position(|header| header == name).map(|at| texts[at].to_owned());
        fill(&path, row, line, &columns, value)
    }))
}

/// The lines of a file of JSON objects.
pub fn jsonl(path: &str, bytes: impl Read + 'static, config: &Ingest) -> Box<dyn Iterator<Item = Record>> {
    let mut reader = std::io::BufReader::new(utf8(bytes, config));
    let path = path.to_owned();
    let columns = config.columns.clone();
    let limit = usize::try_from(config.max_article_mb << 20).unwrap_or(usize::MAX);
    let mut row = 0;
    let lines = std::iter::from_fn(move || {
        row += 1;
        line(&mut reader, limit).transpose().map(|line| (row, line))
    });
    let filled = lines.filter_map(move |(row, line)| {
        let number = Some(u64::from(row));
        let bytes = match line {
            Ok(bytes) => bytes,
            Err(reason) => return Some(skip(&path, row, number, reason)),
        };
        let object = bytes.trim_ascii();
        if object.is_empty() {
            return None;
        }
        match serde_json::from_slice::<Map<String, Value>>(object) {
            Ok(object) => Some(fill(&path, row, number, &columns, |name| object.get(name).and_then(text_of))),
            Err(error) => Some(skip(&path, row, number, format!("not a JSON object: {}", without_line(&error)))),
        }
    });
    Box::new(filled)
}

/// An article's parts from the fields of a row.
fn fill(path: &str, row: u32, line: Option<u64>, columns: &Columns, value: impl Fn(&str) -> Option<String>) -> Record {
    let Some(text) = value(&columns.text) else {
        return skip(path, row, line, format!("no text under `{}` ([ingest.columns] text)", columns.text));
    };
    let mut meta = Meta::default();
    let mut noted = Vec::new();
    for field in Field::ALL {
        let Some(given) = value(field.column(columns)) else { continue };
        if let Err(reason) = meta.set(field, &given, "column") {
            noted.push(Skipped { path: path.to_owned(), line, reason });
        }
    }
    Record { row, parts: Ok((meta, text)), noted }
}

/// A JSON value as the text of a field: numbers as written, lists of authors joined.
fn text_of(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Array(items) => items.iter().map(text_of).collect::<Option<Vec<_>>>().map(|texts| texts.join("; ")),
        Value::Null | Value::Bool(_) | Value::Object(_) => None,
    }
}

/// The next line, `Err` where it is longer than `limit` (and then it is read over), `Ok(None)` at the end.
fn line(reader: &mut impl BufRead, limit: usize) -> Result<Option<Vec<u8>>, String> {
    let mut bytes = Vec::new();
    let read =
        reader.by_ref().take(limit as u64 + 1).read_until(b'\n', &mut bytes).map_err(|error| error.to_string())?;
    if read <= limit {
        return Ok((read > 0).then_some(bytes));
    }
    while bytes.last() != Some(&b'\n') {
        bytes.clear();
        if reader.by_ref().take(1 << 20).read_until(b'\n', &mut bytes).map_err(|error| error.to_string())? == 0 {
            break;
        }
    }
    Err(format!("larger than {limit} bytes ([ingest] max_article_mb)"))
}

/// serde_json counts lines within the line; the row's own line stands in the table beside the reason.
fn without_line(error: &serde_json::Error) -> String {
    let text = error.to_string();
    match text.rfind(" at line ") {
        Some(at) => format!("{} at column {}", &text[..at], error.column()),
        None => text,
    }
}

/// A stream of bytes as UTF-8: byte order marks are obeyed and removed; without one the bytes pass as they are.
fn utf8<R: Read>(bytes: R, config: &Ingest) -> DecodeReaderBytes<R, Vec<u8>> {
    let named = config.encoding.as_ref().and_then(|label| encoding_rs::Encoding::for_label(label.as_bytes()));
    let named = named.filter(|encoding| *encoding != encoding_rs::UTF_8);
    DecodeReaderBytesBuilder::new().encoding(named).utf8_passthru(true).strip_bom(true).bom_override(true).build(bytes)
}

fn skip(path: &str, row: u32, line: Option<u64>, reason: String) -> Record {
    Record { row, parts: Err(Skipped { path: path.to_owned(), line, reason }), noted: Vec::new() }
}

fn one_skip(path: &str, line: Option<u64>, reason: String) -> Box<dyn Iterator<Item = Record>> {
    Box::new(std::iter::once(skip(path, 0, line, reason)))
}
