//! Circles pushed apart until none covers another and the strongest have room for their names.
//!
//! The aim is that of Dwyer, Marriott and Stuckey, "Fast Node Overlap Removal" (2006): no overlap, and the least change to the
//! layout. Their exact solution is not needed for circles, which have no long sides to get caught at.

use super::plate::Plate;
use std::f64::consts::PI;

/// Pixels between two circles, so that a name fits beside them: a part of the distance that they would have if they filled the
/// plane evenly, and no more than the most.
const GAP: f64 = 0.2;
const WIDEST_GAP: f64 = 24.0;
/// Pixels around a name.
const AIR: f64 = 5.0;
/// Rounds of pushing, and how many pairs may be looked at in all: few circles get all rounds, thousands a few.
const ROUNDS: usize = 400;
const PAIRS: usize = 100_000_000;

/// A circle that can be moved.
#[derive(Clone, Copy, Debug)]
pub struct Body {
    pub place: (f64, f64),
    pub radius: f64,
    /// Width and height of the name for which others make room.
    pub name: Option<(f64, f64)>,
}

/// Moves the bodies inside `plane`; a round looks at the names first and at the circles last, whose distance matters more.
pub fn push_apart(bodies: &mut [Body], plane: &Plate) {
    let (_, _, width, height) = plane.pixels();
    let even = (f64::from(width) * f64::from(height) / bodies.len().max(1) as f64).sqrt();
    let gap = (even * GAP).min(WIDEST_GAP);
    let sides: Vec<f64> = (0..bodies.len()).map(|index| side(bodies, index, plane)).collect();
    let rounds = ROUNDS.min(PAIRS / (bodies.len() * bodies.len()).max(1)).max(4);
    for round in 0..rounds {
        // Names that cannot all have room must not keep the circles moving to the end.
        let has_cleared = round < rounds / 2 && clear_names(bodies, &sides, plane);
        if !part_circles(bodies, gap, plane) && !has_cleared {
            return;
        }
    }
}

/// Moves two circles that are too near by half of what is missing each, pair after pair; whether any had to move.
fn part_circles(bodies: &mut [Body], gap: f64, plane: &Plate) -> bool {
    let mut has_moved = false;
    for one in 0..bodies.len() {
        for other in one + 1..bodies.len() {
            let least = bodies[one].radius + bodies[other].radius + gap;
            let (from, to) = (bodies[one].place, bodies[other].place);
            let (across, down) = (to.0 - from.0, to.1 - from.1);
            if across.abs() >= least || down.abs() >= least || across.hypot(down) >= least {
                continue;
            }
            has_moved = true;
            let push = (least + 0.5 - across.hypot(down)) / 2.0;
            let (across, down) = direction((across, down), one + other);
            shift(&mut bodies[one], (-across * push, -down * push), plane);
            shift(&mut bodies[other], (across * push, down * push), plane);
        }
    }
    has_moved
}

/// Moves circles up or down out of the names beside others; whether any had to move.
fn clear_names(bodies: &mut [Body], sides: &[f64], plane: &Plate) -> bool {
    let mut has_moved = false;
    for one in (0..bodies.len()).filter(|&index| bodies[index].name.is_some()).collect::<Vec<_>>() {
        for other in 0..bodies.len() {
            let push = intrusion(&bodies[one], sides[one], &bodies[other]);
            if one == other || push == 0.0 {
                continue;
            }
            has_moved = true;
            // One that has a name of its own does not yield alone.
            let part = if bodies[other].name.is_some() { 0.5 } else { 1.0 };
            shift(&mut bodies[other], (0.0, push * part), plane);
            shift(&mut bodies[one], (0.0, push * (part - 1.0)), plane);
        }
    }
    has_moved
}

/// Pixels down, or up if negative, that would take `other` out of the name of `body`.
fn intrusion(body: &Body, side: f64, other: &Body) -> f64 {
    let Some((width, height)) = body.name else { return 0.0 };
    let middle = body.place.0 + side * (body.radius + AIR + width / 2.0);
    let down = other.place.1 - body.place.1;
    let (across, room) = ((other.place.0 - middle).abs(), height / 2.0 + other.radius + AIR);
    if across >= width / 2.0 + other.radius + AIR || down.abs() >= room {
        return 0.0;
    }
    // The half pixel keeps roundings from bringing the same pair up again.
    if down < 0.0 { -room - down - 0.5 } else { room - down + 0.5 }
}

/// On which side a name stands: 1 for the right, -1 for the left if there is no room or there are more circles at the right.
fn side(bodies: &[Body], index: usize, plane: &Plate) -> f64 {
    let body = &bodies[index];
    let Some((width, _)) = body.name else { return 1.0 };
    let reach = body.radius + AIR + width;
    let has_room = |side: f64| {
        let end = body.place.0 + side * reach;
        end > f64::from(plane.left) && end < f64::from(plane.right)
    };
    let crowd = |side: f64| bodies.iter().filter(|other| intrusion(body, side, other) != 0.0).count();
    let goes_left = has_room(-1.0) && (!has_room(1.0) || crowd(-1.0) < crowd(1.0));
    if goes_left { -1.0 } else { 1.0 }
}

/// The unit vector along a distance; of none, one that turns by the golden angle, so that equal places part on all sides.
fn direction((across, down): (f64, f64), turn: usize) -> (f64, f64) {
    let length = across.hypot(down);
    if length > 1e-6 {
        return (across / length, down / length);
    }
    let (sine, cosine) = (turn as f64 * PI * (3.0 - 5.0_f64.sqrt())).sin_cos();
    (cosine, sine)
}

fn shift(body: &mut Body, (across, down): (f64, f64), plane: &Plate) {
    let inside = |value: f64, low: i32, high: i32| {
        let (low, high) = (f64::from(low) + body.radius + 2.0, f64::from(high) - body.radius - 2.0);
        value.min(high).max(low)
    };
    let (x, y) = (body.place.0 + across, body.place.1 + down);
    body.place = (inside(x, plane.left, plane.right), inside(y, plane.top, plane.bottom));
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLANE: Plate = Plate { left: 0, top: 0, right: 900, bottom: 800 };

    fn body(place: (f64, f64)) -> Body {
        Body { place, radius: 6.0, name: None }
    }

    fn pushed(mut bodies: Vec<Body>) -> Vec<Body> {
        push_apart(&mut bodies, &PLANE);
        bodies
    }

    #[test]
    fn circles_with_room_stay_where_the_layout_put_them() {
        let places = [(100.0, 100.0), (200.0, 100.0), (150.0, 300.0)];
        let kept: Vec<_> = pushed(places.map(body).to_vec()).iter().map(|body| body.place).collect();
        assert_eq!(kept, places);
    }

    #[test]
    fn no_circle_covers_another_even_if_all_stood_in_one_place() {
        for count in [2, 12, 40, 150] {
            let bodies = pushed(vec![body((450.0, 400.0)); count]);
            for (one, first) in bodies.iter().enumerate() {
                for second in &bodies[one + 1..] {
                    let (across, down) = (first.place.0 - second.place.0, first.place.1 - second.place.1);
                    assert!(across.hypot(down) >= 12.0, "{count}: {first:?} covers {second:?}");
                }
            }
        }
    }

    #[test]
    fn small_circles_make_room_for_the_name_of_a_strong_one() {
        let strong = Body { name: Some((120.0, 14.0)), ..body((400.0, 400.0)) };
        let bodies = pushed(vec![
            strong,
            body((460.0, 395.0)),
            body((500.0, 402.0)),
            body((340.0, 400.0)),
            body((360.0, 401.0)),
            body((310.0, 400.0)),
        ]);
        assert!(bodies[1..].iter().all(|other| intrusion(&bodies[0], 1.0, other) == 0.0), "{bodies:?}");
    }
}
