//! The second step of Leiden: each community falls into parts that are well tied within.

use petgraph::graph::NodeIndex;
use petgraph::visit::EdgeRef;

use super::order::Shuffle;
use super::partition::{Partition, Sums, Ties};

/// Begins with every node alone and merges nodes with parts of their own community, so that each part is connected (Traag, Waltman
/// & van Eck 2019). A node joins the part that gains most, as in the authors' own leidenalg; the paper draws it by chance.
///
/// Where a community has two nodes or more and no node wants to leave it, at least two merge: so Leiden comes to an end.
pub fn refine(ties: &Ties, partition: &Partition, shuffle: &mut Shuffle) -> Partition {
    let mut parts = Parts::alone(ties, partition);
    for node in shuffle.order(ties.node_count()) {
        if parts.is_alone(node) && parts.is_well_tied(node) {
            parts.join_best(node);
        }
    }
    parts.refined
}

struct Parts<'a> {
    ties: &'a Ties,
    partition: &'a Partition,
    refined: Partition,
    sizes: Vec<usize>,
    /// By part: the weight of its ties with the rest of its community.
    outward: Vec<u64>,
    sums: Sums,
}

impl<'a> Parts<'a> {
    fn alone(ties: &'a Ties, partition: &'a Partition) -> Self {
        let refined = Partition::singletons(ties);
        let sizes = vec![1; partition.of.len()];
        let mut outward = vec![0u64; partition.of.len()];
        for edge in ties.edge_references() {
            let (a, b) = (edge.source().index(), edge.target().index());
            if partition.of[a] == partition.of[b] {
                outward[a] += edge.weight();
                outward[b] += edge.weight();
            }
        }
        Self { ties, partition, refined, sizes, outward, sums: Sums::new(partition.of.len()) }
    }

    fn is_alone(&self, node: usize) -> bool {
        self.sizes[self.refined.of[node]] == 1
    }

    /// Whether a part, named by one of its nodes, has at least as many ties with the rest of its community as by chance.
    fn is_well_tied(&self, node: usize) -> bool {
        let part = self.refined.of[node];
        let own = self.refined.strength(part);
        let rest = self.partition.strength(self.partition.of[node]) - own;
        self.partition.excess(self.outward[part], (own, rest)) >= 0
    }

    fn join_best(&mut self, node: usize) {
        let own = self.ties[NodeIndex::new(node)];
        let mut best: Option<(i128, usize, u64)> = None;
        let (parts, communities) = (&self.refined.of, &self.partition.of);
        let near = self.sums.of(self.ties, node, parts, |other| communities[other] == communities[node]);
        for (part, weight) in near {
            let gain = self.refined.excess(weight, (own, self.refined.strength(part)));
            // A part has the number of the node that it began with, which never leaves it.
            if gain >= 0 && best.is_none_or(|best| gain > best.0) && self.is_well_tied(part) {
                best = Some((gain, part, weight));
            }
        }
        if let Some((_, part, weight)) = best {
            let from = self.refined.of[node];
            // What lay between the two is outward of neither.
            self.outward[part] += self.outward[from];
            self.outward[part] -= 2 * weight;
            self.refined.put(self.ties, node, part);
            (self.sizes[from], self.sizes[part]) = (0, self.sizes[part] + 1);
        }
    }
}
