//! Offices: which of the phrases stand for their holder, and who that was on the article's date.

use super::anchors::Anchors;
use super::compile::Linker;
use super::phrases::{Phrase, Place};
use super::rules::{FOCUS, IN_YEAR, LAST, NAMED, ON_DATE, ONE_HOLDER};
use super::surroundings::Text;
use crate::base::date::Date;

/// What a phrase came to.
pub enum Given {
    Actor {
        actor: u32,
        rule: u8,
    },
    /// Several held the office: nobody is counted.
    Several(Vec<u32>),
}

/// The office that was named last, in which sentence, and who is meant by it where that is known.
#[derive(Clone, Copy)]
struct Focus {
    office: u32,
    sentence: usize,
    actor: Option<u32>,
}

/// Goes through the phrases of an article in order; for each what it came to, if anything.
pub fn offices(phrases: &[Phrase<'_>], anchors: &Anchors, text: &Text<'_>, linker: &Linker) -> Vec<Option<Given>> {
    let mut named: Vec<Focus> = Vec::new();
    let titled = titled(phrases, linker);
    let holders = Holders { anchors, text, linker, titled: &titled };
    let mut given = Vec::with_capacity(phrases.len());
    for phrase in phrases {
        let sentence = phrase.sentence;
        given.push(match phrase.place {
            Place::Beside { actor, former } => {
                let office = office_of(phrase, actor, linker);
                if let (Some(office), false) = (office, former) {
                    named.push(Focus { office, sentence, actor });
                }
                None
            }
            Place::No => None,
            _ if phrase.stated => {
                let [office] = phrase.offices[..] else {
                    given.push(None);
                    continue;
                };
                let found = holders.holder(office, phrase);
                let actor = match found {
                    Some(Given::Actor { actor, .. }) => Some(actor),
                    _ => None,
                };
                named.push(Focus { office, sentence, actor });
                found
            }
            Place::Free { definite: true } => {
                let found = before(phrase, &named, &holders);
                // What is named again is named last.
                if let Some((office, Given::Actor { actor, .. })) = &found {
                    named.push(Focus { office: *office, sentence, actor: Some(*actor) });
                }
                found.map(|(_, given)| given)
            }
            _ => None,
        });
    }
    given
}

/// A title without a state, or a last word of one: the office of this name that was named last; else the office of the state
/// whose other office was named in the same sentence.
fn before(phrase: &Phrase<'_>, named: &[Focus], holders: &Holders<'_, '_>) -> Option<(u32, Given)> {
    if let Some(last) = named.iter().rev().take(LOOKED_BACK).find(|focus| phrase.offices.contains(&focus.office)) {
        return last.actor.map(|actor| (last.office, Given::Actor { actor, rule: LAST }));
    }
    let focus = named.last().filter(|focus| !phrase.last && focus.sentence == phrase.sentence)?;
    let offices = &holders.linker.offices;
    let of = offices[focus.office as usize].of;
    let mut own = phrase.offices.iter().filter(|office| offices[**office as usize].of == of);
    let (office, None) = (own.next()?, own.next()) else { return None };
    let given = match holders.holder(*office, phrase)? {
        Given::Actor { actor, .. } => Given::Actor { actor, rule: FOCUS },
        several => several,
    };
    Some((*office, given))
}

/// The office of a title beside a name: the one that the person held, or the only one that it can be.
fn office_of(phrase: &Phrase<'_>, actor: Option<u32>, linker: &Linker) -> Option<u32> {
    let holds = |office: &&u32| actor.is_some_and(|actor| linker.offices[**office as usize].held_by(actor));
    let mut held = phrase.offices.iter().filter(holds);
    match (held.next(), held.next()) {
        (Some(office), None) => Some(*office),
        (None, _) => (phrase.stated && phrase.offices.len() == 1).then(|| phrase.offices[0]),
        _ => None,
    }
}

/// Whom the article itself calls by an office, and who it says holds it no longer.
fn titled(phrases: &[Phrase<'_>], linker: &Linker) -> Vec<(u32, u32, bool)> {
    let bound = |phrase: &Phrase<'_>| match phrase.place {
        Place::Beside { actor: Some(actor), former } => Some((office_of(phrase, Some(actor), linker)?, actor, former)),
        _ => None,
    };
    phrases.iter().filter_map(bound).collect()
}

/// How many offices back a title without a state is looked for.
const LOOKED_BACK: usize = 64;

/// How many tokens a year may be away from an office.
const NEAR: usize = 40;

struct Holders<'h, 't> {
    anchors: &'h Anchors,
    text: &'h Text<'t>,
    linker: &'h Linker,
    /// Office, actor, whether formerly.
    titled: &'h [(u32, u32, bool)],
}

impl Holders<'_, '_> {
    /// Who held an office when the article was written, or in a year that its sentence names.
    fn holder(&self, office: u32, phrase: &Phrase<'_>) -> Option<Given> {
        let terms = &self.linker.offices[office as usize].terms;
        let then = phrase.place == Place::Then;
        if let Some(year) = self.year(phrase, then) {
            return match possible(terms, Some(year))[..] {
                [actor] => Some(Given::Actor { actor, rule: IN_YEAR }),
                _ => None,
            };
        }
        if then {
            return None;
        }
        let possible = possible(terms, self.text.date);
        if let [actor] = possible[..] {
            let rule = if self.text.date.is_some() { ON_DATE } else { ONE_HOLDER };
            return Some(Given::Actor { actor, rule });
        }
        if let Some(actor) = self.named(office, &possible) {
            return Some(Given::Actor { actor, rule: NAMED });
        }
        (possible.len() > 1).then_some(Given::Several(possible))
    }

    /// The only one of the possible holders whom the article calls so, or else names at all.
    fn named(&self, office: u32, possible: &[u32]) -> Option<u32> {
        let former = |actor: &u32| self.titled.contains(&(office, *actor, true));
        let called = possible.iter().filter(|actor| self.titled.contains(&(office, **actor, false)));
        let named = possible.iter().filter(|actor| !self.anchors.of_actor(**actor).is_empty() && !former(actor));
        only(called).or_else(|| only(named))
    }

    /// A year before the phrase that is not the article's: "in 2019 the then minister". One that comes alone must follow "in".
    fn year(&self, phrase: &Phrase<'_>, then: bool) -> Option<Date> {
        let text = self.text;
        let tokens = text.tokens(phrase.sentence);
        let tokens =
            tokens.start.max(phrase.tokens.start.saturating_sub(NEAR))..tokens.end.min(phrase.tokens.end + NEAR);
        let is_year = |at: usize| {
            let year = text.word(at).parse::<i16>().ok().filter(|year| (1900..2100).contains(year))?;
            let said = at > tokens.start && matches!(text.word(at - 1).to_lowercase().as_str(), "in" | "during");
            (then || (said && at < phrase.tokens.start)).then_some(year)
        };
        let mut years = tokens.clone().filter_map(is_year);
        let year = years.next()?;
        if years.next().is_some() {
            return None;
        }
        let past = text.date.is_none_or(|date| year < date.year());
        if past || then { Date::of_year(year) } else { None }
    }
}

/// The actor, where they are all one.
pub fn only<'i>(mut actors: impl Iterator<Item = &'i u32>) -> Option<u32> {
    let first = actors.next()?;
    actors.all(|other| other == first).then_some(*first)
}

/// The holders whose terms touch a date, each once, in the order of their terms; all without a date.
fn possible(terms: &[(u32, u32, u32)], date: Option<Date>) -> Vec<u32> {
    let span = date.map_or((0, u32::MAX), Date::span);
    let mut holders: Vec<u32> = Vec::new();
    for (holder, from, until) in terms {
        if *from <= span.1 && *until >= span.0 && !holders.contains(holder) {
            holders.push(*holder);
        }
    }
    holders
}
