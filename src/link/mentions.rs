//! What an article says about actors: mentions that count, and stretches that count for nobody.

use super::evidence::{Shown, Span};
use super::rules::Rule;
use crate::base::narrow::narrow;
use crate::config::dictionary::{Form, Kind};

/// One stretch of text that stands for one actor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Number of the article among those that were read together.
    pub article: u32,
    /// Offsets in Unicode scalar values into the article's text, end exclusive.
    pub start: u32,
    pub end: u32,
    pub surface: Span,
    /// Index into the dictionary; from its length on, into `Found::built`.
    pub actor: u32,
    pub form: Form,
    /// The rule that found it.
    pub rule: Rule,
    /// Number of the sentence in the article.
    pub sentence: u32,
    /// The sentence, or what stands around the mention in a very long one.
    pub sentence_text: Span,
    /// The tokens of the article that it touches: the first, and the one behind the last.
    pub tokens: [u32; 2],
}

/// A stretch that more than one actor claims: it counts for nobody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    pub article: u32,
    pub start: u32,
    pub end: u32,
    pub surface: Span,
    /// Indices into the dictionary, in order.
    pub candidates: Vec<u32>,
    /// Index into `REASONS`.
    pub reason: u8,
}

/// An organization that the dictionary lacks and a pattern made.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Built {
    pub id: String,
    pub name: String,
    pub kind: Kind,
    /// Indices into the dictionary.
    pub state: Option<u32>,
    pub parent: Option<u32>,
}

/// What texts say about actors, in the order of the texts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    pub mentions: Vec<Mention>,
    pub conflicts: Vec<Conflict>,
    /// Each once, in the order of meeting.
    pub built: Vec<Built>,
    /// What the spans are spans of.
    pub shown: Shown,
}

/// Turns byte offsets into offsets of Unicode scalar values, and sorts by place: what was found from the given numbers on,
/// which is what one text gave.
pub fn count_scalars(text: &str, found: &mut Found, mentions: usize, conflicts: usize) {
    let (mentions, conflicts) = (&mut found.mentions[mentions..], &mut found.conflicts[conflicts..]);
    mentions.sort_by_key(|mention| mention.start);
    conflicts.sort_by_key(|conflict| conflict.start);
    if text.is_ascii() {
        return;
    }
    let mut scalars = Scalars { text, byte: 0, scalar: 0 };
    for mention in mentions {
        (mention.start, mention.end) = (scalars.before(mention.start), scalars.before(mention.end));
    }
    let mut scalars = Scalars { text, byte: 0, scalar: 0 };
    for conflict in conflicts {
        (conflict.start, conflict.end) = (scalars.before(conflict.start), scalars.before(conflict.end));
    }
}

/// Counts scalars up to byte offsets that only grow, so that a text is walked once.
struct Scalars<'t> {
    text: &'t str,
    byte: usize,
    scalar: usize,
}

impl Scalars<'_> {
    fn before(&mut self, byte: u32) -> u32 {
        let byte = byte as usize;
        self.scalar += self.text[self.byte..byte].chars().count();
        self.byte = byte;
        narrow(self.scalar)
    }
}
