//! Phrases: two and three words that stand together too often for chance.

use super::formulas::contingency::Table;
use super::grams::{Grams, Key, NONE};
use super::reading::Reading;
use super::words::Words;
use crate::base::parallel::Threads;
use crate::base::problem::Failure;
use crate::base::scatter::PARTS;
use crate::config::Lex;
use crate::lex::stop::Class;

/// The accepted phrases, sorted.
///
/// A phrase begins and ends with counted words, lies within a sentence and reaches over no punctuation; the middle one of
/// three may be a stop word ("Ministry of Defence"), the last one a stop word with a capital ("Kim Jong Un"). It is
/// accepted if it occurs `phrase_min_n` times and its NPMI (Bouma 2009; base: tokens) reaches `phrase_min_npmi`: for three
/// words, however it is cut in two.
pub fn phrases(reading: &Reading<'_>, words: &Words<'_>, config: &Lex, threads: &Threads) -> Result<Vec<Key>, Failure> {
    if !config.phrases {
        return Ok(Vec::new());
    }
    let accepted = |gram: Key, n: u64, of_pair: &dyn Fn(u32, u32) -> u64| {
        npmi(gram, n, of_pair, words, reading.tokens) >= config.phrase_min_npmi
    };
    // A pair occurs as often as a triple that holds it or more often, and then the triple's NPMI is lower.
    let may_be = |gram: Key, n: u64| gram[2] == NONE || accepted(gram, n, &|_, _| n);
    let grams = Grams::of(reading, words, config, threads, may_be)?;
    let part = |part| {
        // A pair that begins with a stop word is not counted, since it is no phrase.
        let accepted = |(gram, n): &(Key, u64)| accepted(*gram, *n, &|a, b| grams.pair(a, b).unwrap_or(*n));
        grams.part(part).filter(accepted).map(|(gram, _)| gram).collect::<Vec<Key>>()
    };
    let mut phrases = threads.map((0..PARTS).collect(), part).concat();
    phrases.sort_unstable();
    Ok(phrases)
}

/// The NPMI of a phrase; of three words the lower one of both cuts, and with a stop word between them that of the outer two.
fn npmi(gram: Key, n: u64, of_pair: &dyn Fn(u32, u32) -> u64, words: &Words<'_>, tokens: u64) -> f64 {
    let [first, second, third] = gram;
    let of_word = |id: u32| words.word(id).n;
    let score = |a: u64, b: u64| Table { both: n, a, b, all: tokens }.npmi().unwrap_or(f64::NEG_INFINITY);
    if third == NONE {
        return score(of_word(first), of_word(second));
    }
    if words.word(second).class == Class::Stop {
        return score(of_word(first), of_word(third));
    }
    score(of_pair(first, second), of_word(third)).min(score(of_word(first), of_pair(second, third)))
}
