//! The methods: how each column of each table is made, what decides its rows and what that left out, from the code that ran.

mod bibliography;
mod columns;
mod mentions;
mod thresholds;

use maud::{Markup, html};

use crate::tabulate::table::Table;
use crate::tabulate::threshold::InForce;

/// What a run tells of how it counted.
pub struct Methods<'a> {
    pub tables: &'a [&'a Table],
    /// By table.
    pub thresholds: Vec<Vec<InForce>>,
    /// The configuration as TOML.
    pub settings: String,
}

pub fn methods(methods: &Methods<'_>) -> Markup {
    html! {
        p { "Every count is an integer sum over articles; every statistic is computed once from such sums, and is an empty cell where it is not "
            "defined. A formula names columns of its table; N is what a number is set against, ln and log2 are logarithms to the bases e and 2. "
            "Tokens are not independent draws, so a high G2 ranks but does not prove." }
        @for (table, thresholds) in methods.tables.iter().zip(&methods.thresholds) {
            h3 id={ "methods-" (table.spec.name) } { (table.spec.title) }
            p.about { (table.spec.about) }
            (thresholds::thresholds(thresholds))
            (columns::columns(&table.fields))
            @if table.spec.name == "mentions" { (mentions::rules()) }
        }
        h3 { "Settings in force" }
        p.about { "Names in square brackets above are these." }
        pre { (methods.settings) }
        (bibliography::bibliography(methods.tables))
    }
}

/// The way to each table, for the page that has no other contents.
pub fn contents(methods: &Methods<'_>) -> Markup {
    html! {
        nav aria-label="contents" {
            ul { @for table in methods.tables { li { a href={ "#methods-" (table.spec.name) } { (table.spec.title) } } } }
        }
    }
}
