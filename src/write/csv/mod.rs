//! Table -> CSV after RFC 4180, with CR LF behind each row.
//!
//! Not by polars: its writer can neither guard a text cell against spreadsheets nor write 0.25 as 0.25 and 0.3333333 with
//! six decimals, and without it polars needs no I/O features at all.

mod cell;

use std::ops::Range;

use cell::Style;

use crate::config::Write;
use crate::tabulate::table::{Cell, Column, Field, Spec, Table};

/// Rows that are written at a time: what becomes of them next finds them in the cache.
const ROWS: usize = 1 << 12;

/// A table whole, handed over in pieces that belong one behind the other.
pub fn file<E>(table: &Table, config: &Write, mut take: impl FnMut(&[u8]) -> Result<(), E>) -> Result<(), E> {
    let mut bytes = head(&table.fields, config.bom);
    for start in (0..table.here()).step_by(ROWS) {
        range(table, start..table.here().min(start + ROWS), config, &mut bytes);
        take(&bytes)?;
        bytes.clear();
    }
    take(&bytes)
}

/// Its place in the run directory.
pub fn path(spec: &Spec) -> String {
    format!("tables/{}.csv", spec.name)
}

/// What stands above the rows: the byte order mark and the names of the columns.
pub fn head(fields: &[&Field], bom: bool) -> Vec<u8> {
    let mut bytes = if bom { "\u{feff}".as_bytes().to_vec() } else { Vec::new() };
    let names = fields.iter().map(|field| Cell::Text(field.name));
    row(&mut bytes, names.map(|name| (name, Style { guard: false, least: 0.0 })));
    bytes
}

/// The rows of `table` behind what `bytes` holds; a table that is made in pieces is written piece by piece.
pub fn rows(table: &Table, config: &Write, bytes: &mut Vec<u8>) {
    range(table, 0..table.here(), config, bytes);
}

fn range(table: &Table, rows: Range<usize>, config: &Write, bytes: &mut Vec<u8>) {
    // What is a chance keeps its digits however small it is.
    let least = |field: &&Field| if field.is_chance { 0.001 } else { 0.0 };
    let style = |field| Style { guard: config.guard_formulas, least: least(field) };
    let columns: Vec<(Column<'_>, Style)> = table.columns().into_iter().zip(table.fields.iter().map(style)).collect();
    for at in rows {
        row(bytes, columns.iter().map(|(column, style)| (column.at(at), *style)));
    }
}

/// One row, its fields parted by commas.
#[inline]
fn row<'c>(bytes: &mut Vec<u8>, cells: impl Iterator<Item = (Cell<'c>, Style)>) {
    let start = bytes.len();
    for (cell, style) in cells {
        cell::push(bytes, cell, style);
        bytes.push(b',');
    }
    // The last comma. A row of one empty field would be no row to a reader, who passes over empty lines.
    bytes.truncate(bytes.len().saturating_sub(1).max(start));
    if bytes.len() == start {
        bytes.extend_from_slice(b"\"\"");
    }
    bytes.extend_from_slice(b"\r\n");
}

/// A cell as it is read: as in the file, but never in quotes or guarded.
pub fn text(cell: Cell<'_>) -> String {
    if let Cell::Text(text) = cell {
        return text.to_owned();
    }
    let mut bytes = Vec::new();
    cell::push(&mut bytes, cell, Style { guard: false, least: 0.0 });
    String::from_utf8(bytes).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::config::load;
    use crate::tabulate::SPECS;
    use crate::tabulate::table::Values;

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
            Table::of(spec, columns.into()).expect("each column has as many cells as there are rows")
        };
        let (config, problems) = load::parse("config.toml", Path::new(""), "");
        assert_eq!(problems, []);
        let mut pieces = head(&spec.columns.iter().collect::<Vec<_>>(), config.write.bom);
        rows.chunks(2).chain([&[][..]]).for_each(|piece| super::rows(&table(piece), &config.write, &mut pieces));
        let whole = "\u{feff}path,line,reason\r\n\"a, b.txt\",1,\"say \"\"no\"\"\"\r\n\"c\nd.txt\",,'-1\r\ne.txt,30,\r\nü.txt,4,\"'=1,2\"\r\n";
        assert_eq!(String::from_utf8_lossy(&pieces), whole);
        let mut written = Vec::new();
        let take = |bytes: &[u8]| -> Result<(), ()> {
            written.extend_from_slice(bytes);
            Ok(())
        };
        file(&table(&rows), &config.write, take).unwrap();
        assert_eq!(written, pieces);
    }
}
