//! The name of a circle in a network: how it is broken into lines, and where it stands on a side of the circle.

use super::canvas::Point;
use super::circles::Circle;
use super::face::Face;
use super::plate::Plate;
use super::text::{widest, wrap};
use super::words::{Align, Words};
use std::f64::consts::TAU;

/// The widest a line of a name may be.
const LIMIT: i32 = 170;
/// Pixels from the circle to its name; a name farther off has a leader.
pub const BESIDE: i32 = 4;

/// A name in its place.
pub struct Tag {
    /// One for each line of the name.
    pub words: Vec<Words>,
    /// All that the words take.
    pub plate: Plate,
    pub leader: Option<[Point; 2]>,
}

/// A name in lines, as it is written anywhere.
pub fn lines(name: &str, face: Face) -> Vec<String> {
    wrap(name, face, LIMIT, 3)
}

/// Width and height of a name.
pub fn extent(lines: &[String], face: Face) -> (i32, i32) {
    (widest(lines, face), (lines.len() as i32 - 1).max(0) * face.leading() + face.size + 2)
}

/// The name at so many pixels from its circle, on the side that is counted in 32nds of a turn clockwise from the right.
pub fn tag(circle: &Circle, (side, away): (u8, i32), lines: &[String], face: Face) -> Tag {
    let (down, across) = (f64::from(side) / 32.0 * TAU).sin_cos();
    let reach = |from: i32, part: f64, pixels: i32| from + (part * f64::from(pixels)).round() as i32;
    let along = |pixels: i32| (reach(circle.at.0, across, pixels), reach(circle.at.1, down, pixels));
    let (x, y) = along(circle.radius + away);
    let (width, height) = extent(lines, face);
    let (left, align) = match side {
        8 | 24 => (x - width / 2, Align::Centre),
        9..24 => (x - width, Align::Right),
        _ => (x, Align::Left),
    };
    let top = match side {
        0 | 16 => y - height / 2,
        1..16 => y,
        _ => y - height,
    };
    let first = top + face.size / 2 + 1;
    let line = |(index, text): (usize, &String)| {
        Words::new(text, (x, first + index as i32 * face.leading()), face).align(align)
    };
    Tag {
        words: lines.iter().enumerate().map(line).collect(),
        plate: Plate::new(left, top, left + width, top + height),
        leader: (away > BESIDE).then(|| [along(circle.radius), along(circle.radius + away - 2)]),
    }
}

/// The box of one line of a name.
pub fn ground(words: &Words) -> Plate {
    let width = words.face.width(&words.text);
    let left = match words.align {
        Align::Left => words.at.0,
        Align::Centre => words.at.0 - width / 2,
        Align::Right => words.at.0 - width,
    };
    let top = words.at.1 - words.face.size / 2 - 1;
    Plate::new(left, top, left + width, top + words.face.size + 2)
}
