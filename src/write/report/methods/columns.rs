//! The columns of a table, one a row, with every part that any of them has.

use maud::{Markup, html};

use super::bibliography;
use crate::tabulate::table::Field;

/// A part of a column: its heading, and what a column says of it.
type Part = (&'static str, fn(&Field) -> &'static str);

/// All but the name, which heads the row, and the source, which is a link.
const PARTS: [Part; 7] = [
    ("meaning", |field| field.meaning),
    ("formula", |field| field.formula),
    ("base", |field| field.base),
    ("unit", |field| field.unit),
    ("N", |field| field.of),
    ("correction", |field| field.correction),
    ("empty", |field| field.empty),
];

pub fn columns(columns: &[&'static Field]) -> Markup {
    // A heading without a cell below it would only take room.
    let parts: Vec<Part> =
        PARTS.into_iter().filter(|(_, part)| columns.iter().any(|field| !part(field).is_empty())).collect();
    let cited = columns.iter().any(|field| !field.source.is_empty());
    html! {
        table.methods {
            thead { tr {
                th scope="col" { "column" }
                @for (heading, _) in &parts { th scope="col" { (heading) } }
                @if cited { th scope="col" { "source" } }
            } }
            tbody { @for field in columns { tr {
                th scope="row" { (field.name) }
                // The heading goes with the cell where a narrow screen puts them below each other.
                @for (heading, part) in &parts { td data-label=(heading) { (without_n(heading, part(field))) } }
                @if cited { td data-label="source" { (bibliography::links(field)) } }
            } } }
        }
    }
}

/// "N = n_units" is "n_units" under the heading N.
fn without_n(heading: &str, text: &'static str) -> &'static str {
    if heading == "N" { text.strip_prefix("N = ").unwrap_or(text) } else { text }
}
