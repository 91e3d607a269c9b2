//! What an actor or an office compiles to: every written form that is looked for, and who it can mean.

use serde::Serialize;

use super::compile::Linker;
use super::tree::{Case, End, Means};
use crate::base::date::Date;
use crate::config::dictionary::{Actor, Dictionary, Form, Kind, Office, Term};

/// An entry of the dictionary and what is made of it.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub enum Explained<'d> {
    Actor(Named<'d>),
    Office(Role<'d>),
}

/// An actor with all its written forms.
#[derive(Debug, Serialize)]
pub struct Named<'d> {
    pub id: &'d str,
    pub name: &'d str,
    #[serde(rename = "type")]
    pub kind: Kind,
    pub state: Option<&'d str>,
    pub parent: Option<&'d str>,
    /// The state whose government the place can stand for.
    pub stands_for: Option<&'d str>,
    pub forms: Vec<Written<'d>>,
    /// The offices that the person held, with the term.
    pub offices: Vec<Held<'d>>,
}

/// One written form.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Written<'d> {
    /// Whether it counts only with support in the article.
    pub weak: bool,
    /// Whether the program derived it from another.
    pub derived: bool,
    pub form: Form,
    /// As it is looked for: a hyphen is as good as a space.
    pub written: String,
    pub capitals: Case,
    /// Whether "the" must stand before it.
    pub behind_the: bool,
    /// The other actors that it can mean.
    pub also_of: Vec<&'d str>,
}

/// A term in an office.
#[derive(Debug, Serialize)]
pub struct Held<'d> {
    /// The other side: of a person the office, of an office the person.
    pub id: &'d str,
    pub name: &'d str,
    #[serde(serialize_with = "iso")]
    pub from: Option<Date>,
    #[serde(serialize_with = "iso")]
    pub until: Option<Date>,
}

/// An office with its phrases and holders.
#[derive(Debug, Serialize)]
pub struct Role<'d> {
    pub id: &'d str,
    pub of: &'d str,
    pub titles: &'d [String],
    pub bodies: &'d [String],
    pub aliases: &'d [String],
    /// Some of the phrases that are made with the names of the state.
    pub phrases: Vec<String>,
    #[serde(serialize_with = "iso")]
    pub reviewed: Option<Date>,
    pub holders: Vec<Held<'d>>,
}

/// A date as people write it.
#[expect(clippy::ref_option, reason = "serde asks for it")]
fn iso<S: serde::Serializer>(date: &Option<Date>, serializer: S) -> Result<S::Ok, S::Error> {
    date.map(|date| date.to_string()).serialize(serializer)
}

/// So many titles and bodies are shown in phrases.
const SHOWN: usize = 2;

/// What the entry `id` compiles to; `None` if there is none.
pub fn explain<'d>(dictionary: &'d Dictionary, id: &str) -> Option<Explained<'d>> {
    if let Ok(at) = dictionary.actors.binary_search_by(|actor| actor.id.as_str().cmp(id)) {
        return Some(Explained::Actor(named(dictionary, at)));
    }
    let office = dictionary.offices.iter().find(|office| office.id == id)?;
    Some(Explained::Office(role(dictionary, office)))
}

fn named(dictionary: &Dictionary, at: usize) -> Named<'_> {
    let linker = Linker::new(dictionary);
    let actor = &dictionary.actors[at];
    let own = |end: &&End| end.actor().is_some_and(|actor| actor as usize == at);
    let forms =
        linker.tree.all().flat_map(|ends| ends.iter().filter(own).filter_map(|end| written(dictionary, end, ends)));
    let mut forms: Vec<Written<'_>> = forms.collect();
    forms.sort();
    Named {
        id: &actor.id,
        name: &actor.name,
        kind: actor.kind,
        state: actor.state.as_deref(),
        parent: actor.parent.as_deref(),
        stands_for: linker.actors[at].seat_of.map(|state| dictionary.actors[state as usize].id.as_str()),
        forms,
        offices: offices(dictionary, actor),
    }
}

fn written<'d>(dictionary: &'d Dictionary, end: &End, all: &[End]) -> Option<Written<'d>> {
    let Means::Actor { actor, form, strong, made } = end.means else { return None };
    let others = all.iter().filter_map(End::actor).filter(|other| *other != actor);
    let mut also_of: Vec<&str> = others.map(|other| dictionary.actors[other as usize].id.as_str()).collect();
    also_of.sort_unstable();
    also_of.dedup();
    Some(Written {
        weak: !strong,
        derived: made,
        form,
        written: closed(&end.written),
        capitals: end.case,
        behind_the: end.the,
        also_of,
    })
}

/// A form as people write it: without spaces between the characters of Chinese and Japanese, of which each is a part.
fn closed(written: &str) -> String {
    let wide = |c: Option<char>| c.is_some_and(|c| matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'));
    let mut text = String::new();
    for part in written.split(' ') {
        let close = wide(text.chars().last()) && wide(part.chars().next());
        if !text.is_empty() && !close {
            text.push(' ');
        }
        text += part;
    }
    text
}

fn offices<'d>(dictionary: &'d Dictionary, person: &Actor) -> Vec<Held<'d>> {
    let held = |office: &'d Office| {
        let terms = office.holders.iter().filter(|term| term.actor == person.id);
        let name = office.titles.first().map_or("", String::as_str);
        terms.map(move |term| Held { id: &office.id, name, from: term.from, until: term.until })
    };
    let mut offices: Vec<Held<'_>> = dictionary.offices.iter().flat_map(held).collect();
    offices.sort_by_key(|held| (held.from, held.until, held.id));
    offices
}

fn role<'d>(dictionary: &'d Dictionary, office: &'d Office) -> Role<'d> {
    let actor = |id: &str| dictionary.actors.iter().find(|actor| actor.id == id);
    let holder = |term: &'d Term| Held {
        id: &term.actor,
        name: actor(&term.actor).map_or("", |actor| &actor.name),
        from: term.from,
        until: term.until,
    };
    Role {
        id: &office.id,
        of: &office.of,
        titles: &office.titles,
        bodies: &office.bodies,
        aliases: &office.aliases,
        phrases: actor(&office.of).map(|of| phrases(office, of)).unwrap_or_default(),
        reviewed: office.reviewed,
        holders: office.holders.iter().map(holder).collect(),
    }
}

/// The office with the names of what it belongs to: adjective, possessive, "of".
fn phrases(office: &Office, of: &Actor) -> Vec<String> {
    let adjective = of.aliases.iter().find(|alias| alias.form == Form::Adjective).map(|alias| &alias.text);
    let name = &of.name;
    let mut phrases = Vec::new();
    for title in office.titles.iter().take(SHOWN) {
        phrases.extend(adjective.map(|adjective| format!("{adjective} {title}")));
        phrases.extend([format!("{name}'s {title}"), format!("{title} of {name}")]);
    }
    for body in office.bodies.iter().filter(|body| body.contains(' ')).take(SHOWN) {
        phrases.extend(adjective.map(|adjective| format!("head of the {adjective} {}", capitalised(body))));
    }
    phrases
}

/// A body as a proper name, by which alone it is known: "Ministry of Defence".
fn capitalised(body: &str) -> String {
    let word = |word: &str| match word.chars().next() {
        Some(first) if !matches!(word, "of" | "and" | "for" | "the") => {
            first.to_uppercase().chain(word.chars().skip(1)).collect()
        }
        _ => word.to_owned(),
    };
    body.split(' ').map(word).collect::<Vec<String>>().join(" ")
}
