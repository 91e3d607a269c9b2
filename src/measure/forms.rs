//! Written forms <-> small numbers: each distinct form is normalised, classed and cut into parts once.

use hashbrown::HashTable;
use rustc_hash::FxHasher;
use std::hash::Hasher;

use super::short::{Key, Met, Short};
use crate::base::mixing::hash;
use crate::lex::normal::normal;
use crate::lex::stop::{Class, Rules};
use crate::lex::token::{Kind, Token};
use crate::link::Linker;
use crate::link::opens::Opens;
use crate::link::tree::Part;

/// What stands in a stream of tokens besides forms: the end of a sentence.
pub const SENTENCE: u32 = 0;
/// Punctuation between two tokens: no phrase reaches over it.
pub const BREAK: u32 = 1;
/// The apostrophe of a plural ("Workers’ Party"): a phrase reaches over it and is written with it.
pub const APOSTROPHE: u32 = 2;
/// The first number that is a form.
pub const FIRST: u32 = 3;

/// Tokens whose forms are asked for together.
const TOGETHER: usize = 16;

/// Every distinct way of writing a token that one thread met, in the order of meeting; no output depends on that order.
///
/// Nothing is allocated for a form that is known, and all texts stand in one string.
#[derive(Clone, Default)]
pub struct Forms {
    short: Short,
    /// The others.
    slots: HashTable<Slot>,
    texts: String,
    all: Vec<Spelling>,
    parts: Vec<Part>,
    /// By form: where its parts end in the list of all, apart from the rest since they are asked for most.
    parts_end: Vec<u32>,
}

/// What is compared when a long form is looked up, side by side.
#[derive(Clone, Copy)]
struct Slot {
    hash: u32,
    start: u32,
    length: u32,
    number: u32,
}

/// One way of writing a token.
#[derive(Clone, Copy)]
pub struct Spelling {
    written: (u32, u32),
    normal: (u32, u32),
    /// Of the normal form; the same on every machine.
    pub hash: u64,
    /// How often it was met.
    pub n: u64,
    pub kind: Kind,
    pub class: Class,
    /// What aliases it begins and goes on with.
    pub opens: Opens,
}

impl Forms {
    /// Gives the forms of the tokens of `text` to `each`, in order; one not met before is normalised and kept.
    #[inline]
    pub fn meet(&mut self, text: &str, tokens: &[Token], rules: &Rules, linker: &Linker, mut each: impl FnMut(Met)) {
        for some in tokens.chunks(TOGETHER) {
            let mut keys = [Key::LONG; TOGETHER];
            for (key, token) in keys.iter_mut().zip(some) {
                *key = Key::of(text, token.start as usize, token.end as usize);
            }
            self.short.fetch(&keys[..some.len()]);
            for (key, token) in keys.iter().zip(some) {
                each(match self.short.meet(*key) {
                    Some(met) => met,
                    None => self.find(*key, &text[token.range()], token.kind, rules, linker),
                });
            }
        }
    }

    /// The number of a form that was met `n` times elsewhere, at least once.
    pub fn take_in(&mut self, written: &str, kind: Kind, n: u32, rules: &Rules, linker: &Linker) -> u32 {
        let Met { number, .. } = self.find(Key::of(written, 0, written.len()), written, kind, rules, linker);
        // To find it counted it once.
        let all = &mut self.all[(number - FIRST) as usize].n;
        *all = *all + u64::from(n) - 1;
        number
    }

    /// Adds up the counts, which are only right behind it, and forgets how forms are looked up: all were met.
    pub fn settle(&mut self) {
        let all = &mut self.all;
        self.short.give_back(|number, n| all[(number - FIRST) as usize].n += u64::from(n));
        self.slots = HashTable::new();
    }

    /// Bytes of the forms and their texts.
    pub fn bytes(&self) -> u64 {
        let parts = size_of_val(self.parts.as_slice()) + size_of_val(self.parts_end.as_slice());
        (self.texts.len() + size_of_val(self.all.as_slice()) + parts) as u64
    }

    /// The form with this key, or any long one; it is counted.
    fn find(&mut self, key: Key, written: &str, kind: Kind, rules: &Rules, linker: &Linker) -> Met {
        if key == Key::LONG {
            let number = self.find_long(written, kind, rules, linker);
            return Met::of(number, self.form(number));
        }
        if let Some((number, n)) = self.short.emptied(key) {
            self.all[(number - FIRST) as usize].n += u64::from(n);
        }
        if let Some(met) = self.short.meet(key) {
            return met;
        }
        let number = self.add(written, kind, rules, linker);
        let met = Met::of(number, self.form(number));
        self.short.add(key, met);
        met
    }

    fn find_long(&mut self, written: &str, kind: Kind, rules: &Rules, linker: &Linker) -> u32 {
        let mut hasher = FxHasher::default();
        hasher.write(written.as_bytes());
        let full = hasher.finish();
        let hash = (full >> 32) as u32 ^ full as u32;
        let texts = self.texts.as_bytes();
        let same = |slot: &Slot| {
            slot.hash == hash
                && slot.length as usize == written.len()
                && &texts[slot.start as usize..slot.start as usize + written.len()] == written.as_bytes()
        };
        match self.slots.find(spread(hash), same) {
            Some(slot) => {
                self.all[(slot.number - FIRST) as usize].n += 1;
                slot.number
            }
            None => {
                let number = self.add(written, kind, rules, linker);
                let (start, end) = self.form(number).written;
                let slot = Slot { hash, start, length: end - start, number };
                self.slots.insert_unique(spread(hash), slot, |slot| spread(slot.hash));
                number
            }
        }
    }

    /// The form with number `id`.
    #[inline]
    pub fn form(&self, id: u32) -> &Spelling {
        &self.all[(id - FIRST) as usize]
    }

    pub fn len(&self) -> usize {
        self.all.len()
    }

    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// All forms, the first of which has the number `FIRST`.
    pub fn all(&self) -> &[Spelling] {
        &self.all
    }

    pub fn written(&self, form: &Spelling) -> &str {
        &self.texts[form.written.0 as usize..form.written.1 as usize]
    }

    pub fn normal(&self, form: &Spelling) -> &str {
        &self.texts[form.normal.0 as usize..form.normal.1 as usize]
    }

    /// The parts of a form between its hyphens, as the alias matcher numbers them; none where no alias has any of them.
    #[inline]
    pub fn parts(&self, id: u32) -> &[Part] {
        let form = (id - FIRST) as usize;
        let start = if form == 0 { 0 } else { self.parts_end[form - 1] };
        &self.parts[start as usize..self.parts_end[form] as usize]
    }

    #[cold]
    fn add(&mut self, written: &str, kind: Kind, rules: &Rules, linker: &Linker) -> u32 {
        let normal = normal(written);
        let class = rules.class(written, kind, &normal);
        let opens = linker.tree.parts(written, &mut self.parts);
        self.parts_end.push(number(self.parts.len()));
        let place = |texts: &mut String, text: &str| {
            let start = number(texts.len());
            texts.push_str(text);
            (start, number(texts.len()))
        };
        let span = place(&mut self.texts, written);
        let normal_span = if normal == written { span } else { place(&mut self.texts, &normal) };
        let id = number(self.all.len()) + FIRST;
        self.all.push(Spelling { written: span, normal: normal_span, hash: hash(&normal), n: 1, kind, class, opens });
        id
    }
}

/// hashbrown takes the place from the lower bits and the tag from the upper ones; a slot keeps 32 bits for both.
#[inline]
fn spread(hash: u32) -> u64 {
    u64::from(hash).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// The texts of one thread's forms are a hundredth of a corpus of news; four gigabytes of them are beyond what is meant here.
fn number(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX - FIRST)
}
