//! "the head of the delegation": the person of whom the article says that a delegation is led by them.

use std::ops::Range;

use super::anchors::{Anchor, Anchors};
use super::compile::Linker;
use super::hits::{Hit, Hits};
use super::sorts::Sorts;
use super::surroundings::Text;
use crate::config::dictionary::Kind;

/// A phrase for the head of a delegation that the article names.
pub struct Head {
    pub bytes: Range<usize>,
    pub sentence: usize,
    pub actor: u32,
}

/// How many tokens may stand between the delegation and its leader's name.
const REACH: usize = 40;

/// How many leaders are kept of one article.
const LEADERS: usize = 16;

/// All of an article.
pub fn heads(hits: &Hits<'_>, anchors: &Anchors, text: &Text<'_>, linker: &Linker) -> Vec<Head> {
    let mut leaders: Vec<u32> = Vec::new();
    let mut heads = Vec::new();
    for hit in hits.all.iter().filter(|hit| hit.sorts.has(Sorts::DELEGATION)) {
        let named = leader(hit, anchors, text, linker);
        leaders.extend(named.filter(|actor| leaders.len() < LEADERS && !leaders.contains(actor)));
        let Some((first, state)) = phrase(hit, hits, text, linker) else { continue };
        let of = |leader: &&u32| state.is_none_or(|state| linker.actors[**leader as usize].state == Some(state));
        let mut fit = leaders.iter().filter(of);
        let Some(actor) = fit.next().copied() else { continue };
        if fit.next().is_none() {
            let bytes = text.lexed.tokens[first].range().start..hit.bytes.end;
            heads.push(Head { bytes, sentence: hit.sentence, actor });
        }
    }
    heads
}

/// "a delegation led by Politburo member Ri Hi Yong": the first person named behind "led by".
fn leader(hit: &Hit<'_>, anchors: &Anchors, text: &Text<'_>, linker: &Linker) -> Option<u32> {
    let end = text.tokens(hit.sentence).end.min(hit.tokens.end + REACH);
    let by = (hit.tokens.end..end.saturating_sub(1))
        .find(|at| matches!(text.word(*at), "led" | "headed") && text.word(at + 1) == "by")?;
    let first = anchors.all.partition_point(|anchor| anchor.start < by);
    let person = |anchor: &&Anchor| linker.actors[anchor.actor as usize].kind == Kind::Person;
    let named = anchors.all[first..].iter().find(person)?;
    (named.start < end).then_some(named.actor)
}

/// Where "head of the delegation" begins, and the state that it names.
fn phrase(hit: &Hit<'_>, hits: &Hits<'_>, text: &Text<'_>, linker: &Linker) -> Option<(usize, Option<u32>)> {
    let start = text.tokens(hit.sentence).start;
    let mut at = hit.tokens.start;
    let mut state = None;
    let owner = hits.longest_to(at, |_| text.follows(at));
    if let Some(owner) = owner {
        state = owner.named(true).filter(|actor| linker.actors[*actor as usize].kind == Kind::State).min();
        at = owner.tokens.start;
    }
    let step = |at: usize, words: &[&str]| {
        let before = at.checked_sub(1).filter(|before| *before >= start && text.follows(at))?;
        words.contains(&text.word(before)).then_some(before)
    };
    let the = step(at, &["the"])?;
    let of = step(the, &["of"])?;
    Some((step(of, &["head", "leader", "chief"])?, state))
}
