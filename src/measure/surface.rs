//! What stands around nodes: terms left and right of them, terms of the sentences that mention an actor, and in which articles.
//!
//! Counts are of places: a term or phrase takes one, and so does each other word (surface co-occurrence, Evert 2008). A place that
//! several occurrences of a node reach counts once, so that no count exceeds those of the node or of the term. The sentences of
//! an actor are what is within reach of its mentions if the window has no end.

use std::ops::Range;

use super::lexicon::{END, OTHER};
use super::neighbours::{self, Near, Neighbours};
use super::nodes::{Asked, Node};
use super::spots::{self, Spot};
use super::stands::{Rows, Stands};
use super::sweep::sweep;
use crate::base::narrow::narrow;
use crate::base::problem::Problem;
use crate::base::spill::Spill;
use crate::config::dictionary::Form;

/// The counts of all nodes and of all sentences that mention somebody.
#[derive(Debug, Default)]
pub struct Surface {
    /// All places of all sentences.
    pub places: u64,
    /// By node.
    pub nodes: Vec<Around>,
    /// By actor whose sentences are told (`Nodes::mentioned`).
    pub sentences: Vec<Around>,
    /// The terms near all of these: first nodes, then sentences.
    pub near: Neighbours,
    /// In which articles nodes stand.
    pub stands: Stands,
}

/// The counts of one node.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Around {
    /// Occurrences of the node.
    pub n: u64,
    /// Places that it takes, and places within its reach.
    pub inside: u64,
    pub reach: u64,
}

/// An article told in terms, with the tokens that they begin at.
#[derive(Clone, Copy)]
pub struct Told<'a> {
    pub units: &'a [u32],
    pub tokens: &'a [u32],
}

/// What one thread counts with.
pub struct Counting<'x> {
    /// All but the terms.
    sums: Surface,
    near: neighbours::Hand<'x>,
    /// By node: where it stands in the page.
    rows: Vec<Rows>,
}

/// The units of a mention, and who is mentioned.
type Mention = (Range<usize>, u32);

impl Surface {
    /// Nothing counted, of so many nodes and actors whose sentences are told.
    pub fn new(nodes: usize, sentences: usize) -> Self {
        Self {
            nodes: vec![Around::default(); nodes],
            sentences: vec![Around::default(); sentences],
            stands: Stands::new(nodes),
            ..Self::default()
        }
    }

    /// The terms near a node.
    pub fn near_node(&self, node: usize, spill: &Spill) -> Result<Vec<(u32, Near)>, Problem> {
        self.near.of(node, spill)
    }

    /// The terms of an actor's sentences.
    pub fn in_sentences(&self, actor: usize, spill: &Spill) -> Result<Vec<(u32, Near)>, Problem> {
        self.near.of(self.nodes.len() + actor, spill)
    }

    /// Takes over all but the terms.
    pub fn merge(&mut self, other: Self) {
        self.places += other.places;
        self.nodes.iter_mut().zip(other.nodes).for_each(|(mine, theirs)| mine.merge(theirs));
        self.sentences.iter_mut().zip(other.sentences).for_each(|(mine, theirs)| mine.merge(theirs));
        self.stands.merge(other.stands);
    }
}

impl<'x> Counting<'x> {
    pub fn new(nodes: usize, sentences: usize, near: neighbours::Hand<'x>) -> Self {
        Self { sums: Surface::new(nodes, sentences), near, rows: vec![Rows::default(); nodes] }
    }

    /// Adds an article. `spots` are its mentions on the page `page`.
    pub fn add(
        &mut self,
        article: usize,
        page: usize,
        told: Told<'_>,
        spots: &[Spot],
        asked: Asked<'_>,
    ) -> Result<(), Problem> {
        let mentions: Vec<Mention> = spots
            .iter()
            .filter(|spot| spots::form(**spot) != Form::Adjective)
            .map(|spot| (taken(spots::tokens(*spot), told.tokens), asked.numbers.member(page, spots::actor(*spot))))
            .collect();
        let mut rest = mentions.as_slice();
        let mut start = 0;
        for units in told.units.split_inclusive(|unit| *unit == END) {
            let end = start + units.len();
            let here = rest.partition_point(|(range, _)| range.start < end);
            let length = units.len() - usize::from(units.last() == Some(&END));
            let sentence = Told { units: &told.units[..start + length], tokens: told.tokens };
            self.sums.places += length as u64;
            self.nodes(narrow(article), start, sentence, &rest[..here], asked);
            self.sentences(start, sentence, &rest[..here], asked);
            self.near.settle()?;
            (start, rest) = (end, &rest[here..]);
        }
        Ok(())
    }

    /// Puts away where nodes stand in the page whose articles were added.
    pub fn end_page(&mut self, page: usize, spill: &Spill) -> Result<(), Problem> {
        self.sums.stands.add(page, &mut self.rows, spill)
    }

    /// All but the terms, which are on their way.
    pub fn finish(self) -> Result<Surface, Problem> {
        self.near.finish()?;
        Ok(self.sums)
    }

    /// Adds a sentence, the units of `told` from `start` on, to the nodes.
    fn nodes(&mut self, article: u32, start: usize, told: Told<'_>, mentions: &[Mention], asked: Asked<'_>) {
        for (owner, node) in asked.nodes.all.iter().enumerate() {
            let at: Vec<Range<usize>> = match node {
                Node::Actor(actor) => {
                    mentions.iter().filter(|(_, who)| who == actor).map(|(range, _)| range.clone()).collect()
                }
                Node::Term(term) => {
                    (start..told.units.len()).filter(|at| told.units[*at] == *term).map(|at| at..at + 1).collect()
                }
            };
            if !at.is_empty() {
                self.rows[owner].add(article, at.iter().map(|range| told.tokens[range.start]));
                self.sums.nodes[owner]
                    .add(start, told.units, &at, asked.window, |term, near| self.near.add(owner, term, near));
            }
        }
    }

    /// Adds it to the actors that it mentions.
    fn sentences(&mut self, start: usize, told: Told<'_>, mentions: &[Mention], asked: Asked<'_>) {
        let mut mentioned: Vec<(usize, &Range<usize>)> =
            mentions.iter().filter_map(|(range, who)| Some((asked.nodes.place(*who)?, range))).collect();
        mentioned.sort_by_key(|(actor, range)| (*actor, range.start));
        for own in mentioned.chunk_by(|a, b| a.0 == b.0) {
            let at: Vec<Range<usize>> = own.iter().map(|(_, range)| (*range).clone()).collect();
            let (actor, owner) = (own[0].0, self.sums.nodes.len() + own[0].0);
            self.sums.sentences[actor]
                .add(start, told.units, &at, usize::MAX, |term, near| self.near.add(owner, term, near));
        }
    }
}

impl Around {
    /// Adds the occurrences of the node in one sentence, in order.
    fn add(
        &mut self,
        start: usize,
        units: &[u32],
        at: &[Range<usize>],
        window: usize,
        mut count: impl FnMut(u32, Near),
    ) {
        self.n += at.len() as u64;
        sweep(at, start..units.len(), window, |place, side| {
            let reached = !side.inside && (side.left || side.right);
            self.inside += u64::from(side.inside);
            self.reach += u64::from(reached);
            if units[place] == OTHER || !(side.inside || reached) {
                return;
            }
            let [left, right, both, inside] =
                [reached && side.left, reached && side.right, reached, side.inside].map(u64::from);
            count(units[place], Near { left, right, both, inside });
        });
    }

    fn merge(&mut self, other: Self) {
        self.n += other.n;
        self.inside += other.inside;
        self.reach += other.reach;
    }
}

/// The units that hold some tokens.
fn taken(tokens: Range<u32>, firsts: &[u32]) -> Range<usize> {
    // The end of a sentence begins at the token behind it, as the next unit does: the unit of a token is the last that begins there.
    let start = firsts.partition_point(|first| *first <= tokens.start).saturating_sub(1);
    let end = firsts.partition_point(|first| *first < tokens.end);
    start..end.max(start + 1)
}
