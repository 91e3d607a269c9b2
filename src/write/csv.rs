//! Table -> CSV after RFC 4180, by the `csv` crate.
//!
//! Not by polars: its writer can neither guard a text cell against spreadsheets nor write 0.25 as 0.25 and 0.3333333 with
//! six decimals, and without it polars needs no I/O features at all.

use super::File;
use crate::config::Write;
use crate::tabulate::table::{Cell, Table};

/// `tables/<name>.csv`.
pub fn file(table: &Table, config: &Write) -> File {
    let mut bytes = Vec::new();
    if config.bom {
        bytes.extend("\u{feff}".as_bytes());
    }
    let mut writer = ::csv::WriterBuilder::new().terminator(::csv::Terminator::CRLF).from_writer(&mut bytes);
    let header = table.spec.columns.iter().map(|field| field.name.to_owned()).collect();
    let rows =
        (0..table.rows()).map(|row| table.row(row).into_iter().map(|cell| text(cell, config.guard_formulas)).collect());
    for record in std::iter::once(header).chain(rows) {
        let record: Vec<String> = record;
        // Writing into memory cannot fail, and every record has as many fields as the header.
        let written = writer.write_record(&record);
        debug_assert!(written.is_ok());
    }
    drop(writer);
    File { path: format!("tables/{}.csv", table.spec.name), bytes, rows: Some(table.rows()) }
}

/// A cell as it is written: floats with at most six decimals, nothing for an empty cell.
pub fn text(cell: Cell<'_>, guard: bool) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Count(n) => n.to_string(),
        // A whole number keeps a decimal: readers that guess a column's type from its first rows guess right.
        Cell::Float(x) => {
            let text = decimals(x, 6);
            if text.contains('.') { text } else { text + ".0" }
        }
        Cell::Text(text) if guard => guarded(text),
        Cell::Text(text) => text.to_owned(),
    }
}

/// `x` with at most `most` decimals and no zeros at the end; "-0" is "0".
pub fn decimals(x: f64, most: usize) -> String {
    let text = format!("{x:.most$}");
    let text = if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { &text };
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

/// A leading ' keeps a spreadsheet from taking text for a formula (OWASP, CSV Injection); their full-width forms work too.
fn guarded(text: &str) -> String {
    let risky = text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    if risky { format!("'{text}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn floats_have_at_most_six_decimals_and_no_empty_ones() {
        let cases = [
            (0.25, "0.25"),
            (1.0 / 3.0, "0.333333"),
            (2.0, "2"),
            (-0.000_000_1, "0"),
            (1e9, "1000000000"),
            (-1.5, "-1.5"),
            (100.0, "100"),
        ];
        for (x, written) in cases {
            assert_eq!(decimals(x, 6), written);
        }
    }

    #[test]
    fn a_whole_float_keeps_a_decimal() {
        assert_eq!(text(Cell::Float(90.0), true), "90.0");
        assert_eq!(text(Cell::Count(90), true), "90");
    }

    #[test]
    fn a_text_that_a_spreadsheet_would_run_is_guarded_and_a_number_is_not() {
        assert_eq!(text(Cell::Text("=1+1"), true), "'=1+1");
        assert_eq!(text(Cell::Text("=1+1"), false), "=1+1");
        assert_eq!(text(Cell::Text("a=1"), true), "a=1");
        assert_eq!(text(Cell::Float(-1.5), true), "-1.5");
    }
}
