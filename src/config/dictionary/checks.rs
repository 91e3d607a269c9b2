//! What no entry of the dictionary can know alone: ids are used once, references lead somewhere, parents form no circle, and
//! an office has one holder at a time.

use std::collections::BTreeMap;

use super::entry::Entry;
use super::fields::Placed;
use super::{Kind, Raw, office};
use crate::config::source::Source;

/// Adds the problems of all entries.
pub(super) fn check(source: &mut Source, raw: &Raw) {
    let actors = raw.entries.iter().map(|entry| (entry.id.as_ref(), "actor"));
    let offices = raw.offices.iter().map(|office| (office.id.as_ref(), "office"));
    ids(source, actors.chain(offices));
    for entry in &raw.entries {
        names(source, "alias", entry.aliases.iter().map(|(alias, place)| (alias.text.as_str(), *place)));
    }
    let by_id: Ids<'_> = raw.entries.iter().filter_map(|entry| Some((entry.id.as_ref()?.0.as_str(), entry))).collect();
    raw.entries.iter().for_each(|entry| references(source, &by_id, entry));
    raw.offices.iter().for_each(|office| check_office(source, &by_id, office));
    names(source, "phrase", raw.nobody.iter().map(|(text, place)| (text.as_str(), *place)));
    for set in &raw.sets {
        names(source, "variant", set.variants.iter().map(|(text, place)| (text.as_str(), *place)));
    }
}

/// The entries by their ids.
type Ids<'e> = BTreeMap<&'e str, &'e Entry>;

/// That a name holds something that can stand in a text.
fn names<'e>(source: &mut Source, what: &str, texts: impl Iterator<Item = (&'e str, usize)>) {
    for (text, place) in texts {
        if !text.chars().any(char::is_alphanumeric) {
            source.problem(place, format!("the {what} {text:?} holds no letter"), "remove it: it could match nothing");
        }
    }
}

fn ids<'e>(source: &mut Source, ids: impl Iterator<Item = (Option<&'e Placed<String>>, &'e str)>) {
    let mut taken: BTreeMap<&str, (usize, &str)> = BTreeMap::new();
    for (id, what) in ids {
        let Some((id, place)) = id else { continue };
        if id.is_empty() || !id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-') {
            let remedy = "use lower-case letters a-z, digits and hyphens, such as kim-jong-un";
            source.problem(*place, format!("the id `{id}` is not usable"), remedy);
        }
        if let Some((first, owner)) = taken.insert(id, (*place, what)) {
            let taken = format!("the id `{id}` is taken by the {owner} in line {}", source.line(first));
            source.problem(*place, taken, format!("give each {what} an id of its own, or merge the two entries"));
        }
    }
}

/// That an id names an actor of one of these types; any where there are none.
fn reference(source: &mut Source, by_id: &Ids<'_>, key: &str, target: &Placed<String>, kinds: &[Kind]) {
    let (target, place) = target;
    // An entry whose own type is wrong was complained of; it may be what is meant here.
    let fits = |found: &&Entry| kinds.is_empty() || found.kind.is_none_or(|(is, _)| kinds.contains(&is));
    if !by_id.get(target.as_str()).is_some_and(fits) {
        let wanted = kinds.iter().map(|kind| kind.name()).collect::<Vec<_>>().join(" or ");
        let wanted = if kinds.is_empty() { "actor" } else { &wanted };
        let what = format!("{key} is \"{target}\", and no {wanted} has that id");
        source.problem(*place, what, "correct the spelling, or add an entry with this id");
    }
}

fn references(source: &mut Source, by_id: &Ids<'_>, entry: &Entry) {
    let one = [
        ("state", &entry.state, &[Kind::State][..]),
        ("parent", &entry.parent, &[]),
        ("capital", &entry.capital, &[Kind::Place]),
    ];
    for (key, target, kinds) in one {
        target.iter().for_each(|target| reference(source, by_id, key, target, kinds));
    }
    entry.seats.iter().for_each(|target| reference(source, by_id, "seats", target, &[Kind::Place]));
    entry.one_of.iter().for_each(|target| reference(source, by_id, "one_of", target, &[Kind::State]));
    if let (true, Some((parent, place))) = (circular(by_id, entry), &entry.parent) {
        let what = format!("the parent \"{parent}\" leads back to this actor");
        source.problem(*place, what, "remove one `parent` of the circle");
    }
}

fn check_office(source: &mut Source, by_id: &Ids<'_>, office: &office::Entry) {
    let title = |list: &[Placed<String>]| list.iter().map(|(text, place)| (text.clone(), *place)).collect::<Vec<_>>();
    for (what, list) in [("title", &office.titles), ("body", &office.bodies), ("alias", &office.aliases)] {
        names(source, what, title(list).iter().map(|(text, place)| (text.as_str(), *place)));
    }
    if let Some(of) = &office.of {
        reference(source, by_id, "of", of, &[Kind::State, Kind::Organization, Kind::Place]);
    }
    for held in &office.holders {
        held.actor.iter().for_each(|actor| reference(source, by_id, "actor", actor, &[Kind::Person]));
    }
    let mut terms: Vec<&office::Held> = office.holders.iter().collect();
    terms.sort_by_key(|held| held.span());
    for pair in terms.windows(2) {
        // The last day of one may be the first of the next.
        if pair[1].span().0 < pair[0].span().1 {
            let name = |held: &office::Held| held.actor.as_ref().map_or("?", |(actor, _)| actor.as_str()).to_owned();
            let what = format!("the term of {} begins before that of {} ends", name(pair[1]), name(pair[0]));
            source.problem(pair[1].place, what, "correct from or until: an office has one holder at a time");
        }
    }
}

fn circular(by_id: &Ids<'_>, entry: &Entry) -> bool {
    let (Some((own, _)), mut above) = (&entry.id, &entry.parent) else { return false };
    for _ in 0..by_id.len() {
        match above {
            None => return false,
            Some((id, _)) if id == own => return true,
            Some((id, _)) => match by_id.get(id.as_str()) {
                Some(next) => above = &next.parent,
                None => return false,
            },
        }
    }
    false
}
