//! The total order of the rows of a table.

use std::cmp::Ordering;

use super::cells::{Cell, Column};

/// The rows `0..height` in the order of `keys`, the first key first; empty cells come last in either direction.
pub fn order(keys: &[Key<'_>], height: u32) -> Vec<u32> {
    let mut rows: Vec<(u64, u32)> = (0..height).map(|row| (0, row)).collect();
    sort(&mut rows, keys);
    rows.into_iter().map(|(_, row)| row).collect()
}

/// Sorts by the first key, then each run of equal rows by the others. Each row carries its lead with it.
///
/// A stable sort: tables by month or outlet are filled month by month, and it notices runs that are sorted already.
fn sort(rows: &mut [(u64, u32)], keys: &[Key<'_>]) {
    let Some((key, others)) = keys.split_first() else { return };
    rows.iter_mut().for_each(|(lead, row)| *lead = key.lead(*row));
    rows.sort_by(|a, b| key.compare(*a, *b));
    let tied = rows.chunk_by_mut(|a, b| key.compare(*a, *b).is_eq());
    tied.filter(|rows| rows.len() > 1).for_each(|rows| sort(rows, others));
}

/// The first bytes of a text: a text with a smaller lead comes first, and of two with the same lead either may.
pub fn lead(text: &str) -> u64 {
    let mut first = [0; 8];
    match text.as_bytes().first_chunk() {
        Some(whole) => first = *whole,
        None => first[..text.len()].copy_from_slice(text.as_bytes()),
    }
    u64::from_be_bytes(first)
}

/// A column to sort by.
pub struct Key<'t> {
    column: Column<'t>,
    descending: bool,
    /// Whether cells with equal leads are equal.
    exact: bool,
}

impl<'t> Key<'t> {
    pub fn new(column: Column<'t>, descending: bool) -> Self {
        Self { column, descending, exact: column.is_counted() }
    }

    /// A number that stands for the cell and seldom leaves open which of two comes first: reading two cells for each
    /// comparison misses the cache, and takes several times as long.
    fn lead(&self, row: u32) -> u64 {
        let lead = match self.column.at(row as usize) {
            Cell::Empty => return u64::MAX,
            Cell::Count(n) => n,
            Cell::Text(text) => lead(text),
            Cell::Float(_) => 0,
        };
        if self.descending { !lead } else { lead }
    }

    fn compare(&self, a: (u64, u32), b: (u64, u32)) -> Ordering {
        let cells = || if self.exact { Ordering::Equal } else { self.compare_cells(a.1, b.1) };
        a.0.cmp(&b.0).then_with(cells)
    }

    fn compare_cells(&self, a: u32, b: u32) -> Ordering {
        let directed = |order: Ordering| if self.descending { order.reverse() } else { order };
        match (self.column.at(a as usize), self.column.at(b as usize)) {
            (Cell::Text(a), Cell::Text(b)) => directed(a.cmp(b)),
            (Cell::Count(a), Cell::Count(b)) => directed(a.cmp(&b)),
            (Cell::Float(a), Cell::Float(b)) => directed(a.total_cmp(&b)),
            // Cells of one column are of one kind, or empty.
            (a, b) => (a == Cell::Empty).cmp(&(b == Cell::Empty)),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::super::cells::Values;
    use super::*;

    fn sorted(columns: Vec<(Values, bool)>, height: u32) -> Vec<u32> {
        let columns: Vec<_> = columns
            .into_iter()
            .map(|(values, descending)| (values.column("a").expect("it is there"), descending))
            .collect();
        let key = |(column, descending)| Key::new(Column::of(column), descending);
        order(&columns.iter().map(|(column, descending)| key((column, *descending))).collect::<Vec<_>>(), height)
    }

    #[test]
    fn empty_cells_come_last_in_either_direction() {
        let counts = || Values::Count([None, Some(u64::MAX), Some(0)].into_iter().collect());
        assert_eq!(sorted(vec![(counts(), false)], 3), [2, 1, 0]);
        assert_eq!(sorted(vec![(counts(), true)], 3), [1, 2, 0]);
        let texts = || Values::Text([None, Some("\u{10ffff}\u{10ffff}"), Some("")].into_iter().collect());
        assert_eq!(sorted(vec![(texts(), false)], 3), [2, 1, 0]);
        assert_eq!(sorted(vec![(texts(), true)], 3), [1, 2, 0]);
    }

    proptest! {
        /// Few different texts, some equal in their first eight bytes, so that each key is asked.
        #[test]
        fn rows_are_sorted_by_one_key_after_the_other(
            rows in vec((proptest::option::of("(Kim Jong )?[ab]{0,2}"), proptest::option::of(0..3_u64), "[ab]{0,9}"), 0..40),
            descending: [bool; 3],
        ) {
            let columns = vec![
                (Values::Text(rows.iter().map(|row| row.0.clone()).collect()), descending[0]),
                (Values::Count(rows.iter().map(|row| row.1).collect()), descending[1]),
                (Values::texts(rows.iter().map(|row| &row.2)), descending[2]),
            ];
            let made: Vec<_> = sorted(columns, rows.len() as u32).into_iter().map(|row| &rows[row as usize]).collect();
            fn ends<T: Ord>(a: &Option<T>, b: &Option<T>, descending: bool) -> Ordering {
                match (a, b) {
                    (Some(a), Some(b)) if descending => b.cmp(a),
                    (Some(a), Some(b)) => a.cmp(b),
                    (a, b) => a.is_none().cmp(&b.is_none()),
                }
            }
            let mut expected: Vec<_> = rows.iter().collect();
            expected.sort_by(|a, b| {
                let third = ends(&Some(&a.2), &Some(&b.2), descending[2]);
                ends(&a.0, &b.0, descending[0]).then(ends(&a.1, &b.1, descending[1])).then(third)
            });
            prop_assert_eq!(made, expected);
        }
    }
}
