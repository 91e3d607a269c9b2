//! How the places of a sentence stand to the occurrences of something, in one walk from left to right.
//!
//! Asking each place for each occurrence is quadratic: "Russia said" 150,000 times without a full stop took a minute and a half.

use std::ops::Range;

/// How a place stands to occurrences.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Side {
    /// Within one.
    pub inside: bool,
    /// At most a window left of one, or right of one.
    pub left: bool,
    pub right: bool,
}

/// Gives each place of `sentence` that may be within a window of one of `at`, which stand in the order of their beginnings.
pub fn sweep(at: &[Range<usize>], sentence: Range<usize>, window: usize, mut each: impl FnMut(usize, Side)) {
    let Some(first) = at.first() else { return };
    // One occurrence may hold another, which ends before it.
    let mut ends: Vec<usize> = at.iter().map(|range| range.end).collect();
    ends.sort_unstable();
    let from = first.start.saturating_sub(window).max(sentence.start);
    let to = ends[ends.len() - 1].saturating_add(window).min(sentence.end);
    // How many begin at the place or before it, how many end there or before it, and how far those that began reach.
    let (mut begun, mut ended, mut reached) = (0, 0, 0);
    for place in from..to {
        while begun < at.len() && at[begun].start <= place {
            reached = at[begun].end.max(reached);
            begun += 1;
        }
        while ended < ends.len() && ends[ended] <= place {
            ended += 1;
        }
        let left = at.get(begun).is_some_and(|next| next.start - place <= window);
        let right = ended > 0 && place - ends[ended - 1] < window;
        each(place, Side { inside: place < reached, left, right });
    }
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn each_place_stands_as_asking_each_occurrence_says(
            mut at in vec((0..40usize, 1..5usize), 0..8), start in 0..4usize, end in 0..50usize, window in 1..60usize,
        ) {
            at.sort_unstable();
            let at: Vec<Range<usize>> =
                at.into_iter().map(|(first, length)| start + first..start + first + length).collect();
            let mut swept = vec![Side { inside: false, left: false, right: false }; end.max(start)];
            sweep(&at, start..end, window, |place, side| swept[place] = side);
            for (place, side) in swept.into_iter().enumerate().skip(start) {
                let inside = at.iter().any(|range| range.contains(&place));
                let left = at.iter().any(|range| place < range.start && range.start - place <= window);
                let right = at.iter().any(|range| place >= range.end && place - range.end < window);
                prop_assert_eq!(side, Side { inside, left, right }, "place {}", place);
            }
        }
    }

    #[test]
    fn a_sentence_of_half_a_million_occurrences_is_walked_once() {
        // Ten million million steps, if each place asked each occurrence.
        let at: Vec<Range<usize>> = (0..500_000).map(|n| n * 2..n * 2 + 1).collect();
        let mut sums = [0; 3];
        sweep(&at, 0..1_000_000, usize::MAX, |_, side| {
            sums.iter_mut().zip([side.inside, side.left, side.right]).for_each(|(sum, is)| *sum += u32::from(is));
        });
        assert_eq!(sums, [500_000, 999_998, 999_999]);
    }
}
