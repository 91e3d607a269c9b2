//! The plane of a line chart: which pixel a month and a value fall on.

use super::canvas::{MARGIN, Point, WIDTH};
use super::ends::{LEADERS, heights};
use super::face::{LABEL, SMALL};
use super::months::places;
use super::numbers::fixed;
use super::steps::{around, decimals, step};
use super::text::widest;

const HEIGHT: i32 = 340;
const ONE_MONTH: i32 = 120;
/// Room at both ends for the points of the first and last month, which may stand side by side.
const PAD: i32 = 18;

pub struct Plot {
    pub left: i32,
    pub top: i32,
    pub width: i32,
    pub height: i32,
    pub places: Vec<i64>,
    /// The values that have a line across the plot; the first is the foot, the last the top.
    pub levels: Vec<f64>,
    pub decimals: usize,
}

impl Plot {
    pub fn around(x: &[String], values: &[Vec<Option<f64>>], names: &[Vec<String>], top: i32) -> Plot {
        let seen = || values.iter().flatten().flatten().copied();
        let (low, high) = seen().fold((0.0_f64, 0.0_f64), |(low, high), value| (low.min(value), high.max(value)));
        let step = step(high - low, 5, seen().all(|value| value.fract() == 0.0));
        let (levels, decimals) = (around(low, high, step), decimals(step));
        let left = MARGIN + levels.iter().map(|&level| SMALL.width(&fixed(level, decimals))).max().unwrap_or(0) + 10;
        let right = WIDTH - MARGIN - widest(names.iter().flatten(), LABEL) - 16 - LEADERS;
        let places = places(x);
        // A single month in a wide plane would have leaders that look like flat lines.
        let width = if places.len() == 1 { ONE_MONTH } else { right - left };
        let height = HEIGHT.max(heights(names));
        Plot { left, top, width, height, places, levels, decimals }
    }

    /// Pixels between two neighbouring months, the ends kept off the edges of the plot.
    pub fn pixels(&self) -> f64 {
        f64::from(self.width - 2 * PAD) / (self.span().max(1)) as f64
    }

    fn span(&self) -> i64 {
        self.places.last().unwrap_or(&0) - self.places.first().unwrap_or(&0)
    }

    pub fn across(&self, place: i64) -> i32 {
        if self.span() == 0 {
            return self.left + self.width / 2;
        }
        let months = (place - self.places.first().unwrap_or(&0)) as f64;
        self.left + PAD + (months * self.pixels()).round() as i32
    }

    /// Pixels between the months of two observations.
    pub fn between(&self, one: usize, other: usize) -> f64 {
        (self.places[other] - self.places[one]).abs() as f64 * self.pixels()
    }

    pub fn down(&self, value: f64) -> i32 {
        let (low, high) = (self.levels[0], self.levels[self.levels.len() - 1]);
        self.top + ((high - value) / (high - low) * f64::from(self.height)).round() as i32
    }

    pub fn point(&self, values: &[Option<f64>], index: usize) -> Option<Point> {
        Some((self.across(self.places[index]), self.down(values[index]?)))
    }
}
