//! What the tables are made of: merged counts with names instead of numbers, and every float computed once.

use super::actors::{Actors, Held};
use super::cast::Cast;
use super::change::Change;
use super::frame::{Frame, Size};
use super::key_groups::KeyGroup;
use super::network::{Network, Pair, network};
use super::nodes::Nodes;
use super::pairs::Together;
use super::periods::Periods;
use super::sets::Sets;
use super::suggest::Suggestion;
use super::tally::{Cell, Count};
use super::terms::Terms;
use crate::base::date::Month;
use crate::base::parallel::Threads;
use crate::config::Config;

/// Everything measured. Lists by term or actor follow their numbers; the tables sort.
pub struct Measures {
    pub frame: Frame,
    pub periods: [Periods; 2],
    /// The articles that mention each actor of `[measure.keyness] actors`.
    pub sets: Sets,
    pub nodes: Nodes,
    pub terms: Terms,
    pub key_groups: Vec<KeyGroup>,
    pub actors: Vec<ActorRow>,
    pub actors_by_month: Vec<Cell>,
    pub actors_by_outlet: Vec<Cell>,
    pub actor_changes: Vec<Change>,
    pub actor_pairs: Vec<ActorPair>,
    /// Of those who are mentioned, and of the terms that occur, in the same sentences.
    pub actor_network: Network,
    /// Its things are numbers in the pairs (`Terms::admitted`).
    pub term_network: Network,
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

/// What was counted, part by part.
pub struct Counted {
    pub frame: Frame,
    pub periods: [Periods; 2],
    pub sets: Sets,
    pub nodes: Nodes,
    pub terms: Terms,
    pub actors: Actors,
    pub cast: Cast,
}

pub fn results(counted: Counted) -> Measures {
    let Counted { frame, periods, sets, nodes, terms, actors, cast } = counted;
    let Actors { counts, by_month, by_outlet, changes, tally, states, .. } = actors;
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
        periods,
        sets,
        nodes,
        terms,
        key_groups: Vec::new(),
        actors: rows,
        actors_by_month,
        actors_by_outlet,
        actor_changes: changes,
        actor_pairs,
        actor_network: Network::default(),
        term_network: Network::default(),
        states,
        cast,
        suggestions: Vec::new(),
    }
}

impl Measures {
    /// Makes the networks that the tables ask for, both at once.
    pub fn link(&mut self, config: &Config, threads: &Threads) {
        let wants =
            |kind: &str| ["", "_edges"].iter().any(|table| config.tabulate.wants(&format!("{kind}_network{table}")));
        let settings = &config.measure.network;
        let network = |pairs: Vec<Pair>| network(&pairs, settings.significance, settings.most_nodes);
        let (actors, terms) = threads.both(
            || if wants("actor") { network(self.pairs_of_actors()) } else { Network::default() },
            || if wants("term") { network(self.pairs_of_terms()) } else { Network::default() },
        );
        (self.actor_network, self.term_network) = (actors, terms);
    }

    fn pairs_of_actors(&self) -> Vec<Pair> {
        let pair = |pair: &ActorPair| Pair { a: pair.a, b: pair.b, weight: pair.sentences.both };
        self.actor_pairs.iter().map(pair).filter(|pair| pair.weight > 0).collect()
    }

    /// By their numbers among the admitted: those of terms say in which order equally frequent ones were met.
    fn pairs_of_terms(&self) -> Vec<Pair> {
        let counts = &self.terms.pairs.of(Together::Sentence).both;
        counts.at_least(1).into_iter().map(|(a, b)| Pair { a, b, weight: counts.get(a, b) }).collect()
    }

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
