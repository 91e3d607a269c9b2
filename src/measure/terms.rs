//! Terms: their tallies over all articles, and the pairs of the most frequent ones.

use rustc_hash::FxHashMap;

use super::forms::{APOSTROPHE, FIRST};
use super::frame::Frame;
use super::lexicon::{Lexicon, Unit};
use super::pairs::PairTallies;
use super::phrases;
use super::reading::Reading;
use super::tally::{Count, Tally};
use super::words::Words;
use crate::base::parallel::Threads;
use crate::base::problem::Failure;
use crate::base::stop::Stop;
use crate::config::Config;

/// The terms of a corpus with their counts.
pub struct Terms {
    /// By term: as it is written most often. No two are the same.
    pub shown: Vec<String>,
    pub tally: Tally,
    pub pairs: PairTallies,
    /// By number in the pairs: the term.
    pub admitted: Vec<u32>,
}

/// What one pass over an article adds.
#[derive(Default)]
struct Pass {
    tally: Tally,
    /// By phrase and the forms that it was written with.
    written: FxHashMap<(u32, Box<[u32]>), u64>,
}

pub fn terms(
    reading: &Reading,
    frame: &Frame,
    config: &Config,
    threads: &Threads,
    stop: &Stop,
) -> Result<Terms, Failure> {
    let words = Words::of(&reading.forms);
    let mut phrases = phrases::phrases(reading, &words, &config.lex, threads);
    stop.check()?;
    let indices: Vec<usize> = (0..reading.articles.len()).collect();
    while let Some(fewer) = phrases::settled(reading, &words, &phrases, &config.lex, threads) {
        phrases = fewer;
        stop.check()?;
    }
    let lexicon = Lexicon::new(&words, &phrases);
    let Pass { mut tally, written } = count(reading, frame, &lexicon, &indices, threads);
    stop.check()?;
    spread(&mut tally, reading, frame, &lexicon, &indices, threads);
    stop.check()?;
    let shown = shown(reading, &words, &lexicon, written);
    let admitted = admitted(&tally.counts, &shown, config);
    let mut numbers = vec![None; lexicon.terms.len()];
    admitted.iter().zip(0u32..).for_each(|(term, number)| numbers[*term as usize] = Some(number));
    let add = |pairs: &mut PairTallies, index: &usize| {
        let units = lexicon.units(&reading.articles[*index].stream, |_, _| ());
        pairs.add(&units, &numbers, config.measure.window);
    };
    let pairs = threads.tally(&indices, || PairTallies::new(admitted.len()), add, PairTallies::merge);
    Ok(Terms { shown, tally, pairs, admitted })
}

fn count(reading: &Reading, frame: &Frame, lexicon: &Lexicon<'_>, indices: &[usize], threads: &Threads) -> Pass {
    let empty = || Pass { tally: Tally::new(lexicon.terms.len()), ..Pass::default() };
    let add = |pass: &mut Pass, index: &usize| {
        let written = &mut pass.written;
        let units = lexicon.units(&reading.articles[*index].stream, |term, forms| {
            *written.entry((term, forms.into())).or_default() += 1
        });
        each_term(units, |term, n| pass.tally.add(&frame.stands[*index], term, n));
    };
    let merge = |mine: &mut Pass, theirs: Pass| {
        mine.tally.merge(theirs.tally);
        theirs.written.into_iter().for_each(|(key, n)| *mine.written.entry(key).or_default() += n);
    };
    threads.tally(indices, empty, add, merge)
}

/// Adds to each term's spread, which needs its count in all articles first.
fn spread(
    tally: &mut Tally,
    reading: &Reading,
    frame: &Frame,
    lexicon: &Lexicon<'_>,
    indices: &[usize],
    threads: &Threads,
) {
    let counts = &tally.counts;
    let add = |spreads: &mut Vec<super::dispersion::Spread>, index: &usize| {
        let units = lexicon.units(&reading.articles[*index].stream, |_, _| ());
        let size = frame.stands[*index].tokens;
        each_term(units, |term, n| spreads[term as usize].add(n, counts[term as usize].n, size, frame.tokens));
    };
    let empty = || vec![super::dispersion::Spread::default(); counts.len()];
    let merge = |mine: &mut Vec<super::dispersion::Spread>, theirs: Vec<_>| {
        mine.iter_mut().zip(theirs).for_each(|(mine, theirs)| mine.merge(theirs))
    };
    let spreads = threads.tally(indices, empty, add, merge);
    tally.counts.iter_mut().zip(spreads).for_each(|(count, spread)| count.spread = spread);
}

/// Each term of an article with its count.
fn each_term(units: Vec<Unit>, mut found: impl FnMut(u32, u64)) {
    let mut terms: Vec<u32> =
        units.into_iter().filter_map(|unit| if let Unit::Term(term) = unit { Some(term) } else { None }).collect();
    terms.sort_unstable();
    terms.chunk_by(|a, b| a == b).for_each(|same| found(same[0], same.len() as u64));
}

/// How each term is written most often; of equally frequent ways the first in byte order.
fn shown(
    reading: &Reading,
    words: &Words,
    lexicon: &Lexicon<'_>,
    written: FxHashMap<(u32, Box<[u32]>), u64>,
) -> Vec<String> {
    let mut shown: Vec<(u64, String)> = lexicon
        .terms
        .iter()
        .map(|ids| (0, ids.iter().map(|id| &*words.word(*id).shown).collect::<Vec<_>>().join(" ")))
        .collect();
    for ((term, forms), n) in written {
        let text = phrase_text(reading, &forms);
        let best = &mut shown[term as usize];
        if (n, std::cmp::Reverse(&text)) > (best.0, std::cmp::Reverse(&best.1)) {
            *best = (n, text);
        }
    }
    shown.into_iter().map(|(_, text)| text).collect()
}

fn phrase_text(reading: &Reading, forms: &[u32]) -> String {
    let mut text = String::new();
    for form in forms {
        match *form {
            APOSTROPHE => text.push('’'),
            form if form >= FIRST => {
                if !text.is_empty() {
                    text.push(' ');
                }
                text.push_str(&reading.forms.form(form).written);
            }
            _ => {}
        }
    }
    text
}

/// The terms whose pairs are counted: the most frequent ones, of equally frequent ones the first in byte order.
fn admitted(counts: &[Count], shown: &[String], config: &Config) -> Vec<u32> {
    let enough = |term: &u32| counts[*term as usize].n >= config.measure.pair_term_min_n;
    let mut terms: Vec<u32> = (0..u32::try_from(counts.len()).unwrap_or(u32::MAX)).filter(enough).collect();
    terms.sort_by_key(|term| (std::cmp::Reverse(counts[*term as usize].n), &shown[*term as usize]));
    terms.truncate(config.measure.pair_terms);
    terms
}
