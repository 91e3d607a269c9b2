//! cooccurrence: which terms occur together, in three units, and how far from chance that is.

use super::association::{N, delta_p, expected, log_dice, npmi, pmi, t_score};
use super::parts::{MOST, cut};
use super::table::{Cells, Fill, Parts, Spec, Values, field, threshold};
use super::{Source, association};
use crate::measure::formulas::contingency::Table;
use crate::measure::pairs::Together;

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
    // By unit, n_ab from the largest, term_a, term_b.
    order: &[],
    parts: Some("unit"),
    fill: Fill::Parts(parts),
};

/// The pairs of the terms that the chart chooses from, for the chart alone.
pub const DRAWN: Spec = Spec {
    name: "cooccurrence_drawn",
    title: "",
    about: "Pairs of the most frequent terms in sentences.",
    columns: &[
        field("term_a", "the term that is first in byte order"),
        field("term_b", "the other term"),
        field("npmi", "as in cooccurrence.csv"),
    ],
    thresholds: &[],
    // By term_a, term_b.
    order: &[],
    parts: None,
    fill: Fill::Whole(drawn),
};

fn parts<'s>(source: &'s Source<'_>) -> Parts<'s> {
    let terms = &source.measures.terms;
    // By place in the alphabet of the terms that have pairs: their numbers there.
    let mut numbers: Vec<u32> = (0..).take(terms.admitted.len()).collect();
    numbers.sort_unstable_by_key(|number| source.alphabet().place(terms.paired(*number)));
    let units = Together::ALL.map(|unit| keys(source, unit, &numbers));
    let parts = cut(units.iter().map(Vec::len), MOST);
    let count = parts.len();
    let fill = move |part: usize| {
        let (unit, range) = parts[part].clone();
        // Masking is meant: the two places.
        let pair = |key: &u128| (numbers[(key >> 32) as u32 as usize], numbers[*key as u32 as usize]);
        Ok(cells(source, Together::ALL[unit], &units[unit][range].iter().map(pair).collect::<Vec<_>>()))
    };
    Parts::of(count, fill)
}

/// The pairs of a unit in the order of the table, each as one number: how often, from the highest, and the places of the two
/// terms. There can be millions, and they are sorted several times as fast as rows of cells.
fn keys(source: &Source<'_>, unit: Together, numbers: &[u32]) -> Vec<u128> {
    let mut places = vec![0; numbers.len()];
    (0_u32..).zip(numbers).for_each(|(place, number)| places[*number as usize] = place);
    let both = &source.measures.terms.pairs.of(unit).both;
    let key = |(a, b): (u32, u32)| {
        let [one, other] = [a, b].map(|number| places[number as usize]);
        let [first, second] = [one.min(other), one.max(other)].map(u128::from);
        u128::from(!both.get(a, b)) << 64 | first << 32 | second
    };
    let mut keys: Vec<u128> = both.at_least(source.config.measure.pair_min_n).into_iter().map(key).collect();
    keys.sort_unstable();
    keys
}

/// The cells of pairs by their numbers, the term that is first in byte order first.
fn cells(source: &Source<'_>, unit: Together, pairs: &[(u32, u32)]) -> Cells {
    let terms = &source.measures.terms;
    let tables: Vec<Table> = pairs.iter().map(|(a, b)| terms.pairs.of(unit).table(*a, *b)).collect();
    let more = |name: &str, value: fn(Table) -> Option<f64>| {
        let asked = source.config.measure.more_measures.iter().any(|asked| asked == name);
        if asked { association::floats(tables.iter().copied(), value) } else { Values::Absent }
    };
    let names = [
        Values::same(Some(unit.name()), pairs.len()),
        source.alphabet().texts(pairs.iter().map(|pair| terms.paired(pair.0))),
        source.alphabet().texts(pairs.iter().map(|pair| terms.paired(pair.1))),
    ];
    let others = [
        association::floats(tables.iter().copied(), Table::delta_p_a_given_b),
        more("mi3", Table::mi3),
        more("chi2", Table::chi2),
        more("dice", Table::dice),
        more("z_score", Table::z_score),
    ];
    let columns: Vec<Values> =
        names.into_iter().chain(association::cells(tables.iter().copied())).chain(others).collect();
    columns.into()
}

/// The pairs among twice as many terms as the chart has rows, which is what it chooses from.
fn drawn(source: &Source<'_>) -> Cells {
    let (terms, alphabet) = (&source.measures.terms, source.alphabet());
    let n = |term: &u32| (terms.tally.counts[*term as usize].n, *term);
    let mut top = alphabet.first_by_count(terms.admitted.iter().map(n), 2 * source.config.write.chart_rows);
    top.sort_unstable_by_key(|number| alphabet.place(terms.paired(*number)));
    let pairs = top.iter().enumerate().flat_map(|(at, a)| top[at + 1..].iter().map(move |b| (*a, *b)));
    let sentences = terms.pairs.of(Together::Sentence);
    let enough = |pair: &(u32, u32)| sentences.both.get(pair.0, pair.1) >= source.config.measure.pair_min_n.max(1);
    let pairs: Vec<(u32, u32)> = pairs.filter(enough).collect();
    vec![
        alphabet.texts(pairs.iter().map(|pair| terms.paired(pair.0))),
        alphabet.texts(pairs.iter().map(|pair| terms.paired(pair.1))),
        Values::Float(pairs.iter().map(|(a, b)| sentences.table(*a, *b).npmi()).collect()),
    ]
    .into()
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
