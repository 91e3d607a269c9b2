//! The actor dictionary: who is looked for, how they are written, and who held which office when.
//!
//! It is written as TOML (`actors.toml`) or as one CSV for a spreadsheet; both say the same (`sheet`).

mod cells;
mod checks;
mod entry;
mod fields;
pub(super) mod nearest;
mod office;
mod sheet;
pub mod write;

use std::path::Path;

use serde::Serialize;

use crate::base::date::Date;
use crate::base::disk;
use crate::base::problem::{Problem, shown};
use crate::config::section::Section;
use crate::config::source::Source;
use entry::Entry;
use office::Sets;
pub use sheet::COLUMNS;

/// All actors and offices, each sorted by id, so that an index is a stable name for one within a run.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Dictionary {
    pub actors: Vec<Actor>,
    pub offices: Vec<Office>,
    /// Ways of writing one name in Latin letters, such as Pak and Park.
    pub transliterations: Vec<Transliteration>,
    /// Phrases that hold a name and mean nobody: "Russian roulette".
    pub nobody: Vec<String>,
}

/// One `[[actor]]`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Actor {
    pub id: String,
    pub name: String,
    #[serde(rename = "type")]
    pub kind: Kind,
    pub state: Option<String>,
    pub parent: Option<String>,
    pub capital: Option<String>,
    /// Places besides the capital whose name can stand for the government.
    pub seats: Vec<String>,
    /// The states between which the article decides where the adjective alone leaves it open ("Korean").
    pub one_of: Vec<String>,
    /// Of a state: whether its people write the surname first.
    pub surname_first: bool,
    /// Of a person, where it is not the first or last word of the name.
    pub surname: Option<String>,
    pub gender: Option<Gender>,
    pub aliases: Vec<Alias>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    Person,
    Organization,
    State,
    Place,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Gender {
    Female,
    Male,
}

/// A written form of an actor's name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Alias {
    pub text: String,
    pub form: Form,
    /// A strong alias counts anywhere; a weak one only with support in the same article.
    pub strong: bool,
}

/// One `[[office]]`: a role that actors hold one after the other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Office {
    pub id: String,
    /// The state or organization that it belongs to.
    pub of: String,
    /// What the role is called without its state: "defence minister".
    pub titles: Vec<String>,
    /// What the holder is head of, without the state: "defence ministry".
    pub bodies: Vec<String>,
    /// What means this office with no state named: "Pentagon chief".
    pub aliases: Vec<String>,
    /// The day to which the holders are known to be right.
    pub reviewed: Option<Date>,
    pub holders: Vec<Term>,
}

/// One holder's time in an office, first and last day included; open where it is not known or not over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Term {
    pub actor: String,
    pub from: Option<Date>,
    pub until: Option<Date>,
}

/// One `[[transliteration]]`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Transliteration {
    /// What the variants are of, for people who read the dictionary.
    pub of: String,
    pub variants: Vec<String>,
}

impl Kind {
    pub const NAMES: [(&str, Kind); 4] = [
        ("person", Kind::Person),
        ("organization", Kind::Organization),
        ("state", Kind::State),
        ("place", Kind::Place),
    ];

    pub fn name(self) -> &'static str {
        Self::NAMES[self as usize].0
    }
}

/// How a mention is written: the columns `n_name` ... `n_adjective`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Form {
    Name,
    Short,
    Abbr,
    Role,
    Metonym,
    Adjective,
}

impl Form {
    pub const ALL: [Form; 6] = [Form::Name, Form::Short, Form::Abbr, Form::Role, Form::Metonym, Form::Adjective];

    pub fn name(self) -> &'static str {
        ["name", "short", "abbr", "role", "metonym", "adjective"][self as usize]
    }
}

/// The largest dictionary that is read. A million aliases fit; more is a list that nobody has read.
const LARGEST: u64 = 32 << 20;

/// Whether a file holds the dictionary as CSV; any other holds it as TOML.
pub fn is_sheet(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("csv"))
}

/// Reads and checks a dictionary file.
///
/// # Errors
/// Every problem of the file, with its line.
pub fn load(path: &Path) -> Result<Dictionary, Vec<Problem>> {
    let size = disk::facts(path).map_or(0, |facts| facts.bytes);
    if size > LARGEST {
        let what = format!("the dictionary has {} MB, and at most {} MB are read", size >> 20, LARGEST >> 20);
        let remedy = "keep the actors that your articles can name, and remove the others";
        return Err(vec![Problem::of(path, what, remedy)]);
    }
    let remedy = "write one with `newsgauge init`, or name another with [measure] dictionary";
    let text = disk::read_text(path, remedy).map_err(|problem| vec![problem])?;
    parse(&shown(path), &text)
}

/// The dictionary that `text` holds: CSV if `file` ends so, else TOML.
pub fn parse(file: &str, text: &str) -> Result<Dictionary, Vec<Problem>> {
    let sheet = is_sheet(Path::new(file));
    let (mut source, raw) = if sheet { sheet::read(file, text) } else { read(file, text) };
    checks::check(&mut source, &raw);
    let problems = source.close();
    if !problems.is_empty() {
        return Err(problems);
    }
    let mut actors: Vec<Actor> = raw.entries.into_iter().filter_map(Entry::actor).collect();
    actors.sort_by(|a, b| a.id.cmp(&b.id));
    let mut offices: Vec<Office> = raw.offices.into_iter().filter_map(office::Entry::office).collect();
    offices.sort_by(|a, b| a.id.cmp(&b.id));
    let transliterations = raw.sets.into_iter().map(Sets::whole).collect();
    let nobody = raw.nobody.into_iter().map(|(phrase, _)| phrase).collect();
    Ok(Dictionary { actors, offices, transliterations, nobody })
}

/// A file as it is written, before it is checked.
#[derive(Default)]
struct Raw {
    entries: Vec<Entry>,
    offices: Vec<office::Entry>,
    sets: Vec<Sets>,
    nobody: Vec<fields::Placed<String>>,
}

fn read(file: &str, text: &str) -> (Source, Raw) {
    let (mut source, table) = Source::open(file, text);
    let mut top = Section::new("", 0, table);
    let mut raw = Raw::default();
    for section in top.tables(&mut source, "actor") {
        raw.entries.push(Entry::read(&mut source, section));
    }
    for section in top.tables(&mut source, "office") {
        raw.offices.push(office::Entry::read(&mut source, section));
    }
    for section in top.tables(&mut source, "transliteration") {
        raw.sets.push(Sets::read(&mut source, section));
    }
    for mut section in top.tables(&mut source, "nobody") {
        raw.nobody.extend(fields::Fields::texts(&mut section, &mut source, "phrases"));
        section.finish(&mut source);
    }
    top.finish(&mut source);
    (source, raw)
}
