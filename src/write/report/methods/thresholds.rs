//! What decides the rows of a table: keys of config.toml with their values in the run, and what each of them left out.

use maud::{Markup, html};

use crate::base::wording::plural;
use crate::tabulate::threshold::InForce;

pub fn thresholds(thresholds: &[InForce]) -> Markup {
    if thresholds.is_empty() {
        return html! { p.about { "No threshold keeps a row out of it." } };
    }
    html! {
        table.methods.thresholds {
            thead { tr { @for heading in ["threshold", "in force", "meaning", "left out"] { th scope="col" { (heading) } } } }
            tbody { @for in_force in thresholds { tr {
                th scope="row" { (key(in_force.threshold.key)) }
                td data-label="in force" { code { (in_force.value) } }
                td data-label="meaning" { (in_force.threshold.does) }
                td data-label="left out" { (removed(in_force)) }
            } } }
        }
    }
}

/// A key as config.toml has it: `[tabulate] term_min_n`, `[measure.keyness] min_n`.
fn key(key: &str) -> String {
    key.rsplit_once('.').map_or(key.to_owned(), |(section, key)| format!("[{section}] {key}"))
}

fn removed(in_force: &InForce) -> String {
    in_force.removed.map_or(in_force.threshold.uncounted.to_owned(), |n| plural(n, in_force.threshold.unit))
}

#[cfg(test)]
mod tests {
    use super::key;

    #[test]
    fn a_key_stands_behind_its_whole_section() {
        assert_eq!(key("tabulate.term_min_n"), "[tabulate] term_min_n");
        assert_eq!(key("measure.keyness.min_n"), "[measure.keyness] min_n");
        assert_eq!(key("whole"), "whole");
    }
}
