//! The first rows of a table, as HTML.

use std::ops::Range;

use maud::{Markup, html};

use crate::base::wording::{grouped, plural};
use crate::tabulate::table::{Cell, Field, Table};
use crate::write::csv;
use crate::write::decimals::decimals;

/// Texts longer than this may be broken over lines.
const SHORT: usize = 28;
/// Texts longer than this are prose, which needs a broad column.
const PROSE: usize = 90;

pub fn table(table: &Table, most: usize) -> Markup {
    let shown = shown(table, most);
    let file = format!("tables/{}.csv", table.spec.name);
    let rows: Vec<Vec<Cell<'_>>> = shown.rows.iter().map(|row| table.row(*row)).collect();
    // A column is one of numbers if it holds one and no text.
    let number = |column: usize| {
        let mut cells = rows.iter().map(|row| row[column]);
        cells.clone().any(|cell| matches!(cell, Cell::Count(_) | Cell::Float(_)))
            && !cells.any(|cell| matches!(cell, Cell::Text(_)))
    };
    let numbers: Vec<bool> = (0..table.fields.len()).map(number).collect();
    html! {
        div.listing {
            p.note {
                (extent(table, &shown)) " "
                a href=(file) { (file) } " · " a href={ "#methods-" (table.spec.name) } { "Methods" }
            }
            @if !rows.is_empty() {
                div.scroll tabindex="0" {
                    table.data {
                        thead { tr { @for (column, field) in table.fields.iter().enumerate() {
                            th.number[numbers[column]] scope="col" title=(hint(field)) { button type="button" disabled { (field.name) } }
                        } } }
                        tbody { @for row in &rows { tr { @for (column, cell) in row.iter().enumerate() { (td(*cell, numbers[column])) } } } }
                    }
                }
            }
        }
    }
}

/// What a pointer on a heading shows: the meaning, the formula and what N is in it.
fn hint(field: &Field) -> String {
    let formula = if field.formula.is_empty() { String::new() } else { format!("{} = {}", field.name, field.formula) };
    let parts = [field.meaning, &formula, field.of];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n")
}

/// Rows of a part at least, since one alone says little of it.
const LEAST: usize = 3;

/// The rows that are shown, and of how many parts of how many.
struct Shown {
    rows: Vec<usize>,
    parts: [usize; 2],
}

/// Which rows to show: the first ones; of a table in parts the first ones of each part, or of as many parts as there is room for, from
/// the first to the last at equal distances.
fn shown(table: &Table, most: usize) -> Shown {
    let Some(column) = table.spec.parts.filter(|_| table.rows() > most) else {
        return Shown { rows: (0..table.here().min(most)).collect(), parts: [1, 1] };
    };
    let keys: Vec<Cell<'_>> = table.column(column).collect();
    let mut end = 0;
    let part = |keys: &[Cell<'_>]| {
        end += keys.len();
        end - keys.len()..end
    };
    let parts: Vec<Range<usize>> = keys.chunk_by(|a, b| a == b).map(part).collect();
    let room = parts.len().min((most / LEAST).max(1));
    let each = (most / room).max(1);
    let chosen = (0..room).map(|at| &parts[if room > 1 { at * (parts.len() - 1) / (room - 1) } else { 0 }]);
    let rows = chosen.flat_map(|part| part.clone().take(each)).collect();
    Shown { rows, parts: [room, parts.len()] }
}

/// "The first rows of each month: 48 of 850 rows."
fn extent(table: &Table, shown: &Shown) -> String {
    let rows = plural(table.rows() as u64, "row");
    let count = grouped(shown.rows.len() as u64);
    let [some, all] = shown.parts.map(|parts| grouped(parts as u64));
    match table.spec.parts {
        _ if table.rows() == 0 => "No rows.".to_owned(),
        _ if table.rows() == shown.rows.len() => format!("{rows}."),
        Some(part) if some == all => {
            format!("The first rows of each {part}: {count} of {rows}. Sorting sorts the rows shown.")
        }
        Some(part) => {
            format!(
                "The first rows of {some} of {all} parts by {part}: {count} of {rows}. Sorting sorts the rows shown."
            )
        }
        None => format!("The first {count} of {rows}. Sorting sorts the rows shown."),
    }
}

/// With three decimals, and an exponent where they would be 0 and the number is not.
fn small(x: f64) -> String {
    let text = decimals(x, 3);
    if text == "0" && x != 0.0 { format!("{x:.1e}") } else { text }
}

fn td(cell: Cell<'_>, number: bool) -> Markup {
    let text = match cell {
        // Three decimals are as much as an eye compares; the CSV has six.
        Cell::Float(x) => small(x),
        // No guard against spreadsheets here: a page runs no formulas, and the text is the article's.
        cell => csv::text(cell),
    };
    let length = text.chars().count();
    let (short, prose) = (length <= SHORT, length > PROSE);
    html! { td.number[number].short[!number && short].long[!number && !short && !prose].prose[!number && prose] { (text) } }
}
