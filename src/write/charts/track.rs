//! The ground of a bar chart: how wide its labels and totals are, and how long that leaves the bars.

use super::canvas::{MARGIN, WIDTH};
use super::face::LABEL;
use super::text::{widest, wrap};
use crate::base::wording::grouped;

pub const BAR: i32 = 16;
const LABEL_LIMIT: i32 = 300;

pub struct Row {
    pub label: Vec<String>,
    pub counts: Vec<u64>,
    /// Wider than a count, so that no sum of counts overflows.
    pub total: u128,
}

impl Row {
    pub fn new(label: &str, counts: &[u64], series: usize) -> Row {
        let counts: Vec<u64> = counts.iter().copied().take(series).collect();
        Row {
            label: wrap(label, LABEL, LABEL_LIMIT, 3),
            total: counts.iter().map(|&count| u128::from(count)).sum(),
            counts,
        }
    }

    pub fn height(&self) -> i32 {
        (self.label.len() as i32 * LABEL.leading() + 8).max(BAR + 8)
    }
}

pub struct Track {
    pub left: i32,
    pub top: i32,
    pub width: i32,
    pub height: i32,
    /// The total whose bar takes the whole width.
    pub full: u128,
}

impl Track {
    pub fn around(rows: &[Row], top: i32) -> Track {
        let left = MARGIN + widest(rows.iter().flat_map(|row| &row.label), LABEL) + 10;
        let totals = rows.iter().map(|row| LABEL.width(&grouped(row.total))).max().unwrap_or(0);
        let full = rows.iter().map(|row| row.total).max().unwrap_or(0).max(1);
        Track { left, top, width: WIDTH - MARGIN - totals - 8 - left, height: rows.iter().map(Row::height).sum(), full }
    }

    /// Pixels from the baseline; something is never drawn as nothing.
    pub fn length(&self, count: u128) -> i32 {
        let share = count as f64 / self.full as f64;
        ((share * f64::from(self.width)).round() as i32).max(i32::from(count > 0))
    }
}
