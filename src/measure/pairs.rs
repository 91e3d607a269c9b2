//! Pairs of terms in windows, sentences and articles, for the terms that the thresholds admit.

use super::formulas::contingency::Table;
use super::lexicon::{END, OTHER};
use super::pair_counts::PairCounts;

/// What "together" means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Together {
    Window,
    Sentence,
    Article,
}

impl Together {
    pub const ALL: [Together; 3] = [Together::Window, Together::Sentence, Together::Article];

    pub fn name(self) -> &'static str {
        ["window", "sentence", "article"][self as usize]
    }
}

/// The counts of one unit: pairs, single terms, units. Terms are numbered within the admitted vocabulary.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PairTally {
    pub both: PairCounts,
    /// By number.
    pub single: Vec<u64>,
    /// Sentences, articles, or (for windows) places: each token with each of its neighbours.
    pub units: u64,
}

impl PairTally {
    /// The 2x2 table of a pair.
    pub fn table(&self, a: u32, b: u32) -> Table {
        let single = |term: u32| self.single[term as usize];
        Table { both: self.both.get(a, b), a: single(a), b: single(b), all: self.units }
    }

    pub fn merge(&mut self, other: Self) {
        self.both.merge(other.both);
        self.single.iter_mut().zip(other.single).for_each(|(mine, n)| *mine += n);
        self.units += other.units;
    }

    /// Adds one sentence or article that holds `members`, sorted and distinct.
    pub fn add_set(&mut self, members: &[u32]) {
        self.units += 1;
        members.iter().for_each(|member| self.single[*member as usize] += 1);
        self.both.add_all(members);
    }

    /// Adds one sentence by windows: `places` holds, for each token, its number in the vocabulary, or `NONE`.
    ///
    /// The units are the ordered pairs of a token and a neighbour at most `k` places away in the sentence; a term's count
    /// is the number of them in which it is the token. Seen so, the 2x2 table is one of a symmetric relation and
    /// `both <= a, b` holds (surface co-occurrence, Evert 2008). A term beside itself adds to units, not to pairs.
    fn add_windows(&mut self, places: &[u32], k: usize) {
        let length = places.len();
        for (at, place) in places.iter().enumerate() {
            let neighbours = (at.min(k) + (length - 1 - at).min(k)) as u64;
            self.units += neighbours;
            let a = *place;
            if a == NONE {
                continue;
            }
            self.single[a as usize] += neighbours;
            for b in places[at + 1..(at + 1 + k).min(length)].iter().filter(|b| **b != NONE && **b != a) {
                self.both.add(a, *b);
            }
        }
    }
}

/// The tallies of all three units.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PairTallies([PairTally; 3]);

/// No term of the vocabulary.
pub const NONE: u32 = u32::MAX;

impl PairTallies {
    /// For a vocabulary of `size` terms.
    pub fn new(size: usize) -> Self {
        Self([(); 3].map(|()| PairTally { both: PairCounts::dense(size), single: vec![0; size], units: 0 }))
    }

    pub fn of(&self, unit: Together) -> &PairTally {
        &self.0[unit as usize]
    }

    pub fn merge(&mut self, other: Self) {
        self.0.iter_mut().zip(other.0).for_each(|(mine, theirs)| mine.merge(theirs));
    }

    /// Adds an article told in terms; `admitted` numbers the terms of the vocabulary, and gives `NONE` for the others.
    pub fn add(&mut self, units: &[u32], admitted: impl Fn(u32) -> u32, k: usize) {
        let [window, sentence, article] = &mut self.0;
        let (mut all, mut places, mut members) = (Vec::new(), Vec::new(), Vec::new());
        for units in units.split(|unit| *unit == END).filter(|units| !units.is_empty()) {
            places.clear();
            places.extend(units.iter().map(|unit| if *unit == OTHER { NONE } else { admitted(*unit) }));
            window.add_windows(&places, k);
            members.clear();
            members.extend(places.iter().copied().filter(|place| *place != NONE));
            set(&mut members);
            sentence.add_set(&members);
            all.extend_from_slice(&members);
        }
        set(&mut all);
        article.add_set(&all);
    }
}

fn set(members: &mut Vec<u32>) {
    members.sort_unstable();
    members.dedup();
}

#[cfg(test)]
mod tests {
    use super::*;

    /// "A D A C E A D F E B A C E D", window 3: the test of quanteda's fcm, without its diagonal.
    #[test]
    fn windows_give_the_counts_of_quantedas_example() {
        let letters: Vec<u32> = "ADACEADFEBACED".bytes().map(|b| u32::from(b - b'A')).collect();
        let mut units = letters;
        units.push(END);
        let mut tallies = PairTallies::new(6);
        tallies.add(&units, |term| term, 3);
        let window = tallies.of(Together::Window);
        let upper: Vec<Vec<u64>> = (0..6).map(|a| (a + 1..6).map(|b| window.table(a, b).both).collect()).collect();
        assert_eq!(upper, [vec![1, 4, 4, 5, 2], vec![1, 1, 2, 1], vec![3, 3, 0], vec![4, 1], vec![2], vec![]]);
    }

    #[test]
    fn a_sentence_counts_a_pair_once_and_a_term_never_with_itself() {
        let units = [0, OTHER, 1, 0, END, 0, END];
        let mut tallies = PairTallies::new(6);
        tallies.add(&units, |term| term, 5);
        assert_eq!(tallies.of(Together::Sentence).table(0, 1), Table { both: 1, a: 2, b: 1, all: 2 });
        assert_eq!(tallies.of(Together::Article).table(0, 1), Table { both: 1, a: 1, b: 1, all: 1 });
        // Four tokens within reach of each other: 12 ordered pairs; two of the neighbours of the first token are terms.
        assert_eq!(tallies.of(Together::Window).table(0, 1), Table { both: 2, a: 6, b: 3, all: 12 });
    }
}
