//! Runs of words around phrases: each stretch of as many words, sorted by which of them are the phrase's.

use std::collections::BTreeMap;

use crate::Counted;
use crate::phrases::{Word, unbroken, words};

pub fn differ(counted: &Counted<'_>) -> Vec<String> {
    let terms = &counted.measures.terms;
    let shown = terms.shown.iter().skip(terms.shown.len() - terms.runs.len()).map(str::to_owned);
    let ours: BTreeMap<String, Vec<u64>> = shown.zip(terms.runs.iter().map(|runs| runs.cells.clone())).collect();
    let phrases = counted.telling.phrases.iter();
    let naive: BTreeMap<String, Vec<u64>> =
        phrases.map(|(shown, phrase)| (shown.clone(), cells(counted, phrase))).collect();
    let keys = ours.keys().chain(naive.keys().filter(|key| !ours.contains_key(*key)));
    keys.filter(|key| ours.get(*key) != naive.get(*key))
        .map(|key| format!("{key:?}: {:?}, naively {:?}", ours.get(key), naive.get(key)))
        .collect()
}

/// The first word is the highest bit.
fn cells(counted: &Counted<'_>, phrase: &[Word]) -> Vec<u64> {
    let mut cells = vec![0; 1 << phrase.len()];
    for sentence in counted.texts.iter().flatten() {
        for run in sentence.windows(phrase.len()).filter(|run| unbroken(run)) {
            let matches = words(run).iter().zip(phrase).map(|(word, of)| usize::from(word == of)).collect::<Vec<_>>();
            cells[matches.into_iter().fold(0, |cell, bit| cell * 2 + bit)] += 1;
        }
    }
    cells
}
