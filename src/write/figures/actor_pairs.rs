//! Who is mentioned with whom: sentences that mention both.

use std::collections::BTreeMap;

use super::View;
use crate::base::wording::plural;
use crate::write::charts::{Drawn, Head, Heatmap, heatmap};

pub fn draw(view: &View<'_>) -> Drawn {
    let rows = view.texts("actor_pairs", "actor_a").into_iter().zip(view.texts("actor_pairs", "actor_b"));
    let sentences: BTreeMap<(String, String), u64> = rows.zip(view.counts("actor_pairs", "sentences")).collect();
    let together = |a: &String, b: &String| {
        sentences.get(&(a.clone(), b.clone())).or_else(|| sentences.get(&(b.clone(), a.clone()))).map(|n| *n as f64)
    };
    let mut actors = view.top_actors(view.most);
    // An actor that shares no article with another of them would be an empty row.
    let all = actors.clone();
    actors.retain(|(id, _)| all.iter().any(|(other, _)| other != id && together(id, other).is_some()));
    heatmap(&Heatmap {
        head: Head {
            title: "Actors mentioned together".to_owned(),
            subtitle: format!(
                "Sentences that mention both, of {}; hatched: no article mentions both; {}",
                plural(view.overview.sentences, "sentence"),
                view.base()
            ),
        },
        rows: actors.iter().map(|(_, name)| name.clone()).collect(),
        columns: actors.iter().map(|(_, name)| name.clone()).collect(),
        cells: actors
            .iter()
            .map(|(a, _)| actors.iter().map(|(b, _)| if a == b { None } else { together(a, b) }).collect())
            .collect(),
        scale: "sentences".to_owned(),
        decimals: 0,
        suffix: String::new(),
    })
}
