//! suggestions: names that the dictionary lacks, for whoever looks after it.

use super::Source;
use super::table::{Cells, Fill, Spec, Values, field, threshold};
use crate::measure::suggest::Suggestion;

pub const SPEC: Spec = Spec {
    name: "suggestions",
    title: "Suggestions",
    about: "One row a name of one to four words with capitals that the dictionary has in no form, the most frequent first. Titles, days, months and \
            single letters are no names; a word at the head of a sentence is one where the corpus writes it with a capital elsewhere more often than small.",
    columns: &[
        field("surface", "as it is written most often"),
        field("n", "how often it occurs, without regard to case and hyphens").unit("occurrences"),
        field("articles", "articles that hold it").unit("articles"),
        field(
            "why",
            "unlisted name, acronym, or whose surname or spelling it likely is; an actor_id has a question mark",
        ),
        field("example", "the sentence of the first article in which it stands first, white space collapsed"),
        field(
            "type",
            "what it likely is: person (behind a title, with a first name of the dictionary), organization (Ministry, Bank), place (mostly behind in, \
             at, from, near)",
        )
        .empty("where nothing says so"),
        field("like", "actor_id of whom it is likely an alias").empty("where it is like nobody of the dictionary"),
    ],
    thresholds: &[
        threshold("tabulate.suggest_min_n", "a name that occurs less often is no row")
            .uncounted("not counted: of words that are so rare no names are made"),
        threshold("tabulate.suggest_rows", "only so many rows are shown, the most frequent names first")
            .counted("name", |source| {
                let all = source.measures.suggestions.len() < source.config.tabulate.suggest_rows;
                all.then_some(0)
            })
            .uncounted("not counted: whether the dictionary has a name is asked of those shown alone"),
    ],
    order: &[("articles", true), ("n", true), ("surface", false)],
    parts: None,
    fill: Fill::Whole(fill),
};

fn fill(source: &Source<'_>) -> Cells {
    let rows = &source.measures.suggestions;
    let id = |actor: u32| source.dictionary.actors[actor as usize].id.as_str();
    let like = |row: &Suggestion| row.why.like().map(id);
    vec![
        Values::texts(rows.iter().map(|row| row.surface.as_str())),
        Values::counts(rows.iter().map(|row| row.n)),
        Values::counts(rows.iter().map(|row| row.articles)),
        Values::texts(rows.iter().map(|row| row.why.text(source.dictionary))),
        Values::texts(rows.iter().map(|row| row.example.as_str())),
        Values::Text(rows.iter().map(|row| row.kind.map(|kind| kind.name())).collect()),
        Values::Text(rows.iter().map(like).collect()),
    ]
    .into()
}
