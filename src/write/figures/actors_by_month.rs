//! Mentions of the most mentioned actors by month, as lines.

use std::collections::BTreeMap;

use super::View;
use crate::base::date::Date;
use crate::base::wording::plural;
use crate::write::charts::{Drawn, Head, Lines, lines};

/// As many lines as the eye can follow without effort.
const MOST: usize = 5;

pub fn draw(view: &View<'_>) -> Drawn {
    let covered: Vec<String> = view.texts("articles_by_month", "month").collect();
    let months = months(&covered);
    // A month without an article says nothing about anybody: a gap, not a zero.
    let empty: Vec<Option<f64>> = months.iter().map(|month| covered.contains(month).then_some(0.0)).collect();
    let mut values = values(view, &months, &empty);
    let series = view
        .top_actors(MOST.min(view.most))
        .into_iter()
        .map(|(id, name)| (name, values.remove(&id).unwrap_or_else(|| empty.clone())));
    let series = if months.is_empty() { Vec::new() } else { series.collect() };
    let sizes = view.counts("articles_by_month", "articles").zip(&covered);
    let undated = sizes.filter(|(_, month)| month.is_empty()).map(|(n, _)| n).sum();
    lines(&Lines {
        head: Head {
            title: "Most mentioned actors by month".to_owned(),
            subtitle: format!("Mentions a month{}; {}", note(empty.contains(&None), undated), view.base()),
            nothing: "No article with a month mentions an actor of the dictionary.".to_owned(),
        },
        axis: "mentions".to_owned(),
        series,
        x: months,
    })
}

/// The mentions of each actor by month; where it has none, what `empty` says.
fn values(view: &View<'_>, months: &[String], empty: &[Option<f64>]) -> BTreeMap<String, Vec<Option<f64>>> {
    let places: BTreeMap<&String, usize> = months.iter().enumerate().map(|(at, month)| (month, at)).collect();
    let rows = view
        .texts("actors_by_month", "month")
        .zip(view.texts("actors_by_month", "actor_id"))
        .zip(view.counts("actors_by_month", "mentions"));
    let mut values: BTreeMap<String, Vec<Option<f64>>> = BTreeMap::new();
    for ((month, actor), mentions) in rows {
        if let Some(at) = places.get(&month) {
            values.entry(actor).or_insert_with(|| empty.to_vec())[*at] = Some(mentions as f64);
        }
    }
    values
}

/// What the lines do not say of themselves.
fn note(has_gaps: bool, undated: u64) -> String {
    let dashed = if has_gaps { "; dashed: no article in between" } else { "" };
    let left_out = match undated {
        0 => String::new(),
        _ => format!("; {} without a month not shown", plural(undated, "article")),
    };
    format!("{dashed}{left_out}")
}

/// Every month from the first to the last of `covered`, which are sorted.
fn months(covered: &[String]) -> Vec<String> {
    let month = |text: Option<&String>| text.and_then(|text| Date::parse(text)).and_then(Date::month);
    let mut dated = covered.iter().filter(|month| !month.is_empty());
    let (Some(first), last) = (month(dated.next()), month(dated.next_back())) else { return Vec::new() };
    let last = last.unwrap_or(first);
    std::iter::successors(Some(first), |month| Some(month.next()))
        .take_while(|month| *month <= last)
        .map(|month| month.to_string())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_without_an_article_keep_their_place() {
        let covered = ["2024-11", "2025-02", ""].map(str::to_owned);
        assert_eq!(months(&covered), ["2024-11", "2024-12", "2025-01", "2025-02"]);
        assert_eq!(months(&covered[..1]), ["2024-11"]);
        assert!(months(&covered[2..]).is_empty());
    }

    #[test]
    fn the_subtitle_explains_dashes_only_where_there_are_any() {
        assert_eq!(note(false, 0), "");
        assert_eq!(note(true, 2), "; dashed: no article in between; 2 articles without a month not shown");
    }
}
