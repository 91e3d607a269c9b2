//! Leiden (Traag, Waltman & van Eck 2019): move nodes, refine, make each part one node, and begin anew.

use petgraph::graph::NodeIndex;
use petgraph::visit::EdgeRef;

use super::moving::move_nodes;
use super::order::Shuffle;
use super::partition::{Partition, Ties};
use super::refining::refine;

/// The communities that are found from a partition on, of the same quality or a better one, each of them connected.
pub fn leiden(ties: &Ties, start: Partition, shuffle: &mut Shuffle) -> Partition {
    let mut level = Level { ties: ties.clone(), partition: start };
    // By node of the graph: the node of the level that it is in.
    let mut within: Vec<usize> = (0..ties.node_count()).collect();
    loop {
        move_nodes(&level.ties, &mut level.partition, shuffle);
        let refined = refine(&level.ties, &level.partition, shuffle);
        let numbers = consecutive(&refined.of);
        let parts = numbers.iter().max().map_or(0, |last| last + 1);
        if parts == level.ties.node_count() {
            break;
        }
        within.iter_mut().for_each(|node| *node = numbers[*node]);
        level = level.aggregate(&numbers, parts);
    }
    Partition::new(ties, within.into_iter().map(|node| level.partition.of[node]).collect())
}

/// A graph whose nodes are parts of communities, and these communities.
struct Level {
    ties: Ties,
    partition: Partition,
}

impl Level {
    /// Each part a node; communities stay what they were.
    fn aggregate(&self, part: &[usize], parts: usize) -> Self {
        let mut strength = vec![0u64; parts];
        let mut community = vec![0; parts];
        for (node, part) in part.iter().enumerate() {
            strength[*part] += self.ties[NodeIndex::new(node)];
            community[*part] = self.partition.of[node];
        }
        let mut edges: Vec<(usize, usize, u64)> = self
            .ties
            .edge_references()
            .map(|edge| (part[edge.source().index()], part[edge.target().index()], *edge.weight()))
            .filter(|(a, b, _)| a != b)
            .map(|(a, b, weight)| (a.min(b), a.max(b), weight))
            .collect();
        edges.sort_unstable();
        edges.dedup_by(|next, kept| {
            let same = (next.0, next.1) == (kept.0, kept.1);
            if same {
                kept.2 += next.2;
            }
            same
        });
        let mut ties = Ties::with_capacity(parts, edges.len());
        strength.into_iter().for_each(|strength| {
            ties.add_node(strength);
        });
        for (a, b, weight) in edges {
            ties.add_edge(NodeIndex::new(a), NodeIndex::new(b), weight);
        }
        let partition = Partition::new(&ties, consecutive(&community));
        Self { ties, partition }
    }
}

/// The same groups with the numbers 0, 1, 2 ... in the order in which they are met.
fn consecutive(groups: &[usize]) -> Vec<usize> {
    let mut numbers = vec![usize::MAX; groups.iter().max().map_or(0, |last| last + 1)];
    let mut next = 0;
    let mut number = |group: usize| {
        if numbers[group] == usize::MAX {
            numbers[group] = next;
            next += 1;
        }
        numbers[group]
    };
    groups.iter().map(|group| number(*group)).collect()
}
