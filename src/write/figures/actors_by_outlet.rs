//! Which outlets mention whom: the share of an outlet's articles that mention each of the top actors.

use std::collections::BTreeMap;

use super::View;
use crate::base::wording::plural;
use crate::write::charts::{Drawn, Head, Heatmap, heatmap};

/// Columns of the chart at most.
const ACTORS: usize = 12;

pub fn draw(view: &View<'_>) -> Drawn {
    let actors = view.top_actors(ACTORS.min(view.most));
    let rows = view.texts("actors_by_outlet", "outlet").into_iter().zip(view.texts("actors_by_outlet", "actor_id"));
    let shares: BTreeMap<(String, String), Option<f64>> = rows.zip(view.floats("actors_by_outlet", "share")).collect();
    let sizes =
        view.texts("actors_by_outlet", "outlet").into_iter().zip(view.counts("actors_by_outlet", "all_articles"));
    let mut outlets: Vec<(String, u64)> = sizes.collect();
    outlets.sort_by(|a, b| (std::cmp::Reverse(a.1), &a.0).cmp(&(std::cmp::Reverse(b.1), &b.0)));
    outlets.dedup();
    outlets.truncate(view.most);
    let share = |outlet: &String, actor: &String| {
        Some(shares.get(&(outlet.clone(), actor.clone())).copied().flatten().unwrap_or(0.0) * 100.0)
    };
    let label = |outlet: &(String, u64)| {
        let name = if outlet.0.is_empty() { "no outlet given" } else { &outlet.0 };
        format!("{name} ({})", plural(outlet.1, "article"))
    };
    heatmap(&Heatmap {
        head: Head {
            title: "Who is mentioned in which outlet".to_owned(),
            subtitle: format!("Share of the outlet's articles that mention the actor, per cent; {}", view.base()),
        },
        rows: outlets.iter().map(label).collect(),
        columns: actors.iter().map(|(_, name)| name.clone()).collect(),
        cells: outlets.iter().map(|(outlet, _)| actors.iter().map(|(id, _)| share(outlet, id)).collect()).collect(),
        scale: "share of the outlet's articles".to_owned(),
        decimals: 0,
        suffix: "%".to_owned(),
    })
}
