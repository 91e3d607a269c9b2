//! A dispersion plot of more articles than can be named: lines without labels, and beyond some hundreds several articles a line.

use super::canvas::{Canvas, MARGIN, WIDTH};
use super::dates::{Mark, marks};
use super::face::SMALL;
use super::head::legend;
use super::lane::{Lane, captions, percents, teeth};
use super::palette::{AXIS, Color, GREY, RULE, ramp, series};
use super::ticks::{TickRow, Ticks};
use super::words::{Align, Words};
use crate::base::wording::plural;
use std::ops::RangeInclusive;

/// The lines together stay lower than this.
const TALL: i32 = 700;
const HIGHEST: i32 = 12;
/// With more articles several share a line.
const MOST_SINGLE: usize = 600;
/// Pixels of a cell, which counts the hits of all articles of its line in its part of the lane.
const CELL: (i32, i32) = (4, 3);
/// Each class of hits is twice as wide as the one before, since few cells hold many.
const CLASSES: [(RangeInclusive<usize>, &str); 5] =
    [(1..=1, "1 hit"), (2..=2, "2 hits"), (3..=4, "3 to 4"), (5..=8, "5 to 8"), (9..=usize::MAX, "9 or more")];

/// Draws all rows below `top` and returns the height below them.
pub fn dense(canvas: &mut Canvas, chart: &Ticks, top: i32) -> i32 {
    let rows = chart.rows.len();
    let shared = if rows > MOST_SINGLE { rows.div_ceil((TALL / CELL.1) as usize) } else { 1 };
    let pitch = if shared > 1 { CELL.1 } else { (TALL / rows.max(1) as i32).clamp(1, HIGHEST) };
    let left = MARGIN + SMALL.width("0000-00-00") + 12;
    let height = rows.div_ceil(shared) as i32 * pitch;
    let mut lane = Lane { left, top: 0, width: WIDTH - MARGIN - 18 - left, height };
    let cells = if shared > 1 { cells(chart, shared, (lane.width / CELL.0) as usize) } else { Vec::new() };
    let below = captions(canvas, &[chart.axis.clone(), manner(rows, shared)], top);
    let below = if shared > 1 { legend(canvas, &key(&cells), below + 4) } else { below };
    lane.top = below + 26;
    let middle = |row: usize| lane.top + (row / shared) as i32 * pitch + thick(pitch) / 2;
    sides(canvas, &lane, &marks(&chart.rows, middle));
    percents(canvas, &lane);
    if shared == 1 {
        lines(canvas, &lane, chart, pitch);
    }
    for (index, cells) in cells.iter().enumerate() {
        shades(canvas, &lane, cells, lane.top + index as i32 * pitch);
    }
    lane.top + lane.height
}

/// One article a line.
fn lines(canvas: &mut Canvas, lane: &Lane, chart: &Ticks, pitch: i32) {
    let height = thick(pitch);
    let has_threads = pitch > 6;
    for (index, row) in chart.rows.iter().enumerate() {
        let top = lane.top + index as i32 * pitch;
        if has_threads {
            canvas.fill(lane.left, top + height / 2, lane.width, 1, RULE);
        }
        let spans = row.places().into_iter().map(|place| lane.tick(place));
        teeth(canvas, spans, (top, height), series(0));
    }
}

/// Pixels of a tick from top to bottom: a hair of white between the lines as long as they can spare it, but never so thin that
/// a lone tick cannot be seen, though it then reaches into the next line.
fn thick(pitch: i32) -> i32 {
    (pitch - i32::from(pitch > 3) - i32::from(pitch > 7)).max(2)
}

fn manner(rows: usize, shared: usize) -> String {
    let lines = match shared {
        1 => "one line each".to_owned(),
        _ => format!("{shared} of them a line, the darker the more hits in a place"),
    };
    format!("{} from top to bottom, {lines}; all are drawn equally long", plural(rows as u64, "article"))
}

/// The hits in each cell, by line, then from left to right.
fn cells(chart: &Ticks, shared: usize, columns: usize) -> Vec<Vec<usize>> {
    let line = |rows: &[TickRow]| {
        let mut cells = vec![0; columns];
        for place in rows.iter().flat_map(|row| row.places()) {
            cells[((place * columns as f64) as usize).min(columns - 1)] += 1;
        }
        cells
    };
    chart.rows.chunks(shared).map(line).collect()
}

/// The classes that occur, with their shades.
fn key(cells: &[Vec<usize>]) -> Vec<(String, Color)> {
    let is_seen = |class: &RangeInclusive<usize>| cells.iter().flatten().any(|hits| class.contains(hits));
    let seen = CLASSES.iter().enumerate().filter(|(_, (class, _))| is_seen(class));
    seen.map(|(index, (_, name))| ((*name).to_owned(), tone(index))).collect()
}

/// From a shade that stands out from the paper to the darkest.
fn tone(class: usize) -> Color {
    ramp(0.3 + 0.7 * class as f64 / (CLASSES.len() - 1) as f64)
}

fn shades(canvas: &mut Canvas, lane: &Lane, cells: &[usize], top: i32) {
    for (index, (class, _)) in CLASSES.iter().enumerate() {
        let inside = cells.iter().enumerate().filter(|(_, hits)| class.contains(hits));
        let spans = inside.map(|(column, _)| {
            let from = lane.left + column as i32 * CELL.0;
            (from, from + CELL.0)
        });
        teeth(canvas, spans, (top, CELL.1), tone(index));
    }
}

/// Writes the dates at the left of the lane, with a hairline through it.
fn sides(canvas: &mut Canvas, lane: &Lane, marks: &[Mark]) {
    for mark in marks {
        canvas.fill(lane.left - 5, mark.y, 5, 1, AXIS);
        canvas.fill(lane.left, mark.y, lane.width, 1, RULE);
        canvas.write(Words::new(&mark.text, (lane.left - 9, mark.y), SMALL).color(GREY).align(Align::Right));
    }
}
