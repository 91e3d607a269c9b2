//! Table -> CSV after RFC 4180, by the `csv` crate.
//!
//! Not by polars: its writer can neither guard a text cell against spreadsheets nor write 0.25 as 0.25 and 0.3333333 with
//! six decimals, and without it polars needs no I/O features at all.

use std::ops::Range;

use ::csv::{Terminator, Writer, WriterBuilder};

use super::decimals::push_small;
use crate::base::guard::{GUARD, risky};
use crate::base::parallel::Threads;
use crate::config::Write;
use crate::tabulate::table::{Cell, Column, Field, Spec, Table};

/// Rows that one thread writes at a time.
const ROWS: usize = 1 << 14;

/// A table whole, in pieces that belong one behind the other.
pub fn file(table: &Table, config: &Write, threads: &Threads) -> Vec<Vec<u8>> {
    let starts = (0..table.here()).step_by(ROWS).collect();
    let mut pieces = threads.map(starts, |start| {
        let mut bytes = Vec::new();
        range(table, start..table.here().min(start + ROWS), config, &mut bytes);
        bytes
    });
    pieces.insert(0, head(&table.fields, config));
    pieces
}

/// Its place in the run directory.
pub fn path(spec: &Spec) -> String {
    format!("tables/{}.csv", spec.name)
}

/// What stands above the rows: the byte order mark and the names of the columns.
pub fn head(fields: &[&Field], config: &Write) -> Vec<u8> {
    let mut bytes = if config.bom { "\u{feff}".as_bytes().to_vec() } else { Vec::new() };
    let mut writer = writer(&mut bytes);
    // Writing into memory cannot fail.
    let written = writer.write_record(fields.iter().map(|field| field.name));
    debug_assert!(written.is_ok());
    drop(writer);
    bytes
}

/// The rows of `table` behind what `bytes` holds; a table that is made in pieces is written piece by piece.
pub fn rows(table: &Table, config: &Write, bytes: &mut Vec<u8>) {
    range(table, 0..table.here(), config, bytes);
}

fn range(table: &Table, rows: Range<usize>, config: &Write, bytes: &mut Vec<u8>) {
    // What is a chance keeps its digits however small it is.
    let least = |field: &&Field| if field.is_chance { 0.001 } else { 0.0 };
    let columns: Vec<(Column<'_>, f64)> = table.columns().into_iter().zip(table.fields.iter().map(least)).collect();
    let mut writer = writer(bytes);
    let mut scratch = Vec::new();
    for row in rows {
        for (column, least) in &columns {
            let written = writer.write_field(field(column.at(row), config.guard_formulas, *least, &mut scratch));
            debug_assert!(written.is_ok());
        }
        let written = writer.write_record(None::<&[u8]>);
        debug_assert!(written.is_ok(), "every row has as many fields as the first");
    }
}

/// A cell as it is written: floats with at most six decimals, nothing for an empty cell.
pub fn text(cell: Cell<'_>, guard: bool) -> String {
    String::from_utf8_lossy(field(cell, guard, 0.0, &mut Vec::new())).into_owned()
}

fn writer(bytes: &mut Vec<u8>) -> Writer<&mut Vec<u8>> {
    WriterBuilder::new().terminator(Terminator::CRLF).from_writer(bytes)
}

/// The bytes of a cell: its own where it is text, otherwise made in `scratch`, which all cells of a table share.
///
/// Floats below `least` have an exponent.
fn field<'c>(cell: Cell<'c>, guard: bool, least: f64, scratch: &'c mut Vec<u8>) -> &'c [u8] {
    scratch.clear();
    match cell {
        Cell::Empty => {}
        Cell::Count(n) => scratch.extend(itoa::Buffer::new().format(n).as_bytes()),
        Cell::Float(x) => {
            push_small(scratch, x, 6, least);
            // A whole number keeps a decimal: readers that guess a column's type from its first rows guess right.
            if !scratch.iter().any(|byte| matches!(byte, b'.' | b'e')) {
                scratch.extend(b".0");
            }
        }
        Cell::Text(text) if guard && risky(text) => {
            scratch.push(GUARD as u8);
            scratch.extend(text.as_bytes());
        }
        Cell::Text(text) => return text.as_bytes(),
    }
    scratch
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::config::load;
    use crate::tabulate::SPECS;
    use crate::tabulate::table::{Cells, Values};

    #[test]
    fn a_whole_float_keeps_a_decimal() {
        assert_eq!(text(Cell::Float(90.0), true), "90.0");
        assert_eq!(text(Cell::Count(90), true), "90");
    }

    #[test]
    fn a_number_that_six_decimals_would_call_zero_is_written_with_an_exponent() {
        assert_eq!(text(Cell::Float(0.0), true), "0.0");
        assert_eq!(text(Cell::Float(0.000_001), true), "0.000001");
        assert_eq!(text(Cell::Float(1.5e-110), true), "1.5e-110");
        assert_eq!(text(Cell::Float(-2.0e-9), true), "-2e-9");
        assert_eq!(text(Cell::Float(5e-324), true), "4.940656e-324");
    }

    #[test]
    fn a_small_chance_keeps_its_digits() {
        let written =
            |x: f64| String::from_utf8_lossy(field(Cell::Float(x), true, 0.001, &mut Vec::new())).into_owned();
        assert_eq!([0.001, 0.000_041_312_5, 0.25, 1.0].map(written), ["0.001", "4.13125e-5", "0.25", "1.0"]);
    }

    #[test]
    fn a_text_that_a_spreadsheet_would_run_is_guarded_and_a_number_is_not() {
        assert_eq!(text(Cell::Text("=1+1"), true), "'=1+1");
        assert_eq!(text(Cell::Text("=1+1"), false), "=1+1");
        assert_eq!(text(Cell::Text("a=1"), true), "a=1");
        assert_eq!(text(Cell::Float(-1.5), true), "-1.5");
    }

    #[test]
    fn a_table_written_in_pieces_is_the_table() {
        let spec = SPECS.into_iter().find(|spec| spec.name == "skipped").expect("there is a table of what was skipped");
        let rows = [
            ("a, b.txt", Some(1), "say \"no\""),
            ("c\nd.txt", None, "-1"),
            ("e.txt", Some(30), ""),
            ("ü.txt", Some(4), "=1,2"),
        ];
        let table = |rows: &[(&str, Option<u64>, &str)]| {
            let columns = vec![
                Values::texts(rows.iter().map(|row| row.0)),
                Values::Count(rows.iter().map(|row| row.1).collect()),
                Values::texts(rows.iter().map(|row| row.2)),
            ];
            let hidden = vec![("_row", (0..rows.len() as u64).collect())];
            Table::of(spec, Cells { columns, hidden }).expect("each column has as many cells as there are rows")
        };
        let (config, problems) = load::parse("config.toml", Path::new(""), "");
        assert_eq!(problems, []);
        let mut pieces = head(&spec.columns.iter().collect::<Vec<_>>(), &config.write);
        rows.chunks(2).chain([&[][..]]).for_each(|piece| super::rows(&table(piece), &config.write, &mut pieces));
        let whole = "\u{feff}path,line,reason\r\n\"a, b.txt\",1,\"say \"\"no\"\"\"\r\n\"c\nd.txt\",,'-1\r\ne.txt,30,\r\nü.txt,4,\"'=1,2\"\r\n";
        assert_eq!(String::from_utf8_lossy(&pieces), whole);
        let threads = Threads::new(1).unwrap();
        assert_eq!(file(&table(&rows), &config.write, &threads).concat(), pieces);
    }
}
