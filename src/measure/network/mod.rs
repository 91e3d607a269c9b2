//! Networks: which things stand out as occurring together, who is in the middle, who belongs together, and where each stands.
//!
//! A disparity filter says which pairs stand out (`backbone`). Of what is left, the strongest things are a graph, which is measured
//! (`betweenness`, `communities`) and laid out (`layout`). Nothing here depends on the order of the pairs or on chance.

mod backbone;
mod betweenness;
mod communities;
mod layout;

use petgraph::graph::{NodeIndex, UnGraph};
use petgraph::visit::EdgeRef;

use backbone::{Ends, Link, links, stands_out};

/// Two things that occur together, in any order, and how often.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    pub a: u32,
    pub b: u32,
    pub weight: u64,
}

/// A thing of a network. Its measures are those in the network as it is, after the filter and the cut.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    pub thing: u32,
    /// The number of its edges, at least 1.
    pub degree: u32,
    /// The sum of the weights of its edges.
    pub strength: u64,
    /// The share of the shortest ways between two other things that lead through it, from 0 to 1; ways are as long as they have
    /// edges (Freeman 1977, by Brandes 2001).
    pub betweenness: f64,
    /// The number of its community, of which 0 is the largest (Leiden: Traag, Waltman & van Eck 2019).
    pub community: u32,
    /// From the left, from 0 to 1.
    pub x: f64,
    /// From the top, from 0 to 1.
    pub y: f64,
}

/// Two things of a network that stand out as occurring together.
#[derive(Clone, Debug, PartialEq)]
pub struct Edge {
    /// Index into the nodes, smaller than `b`.
    pub a: u32,
    pub b: u32,
    pub weight: u64,
    /// p of the disparity filter at the end where it is smaller, from 0 to 1, among all pairs and so before the cut.
    pub alpha: f64,
}

/// Things in order, their edges in order, and what the filter and the cut left out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Network {
    pub nodes: Vec<Node>,
    pub edges: Vec<Edge>,
    /// Pairs of different things before the filter.
    pub pairs: usize,
    /// Pairs that stand out, before the cut.
    pub standing_out: usize,
    /// Things in pairs that stand out, before the cut.
    pub linked: usize,
}

/// The network of the pairs whose p in the disparity filter (Serrano, Boguñá & Vespignani 2009) is below `significance` at one of
/// their ends (of all pairs where it is 1 or more), cut to the `most_nodes` things of greatest strength in it. Of equally strong
/// things the smaller stay. Things without an edge after that are left out.
pub fn network(pairs: &[Pair], significance: f64, most_nodes: usize) -> Network {
    let mut links = links(pairs);
    let pairs = links.len();
    links.retain(|link| stands_out(link, significance));
    let ends = Ends::of(&links);
    let (standing_out, linked) = (links.len(), ends.count());
    let strongest = ends.strongest(most_nodes);
    let is_strong = |thing: u32| strongest.binary_search(&thing).is_ok();
    links.retain(|link| is_strong(link.a) && is_strong(link.b));
    let graph = graph(&links);
    let communities = communities::communities(&graph);
    Network { nodes: nodes(&graph, &communities), edges: edges(&graph, &links), pairs, standing_out, linked }
}

/// Things in order as nodes, links in order as edges.
fn graph(links: &[Link]) -> UnGraph<u32, u64> {
    let mut things: Vec<u32> = links.iter().flat_map(|link| [link.a, link.b]).collect();
    things.sort_unstable();
    things.dedup();
    let mut graph = UnGraph::with_capacity(things.len(), links.len());
    for thing in &things {
        graph.add_node(*thing);
    }
    let node = |thing: u32| NodeIndex::new(things.binary_search(&thing).unwrap_or_else(|at| at));
    for link in links {
        graph.add_edge(node(link.a), node(link.b), link.weight);
    }
    graph
}

fn nodes(graph: &UnGraph<u32, u64>, communities: &[u32]) -> Vec<Node> {
    let between = betweenness::betweenness(graph);
    let places = layout::layout(graph, communities);
    let node = |(at, ((betweenness, community), [x, y])): (NodeIndex, ((f64, &u32), [f64; 2]))| Node {
        thing: graph[at],
        degree: graph.edges(at).fold(0, |degree, _| degree + 1),
        strength: graph.edges(at).fold(0, |sum: u64, edge| sum.saturating_add(*edge.weight())),
        betweenness,
        community: *community,
        x,
        y,
    };
    graph.node_indices().zip(between.into_iter().zip(communities).zip(places)).map(node).collect()
}

fn edges(graph: &UnGraph<u32, u64>, links: &[Link]) -> Vec<Edge> {
    let edge = |(edge, link): (petgraph::graph::EdgeReference<'_, u64>, &Link)| Edge {
        a: edge.source().index() as u32,
        b: edge.target().index() as u32,
        weight: *edge.weight(),
        alpha: link.alpha,
    };
    graph.edge_references().zip(links).map(edge).collect()
}

#[cfg(test)]
mod karate;

#[cfg(test)]
mod tests {
    use super::{Network, Pair, karate, network};
    use proptest::prelude::*;

    /// Every pair of a list, with one weight.
    fn even(pairs: &[(u32, u32)], weight: u64) -> Vec<Pair> {
        pairs.iter().map(|(a, b)| Pair { a: *a, b: *b, weight }).collect()
    }

    /// All pairs of some things.
    fn clique(things: std::ops::Range<u32>) -> Vec<(u32, u32)> {
        things.clone().flat_map(|a| (things.start..a).map(move |b| (a, b))).collect()
    }

    #[test]
    fn the_karate_club_has_its_known_measures() {
        let club = network(&even(&karate::edges(), 1), 1.0, 100);
        let last = club.nodes.iter().map(|node| node.community).max();
        assert_eq!((club.nodes.len(), club.edges.len(), last), (34, 78, Some(3)));
        let instructor = &club.nodes[0];
        assert_eq!((instructor.thing, instructor.degree, instructor.strength), (1, 16, 16));
        assert!((instructor.betweenness - 0.4376).abs() < 5e-5);
    }

    #[test]
    fn the_cut_keeps_the_strongest_and_says_what_it_left_out() {
        // 1, 2 and 3 have 9, 4 has 8, 5 has 1: 3 stays, but loses its edges with 4 and 5, and then it goes too.
        let pairs = [Pair { a: 1, b: 2, weight: 9 }, Pair { a: 3, b: 4, weight: 8 }, Pair { a: 3, b: 5, weight: 1 }];
        let cut = network(&pairs, 1.0, 3);
        assert_eq!(cut.nodes.iter().map(|node| node.thing).collect::<Vec<_>>(), [1, 2]);
        assert_eq!((cut.pairs, cut.standing_out, cut.linked), (3, 3, 5));
        assert_eq!(cut.edges.len(), 1);
    }

    #[test]
    fn nothing_gives_a_network_of_nothing() {
        assert_eq!(network(&[], 0.05, 100), Network::default());
        assert_eq!(network(&even(&[(3, 3)], 5), 0.05, 100), Network::default());
        let pairs = even(&[(1, 2)], 5);
        assert!(network(&pairs, 0.05, 100).nodes.is_empty() && network(&pairs, 1.0, 0).nodes.is_empty());
        assert!(network(&pairs, f64::NAN, 100).nodes.is_empty());
        assert!(network(&pairs, 1.0, 100).nodes.iter().all(|node| node.community == 0));
    }

    #[test]
    fn weights_at_the_bound_do_no_harm() {
        let pairs = even(&clique(0..6), u64::MAX);
        assert_eq!(network(&pairs, 1.0, 100).nodes.len(), 6);
        assert!(network(&even(&[(u32::MAX, 0), (0, 1)], u64::MAX), 0.5, usize::MAX).pairs == 2);
    }

    #[test]
    fn ten_thousand_things_are_cut_to_those_asked_for() {
        let star = (1..10_000).map(|leaf| (0, leaf));
        let ring = (1..10_000).map(|a| (a, a % 9_999 + 1));
        let pairs: Vec<Pair> = star.chain(ring).map(|(a, b)| Pair { a, b, weight: u64::from(a + b) % 7 + 1 }).collect();
        let wheel = network(&pairs, 1.0, 200);
        assert!(wheel.nodes.len() <= 200 && wheel.linked == 10_000, "{}", wheel.nodes.len());
    }

    fn pairs() -> impl Strategy<Value = Vec<Pair>> {
        prop::collection::vec((0u32..25, 0u32..25, 0u64..20), 0..120)
            .prop_map(|told| told.into_iter().map(|(a, b, weight)| Pair { a, b, weight }).collect())
    }

    proptest! {
        // Each case is laid out too, which takes longer than all else.
        #![proptest_config(ProptestConfig::with_cases(100))]

        #[test]
        fn the_order_of_the_pairs_changes_nothing(pairs in pairs(), by in 0usize..50) {
            let mut turned: Vec<Pair> = pairs.iter().map(|pair| Pair { a: pair.b, b: pair.a, ..*pair }).collect();
            turned.rotate_left(by.min(pairs.len()));
            turned.reverse();
            prop_assert_eq!(network(&pairs, 0.4, 15), network(&turned, 0.4, 15));
        }

        #[test]
        fn measures_add_up(pairs in pairs(), significance in 0.0f64..1.2) {
            let found = network(&pairs, significance, 15);
            let weight: u64 = found.edges.iter().map(|edge| edge.weight).sum();
            prop_assert_eq!(found.nodes.iter().map(|node| node.strength).sum::<u64>(), 2 * weight);
            prop_assert_eq!(found.nodes.iter().map(|node| node.degree as usize).sum::<usize>(), 2 * found.edges.len());
            prop_assert!(found.nodes.len() <= 15 && found.nodes.iter().all(|node| node.degree > 0));
            prop_assert!(found.nodes.iter().all(|node| (0.0..=1.0).contains(&node.betweenness)));
            prop_assert!(found.edges.len() <= found.standing_out && found.standing_out <= found.pairs);
        }
    }
}
