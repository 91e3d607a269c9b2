//! What a dictionary needs from time to time: names that several actors claim, offices whose holders nobody looked after, names
//! that are words or that no article has alone. None of it is a fault, so that none of it stops a run.

use crate::base::date::Date;
use crate::base::wording::grouped;
use crate::config::dictionary::{Dictionary, Office, Term};
use crate::link::alone::{Alone, Inside};
use crate::link::{Linker, common};

/// Warnings of one kind.
pub struct Warnings {
    pub kind: &'static str,
    /// "3 more ..."
    pub things: &'static str,
    pub all: Vec<String>,
    pub remedy: String,
}

/// A name that occurs less often says nothing by where it stands.
const LEAST: u64 = 3;
/// Longer names that a warning lists.
const LISTED: usize = 3;
/// What two years take off the number of a day.
const TWO_YEARS: u32 = 2_0000;

/// The warnings of a dictionary on a day, by kind; kinds without any are left out.
pub fn warnings(dictionary: &Dictionary, linker: &Linker, alone: Alone<'_>, today: Date) -> Vec<Warnings> {
    let shared = linker.shared();
    let shared =
        shared.iter().map(|(alias, actors)| format!("the alias \"{alias}\" belongs to {}", actors.join(" and ")));
    let common = common::common(dictionary).into_iter();
    let common = common.map(|(alias, actor)| format!("the alias \"{}\" of {} is a common word", alias.text, actor.id));
    let stale = dictionary.offices.iter().filter_map(|office| stale(office, today));
    let inside = alone.never(LEAST).into_iter().map(|met| inside(&met, dictionary));
    let kinds = [
        Warnings {
            kind: "shared alias",
            things: "aliases of several actors",
            all: shared.collect(),
            remedy: "give it to one of them, or make it weak: where the capitals fit all of them it counts for nobody"
                .to_owned(),
        },
        Warnings {
            kind: "office not reviewed",
            things: "offices that nobody has reviewed for two years",
            all: stale.collect(),
            remedy: format!(
                "give the last holder an `until` and add the next; if nothing changed, write reviewed = \"{today}\""
            ),
        },
        Warnings {
            kind: "common word",
            things: "aliases that are common words",
            all: common.collect(),
            remedy: "make it weak, or write a longer name: a headline or the head of a sentence counts for the actor"
                .to_owned(),
        },
        Warnings {
            kind: "never alone",
            things: "aliases that the articles hold only inside of longer names",
            all: inside.collect(),
            remedy: "remove it, or make it weak, if it is part of those names and none of the actor".to_owned(),
        },
    ];
    kinds.into_iter().filter(|kind| !kind.all.is_empty()).collect()
}

/// An office whose last holder may be so no longer.
fn stale(office: &Office, today: Date) -> Option<String> {
    let last = office.holders.iter().max_by_key(|term| (term.until.is_none(), term.from))?;
    let fresh = |reviewed: Date| reviewed.span().1 + TWO_YEARS >= today.number();
    if last.until.is_some() || office.reviewed.is_some_and(fresh) {
        return None;
    }
    let Term { actor, from, .. } = last;
    let since = from.map(|from| format!(" since {from}")).unwrap_or_default();
    let reviewed = office.reviewed.map_or("has no `reviewed`".to_owned(), |date| format!("was reviewed on {date}"));
    Some(format!("the office {} has {actor}{since} without an end, and {reviewed}", office.id))
}

fn inside(met: &Inside, dictionary: &Dictionary) -> String {
    let mut within: Vec<String> =
        met.within.iter().take(LISTED).map(|(name, times)| format!("\"{name}\" ({})", grouped(*times))).collect();
    if met.within.len() > LISTED {
        within.push(format!("{} more", met.within.len() - LISTED));
    }
    let id = &dictionary.actors[met.actor as usize].id;
    let times = grouped(met.times);
    format!("the alias \"{}\" of {id} never occurs alone, and {times} times inside {}", met.written, within.join(", "))
}
