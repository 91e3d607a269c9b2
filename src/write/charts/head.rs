//! What all charts share: title and subtitle, the legend of colours, and the page that says there is nothing to show.

use super::canvas::{Canvas, MARGIN, WIDTH};
use super::face::{Face, LABEL, SMALL, TITLE};
use super::palette::{Color, GREY, RULE};
use super::svg::svg;
use super::text::{fill, shorten};
use super::words::Words;
use super::{Drawn, Head};

const INNER: i32 = WIDTH - 2 * MARGIN;

/// Writes title and subtitle and returns the height below them.
pub fn head(canvas: &mut Canvas, head: &Head) -> i32 {
    let below = paragraph(canvas, &fill(&head.title, TITLE, INNER, 3), TITLE, None, MARGIN - 4);
    let below = paragraph(canvas, &fill(&head.subtitle, LABEL, INNER, 8), LABEL, Some(GREY), below + 2);
    below + 12
}

/// A chart without data: the head and one sentence.
pub fn nothing(of: &Head, kind: &str) -> Drawn {
    let mut canvas = Canvas::new();
    let top = head(&mut canvas, of);
    canvas.fill(MARGIN, top, INNER, 1, RULE);
    let sentence = if of.nothing.is_empty() { "Nothing to show." } else { &of.nothing };
    canvas.write(Words::new(sentence, (MARGIN, top + 24), LABEL).color(GREY));
    canvas.end(top + 32);
    svg(&canvas, of, &format!("{kind} without data"))
}

/// Writes swatches with their names, in rows as wide as the sheet, and returns the height below them.
pub fn legend(canvas: &mut Canvas, entries: &[(String, Color)], top: i32) -> i32 {
    let (mut x, mut y) = (MARGIN, top);
    for (name, color) in entries {
        let name = shorten(name, SMALL, INNER / 2);
        let width = 18 + SMALL.width(&name);
        if x > MARGIN && x + width > WIDTH - MARGIN {
            (x, y) = (MARGIN, y + 20);
        }
        canvas.fill(x, y + 2, 12, 12, *color);
        canvas.write(Words::new(&name, (x + 18, y + 8), SMALL));
        x += width + 20;
    }
    y + 26
}

fn paragraph(canvas: &mut Canvas, lines: &[String], face: Face, color: Option<Color>, top: i32) -> i32 {
    let height = face.leading() + 2;
    for (index, line) in lines.iter().enumerate() {
        let words = Words::new(line, (MARGIN, top + index as i32 * height + height / 2), face);
        canvas.write(color.map_or(words.clone(), |color| words.color(color)));
    }
    top + lines.len() as i32 * height
}
