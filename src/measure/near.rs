//! The frequent short forms within reach: most tokens of a text are one of some thousand forms.
//!
//! A form in the large table costs four misses of the cache: the tag, the slot, the text, the counts. Here all of it stands in
//! half a cache line, and what is asked for often stays in the second-level cache.

use super::forms::Spelling;
use crate::link::opens::Opens;

/// Bits of the number of an entry: two megabytes of them, which a second-level cache of today holds; with a quarter of them
/// the large table took twice the time.
const BITS: u32 = 16;
/// Bytes of a form that fits; the last byte of a key holds its length.
const LONGEST: usize = 15;
/// The bits of a number that are the form's; those above say what aliases it begins and goes on with. There are fewer than
/// 2^28 forms (`stream`).
const NUMBER: u32 = u32::MAX >> Opens::BITS;

/// One place for each hash: a form takes that of another, whose count is then added to its own.
#[derive(Clone)]
pub struct Near(Box<[Entry]>);

#[derive(Clone, Copy, Default)]
struct Entry {
    key: u128,
    hash: u64,
    number: u32,
    n: u32,
}

/// A form that was met.
#[derive(Clone, Copy)]
pub struct Met {
    pub number: u32,
    /// Of the normal form.
    pub hash: u64,
    /// What aliases it begins and goes on with.
    pub opens: Opens,
}

/// A short form as a number.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Key(u128);

impl Key {
    /// The form at `start..end` of a text; none for a long one.
    #[inline]
    pub fn of(text: &str, start: usize, end: usize) -> Option<Self> {
        let length = end - start;
        if length == 0 || length > LONGEST {
            return None;
        }
        let bytes = match text.as_bytes().get(start..start + 16).and_then(|bytes| bytes.first_chunk::<16>()) {
            Some(bytes) => u128::from_le_bytes(*bytes),
            None => {
                let mut bytes = [0; 16];
                bytes[..length].copy_from_slice(&text.as_bytes()[start..end]);
                u128::from_le_bytes(bytes)
            }
        };
        Some(Self(bytes & (u128::MAX >> (128 - 8 * length)) | (length as u128) << 120))
    }

    fn place(self) -> usize {
        // Masking is meant: the two halves, mixed by the multiplier of Fibonacci hashing (Knuth 1973).
        let (low, high) = (self.0 as u64, (self.0 >> 64) as u64);
        let mixed = (low ^ high.rotate_left(29)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        ((mixed ^ (mixed >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9) >> (64 - BITS)) as usize
    }
}

impl Default for Near {
    fn default() -> Self {
        Self(vec![Entry::default(); 1 << BITS].into_boxed_slice())
    }
}

impl Near {
    /// The form, if it is within reach; it is counted.
    #[inline]
    pub fn meet(&mut self, key: Key) -> Option<Met> {
        let entry = &mut self.0[key.place()];
        if entry.key != key.0 || entry.n == u32::MAX {
            return None;
        }
        entry.n += 1;
        let opens = Opens::of_bits(entry.number >> NUMBER.trailing_ones());
        Some(Met { number: entry.number & NUMBER, hash: entry.hash, opens })
    }

    /// Takes a form within reach; the one that had its place gives its count back: its number, and how often it was met here.
    pub fn take(&mut self, key: Key, met: Met) -> Option<(u32, u32)> {
        let entry = &mut self.0[key.place()];
        let before = (entry.key != 0).then_some((entry.number & NUMBER, entry.n));
        let number = met.number | met.opens.bits() << NUMBER.trailing_ones();
        *entry = Entry { key: key.0, hash: met.hash, number, n: 0 };
        before
    }

    /// Gives all counts back.
    pub fn give_back(&mut self, mut each: impl FnMut(u32, u32)) {
        for entry in self.0.iter_mut().filter(|entry| entry.key != 0) {
            each(entry.number & NUMBER, std::mem::take(&mut entry.n));
        }
    }
}

impl Met {
    pub fn of(number: u32, form: &Spelling) -> Self {
        Self { number, hash: form.hash, opens: form.opens }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_the_form_wherever_it_stands_and_long_forms_have_none() {
        let text = "Kim met Kim, and an antidisestablishmentarian Kim";
        let at = |start: usize, end: usize| Key::of(text, start, end).map(|key| key.0);
        assert!(at(0, 3).is_some() && at(0, 3) == at(8, 11) && at(0, 3) == at(46, 49));
        assert!(at(0, 3) != at(4, 7) && at(17, 19) != at(17, 18) && at(20, 45).is_none());
    }

    #[test]
    fn no_count_is_lost_when_a_form_takes_the_place_of_another() {
        let (mut near, mut counts) = (Near::default(), vec![0u32; 50_000]);
        for _ in 0..3 {
            for number in 0..50_000u32 {
                let text = number.to_string();
                let key = Key::of(&text, 0, text.len()).unwrap();
                if near.meet(key).is_none() {
                    counts[number as usize] += 1;
                    let met = Met { number, hash: 0, opens: Opens::default() };
                    if let Some((number, n)) = near.take(key, met) {
                        counts[number as usize] += n;
                    }
                }
            }
        }
        near.give_back(|number, n| counts[number as usize] += n);
        assert!(counts.iter().all(|n| *n == 3));
    }
}
