//! The keys of a network: what its colours mean, and how many a circle or a line stands for.

use super::canvas::{Canvas, MARGIN, Point, WIDTH};
use super::circles::{Circle, Sizes, size};
use super::face::SMALL;
use super::graph::{COLORED, Graph, disc};
use super::numbers::fixed;
use super::palette::{AXIS, GREY};
use super::steps::decimals;
use super::text::shorten;
use super::threads::{heaviest, width};
use super::words::Words;

const SWATCH: i32 = 8;
const NAME_LIMIT: i32 = 300;
const NOTE_LIMIT: i32 = 300;
/// Pixels of a line of the key from left to right.
const STROKE: i32 = 28;

/// The letter of a community that has a colour.
pub fn letter(group: u32) -> Option<String> {
    (group < COLORED).then(|| char::from(b'A' + group as u8).to_string())
}

/// Writes the communities below `top`, if there is more than one, and returns the height below them.
pub fn communities(canvas: &mut Canvas, chart: &Graph, top: i32) -> i32 {
    let mut groups: Vec<u32> = chart.nodes.iter().map(|node| node.group.min(COLORED)).collect();
    groups.sort_unstable();
    groups.dedup();
    if groups.len() < 2 {
        return top;
    }
    let (mut x, mut y) = (MARGIN, top + SWATCH + 2);
    for group in groups {
        let name = shorten(&name(chart, group), SMALL, NAME_LIMIT);
        let width = 2 * SWATCH + 7 + SMALL.width(&name);
        if x > MARGIN && x + width > WIDTH - MARGIN {
            (x, y) = (MARGIN, y + 24);
        }
        disc(canvas, &Circle { at: (x + SWATCH, y), radius: SWATCH }, group, true);
        canvas.write(Words::new(&name, (x + 2 * SWATCH + 7, y), SMALL));
        x += width + 20;
    }
    y + SWATCH + 8
}

fn name(chart: &Graph, group: u32) -> String {
    if group == COLORED {
        return "smaller communities".to_owned();
    }
    let name = chart.legend.get(group as usize).filter(|name| !name.trim().is_empty());
    name.cloned().unwrap_or_else(|| format!("community {}", letter(group).unwrap_or_default()))
}

/// Writes what circles and lines of some round numbers look like, and returns the height below.
pub fn measures(canvas: &mut Canvas, chart: &Graph, sizes: &Sizes, top: i32) -> i32 {
    let seen: Vec<f64> = chart.nodes.iter().map(|node| size(node.size)).collect();
    let circles = rounds(sizes.full, &seen, |size| sizes.radius(size));
    let weights: Vec<f64> = chart.edges.iter().map(|edge| size(edge.weight)).collect();
    let full = heaviest(chart);
    let lines = rounds(full, &weights, |weight| width(weight, full) as i32);
    let tallest = circles.iter().map(|&(_, radius)| radius).max().unwrap_or(0).max(8);
    let mut at = (MARGIN, top + tallest);
    if !circles.is_empty() {
        at.0 = word(canvas, &chart.size_note, at);
        for (text, radius) in circles {
            canvas.disc((at.0 + radius, at.1), radius, AXIS);
            at.0 = word(canvas, &text, (at.0 + 2 * radius + 6, at.1));
        }
        at.0 += 28;
    }
    let room = |text: &String| STROKE + 6 + SMALL.width(text) + 12;
    let wanted =
        SMALL.width(&chart.edge_note).min(NOTE_LIMIT) + 12 + lines.iter().map(|(text, _)| room(text)).sum::<i32>();
    if !lines.is_empty() && at.0 > MARGIN && at.0 + wanted > WIDTH - MARGIN {
        at = (MARGIN, at.1 + tallest + 16);
    }
    if !lines.is_empty() {
        at.0 = word(canvas, &chart.edge_note, at);
    }
    for (text, width) in lines {
        canvas.fill(at.0, at.1 - width / 2, STROKE, width, AXIS);
        at.0 = word(canvas, &text, (at.0 + STROKE + 6, at.1));
    }
    at.1 + tallest + 6
}

/// Writes a word of a key and returns where the next thing may stand.
fn word(canvas: &mut Canvas, text: &str, at: Point) -> i32 {
    let text = shorten(text, SMALL, NOTE_LIMIT);
    canvas.write(Words::new(&text, at, SMALL).color(GREY));
    at.0 + SMALL.width(&text) + 12
}

/// Up to three round numbers that occur between the least and the most of `seen`, largest first, with the pixels of each;
/// numbers that would look the same are left out.
fn rounds(full: f64, seen: &[f64], pixels: impl Fn(f64) -> i32) -> Vec<(String, i32)> {
    let least = seen.iter().copied().filter(|&value| value > 0.0).fold(full, f64::min);
    let mut rounds: Vec<(String, i32)> = Vec::new();
    for part in [1.0, 4.0, 16.0] {
        let number = round_below(full / part);
        let is_new = rounds.last().is_none_or(|&(_, last)| last != pixels(number));
        if number > 0.0 && (number >= least || rounds.is_empty()) && is_new {
            rounds.push((fixed(number, decimals(number)), pixels(number)));
        }
    }
    rounds
}

/// The greatest of 1, 2 and 5 times a power of ten that is no more than `value`.
fn round_below(value: f64) -> f64 {
    if !value.is_normal() || value < 0.0 {
        return 0.0;
    }
    let power = 10_f64.powi(value.log10().floor() as i32);
    let fits = [5.0, 2.0, 1.0].into_iter().find(|factor| factor * power <= value * (1.0 + 1e-9));
    fits.unwrap_or(1.0) * power
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_names_round_numbers_that_look_different() {
        let radius = |size: f64| (30.0 * (size / 2667.0).sqrt()) as i32;
        assert_eq!(rounds(2667.0, &[2667.0, 40.0], radius), [("2,000", 25), ("500", 12), ("100", 5)].map(owned));
        assert_eq!(rounds(2667.0, &[2667.0, 400.0], radius), [("2,000", 25), ("500", 12)].map(owned));
        assert_eq!(rounds(0.9, &[0.9, 0.1], |_| 3), [("0.5", 3)].map(owned));
        assert_eq!(rounds(0.0, &[0.0], |_| 3), []);
    }

    fn owned((text, pixels): (&str, i32)) -> (String, i32) {
        (text.to_owned(), pixels)
    }

    #[test]
    fn a_round_number_is_never_more_than_what_it_stands_for() {
        let rounded = [1.0, 4.99, 5.0, 19.0, 1000.0, 0.03, f64::NAN, -1.0].map(round_below);
        assert_eq!(rounded, [1.0, 2.0, 5.0, 10.0, 1000.0, 0.02, 0.0, 0.0]);
    }
}
