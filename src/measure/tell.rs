//! One pass over all articles told in terms: where each term occurs, which occur together, and what stands around the nodes.

use super::cast::Numbers;
use super::lexicon::{END, Lexicon, OTHER};
use super::neighbours;
use super::nodes::{Asked, Nodes};
use super::pairs::{self, NONE, PairTallies};
use super::postings::{Hand, Postings};
use super::reading::Reading;
use super::spots::Spot;
use super::stream;
use super::surface::{self, Surface};
use crate::base::parallel::Threads;
use crate::base::problem::{Failure, Problem};

/// What articles are told in, and what is asked of them then.
#[derive(Clone, Copy)]
pub struct Telling<'a> {
    pub of_form: &'a [Vec<u32>],
    pub lexicon: &'a Lexicon,
    /// The terms whose pairs are counted.
    pub admitted: &'a [u32],
    pub nodes: &'a Nodes,
    pub numbers: &'a Numbers,
    pub window: usize,
}

/// What all articles add up to.
pub struct Found<'s> {
    pub postings: Postings<'s>,
    pub pairs: PairTallies,
    pub surface: Surface,
}

pub fn tell<'s>(reading: &Reading<'s>, telling: Telling<'_>, threads: &Threads) -> Result<Found<'s>, Failure> {
    let Telling { lexicon, admitted, nodes, .. } = telling;
    let postings = Postings::new(reading.spill);
    let mut numbers = vec![NONE; lexicon.terms()];
    (0..).zip(admitted).for_each(|(number, term)| numbers[*term as usize] = number);
    let (of_nodes, of_sentences) = (nodes.all.len(), nodes.mentioned.len());
    let near = neighbours::Parted::new(reading.spill);
    let state = |_| {
        let surface = surface::Counting::new(of_nodes, of_sentences, near.hand());
        let pairs = PairTallies::new(admitted.len());
        let held = Held { n: vec![0; lexicon.terms()], terms: Vec::new() };
        Counting { telling, numbers: &numbers, held, hand: postings.hand(), pairs, surface, room: Room::default() }
    };
    let add = |counting: &mut Counting<'_>, number: usize| {
        let page = &reading.pages[number];
        let of_form = &telling.of_form[page.thread];
        page.both(reading, |article, stream, spots| {
            stream::tell(stream, of_form, &mut counting.room.words);
            counting.article(article, number, spots)
        })?;
        Ok(counting.surface.end_page(number, reading.spill)?)
    };
    let (mut pairs, mut surface) = (PairTallies::new(admitted.len()), Surface::new(of_nodes, of_sentences));
    for counting in threads.fold(reading.pages.len(), state, add)? {
        counting.hand.finish()?;
        pairs.merge(counting.pairs);
        surface.merge(counting.surface.finish()?);
    }
    surface.stands.sort();
    surface.near = near.sums(of_nodes + of_sentences, threads)?;
    Ok(Found { postings, pairs, surface })
}

/// What one thread counts with.
struct Counting<'x> {
    telling: Telling<'x>,
    /// By term: its number in the pairs, or `NONE`.
    numbers: &'x [u32],
    held: Held,
    hand: Hand<'x>,
    pairs: PairTallies,
    surface: surface::Counting<'x>,
    room: Room,
}

/// The article that is told, in words and in terms with the tokens that they begin at, and room for its pairs.
#[derive(Default)]
struct Room {
    words: Vec<u32>,
    units: Vec<u32>,
    tokens: Vec<u32>,
    pairs: pairs::Room,
}

impl Counting<'_> {
    /// Adds the article whose words were told.
    fn article(&mut self, article: usize, page: usize, spots: &[Spot]) -> Result<(), Problem> {
        let Telling { lexicon, admitted, nodes, numbers, window, .. } = self.telling;
        let Room { words, units, tokens, pairs } = &mut self.room;
        if nodes.is_empty() {
            lexicon.tell(words, units);
        } else {
            lexicon.tell_at(words, units, tokens);
            let asked = Asked { nodes, numbers, window };
            self.surface.add(article, page, surface::Told { units, tokens }, spots, asked)?;
        }
        self.held.hand_over(units, article, &mut self.hand)?;
        if !admitted.is_empty() {
            self.pairs.add(units, |term| self.numbers[term as usize], window, pairs);
        }
        Ok(())
    }
}

/// The terms of one article with their counts: a list over all terms, of which few are touched.
struct Held {
    n: Vec<u32>,
    terms: Vec<u32>,
}

impl Held {
    fn hand_over(&mut self, units: &[u32], article: usize, hand: &mut Hand<'_>) -> Result<(), Problem> {
        for term in units.iter().filter(|unit| **unit != OTHER && **unit != END) {
            let n = &mut self.n[*term as usize];
            if *n == 0 {
                self.terms.push(*term);
            }
            *n += 1;
        }
        for term in self.terms.drain(..) {
            hand.add(term, article, std::mem::take(&mut self.n[term as usize]))?;
        }
        Ok(())
    }
}
