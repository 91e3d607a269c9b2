//! .jsonl: one article a line, each a JSON object.

use std::io::{BufRead, BufReader, Read};

use serde_json::{Map, Value};

use super::csv_rows::too_large;
use super::decode::as_utf8;
use super::record::{Record, Records};
use crate::config::Ingest;

/// The lines of a file of JSON objects; empty lines are passed over.
pub fn records(path: &str, bytes: impl Read + 'static, config: &Ingest) -> Records {
    let mut reader = BufReader::new(as_utf8(bytes, config));
    let (path, config) = (path.to_owned(), config.clone());
    let limit = usize::try_from(config.max_article_mb << 20).unwrap_or(usize::MAX);
    let lines = (1u32..).map_while(move |row| next(&mut reader, limit).transpose().map(|line| (row, line)));
    Box::new(lines.filter_map(move |(row, line)| match line {
        Ok(line) => record(&path, row, &line, &config).map(Ok),
        Err(error) => Some(Err(error)),
    }))
}

/// One line of the file.
enum Line {
    Whole(Vec<u8>),
    /// Longer than the limit, and read over.
    TooLong,
}

fn record(path: &str, row: u32, line: &Line, config: &Ingest) -> Option<Record> {
    let number = Some(u64::from(row));
    let Line::Whole(bytes) = line else {
        return Some(Record::skip(path, row, number, too_large(config.max_article_mb)));
    };
    let object = bytes.trim_ascii();
    if object.is_empty() {
        return None;
    }
    if object.first() != Some(&b'{') && serde_json::from_slice::<Value>(object).is_ok() {
        return Some(Record::skip(path, row, number, "JSON, but no object: write {\"text\": ...}".to_owned()));
    }
    Some(match serde_json::from_slice::<Map<String, Value>>(object) {
        Ok(object) => {
            // A number is no article; in other fields it is as good as its text.
            let text = |name: &str| object.get(name).filter(|value| name != config.columns.text || value.is_string());
            Record::fill(path, row, number, &config.columns, |name| text(name).and_then(text_of))
        }
        Err(error) => Record::skip(path, row, number, format!("not JSON: {}", reason(&error))),
    })
}

/// The next line, `None` at the end.
fn next(reader: &mut impl BufRead, limit: usize) -> std::io::Result<Option<Line>> {
    let mut bytes = Vec::new();
    let read = reader.by_ref().take(limit as u64 + 1).read_until(b'\n', &mut bytes)?;
    if read <= limit {
        return Ok((read > 0).then_some(Line::Whole(bytes)));
    }
    while bytes.last() != Some(&b'\n') {
        bytes.clear();
        if reader.by_ref().take(1 << 20).read_until(b'\n', &mut bytes)? == 0 {
            break;
        }
    }
    Ok(Some(Line::TooLong))
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

/// serde_json counts lines within the line; the row's own line stands in the table beside the reason.
fn reason(error: &serde_json::Error) -> String {
    let text = error.to_string();
    match text.rfind(" at line ") {
        Some(at) if error.column() > 0 => format!("{} at column {}", &text[..at], error.column()),
        Some(at) => text[..at].to_owned(),
        None => text,
    }
}
