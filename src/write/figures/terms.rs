//! The most frequent terms as bars.

use super::View;
use crate::write::charts::{Bars, Drawn, Head, bars};

/// The first rows of the table, which is made in parts.
const FIRST: &str = "terms_first";

pub fn draw(view: &View<'_>) -> Drawn {
    let rows = view.texts(FIRST, "term").map(str::to_owned).zip(view.counts(FIRST, "n").map(|n| vec![n]));
    bars(&Bars {
        head: Head {
            title: "Most frequent terms".to_owned(),
            subtitle: format!("Occurrences of words and phrases without stop words; {}", view.base()),
            nothing: "No term reached the threshold.".to_owned(),
        },
        axis: "occurrences".to_owned(),
        series: vec!["occurrences".to_owned()],
        rows: rows.take(view.most).collect(),
    })
}
