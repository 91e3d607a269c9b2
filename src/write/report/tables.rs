//! The first rows of a table, as HTML.

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
    let indices = shown(table, most);
    let file = format!("tables/{}.csv", table.spec.name);
    let rows: Vec<Vec<Cell<'_>>> = indices.iter().map(|row| table.row(*row)).collect();
    // A column is one of numbers if it holds one and no text.
    let number = |column: usize| {
        let mut cells = rows.iter().map(|row| row[column]);
        cells.clone().any(|cell| matches!(cell, Cell::Count(_) | Cell::Float(_)))
            && !cells.any(|cell| matches!(cell, Cell::Text(_)))
    };
    let numbers: Vec<bool> = (0..table.spec.columns.len()).map(number).collect();
    html! {
        div.listing {
            p.note {
                (extent(table, rows.len())) " "
                a href=(file) { (file) } " · " a href={ "#methods-" (table.spec.name) } { "Methods" }
            }
            @if !rows.is_empty() {
                div.scroll tabindex="0" {
                    table.data {
                        thead { tr { @for (column, field) in table.spec.columns.iter().enumerate() {
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

/// Which rows to show: the first ones; of a table in parts the first ones of each part, as many parts as there is room for.
fn shown(table: &Table, most: usize) -> Vec<usize> {
    let Some(column) = table.spec.parts.filter(|_| table.rows() > most) else {
        return (0..table.here().min(most)).collect();
    };
    let keys: Vec<Cell<'_>> = table.column(column).collect();
    let parts: Vec<&[Cell<'_>]> = keys.chunk_by(|a, b| a == b).collect();
    let each = (most / parts.len()).max(1);
    let mut rows = Vec::new();
    let mut start = 0;
    for part in parts {
        rows.extend(start..start + part.len().min(each));
        start += part.len();
    }
    rows.truncate(most);
    rows
}

/// "The first 3 rows of each month: 48 of 850 rows."
fn extent(table: &Table, shown: usize) -> String {
    let rows = plural(table.rows() as u64, "row");
    match table.spec.parts {
        _ if table.rows() == 0 => "No rows.".to_owned(),
        _ if table.rows() == shown => format!("{rows}."),
        Some(part) => {
            format!("The first rows of each {part}: {} of {rows}. Sorting sorts the rows shown.", grouped(shown as u64))
        }
        None => format!("The first {} of {rows}. Sorting sorts the rows shown.", grouped(shown as u64)),
    }
}

fn td(cell: Cell<'_>, number: bool) -> Markup {
    let text = match cell {
        // Three decimals are as much as an eye compares; the CSV has six.
        Cell::Float(x) => decimals(x, 3),
        // No guard against spreadsheets here: a page runs no formulas, and the text is the article's.
        cell => csv::text(cell, false),
    };
    let length = text.chars().count();
    let (short, prose) = (length <= SHORT, length > PROSE);
    html! { td.number[number].short[!number && short].long[!number && !short && !prose].prose[!number && prose] { (text) } }
}
