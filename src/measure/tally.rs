//! Counts of things (terms or actors): for each how often, in how many articles and stories, when and where.
//!
//! Integers only, made of sums that do not depend on their order, so that one thread, many threads, a cache and a spill file
//! are the same program.

use super::change::Change;
use super::dispersed::Dispersed;
use super::formulas::dispersion::Spread;
use crate::base::date::Date;
use crate::base::parallel::Threads;
use crate::base::problem::Problem;
use crate::base::scatter::{PARTS, Scatter, Scatterer};
use crate::base::spill::{Kept, Spill};

/// The counts of everything of one kind, each thing known by a number.
#[derive(Debug, Default)]
pub struct Tally {
    /// By number.
    pub counts: Vec<Count>,
    /// The counts of each thing in each part of a grouping, in the order of `Grouping::ALL`, and in the sets of articles.
    pub by: [Groups; 3],
    pub in_sets: Groups,
    /// By grouping: rows that the tables by part leave out, since their things are rare.
    pub rare: [u64; 3],
    /// How evenly frequent things are spread, in the order of things.
    pub dispersed: Vec<Dispersed>,
    /// How things of enough articles came and went, in the order of cuts and things.
    pub changes: Vec<Change>,
}

/// Cells by part: there are more of them than of anything else that is counted, so that they are kept as the
/// budget allows and loaded group by group.
#[derive(Debug, Default)]
pub struct Groups(Vec<Kept<Row>>);

/// A cell in the order of its group and thing, which stand in the first number.
type Row = [u64; 4];

/// Cells of all threads on their way into groups.
pub struct Parted<'s>(&'s Spill, Scatter<Row>);

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

/// The counts of one thing in one part.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Cell {
    /// Index of the part.
    pub group: u32,
    pub thing: u32,
    pub n: u64,
    pub articles: u64,
    /// DPnorm over the articles of the part, where it was asked for and is defined.
    pub dp_norm: Option<f64>,
}

impl<'s> Parted<'s> {
    pub fn new(spill: &'s Spill) -> Self {
        Self(spill, Scatter::new(spill))
    }

    pub fn hand(&self) -> CellHand<'_> {
        CellHand(self.1.hand())
    }

    /// Puts the cells into the order of their groups and things; `groups` is how many groups there are.
    pub fn groups(self, groups: usize, threads: &Threads) -> Result<Groups, Problem> {
        let Self(spill, scatter) = self;
        let group_of = |row: &Row| (row[0] >> 32) as usize;
        let part = |part| {
            let mut rows = scatter.gather(part)?;
            // Each is there once: the numbers behind the first decide nothing.
            rows.sort_unstable_by_key(|row| row[0]);
            let groups = rows.chunk_by(|a, b| group_of(a) == group_of(b));
            groups.map(|rows| Ok((group_of(&rows[0]), spill.keep(rows.to_vec())?))).collect::<Result<Vec<_>, Problem>>()
        };
        let mut all: Vec<Kept<Row>> = std::iter::repeat_with(Kept::default).take(groups).collect();
        for part in threads.map((0..PARTS).collect(), part) {
            part?.into_iter().for_each(|(group, kept)| all[group] = kept);
        }
        Ok(Groups(all))
    }
}

/// The hand of one thread.
pub struct CellHand<'x>(Scatterer<'x, Row>);

impl CellHand<'_> {
    /// Each thing once for each group.
    pub fn add(&mut self, cell: Cell) -> Result<(), Problem> {
        let place = u64::from(cell.group) << 32 | u64::from(cell.thing);
        let dp_norm = cell.dp_norm.unwrap_or(f64::NAN).to_bits();
        self.0.push(cell.group as usize % PARTS, [place, cell.n, cell.articles, dp_norm])
    }

    pub fn finish(self) -> Result<(), Problem> {
        self.0.finish()
    }
}

impl Groups {
    /// The cells of a group, in the order of their things.
    pub fn group(&self, group: usize, spill: &Spill) -> Result<Vec<Cell>, Problem> {
        let mut buffer = Vec::new();
        // Masking is meant: the two halves.
        let cell = |[place, n, articles, dp_norm]: &Row| Cell {
            group: (place >> 32) as u32,
            thing: *place as u32,
            n: *n,
            articles: *articles,
            dp_norm: Some(f64::from_bits(*dp_norm)).filter(|value| !value.is_nan()),
        };
        Ok(self.0[group].load(spill, &mut buffer)?.iter().map(cell).collect())
    }

    /// All cells, group by group.
    pub fn all(&self, spill: &Spill) -> Result<Vec<Cell>, Problem> {
        let groups: Vec<Vec<Cell>> =
            (0..self.0.len()).map(|group| self.group(group, spill)).collect::<Result<_, _>>()?;
        Ok(groups.concat())
    }
}
