//! The cells of a table, column by column: how they are filled in, and how they are read row by row without a copy.

use std::fmt::{Display, Write};

use polars::polars_utils::index::NullCount;
use polars::prelude::{
    ChunkFull, ChunkFullNull, Column as Filled, DataType, Float64Chunked, Float64Type, IntoSeries, PolarsDataType,
    StaticArray, StringChunked, StringChunkedBuilder, StringType, UInt64Chunked, UInt64Type,
};

/// The cells of a table in the order of its fields.
pub struct Cells {
    pub columns: Vec<Values>,
}

impl From<Vec<Values>> for Cells {
    fn from(columns: Vec<Values>) -> Self {
        Self { columns }
    }
}

/// The cells of one column, collected from `Option`s: `None` is an empty cell. They go into the column as they come, since a
/// list of owned texts, with two allocations a cell, took longer than all of the rest.
pub enum Values {
    Text(StringChunked),
    Count(UInt64Chunked),
    Float(Float64Chunked),
    /// A column that nobody asked for: the table has none of that name.
    Absent,
}

impl Values {
    /// A column of texts without empty cells.
    pub fn texts(cells: impl Iterator<Item = impl AsRef<str>>) -> Self {
        Values::Text(cells.map(Some).collect())
    }

    /// A column of things that are written as text, such as dates.
    pub fn written(cells: impl ExactSizeIterator<Item = Option<impl Display>>) -> Self {
        let mut column = StringChunkedBuilder::new("".into(), cells.len());
        let mut text = String::new();
        for cell in cells {
            text.clear();
            // Writing into a String cannot fail.
            let written = cell.map(|cell| write!(text, "{cell}"));
            column.append_option(written.map(|_| text.as_str()));
        }
        Values::Text(column.finish())
    }

    /// The same text in each of `rows` cells.
    pub fn same(text: Option<&str>, rows: usize) -> Self {
        let cells = |text| StringChunked::full("".into(), text, rows);
        Values::Text(text.map_or_else(|| StringChunked::full_null("".into(), rows), cells))
    }

    /// A column of counts without empty cells.
    pub fn counts(cells: impl Iterator<Item = u64>) -> Self {
        Values::Count(UInt64Chunked::from_vec("".into(), cells.collect()))
    }

    /// The column, if there is one.
    pub(super) fn column(self, name: &str) -> Option<Filled> {
        let series = match self {
            Values::Absent => return None,
            Values::Text(cells) => cells.into_series(),
            Values::Count(cells) => cells.into_series(),
            Values::Float(cells) => cells.into_series(),
        };
        Some(series.with_name(name.into()).into())
    }
}

/// One cell as it is written: text, an integer, a float, or nothing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Cell<'t> {
    Text(&'t str),
    Count(u64),
    Float(f64),
    Empty,
}

type Array<T> = <T as PolarsDataType>::Array;

/// A column of a table, read by row.
#[derive(Clone, Copy)]
pub struct Column<'t>(Kind<'t>);

/// What `Values` makes; the kind is found out once for a column and not once for each cell.
#[derive(Clone, Copy)]
enum Kind<'t> {
    Text(&'t Array<StringType>),
    Count(&'t Array<UInt64Type>),
    Float(&'t Array<Float64Type>),
    Empty,
}

impl<'t> Column<'t> {
    /// A column of one chunk, as all are that `Values` or `Table` make.
    pub(super) fn of(column: &'t Filled) -> Self {
        // Materialised: polars keeps a column of one row as a scalar.
        let series = column.as_materialized_series();
        let kind = match series.dtype() {
            DataType::String => series.str().map(|cells| Kind::Text(cells.downcast_as_array())),
            DataType::UInt64 => series.u64().map(|cells| Kind::Count(cells.downcast_as_array())),
            _ => series.f64().map(|cells| Kind::Float(cells.downcast_as_array())),
        };
        // `Values` makes no other kind.
        Self(kind.unwrap_or(Kind::Empty))
    }

    /// Whether every cell is a count.
    pub(super) fn is_counted(self) -> bool {
        matches!(self.0, Kind::Count(cells) if cells.null_count() == 0)
    }

    /// A copy of its first cells.
    pub(super) fn first(self, height: usize) -> Values {
        match self.0 {
            Kind::Text(cells) => Values::Text((0..height).map(|row| cells.get(row)).collect()),
            Kind::Count(cells) => Values::Count((0..height).map(|row| cells.get(row)).collect()),
            Kind::Float(cells) => Values::Float((0..height).map(|row| cells.get(row)).collect()),
            Kind::Empty => Values::Text((0..height).map(|_| None::<&str>).collect()),
        }
    }

    /// The cell in `row`, which is below the height of the table.
    #[inline]
    pub fn at(self, row: usize) -> Cell<'t> {
        match self.0 {
            Kind::Text(cells) => cells.get(row).map_or(Cell::Empty, Cell::Text),
            Kind::Count(cells) => cells.get(row).map_or(Cell::Empty, Cell::Count),
            Kind::Float(cells) => cells.get(row).map_or(Cell::Empty, Cell::Float),
            Kind::Empty => Cell::Empty,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_of_one_row_keeps_its_text() {
        let column = Values::texts(std::iter::once("one")).column("a").expect("it is there");
        assert_eq!(Column::of(&column).at(0), Cell::Text("one"));
    }

    #[test]
    fn an_empty_cell_stays_empty() {
        let floats = Values::Float([None, Some(0.5)].into_iter().collect()).column("a").expect("it is there");
        assert_eq!([0, 1].map(|row| Column::of(&floats).at(row)), [Cell::Empty, Cell::Float(0.5)]);
        let texts = Values::written([None, Some(7)].into_iter()).column("a").expect("it is there");
        assert_eq!([0, 1].map(|row| Column::of(&texts).at(row)), [Cell::Empty, Cell::Text("7")]);
    }
}
