//! Mentions of the most mentioned actors by month, as lines.

use std::collections::BTreeMap;

use super::View;
use crate::base::wording::plural;
use crate::ingest::date::Date;
use crate::write::charts::{Drawn, Head, Lines, lines};

/// As many lines as there are colours that can be told apart.
const MOST: usize = 6;

pub fn draw(view: &View<'_>) -> Drawn {
    let months = months(&view.texts("articles_by_month", "month"));
    let held: BTreeMap<String, usize> = months.iter().enumerate().map(|(at, month)| (month.clone(), at)).collect();
    let covered = view.texts("articles_by_month", "month");
    // A month without an article says nothing about anybody: a gap, not a zero.
    let empty: Vec<Option<f64>> = months.iter().map(|month| covered.contains(month).then_some(0.0)).collect();
    let rows = view
        .texts("actors_by_month", "month")
        .into_iter()
        .zip(view.texts("actors_by_month", "actor_id"))
        .zip(view.counts("actors_by_month", "mentions"));
    let mut values: BTreeMap<String, Vec<Option<f64>>> = BTreeMap::new();
    for ((month, actor), mentions) in rows {
        if let Some(at) = held.get(&month) {
            values.entry(actor).or_insert_with(|| empty.clone())[*at] = Some(mentions as f64);
        }
    }
    let series = view
        .top_actors(MOST.min(view.most))
        .into_iter()
        .map(|(id, name)| (name, values.remove(&id).unwrap_or_else(|| empty.clone())));
    let undated = view
        .counts("articles_by_month", "articles")
        .into_iter()
        .zip(covered)
        .find(|(_, month)| month.is_empty())
        .map_or(0, |(n, _)| n);
    let note =
        if undated > 0 { format!("; {} without a month not shown", plural(undated, "article")) } else { String::new() };
    lines(&Lines {
        head: Head {
            title: "Most mentioned actors by month".to_owned(),
            subtitle: format!("Mentions a month; no point in months without an article{note}; {}", view.base()),
        },
        axis: "mentions".to_owned(),
        series: if months.is_empty() { Vec::new() } else { series.collect() },
        x: months,
    })
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
