//! actor_network and term_network, each with its edges: who and what stands out as occurring together.

use super::Source;
use super::table::{Cells, Field, Fill, Spec, Threshold, Values, field, threshold};
use crate::measure::network::{Edge, Network, Node};

const COMMUNITY: Field =
    field("community", "number of its community, 0 for the largest: things that occur together more than with others")
        .formula("Leiden, modularity with resolution 1, weights as in the table of edges")
        .of("the network as drawn")
        .source("Traag et al. 2019");
const DEGREE: Field = field("degree", "its edges in the network").unit("edges");
const STRENGTH: Field = field("strength", "the sum of their weights").unit("sentences");
const BETWEENNESS: Field =
    field("betweenness", "share of the shortest ways between two others that lead through it; each edge is one step")
        .formula("Σ over pairs s, t of shortest ways s–t through it / all shortest ways s–t, / ((n − 1) · (n − 2) / 2)")
        .unit("0 to 1")
        .of("n = nodes of the network")
        .source("Freeman 1977; Brandes 2001");
const X: Field = field("x", "where it stands in the chart, from the left: 0 to 1")
    .formula("force-directed layout, the same for equal edges")
    .unit("0 to 1")
    .source("Fruchterman & Reingold 1991");
const Y: Field = field("y", "and from the top").formula("as x").unit("0 to 1").source("Fruchterman & Reingold 1991");
const WEIGHT: Field = field("sentences", "sentences that hold both: the weight of the edge").unit("sentences");
const ALPHA: Field = field("alpha", "the chance of so heavy an edge if the weight of a thing were dealt out at random among its pairs, at the end where it is smaller")
    .formula("(1 − share)^(k − 1), k pairs of the thing; 1 where k is 1")
    .unit("probability")
    .chance()
    .of("all pairs of the thing, before the filter")
    .correction("none")
    .source("Serrano et al. 2009");

const NODES_OF_ACTORS: &str = "One row an actor in the network of those who are mentioned in the same sentences. Of all pairs those stay that stand out by the \
    disparity filter at one of their ends, and of the actors in them the most_nodes of greatest strength that still have an edge.";
const NODES_OF_TERMS: &str = "One row a term in the network of those that occur in the same sentences, made of all pairs of the terms that cooccurrence.csv has, however rare. Of these \
    those stay that stand out by the disparity filter at one of their ends, and of the terms in them the most_nodes of greatest strength that still have an edge.";

pub const ACTORS: Spec = Spec {
    name: "actor_network",
    title: "Network of actors",
    about: NODES_OF_ACTORS,
    columns: &[
        field("actor_id", "as in actors.csv"),
        field("name", "as in actors.csv"),
        field("type", "person, organization, state or place"),
        field("mentions", "mentions in all forms but adjectives").unit("mentions"),
        COMMUNITY,
        DEGREE,
        STRENGTH,
        BETWEENNESS,
        X,
        Y,
    ],
    thresholds: &OF_ACTORS,
    order: &[("community", false), ("strength", true), ("actor_id", false)],
    parts: None,
    fill: Fill::Whole(actors),
};

pub const ACTOR_EDGES: Spec = Spec {
    name: "actor_network_edges",
    title: "Edges of the network of actors",
    about: "One row an edge of the network of actors.",
    columns: &[
        field("actor_a", "the actor_id that is first in byte order"),
        field("actor_b", "the other actor_id"),
        WEIGHT,
        ALPHA,
    ],
    thresholds: &OF_ACTOR_EDGES,
    order: &[("sentences", true), ("actor_a", false), ("actor_b", false)],
    parts: None,
    fill: Fill::Whole(|source| edges(&source.measures.actor_network, |actor| source.measures.cast.id(actor))),
};

pub const TERMS: Spec = Spec {
    name: "term_network",
    title: "Network of terms",
    about: NODES_OF_TERMS,
    columns: &[
        field("term", "as in terms.csv"),
        field("n", "occurrences").unit("occurrences"),
        COMMUNITY,
        DEGREE,
        STRENGTH,
        BETWEENNESS,
        X,
        Y,
    ],
    thresholds: &OF_TERMS,
    order: &[("community", false), ("strength", true), ("term", false)],
    parts: None,
    fill: Fill::Whole(terms),
};

pub const TERM_EDGES: Spec = Spec {
    name: "term_network_edges",
    title: "Edges of the network of terms",
    about: "One row an edge of the network of terms.",
    columns: &[
        field("term_a", "the term that is first in byte order"),
        field("term_b", "the other term"),
        WEIGHT,
        ALPHA,
    ],
    thresholds: &OF_TERM_EDGES,
    order: &[("sentences", true), ("term_a", false), ("term_b", false)],
    parts: None,
    fill: Fill::Whole(|source| {
        edges(&source.measures.term_network, |number| {
            &source.measures.terms.shown[source.measures.terms.paired(number) as usize]
        })
    }),
};

const SIGNIFICANCE: Threshold =
    threshold("measure.network.significance", "pairs whose alpha is not below it are no edges");
const MOST_NODES: Threshold =
    threshold("measure.network.most_nodes", "nodes at most, the strongest; what has no edge with them is left out");

/// What the thresholds left out of the network of a run: pairs that do not stand out, things, and edges of these.
fn left_out(network: &Network) -> [u64; 3] {
    let (edges, nodes) = (network.edges.len(), network.nodes.len());
    [network.pairs - network.standing_out, network.linked - nodes, network.standing_out - edges].map(|n| n as u64)
}

const OF_ACTORS: [Threshold; 2] = [
    SIGNIFICANCE.counted("pair", |source| Some(left_out(&source.measures.actor_network)[0])),
    MOST_NODES.counted("actor", |source| Some(left_out(&source.measures.actor_network)[1])),
];
const OF_ACTOR_EDGES: [Threshold; 2] = [
    SIGNIFICANCE.counted("pair", |source| Some(left_out(&source.measures.actor_network)[0])),
    MOST_NODES.counted("edge", |source| Some(left_out(&source.measures.actor_network)[2])),
];
const PAIRED: [Threshold; 2] = [
    threshold("measure.pair_terms", "so many of the most frequent terms can be nodes"),
    threshold("measure.pair_term_min_n", "and no rarer ones"),
];
const OF_TERMS: [Threshold; 4] = [
    PAIRED[0],
    PAIRED[1],
    SIGNIFICANCE.counted("pair", |source| Some(left_out(&source.measures.term_network)[0])),
    MOST_NODES.counted("term", |source| Some(left_out(&source.measures.term_network)[1])),
];
const OF_TERM_EDGES: [Threshold; 4] = [
    PAIRED[0],
    PAIRED[1],
    SIGNIFICANCE.counted("pair", |source| Some(left_out(&source.measures.term_network)[0])),
    MOST_NODES.counted("edge", |source| Some(left_out(&source.measures.term_network)[2])),
];

fn actors(source: &Source<'_>) -> Cells {
    let (measures, nodes) = (source.measures, &source.measures.actor_network.nodes);
    let member = |node: &Node| &measures.cast.members[node.thing as usize];
    let mentions = |node: &Node| {
        let row = measures.actors.binary_search_by_key(&node.thing, |row| row.actor);
        row.map_or(0, |row| measures.actors[row].count.n)
    };
    let mut columns = vec![
        Values::texts(nodes.iter().map(|node| &member(node).id)),
        Values::texts(nodes.iter().map(|node| &member(node).name)),
        Values::texts(nodes.iter().map(|node| member(node).kind.name())),
        Values::counts(nodes.iter().map(mentions)),
    ];
    columns.extend(measured(nodes));
    columns.into()
}

fn terms(source: &Source<'_>) -> Cells {
    let (terms, nodes) = (&source.measures.terms, &source.measures.term_network.nodes);
    let term = |node: &Node| terms.paired(node.thing) as usize;
    let mut columns = vec![
        Values::texts(nodes.iter().map(|node| &terms.shown[term(node)])),
        Values::counts(nodes.iter().map(|node| terms.tally.counts[term(node)].n)),
    ];
    columns.extend(measured(nodes));
    columns.into()
}

/// Community, degree, strength, betweenness, x, y.
fn measured(nodes: &[Node]) -> [Values; 6] {
    let count = |value: fn(&Node) -> u64| Values::counts(nodes.iter().map(value));
    let float = |value: fn(&Node) -> f64| Values::Float(nodes.iter().map(|node| Some(value(node))).collect());
    [
        count(|node| u64::from(node.community)),
        count(|node| u64::from(node.degree)),
        count(|node| node.strength),
        float(|node| node.betweenness),
        float(|node| node.x),
        float(|node| node.y),
    ]
}

fn edges<'s>(network: &Network, name: impl Fn(u32) -> &'s str) -> Cells {
    let ends = |edge: &Edge| {
        let [a, b] = [edge.a, edge.b].map(|node| name(network.nodes[node as usize].thing));
        if a <= b { [a, b] } else { [b, a] }
    };
    let edges = &network.edges;
    vec![
        Values::texts(edges.iter().map(|edge| ends(edge)[0])),
        Values::texts(edges.iter().map(|edge| ends(edge)[1])),
        Values::counts(edges.iter().map(|edge| edge.weight)),
        Values::Float(edges.iter().map(|edge| Some(edge.alpha)).collect()),
    ]
    .into()
}
