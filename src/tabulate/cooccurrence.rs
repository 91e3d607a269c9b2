//! cooccurrence: which terms occur together, in three units, and how far from chance that is.

use super::Source;
use super::table::{Cells, Fill, Spec, Values, field};
use crate::measure::formulas::contingency::Table;
use crate::measure::pairs::Together;

pub const SPEC: Spec = Spec {
    name: "cooccurrence",
    title: "Term co-occurrence",
    about: "One row a unit and unordered pair of different terms, for the [measure] pair_terms most frequent terms with at least pair_term_min_n \
            occurrences; pairs with n_ab below pair_min_n are left out. Terms are as in terms.csv: a phrase takes one place, stop words and numbers \
            keep theirs.",
    columns: &[
        field("unit", "window: at most [measure] window places apart in one sentence; sentence; article"),
        field("term_a", "the term that is first in byte order"),
        field("term_b", "the other term"),
        field("n_ab", "units that hold both; in windows each two occurrences within reach count once"),
        field("n_a", "units that hold term_a; for windows: (token, neighbour) places whose token is term_a"),
        field("n_b", "the same for term_b"),
        field(
            "n_units",
            "N: all sentences with a word in them, or all articles; for windows all (token, neighbour) places",
        ),
        field("expected", "E = n_a * n_b / n_units"),
        field("pmi_log2", "log2(n_ab / E) (Church & Hanks 1990)"),
        field("npmi", "pmi_log2 / -log2(n_ab / n_units), from -1 to 1; empty where every unit has both (Bouma 2009)"),
        field("log_dice", "14 + log2(2 * n_ab / (n_a + n_b)), at most 14 (Rychly 2008)"),
        field(
            "g2",
            "log-likelihood ratio over all four cells, 2 * sum O * ln(O / E), natural logarithm, no correction; negative where n_ab < E (Dunning 1993)",
        ),
        field("t_score", "(n_ab - E) / sqrt(n_ab) (Church et al. 1991)"),
        field(
            "delta_p_b_given_a",
            "n_ab / n_a - (n_b - n_ab) / (n_units - n_a); empty where every unit has term_a (Gries 2013)",
        ),
        field("delta_p_a_given_b", "n_ab / n_b - (n_a - n_ab) / (n_units - n_b)"),
    ],
    thresholds: &[],
    order: &[("_unit", false), ("n_ab", true), ("term_a", false), ("term_b", false)],
    parts: Some("unit"),
    fill: Fill::Whole(fill),
};

struct Row<'s> {
    unit: Together,
    a: &'s str,
    b: &'s str,
    table: Table,
}

fn fill(source: &Source<'_>) -> Cells {
    let rows = rows(source);
    let float = |value: fn(Table) -> Option<f64>| Values::Float(rows.iter().map(|row| value(row.table)).collect());
    let count = |value: fn(Table) -> u64| Values::counts(rows.iter().map(|row| value(row.table)));
    let columns = vec![
        Values::texts(rows.iter().map(|row| row.unit.name())),
        Values::texts(rows.iter().map(|row| row.a)),
        Values::texts(rows.iter().map(|row| row.b)),
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
        float(Table::delta_p_a_given_b),
    ];
    Cells { columns, hidden: vec![("_unit", rows.iter().map(|row| row.unit as u64).collect())] }
}

fn rows<'s>(source: &'s Source<'_>) -> Vec<Row<'s>> {
    let terms = &source.measures.terms;
    let shown = |number: u32| &terms.shown[terms.admitted[number as usize] as usize];
    let mut rows = Vec::new();
    for unit in Together::ALL {
        let tally = terms.pairs.of(unit);
        let pairs = tally.both.at_least(source.config.measure.pair_min_n);
        rows.extend(pairs.into_iter().map(|(a, b)| {
            let (first, second) = if shown(a) <= shown(b) { (a, b) } else { (b, a) };
            let table = tally.table(a, b);
            let table = if first == a { table } else { Table { a: table.b, b: table.a, ..table } };
            Row { unit, a: shown(first), b: shown(second), table }
        }));
    }
    rows
}
