//! One `[[office]]` and one `[[transliteration]]` as they are written; each value with its place.

use super::fields::{Fields, Holder, Placed};
use super::{Office, Term, Transliteration};
use crate::base::date::Date;
use crate::config::source::Source;

/// An office before it is checked.
pub(super) struct Entry {
    pub id: Option<Placed<String>>,
    pub of: Option<Placed<String>>,
    pub titles: Vec<Placed<String>>,
    pub bodies: Vec<Placed<String>>,
    pub aliases: Vec<Placed<String>>,
    pub reviewed: Option<Placed<Date>>,
    pub holders: Vec<Held>,
}

/// A term before it is checked.
pub(super) struct Held {
    pub place: usize,
    pub actor: Option<Placed<String>>,
    pub from: Option<Placed<Date>>,
    pub until: Option<Placed<Date>>,
    /// Whether a problem with it was told already, so that it is compared with no other.
    pub wrong: bool,
}

impl Entry {
    pub fn read(source: &mut Source, mut fields: impl Fields) -> Self {
        fields.needs(source, "office", &["id", "of", "titles", "holders"]);
        let (id, of) = (fields.text(source, "id"), fields.text(source, "of"));
        let mut texts = |key: &str| fields.texts(source, key);
        let (titles, bodies, aliases) = (texts("titles"), texts("bodies"), texts("aliases"));
        let reviewed = fields.text(source, "reviewed");
        let reviewed = day(source, reviewed, "reviewed");
        let holders = fields.holders(source).into_iter().map(|holder| Held::read(source, holder)).collect();
        fields.finish(source);
        Self { id, of, titles, bodies, aliases, reviewed, holders }
    }

    /// The office, of an entry without problems.
    pub fn office(self) -> Option<Office> {
        let texts = |values: Vec<Placed<String>>| values.into_iter().map(|(text, _)| text).collect();
        let date = |value: Option<Placed<Date>>| value.map(|(date, _)| date);
        let term = |held: Held| Some(Term { actor: held.actor?.0, from: date(held.from), until: date(held.until) });
        Some(Office {
            id: self.id?.0,
            of: self.of?.0,
            titles: texts(self.titles),
            bodies: texts(self.bodies),
            aliases: texts(self.aliases),
            reviewed: date(self.reviewed),
            holders: self.holders.into_iter().filter_map(term).collect(),
        })
    }
}

impl Held {
    fn read(source: &mut Source, holder: Holder) -> Self {
        let Holder { place, actor, from, until } = holder;
        if actor.is_none() {
            source.problem(
                place,
                "this holder has no actor",
                "add the id of a person, such as actor = \"sergei-lavrov\"",
            );
        }
        let given = [from.is_some(), until.is_some()];
        let (from, until) = (day(source, from, "from"), day(source, until, "until"));
        let mut wrong = actor.is_none() || given != [from.is_some(), until.is_some()];
        if let (Some((first, _)), Some((last, place))) = (from, until)
            && first.span().0 > last.span().1
        {
            source.problem(place, format!("until {last} is before from {first}"), "exchange the two, or correct one");
            wrong = true;
        }
        Self { place, actor, from, until, wrong }
    }

    /// The numbers of its first and last possible day.
    pub fn span(&self) -> (u32, u32) {
        let day = |value: Option<Placed<Date>>| value.map(|(date, _)| date.span());
        (day(self.from).map_or(0, |span| span.0), day(self.until).map_or(u32::MAX, |span| span.1))
    }

    /// The number of the last day on which it can have begun.
    pub fn latest_from(&self) -> u32 {
        self.from.map_or(0, |(date, _)| date.span().1)
    }

    /// The number of the first day on which it can have ended.
    pub fn earliest_until(&self) -> u32 {
        self.until.map_or(u32::MAX, |(date, _)| date.span().0)
    }
}

fn day(source: &mut Source, value: Option<Placed<String>>, key: &str) -> Option<Placed<Date>> {
    let (written, place) = value?;
    let date = Date::parse(&written);
    if date.is_none() {
        source.problem(place, format!("{key} is \"{written}\", which is no date"), "write it as \"2024-05-12\"");
    }
    date.map(|date| (date, place))
}

/// A set of ways to write one name, before it is checked.
pub(super) struct Sets {
    pub of: String,
    pub variants: Vec<Placed<String>>,
}

impl Sets {
    pub fn read(source: &mut Source, mut fields: impl Fields) -> Self {
        fields.needs(source, "transliteration", &["variants"]);
        let of = fields.text(source, "of").map(|(of, _)| of).unwrap_or_default();
        let variants = fields.texts(source, "variants");
        fields.finish(source);
        Self { of, variants }
    }

    pub fn whole(self) -> Transliteration {
        Transliteration { of: self.of, variants: self.variants.into_iter().map(|(text, _)| text).collect() }
    }
}
