//! Where things stand in a drawing: tied ones near each other, no two networks that are not connected over each other.

mod forces;
mod shelves;

use std::cmp::Reverse;

use petgraph::graph::UnGraph;
use petgraph::unionfind::UnionFind;
use petgraph::visit::EdgeRef;

use forces::Spring;

/// A place on a plane.
type Point = [f64; 2];

/// By node: x and y, from 0 to 1 each, y downwards. The same network always has the same layout.
///
/// Each connected part is laid out alone (`forces`) and gets an area of its own that grows with its number of nodes (`shelves`).
/// `communities` says only in which order the nodes of a part stand before the forces move them.
pub fn layout<N>(graph: &UnGraph<N, u64>, communities: &[u32]) -> Vec<Point> {
    let mut parts = parts(graph);
    let strength = strength(graph);
    // By node: its part, and where in that it stands.
    let mut seats = vec![(0, 0); graph.node_count()];
    for (part, nodes) in parts.iter_mut().enumerate() {
        nodes.sort_by_key(|node| (communities[*node], Reverse(strength[*node]), *node));
        for (at, node) in nodes.iter().enumerate() {
            seats[*node] = (part, at);
        }
    }
    let springs = springs(graph, &seats, parts.len());
    let laid = parts.iter().zip(&springs).map(|(nodes, springs)| forces::settle(nodes.len(), springs)).collect();
    let laid = shelves::side_by_side(laid);
    seats.into_iter().map(|(part, at): (usize, usize)| laid[part][at]).collect()
}

fn strength<N>(graph: &UnGraph<N, u64>) -> Vec<u64> {
    let of = |node| graph.edges(node).fold(0u64, |sum, edge| sum.saturating_add(*edge.weight()));
    graph.node_indices().map(of).collect()
}

/// By part: its edges. The pull grows with the root of the weight, or the strongest few would pull all others into one point.
fn springs<N>(graph: &UnGraph<N, u64>, seats: &[(usize, usize)], parts: usize) -> Vec<Vec<Spring>> {
    let most = graph.edge_weights().copied().max().unwrap_or(1) as f64;
    let mut springs: Vec<Vec<Spring>> = vec![Vec::new(); parts];
    for edge in graph.edge_references() {
        let ((part, a), (_, b)) = (seats[edge.source().index()], seats[edge.target().index()]);
        springs[part].push(Spring { a, b, pull: (*edge.weight() as f64 / most).sqrt() });
    }
    springs
}

/// The nodes of each connected part, the largest first.
fn parts<N>(graph: &UnGraph<N, u64>) -> Vec<Vec<usize>> {
    let mut sets = UnionFind::new(graph.node_count());
    for edge in graph.edge_references() {
        sets.union(edge.source().index(), edge.target().index());
    }
    let mut parts: Vec<Vec<usize>> = vec![Vec::new(); graph.node_count()];
    for node in 0..graph.node_count() {
        parts[sets.find(node)].push(node);
    }
    parts.retain(|part| !part.is_empty());
    parts.sort_by_key(|part| (Reverse(part.len()), part[0]));
    parts
}

#[cfg(test)]
mod tests {
    use super::layout;
    use crate::measure::network::{communities::communities, karate};
    use petgraph::graph::UnGraph;
    use proptest::prelude::*;

    fn laid(edges: &[(u32, u32, u64)]) -> Vec<[f64; 2]> {
        let graph = UnGraph::<(), u64>::from_edges(edges);
        layout(&graph, &communities(&graph))
    }

    fn apart(a: [f64; 2], b: [f64; 2]) -> f64 {
        ((a[0] - b[0]).powi(2) + (a[1] - b[1]).powi(2)).sqrt()
    }

    #[test]
    fn tied_things_stand_nearer_than_others() {
        let edges: Vec<_> = karate::edges().into_iter().map(|(a, b)| (a - 1, b - 1, 1)).collect();
        let places = laid(&edges);
        let (mut tied, mut all, mut pairs) = (0.0, 0.0, 0.0);
        for (a, one) in places.iter().enumerate() {
            for other in &places[..a] {
                (all, pairs) = (all + apart(*one, *other), pairs + 1.0);
            }
        }
        edges.iter().for_each(|(a, b, _)| tied += apart(places[*a as usize], places[*b as usize]));
        assert!(tied / 78.0 < 0.65 * all / pairs, "{} and {}", tied / 78.0, all / pairs);
    }

    #[test]
    fn a_strong_tie_is_shorter_than_a_weak_one() {
        let places = laid(&[(0, 1, 100), (1, 2, 1)]);
        assert!(apart(places[0], places[1]) < apart(places[1], places[2]));
    }

    #[test]
    fn parts_that_are_not_connected_do_not_lie_over_each_other() {
        // A path of six, a triangle and two pairs.
        let places = laid(&[
            (0, 1, 1),
            (1, 2, 1),
            (2, 3, 1),
            (3, 4, 1),
            (4, 5, 1),
            (6, 7, 1),
            (7, 8, 1),
            (8, 6, 1),
            (9, 10, 1),
            (11, 12, 1),
        ]);
        let span = |part: &[usize], axis: usize| {
            let at = part.iter().map(|node| places[*node][axis]);
            (at.clone().fold(f64::MAX, f64::min), at.fold(f64::MIN, f64::max))
        };
        let parts: [&[usize]; 4] = [&[0, 1, 2, 3, 4, 5], &[6, 7, 8], &[9, 10], &[11, 12]];
        for (at, one) in parts.iter().enumerate() {
            for other in &parts[..at] {
                let clear = |axis| span(one, axis).1 < span(other, axis).0 || span(other, axis).1 < span(one, axis).0;
                assert!(clear(0) || clear(1), "{one:?} and {other:?}");
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn every_place_is_within_the_square_and_no_two_are_one(
            told in prop::collection::vec((0u32..14, 0u32..14, 1u64..9), 1..40),
        ) {
            let edges: Vec<_> = told.into_iter().filter(|(a, b, _)| a != b).collect();
            let places = laid(&edges);
            for (at, place) in places.iter().enumerate() {
                prop_assert!(place.iter().all(|value| (0.0..=1.0).contains(value)), "{:?}", place);
                for other in &places[..at] {
                    prop_assert!(apart(*place, *other) > 1e-3, "{:?} and {:?}", place, other);
                }
            }
        }
    }
}
