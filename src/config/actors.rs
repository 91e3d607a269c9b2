//! actors.toml -> `Dictionary`: the people, organizations, states and places that are looked for.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Serialize;

use super::load::document;
use super::section::{Section, Source};
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
    let mut source = Source::new(file.to_owned(), text);
    let table = document(&mut source, text);
    let mut top = Section::new("", 0, table);
    let mut places = BTreeMap::new();
    let mut actors = Vec::new();
    for section in top.tables(&mut source, "actor") {
        let start = section.start();
        if let Some(actor) = actor(&mut source, section, &mut places) {
            actors.push((start, actor));
        }
    }
    top.finish(&mut source);
    references(&mut source, &actors);
    source.problems.sort_by_key(|problem| problem.line);
    if !source.problems.is_empty() {
        return Err(source.problems);
    }
    let mut actors: Vec<Actor> = actors.into_iter().map(|(_, actor)| actor).collect();
    actors.sort_by(|a, b| a.id.cmp(&b.id));
    Ok(Dictionary { actors })
}

/// One entry; `places` remembers which ids were taken, and where.
fn actor(source: &mut Source, mut section: Section<'_>, places: &mut BTreeMap<String, usize>) -> Option<Actor> {
    let start = section.start();
    let id = section.optional::<String>(source, "id");
    let name = section.optional::<String>(source, "name");
    let kind = section.optional::<String>(source, "type");
    let mut text = |key: &str| section.optional::<String>(source, key).map(|(text, _)| text);
    let (state, parent, capital) = (text("state"), text("parent"), text("capital"));
    let mut aliases = aliases(source, &mut section);
    section.finish(source);
    if id.is_none() || name.is_none() || kind.is_none() {
        source.problem(
            start,
            "an actor needs id, name and type",
            "add the missing line; the head of actors.toml shows an entry",
        );
        return None;
    }
    let ((id, id_place), (name, name_place), (kind, kind_place)) = (id?, name?, kind?);
    let well_formed = !id.is_empty() && id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    if !well_formed {
        source.problem(
            id_place,
            format!("the id `{id}` is not usable"),
            "use lower-case letters a-z, digits and hyphens, such as kim-jong-un",
        );
    }
    if let Some(first) = places.insert(id.clone(), id_place) {
        let line = source.lines.line(first);
        source.problem(
            id_place,
            format!("the id `{id}` is taken by the actor in line {line}"),
            "give each actor an id of its own, or merge the two entries",
        );
    }
    aliases.insert(0, (Alias { text: name.clone(), form: Form::Name, strong: true }, name_place));
    for (alias, place) in &aliases {
        if !alias.text.chars().any(char::is_alphanumeric) {
            source.problem(
                *place,
                format!("the alias {:?} of `{id}` holds no letter", alias.text),
                "remove it: it could match nothing",
            );
        }
    }
    let Some((_, kind)) = Kind::NAMES.into_iter().find(|(known, _)| *known == kind) else {
        source.problem(
            kind_place,
            format!("the type `{kind}` is unknown"),
            "write person, organization, state or place",
        );
        return None;
    };
    Some(Actor {
        id,
        name,
        kind,
        state,
        parent,
        capital,
        aliases: aliases.into_iter().map(|(alias, _)| alias).collect(),
    })
}

fn aliases(source: &mut Source, section: &mut Section<'_>) -> Vec<(Alias, usize)> {
    let mut all = Vec::new();
    for (key, form, strong) in LISTS {
        let Some((texts, place)) = section.optional::<Vec<String>>(source, key) else { continue };
        all.extend(texts.into_iter().map(|text| (Alias { text, form, strong }, place)));
    }
    all
}

/// That `state`, `parent` and `capital` name actors of the right type, and that parents form no circle.
fn references(source: &mut Source, actors: &[(usize, Actor)]) {
    let by_id: BTreeMap<&str, &Actor> = actors.iter().map(|(_, actor)| (actor.id.as_str(), actor)).collect();
    for (start, actor) in actors {
        let named = [
            ("state", &actor.state, Some(Kind::State)),
            ("parent", &actor.parent, None),
            ("capital", &actor.capital, Some(Kind::Place)),
        ];
        for (key, target, kind) in named {
            let Some(target) = target else { continue };
            let fits = by_id.get(target.as_str()).is_some_and(|found| kind.is_none_or(|kind| found.kind == kind));
            if !fits {
                let wanted = kind.map_or("actor", Kind::name);
                let remedy = format!("add a {wanted} with this id, or correct the spelling");
                source.problem(
                    *start,
                    format!("`{}` has {key} = \"{target}\", and no {wanted} has that id", actor.id),
                    remedy,
                );
            }
        }
        if circular(&by_id, actor) {
            source.problem(
                *start,
                format!("the parents of `{}` lead back to it", actor.id),
                "remove one `parent` of the circle",
            );
        }
    }
}

fn circular(by_id: &BTreeMap<&str, &Actor>, actor: &Actor) -> bool {
    let mut above = actor.parent.as_deref();
    for _ in 0..by_id.len() {
        match above {
            None => return false,
            Some(id) if id == actor.id => return true,
            Some(id) => above = by_id.get(id).and_then(|actor| actor.parent.as_deref()),
        }
    }
    false
}
