//! Rectangles, circles and lines on the sheet, and whether they come in each other's way.

use super::canvas::Point;

/// An upright rectangle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Plate {
    pub left: i32,
    pub top: i32,
    pub right: i32,
    pub bottom: i32,
}

impl Plate {
    pub fn new(left: i32, top: i32, right: i32, bottom: i32) -> Plate {
        Plate { left, top, right, bottom }
    }

    /// Left, top, width and height.
    pub fn pixels(&self) -> (i32, i32, i32, i32) {
        (self.left, self.top, self.right - self.left, self.bottom - self.top)
    }

    pub fn is_inside(&self, other: &Plate) -> bool {
        self.left >= other.left && self.right <= other.right && self.top >= other.top && self.bottom <= other.bottom
    }

    /// Whether fewer than `air` pixels lie between the two.
    pub fn meets(&self, other: &Plate, air: i32) -> bool {
        self.left < other.right + air
            && other.left < self.right + air
            && self.top < other.bottom + air
            && other.top < self.bottom + air
    }

    /// Whether the circle reaches into the rectangle.
    pub fn meets_disc(&self, (x, y): Point, radius: i32) -> bool {
        let (across, down) = (x - x.clamp(self.left, self.right), y - y.clamp(self.top, self.bottom));
        across * across + down * down < radius * radius
    }

    /// Whether a straight line between the two points passes through the rectangle: clipped by its sides, something is left.
    ///
    /// Source: Liang and Barsky, "A New Concept and Method for Line Clipping" (1984).
    pub fn is_crossed(&self, from: Point, to: Point) -> bool {
        let (across, down) = (f64::from(to.0 - from.0), f64::from(to.1 - from.1));
        let sides = [
            (-across, from.0 - self.left),
            (across, self.right - from.0),
            (-down, from.1 - self.top),
            (down, self.bottom - from.1),
        ];
        let (mut enters, mut leaves) = (0.0_f64, 1.0_f64);
        for (toward, room) in sides {
            let room = f64::from(room);
            if toward == 0.0 {
                if room < 0.0 {
                    return false;
                }
            } else if toward < 0.0 {
                enters = enters.max(room / toward);
            } else {
                leaves = leaves.min(room / toward);
            }
        }
        enters <= leaves
    }
}

/// Pixels from a point to the nearest point of a line.
pub fn distance(point: Point, from: Point, to: Point) -> f64 {
    let (across, down) = (f64::from(to.0 - from.0), f64::from(to.1 - from.1));
    let (x, y) = (f64::from(point.0 - from.0), f64::from(point.1 - from.1));
    let length = across * across + down * down;
    let along = if length > 0.0 { ((x * across + y * down) / length).clamp(0.0, 1.0) } else { 0.0 };
    (x - along * across).hypot(y - along * down)
}

/// Whether two lines have a point in common: the ends of each lie on both sides of the other, or on it.
pub fn do_cross([a, b]: [Point; 2], [c, d]: [Point; 2]) -> bool {
    let turn = |from: Point, to: Point, point: Point| {
        (i64::from(to.0 - from.0) * i64::from(point.1 - from.1)
            - i64::from(to.1 - from.1) * i64::from(point.0 - from.0))
        .signum()
    };
    turn(a, b, c) * turn(a, b, d) <= 0 && turn(c, d, a) * turn(c, d, b) <= 0
}

#[cfg(test)]
mod tests {
    use super::*;

    const SQUARE: Plate = Plate { left: 10, top: 10, right: 20, bottom: 20 };

    #[test]
    fn a_line_crosses_a_rectangle_only_if_part_of_it_lies_inside() {
        for (from, to) in [((0, 15), (30, 15)), ((15, 0), (15, 12)), ((12, 12), (13, 13)), ((0, 0), (30, 30))] {
            assert!(SQUARE.is_crossed(from, to) && SQUARE.is_crossed(to, from), "{from:?} {to:?}");
        }
        for (from, to) in [((0, 15), (8, 15)), ((0, 0), (30, 0)), ((0, 25), (25, 50)), ((21, 0), (21, 40))] {
            assert!(!SQUARE.is_crossed(from, to) && !SQUARE.is_crossed(to, from), "{from:?} {to:?}");
        }
    }

    #[test]
    fn a_circle_meets_a_rectangle_at_its_side_or_corner() {
        assert!(SQUARE.meets_disc((15, 15), 1) && SQUARE.meets_disc((24, 15), 5) && SQUARE.meets_disc((23, 24), 6));
        assert!(!SQUARE.meets_disc((24, 15), 4) && !SQUARE.meets_disc((23, 24), 5));
    }

    #[test]
    fn rectangles_keep_their_air() {
        let beside = Plate::new(22, 10, 30, 20);
        assert!(SQUARE.meets(&beside, 3) && beside.meets(&SQUARE, 3) && !SQUARE.meets(&beside, 2));
        assert!(SQUARE.is_inside(&Plate::new(10, 10, 20, 20)) && !SQUARE.is_inside(&Plate::new(11, 10, 20, 20)));
    }

    #[test]
    fn the_distance_to_a_line_ends_at_its_ends() {
        assert_eq!(distance((5, 3), (0, 0), (10, 0)), 3.0);
        assert_eq!(distance((13, 4), (0, 0), (10, 0)), 5.0);
        assert_eq!(distance((3, 4), (0, 0), (0, 0)), 5.0);
    }

    #[test]
    fn lines_cross_in_the_middle_or_at_an_end_or_not_at_all() {
        let flat = [(0, 0), (10, 0)];
        assert!(do_cross(flat, [(5, -5), (5, 5)]) && do_cross(flat, [(10, 0), (20, 9)]));
        assert!(!do_cross(flat, [(11, -5), (11, 5)]) && !do_cross(flat, [(0, 1), (10, 1)]));
    }
}
