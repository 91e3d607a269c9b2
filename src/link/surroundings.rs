//! An article while it is linked: its tokens, and what stands beside a stretch of them.

use std::cell::Cell;
use std::ops::Range;

use super::hits::Hit;
use super::vocabulary::{FUNCTION, known};
use crate::base::date::Date;
use crate::base::narrow::narrow;
use crate::lex::token::{Kind, Lexed};

/// The article whose actors are looked for.
pub struct Text<'t> {
    pub text: &'t str,
    pub lexed: &'t Lexed,
    /// Number of the article among those that are read together.
    pub article: u32,
    pub date: Option<Date>,
    /// The sentence that was asked for last, and whether it is shouted: many ask for the same.
    last: Cell<(usize, bool)>,
}

/// Words of a sentence that are looked at for it.
const LOOKED_AT: usize = 40;

impl<'t> Text<'t> {
    pub fn new(text: &'t str, lexed: &'t Lexed, article: u32, date: Option<Date>) -> Self {
        Self { text, lexed, article, date, last: Cell::new((usize::MAX, false)) }
    }

    pub fn word(&self, at: usize) -> &'t str {
        &self.text[self.lexed.tokens[at].range()]
    }

    /// What lies between two tokens.
    pub fn gap(&self, first: usize, second: usize) -> &'t str {
        &self.text[self.lexed.tokens[first].range().end..self.lexed.tokens[second].range().start]
    }

    /// The tokens of a sentence.
    pub fn tokens(&self, sentence: usize) -> Range<usize> {
        self.lexed.sentences[sentence].indices()
    }

    /// The tokens that some bytes of a sentence touch: the first, and the one behind the last.
    pub fn tokens_of(&self, bytes: &Range<usize>, sentence: usize) -> [u32; 2] {
        let within = self.tokens(sentence);
        let tokens = &self.lexed.tokens[within.clone()];
        let first = tokens.partition_point(|token| token.range().end <= bytes.start);
        let end = tokens.partition_point(|token| token.range().start < bytes.end);
        [first, end].map(|at| narrow(within.start + at))
    }

    /// Whether the token begins with a capital.
    pub fn capital(&self, at: usize) -> bool {
        self.word(at).chars().next().is_some_and(char::is_uppercase)
    }

    /// Whether only spaces lie between a token and the one before it.
    pub fn follows(&self, at: usize) -> bool {
        at > 0 && spaces(self.gap(at - 1, at))
    }

    /// The token before a hit in its sentence, over spaces alone.
    pub fn before(&self, hit: &Hit<'_>) -> Option<usize> {
        let first = hit.tokens.start;
        let inside = first > self.tokens(hit.sentence).start && !self.opens_inside(hit);
        (inside && self.follows(first)).then(|| first - 1)
    }

    /// The token behind a hit in its sentence, over spaces alone.
    pub fn behind(&self, hit: &Hit<'_>) -> Option<usize> {
        let next = hit.tokens.end;
        let inside = next < self.tokens(hit.sentence).end && !self.ends_inside(hit);
        (inside && self.follows(next)).then_some(next)
    }

    /// The token behind the possessive of a hit: "Moscow's position".
    pub fn possessed(&self, hit: &Hit<'_>) -> Option<usize> {
        let next = hit.tokens.end;
        if next >= self.tokens(hit.sentence).end || self.ends_inside(hit) {
            return None;
        }
        possessive(self.gap(next - 1, next)).then_some(next)
    }

    /// What follows a hit in its last token, behind a hyphen.
    pub fn rest(&self, hit: &Hit<'_>) -> &'t str {
        &self.text[hit.bytes.end..self.lexed.tokens[hit.tokens.end - 1].range().end]
    }

    /// Whether the hit begins behind a hyphen of its first token.
    pub fn opens_inside(&self, hit: &Hit<'_>) -> bool {
        hit.bytes.start > self.lexed.tokens[hit.tokens.start].range().start
    }

    /// Whether the hit ends before a hyphen of its last token.
    pub fn ends_inside(&self, hit: &Hit<'_>) -> bool {
        hit.bytes.end < self.lexed.tokens[hit.tokens.end - 1].range().end
    }

    /// Whether capitals say nothing in a sentence: a headline, or all in capitals. It has three words with capitals or more, and
    /// none without but small ones.
    pub fn shouted(&self, sentence: usize) -> bool {
        let (last, known) = self.last.get();
        if last == sentence {
            return known;
        }
        let shouted = self.is_shouted(sentence);
        self.last.set((sentence, shouted));
        shouted
    }

    fn is_shouted(&self, sentence: usize) -> bool {
        let mut capitals = 0;
        for at in self.tokens(sentence).take(LOOKED_AT) {
            let word = self.word(at);
            if self.lexed.tokens[at].kind != Kind::Word || word.len() < 3 || known(&FUNCTION, word) {
                continue;
            }
            if !self.capital(at) {
                return false;
            }
            capitals += 1;
        }
        capitals >= 3
    }

    /// Whether a sentence is written in capitals alone.
    pub fn all_capitals(&self, sentence: usize) -> bool {
        let tokens = self.tokens(sentence);
        let mut words = tokens.take(LOOKED_AT).map(|at| self.word(at));
        words.all(|word| !word.chars().any(char::is_lowercase))
    }

    /// The token behind a small word at `from` and the article that may follow it: "of Russia", "of the DPRK".
    pub fn behind_small(&self, from: usize, sentence: usize, small: impl Fn(&str) -> bool) -> Option<usize> {
        let end = self.tokens(sentence).end;
        let follows = |at: usize| at < end && self.follows(at);
        let first = (follows(from) && small(self.word(from))).then_some(from + 1)?;
        let the = follows(first) && self.word(first).eq_ignore_ascii_case("the");
        let name = first + usize::from(the);
        follows(name).then_some(name)
    }

    /// Whether "the" stands before a hit.
    pub fn behind_the(&self, hit: &Hit<'_>) -> bool {
        self.before(hit).is_some_and(|before| self.word(before).eq_ignore_ascii_case("the"))
    }

    /// Whether a token is written with a capital as a name is, and not because it begins a sentence or is a small word.
    pub fn name_like(&self, at: usize, sentence: usize) -> bool {
        self.capital(at)
            && self.lexed.tokens[at].kind == Kind::Word
            && self.tokens(sentence).start != at
            && !known(&FUNCTION, self.word(at))
            && !quoted(self.text, self.lexed.tokens[at].range().start)
    }
}

/// A quotation or a line begins like a sentence.
fn quoted(text: &str, start: usize) -> bool {
    let before = text[..start].trim_end_matches([' ', '\t']);
    before.ends_with(['"', '“', '«', '„', '‘', ':', '—', '\n', '(', '-', '•'])
}

pub fn spaces(gap: &str) -> bool {
    gap.chars().all(char::is_whitespace) && gap.chars().filter(|c| *c == '\n').count() < 2
}

/// "'s " or the "' " of a plural.
pub fn possessive(gap: &str) -> bool {
    let Some(rest) = gap.strip_prefix(['\'', '’', 'ʼ', '＇']) else { return false };
    let rest = rest.strip_prefix(['s', 'S']).unwrap_or(rest);
    !rest.is_empty() && spaces(rest)
}
