//! Written forms <-> small numbers: each distinct form is normalised, classed and cut into parts once.

use rustc_hash::FxHashMap;

use super::aliases::{Aliases, Part};
use super::signature::hash;
use crate::lex::normal::normal;
use crate::lex::stop::{Class, Rules};
use crate::lex::token::Kind;

/// What stands in a stream of tokens besides forms: the end of a sentence.
pub const SENTENCE: u32 = 0;
/// Punctuation between two tokens: no phrase reaches over it.
pub const BREAK: u32 = 1;
/// The apostrophe of a plural ("Workers’ Party"): a phrase reaches over it and is written with it.
pub const APOSTROPHE: u32 = 2;
/// The first number that is a form.
pub const FIRST: u32 = 3;

/// Every distinct way of writing a token that was met, in the order of meeting; no output depends on that order.
#[derive(Clone, Default)]
pub struct Forms {
    ids: FxHashMap<Box<str>, u32>,
    pub all: Vec<Spelling>,
}

/// One way of writing a token.
#[derive(Clone)]
pub struct Spelling {
    pub written: Box<str>,
    pub normal: Box<str>,
    pub class: Class,
    pub hash: u64,
    /// Its parts between hyphens, as the alias matcher numbers them.
    pub parts: Box<[Part]>,
    /// How often it was met.
    pub n: u64,
}

impl Forms {
    /// The number of a form; a form not met before is normalised and kept.
    pub fn meet(&mut self, written: &str, kind: Kind, rules: &Rules, aliases: &Aliases) -> u32 {
        let id = match self.ids.get(written) {
            Some(id) => *id,
            None => {
                let normal = normal(written).into_boxed_str();
                let class = rules.class(written, kind, &normal);
                let form = Spelling {
                    class,
                    hash: hash(&normal),
                    parts: aliases.parts(written),
                    written: written.into(),
                    normal,
                    n: 0,
                };
                self.push(form)
            }
        };
        self.all[(id - FIRST) as usize].n += 1;
        id
    }

    /// The form with number `id`.
    pub fn form(&self, id: u32) -> &Spelling {
        &self.all[(id - FIRST) as usize]
    }

    /// Takes over the forms of another store; the result says which number each of its forms has here.
    pub fn merge(&mut self, other: Forms) -> Vec<u32> {
        let renumber = |form: Spelling| match self.ids.get(&form.written) {
            Some(id) => {
                self.all[(*id - FIRST) as usize].n += form.n;
                *id
            }
            None => self.push(form),
        };
        other.all.into_iter().map(renumber).collect()
    }

    fn push(&mut self, form: Spelling) -> u32 {
        // Four billion distinct forms would be a text of tens of gigabytes of nothing but new words.
        let id = u32::try_from(self.all.len()).unwrap_or(u32::MAX - FIRST) + FIRST;
        self.ids.insert(form.written.clone(), id);
        self.all.push(form);
        id
    }
}
