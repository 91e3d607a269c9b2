//! The lines of a network: the heavier the wider, the heaviest on top.

use super::canvas::Point;
use super::circles::{Circle, size};
use super::graph::{Graph, thread_color};
use super::palette::Color;

/// Pixels of the heaviest line.
const WIDEST: f64 = 7.0;

#[derive(Clone, Copy, Debug)]
pub struct Thread {
    pub from: Point,
    pub to: Point,
    pub width: u32,
    pub color: Color,
}

/// The lines that can be drawn, lightest first.
pub fn threads(chart: &Graph, circles: &[Circle]) -> Vec<Thread> {
    let full = heaviest(chart);
    let mut edges: Vec<(f64, usize, usize)> = Vec::new();
    for edge in &chart.edges {
        let is_drawn = edge.a != edge.b && edge.a.max(edge.b) < circles.len() && size(edge.weight) > 0.0;
        if is_drawn {
            edges.push((edge.weight, edge.a.min(edge.b), edge.a.max(edge.b)));
        }
    }
    edges.sort_by(|one, other| one.0.total_cmp(&other.0).then((one.1, one.2).cmp(&(other.1, other.2))));
    let thread = |(weight, a, b): (f64, usize, usize)| Thread {
        from: circles[a].at,
        to: circles[b].at,
        width: width(weight, full),
        color: thread_color(chart.nodes[a].group, chart.nodes[b].group),
    };
    edges.into_iter().map(thread).collect()
}

/// The greatest weight of all lines.
pub fn heaviest(chart: &Graph) -> f64 {
    chart.edges.iter().map(|edge| size(edge.weight)).fold(0.0, f64::max)
}

/// Pixels of a line, in proportion to its weight but never none.
pub fn width(weight: f64, full: f64) -> u32 {
    if full > 0.0 { (weight / full * WIDEST).round().max(1.0) as u32 } else { 1 }
}

#[cfg(test)]
mod tests {
    use super::super::graph::{GraphEdge, GraphNode};
    use super::*;

    #[test]
    fn lines_to_nowhere_or_of_no_weight_are_not_drawn_and_the_heaviest_lies_on_top() {
        let edge = |(a, b, weight): (usize, usize, f64)| GraphEdge { a, b, weight };
        let edges = [(0, 1, 70.0), (1, 2, 10.0), (0, 2, 1.0), (0, 3, 9.0), (1, 1, 9.0), (0, 1, f64::NAN), (0, 1, 0.0)];
        let chart = Graph { nodes: vec![GraphNode::default(); 3], edges: edges.map(edge).to_vec(), ..Graph::default() };
        let circles = [0, 1, 2].map(|x| Circle { at: (x, 0), radius: 4 });
        let threads = threads(&chart, &circles);
        let drawn: Vec<_> = threads.iter().map(|thread| (thread.from.0, thread.to.0, thread.width)).collect();
        assert_eq!(drawn, [(0, 2, 1), (1, 2, 1), (0, 1, 7)]);
    }
}
