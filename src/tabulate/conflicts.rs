//! conflicts: stretches of text that more than one actor claims and that therefore count for nobody.

use super::Source;
use super::mentions::{ARTICLE, END, START, SURFACE};
use super::table::{Cells, Spec, Values, field};

pub const SPEC: Spec = Spec {
    name: "conflicts",
    title: "Conflicts",
    about: "One row a stretch of text that the rules cannot give to one actor; it counts for nobody.",
    columns: &[
        ARTICLE,
        START,
        END,
        SURFACE,
        field("candidates", "the actor_ids that claim it, separated by spaces"),
        field("reason", "why none of them has it"),
    ],
    order: &[("_article", false), ("start", false)],
    parts: None,
    fill,
};

fn fill(source: &Source<'_>) -> Cells {
    let articles = source.measures.articles.iter();
    let rows: Vec<_> = articles
        .enumerate()
        .flat_map(|(index, article)| article.conflicts.iter().map(move |conflict| (index, &article.id, conflict)))
        .collect();
    let ids = |candidates: &[u32]| {
        candidates
            .iter()
            .map(|actor| source.dictionary.actors[*actor as usize].id.as_str())
            .collect::<Vec<_>>()
            .join(" ")
    };
    let columns = vec![
        Values::texts(rows.iter().map(|(_, id, _)| (*id).clone())),
        Values::counts(rows.iter().map(|(_, _, conflict)| u64::from(conflict.start))),
        Values::counts(rows.iter().map(|(_, _, conflict)| u64::from(conflict.end))),
        Values::texts(rows.iter().map(|(_, _, conflict)| conflict.surface.clone())),
        Values::texts(rows.iter().map(|(_, _, conflict)| ids(&conflict.candidates))),
        Values::texts(rows.iter().map(|(_, _, conflict)| conflict.reason.to_owned())),
    ];
    Cells { columns, hidden: vec![("_article", rows.iter().map(|(index, _, _)| *index as u64).collect())] }
}
