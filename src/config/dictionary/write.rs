//! The dictionary written down: as TOML and as CSV, from each of which the same dictionary is read.

use std::fmt::Write;

use super::cells;
use super::entry::LISTS;
use super::sheet::{COLUMNS, NOBODY, OFFICE, VARIANTS};
use super::{Actor, Dictionary, Gender, Office, Term, Transliteration};

/// A field of an entry: a text, a yes, a list, or the holders of an office.
enum Field<'d> {
    Text(String),
    Yes,
    List(Vec<&'d str>),
    Holders(&'d [Term]),
}

/// Characters of a line of TOML.
const WIDTH: usize = 120;

/// All of an entry, in the order in which it is written.
type Entry<'d> = Vec<(&'static str, Field<'d>)>;

/// As TOML.
pub fn toml(dictionary: &Dictionary) -> String {
    let mut text = String::new();
    for (table, entry) in entries(dictionary) {
        let _ = writeln!(text, "[[{table}]]");
        for (key, field) in entry {
            let _ = match field {
                Field::Text(value) => writeln!(text, "{key} = {}", quoted(&value)),
                Field::Yes => writeln!(text, "{key} = true"),
                Field::List(items) => writeln!(text, "{}", listed(key, &items)),
                Field::Holders(terms) => {
                    writeln!(text, "holders = [\n{}]", terms.iter().map(holder).collect::<String>())
                }
            };
        }
        text.push('\n');
    }
    text.truncate(text.trim_end().len());
    text.push('\n');
    text
}

/// As CSV, with the byte order mark by which a spreadsheet knows UTF-8.
pub fn csv(dictionary: &Dictionary) -> String {
    let mut rows = vec![COLUMNS.map(str::to_owned).to_vec()];
    for (table, entry) in entries(dictionary) {
        let mut cells = vec![String::new(); COLUMNS.len()];
        let mut set = |key: &str, cell: String| {
            if let Some(at) = COLUMNS.iter().position(|column| *column == key) {
                cells[at] = cell;
            }
        };
        if table != "actor" {
            set("type", table.to_owned());
        }
        for (key, field) in entry {
            let cell = match field {
                Field::Text(value) => value,
                Field::Yes => "true".to_owned(),
                Field::List(items) => cells::list(items),
                Field::Holders(terms) => {
                    cells::list(terms.iter().map(term).collect::<Vec<_>>().iter().map(String::as_str))
                }
            };
            set(key, cells::guarded(cell));
        }
        rows.push(cells);
    }
    let mut writer = csv::Writer::from_writer("\u{feff}".as_bytes().to_vec());
    // Nothing can go wrong in memory, and rows of texts are texts.
    rows.iter().for_each(|row| writer.write_record(row).unwrap_or_default());
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}

fn entries(dictionary: &Dictionary) -> impl Iterator<Item = (&'static str, Entry<'_>)> {
    let actors = dictionary.actors.iter().map(|entry| ("actor", actor(entry)));
    let offices = dictionary.offices.iter().map(|entry| (OFFICE, office(entry)));
    let sets = dictionary.transliterations.iter().map(|entry| (VARIANTS, set(entry)));
    let phrases = dictionary.nobody.iter().map(String::as_str).collect();
    let nobody = (!dictionary.nobody.is_empty()).then(|| (NOBODY, vec![("phrases", Field::List(phrases))]));
    actors.chain(offices).chain(sets).chain(nobody)
}

fn actor(actor: &Actor) -> Entry<'_> {
    let mut entry = Vec::new();
    text(&mut entry, "id", Some(&actor.id));
    text(&mut entry, "name", Some(&actor.name));
    text(&mut entry, "type", Some(actor.kind.name()));
    text(&mut entry, "state", actor.state.as_deref());
    text(&mut entry, "parent", actor.parent.as_deref());
    text(&mut entry, "capital", actor.capital.as_deref());
    list(&mut entry, "seats", actor.seats.iter().map(String::as_str));
    list(&mut entry, "one_of", actor.one_of.iter().map(String::as_str));
    if actor.surname_first {
        entry.push(("surname_first", Field::Yes));
    }
    text(&mut entry, "surname", actor.surname.as_deref());
    let gender = actor.gender.map(|gender| if gender == Gender::Female { "female" } else { "male" });
    text(&mut entry, "gender", gender);
    for (key, form, strong) in LISTS {
        // The first alias is the name.
        let of = actor.aliases.iter().skip(1).filter(|alias| alias.form == form && alias.strong == strong);
        list(&mut entry, key, of.map(|alias| alias.text.as_str()));
    }
    entry
}

fn office(office: &Office) -> Entry<'_> {
    let mut entry = Vec::new();
    text(&mut entry, "id", Some(&office.id));
    text(&mut entry, "of", Some(&office.of));
    list(&mut entry, "titles", office.titles.iter().map(String::as_str));
    list(&mut entry, "bodies", office.bodies.iter().map(String::as_str));
    list(&mut entry, "aliases", office.aliases.iter().map(String::as_str));
    text(&mut entry, "reviewed", office.reviewed.map(|date| date.to_string()).as_deref());
    entry.push(("holders", Field::Holders(&office.holders)));
    entry
}

fn set(set: &Transliteration) -> Entry<'_> {
    let mut entry = Vec::new();
    text(&mut entry, "of", Some(set.of.as_str()).filter(|of| !of.is_empty()));
    list(&mut entry, "variants", set.variants.iter().map(String::as_str));
    entry
}

fn text(entry: &mut Entry<'_>, key: &'static str, value: Option<&str>) {
    entry.extend(value.map(|value| (key, Field::Text(value.to_owned()))));
}

fn list<'d>(entry: &mut Entry<'d>, key: &'static str, items: impl Iterator<Item = &'d str>) {
    let items: Vec<&str> = items.collect();
    if !items.is_empty() {
        entry.push((key, Field::List(items)));
    }
}

fn holder(term: &Term) -> String {
    let mut text = format!("    {{ actor = {}", quoted(&term.actor));
    for (key, date) in [("from", term.from), ("until", term.until)] {
        if let Some(date) = date {
            let _ = write!(text, ", {key} = \"{date}\"");
        }
    }
    text + " },\n"
}

fn term(term: &Term) -> String {
    let date = |date: Option<crate::base::date::Date>| date.map(|date| date.to_string()).unwrap_or_default();
    match (term.from, term.until) {
        (None, None) => term.actor.clone(),
        (from, until) => format!("{} {}/{}", term.actor, date(from), date(until)),
    }
}

/// A list in one line or, where that is too long, in several.
fn listed(key: &str, items: &[&str]) -> String {
    let items: Vec<String> = items.iter().map(|item| quoted(item)).collect();
    let line = format!("{key} = [{}]", items.join(", "));
    if line.chars().count() <= WIDTH {
        return line;
    }
    let mut lines = vec![String::new()];
    for item in items {
        match lines.last_mut() {
            Some(last) if last.is_empty() || last.chars().count() + item.chars().count() + 6 <= WIDTH => {
                let _ = write!(last, " {item},");
            }
            _ => lines.push(format!(" {item},")),
        }
    }
    format!("{key} = [\n{}]", lines.iter().map(|line| format!("   {line}\n")).collect::<String>())
}

/// A text in quotes, as TOML writes it.
fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}
