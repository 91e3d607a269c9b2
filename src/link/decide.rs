//! Whom one candidate stands for.

use super::adjectives::by_usage;
use super::article::{Article, Came, Candidate, What, Who};
use super::bodies::Of;
use super::compounds::{compound, era};
use super::hits::Hit;
use super::offices::Given;
use super::rules::{DELEGATION, DERIVED, GOVERNMENT, HOLDERS, PLACE, SHARED, STRONG, USAGE};
use super::seats::{Seat, seat};
use super::sorts::Sorts;
use super::tree::Means;
use super::vocabulary::{COMMON_WORDS, ENGLISH_WORDS, FUNCTION, TITLES, known, known_plural};
use super::weak::Weak;
use crate::config::dictionary::{Form, Kind};

impl Article<'_, '_> {
    /// What a candidate comes to.
    pub fn decide(&self, candidate: &Candidate<'_>) -> Came {
        match candidate.what {
            What::Names(hit) => self.name(hit),
            What::Office(Given::Actor { actor, rule }) => {
                Came::Mention { actor: Who::Listed(*actor), form: Form::Role, rule: *rule, word: None }
            }
            What::Office(Given::Several(candidates)) => {
                let mut candidates = candidates.clone();
                candidates.sort_unstable();
                Came::Conflict { candidates, reason: HOLDERS }
            }
            What::Head(actor) => {
                Came::Mention { actor: Who::Listed(actor), form: Form::Role, rule: DELEGATION, word: None }
            }
            What::Body(form, rule, of) => {
                let actor = match of {
                    Of::Known(actor) => Who::Listed(*actor),
                    Of::New(built) => Who::New(built.clone()),
                };
                Came::Mention { actor, form, rule, word: None }
            }
        }
    }

    fn name(&self, hit: &Hit<'_>) -> Came {
        if hit.sorts.has(Sorts::NOBODY) {
            return Came::Nobody;
        }
        if let Some(actor) = hit.only(true) {
            return self.strong(hit, actor);
        }
        if hit.sorts.has(Sorts::STRONG) {
            return Came::Conflict { candidates: hit.actors(true), reason: SHARED };
        }
        if hit.part || self.only_a_word(hit) || hit.stranger {
            return Came::Nothing;
        }
        if era(hit, self.text) || self.other_body(hit) || compound(hit, self.hits, self.text) {
            return Came::Nothing;
        }
        let weak = self.weak(hit);
        if weak.is_empty() {
            return Came::Nothing;
        }
        match self.whom(hit, &weak) {
            Weak::Actor { actor, rule } => {
                let form = self.end(hit, actor).map_or(Form::Short, |(form, _)| form);
                Came::Mention { actor: Who::Listed(actor), form, rule, word: None }
            }
            Weak::Conflict { candidates, reason } => Came::Conflict { candidates, reason },
            Weak::Nobody => Came::Nothing,
        }
    }

    /// A weak name that is a small or common word ("He", "Sun") needs a title before it, or a capital that only a name has.
    fn only_a_word(&self, hit: &Hit<'_>) -> bool {
        let (text, first) = (self.text, hit.tokens.start);
        if hit.tokens.len() > 1 {
            return false;
        }
        let word = text.word(first);
        let titled = text.before(hit).is_some_and(|before| known_plural(&TITLES, text.word(before)));
        let acronym = word.chars().all(char::is_uppercase);
        let small = known(&FUNCTION, word) && !acronym;
        let common = known(&ENGLISH_WORDS, word) || known(&COMMON_WORDS, word);
        !titled && (small || (common && !text.name_like(first, hit.sentence)))
    }

    /// The actors of a weak name; one that is written with "the" needs it.
    fn weak(&self, hit: &Hit<'_>) -> Vec<u32> {
        let the = self.text.behind_the(hit);
        let ends = hit.ends.iter().filter(|end| the || !end.the);
        let mut actors: Vec<u32> = ends.filter_map(|end| end.actor()).collect();
        actors.sort_unstable();
        actors.dedup();
        actors
    }

    fn strong(&self, hit: &Hit<'_>, actor: u32) -> Came {
        if hit.part || era(hit, self.text) {
            return Came::Nothing;
        }
        let (form, made) = self.end(hit, actor).unwrap_or((Form::Name, false));
        let who = &self.linker.actors[actor as usize];
        if let (Some(state), Kind::Place) = (who.seat_of, who.kind) {
            return self.seat(hit, actor, state, form);
        }
        if form == Form::Adjective && !who.one_of.is_empty() {
            let usage = by_usage(actor, self.anchors, self.linker);
            if let Some(actor) = usage {
                return Came::Mention { actor: Who::Listed(actor), form, rule: USAGE, word: None };
            }
        }
        let rule = if made { DERIVED } else { STRONG };
        Came::Mention { actor: Who::Listed(actor), form, rule, word: None }
    }

    fn seat(&self, hit: &Hit<'_>, actor: u32, state: u32, form: Form) -> Came {
        let is_seat = |other: &Hit<'_>| {
            other.named(true).any(|actor| {
                let who = &self.linker.actors[actor as usize];
                who.seat_of.is_some() || who.kind == Kind::State
            })
        };
        match seat(hit, self.hits, self.text, &is_seat) {
            Seat::Government(word) => {
                Came::Mention { actor: Who::Listed(state), form: Form::Metonym, rule: GOVERNMENT, word: Some(word) }
            }
            Seat::Place(word) => Came::Mention { actor: Who::Listed(actor), form, rule: PLACE, word },
        }
    }

    /// The form of an actor's name, and whether it was derived; of several the first.
    fn end(&self, hit: &Hit<'_>, actor: u32) -> Option<(Form, bool)> {
        hit.ends.iter().find_map(|end| match end.means {
            Means::Actor { actor: is, form, made, .. } if is == actor => Some((form, made)),
            _ => None,
        })
    }

    /// "Workers' Party of Belgium": the short name of a body with another owner.
    fn other_body(&self, hit: &Hit<'_>) -> bool {
        let (text, linker) = (self.text, self.linker);
        let body = hit.ends.iter().filter_map(|end| end.actor());
        let all = body.map(|actor| linker.actors[actor as usize].kind).all(|kind| kind == Kind::Organization);
        let of = text.behind(hit).filter(|next| text.word(*next) == "of");
        all && of.is_some_and(|of| {
            let next = of + 1;
            next < text.tokens(hit.sentence).end && (text.capital(next) || text.word(next) == "the")
        })
    }
}
