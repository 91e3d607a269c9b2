//! What no entry of the dictionary can know alone: ids are used once, references lead somewhere, parents form no circle.

use std::collections::BTreeMap;

use super::actors::{Entry, Kind};
use super::source::Source;

/// Adds the problems of all entries.
pub(super) fn check(source: &mut Source, entries: &[Entry]) {
    ids(source, entries);
    for entry in entries {
        for (alias, place) in &entry.aliases {
            if !alias.text.chars().any(char::is_alphanumeric) {
                let what = format!("the alias {:?} holds no letter", alias.text);
                source.problem(*place, what, "remove it: it could match nothing");
            }
        }
    }
    references(source, entries);
}

fn ids(source: &mut Source, entries: &[Entry]) {
    let mut taken: BTreeMap<&str, usize> = BTreeMap::new();
    for (id, place) in entries.iter().filter_map(|entry| entry.id.as_ref()) {
        if id.is_empty() || !id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-') {
            let remedy = "use lower-case letters a-z, digits and hyphens, such as kim-jong-un";
            source.problem(*place, format!("the id `{id}` is not usable"), remedy);
        }
        if let Some(first) = taken.insert(id, *place) {
            let what = format!("the id `{id}` is taken by the actor in line {}", source.line(first));
            source.problem(*place, what, "give each actor an id of its own, or merge the two entries");
        }
    }
}

/// That `state`, `parent` and `capital` name actors of the right type, and that parents form no circle.
fn references(source: &mut Source, entries: &[Entry]) {
    let by_id: BTreeMap<&str, &Entry> =
        entries.iter().filter_map(|entry| Some((entry.id.as_ref()?.0.as_str(), entry))).collect();
    for entry in entries {
        let named = [
            ("state", &entry.state, Some(Kind::State)),
            ("parent", &entry.parent, None),
            ("capital", &entry.capital, Some(Kind::Place)),
        ];
        for (key, target, kind) in named {
            let Some((target, place)) = target else { continue };
            // An entry whose own type is wrong was complained of; it may be what is meant here.
            let fits = |found: &&Entry| kind.is_none() || found.kind.is_none_or(|(is, _)| Some(is) == kind);
            if !by_id.get(target.as_str()).is_some_and(fits) {
                let wanted = kind.map_or("actor", Kind::name);
                let what = format!("{key} is \"{target}\", and no {wanted} has that id");
                source.problem(*place, what, "correct the spelling, or add an entry with this id");
            }
        }
        if let (true, Some((parent, place))) = (circular(&by_id, entry), &entry.parent) {
            let what = format!("the parent \"{parent}\" leads back to this actor");
            source.problem(*place, what, "remove one `parent` of the circle");
        }
    }
}

fn circular(by_id: &BTreeMap<&str, &Entry>, entry: &Entry) -> bool {
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
