//! actors_by_state: the mentions of each state and of all who belong to it.

use super::Source;
use super::common::{MENTIONS_PER_MILLION, ONE_STORY, STORIES};
use super::table::{Cells, Fill, Spec, Values, field};
use crate::config::dictionary::{Form, Kind};
use crate::measure::frame::Frame;
use crate::measure::tally::Count;

const MENTIONS: &str = "mentions";
const UNDATED: &str = "where no such article has a date";

pub const SPEC: Spec = Spec {
    name: "actors_by_state",
    title: "Actors by state",
    about: "One row a state: its own mentions and those of all actors that belong to it, by themselves or through what they are part of. Each mention \
            counts once, for one state.",
    columns: &[
        field("state_id", "actor_id of the state"),
        field("name", "name of the state in the dictionary"),
        field(
            "mentions",
            "mentions of the state and of its persons, organizations and places, in all forms but adjectives",
        )
        .unit(MENTIONS),
        field("articles", "articles with such a mention").unit("articles"),
        STORIES,
        MENTIONS_PER_MILLION,
        field("n_state", "mentions of the state itself, metonyms included").unit(MENTIONS),
        field("n_persons", "mentions of its persons").unit(MENTIONS),
        field("n_organizations", "mentions of its organizations").unit(MENTIONS),
        field("n_places", "mentions of its places").unit(MENTIONS),
        field("actors", "how many of its actors are mentioned").unit("actors"),
        field("first_date", "date of the earliest dated article with a mention").empty(UNDATED),
        field("last_date", "date of the latest one").empty(UNDATED),
    ],
    thresholds: &[ONE_STORY],
    order: &[("mentions", true), ("state_id", false)],
    parts: None,
    fill: Fill::Whole(fill),
};

/// The mentions of a state's actors by their kind, and how many actors are mentioned.
#[derive(Clone, Copy, Default)]
struct Shares {
    kinds: [u64; 4],
    actors: u64,
}

fn fill(source: &Source<'_>) -> Cells {
    let measures = source.measures;
    let mut shares = vec![Shares::default(); measures.cast.members.len()];
    for row in &measures.actors {
        let n: u64 =
            Form::ALL.iter().filter(|form| **form != Form::Adjective).map(|form| row.forms[*form as usize]).sum();
        let Some(state) = measures.cast.state_of(row.actor).filter(|_| n > 0) else { continue };
        let share = &mut shares[state as usize];
        share.kinds[measures.cast.members[row.actor as usize].kind as usize] += n;
        share.actors += 1;
    }
    let rows: Vec<(u32, &Count)> = (0..).zip(&measures.states).filter(|(_, count)| count.n > 0).collect();
    let count = |value: fn(&Count) -> u64| Values::counts(rows.iter().map(move |(_, count)| value(count)));
    let share = |kind: Kind| Values::counts(rows.iter().map(|(state, _)| shares[*state as usize].kinds[kind as usize]));
    vec![
        Values::texts(rows.iter().map(|(state, _)| measures.cast.id(*state))),
        Values::texts(rows.iter().map(|(state, _)| measures.cast.members[*state as usize].name.as_str())),
        count(|count| count.n),
        count(|count| count.articles),
        count(|count| count.stories),
        Values::Float(rows.iter().map(|(_, count)| Frame::per_million(count.n, measures.frame.tokens)).collect()),
        share(Kind::State),
        share(Kind::Person),
        share(Kind::Organization),
        share(Kind::Place),
        Values::counts(rows.iter().map(|(state, _)| shares[*state as usize].actors)),
        Values::written(rows.iter().map(|(_, count)| count.first)),
        Values::written(rows.iter().map(|(_, count)| count.last)),
    ]
    .into()
}
