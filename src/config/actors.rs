//! actors.toml -> `Dictionary`: the people, organizations, states and places that are looked for.

use std::path::Path;

use serde::Serialize;

use super::checks;
use super::section::Section;
use super::source::Source;
use crate::base::disk;
use crate::base::problem::{Problem, shown};

/// All actors, sorted by id, so that an index is a stable name for one within a run.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Dictionary {
    pub actors: Vec<Actor>,
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
    pub aliases: Vec<Alias>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    Person,
    Organization,
    State,
    Place,
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

/// A written form of an actor's name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Alias {
    pub text: String,
    pub form: Form,
    /// A strong alias counts anywhere; a weak one only with support in the same article.
    pub strong: bool,
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

/// The lists of an entry: key, form, strength.
const LISTS: [(&str, Form, bool); 5] = [
    ("aliases", Form::Name, true),
    ("short", Form::Short, true),
    ("abbr", Form::Abbr, true),
    ("adjectives", Form::Adjective, true),
    ("weak", Form::Short, false),
];

/// Reads and checks a dictionary file.
///
/// # Errors
/// Every problem of the file, with its line.
pub fn load(path: &Path) -> Result<Dictionary, Vec<Problem>> {
    let remedy = "write one with `newsgauge init`, or name another with [measure] dictionary";
    let text = disk::read_text(path, remedy).map_err(|problem| vec![problem])?;
    parse(&shown(path), &text)
}

pub fn parse(file: &str, text: &str) -> Result<Dictionary, Vec<Problem>> {
    let (mut source, table) = Source::open(file, text);
    let mut top = Section::new("", 0, table);
    let entries: Vec<Entry> =
        top.tables(&mut source, "actor").into_iter().map(|section| Entry::read(&mut source, section)).collect();
    top.finish(&mut source);
    checks::check(&mut source, &entries);
    let problems = source.close();
    if !problems.is_empty() {
        return Err(problems);
    }
    let mut actors: Vec<Actor> = entries.into_iter().filter_map(Entry::actor).collect();
    actors.sort_by(|a, b| a.id.cmp(&b.id));
    Ok(Dictionary { actors })
}

/// One `[[actor]]` as it is written; each value with its place.
pub(super) struct Entry {
    pub id: Option<(String, usize)>,
    pub name: Option<(String, usize)>,
    pub kind: Option<(Kind, usize)>,
    pub state: Option<(String, usize)>,
    pub parent: Option<(String, usize)>,
    pub capital: Option<(String, usize)>,
    pub aliases: Vec<(Alias, usize)>,
}

impl Entry {
    fn read(source: &mut Source, mut section: Section<'_>) -> Self {
        let start = section.start();
        let absent: Vec<&str> = ["id", "name", "type"].into_iter().filter(|key| !section.has(key)).collect();
        if !absent.is_empty() {
            let what = format!("this actor has no {}", absent.join(" and no "));
            source.problem(start, what, "add it; the head of the shipped actors.toml shows what an entry needs");
        }
        let mut text = |key: &str| section.optional::<String>(source, key);
        let (id, name, kind) = (text("id"), text("name"), text("type"));
        let (state, parent, capital) = (text("state"), text("parent"), text("capital"));
        let strong =
            |(text, place): &(String, usize)| (Alias { text: text.clone(), form: Form::Name, strong: true }, *place);
        let mut aliases: Vec<(Alias, usize)> = name.iter().map(strong).collect();
        for (key, form, strong) in LISTS {
            let Some((texts, place)) = section.optional::<Vec<String>>(source, key) else { continue };
            aliases.extend(texts.into_iter().map(|text| (Alias { text, form, strong }, place)));
        }
        section.finish(source);
        let kind = kind.and_then(|(written, place)| {
            let known = Kind::NAMES.into_iter().find(|(name, _)| *name == written);
            if known.is_none() {
                let remedy = "write person, organization, state or place";
                source.problem(place, format!("the type `{written}` is unknown"), remedy);
            }
            known.map(|(_, kind)| (kind, place))
        });
        Self { id, name, kind, state, parent, capital, aliases }
    }

    /// The actor, of an entry without problems.
    fn actor(self) -> Option<Actor> {
        let text = |value: Option<(String, usize)>| value.map(|(text, _)| text);
        Some(Actor {
            id: text(self.id)?,
            name: text(self.name)?,
            kind: self.kind?.0,
            state: text(self.state),
            parent: text(self.parent),
            capital: text(self.capital),
            aliases: self.aliases.into_iter().map(|(alias, _)| alias).collect(),
        })
    }
}
