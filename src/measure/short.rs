//! The short forms by what they are: nearly all tokens of a text are one of these, and each is found in one place.
//!
//! In a table of places in a text, a form costs four misses of the cache: the tag, the slot, the text, the counts. Here all of it
//! stands in half a cache line, and the lines of several tokens are asked for together.

use std::hint::black_box;

use super::forms::Spelling;
use crate::link::opens::Opens;

/// Entries of an empty table, of two megabytes.
const FIRST: usize = 1 << 16;
/// Bytes of a form that fits; the last byte of a key holds its length.
const LONGEST: usize = 15;
/// The bits of a number that are the form's; those above say what aliases it begins and goes on with. There are fewer than
/// 2^28 forms (`stream`).
const NUMBER: u32 = u32::MAX >> Opens::BITS;

/// By form: its number and what is asked of each token, with linear probing (Knuth 1973), at most three quarters full.
#[derive(Clone)]
pub struct Short {
    /// A power of two of them.
    entries: Vec<Entry>,
    used: usize,
}

#[derive(Clone, Copy, Default)]
struct Entry {
    key: Key,
    hash: u64,
    number: u32,
    n: u32,
}

/// A form that was met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Met {
    pub number: u32,
    /// Of the normal form.
    pub hash: u64,
    /// What aliases it begins and goes on with.
    pub opens: Opens,
}

/// A short form as a number.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub struct Key(u128);

/// By length: the bits of a form.
const MASKS: [u128; LONGEST + 1] = masks();

const fn masks() -> [u128; LONGEST + 1] {
    let mut masks = [0; LONGEST + 1];
    let mut length = 1;
    while length <= LONGEST {
        masks[length] = u128::MAX >> (128 - 8 * length);
        length += 1;
    }
    masks
}

impl Key {
    /// That of all long forms: no key of a short one, and never in a table.
    pub const LONG: Self = Self(u128::MAX);
    /// That of an entry which no form has.
    const EMPTY: Self = Self(0);

    /// The form at `start..end` of a text.
    #[inline]
    pub fn of(text: &str, start: usize, end: usize) -> Self {
        let length = end - start;
        if length == 0 || length > LONGEST {
            return Self::LONG;
        }
        let bytes = match text.as_bytes().get(start..start + 16).and_then(|bytes| bytes.first_chunk::<16>()) {
            Some(bytes) => u128::from_le_bytes(*bytes),
            None => {
                let mut bytes = [0; 16];
                bytes[..length].copy_from_slice(&text.as_bytes()[start..end]);
                u128::from_le_bytes(bytes)
            }
        };
        Self(bytes & MASKS[length] | (length as u128) << 120)
    }

    /// Its place among `places`, a power of two.
    #[inline]
    fn place(self, places: usize) -> usize {
        // Masking is meant: the two halves, mixed by the multiplier of Fibonacci hashing (Knuth 1973).
        let (low, high) = (self.0 as u64, (self.0 >> 64) as u64);
        let mixed = (low ^ high.rotate_left(29)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        ((mixed ^ (mixed >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9) >> 32) as usize & (places - 1)
    }
}

impl Default for Short {
    fn default() -> Self {
        Self { entries: vec![Entry::default(); FIRST], used: 0 }
    }
}

impl Short {
    /// Asks the memory for the entries of forms that will be met next, so that none is waited for by itself.
    #[inline]
    pub fn fetch(&self, keys: &[Key]) {
        let near = keys.iter().map(|key| self.entries[key.place(self.entries.len())].n);
        black_box(near.fold(0, |all, n| all | n));
    }

    /// The form, if it was met before; it is counted. Not one whose count is full, which is to be `emptied`.
    #[inline]
    pub fn meet(&mut self, key: Key) -> Option<Met> {
        let places = self.entries.len();
        let mut at = key.place(places);
        loop {
            let entry = self.entries.get_mut(at)?;
            if entry.key == key {
                entry.n = entry.n.checked_add(1)?;
                let opens = Opens::of_bits(entry.number >> NUMBER.trailing_ones());
                return Some(Met { number: entry.number & NUMBER, hash: entry.hash, opens });
            }
            if entry.key == Key::EMPTY {
                return None;
            }
            at = (at + 1) & (places - 1);
        }
    }

    /// Gives the count of a form back: its number, and how often it was met.
    pub fn emptied(&mut self, key: Key) -> Option<(u32, u32)> {
        let places = self.entries.len();
        let ahead = (0..places).map(|step| (key.place(places) + step) & (places - 1));
        let at = ahead.take_while(|at| self.entries[*at].key != Key::EMPTY).find(|at| self.entries[*at].key == key)?;
        let entry = &mut self.entries[at];
        Some((entry.number & NUMBER, std::mem::take(&mut entry.n)))
    }

    /// Adds a form that was not met before, without counting it.
    pub fn add(&mut self, key: Key, met: Met) {
        if self.used >= self.entries.len() / 4 * 3 {
            let larger = vec![Entry::default(); self.entries.len() * 2];
            let old = std::mem::replace(&mut self.entries, larger);
            old.into_iter().filter(|entry| entry.key != Key::EMPTY).for_each(|entry| self.insert(entry));
        }
        self.used += 1;
        let number = met.number | met.opens.bits() << NUMBER.trailing_ones();
        self.insert(Entry { key, hash: met.hash, number, n: 0 });
    }

    fn insert(&mut self, entry: Entry) {
        let places = self.entries.len();
        let mut at = entry.key.place(places);
        while self.entries[at].key != Key::EMPTY {
            at = (at + 1) & (places - 1);
        }
        self.entries[at] = entry;
    }

    /// Gives all counts back, and forgets the forms.
    pub fn give_back(&mut self, mut each: impl FnMut(u32, u32)) {
        for entry in std::mem::take(&mut self.entries).iter().filter(|entry| entry.n > 0) {
            each(entry.number & NUMBER, entry.n);
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
        let at = |start: usize, end: usize| Key::of(text, start, end).0;
        assert!(at(0, 3) != 0 && at(0, 3) == at(8, 11) && at(0, 3) == at(46, 49));
        assert!(at(0, 3) != at(4, 7) && at(17, 19) != at(17, 18) && at(20, 45) == Key::LONG.0);
    }

    #[test]
    fn every_form_is_found_again_and_no_count_is_lost_when_the_table_grows() {
        let (mut short, mut counts) = (Short::default(), vec![0u32; 200_000]);
        assert_eq!(short.meet(Key::LONG), None);
        for _ in 0..3 {
            for number in 0..200_000u32 {
                let text = number.to_string();
                let key = Key::of(&text, 0, text.len());
                let met = Met { number, hash: u64::from(number) << 7, opens: Opens::of_bits(number) };
                match short.meet(key) {
                    Some(known) => assert_eq!(known, met),
                    None => {
                        counts[number as usize] += 1;
                        short.add(key, met);
                    }
                }
            }
        }
        let first = short.emptied(Key::of("0", 0, 1));
        assert_eq!((first, short.emptied(Key::of("x", 0, 1))), (Some((0, 2)), None));
        counts[0] += 2;
        short.give_back(|number, n| counts[number as usize] += n);
        assert!(counts.iter().all(|n| *n == 3));
    }
}
