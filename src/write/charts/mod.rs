//! The drawing room: plain data in, one SVG text out, and a PNG of it on demand.
//!
//! Nothing here reads a clock, a random number or (but for the fonts behind a PNG) a file, so the same data give the same bytes.
//! A chart is laid out by hand on a canvas: every word is measured before it gets its place,
//! because labels are names from the news, of any length and script, and none may be cut or cover another.

mod axes;
mod bars;
mod canvas;
mod cells;
mod clean;
mod ends;
mod face;
mod grid;
mod head;
mod header;
mod heatmap;
mod layers;
mod lines;
mod markers;
mod matrix;
mod months;
mod numbers;
mod palette;
mod plot;
mod png;
mod points;
mod scale;
mod series;
mod spread;
mod steps;
mod svg;
mod text;
mod track;
mod words;

pub use bars::{Bars, bars};
pub use grid::{Cell, Heatmap};
pub use heatmap::heatmap;
pub use lines::{Lines, lines};
pub use png::png;

/// What stands above a chart, and what a screen reader says of it.
#[derive(Clone, Debug, Default)]
pub struct Head {
    pub title: String,
    pub subtitle: String,
    /// What an empty chart says.
    pub nothing: String,
}

/// The SVG, or what went wrong in plain words.
pub type Drawn = Result<String, String>;
