//! One line of text on the sheet: where it stands, which end of it, and whether it is turned.

#[cfg(test)]
use super::canvas::Area;
use super::canvas::Point;
use super::clean::clean;
use super::face::Face;
use super::palette::{Color, INK};
use std::f64::consts::FRAC_1_SQRT_2;

/// One line of text; `at` is the middle of its height, at the end or centre that `align` says.
#[derive(Clone, Debug)]
pub struct Words {
    pub text: String,
    pub at: Point,
    pub face: Face,
    pub color: Color,
    pub align: Align,
    pub turn: Turn,
}

impl Words {
    /// Dark words that begin at `at`. Cleaning here means that no text can reach the SVG uncleaned.
    pub fn new(text: &str, at: Point, face: Face) -> Words {
        Words { text: clean(text), at, face, color: INK, align: Align::Left, turn: Turn::Flat }
    }

    pub fn color(self, color: Color) -> Words {
        Words { color, ..self }
    }

    pub fn align(self, align: Align) -> Words {
        Words { align, ..self }
    }

    pub fn turn(self, turn: Turn) -> Words {
        Words { turn, ..self }
    }
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Align {
    Left,
    Centre,
    Right,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Turn {
    Flat,
    /// Rising to the right by 45 degrees.
    Slant,
    /// Read from below.
    Upright,
}

impl Turn {
    /// The direction in which the next line of a paragraph follows.
    pub fn below(self) -> (f64, f64) {
        match self {
            Turn::Flat => (0.0, 1.0),
            Turn::Slant => (FRAC_1_SQRT_2, FRAC_1_SQRT_2),
            Turn::Upright => (1.0, 0.0),
        }
    }
}

#[cfg(test)]
impl Words {
    /// The box that the words fill when they lie flat.
    pub fn extent(&self) -> Area {
        let width = self.face.width(&self.text);
        let left = match self.align {
            Align::Left => self.at.0,
            Align::Centre => self.at.0 - width / 2,
            Align::Right => self.at.0 - width,
        };
        Area { left, top: self.at.1 - self.face.size / 2, width, height: self.face.size }
    }
}
