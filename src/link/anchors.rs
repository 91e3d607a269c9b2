//! The strong names of an article: what weak names, titles and adjectives in it are decided by.

use rustc_hash::FxHashMap;

use super::hits::{Hit, Hits};
use super::sorts::Sorts;
use super::tree::Means;
use crate::config::dictionary::Form;

/// A place where an actor is named so that nobody else can be meant.
#[derive(Clone, Copy, Debug)]
pub struct Anchor {
    /// The first of its tokens, and the one behind the last.
    pub start: usize,
    pub end: usize,
    pub sentence: usize,
    pub actor: u32,
}

/// All anchors of an article, in the order of the text.
pub struct Anchors {
    pub all: Vec<Anchor>,
    /// By actor: its anchors.
    by_actor: FxHashMap<u32, Vec<Anchor>>,
    /// How often states are named or their adjectives used.
    usage: FxHashMap<u32, usize>,
}

impl Anchors {
    /// Of hits that overlap the longest counts, as with mentions.
    pub fn of(hits: &Hits<'_>) -> Self {
        let mut anchors = Self { all: Vec::new(), by_actor: FxHashMap::default(), usage: FxHashMap::default() };
        let mut strong: Vec<(&Hit<'_>, u32, Form)> = Vec::new();
        for hit in hits.all.iter().filter(|hit| hit.sorts.has(Sorts::STRONG)) {
            let mut named = hit.ends.iter().filter_map(|end| match end.means {
                Means::Actor { actor, form, strong: true, .. } => Some((actor, form)),
                _ => None,
            });
            let Some((actor, form)) = named.next() else { continue };
            let one = named.all(|(other, _)| other == actor);
            if one && !hit.part {
                strong.push((hit, actor, form));
            }
        }
        strong.sort_unstable_by_key(|(hit, ..)| (hit.bytes.start, std::cmp::Reverse(hit.bytes.end)));
        let mut behind = 0;
        for (hit, actor, form) in strong {
            // The leftmost of those that overlap: for support it is enough that one of them is there.
            if hit.bytes.start < behind {
                continue;
            }
            behind = hit.bytes.end;
            *anchors.usage.entry(actor).or_default() += 1;
            if form == Form::Adjective {
                continue;
            }
            let anchor = Anchor { start: hit.tokens.start, end: hit.tokens.end, sentence: hit.sentence, actor };
            anchors.all.push(anchor);
            anchors.by_actor.entry(actor).or_default().push(anchor);
        }
        anchors
    }

    /// Where an actor is named.
    pub fn of_actor(&self, actor: u32) -> &[Anchor] {
        self.by_actor.get(&actor).map_or(&[], Vec::as_slice)
    }

    /// How often an actor is named, adjectives included.
    pub fn usage(&self, actor: u32) -> usize {
        self.usage.get(&actor).copied().unwrap_or(0)
    }

    /// Who is named in the article, each once.
    pub fn actors(&self) -> impl Iterator<Item = u32> {
        self.by_actor.keys().copied()
    }
}
