//! A table: a polars frame with named columns, a total row order, and missing cells that stay missing.

use polars::prelude::{DataFrame, IdxCa, IdxSize, PolarsError};

use super::Source;
pub use super::cells::{Cell, Cells, Column, Values};
pub use super::field::{Field, field};
use super::order::{Key, order};
pub use super::parts::Parts;
pub use super::threshold::{Threshold, threshold};
use crate::base::problem::Problem;

/// What a table is, apart from its rows.
pub struct Spec {
    /// The name of its file, chart and section.
    pub name: &'static str,
    /// Its heading in the report.
    pub title: &'static str,
    /// What a row is, what its unit is and what was left out, in a sentence or two.
    pub about: &'static str,
    pub columns: &'static [Field],
    /// The keys of config.toml that decide which rows there are and what they count.
    pub thresholds: &'static [Threshold],
    /// The row order: columns, and whether each is descending. The last one makes the order total, but for rows that are equal in all
    /// cells. Empty where the rows
    /// come in their order: of a large table, to sort what they are made of takes less than to move all their cells.
    pub order: &'static [(&'static str, bool)],
    /// The column whose values part the table: the report shows the first rows of each.
    pub parts: Option<&'static str>,
    pub fill: Fill,
}

/// How a table is made.
#[derive(Clone, Copy)]
pub enum Fill {
    /// At once, from the measures; the rows may come in any order.
    Whole(fn(&Source<'_>) -> Cells),
    /// The same with what may lie on the disk.
    Loaded(fn(&Source<'_>) -> Result<Cells, Problem>),
    /// Part by part in their order, since it is large; the rows of each may come in any order.
    Parts(for<'s> fn(&'s Source<'_>) -> Parts<'s>),
    /// Page by page while the articles are read (`evidence`).
    Evidence,
}

/// A table whose rows stand in their total order. Of one that was made in pieces the first rows are here.
pub struct Table {
    pub spec: &'static Spec,
    /// Its columns: those of the spec but for those that nobody asked for.
    pub fields: Vec<&'static Field>,
    frame: DataFrame,
    rows: usize,
}

impl Table {
    /// The table `spec` with its cells, whose rows may stand in any order.
    ///
    /// # Errors
    /// Where polars refuses the frame: a broken promise of ours, reported with the table's name.
    pub fn of(spec: &'static Spec, cells: Cells) -> Result<Self, Problem> {
        let refused = |error: PolarsError| refused(spec, &error);
        let filled = spec
            .columns
            .iter()
            .zip(cells.columns)
            .filter_map(|(field, values)| Some((field, values.column(field.name)?)));
        let (fields, columns): (Vec<&'static Field>, Vec<_>) = filled.unzip();
        let height = columns.first().map_or(0, |column| column.len());
        let frame = DataFrame::new(height, columns).map_err(refused)?;
        let key = |(name, descending): &(&str, bool)| {
            frame.column(name).map(|column| Key::new(Column::of(column), *descending)).map_err(refused)
        };
        if spec.order.is_empty() {
            return Ok(Self { spec, fields, frame, rows: height });
        }
        let keys: Vec<Key<'_>> = spec.order.iter().map(key).collect::<Result<_, Problem>>()?;
        let order = IdxCa::from_vec("".into(), order(&keys, frame.height() as IdxSize));
        let columns = frame.into_columns();
        // One after the other, so that a large table is not in memory twice.
        let ordered = columns.into_iter().map(|column| column.take(&order)).collect::<Result<_, PolarsError>>();
        let mut frame = ordered.and_then(|columns| DataFrame::new(height, columns)).map_err(refused)?;
        frame.rechunk_mut();
        Ok(Self { spec, fields, frame, rows: height })
    }

    /// How many rows there are.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// How many of them are here.
    pub fn here(&self) -> usize {
        self.frame.height()
    }

    /// The same table with no more than its first rows here.
    pub fn first(self, most: usize) -> Result<Self, Problem> {
        Ok(Self { frame: self.head(most)?, ..self })
    }

    /// Counts the rows of the next piece, and takes over at most `most` of them.
    pub fn grow(&mut self, piece: &Table, most: usize) -> Result<(), Problem> {
        let wanted = most.min(piece.here());
        if wanted > 0 {
            self.frame.vstack_mut(&piece.head(wanted)?).map_err(|error| refused(self.spec, &error))?;
        }
        self.rows += piece.rows;
        Ok(())
    }

    /// Ends growing: each column is one piece again, as reading it needs.
    pub fn grown(mut self) -> Self {
        self.frame.rechunk_mut();
        self
    }

    /// A copy of the first rows. Those that polars cuts off a frame hold all of it in memory.
    fn head(&self, most: usize) -> Result<DataFrame, Problem> {
        let height = most.min(self.here());
        let names = self.fields.iter().map(|field| field.name);
        let columns = names.zip(self.columns()).filter_map(|(name, column)| column.first(height).column(name));
        DataFrame::new(height, columns.collect()).map_err(|error| refused(self.spec, &error))
    }

    /// The columns in the order of the fields.
    pub fn columns(&self) -> Vec<Column<'_>> {
        self.frame.columns().iter().map(Column::of).collect()
    }

    /// The row at `index`, in the order of the fields.
    pub fn row(&self, index: usize) -> Vec<Cell<'_>> {
        self.columns().into_iter().map(|column| column.at(index)).collect()
    }

    /// The cells of the column `name` from the top; none where there is no such column.
    pub fn column(&self, name: &str) -> impl Iterator<Item = Cell<'_>> {
        let column = self.frame.column(name).ok().map(Column::of);
        (0..self.here()).filter_map(move |index| column.map(|column| column.at(index)))
    }

    /// The texts of the column `name`, empty ones as "".
    pub fn texts(&self, name: &str) -> impl Iterator<Item = &str> {
        self.column(name).map(|cell| if let Cell::Text(text) = cell { text } else { "" })
    }

    /// The counts of the column `name`, empty ones as 0.
    pub fn counts(&self, name: &str) -> impl Iterator<Item = u64> {
        self.column(name).map(|cell| if let Cell::Count(n) = cell { n } else { 0 })
    }

    /// The floats of the column `name`.
    pub fn floats(&self, name: &str) -> impl Iterator<Item = Option<f64>> {
        self.column(name).map(|cell| if let Cell::Float(x) = cell { Some(x) } else { None })
    }
}

fn refused(spec: &Spec, error: &PolarsError) -> Problem {
    let what = format!("polars refused the table {}: {error}", spec.name);
    Problem::of("tabulate".as_ref(), what, "this is a fault of newsgauge: please report it with this line")
}
