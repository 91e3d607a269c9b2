//! The methods: what each column of each table means, from the list that makes the tables.

use maud::{Markup, html};

use crate::link::{REASONS, RULES};
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
                @if table.spec.name == "mentions" { (rules()) }
            }
        }
    }
}

/// The rules that give a stretch of text to an actor, and why some count for nobody.
fn rules() -> Markup {
    html! {
        h3 { "Rules of mentions" }
        p.about { "Each mention is found by one rule, which mentions.csv names. Of stretches that overlap the longest one that stands for somebody "
            "counts alone. A name that is only a part of a longer name which the dictionary lacks (\"Korean Air\", \"George Washington\", "
            "\"Bank of China\") counts for nobody, and so does what no rule can give to one actor." }
        table.methods { tbody {
            @for (name, says) in RULES { tr { th scope="row" { (name) } td { (says) } } }
        } }
        p.about { "What is in conflicts.csv counts for nobody for one of these reasons: " (REASONS.join("; ")) "." }
    }
}
