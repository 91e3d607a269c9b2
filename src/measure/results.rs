//! What the tables are made of: merged counts with names instead of numbers, and every float computed once.

use super::actors::{Actors, Held};
use super::cast::Cast;
use super::frame::{Frame, Size};
use super::suggest::Suggestion;
use super::tally::{Cell, Count};
use super::terms::Terms;
use crate::base::date::Month;

/// Everything measured. Lists by term or actor follow their numbers; the tables sort.
pub struct Measures {
    pub frame: Frame,
    pub terms: Terms,
    pub actors: Vec<ActorRow>,
    pub actors_by_month: Vec<Cell>,
    pub actors_by_outlet: Vec<Cell>,
    pub actor_pairs: Vec<ActorPair>,
    /// By member: the mentions of the state and of all who belong to it.
    pub states: Vec<Count>,
    pub cast: Cast,
    /// Names that the dictionary lacks, the most frequent first.
    pub suggestions: Vec<Suggestion>,
}

/// One actor that was mentioned in any form.
pub struct ActorRow {
    /// Index into the cast.
    pub actor: u32,
    pub count: Count,
    pub forms: [u64; 6],
}

/// Two actors that occur in one article.
pub struct ActorPair {
    pub a: u32,
    pub b: u32,
    pub sentences: super::formulas::contingency::Table,
    pub articles: u64,
    pub stories: u64,
}

/// A count in one month or outlet.
#[derive(Clone, Copy)]
pub struct Slice<'m, K> {
    pub key: Option<&'m K>,
    pub size: Size,
    pub cell: Cell,
}

pub fn results(frame: Frame, terms: Terms, actors: Actors, cast: Cast) -> Measures {
    let Actors { counts, by_month, by_outlet, tally, states } = actors;
    let rows =
        (0..).zip(&counts).map(|(actor, count)| ActorRow { actor, count: *count, forms: tally.forms[actor as usize] });
    let rows = rows.filter(|row| row.forms.iter().any(|n| *n > 0)).collect();
    let pair = |(key, held): (&(u32, u32), &Held)| ActorPair {
        a: key.0,
        b: key.1,
        sentences: tally.sentences.table(key.0, key.1),
        articles: held.articles,
        stories: held.stories,
    };
    let mut actor_pairs: Vec<ActorPair> = tally.pairs.iter().map(pair).collect();
    actor_pairs.sort_by_key(|pair| (pair.a, pair.b));
    let (actors_by_month, actors_by_outlet) = (by_month, by_outlet);
    Measures {
        frame,
        terms,
        actors: rows,
        actors_by_month,
        actors_by_outlet,
        actor_pairs,
        states,
        cast,
        suggestions: Vec::new(),
    }
}

impl Measures {
    /// Cells by month, with the month and its size.
    pub fn months<'m>(&'m self, cells: &'m [Cell]) -> impl ExactSizeIterator<Item = Slice<'m, Month>> {
        slices(&self.frame.months, cells)
    }

    /// Cells by outlet, with the outlet and its size.
    pub fn outlets<'m>(&'m self, cells: &'m [Cell]) -> impl ExactSizeIterator<Item = Slice<'m, String>> {
        slices(&self.frame.outlets, cells)
    }
}

fn slices<'m, K>(groups: &'m [(Option<K>, Size)], cells: &'m [Cell]) -> impl ExactSizeIterator<Item = Slice<'m, K>> {
    cells.iter().map(|cell| {
        let (key, size) = &groups[cell.group as usize];
        Slice { key: key.as_ref(), size: *size, cell: *cell }
    })
}
