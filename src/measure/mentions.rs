//! Mentions: which stretches of an article stand for which actor; the longest span over all actors wins.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use super::aliases::{Aliases, End, Node, ROOT};
use super::evidence::Evidence;
use crate::config::actors::Form;
use crate::lex::is_hyphen;
use crate::lex::token::{Lexed, Sentence};

/// One stretch of text that stands for one actor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Offsets in Unicode scalar values into the article's text, end exclusive.
    pub start: u32,
    pub end: u32,
    pub surface: String,
    /// Index into the dictionary.
    pub actor: u32,
    pub form: Form,
    /// The rule that found it.
    pub rule: &'static str,
    /// Number of the sentence in the article.
    pub sentence: u32,
    /// The sentence, or what stands around the mention in a very long one.
    pub sentence_text: Arc<str>,
}

/// A stretch that more than one actor claims: it counts for nobody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    pub start: u32,
    pub end: u32,
    pub surface: String,
    /// Indices into the dictionary, in order.
    pub candidates: Vec<u32>,
    pub reason: &'static str,
}

/// What an article's text says about actors.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    pub mentions: Vec<Mention>,
    pub conflicts: Vec<Conflict>,
}

/// A part of a token in its sentence, with its bytes in the text.
pub struct PartAt {
    pub id: u32,
    pub range: Range<usize>,
}

/// A stretch that at least one alias fits.
struct Candidate<'a> {
    range: Range<usize>,
    ends: Vec<&'a End>,
}

/// Adds the mentions of one sentence, with byte offsets; `count_scalars` turns them into scalar offsets at the end.
pub fn sentence(text: &str, number: u32, sentence: &Sentence, parts: &[PartAt], aliases: &Aliases, found: &mut Found) {
    let mut candidates = candidates(text, parts, aliases);
    if candidates.is_empty() {
        return;
    }
    // The longest in characters first, then the leftmost: a total order, since no two candidates have the same range.
    candidates.sort_by_cached_key(|candidate| {
        (Reverse(text[candidate.range.clone()].chars().count()), candidate.range.start)
    });
    let mut taken: BTreeMap<usize, usize> = BTreeMap::new();
    let evidence = Evidence::of(text, sentence.range());
    for Candidate { range, ends } in candidates {
        if taken.range(..range.end).next_back().is_some_and(|(_, end)| *end > range.start) {
            continue;
        }
        taken.insert(range.start, range.end);
        let (start, end, surface) = (offset(range.start), offset(range.end), text[range.clone()].to_owned());
        let mut actors: Vec<u32> = ends.iter().map(|end| end.actor).collect();
        actors.sort_unstable();
        actors.dedup();
        match ends.as_slice() {
            [End { actor, form, .. }, ..] if actors.len() == 1 => found.mentions.push(Mention {
                start,
                end,
                surface,
                actor: *actor,
                form: *form,
                rule: "strong alias",
                sentence: number,
                sentence_text: evidence.around(range),
            }),
            _ => {
                let reason = "one alias of several actors";
                found.conflicts.push(Conflict { start, end, surface, candidates: actors, reason });
            }
        }
    }
}

/// Every stretch of the sentence that is an alias of somebody, whether or not it overlaps another.
fn candidates<'a>(text: &str, parts: &[PartAt], aliases: &'a Aliases) -> Vec<Candidate<'a>> {
    let mut candidates = Vec::new();
    for first in 0..parts.len() {
        let mut node: Node = ROOT;
        for last in first..parts.len() {
            if last > first
                && !joins(
                    &text[parts[last - 1].range.clone()],
                    &text[parts[last - 1].range.end..parts[last].range.start],
                )
            {
                break;
            }
            let Some(next) = aliases.step(node, parts[last].id) else { break };
            node = next;
            let words: Vec<&str> = parts[first..=last].iter().map(|part| &text[part.range.clone()]).collect();
            let ends = aliases.ends(node, &words);
            if !ends.is_empty() {
                candidates.push(Candidate { range: parts[first].range.start..parts[last].range.end, ends });
            }
        }
    }
    candidates
}

/// Whether a name may reach over `gap`: spaces, one hyphen, an apostrophe with or without its s, the full stop of an initial.
fn joins(before: &str, gap: &str) -> bool {
    let gap = gap.strip_prefix(['\'', '’', 'ʼ', '＇']).unwrap_or(gap);
    let gap = gap.strip_prefix(['s', 'S']).unwrap_or(gap);
    let initial = before.chars().count() <= 2;
    let gap = gap.strip_prefix('.').filter(|_| initial).unwrap_or(gap);
    let spaces = gap.chars().all(char::is_whitespace) && gap.chars().filter(|c| *c == '\n').count() < 2;
    spaces || (gap.chars().count() == 1 && gap.chars().all(|c| is_hyphen(c) || c == '–'))
}

/// Turns byte offsets into offsets of Unicode scalar values, and sorts by place.
pub fn count_scalars(text: &str, found: &mut Found) {
    found.mentions.sort_by_key(|mention| mention.start);
    found.conflicts.sort_by_key(|conflict| conflict.start);
    let mut scalars = Scalars { text, byte: 0, scalar: 0 };
    for mention in &mut found.mentions {
        (mention.start, mention.end) = (scalars.before(mention.start), scalars.before(mention.end));
    }
    let mut scalars = Scalars { text, byte: 0, scalar: 0 };
    for conflict in &mut found.conflicts {
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
        offset(self.scalar)
    }
}

/// Articles are at most a gigabyte long (`[ingest] max_article_mb`), so that an offset fits.
fn offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// The parts of all tokens of a sentence; `of_token` gives those of a token.
pub fn parts_of<'f>(
    lexed: &Lexed,
    sentence: &Sentence,
    mut of_token: impl FnMut(usize) -> &'f [super::aliases::Part],
    into: &mut Vec<PartAt>,
) {
    into.clear();
    for token in sentence.indices() {
        let start = lexed.tokens[token].range().start;
        into.extend(
            of_token(token)
                .iter()
                .map(|part| PartAt { id: part.id, range: start + part.start as usize..start + part.end as usize }),
        );
    }
}
