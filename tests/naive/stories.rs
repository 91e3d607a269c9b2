//! Stories by comparing each article with each other one.

use std::collections::BTreeSet;

use crate::phrases::Text;

/// The runs of five words of an article, or all of its words where there are fewer.
fn shingles(text: &Text) -> BTreeSet<Vec<&str>> {
    let words: Vec<&str> = text.iter().flatten().map(|token| token.word.0.as_str()).collect();
    words.windows(words.len().clamp(1, 5)).map(<[&str]>::to_vec).collect()
}

/// How many of the shingles of two articles both hold.
pub fn jaccard(a: &Text, b: &Text) -> f64 {
    let (a, b) = (shingles(a), shingles(b));
    let either = a.union(&b).count();
    if either == 0 { 0.0 } else { a.intersection(&b).count() as f64 / either as f64 }
}

/// For each article the number of its story: two articles are one story if they are alike or both are one with a third.
pub fn stories(texts: &[Text], similarity: f64) -> Vec<usize> {
    let mut story: Vec<usize> = (0..texts.len()).collect();
    for b in 0..texts.len() {
        for a in 0..b {
            // Whichever way the quotient is rounded.
            if jaccard(&texts[a], &texts[b]) >= similarity - 1e-12 {
                let (old, new) = (story[b], story[a]);
                story.iter_mut().filter(|story| **story == old).for_each(|story| *story = new);
            }
        }
    }
    story
}
