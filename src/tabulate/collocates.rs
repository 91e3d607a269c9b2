//! collocates: which terms stand left and right of a node.

use super::association::{N, delta_p, expected, log_dice, npmi, pmi, t_score};
use super::table::{Cells, Fill, Parts, Spec, Values, field, threshold};
use super::{Source, association};
use crate::base::problem::Problem;
use crate::measure::collocates::{Collocate, collocates};
use crate::measure::nodes::Node;

const PLACES: &str = "places";

pub const SPEC: Spec = Spec {
    name: "collocates",
    title: "Neighbours of nodes",
    about: "One row a node (a term or an actor) and term that stands within [measure] window places of it in the same sentence. A term or phrase takes \
            one place, and so does each other word; the places of the node's own mentions are left out of all counts.",
    columns: &[
        field("kind", "what the node is: actor or term"),
        field("node", "actor_id, or the term as in terms.csv"),
        field("term", "the neighbour, as in terms.csv"),
        field("n_left", "occurrences left of the node").unit(PLACES),
        field("n_right", "occurrences right of it; what lies between two mentions is on both sides").unit(PLACES),
        field("n_ab", "occurrences on either side, each once").unit(PLACES),
        field("n_a", "places within reach of the node, each once").unit(PLACES).source("Evert 2008"),
        field("n_b", "all occurrences of the neighbour outside the node").unit(PLACES),
        field("n_units", "N: all places outside the node").unit(PLACES),
        expected("E: how many would be within reach by chance alone", PLACES),
        pmi("how many times as often as by chance, as a power of two"),
        npmi("the same on a scale: −1 never, 0 as by chance, 1 only together", "where every place has both"),
        log_dice("how much of their places the reach and the neighbour share; comparable between corpora"),
        field(
            "g2",
            "how far from chance: log-likelihood ratio, negative where the two are near less often than by chance",
        )
        .formula("2 · Σ O · ln(O / E) over the four cells (in reach or not, the neighbour or not), with 0 · ln 0 = 0")
        .base("e")
        .of(N)
        .correction("none")
        .source("Dunning 1993"),
        t_score("how sure it is that the two attract each other"),
        delta_p(
            "delta_p",
            "how much likelier the neighbour is within reach than elsewhere",
            "where all places are within reach",
        ),
    ],
    thresholds: &[
        threshold("measure.window", "places to each side"),
        threshold("measure.nodes.terms", "terms that are nodes"),
        threshold("measure.nodes.actors", "actors that are nodes"),
        threshold("measure.nodes.top_actors", "and so many of the most mentioned actors"),
        threshold("measure.nodes.min_n", "neighbours that are near less often are left out").counted("row", |source| {
            let rare = |n: u64| n > 0 && n < source.config.measure.nodes.min_n;
            Some(by_node(source, rare)?.into_iter().sum::<usize>() as u64)
        }),
        threshold("tabulate.key_rows", "rows of a node at most, by g2").counted("row", |source| {
            let rows = by_node(source, |n| n >= source.config.measure.nodes.min_n)?;
            Some(rows.into_iter().map(|rows| rows.saturating_sub(source.config.tabulate.key_rows) as u64).sum())
        }),
    ],
    order: &[],
    parts: Some("node"),
    // At least one: a table without parts would not be shown to have no rows.
    fill: Fill::Parts(|source| Parts::of(source.measures.nodes.all.len().max(1), |part| fill(source, part))),
};

/// By node: of how many terms `counts` says yes to how often they are near; `None` if they cannot be loaded.
fn by_node(source: &Source<'_>, counts: impl Fn(u64) -> bool) -> Option<Vec<usize>> {
    let surface = &source.measures.terms.surface;
    let of_node = |node| {
        let near = surface.near_node(node, source.reading.spill).ok()?;
        Some(near.iter().filter(|(_, near)| counts(near.both)).count())
    };
    (0..surface.nodes.len()).map(of_node).collect()
}

/// What a node is called: its kind, and its id or term.
pub(super) fn name<'s>(node: Node, source: &'s Source<'_>) -> (&'static str, &'s str) {
    match node {
        Node::Actor(actor) => ("actor", source.measures.cast.id(actor)),
        Node::Term(term) => ("term", &source.measures.terms.shown[term as usize]),
    }
}

/// The neighbours of the node number `at`.
fn fill(source: &Source<'_>, at: usize) -> Result<Cells, Problem> {
    let terms = &source.measures.terms;
    let (min_n, most) = (source.config.measure.nodes.min_n, source.config.tabulate.key_rows);
    let (mut rows, mut called) = (Vec::new(), ("", ""));
    if let Some(node) = source.measures.nodes.all.get(at) {
        let near = terms.surface.near_node(at, source.reading.spill)?;
        rows = collocates(&terms.surface, at, &near, &terms.tally.counts, &terms.shown, min_n, most);
        called = name(*node, source);
    }
    let count = |value: fn(&Collocate) -> u64| Values::counts(rows.iter().map(value));
    let mut columns = vec![
        Values::texts(rows.iter().map(|_| called.0)),
        Values::texts(rows.iter().map(|_| called.1)),
        Values::texts(rows.iter().map(|row| &terms.shown[row.term as usize])),
        count(|row| row.near.left),
        count(|row| row.near.right),
    ];
    columns.extend(association::cells(rows.iter().map(|row| row.table)));
    Ok(columns.into())
}
