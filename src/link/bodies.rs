//! Organizations that the dictionary lacks, made of a known pattern and actors of the dictionary: "Ukrainian Foreign Ministry",
//! "Embassy of Mongolia in Japan", "Tomsk Regional Committee of" a party.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::compile::Linker;
use super::hits::{Hit, Hits};
use super::longer::names;
use super::mentions::Built;
use super::patterns::Pattern;
use super::rules::{AFTER, PATTERN};
use super::sorts::Sorts;
use super::spelling::slug;
use super::surroundings::{Text, possessive};
use super::tree::Means;
use crate::config::dictionary::{Form, Kind};

/// A stretch that a pattern made something of.
pub struct Made {
    pub bytes: Range<usize>,
    pub sentence: usize,
    pub form: Form,
    pub rule: u8,
    pub of: Of,
}

#[derive(Clone)]
pub enum Of {
    /// An actor of the dictionary has this name in other words.
    Known(u32),
    New(Built),
}

/// All of an article, in order.
pub fn made(hits: &Hits<'_>, text: &Text<'_>, linker: &Linker) -> Vec<Made> {
    let mut made: Vec<Made> = Vec::new();
    // By body: the one that was made last.
    let mut last: FxHashMap<u32, usize> = FxHashMap::default();
    for hit in hits.all.iter().filter(|hit| hit.sorts.has(Sorts::BODY)) {
        for end in hit.ends.iter() {
            let Means::Body(body) = end.means else { continue };
            let whole = match linker.bodies[body as usize].pattern {
                Pattern::OfState => of_state(hit, body, hits, text, linker),
                Pattern::Embassy => embassy(hit, body, hits, text, linker),
                Pattern::Committee => committee(hit, body, hits, text, linker),
            };
            if let Some(whole) = whole {
                last.insert(body, made.len());
                made.push(whole);
            } else if let (Some(known), true) = (last.get(&body), behind_the(hit, text)) {
                // "the Foreign Ministry": the one that was named last.
                let of = made[*known].of.clone();
                made.push(Made {
                    bytes: hit.bytes.clone(),
                    sentence: hit.sentence,
                    form: Form::Short,
                    rule: AFTER,
                    of,
                });
            }
        }
    }
    made
}

/// Whether "the" stands before a hit, and no name goes on behind it.
fn behind_the(hit: &Hit<'_>, text: &Text<'_>) -> bool {
    let of = text.behind(hit).is_some_and(|next| text.word(next) == "of");
    !of && text.behind_the(hit)
}

/// The actor of these kinds before a hit; whether over a possessive.
fn owner_before<'h, 'a>(
    hit: &Hit<'_>,
    kinds: &[Kind],
    hits: &'h Hits<'a>,
    text: &Text<'_>,
    linker: &Linker,
) -> Option<(&'h Hit<'a>, u32, bool)> {
    let at = hit.tokens.start;
    if at == text.tokens(hit.sentence).start || text.opens_inside(hit) {
        return None;
    }
    let gap = text.gap(at - 1, at);
    let whose = possessive(gap);
    if !whose && !text.follows(at) {
        return None;
    }
    let owner = hits.longest_to(at, names)?;
    Some((owner, one_of(owner, kinds, linker)?, whose))
}

/// The actor of these kinds behind "of" or another small word.
fn owner_behind<'h, 'a>(
    from: usize,
    sentence: usize,
    small: &[&str],
    kinds: &[Kind],
    hits: &'h Hits<'a>,
    text: &Text<'_>,
    linker: &Linker,
) -> Option<(&'h Hit<'a>, u32)> {
    let at = text.behind_small(from, sentence, |word| small.contains(&word))?;
    let owner = hits.longest_from(at, names)?;
    Some((owner, one_of(owner, kinds, linker)?))
}

fn one_of(hit: &Hit<'_>, kinds: &[Kind], linker: &Linker) -> Option<u32> {
    hit.named(true).filter(|actor| kinds.contains(&linker.actors[*actor as usize].kind)).min()
}

fn of_state(hit: &Hit<'_>, body: u32, hits: &Hits<'_>, text: &Text<'_>, linker: &Linker) -> Option<Made> {
    if text.ends_inside(hit) {
        return None;
    }
    if let Some((owner, state, whose)) = owner_before(hit, &[Kind::State], hits, text, linker) {
        // "Russia's Foreign Ministry" holds a mention of Russia, "Russian Foreign Ministry" does not.
        let start = if whose { hit.bytes.start } else { owner.bytes.start };
        let form = if whose { Form::Short } else { Form::Name };
        return Some(whole(hit, start..hit.bytes.end, form, named(body, state, linker)));
    }
    let (owner, state) = owner_behind(hit.tokens.end, hit.sentence, &["of"], &[Kind::State], hits, text, linker)?;
    Some(whole(hit, hit.bytes.start..owner.bytes.end, Form::Name, named(body, state, linker)))
}

fn whole(hit: &Hit<'_>, bytes: Range<usize>, form: Form, of: Of) -> Made {
    Made { bytes, sentence: hit.sentence, form, rule: PATTERN, of }
}

/// The body of a state: an actor of the dictionary that is called so, or a new one.
fn named(body: u32, state: u32, linker: &Linker) -> Of {
    let (body, owner) = (&linker.bodies[body as usize], &linker.actors[state as usize]);
    let known = [format!("{} {}", owner.name, body.name), format!("{} of {}", body.name, owner.name)];
    let of_id = format!("{}-{}", owner.id, body.id);
    let known = known.iter().flat_map(|text| linker.tree.find(text)).find_map(|end| match end.means {
        Means::Actor { actor, strong: true, .. } => Some(actor),
        _ => None,
    });
    let known = known.or_else(|| linker.with_id(&of_id));
    known.map_or_else(
        || {
            Of::New(Built {
                id: of_id,
                name: format!("{} of {}", body.name, owner.name),
                kind: Kind::Organization,
                state: Some(state),
                parent: None,
            })
        },
        Of::Known,
    )
}

/// "Embassy of Russia in the DPRK", "Russian Embassy in Pyongyang": of the second the place is a mention of its own.
fn embassy(hit: &Hit<'_>, body: u32, hits: &Hits<'_>, text: &Text<'_>, linker: &Linker) -> Option<Made> {
    let (start, state, end, form) = match owner_before(hit, &[Kind::State], hits, text, linker) {
        Some((_, state, true)) => (hit.bytes.start, state, (hit.tokens.end, hit.bytes.end), Form::Short),
        Some((owner, state, false)) => (owner.bytes.start, state, (hit.tokens.end, hit.bytes.end), Form::Name),
        None => {
            let (owner, state) =
                owner_behind(hit.tokens.end, hit.sentence, &["of"], &[Kind::State], hits, text, linker)?;
            (hit.bytes.start, state, (owner.tokens.end, owner.bytes.end), Form::Name)
        }
    };
    let formal = end.0 > hit.tokens.end;
    let host = owner_behind(end.0, hit.sentence, &["in", "to"], &[Kind::State, Kind::Place], hits, text, linker);
    let host_state = host.as_ref().map(|(_, host)| linker.actors[*host as usize].seat_of.unwrap_or(*host));
    let end = match &host {
        Some((owner, _)) if formal => (owner.tokens.end, owner.bytes.end),
        _ => end,
    };
    let (what, owner) = (&linker.bodies[body as usize], &linker.actors[state as usize]);
    let of = match host_state.map(|host| &linker.actors[host as usize]) {
        Some(host) => Built {
            id: format!("{}-{}-in-{}", owner.id, what.id, host.id),
            name: format!("{} of {} in {}", what.name, owner.name, host.name),
            kind: Kind::Organization,
            state: Some(state),
            parent: None,
        },
        None => match named(body, state, linker) {
            Of::New(built) => built,
            known => return Some(whole(hit, start..end.1, form, known)),
        },
    };
    Some(whole(hit, start..end.1, form, Of::New(of)))
}

/// "Novosibirsk Regional Committee of the Communist Party of the Russian Federation".
fn committee(hit: &Hit<'_>, body: u32, hits: &Hits<'_>, text: &Text<'_>, linker: &Linker) -> Option<Made> {
    let (owner, party) =
        owner_behind(hit.tokens.end, hit.sentence, &["of"], &[Kind::Organization], hits, text, linker)?;
    let start = text.tokens(hit.sentence).start;
    let mut first = hit.tokens.start;
    while first > start
        && hit.tokens.start - first < 3
        && text.follows(first)
        && text.name_like(first - 1, hit.sentence)
    {
        first -= 1;
    }
    let what = &linker.bodies[body as usize];
    let region = &text.text[text.lexed.tokens[first].range().start..hit.bytes.start];
    // An id is of Latin letters, and a name of one line.
    if !region.is_ascii() || region.contains('\n') {
        return None;
    }
    let party_of = &linker.actors[party as usize];
    let name = format!("{region}{} of {}", what.name, party_of.name);
    let known = linker.tree.find(&name).iter().find_map(super::tree::End::actor);
    let of = known.map_or_else(
        || {
            Of::New(Built {
                id: format!("{}-{}", party_of.id, slug(&format!("{region}{}", what.name))),
                name,
                kind: Kind::Organization,
                state: party_of.state,
                parent: Some(party),
            })
        },
        Of::Known,
    );
    let bytes = text.lexed.tokens[first].range().start..owner.bytes.end;
    Some(whole(hit, bytes, Form::Name, of))
}
