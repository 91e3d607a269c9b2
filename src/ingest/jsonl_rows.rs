//! .jsonl: one article a line, each a JSON object.

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::Value;

use super::csv_rows::too_large;
use super::record::Record;
use crate::config::{Columns, Ingest};

/// The records of whole lines, the first of which has the number `first`; empty lines are passed over.
pub fn records<'b>(
    path: &'b str,
    first: u32,
    bytes: &'b [u8],
    config: &'b Ingest,
) -> impl Iterator<Item = Record> + 'b {
    let bytes = bytes.strip_suffix(b"\n").unwrap_or(bytes);
    let mut rows = first..;
    let mut starts = 0;
    let lines = std::iter::from_fn(move || {
        let rest = bytes.get(starts..)?;
        let end = memchr::memchr(b'\n', rest).unwrap_or(rest.len());
        starts += end + 1;
        Some(&rest[..end])
    });
    lines.filter_map(move |line| record(path, rows.next().unwrap_or(u32::MAX), line, config))
}

fn record(path: &str, row: u32, line: &[u8], config: &Ingest) -> Option<Record> {
    let number = Some(u64::from(row));
    if line.len() as u64 > config.max_article_mb << 20 {
        return Some(Record::skip(path, row, number, too_large(config.max_article_mb)));
    }
    let object = line.trim_ascii();
    if object.is_empty() {
        return None;
    }
    if object.first() != Some(&b'{') && serde_json::from_slice::<Value>(object).is_ok() {
        return Some(Record::skip(path, row, number, "JSON, but no object: write {\"text\": ...}".to_owned()));
    }
    Some(match fields(object, &config.columns) {
        Ok(mut fields) => Record::fill(path, row, number, &config.columns, |name| fields.take(name)),
        Err(error) => Record::skip(path, row, number, format!("not JSON: {}", reason(&error))),
    })
}

fn fields<'c>(object: &[u8], columns: &'c Columns) -> serde_json::Result<Fields<'c>> {
    let mut json = serde_json::Deserializer::from_slice(object);
    let fields =
        Fields { text: &columns.text, found: columns.all().map(|name| (name, None)) }.deserialize(&mut json)?;
    json.end()?;
    Ok(fields)
}

/// The values of the configured columns; the others are read over.
struct Fields<'c> {
    text: &'c str,
    found: [(&'c str, Option<String>); 7],
}

impl Fields<'_> {
    fn take(&mut self, name: &str) -> Option<String> {
        // Not taken away: two columns may be configured with one name.
        self.found.iter().find(|(column, _)| *column == name).and_then(|(_, value)| value.clone())
    }

    fn set(&mut self, name: &str, value: Value) {
        // A number is no article; in other fields it is as good as its text.
        let value = if name == self.text && !value.is_string() { None } else { text_of(value) };
        for (column, found) in &mut self.found {
            if *column == name {
                found.clone_from(&value);
            }
        }
    }
}

impl<'de> DeserializeSeed<'de> for Fields<'_> {
    type Value = Self;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Fields<'_> {
    type Value = Self;

    fn expecting(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("a map")
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<Self, A::Error> {
        while let Some(name) = map.next_key::<String>()? {
            if self.found.iter().any(|(column, _)| *column == name) {
                let value = map.next_value()?;
                self.set(&name, value);
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(self)
    }
}

/// A JSON value as the text of a field: numbers as written, lists of authors joined.
fn text_of(value: Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text),
        Value::Number(number) => Some(number.to_string()),
        Value::Array(items) => items.into_iter().map(text_of).collect::<Option<Vec<_>>>().map(|texts| texts.join("; ")),
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
