//! dispersion: how evenly terms are spread over articles, outlets and months.

use super::Source;
use super::table::{Cells, Fill, Spec, Values, field, threshold};
use crate::measure::dispersed::Dispersed;

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
    order: &[("over", false), ("n", true), ("term", false)],
    parts: Some("over"),
    fill: Fill::Whole(fill),
};

fn fill(source: &Source<'_>) -> Cells {
    let terms = &source.measures.terms;
    let rows = &terms.tally.dispersed;
    let count = |value: fn(&Dispersed) -> u64| Values::counts(rows.iter().map(value));
    let float = |value: fn(&Dispersed) -> Option<f64>| Values::Float(rows.iter().map(value).collect());
    vec![
        Values::texts(rows.iter().map(|row| row.over.name())),
        Values::texts(rows.iter().map(|row| &terms.shown[row.thing as usize])),
        count(|row| row.n),
        count(|row| row.parts),
        count(|row| row.range),
        float(|row| Some(row.range as f64 * 100.0 / row.parts as f64)),
        float(|row| row.dp),
        float(|row| row.dp_norm),
        float(|row| row.juilland_d),
    ]
    .into()
}
