//! Who is mentioned with whom: sentences that mention both.

use std::collections::{BTreeMap, BTreeSet};

use super::{View, square};
use crate::base::wording::plural;
use crate::write::charts::{Cell, Drawn, Head, Heatmap, heatmap};

pub fn draw(view: &View<'_>) -> Drawn {
    let mut actors = view.top_actors(view.most);
    let ids: BTreeSet<String> = actors.iter().map(|(id, _)| id.clone()).collect();
    let rows = view.texts("actor_pairs", "actor_a").zip(view.texts("actor_pairs", "actor_b"));
    // Of all pairs, which are many, those of the chart.
    let drawn = |(a, b): &(&str, &str)| ids.contains(*a) && ids.contains(*b);
    let rows = rows.zip(view.counts("actor_pairs", "sentences")).filter(|(pair, _)| drawn(pair));
    let sentences: BTreeMap<(&str, &str), u64> = rows.collect();
    let together = |a: &str, b: &str| sentences.get(&(a, b)).or_else(|| sentences.get(&(b, a))).map(|n| *n as f64);
    // An actor that shares no article with another of them would be an empty row.
    let all = actors.clone();
    actors.retain(|(id, _)| all.iter().any(|(other, _)| other != id && together(id, other).is_some()));
    let cells = square(&actors, |(a, _), (b, _)| together(a, b).map_or(Cell::Missing, Cell::Value));
    let has_zero = cells.iter().flatten().any(|cell| *cell == Cell::Value(0.0));
    let zero = if has_zero { "; 0: in the same article only" } else { "" };
    let names: Vec<String> = actors.iter().map(|(_, name)| name.clone()).collect();
    heatmap(&Heatmap {
        head: Head {
            title: "Actors mentioned together".to_owned(),
            subtitle: format!(
                "Sentences that mention both, of {}{zero}; {}",
                plural(view.overview.sentences, "sentence"),
                view.base()
            ),
            nothing: "No article mentions two actors of the dictionary.".to_owned(),
        },
        cells,
        rows: names.clone(),
        columns: names,
        missing: "no article mentions both".to_owned(),
        scale: "sentences".to_owned(),
        decimals: 0,
        suffix: String::new(),
        ends: None,
    })
}
