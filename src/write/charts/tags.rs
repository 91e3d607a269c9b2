//! The names of a network: each beside its circle, or a little farther with a leader, or nowhere if there is no room.
//!
//! The largest circles choose first. Searching for the most names that fit is NP-hard (Christensen, Marks and Shieber, "An
//! Empirical Study of Algorithms for Point-Feature Label Placement", 1995); a greedy choice loses the names of small circles
//! only.

use super::canvas::Point;
use super::circles::Circle;
use super::face::Face;
use super::plate::{Plate, distance, do_cross};
use super::tag::{BESIDE, Tag, tag};
use super::threads::Thread;

/// Pixels from the circle to its name.
const RINGS: [i32; 11] = [BESIDE, 14, 26, 40, 56, 74, 94, 116, 140, 170, 205];
/// The strongest names may stand in any ring, for a network without them says little; so many are they.
const STRONGEST: usize = 24;
/// The others only in the nearest: long leaders to everybody would be a second network.
const NEAR: usize = 5;
/// No more names than this are tried: a sheet holds some two hundred.
const MOST: usize = 600;
/// The sides of the circle, in the order in which they are tried: right, left, above, below, the corners, and what lies between.
const SIDES: [u8; 32] = [
    0, 16, 24, 8, 28, 4, 20, 12, 30, 2, 18, 14, 26, 6, 22, 10, 31, 1, 17, 15, 25, 7, 23, 9, 29, 3, 19, 13, 27, 5, 21,
    11,
];
/// Pixels between two names, and between a name and a circle.
const AIR: i32 = 3;
/// Pixels between a leader and the circles that it passes.
const PASS: i32 = 2;

/// What a name must keep clear of, and what it should.
pub struct Around<'a> {
    pub circles: &'a [Circle],
    pub threads: &'a [Thread],
    /// No name leaves it.
    pub sheet: Plate,
}

/// The place of each of the `names`, which belong to the circles; they choose in the `order` of these indices.
pub fn tags(names: &[Vec<String>], order: &[usize], around: &Around, face: Face) -> Vec<Option<Tag>> {
    let mut tags: Vec<Option<Tag>> = names.iter().map(|_| None).collect();
    let mut placed = Placed { around, plates: Vec::new(), leaders: Vec::new() };
    for (rank, &index) in order.iter().take(MOST).enumerate() {
        if names[index].is_empty() {
            continue;
        }
        let rings = if rank < STRONGEST { &RINGS[..] } else { &RINGS[..NEAR] };
        if let Some(tag) = placed.best(index, &names[index], rings, face) {
            placed.plates.push(tag.plate);
            placed.leaders.extend(tag.leader);
            tags[index] = Some(tag);
        }
    }
    tags
}

/// The names that already have their place.
struct Placed<'a> {
    around: &'a Around<'a>,
    plates: Vec<Plate>,
    leaders: Vec<[Point; 2]>,
}

impl Placed<'_> {
    /// The free place that is nearest and hides least: a pixel of a line's width counts as much as one of distance.
    fn best(&self, index: usize, lines: &[String], rings: &[i32], face: Face) -> Option<Tag> {
        let mut best: Option<(i32, Tag)> = None;
        for &ring in rings {
            for side in SIDES {
                if best.as_ref().is_some_and(|&(cost, _)| cost <= ring) {
                    return best.map(|(_, tag)| tag);
                }
                let tag = tag(&self.around.circles[index], (side, ring), lines, face);
                if self.has_room(&tag.plate) && tag.leader.is_none_or(|leader| self.is_free(leader, index)) {
                    let cost = ring + self.hidden(&tag.plate) as i32;
                    if best.as_ref().is_none_or(|&(least, _)| cost < least) {
                        best = Some((cost, tag));
                    }
                }
            }
        }
        best.map(|(_, tag)| tag)
    }

    fn has_room(&self, plate: &Plate) -> bool {
        plate.is_inside(&self.around.sheet)
            && !self.plates.iter().any(|other| plate.meets(other, AIR))
            && !self.around.circles.iter().any(|circle| plate.meets_disc(circle.at, circle.radius + AIR))
            && !self.leaders.iter().any(|&[from, to]| plate.is_crossed(from, to))
    }

    /// Whether a leader of the circle at `index` passes by all other circles, names and leaders.
    fn is_free(&self, [from, to]: [Point; 2], index: usize) -> bool {
        let others = self.around.circles.iter().enumerate().filter(|&(other, _)| other != index);
        !others.into_iter().any(|(_, circle)| distance(circle.at, from, to) < f64::from(circle.radius + PASS))
            && !self.plates.iter().any(|other| other.is_crossed(from, to))
            && !self.leaders.iter().any(|&other| do_cross(other, [from, to]))
    }

    /// Pixels of line width that the plate would cover.
    fn hidden(&self, plate: &Plate) -> u32 {
        let crossing = self.around.threads.iter().filter(|thread| plate.is_crossed(thread.from, thread.to));
        crossing.map(|thread| thread.width).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::super::face::SMALL;
    use super::super::tag::lines;
    use super::*;
    use proptest::prelude::*;

    const SHEET: Plate = Plate { left: 0, top: 0, right: 600, bottom: 400 };

    fn placed(circles: &[Circle]) -> Vec<Option<Tag>> {
        let names: Vec<Vec<String>> =
            (0..circles.len()).map(|index| lines(&"Rodong ".repeat(index % 9), SMALL)).collect();
        let order: Vec<usize> = (0..circles.len()).collect();
        tags(&names, &order, &Around { circles, threads: &[], sheet: SHEET }, SMALL)
    }

    #[test]
    fn a_name_with_room_stands_at_the_right_and_at_the_edge_at_the_left() {
        let circles = [50, 300, 595].map(|x| Circle { at: (x, 200), radius: 5 });
        let placed = placed(&circles);
        let edges: Vec<_> = placed.iter().flatten().map(|tag| (tag.plate.left, tag.plate.right)).collect();
        assert!(placed[0].is_none(), "nothing is written for a circle without a name");
        assert_eq!((edges[0].0, edges[1].1), (309, 586));
    }

    #[test]
    fn a_name_that_is_shut_in_has_a_leader_or_is_not_written() {
        let ring = |index: usize, far: f64| {
            let (sine, cosine) = (index as f64 / 8.0 * std::f64::consts::TAU).sin_cos();
            Circle { at: (300 + (far * cosine) as i32, 200 + (far * sine) as i32), radius: 9 }
        };
        let mut circles = vec![Circle { at: (300, 200), radius: 5 }];
        circles.extend((0..8).map(|index| ring(index, 36.0)));
        let around = Around { circles: &circles, threads: &[], sheet: SHEET };
        let far = tags(&[lines("Korea", SMALL)], &[0], &around, SMALL);
        assert!(far[0].as_ref().is_some_and(|tag| tag.leader.is_some()));
        let tight = Around { sheet: Plate::new(290, 190, 310, 210), ..around };
        assert!(tags(&[lines("Korea", SMALL)], &[0], &tight, SMALL)[0].is_none());
    }

    proptest! {
        #[test]
        fn no_name_meets_a_name_a_circle_or_a_leader(
            places in prop::collection::vec((5..595_i32, 5..395_i32, 3..20_i32), 1..60)
        ) {
            let circles: Vec<Circle> = places.into_iter().map(|(x, y, radius)| Circle { at: (x, y), radius }).collect();
            let tags: Vec<Tag> = placed(&circles).into_iter().flatten().collect();
            for (index, tag) in tags.iter().enumerate() {
                prop_assert!(tag.plate.is_inside(&SHEET));
                prop_assert!(!circles.iter().any(|circle| tag.plate.meets_disc(circle.at, circle.radius)));
                for (other, second) in tags.iter().enumerate().filter(|&(other, _)| other != index) {
                    prop_assert!(!tag.plate.meets(&second.plate, 0), "{index} {other}");
                    prop_assert!(second.leader.is_none_or(|[from, to]| !tag.plate.is_crossed(from, to)), "{index} {other}");
                }
            }
        }
    }
}
