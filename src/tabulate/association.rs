//! The measures of two things in one 2x2 table, as columns of n_ab, n_a, n_b and n_units; each table says what they mean in it.

use super::table::{Field, Values, field};
use crate::measure::formulas::contingency::Table;

pub const N: &str = "N = n_units";

pub const fn expected(meaning: &'static str, unit: &'static str) -> Field {
    field("expected", meaning).formula("n_a · n_b / N").unit(unit).of(N)
}

pub const fn pmi(meaning: &'static str) -> Field {
    measure("pmi_log2", meaning, "log2(n_ab / E)", "bits").base("2").source("Church & Hanks 1990")
}

pub const fn npmi(meaning: &'static str, empty: &'static str) -> Field {
    measure("npmi", meaning, "pmi_log2 / −log2(n_ab / N)", "−1 to 1").base("2").empty(empty).source("Bouma 2009")
}

pub const fn log_dice(meaning: &'static str) -> Field {
    measure("log_dice", meaning, "14 + log2(2 · n_ab / (n_a + n_b))", "at most 14")
        .base("2")
        .of("none: it does not depend on N")
        .source("Rychlý 2008")
}

pub const fn t_score(meaning: &'static str) -> Field {
    measure("t_score", meaning, "(n_ab − E) / √n_ab", "standard errors").source("Church et al. 1991")
}

/// How much likelier b is with a than without, under the name that the table gives it.
pub const fn delta_p(name: &'static str, meaning: &'static str, empty: &'static str) -> Field {
    measure(name, meaning, "n_ab / n_a − (n_b − n_ab) / (N − n_a)", "−1 to 1").empty(empty).source("Gries 2013")
}

/// The cells of n_ab, n_a, n_b and n_units, and of the measures up to delta P of b given a, in the order that all tables have.
pub fn cells(tables: impl Iterator<Item = Table> + Clone) -> [Values; 11] {
    let count = |value: fn(Table) -> u64| Values::counts(tables.clone().map(value));
    let float = |value: fn(Table) -> Option<f64>| floats(tables.clone(), value);
    [
        count(|table| table.both),
        count(|table| table.a),
        count(|table| table.b),
        count(|table| table.all),
        float(Table::expected),
        float(Table::pmi),
        float(Table::npmi),
        float(Table::log_dice),
        float(Table::g2),
        float(Table::t_score),
        float(Table::delta_p_b_given_a),
    ]
}

/// The cells of one measure.
pub fn floats(tables: impl Iterator<Item = Table>, value: fn(Table) -> Option<f64>) -> Values {
    Values::Float(tables.map(value).collect())
}

const fn measure(name: &'static str, meaning: &'static str, formula: &'static str, unit: &'static str) -> Field {
    field(name, meaning).formula(formula).unit(unit).of(N).correction("none")
}
