//! The circles of a network: how large they are, and where they stand once none covers another.

use super::apart::{Body, push_apart};
use super::canvas::Point;
use super::graph::GraphNode;
use super::plate::Plate;
use std::f64::consts::PI;

/// The largest circle, and the smallest: something is never drawn as nothing.
const LARGEST: f64 = 30.0;
const SMALLEST: f64 = 4.0;
/// The part of the plane that the circles may fill; names and lines need the rest.
const FILLED: f64 = 0.06;
/// Pixels between a circle and the edge of the plane, where names have room.
const EDGE: f64 = 26.0;
/// So many of the largest have room for their names made beside them: a network without these says little.
const STRONGEST: usize = 16;

#[derive(Clone, Copy, Debug)]
pub struct Circle {
    pub at: Point,
    pub radius: i32,
}

/// How large a circle is drawn: its area in proportion to its size, but for the smallest.
#[derive(Clone, Copy, Debug)]
pub struct Sizes {
    /// The size of the largest circle.
    pub full: f64,
    /// Its radius.
    pub pixels: f64,
}

impl Sizes {
    fn of(nodes: &[GraphNode], plane: &Plate) -> Sizes {
        let full = nodes.iter().map(|node| size(node.size)).fold(0.0, f64::max);
        let shares: f64 = nodes.iter().map(|node| if full > 0.0 { size(node.size) / full } else { 0.0 }).sum();
        let (_, _, width, height) = plane.pixels();
        let room = f64::from(width) * f64::from(height) * FILLED;
        let pixels = (room / PI / shares.max(1.0)).sqrt().clamp(SMALLEST + 1.0, LARGEST);
        Sizes { full, pixels }
    }

    pub fn radius(&self, size: f64) -> i32 {
        let share = if self.full > 0.0 { size / self.full } else { 0.0 };
        (self.pixels * share.sqrt()).max(SMALLEST).round() as i32
    }
}

/// The circles of the nodes inside `plane`, and the rule of their sizes; `extents` are width and height of their names.
pub fn circles(nodes: &[GraphNode], extents: &[(i32, i32)], plane: &Plate) -> (Vec<Circle>, Sizes) {
    let sizes = Sizes::of(nodes, plane);
    let across = stretched(nodes.iter().map(|node| node.x), f64::from(plane.left), f64::from(plane.right));
    let down = stretched(nodes.iter().map(|node| node.y), f64::from(plane.top), f64::from(plane.bottom));
    let radii: Vec<i32> = nodes.iter().map(|node| sizes.radius(size(node.size))).collect();
    let places = across.into_iter().zip(down).zip(&radii);
    let mut bodies: Vec<Body> =
        places.map(|(place, &radius)| Body { place, radius: f64::from(radius), name: None }).collect();
    for index in by_size(nodes).into_iter().take(STRONGEST) {
        bodies[index].name = extents.get(index).map(|&(width, height)| (f64::from(width), f64::from(height)));
    }
    push_apart(&mut bodies, plane);
    let circle = |(body, radius): (Body, i32)| {
        let (x, y) = body.place;
        Circle { at: (x.round() as i32, y.round() as i32), radius }
    };
    (bodies.into_iter().zip(radii).map(circle).collect(), sizes)
}

/// The nodes from the largest to the smallest, equal ones in their order.
pub fn by_size(nodes: &[GraphNode]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..nodes.len()).collect();
    order.sort_by(|&one, &other| size(nodes[other].size).total_cmp(&size(nodes[one].size)).then(one.cmp(&other)));
    order
}

/// What cannot be drawn counts as no size.
pub fn size(size: f64) -> f64 {
    if size > 0.0 && size < 1e18 { size } else { 0.0 }
}

/// `values` moved and scaled so that they fill the room but for its edges; in the middle if all are the same.
fn stretched(values: impl Iterator<Item = f64>, low: f64, high: f64) -> Vec<f64> {
    let values: Vec<f64> = values.map(|value| if value.abs() < 1e18 { value } else { 0.5 }).collect();
    let first = values.iter().copied().fold(f64::INFINITY, f64::min);
    let span = values.iter().copied().fold(f64::NEG_INFINITY, f64::max) - first;
    let (low, high) = (low + EDGE, high - EDGE);
    let share = |value: f64| if span > 1e-9 { (value - first) / span } else { 0.5 };
    values.into_iter().map(|value| low + share(value) * (high - low)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLANE: Plate = Plate { left: 0, top: 0, right: 900, bottom: 800 };

    #[test]
    fn the_area_of_a_circle_stands_for_its_size() {
        let nodes = [400.0, 100.0, 0.0, f64::NAN].map(|size| GraphNode { size, ..GraphNode::default() });
        let (circles, sizes) = circles(&nodes, &[], &PLANE);
        assert_eq!(circles.iter().map(|circle| circle.radius).collect::<Vec<_>>(), [30, 15, 4, 4]);
        assert_eq!((sizes.full, sizes.radius(100.0)), (400.0, 15));
    }

    #[test]
    fn the_outermost_nodes_reach_the_edges_of_the_plane() {
        let nodes =
            [(3.0, -1.0), (5.0, -1.0), (4.0, f64::NAN)].map(|(x, y)| GraphNode { x, y, ..GraphNode::default() });
        let (circles, _) = circles(&nodes, &[], &PLANE);
        assert_eq!(circles.iter().map(|circle| circle.at.0).collect::<Vec<_>>(), [26, 874, 450]);
        assert!(circles[2].at.1 > circles[0].at.1);
    }

    #[test]
    fn many_large_circles_are_drawn_smaller() {
        let nodes = vec![GraphNode { size: 7.0, ..GraphNode::default() }; 150];
        assert!(Sizes::of(&nodes, &PLANE).pixels < 12.0);
    }
}
