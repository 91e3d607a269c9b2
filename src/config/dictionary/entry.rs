//! One `[[actor]]` as it is written; each value with its place.

use super::fields::{Fields, Placed};
use super::{Actor, Alias, Form, Gender, Kind};
use crate::config::source::Source;

/// An actor before it is checked.
pub(super) struct Entry {
    pub id: Option<Placed<String>>,
    pub name: Option<Placed<String>>,
    pub kind: Option<Placed<Kind>>,
    pub state: Option<Placed<String>>,
    pub parent: Option<Placed<String>>,
    pub capital: Option<Placed<String>>,
    pub seats: Vec<Placed<String>>,
    pub one_of: Vec<Placed<String>>,
    pub surname_first: Option<Placed<bool>>,
    pub surname: Option<Placed<String>>,
    pub gender: Option<Placed<Gender>>,
    pub aliases: Vec<Placed<Alias>>,
}

/// The lists of names of an entry: key, form, strength.
pub(super) const LISTS: [(&str, Form, bool); 5] = [
    ("aliases", Form::Name, true),
    ("short", Form::Short, true),
    ("abbr", Form::Abbr, true),
    ("adjectives", Form::Adjective, true),
    ("weak", Form::Short, false),
];

impl Entry {
    pub fn read(source: &mut Source, mut fields: impl Fields) -> Self {
        fields.needs(source, "actor", &["id", "name", "type"]);

        let mut text = |key: &str| fields.text(source, key);
        let (id, name, kind) = (text("id"), text("name"), text("type"));
        let (state, parent, capital, surname) = (text("state"), text("parent"), text("capital"), text("surname"));
        let gender = text("gender");
        let surname_first = fields.flag(source, "surname_first");
        let (seats, one_of) = (fields.texts(source, "seats"), fields.texts(source, "one_of"));
        let mut aliases = Vec::new();
        for (key, form, strong) in LISTS {
            let texts = fields.texts(source, key).into_iter();
            aliases.extend(texts.map(|(text, place)| (Alias { text, form, strong }, place)));
        }
        fields.finish(source);
        // A name that is among the weak aliases is weak itself: "Georgia" is a state of the US too.
        let weak = |name: &str| aliases.iter().any(|(alias, _)| !alias.strong && alias.text == name);
        let own = name
            .iter()
            .map(|(text, place)| (Alias { text: text.clone(), form: Form::Name, strong: !weak(text) }, *place));
        let own: Vec<_> = own.collect();
        aliases.splice(0..0, own);
        let kind = known(source, kind, "type", "person, organization, state or place", |written| {
            Kind::NAMES.into_iter().find(|(name, _)| *name == written).map(|(_, kind)| kind)
        });
        let gender = known(source, gender, "gender", "female or male", |written| match written {
            "female" => Some(Gender::Female),
            "male" => Some(Gender::Male),
            _ => None,
        });
        Self { id, name, kind, state, parent, capital, seats, one_of, surname_first, surname, gender, aliases }
    }

    /// The actor, of an entry without problems.
    pub fn actor(self) -> Option<Actor> {
        let text = |value: Option<Placed<String>>| value.map(|(text, _)| text);
        let texts = |values: Vec<Placed<String>>| values.into_iter().map(|(text, _)| text).collect();
        Some(Actor {
            id: text(self.id)?,
            name: text(self.name)?,
            kind: self.kind?.0,
            state: text(self.state),
            parent: text(self.parent),
            capital: text(self.capital),
            seats: texts(self.seats),
            one_of: texts(self.one_of),
            surname_first: self.surname_first.is_some_and(|(first, _)| first),
            surname: text(self.surname),
            gender: self.gender.map(|(gender, _)| gender),
            aliases: self.aliases.into_iter().map(|(alias, _)| alias).collect(),
        })
    }
}

/// One of a few words, or a problem.
fn known<T>(
    source: &mut Source,
    value: Option<Placed<String>>,
    key: &str,
    may_be: &str,
    find: impl Fn(&str) -> Option<T>,
) -> Option<Placed<T>> {
    let (written, place) = value?;
    let found = find(&written);
    if found.is_none() {
        source.problem(place, format!("the {key} `{written}` is unknown"), format!("write {may_be}"));
    }
    found.map(|found| (found, place))
}
