//! cooccurrence: which terms occur together, in three units, and how far from chance that is.

use super::Source;
use super::association::{N, delta_p, expected, log_dice, npmi, pmi, t_score};
use super::table::{Cells, Fill, Spec, Values, field, threshold};
use crate::measure::formulas::contingency::Table;
use crate::measure::pairs::Together;
use crate::measure::terms::Terms;

const UNITS: &str = "units";

pub const SPEC: Spec = Spec {
    name: "cooccurrence",
    title: "Term co-occurrence",
    about: "One row a unit and unordered pair of different terms, for the [measure] pair_terms most frequent terms with at least pair_term_min_n \
            occurrences; pairs with n_ab below pair_min_n are left out. Terms are as in terms.csv: a phrase takes one place, stop words and numbers \
            keep theirs.",
    columns: &[
        field("unit", "window: at most [measure] window places apart in one sentence; sentence; article")
            .source("Evert 2008"),
        field("term_a", "the term that is first in byte order"),
        field("term_b", "the other term"),
        field("n_ab", "units that hold both; in windows each two occurrences within reach count once").unit(UNITS),
        field("n_a", "units that hold term_a; for windows the places whose token is term_a").unit(UNITS),
        field("n_b", "the same for term_b").unit(UNITS),
        field("n_units", "N: all sentences with a word in them, or all articles; for windows all places").unit(UNITS),
        expected("E: how many units would hold both by chance alone", UNITS),
        pmi("how far the two attract each other: how many times as often as by chance, as a power of two"),
        npmi("the same on a scale: −1 never together, 0 as by chance, 1 only together", "where every unit has both"),
        log_dice("how much the two share of their occurrences; comparable between corpora"),
        field(
            "g2",
            "how far from chance: log-likelihood ratio, negative where the two are together less than by chance",
        )
        .formula("2 · Σ O · ln(O / E) over the four cells of the 2×2 table, with 0 · ln 0 = 0; − where n_ab < E")
        .base("e")
        .unit("χ² with 1 degree of freedom, signed")
        .of(N)
        .correction("none")
        .source("Dunning 1993"),
        t_score("how sure it is that the two are together more than by chance; ranks frequent pairs first"),
        delta_p("delta_p_b_given_a", "how much likelier term_b is in a unit with term_a than in one without", "where every unit has term_a"),
        field("delta_p_a_given_b", "how much likelier term_a is in a unit with term_b than in one without")
            .formula("n_ab / n_b − (n_a − n_ab) / (N − n_b)")
            .unit("−1 to 1")
            .of(N)
            .correction("none")
            .empty("where every unit has term_b")
            .source("Gries 2013"),
        field("mi3", "pmi_log2 that prefers frequent pairs; there if [measure] more_measures asks for it")
            .formula("log2(n_ab³ / E)")
            .base("2")
            .unit("bits")
            .of(N)
            .correction("none")
            .source("Daille 1994"),
        field("chi2", "how far from chance, by Pearson; negative where the two are together less than by chance; there if asked for")
            .formula("N · (O11 · O22 − O12 · O21)² / (n_a · n_b · (N − n_a) · (N − n_b)), signed")
            .unit("χ² with 1 degree of freedom, signed")
            .of(N)
            .correction("none (Yates is not applied)")
            .empty("where every unit or none has one of them")
            .source("Evert 2008"),
        field("dice", "the share of their occurrences that the two have in common; there if asked for")
            .formula("2 · n_ab / (n_a + n_b)")
            .unit("0 to 1")
            .of("none: it does not depend on N")
            .correction("none")
            .source("Dice 1945"),
        field("z_score", "how many standard deviations from chance, by a normal approximation; there if asked for")
            .formula("(n_ab − E) / √E")
            .unit("standard deviations")
            .of(N)
            .correction("none")
            .source("Evert 2008"),
    ],
    thresholds: &[
        threshold("measure.pair_term_min_n", "pairs of a term that occurs less often are not counted")
            .counted("term", |source| Some(rare(source))),
        threshold(
            "measure.pair_terms",
            "of the terms that are left, pairs of more than so many are not counted, the most frequent first",
        )
        .counted("term", |source| {
            let terms = &source.measures.terms;
            let all = terms.tally.counts.iter().filter(|count| count.n > 0).count() as u64;
            Some(all.saturating_sub(rare(source) + terms.admitted.len() as u64))
        }),
        threshold("measure.pair_min_n", "a pair with a smaller n_ab is no row")
            .counted("row", |source| Some(below(source))),
        threshold("measure.window", "how many places apart two terms of a window may be"),
        threshold("measure.more_measures", "further columns"),
    ],
    order: &[("_unit", false), ("n_ab", true), ("term_a", false), ("term_b", false)],
    parts: Some("unit"),
    fill: Fill::Whole(fill),
};

/// A pair, the term that is first in byte order first. Small, since there can be millions: what is counted of it is looked up.
struct Row {
    unit: Together,
    a: u32,
    b: u32,
}

fn fill(source: &Source<'_>) -> Cells {
    let (terms, rows) = (&source.measures.terms, rows(source));
    let table = |row: &Row| terms.pairs.of(row.unit).table(row.a, row.b);
    let float = |value: fn(Table) -> Option<f64>| Values::Float(rows.iter().map(|row| value(table(row))).collect());
    let count = |value: fn(Table) -> u64| Values::counts(rows.iter().map(|row| value(table(row))));
    let more = |name: &str, value: fn(Table) -> Option<f64>| {
        let asked = source.config.measure.more_measures.iter().any(|asked| asked == name);
        if asked { float(value) } else { Values::Absent }
    };
    let columns = vec![
        Values::texts(rows.iter().map(|row| row.unit.name())),
        Values::texts(rows.iter().map(|row| shown(row.a, terms))),
        Values::texts(rows.iter().map(|row| shown(row.b, terms))),
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
        more("mi3", Table::mi3),
        more("chi2", Table::chi2),
        more("dice", Table::dice),
        more("z_score", Table::z_score),
    ];
    Cells { columns, hidden: vec![("_unit", rows.iter().map(|row| row.unit as u64).collect())] }
}

fn rows(source: &Source<'_>) -> Vec<Row> {
    let terms = &source.measures.terms;
    let mut rows = Vec::new();
    for unit in Together::ALL {
        let pairs = terms.pairs.of(unit).both.at_least(source.config.measure.pair_min_n);
        rows.extend(pairs.into_iter().map(|(a, b)| {
            let (a, b) = if shown(a, terms) <= shown(b, terms) { (a, b) } else { (b, a) };
            Row { unit, a, b }
        }));
    }
    rows
}

/// The text of a term with a number in the pairs.
fn shown(number: u32, terms: &Terms) -> &str {
    &terms.shown[terms.paired(number) as usize]
}

/// Terms too rare for pairs.
fn rare(source: &Source<'_>) -> u64 {
    let min_n = source.config.measure.pair_term_min_n;
    source.measures.terms.tally.counts.iter().filter(|count| count.n > 0 && count.n < min_n).count() as u64
}

/// Pairs that occur, but too seldom for a row.
fn below(source: &Source<'_>) -> u64 {
    let rows = |unit: Together, min_n: u64| source.measures.terms.pairs.of(unit).both.at_least(min_n).len() as u64;
    let below = |unit| rows(unit, 1) - rows(unit, source.config.measure.pair_min_n);
    Together::ALL.into_iter().map(below).sum()
}
