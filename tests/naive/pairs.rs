//! Pairs of terms, each place compared with each other place.

use std::collections::{BTreeMap, BTreeSet};

use newsgauge::measure::formulas::contingency::Table;
use newsgauge::measure::pairs::Together;

use crate::terms::{Row, Told};

/// The most frequent terms, of equally frequent ones the first in byte order.
pub fn admitted(rows: &BTreeMap<String, Row>, min_n: u64, most: usize) -> Vec<String> {
    let mut terms: Vec<&String> = rows.keys().filter(|term| rows[*term].n >= min_n).collect();
    terms.sort_by_key(|term| (std::cmp::Reverse(rows[*term].n), *term));
    terms.into_iter().take(most).cloned().collect()
}

/// What is counted in one kind of unit.
#[derive(Default)]
pub struct Counts {
    both: BTreeMap<BTreeSet<String>, u64>,
    single: BTreeMap<String, u64>,
    units: u64,
}

impl Counts {
    pub fn of(unit: Together, told: &[Told], window: usize) -> Self {
        let mut counts = Self::default();
        let set = |places: &mut dyn Iterator<Item = &Option<String>>| places.flatten().cloned().collect();
        match unit {
            Together::Window => told.iter().flatten().for_each(|places| counts.add_windows(places, window)),
            Together::Sentence => {
                // Asterisks between paragraphs are a sentence without words, and no unit.
                let sentences = told.iter().flatten().filter(|places| !places.is_empty());
                sentences.for_each(|places| counts.add_unit(&set(&mut places.iter())));
            }
            Together::Article => told.iter().for_each(|told| counts.add_unit(&set(&mut told.iter().flatten()))),
        }
        counts
    }

    pub fn table(&self, a: &str, b: &str) -> Table {
        let single = |term: &str| self.single.get(term).copied().unwrap_or(0);
        let both = BTreeSet::from([a.to_owned(), b.to_owned()]);
        Table { both: self.both.get(&both).copied().unwrap_or(0), a: single(a), b: single(b), all: self.units }
    }

    fn add_unit(&mut self, terms: &BTreeSet<String>) {
        self.units += 1;
        for a in terms {
            *self.single.entry(a.clone()).or_default() += 1;
            for b in terms.iter().filter(|b| *b > a) {
                *self.both.entry(BTreeSet::from([a.clone(), b.clone()])).or_default() += 1;
            }
        }
    }

    /// A unit is a place and another one in reach of it; a pair is counted once for the two orders.
    fn add_windows(&mut self, places: &[Option<String>], window: usize) {
        for (i, a) in places.iter().enumerate() {
            for (j, b) in places.iter().enumerate().filter(|(j, _)| *j != i && i.abs_diff(*j) <= window) {
                self.units += 1;
                a.iter().for_each(|a| *self.single.entry(a.clone()).or_default() += 1);
                if let (Some(a), Some(b)) = (a, b)
                    && a != b
                    && i < j
                {
                    *self.both.entry(BTreeSet::from([a.clone(), b.clone()])).or_default() += 1;
                }
            }
        }
    }
}
