//! Terms: counted words and accepted phrases, and the stream of an article told in them.

use rustc_hash::FxHashMap;

use super::forms::{APOSTROPHE, FIRST, SENTENCE};
use super::phrases::{Key, NONE};
use super::words::Words;
use crate::lex::stop::Class;

/// What stands at a place of an article told in terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    Term(u32),
    /// A token that is no term (a stop word, a number); it keeps its place in windows.
    Other,
    /// The end of a sentence.
    End,
}

/// All terms: words first, then phrases.
pub struct Lexicon<'w> {
    words: &'w Words,
    term_of_word: Vec<Option<u32>>,
    phrases: FxHashMap<Key, u32>,
    /// By term: its words.
    pub terms: Vec<Vec<u32>>,
}

impl<'w> Lexicon<'w> {
    pub fn new(words: &'w Words, phrases: &[Key]) -> Self {
        let mut terms: Vec<Vec<u32>> = Vec::new();
        let mut push = |words: Vec<u32>| {
            terms.push(words);
            u32::try_from(terms.len() - 1).unwrap_or(u32::MAX)
        };
        let ids = 0..u32::try_from(words.all.len()).unwrap_or(u32::MAX);
        let term_of_word = ids.map(|id| (words.word(id).class == Class::Term).then(|| push(vec![id]))).collect();
        let phrases = phrases
            .iter()
            .map(|key| (*key, push(key.iter().copied().filter(|word| *word != NONE).collect())))
            .collect();
        Self { words, term_of_word, phrases, terms }
    }

    /// The term of a phrase.
    pub fn phrase_of(&self, key: &Key) -> Option<u32> {
        self.phrases.get(key).copied()
    }

    /// An article told in terms: at each place the longest phrase that begins there, else the word. A word inside a
    /// phrase is counted as the phrase and not as itself, so that each token counts once.
    ///
    /// `seen` is told each phrase with the forms that it was written with.
    pub fn units(&self, stream: &[u32], mut seen: impl FnMut(u32, &[u32])) -> Vec<Unit> {
        let mut units = Vec::with_capacity(stream.len());
        let mut at = 0;
        while at < stream.len() {
            let form = stream[at];
            if form < FIRST {
                if form == SENTENCE {
                    units.push(Unit::End);
                }
                at += 1;
                continue;
            }
            if let Some((term, length)) = self.phrase(&stream[at..]) {
                seen(term, &stream[at..at + length]);
                units.push(Unit::Term(term));
                at += length;
                continue;
            }
            units.push(self.term_of_word[self.words.of_form(form) as usize].map_or(Unit::Other, Unit::Term));
            at += 1;
        }
        units
    }

    /// The longest phrase at the head of a stream, and how much of the stream it takes.
    fn phrase(&self, stream: &[u32]) -> Option<(u32, usize)> {
        if self.phrases.is_empty() {
            return None;
        }
        let mut key = [NONE; 3];
        let mut found = None;
        let mut words = 0;
        for (at, form) in stream.iter().enumerate() {
            match *form {
                APOSTROPHE => continue,
                form if form < FIRST => break,
                form => key[words] = self.words.of_form(form),
            }
            words += 1;
            if words >= 2 {
                found = self.phrases.get(&key).map(|term| (*term, at + 1)).or(found);
            }
            if words == 3 {
                break;
            }
        }
        found
    }
}
