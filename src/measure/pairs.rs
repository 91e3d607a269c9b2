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

    /// Adds one sentence of so many tokens by windows: `terms` holds the terms of the vocabulary in order, each behind its place.
    ///
    /// The units are the ordered pairs of a token and a neighbour at most `k` places away in the sentence; a term's count
    /// is the number of them in which it is the token. Seen so, the 2x2 table is one of a symmetric relation and
    /// `both <= a, b` holds (surface co-occurrence, Evert 2008). A term beside itself adds to units, not to pairs.
    fn add_windows(&mut self, terms: &[(usize, u32)], length: usize, k: usize) {
        // Of tokens so far apart there are `length` less that many pairs.
        let reach = k.min(length.saturating_sub(1));
        self.units += (reach * (2 * length - reach - 1)) as u64;
        for (index, (at, a)) in terms.iter().enumerate() {
            self.single[*a as usize] += (at.min(&k) + (length - 1 - at).min(k)) as u64;
            let near = terms[index + 1..].iter().take_while(|(other, _)| other - at <= k);
            near.filter(|(_, b)| b != a).for_each(|(_, b)| self.both.add(*a, *b));
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
    pub fn add(&mut self, units: &[u32], admitted: impl Fn(u32) -> u32, k: usize, room: &mut Room) {
        let ([window, sentence, article], Room { places, members, here, all }) = (&mut self.0, room);
        for units in units.split(|unit| *unit == END).filter(|units| !units.is_empty()) {
            let number = |unit: u32| if unit == OTHER { NONE } else { admitted(unit) };
            places.clear();
            places.extend(units.iter().map(|unit| number(*unit)).enumerate().filter(|(_, term)| *term != NONE));
            window.add_windows(places, units.len(), k);
            places.iter().for_each(|(_, term)| here.insert(*term));
            here.drain(members);
            sentence.add_set(members);
            members.iter().for_each(|member| all.insert(*member));
        }
        all.drain(members);
        article.add_set(members);
    }
}

/// What one thread fills again for each sentence.
#[derive(Default)]
pub struct Room {
    /// The terms with their places.
    places: Vec<(usize, u32)>,
    members: Vec<u32>,
    /// The terms of the sentence and of the article.
    here: Set,
    all: Set,
}

/// Small numbers, a bit each: they come out sorted and distinct, sooner than by sorting.
#[derive(Default)]
struct Set(Vec<u64>);

impl Set {
    #[inline]
    fn insert(&mut self, member: u32) {
        let at = member as usize / 64;
        if at >= self.0.len() {
            self.0.resize(at + 1, 0);
        }
        self.0[at] |= 1 << (member % 64);
    }

    /// Its members in order, into `members` alone; it is empty then.
    fn drain(&mut self, members: &mut Vec<u32>) {
        members.clear();
        for (first, bits) in (0..).step_by(64).zip(&mut self.0) {
            while *bits != 0 {
                members.push(first + bits.trailing_zeros());
                *bits &= *bits - 1;
            }
        }
    }
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
        tallies.add(&units, |term| term, 3, &mut Room::default());
        let window = tallies.of(Together::Window);
        let upper: Vec<Vec<u64>> = (0..6).map(|a| (a + 1..6).map(|b| window.table(a, b).both).collect()).collect();
        assert_eq!(upper, [vec![1, 4, 4, 5, 2], vec![1, 1, 2, 1], vec![3, 3, 0], vec![4, 1], vec![2], vec![]]);
    }

    #[test]
    fn a_set_gives_its_members_once_and_in_order_and_is_empty_then() {
        let (mut set, mut members) = (Set::default(), vec![7]);
        [200, 3, 64, 63, 3, 0].into_iter().for_each(|member| set.insert(member));
        set.drain(&mut members);
        assert_eq!(members, [0, 3, 63, 64, 200]);
        set.insert(5);
        set.drain(&mut members);
        assert_eq!(members, [5]);
    }

    #[test]
    fn a_sentence_counts_a_pair_once_and_a_term_never_with_itself() {
        let units = [0, OTHER, 1, 0, END, 0, END];
        let mut tallies = PairTallies::new(6);
        tallies.add(&units, |term| term, 5, &mut Room::default());
        assert_eq!(tallies.of(Together::Sentence).table(0, 1), Table { both: 1, a: 2, b: 1, all: 2 });
        assert_eq!(tallies.of(Together::Article).table(0, 1), Table { both: 1, a: 1, b: 1, all: 1 });
        // Four tokens within reach of each other: 12 ordered pairs; two of the neighbours of the first token are terms.
        assert_eq!(tallies.of(Together::Window).table(0, 1), Table { both: 2, a: 6, b: 3, all: 12 });
    }
}
