//! The first step of Leiden: nodes move to the community that gains most, until none wants to.

use std::collections::VecDeque;

use petgraph::graph::NodeIndex;

use super::order::Shuffle;
use super::partition::{Partition, Sums, Ties};

/// Moves nodes while that raises modularity. After the first round only neighbours of those that moved are asked again (the fast
/// local moving of Traag, Waltman & van Eck 2019).
pub fn move_nodes(ties: &Ties, partition: &mut Partition, shuffle: &mut Shuffle) {
    let n = ties.node_count();
    let mut queue: VecDeque<usize> = shuffle.order(n).into();
    let mut waits = vec![true; n];
    let mut empty = Empty::of(partition);
    let mut sums = Sums::new(n);
    while let Some(node) = queue.pop_front() {
        waits[node] = false;
        let from = partition.of[node];
        let near = sums.of(ties, node, &partition.of, |_| true);
        let to = best(ties, partition, (node, near), empty.any());
        if to == from {
            continue;
        }
        partition.put(ties, node, to);
        empty.moved(from, to);
        for next in ties.neighbors(NodeIndex::new(node)).map(NodeIndex::index) {
            if partition.of[next] != to && !waits[next] {
                waits[next] = true;
                queue.push_back(next);
            }
        }
    }
}

/// Where a node with ties to these communities gains most: its own community where nothing is better, `empty` where it is
/// better off alone.
fn best(ties: &Ties, partition: &Partition, (node, near): (usize, Vec<(usize, u64)>), empty: Option<usize>) -> usize {
    let (own, from) = (ties[NodeIndex::new(node)], partition.of[node]);
    let gain = |(community, weight): (usize, u64)| {
        let itself = if community == from { own } else { 0 };
        partition.excess(weight, (own, partition.strength(community) - itself))
    };
    let weight = near.iter().find(|(community, _)| *community == from).map_or(0, |(_, weight)| *weight);
    let start = (gain((from, weight)), from);
    let others = near.into_iter().map(|near| (gain(near), near.0)).chain(empty.map(|empty| (0, empty)));
    others.fold(start, |best, other| if other.0 > best.0 { other } else { best }).1
}

/// The communities that nobody is in.
struct Empty {
    sizes: Vec<usize>,
    free: Vec<usize>,
}

impl Empty {
    fn of(partition: &Partition) -> Self {
        let mut sizes = vec![0; partition.of.len()];
        partition.of.iter().for_each(|community| sizes[*community] += 1);
        let free = (0..sizes.len()).rev().filter(|community| sizes[*community] == 0).collect();
        Self { sizes, free }
    }

    fn any(&self) -> Option<usize> {
        self.free.last().copied()
    }

    fn moved(&mut self, from: usize, to: usize) {
        if self.sizes[to] == 0 {
            self.free.pop();
        }
        self.sizes[to] += 1;
        self.sizes[from] -= 1;
        if self.sizes[from] == 0 {
            self.free.push(from);
        }
    }
}
