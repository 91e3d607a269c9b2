//! A dispersion plot: one line an article, with a tick at each place where the thing is named.

use super::canvas::{Canvas, MARGIN, WIDTH};
use super::dense::dense;
use super::face::{LABEL, SMALL};
use super::head::{head, nothing};
use super::lane::{Lane, captions, percents, teeth};
use super::numbers::fixed;
use super::palette::{AXIS, GREY, LEADER, series};
use super::series::can_be_drawn;
use super::svg::svg;
use super::text::{shorten, widest, wrap};
use super::words::{Align, Words};
use super::{Drawn, Head};

/// More rows than this have no labels, only dates at the side.
const MOST_LABELLED: usize = 40;
/// The rows stay lower than this, if need be by labels of fewer lines.
const TALL: i32 = 900;
const TICK: i32 = 14;
const AIR: i32 = 6;
const NOTE_LIMIT: i32 = 120;

/// What to draw: the rows in the order they are to stand in, usually by date. Known as lexical dispersion plot or concordance
/// plot; sources: Scott, "WordSmith Tools" (1996), and Bird, Klein and Loper, "Natural Language Processing with Python" (2009).
#[derive(Clone, Debug, Default)]
pub struct Ticks {
    pub head: Head,
    /// What left and right mean, such as "place in the article, from its first word to its last".
    pub axis: String,
    pub rows: Vec<TickRow>,
}

/// One article.
#[derive(Clone, Debug, Default)]
pub struct TickRow {
    /// If it begins with a date, as in "2024-06-19 Outlet: Title", the date stands for the row where there is no room for more.
    pub label: String,
    /// Where the thing is named, from 0, the beginning of the article, to 1, its end; what is not a number is left out.
    pub hits: Vec<f64>,
    /// Tokens of the article, printed at the end of its line. The line itself is as long as any other: in proportion to the
    /// longest article, most would shrink to stubs, and the lead of one would stand below the middle of another.
    pub length: f64,
    /// Beside the line, such as "12 hits".
    pub note: String,
}

impl TickRow {
    /// The places that can be drawn, from left to right.
    pub fn places(&self) -> Vec<f64> {
        let mut places: Vec<f64> =
            self.hits.iter().filter(|hit| hit.is_finite()).map(|hit| hit.clamp(0.0, 1.0)).collect();
        places.sort_by(f64::total_cmp);
        places
    }
}

/// Draws the ticks, or a sentence if there is none.
pub fn ticks(chart: &Ticks) -> Drawn {
    if chart.rows.iter().all(|row| row.places().is_empty()) {
        return nothing(&chart.head, "Dispersion plot");
    }
    let kind = format!("Dispersion plot of {} rows: {}", chart.rows.len(), chart.axis);
    svg(&sheet(chart), &chart.head, &kind)
}

fn sheet(chart: &Ticks) -> Canvas {
    let mut canvas = Canvas::new();
    let top = head(&mut canvas, &chart.head);
    let bottom = if chart.rows.len() > MOST_LABELLED {
        dense(&mut canvas, chart, top)
    } else {
        labelled(&mut canvas, chart, top)
    };
    canvas.end(bottom);
    canvas
}

/// A row of its own for each article, and returns the height below the last.
fn labelled(canvas: &mut Canvas, chart: &Ticks, top: i32) -> i32 {
    let labels = labels(&chart.rows);
    let height = |lines: &Vec<String>| (lines.len() as i32 * LABEL.leading()).max(TICK) + AIR;
    let notes: Vec<String> = chart.rows.iter().map(|row| shorten(&row.note, LABEL, NOTE_LIMIT)).collect();
    let lengths: Vec<String> = chart.rows.iter().map(|row| length(row.length)).collect();
    let top = captions(canvas, &[format!("{}; all articles are drawn equally long", chart.axis)], top);
    let (has_lengths, width) = (lengths.iter().any(|length| !length.is_empty()), widest(&lengths, LABEL));
    let width = if has_lengths { width.max(SMALL.width("words")) + 20 } else { 0 };
    let left = MARGIN + widest(labels.iter().flatten(), LABEL) + 20;
    let right = WIDTH - MARGIN - width - widest(&notes, LABEL) - 16;
    let lane = Lane { left, top: top + 26, width: right - left, height: labels.iter().map(height).sum() };
    percents(canvas, &lane);
    if has_lengths {
        let name = Words::new("words", (WIDTH - MARGIN, lane.top - 14), SMALL);
        canvas.write(name.color(GREY).align(Align::Right));
    }
    let mut y = lane.top;
    for (index, lines) in labels.iter().enumerate() {
        let middle = y + height(lines) / 2;
        canvas.write_block(lines, &Words::new("", (MARGIN, middle), LABEL));
        line(canvas, &lane, &chart.rows[index], middle);
        canvas.write(Words::new(&notes[index], (right + 14, middle), LABEL));
        canvas.write(Words::new(&lengths[index], (WIDTH - MARGIN, middle), LABEL).color(GREY).align(Align::Right));
        y += height(lines);
    }
    y
}

/// The labels in as many lines as the height allows; in a single one they may be wider, lest too much of them is lost.
fn labels(rows: &[TickRow]) -> Vec<Vec<String>> {
    let count = rows.len() as i32;
    let most = [3, 2].into_iter().find(|lines| count * (lines * LABEL.leading() + AIR) <= TALL).unwrap_or(1);
    let limit = if most > 1 { 320 } else { 440 };
    rows.iter().map(|row| wrap(&row.label, LABEL, limit, most as usize)).collect()
}

fn length(tokens: f64) -> String {
    if can_be_drawn(tokens) && tokens >= 1.0 { fixed(tokens, 0) } else { String::new() }
}

fn line(canvas: &mut Canvas, lane: &Lane, row: &TickRow, middle: i32) {
    canvas.fill(lane.left, middle, lane.width, 1, LEADER);
    for end in [lane.left, lane.left + lane.width - 1] {
        canvas.fill(end, middle - 2, 1, 5, AXIS);
    }
    let spans = row.places().into_iter().map(|place| lane.tick(place));
    teeth(canvas, spans, (middle - TICK / 2, TICK), series(0));
}

#[cfg(test)]
mod tests {
    use super::super::canvas::Mark;
    use super::*;

    fn row(index: usize) -> TickRow {
        let hits = (0..index % 13).map(|hit| (hit * hit + index) as f64 % 97.0 / 96.0).collect();
        TickRow {
            label: format!(
                "{}-{:02}-19 Rodong Sinmun: Встреча 朝鲜劳动党中央委员会 <{index}> & \"the\" Party Central Committee",
                2015 + index / 12,
                index % 12 + 1
            ),
            hits,
            length: 100.0 * index as f64,
            note: format!("{} hits", index % 13),
        }
    }

    fn chart(rows: usize) -> Ticks {
        let axis = "place in the article, from its first word to its last".to_owned();
        Ticks { axis, rows: (1..=rows).map(row).collect(), ..Ticks::default() }
    }

    #[test]
    fn any_number_of_articles_draws_without_overlap_and_not_too_tall() {
        for rows in [1, 2, 16, 17, 23, 24, 40, 41, 60, 99, 350, 351, 600, 601, 3_000, 20_000] {
            let sheet = sheet(&chart(rows));
            sheet.assert_legible();
            assert!(sheet.height <= 1060, "{rows} rows are {} pixels tall", sheet.height);
        }
    }

    #[test]
    fn the_longest_labels_and_notes_stay_on_the_sheet_and_off_the_lines() {
        let long = "Ministerium für Öffentlichkeitsarbeit ".repeat(20);
        let rows = vec![TickRow { label: long.clone(), hits: vec![0.5], length: 9e17, note: long.clone() }; 3];
        let sheet = sheet(&Ticks { axis: long, rows, ..Ticks::default() });
        sheet.assert_legible();
        let ticks =
            sheet.marks.iter().filter_map(|mark| if let Mark::Shape(points, _) = mark { Some(points) } else { None });
        assert!(ticks.flatten().all(|&(x, y)| !sheet.boxes().iter().any(|(_, area)| covers(area, (x, y)))));
    }

    fn covers(area: &super::super::canvas::Area, (x, y): (i32, i32)) -> bool {
        (area.left..area.left + area.width).contains(&x) && (area.top..area.top + area.height).contains(&y)
    }

    fn teeth(chart: &Ticks) -> usize {
        let teeth = |mark: &Mark| if let Mark::Shape(points, _) = mark { points.len() / 4 } else { 0 };
        sheet(chart).marks.iter().map(teeth).sum()
    }

    #[test]
    fn each_hit_has_its_tick_in_any_number_of_articles() {
        for rows in [1, 40, 41, 600, 601, 3_000] {
            let row =
                |index: usize| TickRow { label: index.to_string(), hits: vec![0.9, 0.1, 0.4], ..TickRow::default() };
            let chart = Ticks { rows: (0..rows).map(row).collect(), ..Ticks::default() };
            // Articles that share a line share its cells too.
            let lines = if rows > 600 { rows.div_ceil(rows.div_ceil(233)) } else { rows };
            assert_eq!(teeth(&chart), 3 * lines, "{rows}");
        }
    }

    #[test]
    fn no_article_and_no_hit_draw_a_sentence() {
        let unseen = TickRow { hits: vec![f64::NAN, f64::INFINITY], ..row(12) };
        for rows in [vec![], vec![TickRow::default()], vec![unseen]] {
            assert!(ticks(&Ticks { rows, ..chart(0) }).is_ok_and(|svg| svg.contains("Nothing to show")));
        }
    }

    #[test]
    fn what_is_not_a_number_never_reaches_the_svg() {
        let odd = [f64::NAN, f64::NEG_INFINITY, -3.0, 1e300, 0.5];
        for rows in [1, 100, 700] {
            let row = |index: usize| TickRow { hits: odd.to_vec(), length: odd[index % 5], ..row(index) };
            let svg = ticks(&Ticks { rows: (0..rows).map(row).collect(), ..chart(0) }).expect("it can be drawn");
            assert!(!svg.contains("NaN") && !svg.contains("inf"), "{rows}");
            assert_eq!(svg, ticks(&Ticks { rows: (0..rows).map(row).collect(), ..chart(0) }).expect("it can be drawn"));
        }
    }
}
