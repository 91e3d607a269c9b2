//! Bars to both sides of a zero line, one panel a group: what is more in the group to the right, more in the rest to the left.

use super::balance::{AIR, Balance, NOTE, Row};
use super::canvas::{Canvas, MARGIN, Point, WIDTH};
use super::face::{LABEL, SMALL};
use super::head::{head, legend, nothing};
use super::numbers::fixed;
use super::palette::{AXIS, Color, GREY, RULE, WHITE, series};
use super::panels::{Columns, headings};
use super::svg::svg;
use super::text::{shorten, widest};
use super::track::BAR;
use super::words::{Align, Words};
use super::{Drawn, Head};

/// Beyond this height the numbers of the axis are repeated at the foot.
const TALL: i32 = 900;
/// Between a panel and the one below it.
const APART: i32 = 26;

/// What to draw: panels with a common scale, filled row by row where two stand side by side.
#[derive(Clone, Debug, Default)]
pub struct Diverging {
    pub head: Head,
    /// What the values are, such as "log ratio (base 2)"; the axis counts them in whole numbers.
    pub axis: String,
    /// What a bar to the left and one to the right mean.
    pub sides: [String; 2],
    pub panels: Vec<Panel>,
}

/// One group.
#[derive(Clone, Debug, Default)]
pub struct Panel {
    pub title: String,
    /// Label, value, and the note at the end of the bar, such as "12 : 3"; drawn in this order.
    /// A value that is not a finite number has no bar.
    pub rows: Vec<(String, f64, String)>,
}

/// Draws the panels that have rows, or a sentence if none has.
pub fn diverging(chart: &Diverging) -> Drawn {
    let panels: Vec<&Panel> = chart.panels.iter().filter(|panel| !panel.rows.is_empty()).collect();
    if panels.is_empty() {
        return nothing(&chart.head, "Two-sided bar chart");
    }
    let rows: usize = panels.iter().map(|panel| panel.rows.len()).sum();
    let kind = format!("Two-sided bar chart of {}, {} panels with {rows} rows in all", chart.axis, panels.len());
    svg(&sheet(chart, &panels), &chart.head, &kind)
}

fn sheet(chart: &Diverging, panels: &[&Panel]) -> Canvas {
    let mut canvas = Canvas::new();
    let top = head(&mut canvas, &chart.head);
    let (columns, rows) = columns(panels);
    let balance = Balance::around(&rows, columns.width);
    let mut y = legend(&mut canvas, &sides(chart, &rows), top);
    canvas.write(Words::new(&shorten(&chart.axis, SMALL, WIDTH - 2 * MARGIN), (MARGIN, y + 6), SMALL).color(GREY));
    y += 26;
    for (titles, rows) in panels.chunks(columns.count).zip(rows.chunks(columns.count)) {
        let titles: Vec<(&str, &str)> = titles.iter().map(|panel| (panel.title.as_str(), "")).collect();
        let top = headings(&mut canvas, columns, &titles, y);
        let feet = rows.iter().enumerate().map(|(column, rows)| {
            let zero = columns.left(column) + balance.zero;
            panel(&mut canvas, &balance, rows, (zero, top))
        });
        y = feet.max().unwrap_or(top) + APART;
    }
    canvas.end(y - APART);
    canvas
}

/// Two columns if every label and note can be kept whole in them, else one, and the rows laid out for it.
fn columns(panels: &[&Panel]) -> (Columns, Vec<Vec<Row>>) {
    let laid = |columns: Columns| {
        let rows = |panel: &&Panel| panel.rows.iter().map(|row| Row::new(row, columns.width)).collect();
        (columns, panels.iter().map(rows).collect::<Vec<Vec<Row>>>())
    };
    let two = Some(Columns::new(2)).filter(|_| panels.len() > 1).map(laid);
    let is_whole = |rows: &[Vec<Row>]| rows.iter().flatten().all(|row| row.is_whole);
    two.filter(|(_, rows)| is_whole(rows)).unwrap_or_else(|| laid(Columns::new(1)))
}

/// The sides that have a bar, left before right, with their colours.
fn sides(chart: &Diverging, rows: &[Vec<Row>]) -> Vec<(String, Color)> {
    let is_there = |is_left: bool| rows.iter().flatten().any(|row| row.is_left() == is_left);
    let [left, right] = &chart.sides;
    let named = [(left, true), (right, false)].into_iter().filter(|&(_, is_left)| is_there(is_left));
    named.map(|(name, is_left)| (name.clone(), color(is_left))).collect()
}

fn color(is_left: bool) -> Color {
    series(usize::from(is_left))
}

/// Draws the rows below `top` around `zero` and returns the height of their foot.
fn panel(canvas: &mut Canvas, balance: &Balance, rows: &[Row], (zero, top): Point) -> i32 {
    let first = top + 24;
    let height: i32 = rows.iter().map(Row::height).sum();
    for &level in &balance.levels {
        let x = zero + balance.across(level);
        canvas.fill(x, first - 4, 1, height + 8, if level == 0.0 { AXIS } else { RULE });
        let number = Words::new(&fixed(level, 0), (x, first - 14), SMALL).color(GREY).align(Align::Centre);
        if height > TALL {
            canvas.write(Words { at: (x, first + height + 14), ..number.clone() });
        }
        canvas.write(number);
    }
    let mut y = first;
    for row in rows {
        bar(canvas, balance, row, (zero, y + row.height() / 2));
        y += row.height();
    }
    y + if height > TALL { 24 } else { 4 }
}

/// The label stands beside the zero line, where the row has no bar: nearer to its bar than a column at the edge of the sheet,
/// and the bars have the room of that column.
fn bar(canvas: &mut Canvas, balance: &Balance, row: &Row, (zero, middle): Point) {
    let end = balance.across(row.value.unwrap_or(0.0));
    // A pixel away from the zero line, so that the line is seen.
    let (left, width) = if end < 0 { (zero + end, -end) } else { (zero + 1, end) };
    canvas.fill(left, middle - BAR / 2, width, BAR, color(row.is_left()));
    let (label, note, to_label, to_note) = match row.is_left() {
        true => (zero + AIR, zero + end - NOTE, Align::Left, Align::Right),
        false => (zero - AIR, zero + 1 + end + NOTE, Align::Right, Align::Left),
    };
    ground(canvas, (label, middle), to_label, widest(&row.label, LABEL), row.height());
    canvas.write_block(&row.label, &Words::new("", (label, middle), LABEL).align(to_label));
    ground(canvas, (note, middle), to_note, SMALL.width(&row.note), row.height());
    canvas.write(Words::new(&row.note, (note, middle), SMALL).color(GREY).align(to_note));
}

/// White under words, or a line of the axis might run through them and make a 1 of a comma.
fn ground(canvas: &mut Canvas, (x, middle): Point, align: Align, width: i32, height: i32) {
    let left = if align == Align::Right { x - width } else { x };
    canvas.fill(left - 2, middle - height / 2, width + 4, height, WHITE);
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const NAMES: [&str; 5] = [
        "sanctions",
        "Standing Committee of the National People's Congress of the People's Republic of China",
        "Министерство иностранных дел Российской Федерации",
        "조선민주주의인민공화국 외무성",
        "中国共产党中央纪律检查委员会",
    ];

    fn chart(panels: usize, rows: usize) -> Diverging {
        let row = |index: usize| {
            let value = (rows / 2) as f64 - index as f64 + 0.25;
            (format!("{} {index}", NAMES[index % NAMES.len()]), value * 6.0 / rows as f64, format!("{index} : 3"))
        };
        let panel = |index: usize| Panel {
            title: format!("Outlet {index} of the {}", NAMES[1]),
            rows: (0..rows).map(row).collect(),
        };
        Diverging {
            axis: "log ratio (base 2)".to_owned(),
            sides: ["more in the rest".to_owned(), "more in the outlet".to_owned()],
            panels: (0..panels).map(panel).collect(),
            ..Diverging::default()
        }
    }

    fn drawn(chart: &Diverging) -> Canvas {
        sheet(chart, &chart.panels.iter().collect::<Vec<_>>())
    }

    #[test]
    fn any_number_of_panels_and_rows_draws_without_overlap() {
        for (panels, rows) in [(1, 1), (1, 3), (1, 30), (2, 1), (3, 12), (6, 20), (1, 400)] {
            drawn(&chart(panels, rows)).assert_legible();
        }
    }

    fn short(panels: usize) -> Diverging {
        let rows = vec![("peace".to_owned(), 2.0, "4 : 1".to_owned()), ("war".to_owned(), -1.0, "1 : 2".to_owned())];
        Diverging { panels: vec![Panel { title: "A".to_owned(), rows }; panels], ..chart(0, 0) }
    }

    fn left_of(canvas: &Canvas, words: &str) -> Vec<i32> {
        canvas.boxes().into_iter().filter(|(text, _)| text == words).map(|(_, area)| area.left).collect()
    }

    #[test]
    fn short_labels_let_two_panels_stand_side_by_side_and_a_long_one_sets_them_below_each_other() {
        let mut chart = short(2);
        let side_by_side = left_of(&drawn(&chart), "peace");
        assert!(side_by_side[0] < side_by_side[1]);
        chart.panels[1].rows[0].0 = NAMES[1].repeat(2);
        let peace = left_of(&drawn(&chart), "war");
        assert_eq!(peace[0], peace[1]);
    }

    #[test]
    fn a_label_stands_opposite_its_bar_and_the_note_at_the_end_of_it() {
        let canvas = drawn(&short(1));
        let at = |words: &str| left_of(&canvas, words)[0];
        assert!(at("peace") < at("0") && at("0") < at("4 : 1"));
        assert!(at("1 : 2") < at("0") && at("0") < at("war"));
    }

    #[test]
    fn the_legend_names_only_the_sides_that_have_rows() {
        let mut chart = short(1);
        assert_eq!(left_of(&drawn(&chart), "more in the rest").len(), 1);
        chart.panels[0].rows.pop();
        let canvas = drawn(&chart);
        assert!(left_of(&canvas, "more in the rest").is_empty() && !left_of(&canvas, "more in the outlet").is_empty());
    }

    #[test]
    fn values_that_are_no_numbers_have_a_row_but_no_bar() {
        for value in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 9e17, -9e17, 1e-300, 0.0] {
            let mut chart = short(2);
            chart.panels[0].rows[0].1 = value;
            drawn(&chart).assert_legible();
            let svg = diverging(&chart).expect("odd values can be drawn");
            assert!(svg.contains("4 : 1") && !svg.contains("NaN") && !svg.contains("inf"), "{value}");
        }
    }

    #[test]
    fn the_same_data_give_the_same_bytes_and_no_rows_a_sentence() {
        assert_eq!(diverging(&chart(3, 9)), diverging(&chart(3, 9)));
        for chart in [chart(0, 0), chart(3, 0)] {
            assert!(diverging(&chart).is_ok_and(|svg| svg.contains("Nothing to show")));
        }
    }

    proptest! {
        #[test]
        fn whatever_the_words_and_values_no_two_words_overlap(
            rows in prop::collection::vec(("\\PC{0,90}", -9.0..9.0_f64, "\\PC{0,20}"), 1..9), panels in 1..5_usize
        ) {
            let panel = Panel { title: rows[0].0.clone(), rows };
            drawn(&Diverging { panels: vec![panel; panels], ..chart(0, 0) }).assert_legible();
        }
    }
}
