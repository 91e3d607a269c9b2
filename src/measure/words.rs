//! Forms -> words: the ways of writing one word are counted together and shown by the most frequent of them.

use rustc_hash::FxHashMap;

use super::forms::{FIRST, Forms};
use crate::lex::stop::Class;

/// The words of a corpus. A word is a normal form in a class: "May" that is kept and "may" that is stopped are two.
pub struct Words {
    /// By form: its word.
    of_form: Vec<u32>,
    pub all: Vec<Word>,
}

pub struct Word {
    pub normal: Box<str>,
    pub class: Class,
    pub n: u64,
    /// The most frequent written form; of equally frequent ones the first in byte order.
    pub shown: Box<str>,
    shown_n: u64,
}

impl Words {
    pub fn of(forms: &Forms) -> Self {
        let mut ids: FxHashMap<(&str, Class), u32> = FxHashMap::default();
        let mut words = Self { of_form: Vec::with_capacity(forms.all.len()), all: Vec::new() };
        for form in &forms.all {
            let next = u32::try_from(words.all.len()).unwrap_or(u32::MAX);
            let id = *ids.entry((&form.normal, form.class)).or_insert(next);
            words.of_form.push(id);
            if id == next {
                words.all.push(Word {
                    normal: form.normal.clone(),
                    class: form.class,
                    n: 0,
                    shown: form.written.clone(),
                    shown_n: 0,
                });
            }
            let word = &mut words.all[id as usize];
            word.n += form.n;
            let better = (form.n, std::cmp::Reverse(&form.written)) > (word.shown_n, std::cmp::Reverse(&word.shown));
            if better {
                (word.shown_n, word.shown) = (form.n, form.written.clone());
            }
        }
        words
    }

    /// The word of a form in a stream.
    pub fn of_form(&self, form: u32) -> u32 {
        self.of_form[(form - FIRST) as usize]
    }

    pub fn word(&self, id: u32) -> &Word {
        &self.all[id as usize]
    }
}
