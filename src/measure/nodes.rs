//! Nodes: the terms and actors whose neighbours are told, and the actors whose sentences are compared with all others.

use std::cmp::Reverse;

use rustc_hash::FxHashMap;

use super::actors::Actors;
use super::cast::{Cast, Numbers};
use super::lexicon::Lexicon;
use crate::base::narrow::narrow;
use crate::config::Config;
use crate::lex::normal::normal;

/// Who is a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Node {
    Actor(u32),
    Term(u32),
}

/// What the tables ask of the neighbourhood of terms and mentions.
pub struct Nodes {
    /// Those that the configuration lists come first: terms, then actors, then the most mentioned actors. A chart shows the first.
    pub all: Vec<Node>,
    /// Actors whose sentences are told, the most mentioned first.
    pub mentioned: Vec<u32>,
    /// By actor: its place among these.
    places: FxHashMap<u32, usize>,
    /// Terms of the configuration that the corpus lacks.
    pub absent: Vec<String>,
}

impl Nodes {
    /// The actors that the tables ask for; terms come when they are known (`find_terms`).
    pub fn of(actors: &Actors, cast: &Cast, config: &Config) -> Self {
        let nodes = &config.measure.nodes;
        let wants = |table: &str| config.tabulate.wants(table);
        let mut top: Vec<u32> =
            (0..narrow(actors.counts.len())).filter(|actor| actors.counts[*actor as usize].n > 0).collect();
        top.sort_by_key(|actor| (Reverse(actors.counts[*actor as usize].n), cast.id(*actor)));
        let mut all: Vec<Node> = Vec::new();
        if wants("collocates") || wants("node_articles") {
            let listed = nodes.actors.iter().filter_map(|id| cast.member(id));
            for actor in listed.chain(top.iter().copied().take(nodes.top_actors)) {
                if !all.contains(&Node::Actor(actor)) {
                    all.push(Node::Actor(actor));
                }
            }
        }
        top.truncate(if wants("actor_terms") { nodes.sentences_of } else { 0 });
        let places = top.iter().copied().zip(0..).collect();
        Self { all, mentioned: top, places, absent: Vec::new() }
    }

    /// Puts the terms of the configuration, which are written in any case, before the actors.
    pub fn find_terms(&mut self, lexicon: &Lexicon, config: &Config) {
        let wants = |table: &str| config.tabulate.wants(table);
        let asked = &config.measure.nodes.terms;
        if asked.is_empty() || !(wants("collocates") || wants("node_articles")) {
            return;
        }
        let mut meant: FxHashMap<String, Option<u32>> = asked.iter().map(|text| (normal(text), None)).collect();
        // "US" and "us" are two terms: the more frequent one is meant, of equally frequent ones the first in byte order.
        let rank = |term: u32| (Reverse(lexicon.n[term as usize]), &lexicon.shown[term as usize]);
        // A word that occurs inside phrases alone is no term of its own.
        let terms = (0..).zip(lexicon.shown.iter()).filter(|(term, _)| lexicon.n[*term as usize] > 0);
        for (term, shown) in terms {
            let Some(best) = meant.get_mut(&normal(shown)) else { continue };
            if best.is_none_or(|best| rank(term) < rank(best)) {
                *best = Some(term);
            }
        }
        let mut terms: Vec<Node> = Vec::new();
        for text in asked {
            match meant[&normal(text)].map(Node::Term) {
                Some(term) if !terms.contains(&term) => terms.push(term),
                Some(_) => {}
                None => self.absent.push(text.clone()),
            }
        }
        self.all.splice(..0, terms);
    }

    /// The place of an actor among those whose sentences are told.
    pub fn place(&self, actor: u32) -> Option<usize> {
        self.places.get(&actor).copied()
    }

    pub fn is_empty(&self) -> bool {
        self.all.is_empty() && self.mentioned.is_empty()
    }
}

/// Nodes, and how the actors of a page become members of the cast.
#[derive(Clone, Copy)]
pub struct Asked<'a> {
    pub nodes: &'a Nodes,
    pub numbers: &'a Numbers,
    pub window: usize,
}
