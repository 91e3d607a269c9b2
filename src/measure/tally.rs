//! Counts of things (terms or actors): for each how often, in how many articles and stories, when and where.
//!
//! Integers only, made of sums that do not depend on their order, so that one thread, many threads, a cache and a spill file
//! are the same program.

use super::dispersion::Spread;
use crate::base::date::Date;

/// The counts of everything of one kind, each thing known by a number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// By number.
    pub counts: Vec<Count>,
    /// The counts of each thing in each month and outlet of the frame.
    pub by_month: Groups,
    pub by_outlet: Groups,
}

/// Cells by month or outlet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Groups {
    cells: Vec<Cell>,
    /// By group: where its cells end.
    ends: Vec<usize>,
}

/// The counts of one thing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    pub n: u64,
    pub articles: u64,
    pub stories: u64,
    pub first: Option<Date>,
    pub last: Option<Date>,
    pub spread: Spread,
}

/// The counts of one thing in one month or outlet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// Index into the months or outlets of the frame.
    pub group: u32,
    pub thing: u32,
    pub n: u64,
    pub articles: u64,
}

impl Groups {
    /// Puts cells into the order of their groups and things.
    pub fn of(mut cells: Vec<Cell>, groups: usize) -> Self {
        cells.sort_unstable_by_key(|cell| (cell.group, cell.thing));
        let end = |group: usize| cells.partition_point(|cell| cell.group as usize <= group);
        let ends = (0..groups).map(end).collect();
        Self { cells, ends }
    }

    /// The cells of a group, in the order of their things.
    pub fn group(&self, group: usize) -> &[Cell] {
        let start = if group == 0 { 0 } else { self.ends[group - 1] };
        &self.cells[start..self.ends[group]]
    }

    /// All cells, group by group.
    pub fn all(&self) -> &[Cell] {
        &self.cells
    }
}
