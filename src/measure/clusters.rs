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
use super::stream;
use super::words::Words;
use crate::base::parallel::Threads;
use crate::base::problem::Failure;

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

/// Stretches of overlapping phrases as variants, and how often each occurs.
type Clusters = FxHashMap<Box<[u32]>, u64>;

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
    let clusters = clusters(reading, words, &matcher, threads)?;
    let clusters: Vec<(Vec<u32>, &[u32], u64)> = clusters
        .iter()
        .map(|(variants, n)| (variants.iter().map(|variant| words.of_variant(*variant)).collect(), &**variants, *n))
        .collect();
    loop {
        let mut n = vec![0; phrases.len()];
        for (told, _, times) in &clusters {
            tell(&matcher, told, |phrase, _| n[phrase as usize] += times);
        }
        let before = phrases.len();
        let mut kept = n.iter().map(|n| *n >= min_n);
        phrases.retain(|_| kept.next().unwrap_or(false));
        if phrases.len() == before {
            return Ok(summed(phrases, n, &matcher, &clusters, words));
        }
        matcher = Matcher::of(&phrases, words.numbers());
    }
}

/// Every stretch of a corpus where phrases stand.
fn clusters(
    reading: &Reading<'_>,
    words: &Words<'_>,
    matcher: &Matcher,
    threads: &Threads,
) -> Result<Clusters, Failure> {
    type State = (Clusters, Vec<u32>, Vec<u32>);
    let add = |(clusters, told, variants): &mut State, page: usize| {
        let page = &reading.pages[page];
        page.streams(reading, |_, units| {
            stream::tell(units, &words.of_form[page.thread], told);
            let mut at = 0;
            let mut translated = false;
            while at < told.len() {
                let begins = matcher.may_begin(told[at]);
                let Some(end) = begins.then(|| stretch(matcher, told, at)).flatten() else {
                    at += 1;
                    continue;
                };
                if !translated {
                    stream::tell(units, &words.variant_of[page.thread], variants);
                    translated = true;
                }
                count(clusters, &variants[at..end], 1);
                at = end;
            }
            Ok(())
        })?;
        Ok(())
    };
    let all = threads.fold(reading.pages.len(), |_| State::default(), add)?;
    let mut all = all.into_iter().map(|(clusters, _, _)| clusters);
    let mut whole = all.next().unwrap_or_default();
    all.flatten().for_each(|(variants, n)| *whole.entry(variants).or_default() += n);
    Ok(whole)
}

fn count(clusters: &mut Clusters, variants: &[u32], n: u64) {
    match clusters.get_mut(variants) {
        Some(known) => *known += n,
        None => {
            clusters.insert(variants.into(), n);
        }
    }
}

/// Where the stretch of overlapping phrases ends that begins at `at`; `None` if no phrase begins there.
fn stretch(matcher: &Matcher, told: &[u32], at: usize) -> Option<usize> {
    let (_, length) = matcher.longest(&told[at..])?;
    let mut end = at + length;
    let mut next = at + 1;
    while next < end {
        if let Some((_, length)) = matcher.longest(&told[next..]) {
            end = end.max(next + length);
        }
        next += 1;
    }
    Some(end)
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

fn summed(
    phrases: Vec<Key>,
    n: Vec<u64>,
    matcher: &Matcher,
    clusters: &[(Vec<u32>, &[u32], u64)],
    words: &Words<'_>,
) -> Told {
    let mut taken: FxHashMap<u32, u64> = FxHashMap::default();
    let mut ways: FxHashMap<(u32, &[u32]), u64> = FxHashMap::default();
    for (told, variants, times) in clusters {
        tell(matcher, told, |phrase, place| {
            *ways.entry((phrase, &variants[place.clone()])).or_default() += times;
            told[place]
                .iter()
                .filter(|word| **word >= FIRST)
                .for_each(|word| *taken.entry(*word).or_default() += times);
        });
    }
    let mut shown = vec![(0, String::new()); phrases.len()];
    for ((phrase, variants), n) in ways {
        let text = written(words, variants);
        let best: &mut (u64, String) = &mut shown[phrase as usize];
        if (n, std::cmp::Reverse(&text)) > (best.0, std::cmp::Reverse(&best.1)) {
            *best = (n, text);
        }
    }
    Told { phrases, n, shown: shown.into_iter().map(|(_, text)| text).collect(), taken }
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
