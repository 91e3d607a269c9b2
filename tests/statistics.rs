//! The statistics against values that papers and other programs print: `tests/data/association.tsv`, `keyness.tsv` and
//! `dispersion.tsv`, one fact a line with its source.
//!
//! A value whose `decimals` are a number is rounded to so many (-2: to hundreds); one that is `full` is met to 1e-9 of itself.

use newsgauge::measure::formulas::contingency::Table;
use newsgauge::measure::formulas::dispersion::{Spread, juilland_d};
use newsgauge::measure::formulas::keyness::Keyness;

#[test]
fn measures_of_pairs_meet_their_known_values() {
    facts(include_str!("data/association.tsv"), 74, |measure, field| {
        let table =
            Table { both: count(field("both")), a: count(field("a")), b: count(field("b")), all: count(field("all")) };
        let of_ten = |bits: Option<f64>| bits.map(|bits| bits * 2.0_f64.log10());
        match measure {
            "expected" => table.expected(),
            "pmi" => table.pmi(),
            "npmi" => table.npmi(),
            "mi3" => table.mi3(),
            "log10_mi" => of_ten(table.pmi()),
            "log10_mi3" => of_ten(table.mi3()),
            "dice" => table.dice(),
            "log_dice" => table.log_dice(),
            "g2" => table.g2(),
            "chi2" => table.chi2(),
            "t_score" => table.t_score(),
            "z_score" => table.z_score(),
            "delta_p_b_given_a" => table.delta_p_b_given_a(),
            "delta_p_a_given_b" => table.delta_p_a_given_b(),
            other => panic!("no measure is called {other}"),
        }
    });
}

#[test]
fn measures_of_keyness_meet_their_known_values() {
    facts(include_str!("data/keyness.tsv"), 56, |measure, field| {
        let keyness = Keyness {
            group: count(field("group")),
            rest: count(field("rest")),
            group_size: count(field("group_size")),
            rest_size: count(field("rest_size")),
        };
        match measure {
            "g2" => keyness.g2(),
            "chi2" => keyness.table().chi2(),
            "log_ratio" => keyness.log_ratio(),
            "log_ratio_conservative" => keyness.log_ratio_conservative(count(field("tested")), number(field("alpha"))),
            other => panic!("no measure is called {other}"),
        }
    });
}

/// `counts` are count/size of each part.
#[test]
fn measures_of_dispersion_meet_their_known_values() {
    facts(include_str!("data/dispersion.tsv"), 10, |measure, field| {
        let part = |part: &str| part.split_once('/').map(|(n, size)| (count(n), count(size))).expect("count/size");
        let parts: Vec<(u64, u64)> = field("counts").split(' ').map(part).collect();
        let held: Vec<(u64, u64)> = parts.iter().copied().filter(|(n, _)| *n > 0).collect();
        let (f, all) = (parts.iter().map(|part| part.0).sum(), parts.iter().map(|part| part.1).sum());
        let mut spread = Spread::default();
        held.iter().for_each(|(n, size)| spread.add(*n, f, *size, all));
        match measure {
            "dp" => spread.dp(f, all),
            "dp_norm" => spread.dp_norm(f, all, parts.iter().map(|part| part.1).min()?),
            "juilland_d" => juilland_d(held.iter().copied(), parts.len()),
            "juilland_u" => juilland_d(held.iter().copied(), parts.len()).map(|d| d * f as f64),
            other => panic!("no measure is called {other}"),
        }
    });
}

/// Computes each of the `lines` of a table and compares it with its value. `found` is told the measure and can ask for a field.
#[track_caller]
fn facts<'t>(table: &'t str, lines: usize, found: impl Fn(&'t str, &dyn Fn(&str) -> &'t str) -> Option<f64>) {
    let mut rows = table.lines();
    let head: Vec<&str> = rows.next().expect("a table has a head").split('\t').collect();
    let mut wrong = Vec::new();
    let mut seen = 0;
    for row in rows {
        let fields: Vec<&str> = row.split('\t').collect();
        let field = |name: &str| fields[head.iter().position(|column| *column == name).expect("a column of the table")];
        let known = number(field("value"));
        let within = match field("decimals") {
            "full" => 1e-9 * known.abs(),
            decimals => 0.5 * 10.0_f64.powi(-decimals.parse::<i32>().expect("decimals are a whole number or `full`")),
        };
        let value = found(field("measure"), &field);
        if !value.is_some_and(|value| (value - known).abs() <= within) {
            wrong.push(format!("{row}: found {value:?}"));
        }
        seen += 1;
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(seen, lines, "the table has another number of facts");
}

fn count(text: &str) -> u64 {
    text.parse().expect("a count is a whole number")
}

fn number(text: &str) -> f64 {
    text.parse().expect("a value is a number")
}
