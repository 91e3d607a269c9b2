//! What both formats say of a node or an edge: the columns, and where and how large a node stands.

use super::{Drawn, Edge, Node};
use crate::write::decimals::decimals;

/// What a column holds; both formats have these types by other names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    Text,
    Whole,
    Real,
}

/// The columns of nodes: name, what they hold.
pub const NODE: [(&str, Holds); 6] = [
    ("kind", Holds::Text),
    ("n", Holds::Whole),
    ("degree", Holds::Whole),
    ("strength", Holds::Whole),
    ("betweenness", Holds::Real),
    ("community", Holds::Whole),
];

/// The value of a node in each of the columns.
pub fn of_node(node: &Node<'_>) -> [Option<String>; NODE.len()] {
    [
        Some(node.kind.to_owned()),
        node.n.map(|n| n.to_string()),
        Some(node.degree.to_string()),
        Some(node.strength.to_string()),
        Some(decimals(node.betweenness, 6)),
        Some(node.community.to_string()),
    ]
}

/// p of the disparity filter is often far below what six decimals can say.
pub fn alpha(edge: &Edge) -> String {
    format!("{:.4e}", edge.alpha)
}

/// Where a node stands in units of Gephi, from -500 to 500, where y points upwards.
pub fn place(node: &Node<'_>) -> (String, String) {
    (decimals(1000.0 * (node.x - 0.5), 3), decimals(1000.0 * (0.5 - node.y), 3))
}

/// The diameters of the nodes in the same units, from 6 to 30: areas grow with how often each occurs, as in the chart, or with strength where that is not known.
pub fn sizes(drawn: &Drawn<'_>) -> Vec<String> {
    let known = drawn.nodes.iter().all(|node| node.n.is_some());
    let weight = |node: &Node<'_>| if known { node.n.unwrap_or(0) } else { node.strength };
    let most = drawn.nodes.iter().map(weight).max().unwrap_or(0).max(1);
    let size = |node: &Node<'_>| (30.0 * (weight(node) as f64 / most as f64).sqrt()).max(6.0);
    drawn.nodes.iter().map(|node| decimals(size(node), 3)).collect()
}
