//! Key terms: those that a group of articles uses more often, and more seldom, than the rest.

use std::cmp::Reverse;

use super::formulas::keyness::Keyness;
use super::formulas::significance::{benjamini_hochberg, p_of_g2};
use super::frame::Size;
use super::tally::{Cell, Count};

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
    /// The counts of each term in both sides together, and whether it is tested.
    pub counts: &'a [Count],
    pub tested: &'a [bool],
    /// Those in the group, in the order of their terms.
    pub cells: &'a [Cell],
    pub group: Size,
    pub tokens: u64,
    pub shown: &'a [String],
    /// How many articles of the side that has more of a term must hold it.
    pub min_articles: u64,
    /// Whether the articles of the rest are known; those of a reference are not.
    pub rest_known: bool,
}

/// At most `most` terms that the group uses more often and `most` that it uses more seldom, the strongest first by the conservative
/// log ratio, then by G2, then by name. None where there is no rest.
pub fn key_terms(sides: &Sides<'_>, most: usize) -> KeyTerms {
    let tested = tested(sides);
    let p: Vec<f64> = tested.iter().map(|term| term.p).collect();
    let (q, tests) = (benjamini_hochberg(&p), p.len() as u64);
    // Where p is above the level, which it is for most terms, the bound is 0 without a look at it.
    let bound = |term: &Tested<'_>| {
        if term.p > ALPHA / tests as f64 { Some(0.0) } else { sides.keyness(term).log_ratio_conservative(tests, ALPHA) }
    };
    let row = |Strength { at, conservative, .. }: Strength| {
        let Tested { thing, cell, g2, p } = tested[at];
        let (dp_norm, articles) = cell.map_or((None, 0), |cell| (cell.dp_norm, cell.articles));
        let keyness = sides.keyness(&tested[at]);
        KeyTerm { thing, keyness, g2, p, q: q[at], tested: tests, conservative, dp_norm, articles }
    };
    let too_few = tested.iter().filter(|term| term.g2 != 0.0 && !sides.is_held(term)).count();
    let strongest = |side: fn(f64) -> bool| {
        let all = tested.iter().enumerate().filter(|(_, term)| side(term.g2) && sides.is_held(term));
        let strength = |(at, term): (usize, &Tested<'_>)| Strength { at, conservative: bound(term), g2: term.g2 };
        let name = |strength: &Strength| &sides.shown[tested[strength.at].thing as usize];
        first(all.map(strength).collect(), most, name).into_iter().map(row)
    };
    let rows = strongest(|g2| g2 > 0.0).chain(strongest(|g2| g2 < 0.0)).collect();
    KeyTerms { rows, tested: tests, too_few: too_few as u64 }
}

/// A term that is tested, and its cell if the group has it. Small, since each group has one for each term of the corpus.
#[derive(Clone, Copy)]
struct Tested<'c> {
    thing: u32,
    cell: Option<&'c Cell>,
    g2: f64,
    p: f64,
}

/// What a term is ordered by, and its place among those tested.
struct Strength {
    at: usize,
    conservative: Option<f64>,
    g2: f64,
}

impl Sides<'_> {
    /// Whether enough articles of the side that has more of it hold the term.
    fn is_held(&self, term: &Tested<'_>) -> bool {
        let here = term.cell.map_or(0, |cell| cell.articles);
        let there = self.counts[term.thing as usize].articles - here;
        if term.g2 > 0.0 { here >= self.min_articles } else { !self.rest_known || there >= self.min_articles }
    }

    fn keyness(&self, term: &Tested<'_>) -> Keyness {
        let group = term.cell.map_or(0, |cell| cell.n);
        let (group_size, rest_size) = (self.group.tokens, self.tokens - self.group.tokens);
        Keyness { group, rest: self.counts[term.thing as usize].n - group, group_size, rest_size }
    }
}

/// Every term that is tested, with its G2 and p; none where there is no rest.
fn tested<'c>(sides: &Sides<'c>) -> Vec<Tested<'c>> {
    if sides.tokens <= sides.group.tokens {
        return Vec::new();
    }
    let mut cells = sides.cells.iter().peekable();
    let mut terms = Vec::new();
    for (thing, tested) in (0..).zip(sides.tested) {
        let term = Tested { thing, cell: cells.next_if(|cell| cell.thing == thing), g2: 0.0, p: 1.0 };
        if !tested {
            continue;
        }
        // A chance is never 0, only too small for a float.
        let p = |g2: f64| p_of_g2(g2).max(f64::MIN_POSITIVE);
        terms.extend(sides.keyness(&term).g2().map(|g2| Tested { g2, p: p(g2), ..term }));
    }
    terms
}

/// The `most` strongest.
fn first<'s>(mut terms: Vec<Strength>, most: usize, name: impl Fn(&Strength) -> &'s String) -> Vec<Strength> {
    let strength = |term: &Strength| (term.conservative.unwrap_or(0.0).abs(), term.g2.abs());
    let order = |a: &Strength, b: &Strength| {
        let ((a_ratio, a_g2), (b_ratio, b_g2)) = (strength(a), strength(b));
        b_ratio.total_cmp(&a_ratio).then(b_g2.total_cmp(&a_g2)).then_with(|| name(a).cmp(name(b)))
    };
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
