//! Betweenness: how often a thing lies on the shortest ways between two others.

use std::collections::VecDeque;

use petgraph::graph::UnGraph;

/// By node: the sum over all pairs of other nodes of the share of their shortest ways that lead through it (Freeman 1977), in
/// one pass from each node (Brandes 2001), divided by the (n-1)(n-2)/2 pairs, so from 0 to 1.
///
/// A way is as long as it has edges: weights play no part, as is usual with Gephi and NetworkX. (Taken as lengths, counts would
/// have to be turned round, and how, say 1/weight, decides the result.) 0 where there are no two others.
pub fn betweenness<N, E>(graph: &UnGraph<N, E>) -> Vec<f64> {
    // Neighbours side by side, which is faster than the graph's own lists, and in order, so that sums have a fixed one.
    let neighbours: Vec<Vec<u32>> = graph
        .node_indices()
        .map(|node| {
            let mut of_node: Vec<u32> = graph.neighbors(node).map(|other| other.index() as u32).collect();
            of_node.sort_unstable();
            of_node
        })
        .collect();
    let n = neighbours.len();
    let mut between = vec![0.0; n];
    let mut search = Search::new(n);
    for source in 0..n {
        search.run(&neighbours, source);
        search.collect(&neighbours, source, &mut between);
    }
    // Each pair was met from both its ends.
    let pairs = n.saturating_sub(1) as f64 * n.saturating_sub(2) as f64;
    if pairs > 0.0 {
        between.iter_mut().for_each(|sum| *sum /= pairs);
    }
    between
}

/// The shortest ways from one node.
struct Search {
    /// The nodes that were reached, the nearest first.
    reached: Vec<usize>,
    distance: Vec<u32>,
    /// How many shortest ways lead here.
    ways: Vec<f64>,
    /// How many of the ways to others lead through here, in shares.
    dependent: Vec<f64>,
    queue: VecDeque<usize>,
}

const UNREACHED: u32 = u32::MAX;

impl Search {
    fn new(n: usize) -> Self {
        Self {
            reached: Vec::with_capacity(n),
            distance: vec![UNREACHED; n],
            ways: vec![0.0; n],
            dependent: vec![0.0; n],
            queue: VecDeque::new(),
        }
    }

    fn run(&mut self, neighbours: &[Vec<u32>], source: usize) {
        self.reached.clear();
        self.distance.fill(UNREACHED);
        self.ways.fill(0.0);
        self.dependent.fill(0.0);
        (self.distance[source], self.ways[source]) = (0, 1.0);
        self.queue.push_back(source);
        while let Some(node) = self.queue.pop_front() {
            self.reached.push(node);
            let (farther, ways) = (self.distance[node] + 1, self.ways[node]);
            for &next in &neighbours[node] {
                let next = next as usize;
                if self.distance[next] == UNREACHED {
                    self.distance[next] = farther;
                    self.queue.push_back(next);
                }
                if self.distance[next] == farther {
                    self.ways[next] += ways;
                }
            }
        }
    }

    /// From the farthest to the nearest, each hands what depends on it to those before it.
    fn collect(&mut self, neighbours: &[Vec<u32>], source: usize, between: &mut [f64]) {
        for &node in self.reached.iter().rev() {
            let share = (1.0 + self.dependent[node]) / self.ways[node];
            let distance = self.distance[node];
            for before in neighbours[node].iter().map(|before| *before as usize) {
                if self.distance[before] + 1 == distance {
                    self.dependent[before] += self.ways[before] * share;
                }
            }
            if node != source {
                between[node] += self.dependent[node];
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::betweenness;
    use crate::measure::network::karate;
    use petgraph::graph::UnGraph;

    fn rounded(edges: &[(u32, u32)]) -> Vec<f64> {
        betweenness(&UnGraph::<(), ()>::from_edges(edges)).iter().map(|b| (b * 1e4).round() / 1e4).collect()
    }

    #[test]
    fn on_a_path_the_middle_lies_between_most() {
        // Of six pairs of others each: 1 lies between 0 and 2, 3, 4; 2 between 0, 1 and 3, 4.
        assert_eq!(rounded(&[(0, 1), (1, 2), (2, 3), (3, 4)]), [0.0, 0.5, 0.6667, 0.5, 0.0]);
    }

    #[test]
    fn the_centre_of_a_star_lies_between_all_others() {
        assert_eq!(rounded(&[(0, 1), (0, 2), (0, 3), (0, 4)]), [1.0, 0.0, 0.0, 0.0, 0.0]);
    }

    #[test]
    fn two_ways_of_one_length_share_a_pair() {
        assert_eq!(rounded(&[(0, 1), (1, 2), (2, 3), (3, 0)]), [0.1667; 4]);
    }

    #[test]
    fn the_karate_club_has_its_known_values() {
        let between = rounded(&karate::edges().into_iter().map(|(a, b)| (a - 1, b - 1)).collect::<Vec<_>>());
        assert_eq!(
            [between[0], between[33], between[32], between[2], between[31]],
            [0.4376, 0.3041, 0.1452, 0.1437, 0.1383]
        );
    }

    #[test]
    fn nothing_lies_between_two() {
        assert_eq!(rounded(&[(0, 1)]), [0.0, 0.0]);
        assert_eq!(rounded(&[]), [0.0; 0]);
    }
}
