//! mentions: the evidence, one row for each stretch of text that was counted.

use std::borrow::Cow;

use super::table::{Cells, Field, Fill, Spec, Values, field};
use crate::config::dictionary::Dictionary;
use crate::link::RULES;
use crate::link::mentions::{Found, Mention};

/// Where a stretch of text stands; conflicts.csv says it in the same words.
pub const ARTICLE: Field = field("article_id", "as in articles.csv");
pub const START: Field =
    field("start", "offset of its first character in the article's text, front matter and byte order mark not counted")
        .unit("Unicode scalar values");
pub const END: Field = field("end", "offset behind its last character").unit("Unicode scalar values");
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
        field(
            "rule",
            "the rule that found it, as the methods page lists them; behind a colon the word of the text that decided",
        ),
        field("sentence", "the sentence around it, white space collapsed"),
    ],
    thresholds: &[],
    order: &[],
    parts: None,
    fill: Fill::Evidence,
};

/// The mentions of a page of articles, whose ids are `ids`.
pub fn cells(found: &Found, ids: &[String], dictionary: &Dictionary) -> Cells {
    let rows = &found.mentions;
    let listed = dictionary.actors.len();
    let id = |actor: u32| match (actor as usize).checked_sub(listed) {
        None => dictionary.actors[actor as usize].id.as_str(),
        Some(built) => found.built[built].id.as_str(),
    };
    let rule = |mention: &Mention| {
        let (name, _) = RULES[usize::from(mention.rule.number)];
        match mention.rule.word {
            None => Cow::Borrowed(name),
            Some(word) => Cow::Owned(format!("{name}: {}", found.shown.text(word))),
        }
    };
    vec![
        Values::texts(rows.iter().map(|mention| &ids[mention.article as usize])),
        Values::counts(rows.iter().map(|mention| u64::from(mention.start))),
        Values::counts(rows.iter().map(|mention| u64::from(mention.end))),
        Values::texts(rows.iter().map(|mention| found.shown.text(mention.surface))),
        Values::texts(rows.iter().map(|mention| id(mention.actor))),
        Values::texts(rows.iter().map(|mention| mention.form.name())),
        Values::texts(rows.iter().map(rule)),
        Values::texts(rows.iter().map(|mention| found.shown.text(mention.sentence_text))),
    ]
    .into()
}
