//! mentions: the evidence, one row for each stretch of text that was counted.

use super::Source;
use super::table::{Cells, Field, Spec, Values, field};

/// Where a stretch of text stands; conflicts.csv says it in the same words.
pub const ARTICLE: Field = field("article_id", "as in articles.csv");
pub const START: Field = field(
    "start",
    "offset of its first character in the article's text, in Unicode scalar values, front matter and byte order mark not counted",
);
pub const END: Field = field("end", "offset behind its last character");
pub const SURFACE: Field = field("surface", "the text between the two");

pub const SPEC: Spec = Spec {
    name: "mentions",
    title: "Mentions",
    about: "One row a stretch of text that stands for an actor, in the order of the articles: the evidence behind every count of actors.",
    columns: &[
        ARTICLE,
        START,
        END,
        SURFACE,
        field("actor_id", "as in actors.csv"),
        field("form", "name, short, abbr, role, metonym or adjective"),
        field("rule", "the rule that found it; strong alias: an alias that counts anywhere"),
        field("sentence", "the sentence around it, white space collapsed"),
    ],
    order: &[("_article", false), ("start", false)],
    parts: None,
    fill,
};

fn fill(source: &Source<'_>) -> Cells {
    let articles = source.measures.articles.iter();
    let rows: Vec<_> = articles
        .enumerate()
        .flat_map(|(index, article)| article.found.iter().map(move |mention| (index, &article.id, mention)))
        .collect();
    let columns = vec![
        Values::texts(rows.iter().map(|(_, id, _)| (*id).clone())),
        Values::counts(rows.iter().map(|(_, _, mention)| u64::from(mention.start))),
        Values::counts(rows.iter().map(|(_, _, mention)| u64::from(mention.end))),
        Values::texts(rows.iter().map(|(_, _, mention)| mention.surface.clone())),
        Values::texts(rows.iter().map(|(_, _, mention)| source.dictionary.actors[mention.actor as usize].id.clone())),
        Values::texts(rows.iter().map(|(_, _, mention)| mention.form.name().to_owned())),
        Values::texts(rows.iter().map(|(_, _, mention)| mention.rule.to_owned())),
        Values::texts(rows.iter().map(|(_, _, mention)| mention.sentence_text.to_string())),
    ];
    Cells { columns, hidden: vec![("_article", rows.iter().map(|(index, _, _)| *index as u64).collect())] }
}
