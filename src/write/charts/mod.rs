//! The drawing room: plain data in, one SVG text out, and a PNG of it on demand.
//!
//! Nothing here reads a clock, a random number or (but for the fonts behind a PNG) a file, so the same data give the same bytes.
//! A chart is laid out by hand on a canvas: every word is measured before it gets its place,
//! because labels are names from the news, of any length and script, and none may be cut or cover another.

mod apart;
mod axes;
mod balance;
mod bars;
mod canvas;
mod cells;
mod circles;
mod clean;
mod dates;
mod dense;
mod diverging;
mod ends;
mod face;
mod graph;
mod grid;
mod head;
mod header;
mod heatmap;
mod key;
mod ladder;
mod lane;
mod layers;
mod lines;
mod markers;
mod matrix;
mod months;
mod multiples;
mod numbers;
mod palette;
mod panels;
mod plate;
mod plot;
mod png;
mod points;
mod rank_names;
mod ranks;
mod scale;
mod series;
mod small;
mod spread;
mod steps;
mod svg;
mod tag;
mod tags;
mod text;
mod threads;
mod ticks;
mod track;
mod words;

pub use bars::{Bars, bars};
pub use diverging::{Diverging, Panel, diverging};
pub use graph::{Graph, GraphEdge, GraphNode, community_color, graph};
pub use grid::{Cell, Heatmap};
pub use heatmap::heatmap;
pub use lines::{Lines, lines};
pub use multiples::{Multiples, Small, multiples};
pub use png::png;
pub use ranks::{Ranks, ranks};
pub use ticks::{TickRow, Ticks, ticks};

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
