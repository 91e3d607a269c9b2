//! Phrases found in a text told in words.

use rustc_hash::FxHashMap;

use super::forms::{APOSTROPHE, FIRST};
use super::grams::{Key, NONE};

/// A set of phrases, numbered as they were given.
pub struct Matcher {
    /// By word: whether it is the first, and whether the second of a phrase. Most pairs of words end the search here.
    places: Vec<u8>,
    /// A bit for each hash of the first two words of a phrase, small enough for the first-level cache: of the pairs that are left most
    /// end here and are not looked up.
    hashes: Vec<u64>,
    pairs: FxHashMap<(u32, u32), Second>,
    triples: FxHashMap<Key, u32>,
}

const BEGINS: u8 = 1;
const FOLLOWS: u8 = 2;
/// Bits of a hash.
const BITS: u32 = 17;

/// What two words are.
#[derive(Clone, Copy, Default)]
struct Second {
    phrase: Option<u32>,
    /// Whether a phrase of three words begins with them.
    longer: bool,
}

impl Matcher {
    /// `numbers` is the length of a list by word.
    pub fn of(phrases: &[Key], numbers: usize) -> Self {
        let mut matcher = Self {
            places: vec![0; numbers],
            hashes: vec![0; 1 << (BITS - 6)],
            pairs: FxHashMap::default(),
            triples: FxHashMap::default(),
        };
        for (number, key) in (0..).zip(phrases) {
            matcher.places[key[0] as usize] |= BEGINS;
            matcher.places[key[1] as usize] |= FOLLOWS;
            let hash = hash(key[0], key[1]);
            matcher.hashes[hash / 64] |= 1 << (hash % 64);
            let second = matcher.pairs.entry((key[0], key[1])).or_default();
            if key[2] == NONE {
                second.phrase = Some(number);
            } else {
                second.longer = true;
                matcher.triples.insert(*key, number);
            }
        }
        matcher
    }

    /// Whether a phrase may begin with a word; a mark is none.
    #[inline]
    pub fn may_begin(&self, word: u32) -> bool {
        self.places[word as usize] & BEGINS != 0
    }

    /// The longest phrase at the head of a text told in words, and how much of it it takes: a phrase reaches over the
    /// apostrophe of a plural and over no other mark.
    pub fn longest(&self, told: &[u32]) -> Option<(u32, usize)> {
        let first = *told.first()?;
        if !self.may_begin(first) {
            return None;
        }
        let (second, behind) = word(told, 1)?;
        if self.places[second as usize] & FOLLOWS == 0 {
            return None;
        }
        let hash = hash(first, second);
        if self.hashes[hash / 64] >> (hash % 64) & 1 == 0 {
            return None;
        }
        let pair = self.pairs.get(&(first, second))?;
        let longer = pair.longer.then(|| word(told, behind)).flatten();
        let triple = longer.and_then(|(third, end)| Some((*self.triples.get(&[first, second, third])?, end)));
        triple.or(pair.phrase.map(|phrase| (phrase, behind)))
    }
}

/// By multiplication (Knuth 1973).
#[inline]
fn hash(first: u32, second: u32) -> usize {
    let key = u64::from(first) << 32 | u64::from(second);
    (key.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (64 - BITS)) as usize
}

/// The next word of a phrase from `at` on, and where the text goes on behind it.
#[inline]
fn word(told: &[u32], at: usize) -> Option<(u32, usize)> {
    match *told.get(at)? {
        APOSTROPHE => word(told, at + 1),
        mark if mark < FIRST => None,
        word => Some((word, at + 1)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::forms::BREAK;

    #[test]
    fn the_longest_phrase_wins_and_reaches_over_an_apostrophe_and_no_break() {
        let matcher = Matcher::of(&[[10, 11, NONE], [10, 11, 12], [11, 12, NONE]], 20);
        assert_eq!(matcher.longest(&[10, 11, 12]), Some((1, 3)));
        assert_eq!(matcher.longest(&[10, APOSTROPHE, 11, 13]), Some((0, 3)));
        assert_eq!(matcher.longest(&[10, 11, APOSTROPHE, BREAK, 12]), Some((0, 2)));
        assert_eq!(matcher.longest(&[10, BREAK, 11]), None);
        assert_eq!(matcher.longest(&[12, 11]), None);
        assert_eq!(matcher.longest(&[]), None);
    }
}
