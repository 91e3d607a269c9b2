//! The terms as one column, which all tables take their terms from, and their order, which is found once for all.

use polars::prelude::{ChunkTake, IdxCa, StringChunked};

use super::cells::Values;
use super::order::lead;
use crate::base::texts::Texts;

/// All terms of the corpus.
pub struct Alphabet {
    /// By term.
    column: StringChunked,
    /// By term: its place among all in byte order.
    places: Vec<u32>,
}

impl Alphabet {
    /// `shown`: the terms as they are written, no two the same.
    pub fn of(shown: &Texts) -> Self {
        let mut order: Vec<(u64, u32)> = (0..).zip(shown.iter()).map(|(term, text)| (lead(text), term)).collect();
        let text = |term: u32| &shown[term as usize];
        order.sort_unstable_by(|a, b| a.0.cmp(&b.0).then_with(|| text(a.1).cmp(text(b.1))));
        let mut places = vec![0; shown.len()];
        (0..).zip(order).for_each(|(place, (_, term))| places[term as usize] = place);
        Self { column: shown.iter().map(Some).collect(), places }
    }

    pub fn place(&self, term: u32) -> u32 {
        self.places[term as usize]
    }

    /// A column of terms. It shares the letters with all others: to copy them term by term took several times as long.
    pub fn texts(&self, terms: impl Iterator<Item = u32>) -> Values {
        let taken = self.column.take(&IdxCa::from_vec("".into(), terms.collect()));
        Values::Text(taken.expect("every term of the corpus is in the column"))
    }

    /// The numbers of `rows`, each of which says how often it counts which term: the largest count first, and among equal
    /// ones in the order of the terms.
    pub fn by_count(&self, rows: impl Iterator<Item = (u64, u32)>) -> Vec<u32> {
        self.first_by_count(rows, usize::MAX)
    }

    /// The first `most` of them.
    pub fn first_by_count(&self, rows: impl Iterator<Item = (u64, u32)>, most: usize) -> Vec<u32> {
        let key = |(row, (n, term)): (u32, (u64, u32))| {
            u128::from(!n) << 64 | u128::from(self.place(term)) << 32 | u128::from(row)
        };
        let mut keys: Vec<u128> = (0..).zip(rows).map(key).collect();
        if keys.len() > most {
            keys.select_nth_unstable(most);
            keys.truncate(most);
        }
        keys.sort_unstable();
        // Masking is meant: the row is the lowest quarter.
        keys.into_iter().map(|key| key as u32).collect()
    }
}

#[cfg(test)]
mod tests {
    use std::cmp::Reverse;

    use proptest::collection::{btree_set, vec};
    use proptest::prelude::*;

    use super::super::cells::{Cell, Column};
    use super::*;

    proptest! {
        /// Terms equal in their first eight bytes among them, and counts beyond 32 bits.
        #[test]
        fn rows_stand_by_count_and_then_by_term(
            shown in btree_set("(Kim Jong)?[ -bé]{0,3}", 1..20),
            rows in vec((0..4_u64, any::<prop::sample::Index>()), 0..40),
        ) {
            // In another order than theirs.
            let shown: Texts = shown.into_iter().rev().collect();
            let rows: Vec<(u64, u32)> =
                rows.into_iter().map(|(n, term)| (n << 31, term.index(shown.len()) as u32)).collect();
            let alphabet = Alphabet::of(&shown);
            let order = alphabet.by_count(rows.iter().copied());
            let mut expected: Vec<u32> = (0..rows.len() as u32).collect();
            expected.sort_by_key(|row| {
                let (n, term) = rows[*row as usize];
                (Reverse(n), &shown[term as usize])
            });
            prop_assert_eq!(&alphabet.first_by_count(rows.iter().copied(), 3), &expected[..rows.len().min(3)]);
            prop_assert_eq!(order, expected);
            let column = alphabet.texts(rows.iter().map(|row| row.1)).column("term").expect("it is there");
            for (at, (_, term)) in rows.iter().enumerate() {
                prop_assert_eq!(Column::of(&column).at(at), Cell::Text(&shown[*term as usize]));
            }
        }
    }
}
