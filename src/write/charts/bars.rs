//! Horizontal bars, one a row, with the total at the end of each; stacked when there is more than one series.

use super::canvas::{Canvas, Point};
use super::face::{LABEL, SMALL};
use super::head::{head, legend, nothing};
use super::palette::{AXIS, Color, GREY, RULE, WHITE, series};
use super::steps::step;
use super::svg::svg;
use super::text::shorten;
use super::track::{BAR, Row, Track};
use super::words::{Align, Words};
use super::{Drawn, Head};
use crate::base::wording::grouped;

/// Beyond this height the numbers of the axis are repeated at the foot.
const TALL: i32 = 900;

/// What to draw: the rows in the order they are to stand in, and one count a series in each.
#[derive(Clone, Debug, Default)]
pub struct Bars {
    pub head: Head,
    /// What is counted, such as "mentions".
    pub axis: String,
    /// One name or more; the counts of a row are stacked in this order.
    pub series: Vec<String>,
    pub rows: Vec<(String, Vec<u64>)>,
}

/// Draws the bars, or a sentence if there are no rows.
pub fn bars(chart: &Bars) -> Drawn {
    if chart.rows.is_empty() || chart.series.is_empty() {
        return nothing(&chart.head, "Bar chart");
    }
    let kind = format!("Bar chart of {} in {} rows", chart.axis, chart.rows.len());
    svg(&sheet(chart), &chart.head, &kind)
}

fn sheet(chart: &Bars) -> Canvas {
    let mut canvas = Canvas::new();
    let mut top = head(&mut canvas, &chart.head);
    if chart.series.len() > 1 {
        top = legend(&mut canvas, &shown_series(chart), top);
    }
    let rows: Vec<Row> = chart.rows.iter().map(|(label, counts)| Row::new(label, counts, chart.series.len())).collect();
    let track = Track::around(&rows, top + 44);
    axis(&mut canvas, chart, &track);
    let mut y = track.top;
    for row in &rows {
        bar(&mut canvas, &track, row, y + row.height() / 2);
        y += row.height();
    }
    canvas.fill(track.left - 1, track.top - 4, 1, track.height + 8, AXIS);
    canvas.end(track.top + track.height + if track.height > TALL { 24 } else { 4 });
    canvas
}

fn shown_series(chart: &Bars) -> Vec<(String, Color)> {
    let counted = |index: usize| chart.rows.iter().any(|(_, counts)| counts.get(index).is_some_and(|&count| count > 0));
    let named = chart.series.iter().enumerate().filter(|&(index, _)| counted(index));
    named.map(|(index, name)| (name.clone(), series(index))).collect()
}

fn axis(canvas: &mut Canvas, chart: &Bars, track: &Track) {
    let name = shorten(&chart.axis, SMALL, track.width);
    canvas.write(Words::new(&name, (track.left, track.top - 34), SMALL).color(GREY));
    let room = SMALL.width(&grouped(track.full)) + 40;
    let step = step(track.full as f64, (track.width / room).clamp(1, 8), true) as u128;
    let mut count = 0;
    while count <= track.full {
        let x = track.left + if count > 0 { track.length(count) } else { -1 };
        canvas.fill(x, track.top - 4, 1, track.height + 8, RULE);
        let number = Words::new(&grouped(count), (x, track.top - 14), SMALL).color(GREY).align(Align::Centre);
        if track.height > TALL {
            canvas.write(Words { at: (x, track.top + track.height + 14), ..number.clone() });
        }
        canvas.write(number);
        count += step.max(1);
    }
}

fn bar(canvas: &mut Canvas, track: &Track, row: &Row, middle: i32) {
    canvas.write_block(&row.label, &Words::new("", (track.left - 10, middle), LABEL).align(Align::Right));
    let (mut from, mut sum) = (0, 0);
    for (index, &count) in row.counts.iter().enumerate() {
        sum += u128::from(count);
        let to = track.length(sum);
        // A hair of white between the parts, unless it would eat a part whole.
        let gap = i32::from(sum < row.total && to - from > 2);
        if to > from {
            let (left, width) = (track.left + from, to - from - gap);
            canvas.fill(left, middle - BAR / 2, width, BAR, series(index));
        }
        from = to;
    }
    total(canvas, row.total, (track.left + from, middle));
}

/// Writes the total behind the end of its bar.
fn total(canvas: &mut Canvas, total: u128, (end, middle): Point) {
    let total = grouped(total);
    // White under the number, or a gridline might run through it and make a 1 of a comma.
    let width = LABEL.width(&total) + 4;
    canvas.fill(end + 3, middle - BAR / 2, width, BAR, WHITE);
    canvas.write(Words::new(&total, (end + 6, middle), LABEL));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chart(rows: usize) -> Bars {
        let row = |index: usize| {
            (
                format!("Actor <{index}> & Sons of the Organization for Very Long Names, Inc."),
                vec![index as u64 * 37, 5],
            )
        };
        let series = vec!["said".to_owned(), "was said".to_owned()];
        Bars { axis: "mentions".to_owned(), series, rows: (0..rows).rev().map(row).collect(), ..Bars::default() }
    }

    #[test]
    fn any_number_of_rows_draws_without_overlap() {
        for rows in [1, 3, 500] {
            sheet(&chart(rows)).assert_legible();
        }
        assert!(bars(&chart(0)).is_ok_and(|svg| svg.contains("Nothing to show")));
    }

    #[test]
    fn the_largest_counts_neither_overflow_nor_run_off_the_sheet() {
        let rows = vec![("a".to_owned(), vec![u64::MAX, u64::MAX]), ("b".to_owned(), vec![1])];
        sheet(&Bars { rows, ..chart(1) }).assert_legible();
    }

    #[test]
    fn rows_of_zeros_draw_as_zeros() {
        let rows = vec![("a".to_owned(), vec![0, 0]), ("b".to_owned(), vec![])];
        sheet(&Bars { rows, ..chart(1) }).assert_legible();
    }
}
