//! How many runs of two and three words have a word in each of their places.
//!
//! All words of a stretch without punctuation stand in each place of some run, but for those near its ends: these are counted, which
//! takes a third of the time that counting the places of each word does.

/// Words of stretches without punctuation, by their numbers.
pub struct Singles {
    /// By word: how often it stands in any stretch.
    all: Vec<u64>,
    /// By word: first and second, last but one and last of a stretch, and its only word.
    ends: Vec<[u64; 5]>,
    /// Runs of two words, and of three.
    pub runs: [u64; 2],
}

impl Singles {
    /// Of so many words.
    pub fn of(words: usize) -> Self {
        Self { all: vec![0; words], ends: vec![[0; 5]; words], runs: [0; 2] }
    }

    /// Adds a word behind so many others.
    #[inline]
    pub fn add(&mut self, word: u32, before: usize) {
        self.all[word as usize] += 1;
        if let Some(n) = self.ends[word as usize][..2].get_mut(before) {
            *n += 1;
        }
    }

    /// Ends a stretch of so many words, of which these are the last.
    pub fn end(&mut self, [last_but_one, last]: [u32; 2], length: usize) {
        if length == 0 {
            return;
        }
        self.ends[last as usize][3] += 1;
        if length == 1 {
            self.ends[last as usize][4] += 1;
        } else {
            self.ends[last_but_one as usize][2] += 1;
        }
        self.runs[0] += length as u64 - 1;
        self.runs[1] += (length as u64).saturating_sub(2);
    }

    /// How many runs of two words have the word in the first place and in the second.
    pub fn of_two(&self, word: u32) -> [u64; 2] {
        let (all, [first, .., last, _]) = (self.all[word as usize], self.ends[word as usize]);
        [all - last, all - first]
    }

    /// The same of three.
    pub fn of_three(&self, word: u32) -> [u64; 3] {
        let (all, [first, second, last_but_one, last, only]) = (self.all[word as usize], self.ends[word as usize]);
        [all - last - last_but_one, all + only - first - last, all - first - second]
    }

    pub fn merge(&mut self, other: &Self) {
        self.all.iter_mut().zip(&other.all).for_each(|(mine, n)| *mine += n);
        for (mine, theirs) in self.ends.iter_mut().zip(&other.ends) {
            mine.iter_mut().zip(theirs).for_each(|(mine, n)| *mine += n);
        }
        self.runs.iter_mut().zip(other.runs).for_each(|(mine, n)| *mine += n);
    }
}

#[cfg(test)]
mod tests {
    use super::Singles;
    use proptest::prelude::{prop, prop_assert_eq, proptest};

    proptest! {
        #[test]
        fn a_word_is_in_each_place_as_often_as_the_runs_say(stretches in prop::collection::vec(prop::collection::vec(0_u32..4, 0..6), 0..9)) {
            let mut halves = [Singles::of(4), Singles::of(4)];
            for (number, stretch) in stretches.iter().enumerate() {
                let singles = &mut halves[number % 2];
                let mut before = [0; 2];
                for (at, word) in stretch.iter().enumerate() {
                    singles.add(*word, at);
                    before = [before[1], *word];
                }
                singles.end(before, stretch.len());
            }
            let [mut singles, other] = halves;
            singles.merge(&other);
            let runs = |length: usize| stretches.iter().flat_map(move |stretch| stretch.windows(length));
            prop_assert_eq!(singles.runs, [2, 3].map(|length| runs(length).count() as u64));
            for word in 0..4 {
                let has = |length: usize, place: usize| runs(length).filter(|run| run[place] == word).count() as u64;
                prop_assert_eq!(singles.of_two(word), [0, 1].map(|place| has(2, place)));
                prop_assert_eq!(singles.of_three(word), [0, 1, 2].map(|place| has(3, place)));
            }
        }
    }
}
