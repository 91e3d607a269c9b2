//! The dictionary as one CSV, for people who edit it in a spreadsheet: a row an actor, an office or a set of variants.
//!
//! Lists are one cell with `|` between their items; a term of an office is `sergei-shoigu 2012-11-06/2024-05-12`. What
//! spreadsheets do to a file is put up with: a byte order mark, semicolons, empty rows and columns, another order of columns.

use std::collections::BTreeMap;

use super::cells;
use super::entry::Entry;
use super::fields::{Fields, Holder, Placed};
use super::office::{self, Sets};
use super::{Kind, Raw, nearest};
use crate::config::source::Source;

/// The columns, in the order in which they are written; a file may have them in any order, and leave any but `type` out.
pub const COLUMNS: [&str; 23] = [
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
/// What a row is besides an actor.
pub(super) const OFFICE: &str = "office";
pub(super) const VARIANTS: &str = "transliteration";
pub(super) const NOBODY: &str = "nobody";

/// The rows of a file.
pub(super) fn read(file: &str, text: &str) -> (Source, Raw) {
    let mut source = Source::of(file, text);
    let mut raw = Raw::default();
    let body = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reader = csv::ReaderBuilder::new();
    reader.delimiter(delimiter(body)).flexible(true).has_headers(false);
    let mut header: Option<Vec<String>> = None;
    // Where a row holds another one, and where the last one begins.
    let (mut torn, mut last) = (Vec::new(), 0);
    for row in reader.from_reader(body.as_bytes()).records() {
        let row = match row {
            Ok(row) => row,
            Err(error) => {
                let place = place(text, body, error.position());
                source.problem(place, format!("not CSV: {error}"), "correct the quotes of the row");
                continue;
            }
        };
        if row.iter().all(|cell| cells::bare(cell).is_empty()) {
            continue;
        }
        let place = place(text, body, row.position());
        last = place;
        torn.extend(row.iter().any(holds_row).then_some(place));
        match &header {
            Some(header) => {
                let row = Row::read(&mut source, place, header, &row);
                add(&mut source, &mut raw, row);
            }
            None => match columns(&mut source, place, &row) {
                Some(columns) => header = Some(columns),
                None => break,
            },
        }
    }
    let odd = body.bytes().filter(|byte| *byte == b'"').count() % 2 == 1;
    if odd && torn.is_empty() {
        unclosed(&mut source, last, "of this row, or of one above it,");
    }
    torn.into_iter().for_each(|place| unclosed(&mut source, place, "of this row"));
    (source, raw)
}

fn unclosed(source: &mut Source, place: usize, whose: &str) {
    let remedy = "close it; one that is part of a text is written twice, and its cell stands in quotes";
    source.problem(place, format!("a quotation mark {whose} is not closed"), remedy);
}

/// What most often stands between the first names of columns; some spreadsheets write semicolons.
fn delimiter(body: &str) -> u8 {
    let header = body.lines().find(|line| line.contains(char::is_alphanumeric)).unwrap_or("");
    let count = |mark: &u8| header.bytes().filter(|byte| byte == mark).count();
    [b'\t', b';', b','].into_iter().max_by_key(count).unwrap_or(b',')
}

/// Where a row begins in the text; line ends before it, which the reader counts to it, are no part of it.
fn place(text: &str, body: &str, position: Option<&csv::Position>) -> usize {
    let start = position.and_then(|position| usize::try_from(position.byte()).ok()).unwrap_or(0).min(body.len());
    let ends = body.as_bytes()[start..].iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
    text.len() - body.len() + start + ends
}

/// The names of the columns, unless no row could be read by them.
fn columns(source: &mut Source, place: usize, row: &csv::StringRecord) -> Option<Vec<String>> {
    let names: Vec<String> = row.iter().map(|name| cells::bare(name).to_lowercase()).collect();
    for (at, name) in names.iter().enumerate().filter(|(_, name)| !name.is_empty()) {
        if !COLUMNS.contains(&name.as_str()) {
            let known = COLUMNS.join(", ");
            let near = nearest::nearest(COLUMNS.into_iter(), name);
            let remedy = nearest::remedy(&near, &format!("remove the column; known are {known}"));
            source.problem(place, format!("unknown column `{name}`"), remedy);
        } else if names[..at].contains(name) {
            source.problem(place, format!("the column `{name}` is there twice"), "put both into one");
        }
    }
    let kind = names.iter().any(|name| name == "type");
    if !kind {
        let what = "the first row names no column `type`";
        source.problem(place, what, "name the columns in the first row: type, id, name, and what else is needed");
    }
    kind.then_some(names)
}

/// A row with its cells that are not empty, by column.
struct Row {
    place: usize,
    cells: BTreeMap<String, String>,
}

/// Whether a cell that goes over several lines has swallowed a row.
fn holds_row(cell: &str) -> bool {
    let types = || Kind::NAMES.into_iter().map(|(name, _)| name).chain([OFFICE, VARIANTS, NOBODY]);
    let is_row =
        |line: &str| line.split_once([',', ';', '\t']).is_some_and(|(first, _)| types().any(|kind| kind == first));
    cell.lines().skip(1).any(is_row)
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
    fn read(source: &mut Source, place: usize, header: &[String], row: &csv::StringRecord) -> Self {
        let cells = row.iter().map(cells::bare);
        if cells.clone().skip(header.len()).any(|cell| !cell.is_empty()) {
            let what = format!("this row has {} cells, and there are {} columns", row.len(), header.len());
            source.problem(place, what, "put quotes around a cell that holds the mark between cells");
        }
        let named =
            header.iter().zip(cells).filter(|(name, cell)| !cell.is_empty() && COLUMNS.contains(&name.as_str()));
        Self { place, cells: named.map(|(name, cell)| (name.clone(), cell.to_owned())).collect() }
    }

    fn without_type(mut self) -> Self {
        self.cells.remove("type");
        self
    }

    fn items(&mut self, key: &str) -> Vec<String> {
        self.cells.remove(key).map(|cell| cells::items(&cell)).unwrap_or_default()
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
        let cell = self.cells.remove(key)?;
        // Some guard a date too, so that a spreadsheet leaves it as it is.
        let cell = if key == "reviewed" { cell.trim_start_matches('\'').to_owned() } else { cell };
        Some((cell, self.place))
    }

    fn flag(&mut self, source: &mut Source, key: &str) -> Option<Placed<bool>> {
        let cell = self.cells.remove(key)?;
        match cell.to_lowercase().as_str() {
            "true" => Some((true, self.place)),
            "false" => Some((false, self.place)),
            _ => {
                source.problem(self.place, format!("{key} is {cell:?}, and must be true or false"), "correct the cell");
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
            source.problem(self.place, what, "empty the cell, or correct the type");
        }
    }
}
