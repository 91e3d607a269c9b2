//! Terms: counted words and told phrases, and an article told in them.

use super::forms::{FIRST, SENTENCE};
use super::matcher::Matcher;
use super::settle::Told;
use super::words::Words;
use crate::base::narrow::narrow;
use crate::lex::stop::Class;

/// A place that is no term (a stop word, a number); it keeps its place in windows.
pub const OTHER: u32 = u32::MAX;
/// The end of a sentence.
pub const END: u32 = u32::MAX - 1;

/// All terms: words first, then phrases.
pub struct Lexicon {
    /// By word: its term, or `OTHER`.
    term_of_word: Vec<u32>,
    matcher: Matcher,
    /// The term of the first phrase.
    first_phrase: u32,
    /// By term: how often it occurs.
    pub n: Vec<u64>,
    /// By term: as it is written most often.
    pub shown: Vec<String>,
}

impl Lexicon {
    pub fn new(words: &Words<'_>, told: Told) -> Self {
        let mut term_of_word = vec![OTHER; words.numbers()];
        let (mut n, mut shown) = (Vec::new(), Vec::new());
        for (id, word) in words.all().filter(|(_, word)| word.class == Class::Term) {
            term_of_word[id as usize] = narrow(n.len());
            // No phrase takes a word more often than it occurs.
            n.push(word.n - told.taken.get(&id).copied().unwrap_or(0));
            shown.push(words.shown(id).to_owned());
        }
        let first_phrase = narrow(n.len());
        n.extend(&told.n);
        shown.extend(told.shown);
        Self { term_of_word, matcher: Matcher::of(&told.phrases, words.numbers()), first_phrase, n, shown }
    }

    pub fn terms(&self) -> usize {
        self.n.len()
    }

    /// An article told in terms: at each place the longest phrase that begins there, else the word. A word inside a
    /// phrase is counted as the phrase and not as itself, so that each token counts once.
    pub fn tell(&self, words: &[u32], units: &mut Vec<u32>) {
        units.clear();
        units.reserve(words.len());
        let mut at = 0;
        while at < words.len() {
            let word = words[at];
            if word < FIRST {
                if word == SENTENCE {
                    units.push(END);
                }
                at += 1;
                continue;
            }
            if self.matcher.may_begin(word)
                && let Some((phrase, length)) = self.matcher.longest(&words[at..])
            {
                units.push(self.first_phrase + phrase);
                at += length;
                continue;
            }
            units.push(self.term_of_word[word as usize]);
            at += 1;
        }
    }
}
