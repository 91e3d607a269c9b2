//! A table: a polars frame with named columns, a total row order, and missing cells that stay missing.

use polars::prelude::{AnyValue, Column, DataFrame, NamedFrom, PolarsError, Series, SortMultipleOptions};

use super::Source;
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
    /// The row order: columns, and whether each is descending. The last one makes the order total.
    pub order: &'static [(&'static str, bool)],
    /// The column whose values part the table: the report shows the first rows of each.
    pub parts: Option<&'static str>,
    pub fill: fn(&Source<'_>) -> Cells,
}

/// One column: its name and what a cell means (formula, base, unit, source).
pub struct Field {
    pub name: &'static str,
    pub meaning: &'static str,
}

/// Shorthand for the lists of columns.
pub const fn field(name: &'static str, meaning: &'static str) -> Field {
    Field { name, meaning }
}

/// The cells of a table, column by column, in the order of its fields. Columns behind the last field serve the order
/// alone and are dropped from the table; their names stand in the order.
pub struct Cells {
    pub columns: Vec<Values>,
    pub hidden: Vec<(&'static str, Vec<u64>)>,
}

impl From<Vec<Values>> for Cells {
    fn from(columns: Vec<Values>) -> Self {
        Self { columns, hidden: Vec::new() }
    }
}

/// The cells of one column; `None` is an empty cell.
pub enum Values {
    Text(Vec<Option<String>>),
    Count(Vec<Option<u64>>),
    Float(Vec<Option<f64>>),
}

/// One cell as it is written: text, an integer, a float, or nothing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Cell<'t> {
    Text(&'t str),
    Count(u64),
    Float(f64),
    Empty,
}

/// A table whose rows stand in their total order.
pub struct Table {
    pub spec: &'static Spec,
    frame: DataFrame,
}

impl Table {
    pub(super) fn build(spec: &'static Spec, source: &Source<'_>) -> Result<Self, Problem> {
        let refused = |error: PolarsError| {
            let what = format!("polars refused the table {}: {error}", spec.name);
            Problem::of("tabulate".as_ref(), what, "this is a fault of newsgauge: please report it with this line")
        };
        let cells = (spec.fill)(source);
        let mut columns: Vec<Column> =
            spec.columns.iter().zip(cells.columns).map(|(field, values)| values.column(field.name)).collect();
        columns.extend(cells.hidden.into_iter().map(|(name, keys)| Series::new(name.into(), keys).into()));
        let height = columns.first().map_or(0, Column::len);
        let frame = DataFrame::new(height, columns).map_err(refused)?;
        let (names, descending): (Vec<&str>, Vec<bool>) = spec.order.iter().copied().unzip();
        // The in-memory engine; the order is total, so that its stability and its threads do not matter.
        let options = SortMultipleOptions::default()
            .with_order_descending_multi(descending)
            .with_nulls_last(true)
            .with_multithreaded(false);
        let frame = frame.sort(names, options).map_err(refused)?;
        let frame = frame.select(spec.columns.iter().map(|field| field.name)).map_err(refused)?;
        Ok(Self { spec, frame })
    }

    pub fn rows(&self) -> usize {
        self.frame.height()
    }

    /// The row at `index`, in the order of the fields.
    pub fn row(&self, index: usize) -> Vec<Cell<'_>> {
        self.frame.columns().iter().map(|column| cell(column, index)).collect()
    }

    /// The cells of the column `name` from the top; none where there is no such column.
    pub fn column(&self, name: &str) -> impl Iterator<Item = Cell<'_>> {
        let column = self.frame.column(name).ok();
        (0..self.rows()).filter_map(move |index| column.map(|column| cell(column, index)))
    }

    /// The texts of the column `name`, empty ones as "".
    pub fn texts(&self, name: &str) -> Vec<String> {
        self.column(name)
            .map(|cell| if let Cell::Text(text) = cell { text.to_owned() } else { String::new() })
            .collect()
    }

    /// The counts of the column `name`, empty ones as 0.
    pub fn counts(&self, name: &str) -> Vec<u64> {
        self.column(name).map(|cell| if let Cell::Count(n) = cell { n } else { 0 }).collect()
    }

    /// The floats of the column `name`.
    pub fn floats(&self, name: &str) -> Vec<Option<f64>> {
        self.column(name).map(|cell| if let Cell::Float(x) = cell { Some(x) } else { None }).collect()
    }
}

fn cell(column: &Column, index: usize) -> Cell<'_> {
    // Materialised: polars keeps a column of one row as a scalar, which would give an owned text.
    match column.as_materialized_series().get(index) {
        Ok(AnyValue::String(text)) => Cell::Text(text),
        Ok(AnyValue::UInt64(n)) => Cell::Count(n),
        Ok(AnyValue::Float64(x)) => Cell::Float(x),
        // `Values` makes no other kind, and `index` is below the height.
        _ => Cell::Empty,
    }
}

impl Values {
    fn column(self, name: &str) -> Column {
        let series = match self {
            Values::Text(cells) => Series::new(name.into(), cells),
            Values::Count(cells) => Series::new(name.into(), cells),
            Values::Float(cells) => Series::new(name.into(), cells),
        };
        series.into()
    }

    /// A column of texts without empty cells.
    pub fn texts(cells: impl Iterator<Item = String>) -> Self {
        Values::Text(cells.map(Some).collect())
    }

    /// A column of counts without empty cells.
    pub fn counts(cells: impl Iterator<Item = u64>) -> Self {
        Values::Count(cells.map(Some).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_of_one_row_keeps_its_text() {
        let column = Values::texts(std::iter::once("one".to_owned())).column("a");
        assert_eq!(cell(&column, 0), Cell::Text("one"));
    }

    #[test]
    fn an_empty_cell_stays_empty() {
        let column = Values::Float(vec![None, Some(0.5)]).column("a");
        assert_eq!((cell(&column, 0), cell(&column, 1)), (Cell::Empty, Cell::Float(0.5)));
    }
}
