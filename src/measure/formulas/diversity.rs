//! How many different words a text uses, in measures that do not fall with its length as types by tokens do.
//!
//! Words are numbers, equal where the words are. All is counted from where each word stood before (`repeats`).

use super::repeats::Repeats;

/// The mean share of types in all windows of `window` words (MATTR, Covington & McFall 2010), from 1/window to 1: of one text
/// by its `window_types`, of many by their sums.
///
/// Undefined without a window, as in a text that is shorter; quanteda shrinks the window then, for all texts at once.
pub fn mattr([types, windows]: [u64; 2], window: usize) -> Option<f64> {
    (windows > 0).then(|| types as f64 / (windows as f64 * window as f64))
}

/// The types in each window, added up, and the number of windows; none for a text shorter than the window.
pub fn window_types(text: &Repeats, window: usize) -> Option<(u64, u64)> {
    let after = text.after();
    if window == 0 || after.len() < window {
        return None;
    }
    let last_window = after.len() - window;
    // A word adds a type to the windows that begin after its occurrence before, and hold it.
    let begins = |(at, after): (usize, &u32)| {
        let first = (*after as usize).max((at + 1).saturating_sub(window));
        (at.min(last_window) + 1).saturating_sub(first) as u64
    };
    Some((after.iter().enumerate().map(begins).sum(), last_window as u64 + 1))
}

/// Mean number of words for which the share of types stays above `threshold`, usually 0.72 (MTLD, McCarthy & Jarvis 2010);
/// the mean of the text read forwards and backwards.
///
/// A factor ends where the share is at the threshold or below; what is left at the end is part of a factor, (1 - share)/(1 -
/// threshold). Undefined for no words and where all are different, for then there is no part of a factor either;
/// lexicalrichness gives the number of words there, by which the most diverse of texts would be among the least.
pub fn mtld(text: &Repeats, threshold: f64) -> Option<f64> {
    if !(threshold > 0.0 && threshold < 1.0) {
        return None;
    }
    let length = |factors: f64| (factors > 0.0).then(|| text.after().len() as f64 / factors);
    Some(0.5 * (length(factors(text, threshold))? + length(factors(&text.backwards(), threshold))?))
}

/// How often the share of types falls to the threshold, with the part at the end.
fn factors(text: &Repeats, threshold: f64) -> f64 {
    let (mut whole, mut part) = (0.0, 0.0);
    let (mut begin, mut types) = (0, 0);
    for (at, after) in text.after().iter().enumerate() {
        types += usize::from(*after as usize <= begin);
        let share = types as f64 / (at + 1 - begin) as f64;
        part = (1.0 - share) / (1.0 - threshold);
        if share <= threshold {
            (whole, part, begin, types) = (whole + 1.0, 0.0, at + 1, 0);
        }
    }
    whole + part
}

#[cfg(test)]
mod tests {
    use super::super::repeats::Repeats;
    use proptest::prelude::{prop, prop_assert, prop_assert_eq, proptest};
    use std::collections::BTreeSet;

    fn numbers(text: &str) -> Vec<u32> {
        let types: BTreeSet<&str> = text.split_whitespace().collect();
        text.split_whitespace().map(|word| types.range(..word).count() as u32).collect()
    }

    fn mtld(words: &[u32], threshold: f64) -> Option<f64> {
        super::mtld(&Repeats::of(words), threshold)
    }

    fn mattr(words: &[u32], window: usize) -> Option<f64> {
        let (types, windows) = window_types(words, window)?;
        super::mattr([types, windows], window)
    }

    fn window_types(words: &[u32], window: usize) -> Option<(u64, u64)> {
        super::window_types(&Repeats::of(words), window)
    }

    fn types(words: &[u32]) -> u64 {
        words.iter().collect::<BTreeSet<_>>().len() as u64
    }

    /// Factors counted from their definition, over sets.
    fn factors_by_sets(words: &[u32], threshold: f64) -> f64 {
        let mut begin = 0;
        let mut whole = 0.0;
        for end in 1..=words.len() {
            if types(&words[begin..end]) as f64 / (end - begin) as f64 <= threshold {
                (whole, begin) = (whole + 1.0, end);
            }
        }
        let left = &words[begin..];
        let share = if left.is_empty() { 1.0 } else { types(left) as f64 / left.len() as f64 };
        whole + (1.0 - share) / (1.0 - threshold)
    }

    #[test]
    fn mattr_gives_the_known_values_of_quanteda() {
        let words = numbers("one one two one one two one");
        for (window, known) in [(2, 10.0 / 12.0), (3, 2.0 / 3.0), (4, 0.5)] {
            assert!(mattr(&words, window).is_some_and(|value| (value - known).abs() < 1e-15), "{window}");
        }
        // one one | one two | two one | one one | one two | two one
        assert_eq!(window_types(&words, 2), Some((10, 6)));
    }

    #[test]
    fn a_text_that_repeats_has_the_known_mattr_and_mtld() {
        let once = "the quick brown fox jumps over the lazy dog and the cat sat on the mat while the dog ran to the fox and the \
                    cat ";
        let words = numbers(&once.repeat(6));
        assert_eq!((words.len(), types(&words)), (156, 16));
        assert!(mattr(&words, 50).is_some_and(|value| (value - 0.32).abs() < 1e-12));
        assert!(mtld(&words, 0.72).is_some_and(|value| (value - 16.057_089).abs() < 5e-7), "{:?}", mtld(&words, 0.72));
    }

    #[test]
    fn mtld_of_one_word_repeated_is_two() {
        assert_eq!(mtld(&[7; 10], 0.72), Some(2.0));
    }

    #[test]
    fn a_factor_ends_at_the_threshold_itself() {
        // Forwards a factor after two words and nothing left: 4/1. Backwards 3/4 at the end, half of a factor: 4/0.5.
        assert_eq!(mtld(&[1, 1, 2, 3], 0.5), Some(6.0));
    }

    #[test]
    fn diversity_is_absent_for_texts_that_are_too_short_and_mtld_for_words_that_all_differ() {
        assert_eq!((mattr(&[1, 2], 3), mattr(&[], 1), mattr(&[1], 0)), (None, None, None));
        assert_eq!((mtld(&[], 0.72), mtld(&[3, 1, 2], 0.72), mtld(&[1, 1], 1.0)), (None, None, None));
        assert_eq!((mattr(&[3, 1, 2], 3), mattr(&[u32::MAX; 4], 2)), (Some(1.0), Some(0.5)));
    }

    proptest! {
        #[test]
        fn windows_have_the_types_that_sets_count(words in prop::collection::vec(0_u32..12, 1..60), window in 1_usize..20) {
            let counted: Vec<u64> = words.windows(window).map(types).collect();
            let known = (!counted.is_empty()).then(|| (counted.iter().sum(), counted.len() as u64));
            prop_assert_eq!(window_types(&words, window), known);
        }

        #[test]
        fn factors_are_those_that_sets_count(words in prop::collection::vec(0_u32..30, 0..120), threshold in 0.1..0.95_f64) {
            let backwards: Vec<u32> = words.iter().rev().copied().collect();
            let lengths = [&words, &backwards].map(|words| words.len() as f64 / factors_by_sets(words, threshold));
            let known = 0.5 * (lengths[0] + lengths[1]);
            match mtld(&words, threshold) {
                Some(value) => prop_assert!((value / known - 1.0).abs() < 1e-12, "{value} {known}"),
                None => prop_assert!(!known.is_finite()),
            }
        }
    }
}
