//! Where each word of a text stood before, which is all that the measures of diversity ask of a text.

/// For each word the place after its occurrence before, 0 for the first: the word is new to what begins there or later.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repeats(Vec<u32>);

/// Where each word of a vocabulary stood last. It serves text after text and is not cleared for the next one: places count on.
/// Sorting the words of each article took ten times as long.
pub struct Seen {
    last: Vec<u32>,
    /// The places of earlier texts.
    before: u32,
}

impl Repeats {
    /// Of one text, by sorting. It has fewer than four billion words.
    pub fn of(words: &[u32]) -> Self {
        let mut places: Vec<(u32, u32)> = words.iter().copied().zip(0..).collect();
        places.sort_unstable();
        let mut after = vec![0; words.len()];
        for pair in places.windows(2).filter(|pair| pair[0].0 == pair[1].0) {
            after[pair[1].1 as usize] = pair[0].1 + 1;
        }
        Self(after)
    }

    pub fn after(&self) -> &[u32] {
        &self.0
    }

    /// The same text read from its end: what stood before stands behind.
    pub fn backwards(&self) -> Self {
        let length = self.0.len();
        let mut after = vec![0; length];
        for (at, earlier) in (0..).zip(&self.0).filter(|(_, earlier)| **earlier > 0) {
            after[length - *earlier as usize] = length as u32 - at;
        }
        Self(after)
    }
}

impl Seen {
    /// For words below `words`.
    pub fn new(words: usize) -> Self {
        Self { last: vec![0; words], before: 0 }
    }

    pub fn repeats(&mut self, words: &[u32]) -> Repeats {
        let length = words.len() as u32;
        if self.before.checked_add(length).is_none() {
            self.last.fill(0);
            self.before = 0;
        }
        let before = self.before;
        let after = |(at, word): (u32, &u32)| {
            let last = std::mem::replace(&mut self.last[*word as usize], before + at + 1);
            last.saturating_sub(before)
        };
        let after = Repeats((0..).zip(words).map(after).collect());
        self.before += length;
        after
    }
}

#[cfg(test)]
mod tests {
    use super::{Repeats, Seen};
    use proptest::prelude::{prop, prop_assert_eq, proptest};

    #[test]
    fn a_word_points_behind_its_occurrence_before_in_either_direction() {
        let text = Repeats::of(&[7, 8, 7, 7]);
        assert_eq!(text.after(), [0, 0, 1, 3]);
        assert_eq!(text.backwards().after(), [0, 1, 0, 2]);
    }

    proptest! {
        #[test]
        fn a_table_that_serves_many_texts_finds_what_sorting_finds(
            texts in prop::collection::vec(prop::collection::vec(0_u32..9, 0..30), 1..5), near_the_end in 0_u32..60,
        ) {
            for before in [0, u32::MAX - near_the_end] {
                let mut seen = Seen { before, ..Seen::new(9) };
                for words in &texts {
                    prop_assert_eq!(seen.repeats(words), Repeats::of(words));
                }
            }
        }

        #[test]
        fn a_text_read_from_its_end_is_that_of_its_words_turned_round(words in prop::collection::vec(0_u32..9, 0..40)) {
            let turned: Vec<u32> = words.iter().rev().copied().collect();
            prop_assert_eq!(Repeats::of(&words).backwards(), Repeats::of(&turned));
        }
    }
}
