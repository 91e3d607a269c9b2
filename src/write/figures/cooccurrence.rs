//! Which of the most frequent terms attract each other in sentences.

use std::collections::BTreeMap;

use super::View;
use crate::base::wording::plural;
use crate::write::charts::{Drawn, Head, Heatmap, heatmap};

const UNIT: &str = "sentence";

pub fn draw(view: &View<'_>) -> Drawn {
    let units = view.texts("cooccurrence", "unit");
    let pairs = view
        .texts("cooccurrence", "term_a")
        .into_iter()
        .zip(view.texts("cooccurrence", "term_b"))
        .zip(view.floats("cooccurrence", "npmi"));
    let npmi: BTreeMap<(String, String), Option<f64>> =
        pairs.zip(units).filter(|(_, unit)| unit == UNIT).map(|(pair, _)| pair).collect();
    let together = |a: &String, b: &String| {
        npmi.get(&(a.clone(), b.clone())).or_else(|| npmi.get(&(b.clone(), a.clone()))).copied().flatten()
    };
    let mut terms: Vec<String> = view.texts("terms", "term").into_iter().take(view.most).collect();
    let all = terms.clone();
    terms.retain(|term| all.iter().any(|other| other != term && together(term, other).is_some()));
    let sentences = plural(view.overview.sentences, "sentence");
    heatmap(&Heatmap {
        head: Head {
            title: "Terms that occur in the same sentences".to_owned(),
            subtitle: format!(
                "NPMI of the most frequent terms over {sentences}: 0 is chance, 1 always together; hatched: too few common sentences; {}",
                view.base()
            ),
        },
        rows: terms.clone(),
        columns: terms.clone(),
        cells: terms
            .iter()
            .map(|a| terms.iter().map(|b| if a == b { None } else { together(a, b) }).collect())
            .collect(),
        scale: "NPMI".to_owned(),
        decimals: 2,
        suffix: String::new(),
    })
}
