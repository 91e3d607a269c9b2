//! Whether a name goes on beside a hit: found when it is asked for, and once, since several rules ask.

use std::cell::OnceCell;

use super::compile::Linker;
use super::hits::{Hit, Hits};
use super::longer::{begins_before, goes_on};
use super::surroundings::Text;

/// A hit and what stands around it.
pub struct Around<'x, 'h, 't> {
    pub hit: &'x Hit<'h>,
    pub hits: &'x Hits<'h>,
    pub text: &'x Text<'t>,
    pub linker: &'x Linker,
    goes_on: OnceCell<bool>,
    begins_before: OnceCell<bool>,
}

impl<'x, 'h, 't> Around<'x, 'h, 't> {
    pub fn of(hit: &'x Hit<'h>, hits: &'x Hits<'h>, text: &'x Text<'t>, linker: &'x Linker) -> Self {
        Self { hit, hits, text, linker, goes_on: OnceCell::new(), begins_before: OnceCell::new() }
    }

    /// Whether a word that belongs to the name follows.
    pub fn goes_on(&self) -> bool {
        *self.goes_on.get_or_init(|| goes_on(self.hit, self.hits, self.text))
    }

    /// Whether a word that belongs to the name stands before it.
    pub fn begins_before(&self) -> bool {
        *self.begins_before.get_or_init(|| begins_before(self.hit, self.hits, self.text, self.linker))
    }
}
