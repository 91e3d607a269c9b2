//! The rules that give a stretch of text to an actor, and why some count for nobody.

use maud::{Markup, html};

use crate::link::{REASONS, RULES};

pub fn rules() -> Markup {
    html! {
        h4 { "Rules of mentions" }
        p.about { "Each mention is found by one rule, which mentions.csv names. Of stretches that overlap the longest one that stands for somebody "
            "counts alone. A name that is only a part of a longer name which the dictionary lacks (\"Korean Air\", \"George Washington\", "
            "\"Bank of China\") counts for nobody, and so does what no rule can give to one actor." }
        table.methods {
            thead { tr { th scope="col" { "rule" } th scope="col" { "meaning" } } }
            tbody { @for (name, says) in RULES { tr { th scope="row" { (name) } td data-label="meaning" { (says) } } } }
        }
        p.about { "What is in conflicts.csv counts for nobody for one of these reasons: " (REASONS.join("; ")) "." }
    }
}
