//! dispersion: how evenly terms are spread over articles, outlets and months.

use super::Source;
use super::parts::{MOST, cut};
use super::table::{Cells, Fill, Parts, Spec, Values, field, threshold};
use crate::measure::dispersed::{Dispersed, Over};

pub const SPEC: Spec = Spec {
    name: "dispersion",
    title: "Dispersion of terms",
    about: "One row a kind of part (articles, outlets, months) and term. Articles without an outlet or month are left out of that kind. Terms that \
            occur less than [tabulate] by_min_n times in the corpus are left out.",
    columns: &[
        field("over", "what the parts are: articles, outlets or months"),
        field("term", "as in terms.csv"),
        field("n", "occurrences in the parts").unit("occurrences"),
        field("parts", "how many parts there are").unit("parts"),
        field("range", "parts that hold it").unit("parts"),
        field("range_pct", "share of the parts that hold it").formula("range / parts · 100").unit("%").of("parts"),
        field("dp", "how unevenly it is spread: 0 as the parts are large, towards 1 all in a small one")
            .formula("½ · Σ |n in part / n − tokens of part / tokens of all parts|")
            .unit("0 to 1")
            .of("parts")
            .empty("for one part")
            .source("Gries 2008"),
        field("dp_norm", "the same so that 1 can be reached")
            .formula("dp / (1 − share of the smallest part)")
            .unit("0 to 1")
            .of("parts")
            .empty("for one part")
            .source("Lijffijt & Gries 2012"),
        field("juilland_d", "how evenly it is spread: 1 equally often in each part, 0 all in one")
            .formula("1 − sd / mean / √(parts − 1) of n in part / tokens of part, with the sd of a population")
            .unit("0 to 1")
            .of("parts")
            .correction("none; tools with the sd of a sample give less")
            .empty("for one part")
            .source("Juilland & Chang-Rodríguez 1964"),
    ],
    thresholds: &[threshold("tabulate.by_min_n", "terms that occur less often in the corpus are left out").counted(
        "term",
        |source| {
            let counts = source.measures.terms.tally.counts.iter();
            Some(counts.filter(|count| count.n > 0 && count.n < source.config.tabulate.by_min_n).count() as u64)
        },
    )],
    // By over, n from the largest, term.
    order: &[],
    parts: Some("over"),
    fill: Fill::Parts(parts),
};

/// Each kind of part by itself, in the order of their names.
const OVER: [Over; 3] = [Over::Articles, Over::Months, Over::Outlets];

fn parts<'s>(source: &'s Source<'_>) -> Parts<'s> {
    let all = &source.measures.terms.tally.dispersed;
    let groups = OVER.map(|over| {
        let rows: Vec<&Dispersed> = all.iter().filter(|row| row.over == over).collect();
        let order = source.alphabet().by_count(rows.iter().map(|row| (row.n, row.thing)));
        order.into_iter().map(|at| rows[at as usize]).collect::<Vec<_>>()
    });
    let parts = cut(groups.iter().map(Vec::len), MOST);
    let count = parts.len();
    let fill = move |part: usize| {
        let (group, range) = parts[part].clone();
        Ok(cells(OVER[group], &groups[group][range], source))
    };
    Parts::of(count, fill)
}

fn cells(over: Over, rows: &[&Dispersed], source: &Source<'_>) -> Cells {
    let count = |value: fn(&Dispersed) -> u64| Values::counts(rows.iter().copied().map(value));
    let float = |value: fn(&Dispersed) -> Option<f64>| Values::Float(rows.iter().copied().map(value).collect());
    vec![
        Values::same(Some(over.name()), rows.len()),
        source.alphabet().texts(rows.iter().map(|row| row.thing)),
        count(|row| row.n),
        count(Dispersed::parts),
        count(Dispersed::range),
        float(|row| Some(row.range() as f64 * 100.0 / row.parts() as f64)),
        float(Dispersed::dp),
        float(Dispersed::dp_norm),
        float(Dispersed::juilland_d),
    ]
    .into()
}
