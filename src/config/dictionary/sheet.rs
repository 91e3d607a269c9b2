//! The dictionary as one CSV, for people who edit it in a spreadsheet: a row an actor, an office or a set of variants.
//!
//! Lists are one cell with `|` between their items; a term of an office is `sergei-shoigu 2012-11-06/2024-05-12`.

use std::collections::BTreeMap;

use super::entry::Entry;
use super::fields::{Fields, Holder, Placed};
use super::office::{self, Sets};
use super::{Kind, Raw};
use crate::config::source::Source;

/// The columns, in the order in which they are written; a file may have them in any order, and leave any but `type` out.
pub(super) const COLUMNS: [&str; 23] = [
    "type",
    "id",
    "name",
    "state",
    "parent",
    "capital",
    "seats",
    "one_of",
    "surname_first",
    "surname",
    "gender",
    "aliases",
    "short",
    "abbr",
    "adjectives",
    "weak",
    "of",
    "titles",
    "bodies",
    "variants",
    "reviewed",
    "holders",
    "phrases",
];
/// Between the items of a list.
pub(super) const BETWEEN: &str = " | ";
/// What a row is besides an actor.
pub(super) const OFFICE: &str = "office";
pub(super) const VARIANTS: &str = "transliteration";
pub(super) const NOBODY: &str = "nobody";

/// The rows of a file.
pub(super) fn read(file: &str, text: &str) -> (Source, Raw) {
    let mut source = Source::of(file, text);
    let mut raw = Raw::default();
    // A spreadsheet writes a byte order mark, and some write semicolons.
    let body = text.strip_prefix('\u{feff}').unwrap_or(text);
    let offset = text.len() - body.len();
    let header = body.lines().next().unwrap_or("");
    let delimiter = if header.contains(';') && !header.contains(',') { b';' } else { b',' };
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(body.as_bytes());
    let header: Vec<String> = match reader.headers() {
        Ok(header) => header.iter().map(|name| name.trim().to_owned()).collect(),
        Err(error) => {
            source.problem(0, format!("not CSV: {error}"), "save it as CSV in UTF-8");
            return (source, raw);
        }
    };
    for name in header.iter().filter(|name| !name.is_empty() && !COLUMNS.contains(&name.as_str())) {
        let remedy = format!("remove it, or call it one of {}", COLUMNS.join(", "));
        source.problem(0, format!("unknown column `{name}`"), remedy);
    }
    for row in reader.records() {
        match row {
            Ok(row) => {
                let place = offset + row.position().map_or(0, |position| narrow(position.byte()));
                let cells = header.iter().cloned().zip(row.iter().map(|cell| cell.trim().to_owned()));
                let cells = cells.filter(|(name, cell)| !cell.is_empty() && COLUMNS.contains(&name.as_str()));
                add(&mut source, &mut raw, Row { place, cells: cells.collect() });
            }
            Err(error) => {
                let place = error.position().map_or(0, |position| narrow(position.byte()));
                source.problem(offset + place, format!("not CSV: {error}"), "correct the quotes of the row");
            }
        }
    }
    (source, raw)
}

/// A byte offset in a text that is in memory.
fn narrow(byte: u64) -> usize {
    usize::try_from(byte).unwrap_or(usize::MAX)
}

/// A row with its cells that are not empty, by column.
struct Row {
    place: usize,
    cells: BTreeMap<String, String>,
}

fn add(source: &mut Source, raw: &mut Raw, row: Row) {
    match row.cells.get("type").map(String::as_str) {
        None if row.cells.is_empty() => {}
        Some(OFFICE) => raw.offices.push(office::Entry::read(source, row.without_type())),
        Some(NOBODY) => {
            let mut row = row.without_type();
            raw.nobody.extend(row.texts(source, "phrases"));
            row.finish(source);
        }
        Some(VARIANTS) => raw.sets.push(Sets::read(source, row.without_type())),
        Some(kind) if Kind::NAMES.iter().all(|(name, _)| *name != kind) => {
            let what = format!("the type `{kind}` is unknown");
            source.problem(
                row.place,
                what,
                "write person, organization, state, place, office, transliteration or nobody",
            );
        }
        _ => raw.entries.push(Entry::read(source, row)),
    }
}

impl Row {
    fn without_type(mut self) -> Self {
        self.cells.remove("type");
        self
    }

    fn items(&mut self, key: &str) -> Vec<String> {
        let cell = self.cells.remove(key).unwrap_or_default();
        cell.split(BETWEEN.trim()).map(|item| item.trim().to_owned()).filter(|item| !item.is_empty()).collect()
    }
}

impl Fields for Row {
    fn start(&self) -> usize {
        self.place
    }

    fn has(&self, key: &str) -> bool {
        self.cells.contains_key(key)
    }

    fn text(&mut self, _: &mut Source, key: &str) -> Option<Placed<String>> {
        self.cells.remove(key).map(|cell| (cell, self.place))
    }

    fn flag(&mut self, source: &mut Source, key: &str) -> Option<Placed<bool>> {
        let cell = self.cells.remove(key)?;
        match cell.to_lowercase().as_str() {
            "true" => Some((true, self.place)),
            "false" => Some((false, self.place)),
            _ => {
                source.problem(self.place, format!("{key} must be true or false"), "correct the cell");
                None
            }
        }
    }

    fn texts(&mut self, _: &mut Source, key: &str) -> Vec<Placed<String>> {
        let place = self.place;
        self.items(key).into_iter().map(|item| (item, place)).collect()
    }

    fn holders(&mut self, _: &mut Source) -> Vec<Holder> {
        let place = self.place;
        let holder = |item: String| {
            let (actor, dates) = item.split_once(' ').unwrap_or((&item, ""));
            let (from, until) = dates.split_once('/').unwrap_or((dates, ""));
            let date = |text: &str| (!text.trim().is_empty()).then(|| (text.trim().to_owned(), place));
            Holder { place, actor: Some((actor.to_owned(), place)), from: date(from), until: date(until) }
        };
        self.items("holders").into_iter().map(holder).collect()
    }

    fn finish(self, source: &mut Source) {
        for name in self.cells.into_keys() {
            let what = format!("a row of this type has no {name}");
            source.problem(self.place, what, "empty the cell");
        }
    }
}
