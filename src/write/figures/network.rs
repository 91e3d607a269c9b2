//! The networks of actors and of terms: circles and lines.

use std::collections::BTreeSet;

use super::View;
use crate::base::wording::{grouped, plural};
use crate::write::charts::{Drawn, Graph, GraphEdge, GraphNode, Head, graph};
use crate::write::networks::Edge;
use crate::write::networks::tables::{ACTORS, Names, TERMS, of};

/// Lines at most.
const MOST: usize = 150;

pub fn actors(view: &View<'_>) -> Drawn {
    draw(view, &ACTORS, "Actors that stand out together", "actors", "mentions")
}

pub fn terms(view: &View<'_>) -> Drawn {
    draw(view, &TERMS, "Terms that stand out together", "terms", "occurrences")
}

/// The edges of smallest alpha, of equal ones the heavier, then the first of the table; in the order of the table. All of a dense
/// network would be one grey.
fn drawn(edges: Vec<Edge>) -> Vec<Edge> {
    let mut ranked: Vec<(usize, Edge)> = edges.into_iter().enumerate().collect();
    ranked.sort_by(|(_, a), (_, b)| a.alpha.total_cmp(&b.alpha).then(b.weight.cmp(&a.weight)));
    let mut met = BTreeSet::new();
    let (best, others): (Vec<_>, Vec<_>) =
        ranked.into_iter().partition(|(_, edge)| met.insert(edge.a) | met.insert(edge.b));
    // Nobody stands alone: of each node the best line is drawn in any case.
    let more = MOST.saturating_sub(best.len());
    let mut ranked: Vec<(usize, Edge)> = best.into_iter().chain(others.into_iter().take(more)).collect();
    ranked.sort_by_key(|(at, _)| *at);
    ranked.into_iter().map(|(_, edge)| edge).collect()
}

fn draw(view: &View<'_>, names: &Names, title: &str, things: &str, size: &str) -> Drawn {
    let network = of(view.tables, names);
    let mut legend: Vec<String> = Vec::new();
    for node in &network.nodes {
        // They stand by community, the strongest first.
        if node.community as usize == legend.len() {
            legend.push(node.label.clone());
        }
    }
    let nodes = network.nodes.iter().map(|node| GraphNode {
        label: node.label.clone(),
        x: node.x,
        y: node.y,
        size: node.n as f64,
        group: node.community,
    });
    let all = network.edges.len();
    let edges = drawn(network.edges);
    let some = if edges.len() < all {
        format!(", of which the {} that stand out most are drawn", edges.len())
    } else {
        String::new()
    };
    let colours = if legend.len() > 1 { "colours: communities, named by their strongest; " } else { "" };
    graph(&Graph {
        head: Head {
            title: title.to_owned(),
            subtitle: if network.nodes.is_empty() {
                view.base()
            } else {
                format!(
                    "{} {things} and {}{some}: they share more sentences than their other ties let expect; {colours}{}",
                    grouped(network.nodes.len() as u64),
                    plural(all as u64, "pair"),
                    view.base()
                )
            },
            nothing: format!("No two {things} stand out by the sentences that they share."),
        },
        nodes: nodes.collect(),
        edges: edges
            .iter()
            .map(|edge| GraphEdge { a: edge.a as usize, b: edge.b as usize, weight: edge.weight as f64 })
            .collect(),
        legend,
        size_note: size.to_owned(),
        edge_note: "sentences with both".to_owned(),
    })
}
