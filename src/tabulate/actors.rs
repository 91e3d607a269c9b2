//! actors: who is mentioned, how often, in which form, from when to when.

use super::Source;
use super::common::{MENTIONS_PER_MILLION, ONE_STORY, STORIES};
use super::table::{Cells, Fill, Spec, Values, field};
use crate::config::dictionary::Form;
use crate::measure::frame::Frame;
use crate::measure::results::ActorRow;

const MENTIONS: &str = "mentions";
const UNDATED: &str = "where no such article has a date";

pub const SPEC: Spec = Spec {
    name: "actors",
    title: "Actors",
    about: "One row an actor that is mentioned: of the dictionary, or made by a pattern. Every count is a number of rows of mentions.csv. Where names overlap the longest one \
            counts alone: \"Workers' Party of Korea\" holds no Korea.",
    columns: &[
        field("actor_id", "id in the dictionary, or made of a pattern and ids of the dictionary"),
        field("name", "name in the dictionary, or as the pattern makes it"),
        field("type", "person, organization, state or place"),
        field("mentions", "mentions in all forms but adjectives").unit(MENTIONS),
        field("articles", "articles with such a mention").unit("articles"),
        STORIES,
        MENTIONS_PER_MILLION,
        field("n_name", "mentions by a full name").unit(MENTIONS),
        field("n_short", "by a short name: one that means nobody else, or one that the article gives to this actor")
            .unit(MENTIONS),
        field("n_abbr", "by an acronym").unit(MENTIONS),
        field("n_role", "by an office (\"the Russian president\"), whose holder the article's date decides")
            .unit(MENTIONS),
        field("n_metonym", "by a capital or a building that stands for a government").unit(MENTIONS),
        field("n_adjective", "adjectives and names of the people (\"Russian\"); not part of mentions")
            .unit("occurrences"),
        field("first_date", "date of the earliest dated article with a mention").empty(UNDATED),
        field("last_date", "date of the latest one").empty(UNDATED),
        field("state", "the state that it belongs to, by itself or through what it is part of")
            .empty("for a state, and where it belongs to none"),
        field("parent", "the actor that it is part of").empty("where it is part of none"),
        field("listed", "whether it is in the dictionary: true; false for one that a pattern made"),
    ],
    thresholds: &[ONE_STORY],
    order: &[("mentions", true), ("n_adjective", true), ("actor_id", false)],
    parts: None,
    fill: Fill::Whole(fill),
};

fn fill(source: &Source<'_>) -> Cells {
    let rows = &source.measures.actors;
    let tokens = source.measures.frame.tokens;
    let actor = |row: &ActorRow| &source.measures.cast.members[row.actor as usize];
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
    let cast = &source.measures.cast;
    let id = |member: Option<u32>| member.map_or("", |member| cast.id(member));
    let state = |row: &ActorRow| cast.state_of(row.actor).filter(|state| *state != row.actor);
    columns.push(Values::texts(rows.iter().map(|row| id(state(row)))));
    columns.push(Values::texts(rows.iter().map(|row| id(actor(row).parent))));
    let listed = source.dictionary.actors.len();
    let listed = |row: &ActorRow| if (row.actor as usize) < listed { "true" } else { "false" };
    columns.push(Values::texts(rows.iter().map(listed)));
    columns.into()
}
