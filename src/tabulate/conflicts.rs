//! conflicts: stretches of text that more than one actor claims and that therefore count for nobody.

use super::mentions::{ARTICLE, END, START, SURFACE};
use super::table::{Cells, Fill, Spec, Values, field};
use crate::config::dictionary::Dictionary;
use crate::link::REASONS;
use crate::link::mentions::{Conflict, Found};

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
    thresholds: &[],
    order: &[],
    parts: None,
    fill: Fill::Evidence,
};

/// The conflicts of a page of articles, whose ids are `ids`.
pub fn cells(found: &Found, ids: &[String], dictionary: &Dictionary) -> Cells {
    let rows = &found.conflicts;
    let candidates = |conflict: &Conflict| {
        let ids = conflict.candidates.iter().map(|actor| dictionary.actors[*actor as usize].id.as_str());
        ids.collect::<Vec<_>>().join(" ")
    };
    vec![
        Values::texts(rows.iter().map(|conflict| &ids[conflict.article as usize])),
        Values::counts(rows.iter().map(|conflict| u64::from(conflict.start))),
        Values::counts(rows.iter().map(|conflict| u64::from(conflict.end))),
        Values::texts(rows.iter().map(|conflict| found.shown.text(conflict.surface))),
        Values::texts(rows.iter().map(candidates)),
        Values::texts(rows.iter().map(|conflict| REASONS[usize::from(conflict.reason)])),
    ]
    .into()
}
