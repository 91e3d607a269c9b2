//! Suggestions as text: a table for people, entries to paste into the dictionary, and JSON for programs.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::base::problem::inert;
use crate::base::wording::plural;
use crate::config::dictionary::{Dictionary, Kind};
use crate::link::slug;
use crate::measure::suggest::{Suggestion, Why};

/// Characters of an example that are shown.
const EXAMPLE: usize = 80;

/// A table with aligned columns.
pub fn table(rows: &[Suggestion], dictionary: &Dictionary) -> String {
    let head = ["surface", "n", "articles", "type", "why", "example"].map(str::to_owned);
    let row = |row: &Suggestion| {
        let (n, articles) = (row.n.to_string(), row.articles.to_string());
        let kind = row.kind.map_or("", Kind::name).to_owned();
        [inert(&row.surface), n, articles, kind, row.why.text(dictionary), shortened(row)]
    };
    let cells: Vec<[String; 6]> = std::iter::once(head).chain(rows.iter().map(row)).collect();
    let widths: [usize; 6] =
        std::array::from_fn(|column| cells.iter().map(|row| row[column].chars().count()).max().unwrap_or(0));
    let mut text = String::new();
    for row in cells {
        for (column, (cell, width)) in row.iter().zip(widths).enumerate() {
            // Numbers stand to the right.
            match column {
                1 | 2 => text += &format!("{cell:>width$}  "),
                _ => text += &format!("{cell:<width$}  "),
            }
        }
        text.truncate(text.trim_end().len());
        text.push('\n');
    }
    text
}

/// Entries of actors.toml; a likely alias is a comment, since it belongs into the entry of another.
pub fn toml(rows: &[Suggestion], dictionary: &Dictionary) -> String {
    let offices = dictionary.offices.iter().map(|office| office.id.as_str());
    let mut taken: BTreeSet<String> =
        dictionary.actors.iter().map(|actor| actor.id.as_str()).chain(offices).map(str::to_owned).collect();
    let mut text = String::new();
    for row in rows {
        let name = quoted(&row.surface);
        let (times, articles) = (plural(row.n, "time"), plural(row.articles, "article"));
        let found = format!("# {times} in {articles}: {}\n", shortened(row));
        match row.why {
            Why::SurnameOf(_) => continue,
            Why::SurnameLike(actor) | Why::SpellingLike(actor) => {
                let list = if matches!(row.why, Why::SurnameLike(_)) { "weak" } else { "aliases" };
                let id = &dictionary.actors[actor as usize].id;
                text += &format!("{found}# alias of {id}?\n# {list} = [{name}]\n\n");
            }
            Why::Unlisted | Why::Acronym => {
                let id = free(&row.surface, &mut taken);
                text += &format!("{found}[[actor]]\nid = \"{id}\"\nname = {name}\n{}\n", what(row));
            }
        }
    }
    text.truncate(text.trim_end().len());
    text + "\n"
}

/// One object a line.
pub fn json(rows: &[Suggestion], dictionary: &Dictionary) -> String {
    let object = |row: &Suggestion| -> Value {
        let like = row.why.like().map(|actor| &dictionary.actors[actor as usize].id);
        json!({
            "message_type": "suggestion", "surface": row.surface, "n": row.n, "articles": row.articles,
            "why": row.why.text(dictionary), "example": row.example, "type": row.kind.map(Kind::name), "like": like,
        })
    };
    rows.iter().map(|row| format!("{}\n", object(row))).collect()
}

/// The type of an entry, and the surname of a person.
fn what(row: &Suggestion) -> String {
    let surname = row.surface.rsplit_once(' ').filter(|(_, surname)| surname.chars().count() > 1);
    match (row.kind, surname) {
        (Some(Kind::Person), Some((_, surname))) => format!("type = \"person\"\nweak = [{}]\n", quoted(surname)),
        (Some(kind), _) => format!("type = \"{}\"\n", kind.name()),
        (None, _) => "type = \"organization\"  # a guess: person, organization, state or place\n".to_owned(),
    }
}

/// An id that nobody has.
fn free(name: &str, taken: &mut BTreeSet<String>) -> String {
    let slug = Some(slug(name)).filter(|slug| !slug.is_empty()).unwrap_or_else(|| "name".to_owned());
    let numbered = (2..).map(|number| format!("{slug}-{number}"));
    let id = std::iter::once(slug.clone()).chain(numbered).find(|id| !taken.contains(id)).unwrap_or(slug);
    taken.insert(id.clone());
    id
}

fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}

/// The example, or what of it is beside the name.
fn shortened(row: &Suggestion) -> String {
    let example = inert(&row.example);
    let before = example.find(&row.surface).map_or(0, |at| example[..at].chars().count());
    let length = example.chars().count();
    let skipped = before.saturating_sub(EXAMPLE / 2).min(length.saturating_sub(EXAMPLE));
    let mut shown: String = example.chars().skip(skipped).take(EXAMPLE).collect();
    let cut = skipped + EXAMPLE < length;
    if skipped > 0 {
        shown.insert(0, '…');
    }
    shown + if cut { "…" } else { "" }
}
