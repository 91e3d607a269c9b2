//! Mentions: which stretches of an article stand for which actor; the longest span over all actors wins.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::ops::Range;

use super::aliases::{Aliases, End, Part};
use super::evidence::{Evidence, Shown, Span};
use crate::base::narrow::narrow;
use crate::config::actors::Form;
use crate::lex::is_hyphen;

/// One stretch of text that stands for one actor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Number of the article among those that were read together.
    pub article: u32,
    /// Offsets in Unicode scalar values into the article's text, end exclusive.
    pub start: u32,
    pub end: u32,
    pub surface: Span,
    /// Index into the dictionary.
    pub actor: u32,
    pub form: Form,
    /// The rule that found it.
    pub rule: &'static str,
    /// Number of the sentence in the article.
    pub sentence: u32,
    /// The sentence, or what stands around the mention in a very long one.
    pub sentence_text: Span,
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
    pub reason: &'static str,
}

/// Every rule that finds mentions.
pub const RULES: [&str; 1] = [STRONG];
const STRONG: &str = "strong alias";
/// Every reason for a conflict.
pub const REASONS: [&str; 1] = [SHARED];
const SHARED: &str = "one alias of several actors";

/// What texts say about actors, in the order of the texts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    pub mentions: Vec<Mention>,
    pub conflicts: Vec<Conflict>,
    /// What the spans are spans of.
    pub shown: Shown,
}

/// The tokens of a sentence, as the matcher asks for them.
pub trait Tokens<'t> {
    /// Where token `at` begins in the text, and its parts; none behind the end of the sentence.
    fn parts(&self, at: usize) -> Option<(usize, &'t [Part])>;
}

/// A sentence of an article.
pub struct Place<'t> {
    pub text: &'t str,
    pub article: u32,
    pub number: u32,
    pub sentence: Range<usize>,
}

/// A stretch that at least one alias fits.
struct Candidate<'a> {
    range: Range<usize>,
    ends: Vec<&'a End>,
}

/// Adds the mentions of one sentence, with byte offsets; `count_scalars` turns them into scalar offsets at the end.
/// `begins` are the tokens with a part that begins an alias.
pub fn sentence<'t>(
    place: &Place<'t>,
    begins: &[usize],
    tokens: &impl Tokens<'t>,
    aliases: &Aliases,
    found: &mut Found,
) {
    let mut candidates = Vec::new();
    // One list for all stretches that are tried: most end with their first word.
    let mut ranges = Vec::new();
    for token in begins {
        walk(place.text, *token, tokens, aliases, &mut ranges, &mut candidates);
    }
    if candidates.len() > 1 {
        // The longest in characters first, then the leftmost: a total order, since no two candidates have the same range.
        candidates.sort_by_cached_key(|candidate| {
            (Reverse(place.text[candidate.range.clone()].chars().count()), candidate.range.start)
        });
    }
    if candidates.is_empty() {
        return;
    }
    let mut taken: BTreeMap<usize, usize> = BTreeMap::new();
    let mut evidence = Evidence::of(place.text, place.sentence.clone());
    for candidate in candidates {
        let range = &candidate.range;
        if taken.range(..range.end).next_back().is_some_and(|(_, end)| *end > range.start) {
            continue;
        }
        taken.insert(range.start, range.end);
        settle(place, &candidate, &mut evidence, found);
    }
}

/// A stretch that no longer one overlaps: a mention, or a conflict.
fn settle(
    place: &Place<'_>,
    Candidate { range, ends }: &Candidate<'_>,
    evidence: &mut Evidence<'_>,
    found: &mut Found,
) {
    let (article, start, end) = (place.article, narrow(range.start), narrow(range.end));
    let surface = found.shown.add(&place.text[range.clone()]);
    let one = ends[0];
    if ends.iter().all(|end| end.actor == one.actor) {
        let sentence_text = evidence.around(range.clone(), &mut found.shown);
        let (actor, form, rule, sentence) = (one.actor, one.form, STRONG, place.number);
        found.mentions.push(Mention { article, start, end, surface, actor, form, rule, sentence, sentence_text });
        return;
    }
    let mut candidates: Vec<u32> = ends.iter().map(|end| end.actor).collect();
    candidates.sort_unstable();
    candidates.dedup();
    let reason = SHARED;
    found.conflicts.push(Conflict { article, start, end, surface, candidates, reason });
}

/// Adds every stretch that is an alias of somebody and begins in token `first`, whether or not it overlaps another.
fn walk<'a, 't>(
    text: &'t str,
    first: usize,
    tokens: &impl Tokens<'t>,
    aliases: &'a Aliases,
    ranges: &mut Vec<Range<usize>>,
    candidates: &mut Vec<Candidate<'a>>,
) {
    let Some((start, parts)) = tokens.parts(first) else { return };
    for (at, part) in parts.iter().enumerate() {
        let Some(mut node) = aliases.begin(part.id) else { continue };
        let place = |start: usize, part: &Part| start + part.start as usize..start + part.end as usize;
        ranges.clear();
        ranges.push(place(start, part));
        let (mut token, mut within, mut start, mut parts) = (first, at, start, parts);
        loop {
            if !aliases.ends(node).is_empty() {
                let words: Vec<&str> = ranges.iter().map(|range| &text[range.clone()]).collect();
                let ends: Vec<&End> = aliases.ends(node).iter().filter(|end| end.fits(&words)).collect();
                if !ends.is_empty() {
                    candidates.push(Candidate { range: ranges[0].start..ranges[ranges.len() - 1].end, ends });
                }
            }
            within += 1;
            if within == parts.len() {
                (token, within) = (token + 1, 0);
                let Some(next) = tokens.parts(token) else { break };
                (start, parts) = next;
            }
            let Some(next) = parts.get(within).and_then(|part| aliases.step(node, part.id)) else { break };
            let (before, range) = (&ranges[ranges.len() - 1], place(start, &parts[within]));
            if !joins(&text[before.clone()], &text[before.end..range.start]) {
                break;
            }
            node = next;
            ranges.push(range);
        }
    }
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
