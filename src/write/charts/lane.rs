//! The lane in which the ticks of an article stand: its percents, and how the ticks become one mark.

use super::canvas::{Canvas, MARGIN, Point, WIDTH};
use super::face::SMALL;
use super::palette::{Color, GREY, RULE};
use super::text::fill;
use super::words::{Align, Words};

/// Pixels of a tick from left to right: one would vanish on paper.
const THICK: i32 = 2;

pub struct Lane {
    pub left: i32,
    pub top: i32,
    pub width: i32,
    pub height: i32,
}

impl Lane {
    /// From where to where the tick at `place` reaches, which is 0 at the left and 1 at the right.
    pub fn tick(&self, place: f64) -> (i32, i32) {
        let from = self.left + (place * f64::from(self.width - THICK)).round() as i32;
        (from, from + THICK)
    }
}

/// Writes what the picture shows, a paragraph a line, and returns the height below.
pub fn captions(canvas: &mut Canvas, captions: &[String], top: i32) -> i32 {
    let lines = captions.iter().flat_map(|caption| fill(caption, SMALL, WIDTH - 2 * MARGIN, 3));
    lines.fold(top, |top, line| {
        canvas.write(Words::new(&line, (MARGIN, top + 6), SMALL).color(GREY));
        top + SMALL.leading() + 2
    })
}

/// Rules the quarters of the lane and writes them above it.
pub fn percents(canvas: &mut Canvas, lane: &Lane) {
    for quarter in 0..=4 {
        let x = lane.left + (lane.width - 1) * quarter / 4;
        canvas.fill(x, lane.top - 5, 1, lane.height + 5, RULE);
        let number = Words::new(&format!("{}%", quarter * 25), (x, lane.top - 14), SMALL);
        canvas.write(number.color(GREY).align(Align::Centre));
    }
}

/// Upright bars over the `spans`, which come from left to right, all of one height: a comb whose back has no thickness.
///
/// A rectangle each would triple the size of a chart of ten thousand hits.
pub fn teeth(canvas: &mut Canvas, spans: impl Iterator<Item = (i32, i32)>, (top, height): (i32, i32), color: Color) {
    let mut apart: Vec<(i32, i32)> = Vec::new();
    for (from, to) in spans {
        match apart.last_mut() {
            Some(last) if from <= last.1 => last.1 = last.1.max(to),
            _ => apart.push((from, to)),
        }
    }
    let foot = top + height;
    let tooth = |(from, to): (i32, i32)| [(from, foot), (from, top), (to, top), (to, foot)];
    let outline: Vec<Point> = apart.into_iter().flat_map(tooth).collect();
    if !outline.is_empty() {
        canvas.shape(outline, color);
    }
}

#[cfg(test)]
mod tests {
    use super::super::canvas::Mark;
    use super::super::palette::INK;
    use super::*;

    fn outline(spans: &[(i32, i32)]) -> Vec<Point> {
        let mut canvas = Canvas::new();
        teeth(&mut canvas, spans.iter().copied(), (10, 5), INK);
        canvas
            .marks
            .into_iter()
            .flat_map(|mark| if let Mark::Shape(points, _) = mark { points } else { vec![] })
            .collect()
    }

    #[test]
    fn ticks_that_touch_are_one_tooth() {
        let tooth = |from: i32, to: i32| [(from, 15), (from, 10), (to, 10), (to, 15)];
        assert_eq!(outline(&[(0, 2), (2, 4), (3, 5), (9, 11)]), [tooth(0, 5), tooth(9, 11)].concat());
        assert_eq!(outline(&[]), []);
    }

    #[test]
    fn the_first_and_the_last_word_stand_inside_the_lane() {
        let lane = Lane { left: 100, top: 0, width: 300, height: 10 };
        assert_eq!((lane.tick(0.0), lane.tick(1.0)), ((100, 102), (398, 400)));
    }
}
