//! Different words: each window a set, and MTLD by reading the text word by word, there and back.

use std::collections::{BTreeMap, BTreeSet};

use newsgauge::measure::profile::{Lexical, Sum};

use crate::Counted;
use crate::phrases::Text;
use crate::terms::same;

pub fn differ(counted: &Counted<'_>) -> Vec<String> {
    let window = counted.config.measure.mattr_window;
    let naive: Vec<Lexical> = counted.texts.iter().map(|text| lexical(&words(text), window)).collect();
    let equal = |a: &Lexical, b: &Lexical| (a.types, a.windows) == (b.types, b.windows) && same(a.mtld, b.mtld);
    let pairs = counted.lexical.iter().zip(&naive).enumerate();
    let mut differ: Vec<String> = pairs
        .filter(|(_, (ours, naive))| !equal(ours, naive))
        .map(|(at, (ours, naive))| format!("article {at}: {ours:?}, naively {naive:?}"))
        .collect();
    let outlets = counted.measures.frame.outlets.iter().map(|(name, _)| name.clone());
    let ours: BTreeMap<Option<String>, Sum> =
        outlets.zip(counted.measures.terms.profile.outlets.iter().cloned()).collect();
    let outlets = outlets_of(counted, &naive);
    if ours != outlets || counted.lexical.len() != naive.len() {
        differ.push(format!("outlets: {ours:?}\n  naively {outlets:?}"));
    }
    differ
}

/// Normal forms, whatever the case.
fn words(text: &Text) -> Vec<&str> {
    text.iter().flatten().map(|token| token.word.0.as_str()).collect()
}

fn types(words: &[&str]) -> u64 {
    words.iter().collect::<BTreeSet<_>>().len() as u64
}

fn lexical(words: &[&str], window: usize) -> Lexical {
    let windows: Vec<u64> = words.windows(window).map(types).collect();
    let back: Vec<&str> = words.iter().rev().copied().collect();
    let (there, back) = (factors(words), factors(&back));
    let length = |factors: f64| words.len() as f64 / factors;
    let defined = words.len() >= 100 && there > 0.0 && back > 0.0;
    Lexical {
        types: types(words),
        windows: [windows.iter().sum(), windows.len() as u64],
        mtld: defined.then(|| 0.5 * (length(there) + length(back))),
    }
}

/// Whole factors, and the part of one that is left.
fn factors(words: &[&str]) -> f64 {
    let (mut factors, mut read): (f64, Vec<&str>) = (0.0, Vec::new());
    let mut share = 1.0;
    for word in words {
        read.push(word);
        share = types(&read) as f64 / read.len() as f64;
        if share <= 0.72 {
            (factors, share) = (factors + 1.0, 1.0);
            read.clear();
        }
    }
    factors + (1.0 - share) / (1.0 - 0.72)
}

fn outlets_of(counted: &Counted<'_>, naive: &[Lexical]) -> BTreeMap<Option<String>, Sum> {
    let mut sums: BTreeMap<Option<String>, (Sum, BTreeSet<&str>)> = BTreeMap::new();
    for ((article, text), lexical) in counted.articles.iter().zip(&counted.texts).zip(naive) {
        let (sum, used) = sums.entry(article.meta.outlet.clone()).or_default();
        used.extend(words(text));
        sum.sentences += text.len() as u64;
        sum.windows.iter_mut().zip(lexical.windows).for_each(|(sum, n)| *sum += n);
        sum.types = article.meta.outlet.as_ref().map(|_| used.len() as u64);
    }
    sums.into_iter().map(|(outlet, (sum, _))| (outlet, sum)).collect()
}
