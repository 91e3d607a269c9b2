//! Eight shapes that tell series apart where colour cannot: in print, in grey, to the colour-blind.

use super::canvas::{Canvas, Point};
use super::palette::{Color, WHITE};

/// Draws the shape of the series at `index`, with a thin white rim that keeps it apart from the lines behind it.
pub fn marker(canvas: &mut Canvas, index: usize, at: Point, color: Color) {
    // A series past the eighth has its colour again and must not have its shape too.
    let kind = (index + index / 8) % 8;
    draw(canvas, kind, at, 5, WHITE);
    draw(canvas, kind, at, 4, color);
    if kind == 5 {
        canvas.disc(at, 2, WHITE);
    }
}

/// `size` is half the side of the square; the others are drawn to weigh as much as it.
fn draw(canvas: &mut Canvas, kind: usize, (x, y): Point, size: i32, color: Color) {
    let tip = size + 1;
    let outline: &[Point] = match kind {
        1 => &[(-size, -size), (size, -size), (size, size), (-size, size)],
        2 => &[(0, -tip), (tip, size), (-tip, size)],
        3 => &[(0, -tip), (tip, 0), (0, tip), (-tip, 0)],
        4 => &[(0, tip), (tip, -size), (-tip, -size)],
        6 => return strokes(canvas, (x, y), [(tip, 0), (0, tip)], size, color),
        7 => return strokes(canvas, (x, y), [(size, size), (size, -size)], size, color),
        // 0 is a disc, 5 becomes a ring.
        _ => return canvas.disc((x, y), size, color),
    };
    let moved = outline.iter().map(|&(across, down)| (x + across, y + down));
    canvas.shape(moved.collect(), color);
}

/// Two strokes across each other, each from its end to the opposite one.
fn strokes(canvas: &mut Canvas, (x, y): Point, ends: [Point; 2], size: i32, color: Color) {
    // Three pixels thick, the white rim behind it six.
    let thickness = if size > 4 { 6 } else { 3 };
    for (across, down) in ends {
        let points = vec![(x - across, y - down), (x + across, y + down)];
        canvas.line(points, color, thickness);
    }
}
