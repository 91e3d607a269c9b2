//! The terms that are tested for keyness, by how often they occur.
//!
//! A group lacks most terms of the corpus, and all that it lacks and that are equally frequent have the same test: these are asked for
//! once for each frequency, and not once for each term.

use std::collections::BTreeMap;

use super::tally::{Cell, Count};
use crate::base::narrow::narrow;

/// The terms that are tested.
pub struct Tested {
    /// By term: the index of its class, or `NONE`.
    class_of: Vec<u32>,
    pub classes: Vec<Class>,
}

/// Terms that are equally frequent.
#[derive(Default)]
pub struct Class {
    pub n: u64,
    /// In the order of their numbers.
    pub things: Vec<u32>,
}

/// No class: the term is not tested.
const NONE: u32 = u32::MAX;

impl Tested {
    /// `is_tested`: by term.
    pub fn of(counts: &[Count], is_tested: impl Iterator<Item = bool>) -> Self {
        let mut by_n: BTreeMap<u64, Vec<u32>> = BTreeMap::new();
        for ((thing, count), is_tested) in (0..).zip(counts).zip(is_tested) {
            if is_tested {
                by_n.entry(count.n).or_default().push(thing);
            }
        }
        let classes: Vec<Class> = by_n.into_iter().map(|(n, things)| Class { n, things }).collect();
        let mut class_of = vec![NONE; counts.len()];
        for (index, class) in classes.iter().enumerate() {
            // There are no more classes than terms, whose numbers have 32 bits.
            class.things.iter().for_each(|thing| class_of[*thing as usize] = narrow(index));
        }
        Self { class_of, classes }
    }

    pub fn contains(&self, thing: u32) -> bool {
        self.class_of[thing as usize] != NONE
    }

    /// By class: how many of its terms have no cell.
    pub fn lacking(&self, cells: &[Cell]) -> Vec<u64> {
        let mut lacking: Vec<u64> = self.classes.iter().map(|class| class.things.len() as u64).collect();
        for cell in cells.iter().filter(|cell| self.contains(cell.thing)) {
            lacking[self.class_of[cell.thing as usize] as usize] -= 1;
        }
        lacking
    }
}
