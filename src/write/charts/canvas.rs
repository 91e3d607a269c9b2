//! A sheet on which a chart puts its marks by hand; `svg.rs` turns the sheet into text.
//!
//! Marks are kept as data rather than drawn at once, so that a sheet may grow while it is laid out,
//! and so that a test can ask where every word stands.

use super::palette::Color;
use super::words::{Turn, Words};

pub const WIDTH: i32 = 1000;
pub const MARGIN: i32 = 24;

pub type Point = (i32, i32);

pub struct Canvas {
    pub width: i32,
    pub height: i32,
    pub marks: Vec<Mark>,
}

pub enum Mark {
    Fill(Area, Color),
    Line(Vec<Point>, Color, u32),
    /// A thin broken line.
    Dashes(Vec<Point>, Color),
    Shape(Vec<Point>, Color),
    Disc(Point, i32, Color),
    Words(Words),
}

#[derive(Clone, Copy, Debug)]
pub struct Area {
    pub left: i32,
    pub top: i32,
    pub width: i32,
    pub height: i32,
}

impl Canvas {
    pub fn new() -> Canvas {
        Canvas { width: WIDTH, height: 2 * MARGIN, marks: Vec::new() }
    }

    /// Ends the sheet a margin below `bottom`.
    pub fn end(&mut self, bottom: i32) {
        self.height = bottom + MARGIN;
    }

    pub fn fill(&mut self, left: i32, top: i32, width: i32, height: i32, color: Color) {
        self.marks.push(Mark::Fill(Area { left, top, width, height }, color));
    }

    pub fn line(&mut self, points: Vec<Point>, color: Color, stroke: u32) {
        self.marks.push(Mark::Line(points, color, stroke));
    }

    pub fn dashes(&mut self, points: Vec<Point>, color: Color) {
        self.marks.push(Mark::Dashes(points, color));
    }

    pub fn shape(&mut self, points: Vec<Point>, color: Color) {
        self.marks.push(Mark::Shape(points, color));
    }

    pub fn disc(&mut self, centre: Point, radius: i32, color: Color) {
        self.marks.push(Mark::Disc(centre, radius, color));
    }

    pub fn write(&mut self, words: Words) {
        self.marks.push(Mark::Words(words));
    }

    /// Writes `lines` in the manner of `words`, one below the other however they are turned, the block centred on `at`.
    pub fn write_block(&mut self, lines: &[String], words: &Words) {
        let (right, down) = words.turn.below();
        let middle = (lines.len() as f64 - 1.0) / 2.0;
        let leading = if words.turn == Turn::Flat { words.face.leading() } else { words.face.tight() };
        for (index, line) in lines.iter().enumerate() {
            let shift = (index as f64 - middle) * f64::from(leading);
            let at = (words.at.0 + (shift * right).round() as i32, words.at.1 + (shift * down).round() as i32);
            self.write(Words { text: line.clone(), at, ..words.clone() });
        }
    }
}

#[cfg(test)]
impl Canvas {
    /// The boxes of all words that lie flat.
    pub fn boxes(&self) -> Vec<(String, Area)> {
        let flat = self.marks.iter().filter_map(|mark| match mark {
            Mark::Words(words) if words.turn == Turn::Flat => Some((words.text.clone(), words.extent())),
            _ => None,
        });
        flat.collect()
    }

    /// Fails when two words overlap or one leaves the sheet.
    pub fn assert_legible(&self) {
        let boxes = self.boxes();
        for (index, (text, area)) in boxes.iter().enumerate() {
            assert!(area.left >= 0 && area.left + area.width <= self.width, "{text:?} is cut: {area:?}");
            assert!(area.top >= 0 && area.top + area.height <= self.height, "{text:?} is cut: {area:?}");
            for (other, place) in &boxes[index + 1..] {
                assert!(!area.meets(place), "{text:?} {area:?} covers {other:?} {place:?}");
            }
        }
    }
}

#[cfg(test)]
impl Area {
    fn meets(&self, other: &Area) -> bool {
        let apart = |from: i32, long: i32, start: i32, length: i32| from + long <= start || start + length <= from;
        !apart(self.left, self.width, other.left, other.width) && !apart(self.top, self.height, other.top, other.height)
    }
}
