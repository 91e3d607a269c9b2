//! Tables that come in parts, since they are large: a part is filled, written and forgotten, and the next one is made.

use std::ops::Range;

use super::table::{Cells, Fill, Spec, Table};
use super::{SPECS, Source};
use crate::base::problem::Problem;

/// Rows of a part at most, where nothing else parts them. They and their file stay in the cache from filling to hashing.
pub const MOST: usize = 1 << 14;

/// The parts of a table, ready to be filled by any thread and in any order.
pub struct Parts<'s> {
    count: usize,
    fill: Box<dyn Fn(usize) -> Result<Cells, Problem> + Sync + 's>,
}

impl<'s> Parts<'s> {
    /// So many parts, and what fills each.
    pub fn of(count: usize, fill: impl Fn(usize) -> Result<Cells, Problem> + Sync + 's) -> Self {
        Self { count, fill: Box::new(fill) }
    }
}

/// Groups of rows, by their lengths, in parts of at most `most` rows: the group of each part and which of its rows. At least one: a
/// table without parts would not be shown to have no rows.
pub fn cut(groups: impl Iterator<Item = usize>, most: usize) -> Vec<(usize, Range<usize>)> {
    let of_group = |(group, rows): (usize, usize)| {
        (0..rows).step_by(most).map(move |start| (group, start..rows.min(start + most)))
    };
    let mut parts: Vec<_> = groups.enumerate().flat_map(of_group).collect();
    if parts.is_empty() {
        parts.push((0, 0..0));
    }
    parts
}

/// A table that comes in parts.
pub struct Parted<'s> {
    pub spec: &'static Spec,
    parts: Parts<'s>,
}

impl Parted<'_> {
    pub fn count(&self) -> usize {
        self.parts.count
    }

    /// The part number `part`.
    pub fn part(&self, part: usize) -> Result<Table, Problem> {
        Table::of(self.spec, (self.parts.fill)(part)?)
    }
}

/// Those that were asked for, one after the other, since what makes ready for the parts of a table takes room.
pub fn parted<'s>(source: &'s Source<'_>) -> impl Iterator<Item = Parted<'s>> {
    SPECS.into_iter().filter_map(move |spec| match spec.fill {
        Fill::Parts(parts) if source.config.tabulate.wants(spec.name) => Some(Parted { spec, parts: parts(source) }),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::cut;

    #[test]
    fn groups_are_cut_and_an_empty_table_has_one_part() {
        assert_eq!(cut([5, 0, 2].into_iter(), 2), [(0, 0..2), (0, 2..4), (0, 4..5), (2, 0..2)]);
        assert_eq!(cut([0].into_iter(), 2), [(0, 0..0)]);
    }
}
