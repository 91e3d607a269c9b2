//! actors: who is mentioned, how often, in which form, from when to when.

use super::Source;
use super::table::{Cells, Fill, Spec, Values, field};
use crate::config::dictionary::Form;
use crate::measure::frame::Frame;

pub const SPEC: Spec = Spec {
    name: "actors",
    title: "Actors",
    about: "One row an actor of the dictionary that is mentioned. Every count is a number of rows of mentions.csv. Where names overlap the longest one \
            counts alone: \"Workers' Party of Korea\" holds no Korea.",
    columns: &[
        field("actor_id", "id in the dictionary"),
        field("name", "name in the dictionary"),
        field("type", "person, organization, state or place"),
        field("mentions", "mentions in all forms but adjectives"),
        field("articles", "articles with such a mention"),
        field("stories", "the same with near-identical articles counted once"),
        field("per_million", "mentions / tokens of the corpus * 1,000,000"),
        field("n_name", "mentions by a full name"),
        field("n_short", "by a short name that means nobody else"),
        field("n_abbr", "by an acronym"),
        field("n_role", "by an office; none yet"),
        field("n_metonym", "by a capital or a building that stands for a government; none yet"),
        field("n_adjective", "adjectives and names of the people (\"Russian\"); not part of mentions"),
        field("first_date", "date of the earliest dated article with a mention"),
        field("last_date", "date of the latest one"),
    ],
    order: &[("mentions", true), ("n_adjective", true), ("actor_id", false)],
    parts: None,
    fill: Fill::Whole(fill),
};

fn fill(source: &Source<'_>) -> Cells {
    let rows = &source.measures.actors;
    let tokens = source.measures.frame.tokens;
    let actor = |row: &crate::measure::results::ActorRow| &source.measures.cast.members[row.actor as usize];
    let mut columns = vec![
        Values::texts(rows.iter().map(|row| actor(row).id.as_str())),
        Values::texts(rows.iter().map(|row| actor(row).name.as_str())),
        Values::texts(rows.iter().map(|row| actor(row).kind.name())),
        Values::counts(rows.iter().map(|row| row.count.n)),
        Values::counts(rows.iter().map(|row| row.count.articles)),
        Values::counts(rows.iter().map(|row| row.count.stories)),
        Values::Float(rows.iter().map(|row| Frame::per_million(row.count.n, tokens)).collect()),
    ];
    columns.extend(Form::ALL.map(|form| Values::counts(rows.iter().map(move |row| row.forms[form as usize]))));
    columns.push(Values::written(rows.iter().map(|row| row.count.first)));
    columns.push(Values::written(rows.iter().map(|row| row.count.last)));
    columns.into()
}
