//! The literature that the columns of the tables cite, once each, and the links to it.

use maud::{Markup, html};

use crate::tabulate::references::{REFERENCES, reference_of};
use crate::tabulate::table::{Field, Table};

pub fn bibliography(tables: &[&Table]) -> Markup {
    let fields = || tables.iter().flat_map(|table| table.fields.iter().copied());
    let cited = |short: &str| fields().any(|field| field.sources().any(|source| source == short));
    let references: Vec<_> = REFERENCES.iter().filter(|reference| cited(reference.short)).collect();
    html! {
        @if !references.is_empty() {
            h3 { "References" }
            ul.references { @for reference in references {
                li id=(anchor(reference.short)) {
                    (reference.authors) " (" (reference.year) "). " cite { (reference.title) } ". " (reference.venue) "."
                }
            } }
        }
    }
}

/// The sources of a column, each leading to its reference.
pub fn links(field: &Field) -> Markup {
    html! {
        @for (at, short) in field.sources().enumerate() {
            @if at > 0 { "; " }
            @if reference_of(short).is_some() { a href={ "#" (anchor(short)) } { (short) } } @else { (short) }
        }
    }
}

/// "Church & Hanks 1990" is "ref-church-hanks-1990".
fn anchor(short: &str) -> String {
    let words = short.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.fold("ref".to_owned(), |anchor, word| format!("{anchor}-{}", word.to_lowercase()))
}
