//! Which pairs are a network's: the disparity filter of Serrano, Boguñá & Vespignani (2009).
//!
//! A thing spreads its strength over its pairs. Had it spread it at random, a share of at least s would fall to one of its k
//! pairs with the probability p = (1-s)^(k-1). A pair stands out where that is improbable at either of its ends. Other
//! than a least count, this keeps the strong ties of rare things beside those of frequent ones.
//!
//! At the only pair of a thing, k = 1, p is 1, so that it is its other end that decides, as the paper wants it; a pair of two
//! things that have no other pair never stands out.

use super::Pair;

/// A pair of different things, once.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Link {
    /// The smaller of the two.
    pub a: u32,
    pub b: u32,
    pub weight: u64,
    /// The p of the filter, from 0 to 1, at the end where it is smaller.
    pub alpha: f64,
}

/// Each pair of different things once, in order, with its p. The weights of a pair that is told twice, either way round, are
/// added; a thing with itself and a weight of 0 are no pairs.
pub fn links(pairs: &[Pair]) -> Vec<Link> {
    let mut links: Vec<Link> = pairs
        .iter()
        .filter(|pair| pair.a != pair.b && pair.weight > 0)
        .map(|pair| Link { a: pair.a.min(pair.b), b: pair.a.max(pair.b), weight: pair.weight, alpha: 1.0 })
        .collect();
    links.sort_unstable_by_key(|link| (link.a, link.b));
    links.dedup_by(|next, kept| {
        let same = (next.a, next.b) == (kept.a, kept.b);
        if same {
            kept.weight = kept.weight.saturating_add(next.weight);
        }
        same
    });
    let ends = Ends::of(&links);
    for link in &mut links {
        link.alpha = ends.alpha(link.a, link.weight).min(ends.alpha(link.b, link.weight));
    }
    links
}

/// Whether a pair stands out. From 1 on every pair does: the filter is off.
pub fn stands_out(link: &Link, significance: f64) -> bool {
    link.alpha < significance || significance >= 1.0
}

/// Each thing of some links, in order, with the number and the weight of its links.
pub struct Ends(Vec<(u32, u32, u64)>);

impl Ends {
    pub fn of(links: &[Link]) -> Self {
        let mut ends: Vec<(u32, u32, u64)> =
            links.iter().flat_map(|link| [(link.a, 1, link.weight), (link.b, 1, link.weight)]).collect();
        ends.sort_unstable();
        ends.dedup_by(|next, kept| {
            let same = next.0 == kept.0;
            if same {
                *kept = (kept.0, kept.1 + 1, kept.2.saturating_add(next.2));
            }
            same
        });
        Self(ends)
    }

    pub fn count(&self) -> usize {
        self.0.len()
    }

    /// The things of greatest strength, in their own order; of equally strong ones the smaller.
    pub fn strongest(mut self, most: usize) -> Vec<u32> {
        self.0.sort_by_key(|(thing, _, strength)| (std::cmp::Reverse(*strength), *thing));
        let mut things: Vec<u32> = self.0.into_iter().take(most).map(|(thing, ..)| thing).collect();
        things.sort_unstable();
        things
    }

    fn alpha(&self, thing: u32, weight: u64) -> f64 {
        let Ok(at) = self.0.binary_search_by_key(&thing, |end| end.0) else { return 1.0 };
        let (_, degree, strength) = self.0[at];
        let rest = strength.saturating_sub(weight) as f64 / strength as f64;
        rest.powi(i32::try_from(degree - 1).unwrap_or(i32::MAX))
    }
}

#[cfg(test)]
mod tests {
    use super::{Ends, Link, links, stands_out};
    use crate::measure::network::Pair;
    use proptest::prelude::*;

    fn pair(a: u32, b: u32, weight: u64) -> Pair {
        Pair { a, b, weight }
    }

    #[test]
    fn p_is_what_the_formula_gives_at_the_better_end() {
        // 0 has 8 of its 10 at 1: (1-0.8)^2. 1 has no other pair: its p is 1. 2 has 1 of 2: (1-0.5)^1; 0 there (1-0.1)^2.
        let links = links(&[pair(0, 1, 8), pair(0, 2, 1), pair(0, 3, 1), pair(2, 3, 1)]);
        let alphas: Vec<f64> = links.iter().map(|link| (link.alpha * 1e9).round() / 1e9).collect();
        assert_eq!(alphas, [0.04, 0.5, 0.5, 0.5]);
    }

    #[test]
    fn the_pair_of_two_things_without_another_never_stands_out() {
        let alone = links(&[pair(7, 3, 1000)]);
        assert_eq!(alone, [Link { a: 3, b: 7, weight: 1000, alpha: 1.0 }]);
        assert!(!stands_out(&alone[0], 0.999) && stands_out(&alone[0], 1.0));
    }

    #[test]
    fn a_thing_that_spreads_evenly_has_no_pair_that_stands_out() {
        let star: Vec<Pair> = (1..=20).map(|leaf| pair(0, leaf, 5)).collect();
        assert!(links(&star).iter().all(|link| !stands_out(link, 0.3)));
    }

    #[test]
    fn a_pair_told_twice_is_one_and_a_thing_with_itself_is_none() {
        let links = links(&[pair(2, 1, 3), pair(1, 1, 9), pair(1, 2, 4), pair(1, 3, 0)]);
        assert_eq!(links.iter().map(|link| (link.a, link.b, link.weight)).collect::<Vec<_>>(), [(1, 2, 7)]);
    }

    #[test]
    fn the_strongest_come_in_their_own_order_and_ties_go_to_the_smaller() {
        let ends = Ends::of(&links(&[pair(9, 1, 5), pair(2, 3, 5), pair(9, 3, 1)]));
        assert_eq!(ends.strongest(3), [1, 3, 9]);
    }

    proptest! {
        #[test]
        fn p_is_a_probability_and_a_stricter_filter_keeps_a_part(
            told in prop::collection::vec((0u32..12, 0u32..12, 0u64..50), 0..80),
            (loose, strict) in (0.0f64..1.1, 0.0f64..1.0),
        ) {
            let pairs: Vec<Pair> = told.iter().map(|(a, b, weight)| pair(*a, *b, *weight)).collect();
            for link in links(&pairs) {
                prop_assert!((0.0..=1.0).contains(&link.alpha) && link.a < link.b);
                prop_assert!(!stands_out(&link, strict.min(loose)) || stands_out(&link, loose.max(strict)));
            }
        }
    }
}
