//! A network read back from its two tables: what its chart and its files show is what the tables say.

use std::collections::BTreeMap;

use super::Drawn;
use crate::tabulate::table::Table;
use crate::write::charts::community_color;

/// What the columns are called.
pub struct Names {
    pub title: &'static str,
    pub nodes: &'static str,
    pub edges: &'static str,
    id: &'static str,
    label: &'static str,
    /// The column of the kind, or the kind of all.
    kind: Result<&'static str, &'static str>,
    n: &'static str,
    ends: [&'static str; 2],
}

pub const ACTORS: Names = Names {
    title: "Network of actors",
    nodes: "actor_network",
    edges: "actor_network_edges",
    id: "actor_id",
    label: "name",
    kind: Ok("type"),
    n: "mentions",
    ends: ["actor_a", "actor_b"],
};

pub const TERMS: Names = Names {
    title: "Network of terms",
    nodes: "term_network",
    edges: "term_network_edges",
    id: "term",
    label: "term",
    kind: Err("term"),
    n: "n",
    ends: ["term_a", "term_b"],
};

/// Nodes in the order of their table, edges between them.
#[derive(Default)]
pub struct Network {
    pub nodes: Vec<Node>,
    pub edges: Vec<super::Edge>,
}

/// A row of the table of nodes.
pub struct Node {
    pub id: String,
    pub label: String,
    pub kind: String,
    pub n: u64,
    pub community: u32,
    pub degree: u32,
    pub strength: u64,
    pub betweenness: f64,
    pub x: f64,
    pub y: f64,
}

impl<'a> Drawn<'a> {
    /// The network as it is written, coloured by community as its chart is.
    pub fn of(network: &'a Network, title: &'a str, description: &'a str) -> Self {
        let node = |node: &'a Node| super::Node {
            id: &node.id,
            label: &node.label,
            kind: &node.kind,
            n: Some(node.n),
            degree: node.degree,
            strength: node.strength,
            betweenness: node.betweenness,
            community: node.community,
            colour: community_color(node.community),
            x: node.x,
            y: node.y,
        };
        Self { title, description, nodes: network.nodes.iter().map(node).collect(), edges: network.edges.clone() }
    }
}

/// The network of two of the tables; an empty one where they are not there.
pub fn of(tables: &[Table], names: &Names) -> Network {
    let table = |name: &str| tables.iter().find(|table| table.spec.name == name);
    let (Some(nodes), Some(edges)) = (table(names.nodes), table(names.edges)) else { return Network::default() };
    let nodes = self::nodes(nodes, names);
    let places: BTreeMap<&str, u32> = (0..).zip(&nodes).map(|(at, node)| (node.id.as_str(), at)).collect();
    let [a, b] = names.ends.map(|end| edges.texts(end).collect::<Vec<&str>>());
    let rows = a.iter().zip(&b).zip(edges.counts("sentences")).zip(edges.floats("alpha"));
    let edge = |(((a, b), weight), alpha): (((&&str, &&str), u64), Option<f64>)| {
        let (a, b) = (*places.get(a)?, *places.get(b)?);
        Some(super::Edge { a, b, weight, alpha: alpha.unwrap_or(1.0) })
    };
    let edges = rows.filter_map(edge).collect();
    Network { nodes, edges }
}

fn nodes(table: &Table, names: &Names) -> Vec<Node> {
    let texts = |column: &str| table.texts(column).map(str::to_owned).collect::<Vec<String>>();
    let counts = |column: &str| table.counts(column).collect::<Vec<u64>>();
    let floats = |column: &str| table.floats(column).map(|x| x.unwrap_or(0.0)).collect::<Vec<f64>>();
    let (ids, labels) = (texts(names.id), texts(names.label));
    let kinds = names.kind.map_or_else(|kind| vec![kind.to_owned(); ids.len()], texts);
    let (n, communities, degrees, strengths) =
        (counts(names.n), counts("community"), counts("degree"), counts("strength"));
    let (betweenness, x, y) = (floats("betweenness"), floats("x"), floats("y"));
    // Numbers that were 32 bits wide when the table was filled.
    let narrow = |n: u64| u32::try_from(n).unwrap_or(u32::MAX);
    let node = |at: usize| Node {
        id: ids[at].clone(),
        label: labels[at].clone(),
        kind: kinds[at].clone(),
        n: n[at],
        community: narrow(communities[at]),
        degree: narrow(degrees[at]),
        strength: strengths[at],
        betweenness: betweenness[at],
        x: x[at],
        y: y[at],
    };
    (0..ids.len()).map(node).collect()
}
