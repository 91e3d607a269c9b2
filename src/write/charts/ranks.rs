//! Ranks over periods: who overtook whom, the first on top, with names at both ends of the lines.

use super::canvas::Canvas;
use super::face::LABEL;
use super::head::{head, nothing};
use super::ladder::{ladder, rungs};
use super::layers::layers;
use super::points::points;
use super::rank_names::{beginnings, endings};
use super::svg::svg;
use super::text::wrap;
use super::{Drawn, Head};

const NAME_LIMIT: i32 = 200;
/// No sheet is higher: a rank below it counts as not ranked.
const LOWEST: u32 = 10_000;

/// What to draw: one rank or gap a period and series.
#[derive(Clone, Debug, Default)]
pub struct Ranks {
    pub head: Head,
    /// Periods such as "2024 Q3", at equal distances.
    pub x: Vec<String>,
    /// Ranks from 1; absent where the series is not among the ranked. Equal ranks stand side by side.
    pub series: Vec<(String, Vec<Option<u32>>)>,
    /// The lowest rank that is drawn.
    pub most: u32,
}

/// Draws the lines of those that are ranked at all, dashed across gaps, or a sentence if none is.
pub fn ranks(chart: &Ranks) -> Drawn {
    let (names, values) = ranked(chart);
    if names.is_empty() {
        return nothing(&chart.head, "Chart of ranks");
    }
    let kind = format!("Chart of the ranks of {} over {} periods", names.len(), chart.x.len());
    svg(&sheet(chart, &names, &values), &chart.head, &kind)
}

/// The names of the series that have a rank in some period, and their ranks as the heights of a line chart: below zero.
fn ranked(chart: &Ranks) -> (Vec<Vec<String>>, Vec<Vec<Option<f64>>>) {
    let height = |rank: u32| (1..=chart.most.min(LOWEST)).contains(&rank).then_some(-f64::from(rank));
    let lines = chart.series.iter().map(|(name, ranks)| {
        let rank = |at: usize| ranks.get(at).copied().flatten();
        let heights = (0..chart.x.len()).map(|at| rank(at).and_then(height)).collect();
        (wrap(name, LABEL, NAME_LIMIT, 3), heights)
    });
    lines.filter(|(_, heights): &(_, Vec<Option<f64>>)| heights.iter().any(Option::is_some)).unzip()
}

fn sheet(chart: &Ranks, names: &[Vec<String>], values: &[Vec<Option<f64>>]) -> Canvas {
    let mut canvas = Canvas::new();
    let top = head(&mut canvas, &chart.head);
    let lowest = values.iter().flatten().flatten().fold(1.0, |low: f64, height| low.max(-height)) as u32;
    // A single period is a list, whose names stand at its right alone.
    let begins = |values: &[Option<f64>]| chart.x.len() > 1 && values.first().is_some_and(Option::is_some);
    let named = names.iter().zip(values);
    let begin: Vec<Vec<String>> =
        named.map(|(name, values)| if begins(values) { name.clone() } else { Vec::new() }).collect();
    let plot = ladder(&chart.x, lowest, &begin, names, top);
    let foot = rungs(&mut canvas, &chart.x, lowest, &plot);
    let points = points(&plot, values);
    if plot.width > 0 {
        layers(&mut canvas, &plot, values, &points);
    }
    beginnings(&mut canvas, &plot, &points, &begin);
    let foot = foot.max(endings(&mut canvas, &plot, &points, names));
    canvas.end(foot);
    canvas
}

#[cfg(test)]
mod tests {
    use super::super::canvas::Mark;
    use super::*;
    use proptest::prelude::*;

    const NAMES: [&str; 4] = [
        "Standing Committee of the National People's Congress",
        "Министерство иностранных дел Российской Федерации",
        "조선민주주의인민공화국 외무성",
        "NATO",
    ];

    /// Everybody moves on by one rank a period and is not ranked once in a round.
    fn chart(periods: usize, series: usize) -> Ranks {
        let rank = |line: usize, at: usize| Some((line + at) as u32 % (series as u32 + 1)).filter(|&rank| rank > 0);
        let line = |line: usize| {
            (format!("{} {line}", NAMES[line % NAMES.len()]), (0..periods).map(|at| rank(line, at)).collect())
        };
        Ranks {
            x: (0..periods).map(|at| format!("{} Q{}", 2015 + at / 4, at % 4 + 1)).collect(),
            series: (0..series).map(line).collect(),
            most: 10_000,
            ..Ranks::default()
        }
    }

    fn drawn(chart: &Ranks) -> Canvas {
        let (names, values) = ranked(chart);
        sheet(chart, &names, &values)
    }

    fn boxes(canvas: &Canvas, words: &str) -> Vec<(i32, i32)> {
        canvas.boxes().into_iter().filter(|(text, _)| text == words).map(|(_, area)| (area.left, area.top)).collect()
    }

    #[test]
    fn any_number_of_lines_and_periods_draws_without_overlap() {
        for periods in [1, 2, 3, 12, 30, 3000] {
            for series in [1, 3, 12, 30] {
                drawn(&chart(periods, series)).assert_legible();
            }
        }
        drawn(&chart(2, 400)).assert_legible();
    }

    fn two(ranks: [[Option<u32>; 2]; 3]) -> Ranks {
        let series = ["A", "B", "C"].into_iter().zip(ranks);
        Ranks { series: series.map(|(name, ranks)| (name.to_owned(), ranks.to_vec())).collect(), ..chart(2, 0) }
    }

    #[test]
    fn the_first_is_on_top_and_a_name_stands_at_both_ends_of_its_line() {
        let canvas = drawn(&two([[Some(2), Some(1)], [Some(1), Some(2)], [None, Some(3)]]));
        let (a, b) = (boxes(&canvas, "A"), boxes(&canvas, "B"));
        assert!(a[0].1 > b[0].1 && a[1].1 < b[1].1, "left and right: {a:?} {b:?}");
        assert_eq!(boxes(&canvas, "C").len(), 1, "a line that begins later has no name at the left");
    }

    #[test]
    fn equal_ranks_stand_side_by_side_with_their_names_apart() {
        drawn(&two([[Some(1), Some(1)], [Some(1), Some(1)], [Some(1), Some(2)]])).assert_legible();
    }

    #[test]
    fn a_gap_is_bridged_by_dashes_alone() {
        let series = vec![("A".to_owned(), vec![Some(1), Some(1), None, Some(1)])];
        let canvas = drawn(&Ranks { series, ..chart(4, 0) });
        let count = |is: fn(&Mark) -> bool| canvas.marks.iter().filter(|mark| is(mark)).count();
        assert_eq!(count(|mark| matches!(mark, Mark::Dashes(..))), 1);
        // The two months that follow one another, and the leader to the name.
        assert_eq!(count(|mark| matches!(mark, Mark::Line(..))), 2);
    }

    #[test]
    fn a_single_period_is_a_list_without_lines() {
        let canvas = drawn(&chart(1, 5));
        assert!(!canvas.marks.iter().any(|mark| matches!(mark, Mark::Line(_, _, 1..=2) | Mark::Dashes(..))));
        assert_eq!(canvas.boxes().iter().filter(|(text, _)| text == "2015 Q1").count(), 1);
    }

    #[test]
    fn a_long_axis_names_the_same_quarter_of_each_year() {
        let texts = drawn(&chart(30, 3)).boxes().into_iter().map(|(text, _)| text);
        let quarters: Vec<String> = texts.filter(|text| text.contains(" Q")).collect();
        assert!(quarters.len() > 3 && quarters.iter().all(|quarter| quarter.ends_with(" Q1")), "{quarters:?}");
    }

    #[test]
    fn who_left_the_ranking_stands_below_it_and_pushes_nobody_off_his_rank() {
        let canvas = drawn(&two([[Some(1), Some(2)], [Some(2), None], [None, Some(1)]]));
        let (a, b, c) = (boxes(&canvas, "A"), boxes(&canvas, "B"), boxes(&canvas, "C"));
        assert_eq!((a[1].1 - c[0].1, b[1].1 > a[1].1), (b[0].1 - a[0].1, true), "{a:?} {b:?} {c:?}");
    }

    #[test]
    fn only_ranks_that_are_drawn_have_a_rung() {
        let rungs = |most: u32, rank: u32| {
            let chart = Ranks { most, ..two([[Some(1), Some(rank)], [Some(2), None], [None, None]]) };
            let numbers = drawn(&chart).boxes().into_iter().filter(|(text, _)| text.parse::<u32>().is_ok()).count();
            (numbers, ranked(&chart).0.len())
        };
        assert_eq!(rungs(10, 4), (4, 2));
        assert_eq!(rungs(2, 4), (2, 2), "a rank below the lowest is a gap");
        assert_eq!(rungs(1, 4), (1, 1), "and so is the whole line of one who has no other");
        assert_eq!(rungs(u32::MAX, u32::MAX), (2, 2), "no sheet is as high as that");
        assert_eq!(rungs(10, 0), (2, 2), "ranks begin with 1");
    }

    #[test]
    fn the_same_data_give_the_same_bytes_and_no_ranks_a_sentence() {
        assert_eq!(ranks(&chart(9, 9)), ranks(&chart(9, 9)));
        for chart in [chart(0, 3), chart(3, 0), two([[None; 2]; 3]), Ranks { most: 0, ..chart(3, 3) }] {
            assert!(ranks(&chart).is_ok_and(|svg| svg.contains("Nothing to show")));
        }
    }

    proptest! {
        #[test]
        fn whatever_the_names_and_ranks_no_two_words_overlap(
            lines in prop::collection::vec(("\\PC{0,90}", prop::collection::vec(prop::option::of(0..15_u32), 0..6)), 0..12),
            x in prop::collection::vec("\\PC{0,30}", 1..6)
        ) {
            drawn(&Ranks { x, series: lines, most: 12, ..Ranks::default() }).assert_legible();
        }
    }
}
