//! Terms: counted words and told phrases, and an article told in them.

use super::forms::{FIRST, SENTENCE};
use super::matcher::Matcher;
use super::settle::Told;
use super::words::Words;
use crate::base::narrow::narrow;
use crate::base::texts::Texts;
use crate::lex::stop::Class;

/// A place that is no term (a stop word, a number); it keeps its place in windows.
pub const OTHER: u32 = u32::MAX;
/// The end of a sentence.
pub const END: u32 = u32::MAX - 1;

/// All terms: words first, then phrases.
pub struct Lexicon {
    /// By word: its term, or `OTHER`; the number behind the last stands for the words of other articles that this corpus lacks.
    term_of_word: Vec<u32>,
    matcher: Matcher,
    /// The term of the first phrase.
    first_phrase: u32,
    /// By term: how often it occurs.
    pub n: Vec<u64>,
    /// By term: as it is written most often.
    pub shown: Texts,
    pub passed_over: PassedOver,
}

/// Tokens that are no term and stand in no phrase.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PassedOver {
    pub stop_words: u64,
    /// Numbers, and words with too few letters.
    pub others: u64,
}

impl Lexicon {
    pub fn new(words: &Words<'_>, told: Told) -> Self {
        let mut term_of_word = vec![OTHER; words.numbers() + 1];
        let (mut n, mut shown, mut passed_over) = (Vec::new(), Texts::default(), PassedOver::default());
        for (id, word) in words.all() {
            // No phrase takes a word more often than it occurs.
            let alone = word.n - told.taken.get(&id).copied().unwrap_or(0);
            match word.class {
                Class::Term => {
                    term_of_word[id as usize] = narrow(n.len());
                    n.push(alone);
                    shown.push(words.shown(id));
                }
                Class::Stop | Class::Capital => passed_over.stop_words += alone,
                Class::Other => passed_over.others += alone,
            }
        }
        let first_phrase = narrow(n.len());
        n.extend(&told.n);
        shown.extend(told.shown);
        let matcher = Matcher::of(&told.phrases, words.numbers() + 1);
        Self { term_of_word, matcher, first_phrase, n, shown, passed_over }
    }

    pub fn terms(&self) -> usize {
        self.n.len()
    }

    /// By term: as it is written most often; and what is no term. All that tells articles is forgotten.
    pub fn into_names(self) -> (Texts, PassedOver) {
        (self.shown, self.passed_over)
    }

    /// An article told in terms: at each place the longest phrase that begins there, else the word. A word inside a
    /// phrase is counted as the phrase and not as itself, so that each token counts once.
    pub fn tell(&self, words: &[u32], units: &mut Vec<u32>) {
        units.clear();
        units.reserve(words.len());
        self.each(words, |unit, _| units.push(unit));
    }

    /// The same with the token that each unit begins at; for the end of a sentence the one behind it.
    pub fn tell_at(&self, words: &[u32], units: &mut Vec<u32>, tokens: &mut Vec<u32>) {
        units.clear();
        tokens.clear();
        let mut token = 0;
        self.each(words, |unit, taken| {
            units.push(unit);
            tokens.push(token);
            token += narrow(taken.iter().filter(|word| **word >= FIRST).count());
        });
    }

    /// Gives each unit with the words that it takes.
    #[inline]
    fn each(&self, words: &[u32], mut each: impl FnMut(u32, &[u32])) {
        let mut at = 0;
        while at < words.len() {
            let word = words[at];
            if word < FIRST {
                if word == SENTENCE {
                    each(END, &[]);
                }
                at += 1;
                continue;
            }
            if self.matcher.may_begin(word)
                && let Some((phrase, length)) = self.matcher.longest(&words[at..])
            {
                each(self.first_phrase + phrase, &words[at..at + length]);
                at += length;
                continue;
            }
            each(self.term_of_word[word as usize], &words[at..=at]);
            at += 1;
        }
    }
}
