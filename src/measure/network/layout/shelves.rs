//! Drawings side by side in one square, none over another.

use super::Point;

/// The places of several drawings, the largest first, with areas that grow with their number of points, from 0 to 1.
pub fn side_by_side(drawings: Vec<Vec<Point>>) -> Vec<Vec<Point>> {
    let mut frames: Vec<Frame> = drawings.into_iter().map(Frame::around).collect();
    let side = frames.iter().map(|frame| frame.width * frame.height).sum::<f64>().sqrt();
    let widest = frames.iter().map(|frame| frame.width).fold(side, f64::max);
    // Shelves waste some area; which length wastes least depends on the drawings.
    let tried = (0..=10).map(|tenths| shelve(&frames, widest * (1.0 + f64::from(tenths) / 10.0)));
    let smallest = tried.reduce(|best, next| if next.1 < best.1 { next } else { best });
    for (frame, place) in frames.iter_mut().zip(smallest.map_or_else(Vec::new, |(places, _)| places)) {
        frame.move_to(place);
    }
    into_square(frames)
}

/// The places of drawings on shelves from the top, none longer than `length` and each as high as its highest drawing, and the side of
/// the square that holds them.
fn shelve(frames: &[Frame], length: f64) -> (Vec<Point>, f64) {
    let ([mut left, mut top], mut shelf, mut side) = ([0.0, 0.0], 0.0, 0.0);
    let mut place = |frame: &Frame| {
        if left > 0.0 && left + frame.width > length {
            (left, top, shelf) = (0.0, top + shelf, 0.0);
        }
        let place = [left, top];
        left += frame.width;
        shelf = frame.height.max(shelf);
        side = left.max(top + shelf).max(side);
        place
    };
    let places = frames.iter().map(&mut place).collect();
    (places, side)
}

/// A drawing with a margin around it, whose top left is at its place.
struct Frame {
    points: Vec<Point>,
    width: f64,
    height: f64,
}

/// On each side, in units of the length of the square root of a point's area.
const MARGIN: f64 = 0.35;

impl Frame {
    /// The longer side lies across, as charts are wider than high, and is as long as the square root of the number of points.
    fn around(mut points: Vec<Point>) -> Self {
        let [(left, right), (top, bottom)] = [span(&points, 0), span(&points, 1)];
        let (across, down) = (right - left, bottom - top);
        let turn = down > across;
        let longer = across.max(down);
        let side = (points.len() as f64).sqrt();
        let scale = if longer > 0.0 { side / longer } else { 0.0 };
        for point in &mut points {
            let [x, y] = [(point[0] - left) * scale + MARGIN, (point[1] - top) * scale + MARGIN];
            *point = if turn { [y, x] } else { [x, y] };
        }
        let shorter = across.min(down) * scale;
        Self { points, width: longer * scale + 2.0 * MARGIN, height: shorter + 2.0 * MARGIN }
    }

    fn move_to(&mut self, [left, top]: Point) {
        self.points.iter_mut().for_each(|[x, y]| (*x, *y) = (*x + left, *y + top));
    }
}

/// All points from 0 to 1, with one scale for both directions, in the middle of the shorter one.
fn into_square(frames: Vec<Frame>) -> Vec<Vec<Point>> {
    let mut drawings: Vec<Vec<Point>> = frames.into_iter().map(|frame| frame.points).collect();
    let all: Vec<Point> = drawings.iter().flatten().copied().collect();
    let [(left, right), (top, bottom)] = [span(&all, 0), span(&all, 1)];
    let longer = (right - left).max(bottom - top);
    let scale = if longer > 0.0 { 1.0 / longer } else { 0.0 };
    let centred = |value: f64, (from, to): (f64, f64)| (0.5 + (value - 0.5 * (from + to)) * scale).clamp(0.0, 1.0);
    for point in drawings.iter_mut().flatten() {
        *point = [centred(point[0], (left, right)), centred(point[1], (top, bottom))];
    }
    drawings
}

/// The least and the greatest value of points in one direction; 0 and 0 for none.
fn span(points: &[Point], axis: usize) -> (f64, f64) {
    let values = points.iter().map(|point| point[axis]);
    values.map(|value| (value, value)).reduce(|all, one| (all.0.min(one.0), all.1.max(one.1))).unwrap_or((0.0, 0.0))
}
