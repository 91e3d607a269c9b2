//! The methods: what each column of each table means, from the list that makes the tables.

use maud::{Markup, html};

use crate::tabulate::table::Table;

pub fn methods(tables: &[&Table], settings: &str) -> Markup {
    html! {
        section id="methods" {
            h2 { "Methods" a.anchor href="#methods" aria-label="link to this section" { "#" } }
            p { "Every count is an integer sum over articles; every statistic is computed once from such sums, and is an empty cell where it is not "
                "defined. Tokens are not independent draws, so a high G2 ranks but does not prove." }
            h3 { "Settings in force" }
            p.about { "Names in square brackets above and below are these." }
            pre { (settings) }
            @for table in tables {
                h3 { (table.spec.title) }
                p.about { (table.spec.about) }
                table.methods { tbody {
                    @for field in table.spec.columns { tr { th scope="row" { (field.name) } td { (field.meaning) } } }
                } }
            }
        }
    }
}
