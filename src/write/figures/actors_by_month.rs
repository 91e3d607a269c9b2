//! Mentions of the most mentioned actors by month, as lines.

use std::collections::BTreeMap;

use super::View;
use super::periods::Periods;
use crate::base::wording::plural;
use crate::write::charts::{Drawn, Head, Lines, lines};

/// As many lines as the eye can follow without effort.
const MOST: usize = 5;

pub fn draw(view: &View<'_>) -> Drawn {
    let covered: Vec<&str> = view.texts("articles_by_month", "month").collect();
    let months = Periods::months(&covered);
    let actors = if months.x.is_empty() { Vec::new() } else { view.top_actors(MOST.min(view.most)) };
    let mut values = values(view, &actors, &months);
    let series = actors.into_iter().filter_map(|(id, name)| Some((name, values.remove(&id)?)));
    let sizes = view.counts("articles_by_month", "articles").zip(&covered);
    let undated = sizes.filter(|(_, month)| month.is_empty()).map(|(n, _)| n).sum();
    lines(&Lines {
        head: Head {
            title: "Most mentioned actors by month".to_owned(),
            subtitle: format!("Mentions a month{}; {}", note(&months, undated), view.base()),
            nothing: "No article with a month mentions an actor of the dictionary.".to_owned(),
        },
        axis: "mentions".to_owned(),
        series: series.collect(),
        x: months.x,
    })
}

/// The mentions of each of `actors` by month.
fn values(view: &View<'_>, actors: &[(String, String)], months: &Periods) -> BTreeMap<String, Vec<Option<f64>>> {
    let mut values: BTreeMap<String, _> = actors.iter().map(|(id, _)| (id.clone(), months.values(0.0))).collect();
    let rows = view
        .texts("actors_by_month", "month")
        .zip(view.texts("actors_by_month", "actor_id"))
        .zip(view.counts("actors_by_month", "mentions"));
    for ((month, actor), mentions) in rows {
        if let (Some(values), Some(at)) = (values.get_mut(actor), months.place(month)) {
            values[at] = Some(mentions as f64);
        }
    }
    values
}

/// What the lines do not say of themselves.
fn note(months: &Periods, undated: u64) -> String {
    let dashed = if months.has_gaps() { "; dashed: no article in between" } else { "" };
    let left_out = match undated {
        0 => String::new(),
        _ => format!("; {} without a month not shown", plural(undated, "article")),
    };
    format!("{dashed}{}{left_out}", months.note())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_subtitle_explains_dashes_only_where_there_are_any() {
        let months = |names: [&str; 2]| Periods::months(&names);
        assert_eq!(note(&months(["2024-01", "2024-02"]), 0), "");
        let told = "; dashed: no article in between; 2 articles without a month not shown";
        assert_eq!(note(&months(["2024-01", "2024-03"]), 2), told);
        assert!(note(&months(["1024-01", "2024-03"]), 0).contains("; more than ten years"));
    }
}
