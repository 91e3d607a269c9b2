//! Which node is in which community, and what moving it would gain.

use petgraph::graph::{NodeIndex, UnGraph};
use petgraph::visit::EdgeRef;

/// A graph as communities see it: a node knows its strength (with what lies within it, once it stands for several), an edge
/// its weight. No node has an edge with itself.
pub type Ties = UnGraph<u64, u64>;

/// The community of each node of a graph. Modularity with resolution 1 (Newman & Girvan 2004), times (2m)^2, is computed in whole
/// numbers, so that equal is equal on every machine; 2m is at most 2^62, so that none overflows.
#[derive(Clone)]
pub struct Partition {
    /// By node.
    pub of: Vec<usize>,
    /// By community: the strength of its nodes.
    strength: Vec<u64>,
    /// 2m: the strength of all nodes.
    all: u64,
}

impl Partition {
    /// From the community of each node, numbered below the number of nodes.
    pub fn new(ties: &Ties, of: Vec<usize>) -> Self {
        let mut strength = vec![0u64; of.len()];
        for (own, community) in ties.node_weights().zip(&of) {
            strength[*community] += own;
        }
        let all = ties.node_weights().sum();
        Self { of, strength, all }
    }

    pub fn singletons(ties: &Ties) -> Self {
        Self::new(ties, (0..ties.node_count()).collect())
    }

    pub fn strength(&self, community: usize) -> u64 {
        self.strength[community]
    }

    /// By how much more than by chance two sets of nodes are tied, of these strengths and with this weight between them: what
    /// modularity gains by half where they become one, times (2m)^2.
    pub fn excess(&self, weight: u64, (one, other): (u64, u64)) -> i128 {
        i128::from(weight) * i128::from(self.all) - i128::from(one) * i128::from(other)
    }

    pub fn put(&mut self, ties: &Ties, node: usize, community: usize) {
        let own = ties[NodeIndex::new(node)];
        let from = self.of[node];
        self.strength[from] -= own;
        self.strength[community] += own;
        self.of[node] = community;
    }

    /// Modularity, times (2m)^2, where each node stands for itself alone.
    pub fn quality(&self, ties: &Ties) -> i128 {
        let within =
            ties.edge_references().filter(|edge| self.of[edge.source().index()] == self.of[edge.target().index()]);
        let weight: i128 = within.map(|edge| 2 * i128::from(*edge.weight())).sum();
        let chance: i128 = self.strength.iter().map(|strength| i128::from(*strength) * i128::from(*strength)).sum();
        weight * i128::from(self.all) - chance
    }
}

/// Adds up ties by community. Its memory is used again for each node: three times as fast as sorting them.
pub struct Sums(Vec<u64>);

impl Sums {
    pub fn new(communities: usize) -> Self {
        Self(vec![0; communities])
    }

    /// The communities that a node has ties with and the weight of these, in the order of its edges. Only the neighbours of which
    /// `counts` is true are looked at.
    pub fn of(
        &mut self,
        ties: &Ties,
        node: usize,
        community: &[usize],
        counts: impl Fn(usize) -> bool,
    ) -> Vec<(usize, u64)> {
        let mut near = Vec::new();
        for edge in ties.edges(NodeIndex::new(node)) {
            let other = edge.target().index();
            // A tie of weight 0 is none: so a sum of 0 is that of a community not met yet.
            if *edge.weight() > 0 && counts(other) {
                let sum = &mut self.0[community[other]];
                if *sum == 0 {
                    near.push((community[other], 0));
                }
                *sum += edge.weight();
            }
        }
        for (community, weight) in &mut near {
            *weight = std::mem::take(&mut self.0[*community]);
        }
        near
    }
}
