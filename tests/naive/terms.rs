//! Articles told in terms by their shown texts, and all that is counted of a term.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use newsgauge::base::date::{Date, Month};
use newsgauge::config::Lex;
use newsgauge::ingest::article::Article;
use newsgauge::lex::stop::Class;
use newsgauge::lex::token::Gap;

use crate::phrases::{Text, Token, Word, phrases, places, words};

/// An article as sentences of places, each with its term if it is one.
pub type Told = Vec<Vec<Option<String>>>;

/// Occurrences and articles.
pub type Cell = (u64, u64);

/// Everything that is counted of a term.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    pub n: u64,
    pub articles: u64,
    pub stories: u64,
    pub first: Option<Date>,
    pub last: Option<Date>,
    pub by_month: BTreeMap<Option<Month>, Cell>,
    pub by_outlet: BTreeMap<Option<String>, Cell>,
}

/// A place of a sentence: its term, if it is one, and how many tokens it takes.
pub type Unit = (Option<String>, usize);

/// Articles told in terms, and the phrases by their shown texts.
pub struct Telling {
    pub units: Vec<Vec<Vec<Unit>>>,
    pub phrases: BTreeMap<String, Vec<Word>>,
}

pub fn telling(texts: &[Text], config: &Lex) -> Telling {
    let phrases = phrases(texts, config);
    let shown = shown(texts, &phrases);
    let unit = |place: &[Token]| {
        let counted = place.len() > 1 || place[0].word.1 == Class::Term;
        (counted.then(|| shown[&words(place)].clone()), place.len())
    };
    let sentence = |sentence: &Vec<Token>| places(sentence, &phrases).into_iter().map(unit).collect();
    Telling {
        units: texts.iter().map(|text| text.iter().map(sentence).collect()).collect(),
        phrases: phrases.into_iter().map(|words| (shown[&words].clone(), words)).collect(),
    }
}

/// The same without how many tokens each place takes.
pub fn told(telling: &Telling) -> Vec<Told> {
    let sentence = |units: &Vec<Unit>| units.iter().map(|(term, _)| term.clone()).collect();
    telling.units.iter().map(|article| article.iter().map(sentence).collect()).collect()
}

/// Words and phrases as they are written most often, of equally frequent ways the first in byte order; words inside phrases
/// count too.
fn shown(texts: &[Text], phrases: &BTreeSet<Vec<Word>>) -> BTreeMap<Vec<Word>, String> {
    let mut ways: BTreeMap<Vec<Word>, BTreeMap<String, u64>> = BTreeMap::new();
    let mut count = |tokens: &[Token]| {
        *ways.entry(words(tokens)).or_default().entry(written(tokens)).or_default() += 1;
    };
    for sentence in texts.iter().flatten() {
        sentence.chunks(1).for_each(&mut count);
        places(sentence, phrases).into_iter().filter(|place| place.len() > 1).for_each(&mut count);
    }
    let best = |ways: BTreeMap<String, u64>| {
        ways.into_iter().max_by_key(|(text, n)| (*n, Reverse(text.clone()))).map(|(text, _)| text)
    };
    ways.into_iter().filter_map(|(words, ways)| Some((words, best(ways)?))).collect()
}

fn written(tokens: &[Token]) -> String {
    let mut text = tokens[0].written.clone();
    for token in &tokens[1..] {
        text += if token.gap == Gap::Apostrophe { "’ " } else { " " };
        text += &token.written;
    }
    text
}

/// The rows of all terms; `stories` says for each article which story it is.
pub fn rows(told: &[Told], articles: &[Article], stories: &[u32], by_min_n: u64) -> BTreeMap<String, Row> {
    let mut rows: BTreeMap<String, Row> = BTreeMap::new();
    let mut seen = BTreeSet::new();
    for ((told, article), story) in told.iter().zip(articles).zip(stories) {
        for (term, n) in counts(told) {
            let row = rows.entry(term.clone()).or_default();
            row.n += n;
            row.articles += 1;
            row.stories += u64::from(seen.insert((term.clone(), *story)));
            let date = article.meta.date;
            row.first = row.first.into_iter().chain(date).min();
            row.last = row.last.into_iter().chain(date).max();
            for cell in [
                row.by_month.entry(date.and_then(Date::month)).or_default(),
                row.by_outlet.entry(article.meta.outlet.clone()).or_default(),
            ] {
                *cell = (cell.0 + n, cell.1 + 1);
            }
        }
    }
    for row in rows.values_mut().filter(|row| row.n < by_min_n) {
        (row.by_month, row.by_outlet) = (BTreeMap::new(), BTreeMap::new());
    }
    rows
}

/// The terms of one article.
pub fn counts(told: &Told) -> BTreeMap<String, u64> {
    let mut counts = BTreeMap::new();
    told.iter().flatten().flatten().for_each(|term| *counts.entry(term.clone()).or_default() += 1);
    counts
}

/// DP / (1 - share of the smallest part), where there is more than one.
pub fn dp_norm(held: &[u64], sizes: &[u64]) -> Option<f64> {
    let (all, smallest) = (sizes.iter().sum::<u64>() as f64, *sizes.iter().min()? as f64);
    (smallest < all).then_some(dp(held, sizes)? / (1.0 - smallest / all))
}

/// Half the sum over parts of |v / f - s / N|.
pub fn dp(held: &[u64], sizes: &[u64]) -> Option<f64> {
    let (f, all) = (held.iter().sum::<u64>() as f64, sizes.iter().sum::<u64>() as f64);
    let apart = held.iter().zip(sizes).map(|(v, size)| (*v as f64 / f - *size as f64 / all).abs());
    (f > 0.0).then(|| 0.5 * apart.sum::<f64>())
}

/// Whether two floats are the same but for rounding, or neither is defined.
pub fn same(ours: Option<f64>, naive: Option<f64>) -> bool {
    match (ours, naive) {
        (Some(ours), Some(naive)) => (ours - naive).abs() <= 1e-12 * naive.abs().max(1.0),
        (ours, naive) => ours == naive,
    }
}
