//! Nodes repel each other, edges pull their ends together: the layout of Fruchterman & Reingold (1991).
//!
//! From a start that is no chance: nodes evenly on the rim of a diamond. Only the four operations and the square root are used,
//! which are exact in the same way on every machine.

use super::Point;

/// An edge; it pulls with its share of the pull of the strongest.
#[derive(Clone, Copy, Debug)]
pub struct Spring {
    pub a: usize,
    pub b: usize,
    pub pull: f64,
}

/// Where the nodes 0, 1, 2 ... come to rest, where 1 is the length of an edge between two nodes that nothing else moves.
pub fn settle(nodes: usize, springs: &[Spring]) -> Vec<Point> {
    let side = (nodes as f64).sqrt();
    let mut places: Vec<Point> = (0..nodes).map(|node| rim(node, nodes, side)).collect();
    // Large networks get fewer rounds, since a round takes a step for every two nodes.
    let rounds = (30_000_000 / (nodes * nodes).max(1)).clamp(30, 300);
    for round in 0..rounds {
        // No node goes farther in a round; less and less, so that all come to rest.
        let farthest = 0.2 * side * (rounds - round) as f64 / rounds as f64;
        let pushes = pushes(&places, springs);
        for (place, push) in places.iter_mut().zip(pushes) {
            let far = length(push);
            let part = if far > farthest { farthest / far } else { 1.0 };
            *place = [place[0] + part * push[0], place[1] + part * push[1]];
        }
    }
    places
}

/// The place of a node on the rim |x| + |y| = `side` of a diamond.
fn rim(node: usize, nodes: usize, side: f64) -> Point {
    let along = 4.0 * node as f64 / nodes as f64;
    let within = along - along.floor();
    let [x, y] = match along as usize {
        0 => [1.0 - within, within],
        1 => [-within, 1.0 - within],
        2 => [within - 1.0, -within],
        _ => [within, within - 1.0],
    };
    [side * x, side * y]
}

/// By node: 1/d away from each other node, and pull*d^2 towards the other end of each of its edges.
fn pushes(places: &[Point], springs: &[Spring]) -> Vec<Point> {
    let mut pushes = vec![[0.0, 0.0]; places.len()];
    for (one, place) in places.iter().enumerate() {
        for (other, from) in places[..one].iter().enumerate() {
            let [x, y] = between(*place, *from, one);
            let square = x * x + y * y;
            add(&mut pushes, (one, other), [x / square, y / square]);
        }
    }
    for Spring { a, b, pull } in springs {
        let [x, y] = between(places[*a], places[*b], *a);
        let strength = -pull * length([x, y]);
        add(&mut pushes, (*a, *b), [strength * x, strength * y]);
    }
    pushes
}

/// The way from one place to another; where it is too short to have a direction, a short one that differs by node.
fn between(one: Point, other: Point, node: usize) -> Point {
    let [x, y] = [one[0] - other[0], one[1] - other[1]];
    if x * x + y * y > 1e-8 { [x, y] } else { [1e-4, 1e-4 * (node % 7) as f64] }
}

fn add(pushes: &mut [Point], (one, other): (usize, usize), [x, y]: Point) {
    pushes[one] = [pushes[one][0] + x, pushes[one][1] + y];
    pushes[other] = [pushes[other][0] - x, pushes[other][1] - y];
}

fn length([x, y]: Point) -> f64 {
    (x * x + y * y).sqrt()
}
