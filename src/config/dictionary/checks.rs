//! What no entry of the dictionary can know alone: ids are used once, references lead somewhere, parents form no circle, and
//! an office has one holder at a time.

use std::collections::{BTreeMap, BTreeSet};

use super::entry::Entry;
use super::fields::Placed;
use super::nearest;
use super::{Kind, Raw, office};
use crate::config::source::Source;

/// Adds the problems of all entries.
pub(super) fn check(source: &mut Source, raw: &Raw) {
    let actors = raw.entries.iter().map(|entry| (entry.id.as_ref(), "actor"));
    let offices = raw.offices.iter().map(|office| (office.id.as_ref(), "office"));
    ids(source, actors.chain(offices));
    for entry in &raw.entries {
        // The first alias is the name, if there is one.
        let (name, others) = entry.aliases.split_at(usize::from(entry.name.is_some()));
        for (what, list) in [("name", name), ("alias", others)] {
            names(source, what, list.iter().map(|(alias, place)| (alias.text.as_str(), *place)));
        }
    }
    let by_id: Ids<'_> = raw.entries.iter().filter_map(|entry| Some((entry.id.as_ref()?.0.as_str(), entry))).collect();
    let circles = circles(&by_id);
    raw.entries.iter().for_each(|entry| references(source, &by_id, &circles, entry));
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
            let remedy = match what {
                "name" => "write the name as articles have it",
                _ => "remove it: it could match nothing",
            };
            source.problem(place, format!("the {what} {text:?} holds no letter"), remedy);
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
        let (first, owner) = *taken.entry(id).or_insert((*place, what));
        if first != *place {
            let taken = format!("the id `{id}` is taken by the {owner} in line {}", source.line(first));
            source.problem(*place, taken, format!("give each {what} an id of its own, or merge the two entries"));
        }
    }
}

/// That an id names an actor of one of these types; any where there are none.
fn reference(source: &mut Source, by_id: &Ids<'_>, key: &str, target: &Placed<String>, kinds: &[Kind]) {
    let (target, place) = target;
    let wanted = kinds.iter().map(|kind| kind.name()).collect::<Vec<_>>().join(" or ");
    // An entry whose own type is wrong was complained of; it may be what is meant here.
    let fits = |entry: &Entry| kinds.is_empty() || entry.kind.is_none_or(|(is, _)| kinds.contains(&is));
    match by_id.get(target.as_str()) {
        Some(entry) if fits(entry) => {}
        Some(entry) => {
            let is = entry.kind.map_or("", |(kind, _)| kind.name());
            let line = entry.id.as_ref().map_or(0, |(_, place)| source.line(*place));
            let what = format!("{key} is \"{target}\", which is of type {is}, and must be of type {wanted}");
            source.problem(*place, what, format!("name another, or correct the type of the actor in line {line}"));
        }
        None => {
            let wanted = if kinds.is_empty() { "actor" } else { &wanted };
            let fitting = by_id.iter().filter(|(_, entry)| fits(entry)).map(|(id, _)| *id);
            // Where very much is wrong, guessing would take long and help nobody.
            let near = if source.is_full() { Vec::new() } else { nearest::nearest(fitting, target) };
            let remedy = nearest::remedy(&near, "add an entry with this id");
            let what = format!("{key} is \"{target}\", and no {wanted} has that id");
            source.problem(
                *place,
                what,
                if near.is_empty() { format!("correct the spelling, or {remedy}") } else { remedy },
            );
        }
    }
}

fn references(source: &mut Source, by_id: &Ids<'_>, circles: &BTreeSet<&str>, entry: &Entry) {
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
    let circular = entry.id.as_ref().is_some_and(|(id, _)| circles.contains(id.as_str()));
    if let (true, Some((parent, place))) = (circular, &entry.parent) {
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
    overlaps(source, office);
}

/// That an office has one holder at a time. The last day of one may be the first of the next, and a month or a year without a
/// day may be any of its days.
fn overlaps(source: &mut Source, office: &office::Entry) {
    let mut terms: Vec<&office::Held> = office.holders.iter().filter(|held| !held.wrong).collect();
    terms.sort_by_key(|held| held.span());
    let mut longest: Option<&office::Held> = None;
    for held in terms {
        if let Some(other) = longest.filter(|other| held.latest_from() < other.earliest_until()) {
            let name = |held: &office::Held| held.actor.as_ref().map_or("?", |(actor, _)| actor.as_str()).to_owned();
            let (own, theirs) = (name(held), name(other));
            let (what, remedy) = if other.until.is_none() {
                let what = format!("the term of {own} begins while that of {theirs} has no end");
                (what, format!("give {theirs} in line {} its `until`", source.line(other.place)))
            } else {
                let what = format!("the term of {own} begins before that of {theirs} ends");
                (what, "correct from or until: an office has one holder at a time".to_owned())
            };
            source.problem(held.place, what, remedy);
        }
        longest = longest.filter(|other| other.earliest_until() >= held.earliest_until()).or(Some(held));
    }
}

/// The entries whose parents lead back to them. Each is walked over once.
fn circles<'e>(by_id: &Ids<'e>) -> BTreeSet<&'e str> {
    let mut circles = BTreeSet::new();
    let mut walked: BTreeMap<&str, usize> = BTreeMap::new();
    for (walk, start) in by_id.keys().enumerate() {
        let (mut path, mut at) = (Vec::new(), *start);
        loop {
            if let Some(earlier) = walked.insert(at, walk) {
                if earlier == walk {
                    circles.extend(path.iter().skip_while(|id| **id != at).copied());
                }
                break;
            }
            path.push(at);
            let parent = by_id.get(at).and_then(|entry| entry.parent.as_ref());
            match parent.and_then(|(parent, _)| by_id.get_key_value(parent.as_str())) {
                Some((next, _)) => at = next,
                None => break,
            }
        }
    }
    circles
}
