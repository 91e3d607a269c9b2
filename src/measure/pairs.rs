//! Pairs of terms in windows, sentences and articles, for the terms that the thresholds admit.

use rustc_hash::FxHashMap;

use super::contingency::Table;
use super::lexicon::Unit;
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
    pub single: FxHashMap<u32, u64>,
    /// Sentences, articles, or (for windows) places: each token with each of its neighbours.
    pub units: u64,
}

impl PairTally {
    /// The 2x2 table of a pair.
    pub fn table(&self, a: u32, b: u32) -> Table {
        let single = |term: u32| self.single.get(&term).copied().unwrap_or(0);
        Table { both: self.both.get(a, b), a: single(a), b: single(b), all: self.units }
    }

    pub fn merge(&mut self, other: Self) {
        self.both.merge(other.both);
        other.single.into_iter().for_each(|(term, n)| *self.single.entry(term).or_default() += n);
        self.units += other.units;
    }

    /// Adds one sentence or article that holds `members`, sorted and distinct.
    pub fn add_set(&mut self, members: &[u32]) {
        self.units += 1;
        for (at, a) in members.iter().enumerate() {
            *self.single.entry(*a).or_default() += 1;
            for b in &members[at + 1..] {
                self.both.add(*a, *b);
            }
        }
    }

    /// Adds one sentence by windows: `places` holds, for each token, its number in the vocabulary if it has one.
    ///
    /// The units are the ordered pairs of a token and a neighbour at most `k` places away in the sentence; a term's count
    /// is the number of them in which it is the token. Seen so, the 2x2 table is one of a symmetric relation and
    /// `both <= a, b` holds (surface co-occurrence, Evert 2008). A term beside itself adds to units, not to pairs.
    fn add_windows(&mut self, places: &[Option<u32>], k: usize) {
        let length = places.len();
        for (at, place) in places.iter().enumerate() {
            let neighbours = (at.min(k) + (length - 1 - at).min(k)) as u64;
            self.units += neighbours;
            let Some(a) = *place else { continue };
            *self.single.entry(a).or_default() += neighbours;
            for b in places[at + 1..(at + 1 + k).min(length)].iter().flatten().filter(|b| **b != a) {
                self.both.add(a, *b);
            }
        }
    }
}

/// The tallies of all three units.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PairTallies([PairTally; 3]);

impl PairTallies {
    /// For a vocabulary of `size` terms.
    pub fn new(size: usize) -> Self {
        Self([(); 3].map(|()| PairTally { both: PairCounts::dense(size), ..PairTally::default() }))
    }

    pub fn of(&self, unit: Together) -> &PairTally {
        &self.0[unit as usize]
    }

    pub fn merge(&mut self, other: Self) {
        self.0.iter_mut().zip(other.0).for_each(|(mine, theirs)| mine.merge(theirs));
    }

    /// Adds an article told in terms; `admitted` numbers the terms of the vocabulary.
    pub fn add(&mut self, units: &[Unit], admitted: &[Option<u32>], k: usize) {
        let [window, sentence, article] = &mut self.0;
        let mut all = Vec::new();
        for units in units.split(|unit| *unit == Unit::End).filter(|units| !units.is_empty()) {
            let number = |unit: &Unit| if let Unit::Term(term) = unit { admitted[*term as usize] } else { None };
            let places: Vec<Option<u32>> = units.iter().map(number).collect();
            window.add_windows(&places, k);
            let members = set(places.into_iter().flatten().collect());
            sentence.add_set(&members);
            all.extend(members);
        }
        article.add_set(&set(all));
    }
}

fn set(mut members: Vec<u32>) -> Vec<u32> {
    members.sort_unstable();
    members.dedup();
    members
}

#[cfg(test)]
mod tests {
    use super::*;

    /// "A D A C E A D F E B A C E D", window 3: the test of quanteda's fcm, without its diagonal.
    #[test]
    fn windows_give_the_counts_of_quantedas_example() {
        let letters: Vec<u32> = "ADACEADFEBACED".bytes().map(|b| u32::from(b - b'A')).collect();
        let mut units: Vec<Unit> = letters.into_iter().map(Unit::Term).collect();
        units.push(Unit::End);
        let admitted: Vec<Option<u32>> = (0..6).map(Some).collect();
        let mut tallies = PairTallies::new(6);
        tallies.add(&units, &admitted, 3);
        let window = tallies.of(Together::Window);
        let upper: Vec<Vec<u64>> = (0..6).map(|a| (a + 1..6).map(|b| window.table(a, b).both).collect()).collect();
        assert_eq!(upper, [vec![1, 4, 4, 5, 2], vec![1, 1, 2, 1], vec![3, 3, 0], vec![4, 1], vec![2], vec![]]);
    }

    #[test]
    fn a_sentence_counts_a_pair_once_and_a_term_never_with_itself() {
        let units = [Unit::Term(0), Unit::Other, Unit::Term(1), Unit::Term(0), Unit::End, Unit::Term(0), Unit::End];
        let mut tallies = PairTallies::new(6);
        tallies.add(&units, &[Some(0), Some(1)], 5);
        assert_eq!(tallies.of(Together::Sentence).table(0, 1), Table { both: 1, a: 2, b: 1, all: 2 });
        assert_eq!(tallies.of(Together::Article).table(0, 1), Table { both: 1, a: 1, b: 1, all: 1 });
        // Four tokens within reach of each other: 12 ordered pairs; two of the neighbours of the first token are terms.
        assert_eq!(tallies.of(Together::Window).table(0, 1), Table { both: 2, a: 6, b: 3, all: 12 });
    }
}
