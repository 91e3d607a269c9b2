//! The plane of a chart of ranks: the first on top, and a rung for each rank.

use super::axes::times;
use super::canvas::{Canvas, MARGIN, WIDTH};
use super::ends::LEADERS;
use super::face::{LABEL, SMALL};
use super::months::places;
use super::numbers::fixed;
use super::palette::{AXIS, GREY, RULE};
use super::plot::Plot;
use super::rank_names::height;
use super::text::{shorten, widest};
use super::words::{Align, Words};

/// Pixels from one rank to the next, if no name is higher.
const RUNG: i32 = 32;
const NARROW_RUNG: i32 = 24;
/// With more ranks than this the rungs are narrow, and high names may push their neighbours off their ranks.
const MANY: u32 = 20;
/// The longest label of a period.
const PERIOD_LIMIT: i32 = 90;

/// The plane of ranks 1 to `lowest`, drawn as negative numbers so that the first is on top.
/// `begin` holds the names to the left, nothing for lines that begin later; `names` those to the right.
pub fn ladder(x: &[String], lowest: u32, begin: &[Vec<String>], names: &[Vec<String>], top: i32) -> Plot {
    let heights = || names.iter().map(|name| height(name));
    let rung = if lowest > MANY { NARROW_RUNG } else { heights().max().unwrap_or(0).max(RUNG) };
    // All names find room even if all lines end at the same rank.
    let height = (lowest as i32 * rung).max(heights().sum());
    let numbers = SMALL.width(&fixed(f64::from(lowest), 0)) + 10;
    let beside = match widest(begin.iter().flatten(), LABEL) {
        0 => 0,
        width => width + 14,
    };
    let left = MARGIN + beside + numbers;
    let right = WIDTH - MARGIN - widest(names.iter().flatten(), LABEL) - 16 - LEADERS;
    // A single period has no lines and needs no plane: its ranks are a list.
    let width = if x.len() == 1 { 0 } else { right - left };
    // Half a rung above the first and below the last.
    let levels = vec![-f64::from(lowest) - 0.5, -0.5];
    Plot { left, top, width, height, places: places(x), levels, decimals: 0 }
}

/// Draws the rungs with their ranks, and the periods at the foot, whose height it returns.
pub fn rungs(canvas: &mut Canvas, x: &[String], lowest: u32, plot: &Plot) -> i32 {
    for rank in 1..=lowest {
        let y = plot.down(-f64::from(rank));
        let number = Words::new(&fixed(f64::from(rank), 0), (plot.left - 8, y), SMALL);
        canvas.write(number.color(GREY).align(Align::Right));
        if plot.width > 0 {
            canvas.fill(plot.left, y, plot.width, 1, RULE);
        }
    }
    let foot = plot.top + plot.height;
    if let [period] = x {
        let period = shorten(period, SMALL, WIDTH - 2 * MARGIN);
        canvas.write(Words::new(&period, (MARGIN, foot + 16), SMALL).color(GREY));
        return foot + 24;
    }
    canvas.fill(plot.left, foot, plot.width, 1, AXIS);
    // Months count from the year 0, other periods from the first of them.
    if plot.places.first().is_some_and(|&place| place > 0) { times(canvas, x, plot) } else { periods(canvas, x, plot) }
}

/// Labels four periods apart, or a multiple of four, where not every one or every other fits:
/// then those of quarters name the same quarter of each year.
fn periods(canvas: &mut Canvas, x: &[String], plot: &Plot) -> i32 {
    let foot = plot.top + plot.height;
    let labels: Vec<String> = x.iter().map(|label| shorten(label, SMALL, PERIOD_LIMIT)).collect();
    let apart = (f64::from(widest(&labels, SMALL) + 12) / plot.pixels()).ceil() as usize;
    let apart = if apart > 2 { apart.next_multiple_of(4) } else { apart.max(1) };
    for (label, &place) in labels.iter().zip(&plot.places).step_by(apart) {
        let across = plot.across(place);
        canvas.fill(across, foot, 1, 5, AXIS);
        canvas.write(Words::new(label, (across, foot + 16), SMALL).color(GREY).align(Align::Centre));
    }
    foot + 21
}
