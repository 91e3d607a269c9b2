//! Which phrases are told, and how they are written: settled on the stretches of text where phrases stand, not on all of it.
//!
//! A text is told from left to right, at each place in the longest phrase that begins there. A phrase whose words longer
//! ones take may then be told too rarely to be one; without it others are told more often, and so on. Phrases meet only
//! where they overlap, so that it is enough to tell each distinct stretch of overlapping phrases once for all its
//! occurrences.

use rustc_hash::FxHashMap;

use super::forms::FIRST;
use super::grams::Key;
use super::matcher::Matcher;
use super::reading::Reading;
use super::stretches::Clusters;
use super::words::Words;
use crate::base::parallel::Threads;
use crate::base::problem::Failure;
use crate::base::scatter::PARTS;

/// The phrases that are told, and what telling them does.
#[derive(Default)]
pub struct Told {
    pub phrases: Vec<Key>,
    /// By phrase: how often it is told.
    pub n: Vec<u64>,
    /// By phrase: as it is written most often; of equally frequent ways the first in byte order.
    pub shown: Vec<String>,
    /// By word: how many of its occurrences stand in phrases.
    pub taken: FxHashMap<u32, u64>,
}

/// `phrases` without those that are told less than `min_n` times.
pub fn told(
    reading: &Reading<'_>,
    words: &Words<'_>,
    mut phrases: Vec<Key>,
    min_n: u64,
    threads: &Threads,
) -> Result<Told, Failure> {
    if phrases.is_empty() {
        return Ok(Told::default());
    }
    let mut matcher = Matcher::of(&phrases, words.numbers());
    let clusters = Clusters::of(reading, words, &matcher, threads)?;
    loop {
        let state = |_| (vec![0u64; phrases.len()], Vec::new());
        let add = |(n, told): &mut (Vec<u64>, Vec<u32>), part: usize| {
            clusters.each(part, |variants, times| {
                told.clear();
                told.extend(variants.iter().map(|variant| words.of_variant(*variant)));
                tell(&matcher, told, |phrase, _| n[phrase as usize] += times);
            })
        };
        let mut counted = threads.fold(PARTS, state, add)?.into_iter().map(|(n, _)| n);
        let mut n = counted.next().unwrap_or_default();
        counted.for_each(|more| n.iter_mut().zip(more).for_each(|(n, more)| *n += more));
        let before = phrases.len();
        let mut kept = n.iter().map(|n| *n >= min_n);
        phrases.retain(|_| kept.next().unwrap_or(false));
        if phrases.len() == before {
            return summed(phrases, n, &matcher, &clusters, words, threads);
        }
        matcher = Matcher::of(&phrases, words.numbers());
    }
}

/// Gives each phrase of a text, from left to right, and the place that it takes.
fn tell(matcher: &Matcher, told: &[u32], mut each: impl FnMut(u32, std::ops::Range<usize>)) {
    let mut at = 0;
    while at < told.len() {
        match matcher.longest(&told[at..]) {
            Some((phrase, length)) => {
                each(phrase, at..at + length);
                at += length;
            }
            None => at += 1,
        }
    }
}

/// What telling the phrases adds up to in some parts.
#[derive(Default)]
struct Sums {
    taken: FxHashMap<u32, u64>,
    /// By phrase and the variants that it is written with.
    ways: FxHashMap<(u32, Box<[u32]>), u64>,
    told: Vec<u32>,
}

fn summed(
    phrases: Vec<Key>,
    n: Vec<u64>,
    matcher: &Matcher,
    clusters: &Clusters,
    words: &Words<'_>,
    threads: &Threads,
) -> Result<Told, Failure> {
    let add = |Sums { taken, ways, told }: &mut Sums, part: usize| {
        clusters.each(part, |variants, times| {
            told.clear();
            told.extend(variants.iter().map(|variant| words.of_variant(*variant)));
            tell(matcher, told, |phrase, place| {
                *ways.entry((phrase, variants[place.clone()].into())).or_default() += times;
                let words = told[place].iter().filter(|word| **word >= FIRST);
                words.for_each(|word| *taken.entry(*word).or_default() += times);
            });
        })
    };
    let mut whole = Sums::default();
    for sums in threads.fold(PARTS, |_| Sums::default(), add)? {
        sums.taken.into_iter().for_each(|(word, n)| *whole.taken.entry(word).or_default() += n);
        sums.ways.into_iter().for_each(|(way, n)| *whole.ways.entry(way).or_default() += n);
    }
    let mut shown = vec![(0, String::new()); phrases.len()];
    for ((phrase, variants), n) in whole.ways {
        let text = written(words, &variants);
        let best: &mut (u64, String) = &mut shown[phrase as usize];
        if (n, std::cmp::Reverse(&text)) > (best.0, std::cmp::Reverse(&best.1)) {
            *best = (n, text);
        }
    }
    Ok(Told { phrases, n, shown: shown.into_iter().map(|(_, text)| text).collect(), taken: whole.taken })
}

/// A phrase as it is written; the only mark that it may hold is an apostrophe.
fn written(words: &Words<'_>, variants: &[u32]) -> String {
    let mut text = String::new();
    for variant in variants {
        if *variant < FIRST {
            text.push('’');
            continue;
        }
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(words.written(*variant));
    }
    text
}
