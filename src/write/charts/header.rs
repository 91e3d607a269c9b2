//! The labels over the columns of a heat map: flat, slanted or upright, whichever can be read in the room there is.

use super::clean::clean;
use super::face::Face;
use super::text::{widest, wrap};
use super::words::Turn;
use std::f64::consts::FRAC_1_SQRT_2;

/// More columns than this have their labels upright, which costs no room on the right.
pub const MANY: usize = 24;
const LARGEST: i32 = 80;
const COLUMN_LIMIT: i32 = 180;
/// Between the labels of neighbouring columns.
const AIR: i32 = 4;

/// The labels of the columns and the width of a cell, which depend on each other.
pub struct Header {
    pub labels: Vec<Vec<String>>,
    pub turn: Turn,
    pub cell: i32,
    /// Pixels by which a slanted label may stick out to the right of the last column.
    pub overhang: i32,
    face: Face,
}

impl Header {
    /// Flat if every label can be read whole over its column, else slanted, else upright.
    pub fn new(columns: &[String], face: Face, room: i32, smallest: i32) -> Header {
        let count = columns.len() as i32;
        let wrapped = |limit: i32, most: usize| columns.iter().map(|label| wrap(label, face, limit, most)).collect();
        let cell = |room: i32| (room / count.max(1)).clamp(smallest, LARGEST);
        let flat: Vec<Vec<String>> = wrapped(cell(room) - 8, 3);
        if flat.iter().zip(columns).all(|(lines, label)| lines.join(" ") == clean(label)) {
            return Header { labels: flat, turn: Turn::Flat, cell: cell(room), overhang: 0, face };
        }
        let lines = |pitch: i32, most: i32| ((pitch - AIR) / face.tight()).clamp(1, most) as usize;
        if columns.len() > MANY {
            let cell = cell(room);
            return Header {
                labels: wrapped(COLUMN_LIMIT, lines(cell, 2)),
                turn: Turn::Upright,
                cell,
                overhang: 0,
                face,
            };
        }
        // The cells of the worst case, a longest label over the last column, tell how far the labels really reach.
        let narrow = cell(room - slanted(COLUMN_LIMIT));
        let labels = wrapped(COLUMN_LIMIT, lines(slanted(narrow), 3));
        let overhang = overhang(&labels, face, narrow);
        Header { labels, turn: Turn::Slant, cell: cell(room - overhang), overhang, face }
    }

    pub fn height(&self) -> i32 {
        let lines = self.labels.iter().map(Vec::len).max().unwrap_or(0) as i32;
        let longest = widest(self.labels.iter().flatten(), self.face);
        match self.turn {
            Turn::Flat => lines * self.face.leading() + 6,
            Turn::Slant => slanted(longest + lines * self.face.tight()) + 8,
            Turn::Upright => longest + 10,
        }
    }
}

/// How far right, or up, so many pixels reach at 45 degrees.
fn slanted(pixels: i32) -> i32 {
    (f64::from(pixels) * FRAC_1_SQRT_2).ceil() as i32
}

fn overhang(labels: &[Vec<String>], face: Face, cell: i32) -> i32 {
    let to_the_right = (0..labels.len() as i32).rev().map(|behind| behind * cell + cell / 2);
    let reach = |lines: &Vec<String>| slanted(widest(lines.iter(), face) + (lines.len() as i32) * face.tight());
    labels.iter().zip(to_the_right).map(|(lines, room)| reach(lines) - room).max().unwrap_or(0).max(0)
}
