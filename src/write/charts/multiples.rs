//! Many small line charts with the same months and the same heights, so that they can be compared at a glance.

use super::axes::{heights, times};
use super::canvas::{Canvas, MARGIN, WIDTH};
use super::face::SMALL;
use super::head::{head, nothing};
use super::palette::GREY;
use super::panels::{Columns, headings};
use super::series::observed;
use super::small::{bands, line, moved, plane};
use super::svg::svg;
use super::text::shorten;
use super::words::Words;
use super::{Drawn, Head};

/// Between a row of panels and the one below it.
const APART: i32 = 26;
/// The longest label of a period that does not reach into the next panel; a month needs less.
const PERIOD_LIMIT: i32 = 64;

/// What to draw: one value or gap a month in each panel.
#[derive(Clone, Debug, Default)]
pub struct Multiples {
    pub head: Head,
    /// What the heights mean.
    pub axis: String,
    /// Months as "2024-06"; any other labels stand at equal distances.
    pub x: Vec<String>,
    pub panels: Vec<Small>,
}

/// One small chart.
#[derive(Clone, Debug, Default)]
pub struct Small {
    pub title: String,
    /// What stands below the title, such as "0.12 to 0.41, 3 of 25 to 12 of 29 articles".
    pub note: String,
    pub values: Vec<Option<f64>>,
    /// First and last index in `x` of each stretch that gets a band, such as a burst.
    pub marks: Vec<(usize, usize)>,
}

/// Draws the panels in rows of three, or a sentence if none has a value.
pub fn multiples(chart: &Multiples) -> Drawn {
    let values: Vec<_> = chart.panels.iter().map(|panel| observed(&panel.values, chart.x.len())).collect();
    if values.iter().flatten().all(Option::is_none) {
        return nothing(&chart.head, "Small line charts");
    }
    let kind = format!("{} small line charts of {} over {} months", chart.panels.len(), chart.axis, chart.x.len());
    svg(&sheet(chart, &values), &chart.head, &kind)
}

fn sheet(chart: &Multiples, values: &[Vec<Option<f64>>]) -> Canvas {
    let mut canvas = Canvas::new();
    let top = head(&mut canvas, &chart.head);
    canvas.write(Words::new(&shorten(&chart.axis, SMALL, WIDTH - 2 * MARGIN), (MARGIN, top + 6), SMALL).color(GREY));
    let mut y = top + 28;
    // One or two panels in half the sheet each: wider, their few months would be far apart and their heights flat.
    let columns = Columns::new(if chart.panels.len() > 2 { 3 } else { 2 });
    let x: Vec<String> = chart.x.iter().map(|label| shorten(label, SMALL, PERIOD_LIMIT)).collect();
    let plane = plane(&x, values, columns.width);
    for (panels, values) in chart.panels.chunks(columns.count).zip(values.chunks(columns.count)) {
        let titles: Vec<(&str, &str)> =
            panels.iter().map(|panel| (panel.title.as_str(), panel.note.as_str())).collect();
        let top = headings(&mut canvas, columns, &titles, y);
        for (column, (panel, values)) in panels.iter().zip(values).enumerate() {
            let plot = moved(&plane, columns.left(column), top + 4);
            bands(&mut canvas, &plot, &panel.marks);
            heights(&mut canvas, &plot);
            y = times(&mut canvas, &x, &plot) + APART;
            line(&mut canvas, &plot, values);
        }
    }
    canvas.end(y - APART);
    canvas
}

#[cfg(test)]
mod tests {
    use super::super::canvas::{Area, Mark};
    use super::super::palette::{pale, series};
    use super::*;
    use proptest::prelude::*;

    const NAMES: [&str; 5] = [
        "sanctions",
        "Standing Committee of the National People's Congress of the People's Republic of China",
        "Министерство иностранных дел Российской Федерации",
        "조선민주주의인민공화국 외무성",
        "中国共产党中央纪律检查委员会与国家监察委员会联合办公厅",
    ];

    fn chart(months: usize, panels: usize) -> Multiples {
        let value = |panel: usize, month: usize| (month % 7 != 3).then_some(((month * (panel + 1)) % 11) as f64 / 20.0);
        let panel = |panel: usize| Small {
            title: NAMES[panel % NAMES.len()].to_owned(),
            note: "0.12 to 0.41, 3 of 25 to 12 of 29 articles".to_owned(),
            values: (0..months).map(|month| value(panel, month)).collect(),
            marks: vec![(months / 3, months / 2)],
        };
        Multiples {
            axis: "share of articles".to_owned(),
            x: (0..months).map(|month| format!("{:04}-{:02}", 1800 + month / 12, month % 12 + 1)).collect(),
            panels: (0..panels).map(panel).collect(),
            ..Multiples::default()
        }
    }

    fn drawn(chart: &Multiples) -> Canvas {
        let values: Vec<_> = chart.panels.iter().map(|panel| observed(&panel.values, chart.x.len())).collect();
        sheet(chart, &values)
    }

    #[test]
    fn any_number_of_panels_and_months_draws_without_overlap() {
        for months in [1, 2, 3, 12, 24, 30, 90, 400, 3000] {
            for panels in [1, 2, 3, 4, 12] {
                drawn(&chart(months, panels)).assert_legible();
            }
        }
        drawn(&chart(12, 300)).assert_legible();
    }

    #[test]
    fn periods_of_any_length_keep_to_their_panel() {
        for count in [1, 2, 3, 12] {
            let x = (0..count).map(|at| format!("{at} quarter of the year after the last one {at}")).collect();
            drawn(&Multiples { x, ..chart(count, 6) }).assert_legible();
        }
    }

    #[test]
    fn long_titles_are_wrapped_and_never_cut() {
        let texts: Vec<String> = drawn(&chart(12, 5)).boxes().into_iter().map(|(text, _)| text).collect();
        assert!(texts.iter().all(|text| !text.contains('…')));
        assert!(texts.join(" ").contains(NAMES[1]));
    }

    fn bands_of(marks: &[(usize, usize)]) -> Vec<Area> {
        let mut chart = chart(12, 1);
        chart.panels[0].marks = marks.to_vec();
        let marks = drawn(&chart).marks.into_iter();
        let bands = marks.filter_map(|mark| match mark {
            Mark::Fill(area, color) if color == pale(pale(series(4))) => Some(area),
            _ => None,
        });
        bands.collect()
    }

    #[test]
    fn a_band_covers_its_months_and_odd_marks_are_cut_or_left_out() {
        let (one, three) = (bands_of(&[(4, 4)])[0], bands_of(&[(4, 6)])[0]);
        assert_eq!(one.left, three.left);
        assert!(three.width > 2 * one.width);
        assert_eq!(bands_of(&[(10, 99)])[0].width, bands_of(&[(10, 11)])[0].width);
        assert!(bands_of(&[(12, 13), (5, 4)]).is_empty());
    }

    #[test]
    fn all_panels_share_one_scale() {
        let mut chart = chart(12, 2);
        chart.panels[0].values = vec![Some(100.0); 12];
        let tens = drawn(&chart).boxes().into_iter().filter(|(text, _)| text == "100").count();
        assert_eq!(tens, 2);
    }

    #[test]
    fn odd_values_are_gaps_and_huge_ones_end() {
        for value in [f64::INFINITY, f64::NAN, 9e17, -9e17, 1e-300, -3.5, 0.0] {
            let mut chart = chart(3, 3);
            chart.panels[1].values[1] = Some(value);
            drawn(&chart).assert_legible();
            let svg = multiples(&chart).expect("odd values can be drawn");
            assert!(!svg.contains("NaN") && !svg.contains("inf"), "{value}");
        }
    }

    #[test]
    fn the_same_data_give_the_same_bytes_and_no_values_a_sentence() {
        assert_eq!(multiples(&chart(24, 7)), multiples(&chart(24, 7)));
        let mut unseen = chart(3, 2);
        unseen.panels.iter_mut().for_each(|panel| panel.values = vec![Some(f64::NAN), None]);
        for chart in [chart(0, 3), chart(3, 0), unseen] {
            assert!(multiples(&chart).is_ok_and(|svg| svg.contains("Nothing to show")));
        }
    }

    proptest! {
        #[test]
        fn whatever_the_words_and_values_no_two_words_overlap(
            words in prop::collection::vec(("\\PC{0,300}", "\\PC{0,300}", -9e9..9e9_f64), 1..7),
            x in prop::collection::vec("\\PC{0,30}", 1..6)
        ) {
            let small = |(title, note, value)| Small { title, note, values: vec![Some(value)], marks: vec![(0, 9)] };
            let panels = words.into_iter().map(small).collect();
            drawn(&Multiples { x, panels, ..Multiples::default() }).assert_legible();
        }
    }
}
