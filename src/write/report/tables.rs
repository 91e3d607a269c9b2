//! The first rows of a table, as HTML.

use maud::{Markup, html};

use crate::base::wording::{grouped, plural};
use crate::tabulate::table::{Cell, Table};
use crate::write::csv;

/// Texts longer than this may be broken over lines.
const SHORT: usize = 28;

pub fn table(table: &Table, most: usize) -> Markup {
    let shown = table.rows().min(most);
    let file = format!("tables/{}.csv", table.spec.name);
    let rows: Vec<Vec<Cell<'_>>> = (0..shown).map(|row| table.row(row)).collect();
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
                @match table.rows() {
                    0 => { "No rows. " }
                    all if all > shown => { "The first " (grouped(shown as u64)) " of " (plural(all as u64, "row")) ". " }
                    all => { (plural(all as u64, "row")) ". " }
                }
                a href=(file) { (file) }
            }
            @if shown > 0 {
                div.scroll tabindex="0" {
                    table.data {
                        thead { tr { @for (column, field) in table.spec.columns.iter().enumerate() {
                            th.number[numbers[column]] scope="col" title=(field.meaning) { button type="button" disabled { (field.name) } }
                        } } }
                        tbody { @for row in &rows { tr { @for (column, cell) in row.iter().enumerate() { (td(*cell, numbers[column])) } } } }
                    }
                }
            }
        }
    }
}

fn td(cell: Cell<'_>, number: bool) -> Markup {
    let text = match cell {
        // Three decimals are as much as an eye compares; the CSV has six.
        Cell::Float(x) => csv::decimals(x, 3),
        // No guard against spreadsheets here: a page runs no formulas, and the text is the article's.
        cell => csv::text(cell, false),
    };
    let short = text.chars().count() <= SHORT;
    html! { td.number[number].short[!number && short].long[!number && !short] { (text) } }
}
