//! Key terms: those that a group of articles uses more often, and more seldom, than the rest.

use std::cmp::{Ordering, Reverse};

use super::formulas::keyness::Keyness;
use super::formulas::significance::{benjamini_hochberg_of, p_of_g2};
use super::frame::Size;
use super::tally::{Cell, Count};
use super::tested::Tested;
use crate::base::texts::Texts;

/// The level of the conservative log ratio, before it is parted among the terms that are tested.
pub const ALPHA: f64 = 0.001;

/// One term in a group and the rest.
#[derive(Clone, Copy, Debug)]
pub struct KeyTerm {
    pub thing: u32,
    pub keyness: Keyness,
    pub g2: f64,
    pub p: f64,
    pub q: f64,
    /// Of how many tests q was taken.
    pub tested: u64,
    pub conservative: Option<f64>,
    /// Over the articles of the group.
    pub dp_norm: Option<f64>,
    /// Articles of the group that hold it.
    pub articles: u64,
}

/// The key terms of a group, and what became of the others that were tested.
#[derive(Debug, Default)]
pub struct KeyTerms {
    pub rows: Vec<KeyTerm>,
    pub tested: u64,
    /// Terms that too few articles of the side hold that has more of them: the subject of one article and no habit of the group.
    pub too_few: u64,
}

/// What is compared.
pub struct Sides<'a> {
    /// The counts of each term in both sides together.
    pub counts: &'a [Count],
    /// Terms that the group lacks are here only if at least `min_articles` articles hold them.
    pub tested: &'a Tested,
    /// Those in the group, in the order of their terms.
    pub cells: &'a [Cell],
    pub group: Size,
    pub tokens: u64,
    pub shown: &'a Texts,
    /// How many articles of the side that has more of a term must hold it.
    pub min_articles: u64,
    /// Whether the articles of the rest are known; those of a reference are not.
    pub rest_known: bool,
}

/// At most `most` terms that the group uses more often and `most` that it uses more seldom, the strongest first by the conservative
/// log ratio, then by G2, then by name. None where there is no rest.
pub fn key_terms(sides: &Sides<'_>, most: usize) -> KeyTerms {
    if sides.tokens <= sides.group.tokens {
        return KeyTerms::default();
    }
    let (mut held, mut lacking) = (sides.held(), sides.lacking());
    let p: Vec<(f64, u64)> =
        held.iter().map(|term| (term.p, 1)).chain(lacking.iter().map(|(term, _, n)| (term.p, *n))).collect();
    let tests = p.iter().map(|(_, n)| n).sum();
    let terms = held.iter_mut().chain(lacking.iter_mut().map(|(term, ..)| term));
    for (term, q) in terms.zip(benjamini_hochberg_of(&p)) {
        (term.q, term.conservative) = (q, sides.bound(term, tests));
    }
    let too_few = held.iter().filter(|term| term.g2 != 0.0 && !sides.in_enough_articles(term)).count();
    held.retain(|term| sides.in_enough_articles(term));
    let (more, mut less): (Vec<Term<'_>>, Vec<Term<'_>>) =
        held.into_iter().filter(|term| term.g2 != 0.0).partition(|term| term.g2 > 0.0);
    less.extend(sides.strongest_lacking(lacking, most));
    let row = |term: Term<'_>| {
        let Term { thing, cell, g2, p, q, conservative } = term;
        let (dp_norm, articles) = cell.map_or((None, 0), |cell| (cell.dp_norm, cell.articles));
        let keyness = sides.keyness(&term);
        KeyTerm { thing, keyness, g2, p, q, tested: tests, conservative, dp_norm, articles }
    };
    let rows = [more, less].into_iter().flat_map(|terms| first(terms, most, sides.shown)).map(row).collect();
    KeyTerms { rows, tested: tests, too_few: too_few as u64 }
}

/// A term that is tested, and its cell if the group has it.
#[derive(Clone, Copy)]
struct Term<'c> {
    thing: u32,
    cell: Option<&'c Cell>,
    g2: f64,
    p: f64,
    q: f64,
    conservative: Option<f64>,
}

impl<'c> Sides<'c> {
    /// Every term that is tested and that the group has, with its G2 and p.
    fn held(&self) -> Vec<Term<'c>> {
        let cells = self.cells.iter().filter(|cell| self.tested.contains(cell.thing));
        cells.filter_map(|cell| self.test(cell.thing, Some(cell))).collect()
    }

    /// One of each class of terms that it lacks, with the index of the class and how many there are.
    fn lacking(&self) -> Vec<(Term<'c>, usize, u64)> {
        let lacking = self.tested.lacking(self.cells).into_iter().enumerate().filter(|(_, n)| *n > 0);
        let one = |class: usize| self.test(self.tested.classes[class].things[0], None);
        lacking.filter_map(|(class, n)| Some((one(class)?, class, n))).collect()
    }

    fn test(&self, thing: u32, cell: Option<&'c Cell>) -> Option<Term<'c>> {
        let term = Term { thing, cell, g2: 0.0, p: 1.0, q: 1.0, conservative: None };
        let g2 = self.keyness(&term).g2()?;
        // A chance is never 0, only too small for a float.
        Some(Term { g2, p: p_of_g2(g2).max(f64::MIN_POSITIVE), ..term })
    }

    /// Where p is above the level, which it is for most terms, the bound is 0 without a look at it.
    fn bound(&self, term: &Term<'_>, tests: u64) -> Option<f64> {
        let above = term.p > ALPHA / tests as f64;
        if above { Some(0.0) } else { self.keyness(term).log_ratio_conservative(tests, ALPHA) }
    }

    /// At least the `most` strongest terms of those that the group lacks, or all, from one of each class.
    fn strongest_lacking(&self, mut classes: Vec<(Term<'c>, usize, u64)>, most: usize) -> Vec<Term<'c>> {
        classes.retain(|(term, ..)| term.g2 < 0.0);
        classes.sort_by(|a, b| stronger(&a.0, &b.0));
        let mut terms: Vec<Term<'c>> = Vec::new();
        for (term, class, _) in classes {
            // Of classes that are equally strong the names decide, and so all are needed.
            if terms.len() >= most && terms.last().is_some_and(|last| stronger(last, &term).is_lt()) {
                break;
            }
            let lacks = |thing: &&u32| self.cells.binary_search_by_key(*thing, |cell| cell.thing).is_err();
            let things = self.tested.classes[class].things.iter().filter(lacks);
            terms.extend(things.map(|thing| Term { thing: *thing, ..term }));
        }
        terms
    }

    /// Whether enough articles of the side that has more of it hold the term.
    fn in_enough_articles(&self, term: &Term<'_>) -> bool {
        let here = term.cell.map_or(0, |cell| cell.articles);
        let there = self.counts[term.thing as usize].articles - here;
        if term.g2 > 0.0 { here >= self.min_articles } else { !self.rest_known || there >= self.min_articles }
    }

    fn keyness(&self, term: &Term<'_>) -> Keyness {
        let group = term.cell.map_or(0, |cell| cell.n);
        let (group_size, rest_size) = (self.group.tokens, self.tokens - self.group.tokens);
        Keyness { group, rest: self.counts[term.thing as usize].n - group, group_size, rest_size }
    }
}

fn stronger(a: &Term<'_>, b: &Term<'_>) -> Ordering {
    let strength = |term: &Term<'_>| (term.conservative.unwrap_or(0.0).abs(), term.g2.abs());
    let ((a_ratio, a_g2), (b_ratio, b_g2)) = (strength(a), strength(b));
    b_ratio.total_cmp(&a_ratio).then(b_g2.total_cmp(&a_g2))
}

/// The `most` strongest.
fn first<'c>(mut terms: Vec<Term<'c>>, most: usize, shown: &Texts) -> Vec<Term<'c>> {
    let name = |term: &Term<'_>| &shown[term.thing as usize];
    let order = |a: &Term<'_>, b: &Term<'_>| stronger(a, b).then_with(|| name(a).cmp(name(b)));
    if most < terms.len() {
        // Ordering all of them took most of the time.
        terms.select_nth_unstable_by(most, order);
        terms.truncate(most);
    }
    terms.sort_unstable_by(order);
    terms
}

/// The largest parts by tokens, of equally large ones the first: at most `most`, in their order. Parts without a name are none.
pub fn largest(sizes: &[Option<Size>], most: usize) -> Vec<usize> {
    let mut parts: Vec<(Reverse<u64>, usize)> =
        sizes.iter().enumerate().filter_map(|(at, size)| Some((Reverse(size.as_ref()?.tokens), at))).collect();
    parts.sort_unstable();
    parts.truncate(most);
    let mut parts: Vec<usize> = parts.into_iter().map(|(_, at)| at).collect();
    parts.sort_unstable();
    parts
}
