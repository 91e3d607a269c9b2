//! Phrases: two and three words that stand together too often for chance.

use rustc_hash::FxHashMap;

use super::contingency::Table;
use super::forms::{APOSTROPHE, FIRST};
use super::lexicon::Lexicon;
use super::reading::Reading;
use super::words::Words;
use crate::base::parallel::Threads;
use crate::config::Lex;
use crate::lex::stop::Class;

/// The words of a phrase; a phrase of two ends with `NONE`.
pub type Key = [u32; 3];
/// No third word.
pub const NONE: u32 = u32::MAX;

/// The accepted phrases, sorted.
///
/// A phrase begins and ends with counted words, lies within a sentence and reaches over no punctuation; the middle one of
/// three may be a stop word ("Ministry of Defence"), the last one a stop word with a capital ("Kim Jong Un"). It is accepted if it occurs `phrase_min_n` times and its NPMI
/// (Bouma 2009; base: tokens) reaches `phrase_min_npmi`: for three words, however it is cut in two.
pub fn phrases(reading: &Reading, words: &Words, config: &Lex, threads: &Threads) -> Vec<Key> {
    if !config.phrases {
        return Vec::new();
    }
    let count = |counts: &mut FxHashMap<Key, u64>, read: &super::reading::Read| {
        for run in runs(&read.stream, words) {
            grams(run, words, config.phrase_min_n, |gram| *counts.entry(gram).or_default() += 1);
        }
    };
    let counts = threads.tally(&reading.articles, FxHashMap::default, count, |counts, more: FxHashMap<Key, u64>| {
        for (gram, n) in more {
            *counts.entry(gram).or_default() += n;
        }
    });
    let tokens = reading.articles.iter().map(|read| read.tokens).sum();
    let accepted = |(gram, n): (&Key, &u64)| {
        (*n >= config.phrase_min_n && npmi(*gram, *n, &counts, words, tokens) >= config.phrase_min_npmi)
            .then_some(*gram)
    };
    let mut phrases: Vec<Key> = counts.iter().filter_map(accepted).collect();
    phrases.sort_unstable();
    phrases
}

/// The phrases without those that are told less than `phrase_min_n` times, because longer ones take their words; `None`
/// where all are told often enough. Without some, others are told more often, so that this is asked again.
pub fn settled(reading: &Reading, words: &Words, phrases: &[Key], config: &Lex, threads: &Threads) -> Option<Vec<Key>> {
    let lexicon = Lexicon::new(words, phrases);
    let count = |counts: &mut FxHashMap<u32, u64>, read: &super::reading::Read| {
        lexicon.units(&read.stream, |term, _| *counts.entry(term).or_default() += 1);
    };
    let merge = |counts: &mut FxHashMap<u32, u64>, more: FxHashMap<u32, u64>| {
        more.into_iter().for_each(|(term, n)| *counts.entry(term).or_default() += n);
    };
    let counts = threads.tally(&reading.articles, FxHashMap::default, count, merge);
    let told = |key: &&Key| lexicon.phrase_of(key).and_then(|term| counts.get(&term)).copied().unwrap_or(0);
    let kept: Vec<Key> = phrases.iter().filter(|key| told(key) >= config.phrase_min_n).copied().collect();
    (kept.len() < phrases.len()).then_some(kept)
}

/// The stretches of a stream between sentence ends and punctuation, as words.
fn runs<'s>(stream: &'s [u32], words: &'s Words) -> impl Iterator<Item = Vec<u32>> + 's {
    let breaks = |form: &u32| *form < FIRST && *form != APOSTROPHE;
    stream.split(breaks).map(|run| run.iter().filter(|form| **form >= FIRST).map(|form| words.of_form(*form)).collect())
}

/// Every pair and triple of neighbours that could be a phrase.
fn grams(run: Vec<u32>, words: &Words, min_n: u64, mut found: impl FnMut(Key)) {
    let frequent = |id: u32, classes: &[Class]| words.word(id).n >= min_n && classes.contains(&words.word(id).class);
    let first = |id: u32| frequent(id, &[Class::Term]);
    // Behind the first word a capital is no sentence's, so that "Un" of "Kim Jong Un" is no stop word there.
    let last = |id: u32| frequent(id, &[Class::Term, Class::Capital]);
    let middle = |id: u32| last(id) || words.word(id).class == Class::Stop;
    for at in 0..run.len() {
        if !first(run[at]) {
            continue;
        }
        if let Some(second) = run.get(at + 1).filter(|id| last(**id)) {
            found([run[at], *second, NONE]);
        }
        if let (Some(second), Some(third)) =
            (run.get(at + 1).filter(|id| middle(**id)), run.get(at + 2).filter(|id| last(**id)))
        {
            found([run[at], *second, *third]);
        }
    }
}

/// The NPMI of a phrase; of three words the lower one of both cuts, and with a stop word between them that of the outer two.
fn npmi(gram: Key, n: u64, counts: &FxHashMap<Key, u64>, words: &Words, tokens: u64) -> f64 {
    let [first, second, third] = gram;
    let of_word = |id: u32| words.word(id).n;
    let score = |a: u64, b: u64| Table { both: n, a, b, all: tokens }.npmi().unwrap_or(f64::NEG_INFINITY);
    if third == NONE {
        return score(of_word(first), of_word(second));
    }
    if words.word(second).class == Class::Stop {
        return score(of_word(first), of_word(third));
    }
    let of_pair = |a: u32, b: u32| counts.get(&[a, b, NONE]).copied().unwrap_or(n);
    score(of_pair(first, second), of_word(third)).min(score(of_word(first), of_pair(second, third)))
}
