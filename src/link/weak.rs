//! Weak names: a surname, a first name with patronymic, a short name; they count with support in the same article alone.

use rustc_hash::FxHashMap;

use super::anchors::Anchor;
use super::around::Around;
use super::article::Article;
use super::compile::Linker;
use super::hits::{Hit, Hits};
use super::longer::{begins_before, goes_on, names};
use super::offices::only;
use super::rules::{AFTER, BEFORE, NAMESAKE, PART, SEVERAL, STATE, TITLED};
use super::sorts::Sorts;
use super::surroundings::{Text, possessive};
use crate::base::date::Date;
use crate::config::dictionary::{Gender, Kind};

/// Tokens of a sentence whose pronouns are looked at: in a longer one they can mean anybody.
const LONG: usize = 120;

/// What a weak name came to.
pub enum Weak {
    Actor { actor: u32, rule: u8 },
    Conflict { candidates: Vec<u32>, reason: u8 },
    Nobody,
}

/// By surname, where somebody whom the dictionary lacks has it: "Oleg Kim", "Kim Song Nam".
pub type Strangers<'t> = FxHashMap<&'t str, Vec<usize>>;

/// The strangers of an article.
pub fn strangers<'t>(hits: &Hits<'_>, text: &Text<'t>, linker: &Linker) -> Strangers<'t> {
    let mut strangers = Strangers::default();
    for hit in hits.all.iter().filter(|hit| hit.tokens.len() == 1) {
        // A middle syllable is no surname: "Kim Jong Gyu" is no Jong.
        let middle = || goes_on(hit, hits, text) && begins_before(hit, hits, text, linker);
        if hit.stranger && !middle() {
            strangers.entry(text.word(hit.tokens.start)).or_default().push(hit.tokens.start);
        }
    }
    strangers
}

impl Article<'_, '_> {
    /// Whom a weak name of these actors means.
    pub fn whom(&self, hit: &Hit<'_>, actors: &[u32]) -> Weak {
        let kind = |actor: &u32| self.linker.actors[*actor as usize].kind;
        let persons: Vec<u32> = actors.iter().copied().filter(|actor| kind(actor) == Kind::Person).collect();
        let bodies: Vec<u32> = actors.iter().copied().filter(|actor| kind(actor) == Kind::Organization).collect();
        if !persons.is_empty() {
            return self.person(hit, &persons);
        }
        if !bodies.is_empty() {
            return self.body(hit, &bodies);
        }
        self.namesake(actors)
    }

    fn person(&self, hit: &Hit<'_>, persons: &[u32]) -> Weak {
        let anchored = persons.iter().filter(|actor| !self.anchors.of_actor(**actor).is_empty()).count();
        // A pronoun chooses between several; it may mean somebody else where there is one.
        let gender = self.titled(hit).or_else(|| if anchored > 1 { self.gender(hit) } else { None });
        let fits = |actor: &&u32| {
            let own = self.linker.actors[**actor as usize].gender;
            !self.anchors.of_actor(**actor).is_empty() && (gender.is_none() || own.is_none() || own == gender)
        };
        let mut named: Vec<u32> = persons.iter().filter(fits).copied().collect();
        if named.is_empty() {
            return Weak::Nobody;
        }
        if named.len() > 1 {
            if let Some(gender) = gender {
                let sure = |actor: &u32| self.linker.actors[*actor as usize].gender == Some(gender);
                if named.iter().any(sure) {
                    named.retain(sure);
                }
            }
            if let Some(actor) = self.by_title(hit, &named) {
                return Weak::Actor { actor, rule: TITLED };
            }
        }
        let earlier = self.nearest(&named, hit, true);
        let stranger = self.stranger(hit);
        if let Some((at, actors)) = earlier {
            if stranger.is_some_and(|other| other > at) {
                return Weak::Nobody;
            }
            return one_or_conflict(actors, AFTER);
        }
        if stranger.is_some() {
            return Weak::Nobody;
        }
        match self.nearest(&named, hit, false) {
            Some((_, actors)) => one_or_conflict(actors, BEFORE),
            None => Weak::Nobody,
        }
    }

    /// The nearest anchor of these actors on one side of a hit: where it is, and the actors whose nearest is in its sentence.
    fn nearest(&self, actors: &[u32], hit: &Hit<'_>, earlier: bool) -> Option<(usize, Vec<u32>)> {
        let near = |actor: &u32| {
            let anchors = self.anchors.of_actor(*actor);
            let at = anchors.partition_point(|anchor| anchor.start < hit.tokens.start);
            if earlier {
                anchors[..at].last()
            } else {
                anchors[at..].iter().find(|anchor| anchor.start >= hit.tokens.end)
            }
        };
        let all: Vec<&Anchor> = actors.iter().filter_map(near).collect();
        let last = all.iter().max_by_key(|anchor| anchor.start)?;
        let nearest = if earlier { last } else { all.iter().min_by_key(|anchor| anchor.start)? };
        let beside = all.iter().filter(|anchor| anchor.sentence == nearest.sentence).map(|anchor| anchor.actor);
        let mut beside: Vec<u32> = beside.collect();
        beside.sort_unstable();
        beside.dedup();
        Some((nearest.start, beside))
    }

    /// Where somebody with the same surname whom the dictionary lacks is named last before.
    fn stranger(&self, hit: &Hit<'_>) -> Option<usize> {
        let places = self.strangers.get(self.text.word(hit.tokens.start))?;
        places[..places.partition_point(|at| *at < hit.tokens.start)].last().copied()
    }

    /// The only one of the candidates who held the office whose title stands before the name: "President Lee".
    fn by_title(&self, hit: &Hit<'_>, named: &[u32]) -> Option<u32> {
        let before = self.phrases.partition_point(|phrase| phrase.bytes.start < hit.bytes.start);
        let phrase = self.phrases[..before].last().filter(|phrase| phrase.tokens.end == hit.tokens.start)?;
        let held =
            |actor: &&u32| phrase.offices.iter().any(|office| self.linker.offices[*office as usize].held_by(**actor));
        let day = self.text.date.map(Date::span);
        let holds = |actor: &&u32| {
            let (first, last) = day.unwrap_or((1, 0));
            phrase.offices.iter().any(|office| {
                let terms = &self.linker.offices[*office as usize].terms;
                terms.iter().any(|(holder, from, until)| holder == *actor && *from <= last && *until >= first)
            })
        };
        // Of those who held it the one who holds it on the article's day.
        only(named.iter().filter(holds)).or_else(|| only(named.iter().filter(held)))
    }

    /// What a title before the name says: "Ms Kim".
    fn titled(&self, hit: &Hit<'_>) -> Option<Gender> {
        let (text, first) = (self.text, hit.tokens.start);
        let before = (first > text.tokens(hit.sentence).start).then(|| first - 1)?;
        if !matches!(text.gap(before, first), " " | ". " | ".\u{a0}" | "\u{a0}") {
            return None;
        }
        match text.word(before).to_lowercase().trim_end_matches('.') {
            "mr" => Some(Gender::Male),
            "mrs" | "ms" | "miss" | "madam" => Some(Gender::Female),
            _ => None,
        }
    }

    /// What the pronouns of its sentence say, as long as they say one thing; a second person in it makes them say nothing.
    fn gender(&self, hit: &Hit<'_>) -> Option<Gender> {
        let text = self.text;
        if text.tokens(hit.sentence).len() > LONG {
            return None;
        }
        let first = self.anchors.all.partition_point(|anchor| anchor.sentence < hit.sentence);
        let here = self.anchors.all[first..].iter().take_while(|anchor| anchor.sentence == hit.sentence);
        let others = here.filter(|anchor| {
            !(anchor.start..anchor.end).contains(&hit.tokens.start)
                && self.linker.actors[anchor.actor as usize].kind == Kind::Person
        });
        if others.count() > 0 {
            return None;
        }
        let (mut he, mut she) = (false, false);
        for at in text.tokens(hit.sentence) {
            match text.word(at).to_lowercase().as_str() {
                "he" | "his" | "him" | "himself" => he = true,
                "she" | "her" | "hers" | "herself" => she = true,
                _ => {}
            }
        }
        match (he, she) {
            (true, false) => Some(Gender::Male),
            (false, true) => Some(Gender::Female),
            _ => None,
        }
    }

    fn body(&self, hit: &Hit<'_>, bodies: &[u32]) -> Weak {
        if let Some(state) = self.owner(hit) {
            let of = |actor: &&u32| self.linker.actors[**actor as usize].state == Some(state);
            let mut own = bodies.iter().filter(of);
            if let (Some(actor), None) = (own.next(), own.next()) {
                return Weak::Actor { actor: *actor, rule: STATE };
            }
        }
        if let Some((_, actors)) = self.nearest(bodies, hit, true) {
            return one_or_conflict(actors, AFTER);
        }
        if let Some((_, actors)) = self.nearest(bodies, hit, false) {
            return one_or_conflict(actors, BEFORE);
        }
        // A part is known by its whole: the Politburo, where the party is named.
        let mut wholes: Vec<(u32, u32)> = Vec::new();
        for body in bodies {
            let mut parent = self.linker.actors[*body as usize].parent;
            while let Some(whole) = parent {
                wholes.push((whole, *body));
                parent = self.linker.actors[whole as usize].parent;
            }
        }
        let parents: Vec<u32> = wholes.iter().map(|(whole, _)| *whole).collect();
        let near = self.nearest(&parents, hit, true).or_else(|| self.nearest(&parents, hit, false));
        let Some((_, near)) = near else { return Weak::Nobody };
        let mut parts: Vec<u32> =
            wholes.iter().filter(|(whole, _)| near.contains(whole)).map(|(_, part)| *part).collect();
        parts.sort_unstable();
        parts.dedup();
        one_or_conflict(parts, PART)
    }

    /// The state that is named directly before: "Russia's Security Council".
    fn owner(&self, hit: &Hit<'_>) -> Option<u32> {
        let (text, at) = (self.text, hit.tokens.start);
        if at == text.tokens(hit.sentence).start || !(text.follows(at) || possessive(text.gap(at - 1, at))) {
            return None;
        }
        let named = |other: &Hit<'_>| {
            let actor = other.named(true).min()?;
            (self.linker.actors[actor as usize].kind == Kind::State).then_some(actor)
        };
        self.hits.longest_to(at, |_| true).and_then(named)
    }

    /// A state or place with a namesake: it counts where something of it is named.
    fn namesake(&self, actors: &[u32]) -> Weak {
        let linker = self.linker;
        let supports = |named: u32, actor: u32| {
            named == actor
                || linker.actors[named as usize].state == Some(actor)
                || linker.actors[named as usize].parent == Some(actor)
        };
        let supported = |actor: &&u32| {
            self.anchors.usage(**actor) > 0 || self.anchors.actors().any(|named| supports(named, **actor))
        };
        let mut known = actors.iter().filter(supported);
        match (known.next(), known.next()) {
            (Some(actor), None) => Weak::Actor { actor: *actor, rule: NAMESAKE },
            (Some(_), Some(_)) => Weak::Conflict { candidates: actors.to_vec(), reason: SEVERAL },
            _ => Weak::Nobody,
        }
    }
}

fn one_or_conflict(actors: Vec<u32>, rule: u8) -> Weak {
    if let [actor] = actors[..] {
        return Weak::Actor { actor, rule };
    }
    Weak::Conflict { candidates: actors, reason: SEVERAL }
}

/// Whether a name is only part of the name of a person whom the dictionary lacks.
pub fn within_other_name(around: &Around<'_, '_, '_>) -> bool {
    let Around { hit, hits, text, .. } = *around;
    hit.sorts.has(Sorts::PERSON)
        && !text.shouted(hit.sentence)
        && !hits.starting(hit.tokens.start).any(|other| other.tokens.len() > 1 && names(other))
        && !hits.ending(hit.tokens.end).any(|other| other.tokens.len() > 1 && names(other))
        && (around.goes_on() || around.begins_before())
}
