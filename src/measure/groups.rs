//! The counts of one thing in each part of a grouping, and who takes the cells.

use super::dispersed::{Dispersed, Over};
use super::formulas::dispersion::Spread;
use super::frame::{Frame, Grouping, Size, Stand};
use super::periods::Cut;
use super::sets::Sets;
use super::tally::{Cell, CellHand};
use crate::base::problem::Problem;

/// What tells which parts an article is in.
#[derive(Clone, Copy)]
pub enum Parting<'f> {
    By(Grouping),
    Sets(&'f Sets),
}

/// An article that holds a thing, with what is asked of it again for each grouping.
#[derive(Clone, Copy)]
pub struct Held {
    article: u32,
    /// How often it holds the thing.
    n: u32,
    tokens: u32,
    /// Its part by grouping.
    parts: [u32; 3],
    week: u32,
}

/// The articles that hold a thing, in the order in which they were handed over.
#[derive(Clone, Copy)]
pub struct Holding<'a> {
    /// Each article with how often.
    pub postings: &'a [[u32; 2]],
    pub stands: &'a [Stand],
    /// The same, gathered: of few articles, which would be looked up again at random among all. Those of a frequent thing stand side
    /// by side, and a list of them would be large.
    pub gathered: &'a [Held],
}

/// So many articles are few.
pub const FEW: usize = 1 << 16;

impl Held {
    pub fn of([article, n]: [u32; 2], stands: &[Stand]) -> Self {
        let stand = &stands[article as usize];
        let parts = Grouping::ALL.map(|grouping| stand.part(grouping));
        Self { article, n, tokens: stand.tokens, parts, week: stand.week }
    }

    /// How often it holds the thing, and its tokens.
    pub fn counts(self) -> (u64, u64) {
        (u64::from(self.n), u64::from(self.tokens))
    }

    /// Its number among the periods of a cut.
    pub fn period(self, cut: Cut) -> usize {
        match cut {
            Cut::Month => self.parts[Grouping::Month as usize] as usize,
            Cut::Week => self.week as usize,
        }
    }
}

impl Holding<'_> {
    /// How many there are.
    pub fn articles(&self) -> usize {
        self.postings.len()
    }

    pub fn iter(&self) -> impl Iterator<Item = Held> + Clone {
        let held = |(at, posting): (usize, &[u32; 2])| match self.gathered.get(at) {
            Some(held) => *held,
            None => Held::of(*posting, self.stands),
        };
        self.postings.iter().enumerate().map(held)
    }
}

pub struct Groups<'x> {
    pub parting: Parting<'x>,
    /// By part; `None` of the articles without one.
    sizes: Vec<Option<Size>>,
    open: Vec<Open>,
    touched: Vec<u32>,
    cells: CellHand<'x>,
}

/// A thing in one part.
#[derive(Clone, Copy, Default)]
struct Open {
    n: u64,
    articles: u64,
    spread: Spread,
}

impl<'x> Groups<'x> {
    pub fn new(frame: &'x Frame, parting: Parting<'x>, cells: CellHand<'x>) -> Self {
        let sizes: Vec<Option<Size>> = match parting {
            Parting::By(grouping) => (0..frame.count(grouping)).map(|part| frame.size(grouping, part)).collect(),
            Parting::Sets(sets) => sets.sizes.iter().copied().map(Some).collect(),
        };
        let open = vec![Open::default(); sizes.len()];
        Self { parting, sizes, open, touched: Vec::new(), cells }
    }

    /// Counts a thing in its articles.
    pub fn count(&mut self, held: Holding<'_>) {
        self.each(held, |open, touched, part, n, _| {
            let here = &mut open[part as usize];
            if here.articles == 0 {
                touched.push(part);
            }
            here.n += n;
            here.articles += 1;
        });
        self.touched.sort_unstable();
    }

    /// How many parts hold the thing that was counted.
    pub fn parts(&self) -> u64 {
        self.touched.len() as u64
    }

    /// How evenly the thing that was counted is spread over the parts that have a name.
    pub fn dispersed(&self, thing: u32, over: Over) -> Option<Dispersed> {
        let named = |part: &u32| Some((self.open[*part as usize].n, self.sizes[*part as usize]?.tokens));
        let held: Vec<(u64, u64)> = self.touched.iter().filter_map(named).collect();
        Dispersed::over_parts(thing, over, &held, &self.sizes)
    }

    /// Hands over the cells of the thing that was counted, if `wanted`, and forgets it.
    pub fn end(&mut self, thing: u32, held: Holding<'_>, wanted: bool, spread: bool) -> Result<(), Problem> {
        if wanted && spread {
            let sizes = std::mem::take(&mut self.sizes);
            self.each(held, |open, _, part, n, tokens| {
                let (here, size) = (&mut open[part as usize], sizes[part as usize].unwrap_or_default());
                here.spread.add(n, here.n, tokens, size.tokens);
            });
            self.sizes = sizes;
        }
        for part in self.touched.drain(..) {
            let Open { n, articles, spread: sum } = std::mem::take(&mut self.open[part as usize]);
            let size = self.sizes[part as usize].filter(|_| spread);
            let dp_norm = size.and_then(|size| sum.dp_norm(n, size.tokens, size.smallest));
            if wanted {
                self.cells.add(Cell { group: part, thing, n, articles, dp_norm })?;
            }
        }
        Ok(())
    }

    pub fn finish(self) -> Result<(), Problem> {
        self.cells.finish()
    }

    /// Gives each part of each article: the part, how often the thing is in the article, the tokens of the article.
    fn each(&mut self, held: Holding<'_>, mut each: impl FnMut(&mut [Open], &mut Vec<u32>, u32, u64, u64)) {
        let Self { parting, open, touched, .. } = self;
        for held in held.iter() {
            let (n, tokens) = held.counts();
            match parting {
                Parting::By(grouping) => each(open, touched, held.parts[*grouping as usize], n, tokens),
                Parting::Sets(sets) => {
                    let parts = sets.of_article(held.article);
                    parts.iter().for_each(|part| each(open, touched, *part, n, tokens));
                }
            }
        }
    }
}
