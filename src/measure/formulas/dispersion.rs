//! How evenly a term is spread over articles and over the text, from counts.

/// What DP needs of a term: added up over the articles that hold it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Spread {
    /// Sum over articles with the term of |v*N - s*f| - s*f, where v is the term's count in the article, f its count
    /// in all, s the article's size and N the size of all.
    sum: i128,
}

impl Spread {
    /// Adds an article of `size` tokens that holds the term `v` of its `f` times; `all` is the number of tokens.
    pub fn add(&mut self, v: u64, f: u64, size: u64, all: u64) {
        let (held, fair) = (i128::from(v) * i128::from(all), i128::from(size) * i128::from(f));
        self.sum += (held - fair).abs() - fair;
    }

    /// DP = half the sum over articles of |v/f - s/N| (Gries 2008): 0 even, near to 1 all in one small article.
    ///
    /// The articles without the term add s/N each, which `fair` takes out of the whole. Undefined for a term that does not
    /// occur.
    pub fn dp(self, f: u64, all: u64) -> Option<f64> {
        let whole = i128::from(f) * i128::from(all);
        (whole > 0).then(|| 0.5 * (self.sum + whole) as f64 / whole as f64)
    }

    /// DPnorm (Lijffijt & Gries 2012): DP / (1 - the smallest article's share); 0 even, 1 all in one place.
    ///
    /// Undefined for a term that does not occur and for a corpus of one article.
    pub fn dp_norm(self, f: u64, all: u64, smallest: u64) -> Option<f64> {
        let dp = self.dp(f, all)?;
        (smallest < all).then(|| dp / (1.0 - smallest as f64 / all as f64))
    }
}

/// Juilland's D (Juilland & Chang-Rodriguez 1964): 1 - V/sqrt(parts - 1), from 0 all in one part to 1 even; V is the standard
/// deviation of the relative frequencies in the parts by their mean.
///
/// `held` are count and size of the parts that hold the thing, in an order that is always the same; the others hold 0. The
/// deviation is that of a population, as in Gries's papers; with that of a sample, as in R, D comes out lower. Undefined for
/// fewer than two parts, for what does not occur, and where a part that holds it has no size.
pub fn juilland_d(held: impl Iterator<Item = (u64, u64)> + Clone, parts: usize) -> Option<f64> {
    let (holding, sized) = held.clone().fold((0, true), |(n, sized), (_, size)| (n + 1, sized && size > 0));
    if parts < 2 || holding > parts || !sized {
        return None;
    }
    let shares = || held.clone().map(|(n, size)| n as f64 / size as f64);
    let mean = shares().sum::<f64>() / parts as f64;
    let empty = (parts - holding) as f64 * mean * mean;
    let variance = (shares().map(|share| (share - mean) * (share - mean)).sum::<f64>() + empty) / parts as f64;
    // V is at most sqrt(parts - 1) but for rounding.
    (mean > 0.0).then(|| (1.0 - variance.sqrt() / mean / ((parts - 1) as f64).sqrt()).max(0.0))
}

#[cfg(test)]
mod tests {
    use super::Spread;
    use proptest::prelude::{prop, prop_assert, prop_assert_eq, proptest};

    fn juilland_d(held: &[(u64, u64)], parts: usize) -> Option<f64> {
        super::juilland_d(held.iter().copied(), parts)
    }

    fn spread(parts: &[(u64, u64)]) -> (Spread, u64, u64) {
        let (f, all) = (parts.iter().map(|part| part.0).sum(), parts.iter().map(|part| part.1).sum());
        let mut spread = Spread::default();
        parts.iter().filter(|part| part.0 > 0).for_each(|(v, size)| spread.add(*v, f, *size, all));
        (spread, f, all)
    }

    fn dp_norm(parts: &[(u64, u64)]) -> Option<f64> {
        let (spread, f, all) = spread(parts);
        spread.dp_norm(f, all, parts.iter().map(|part| part.1).min().unwrap_or(0))
    }

    fn dp(parts: &[(u64, u64)]) -> Option<f64> {
        let (spread, f, all) = spread(parts);
        spread.dp(f, all)
    }

    #[test]
    fn dp_norm_gives_the_known_value_of_gries_example() {
        let value = dp_norm(&[(1, 9), (2, 10), (3, 10), (4, 10), (5, 11)]).unwrap_or(f64::NAN);
        assert!((value - 0.219_512).abs() < 5e-7, "{value}");
    }

    #[test]
    fn an_even_term_has_zero_and_a_term_of_the_smallest_article_has_one() {
        assert_eq!(dp_norm(&[(1, 10), (1, 10)]), Some(0.0));
        assert_eq!(dp_norm(&[(3, 10), (0, 30)]), Some(1.0));
    }

    #[test]
    fn one_article_has_no_dispersion() {
        assert_eq!((dp_norm(&[(3, 10)]), dp_norm(&[])), (None, None));
    }

    #[test]
    fn dp_is_the_half_of_all_differences_between_the_shares() {
        // |1/4 - 1/2| + |3/4 - 1/2| = 1/2
        assert_eq!(dp(&[(1, 10), (3, 10)]), Some(0.25));
        assert_eq!((dp(&[(3, 10)]), dp(&[(3, 10), (0, 30)])), (Some(0.0), Some(0.75)));
        assert_eq!((dp(&[(0, 10), (0, 30)]), dp(&[]), dp(&[(0, 0)])), (None, None, None));
    }

    #[test]
    fn juilland_d_is_one_where_all_is_even_and_zero_where_all_is_in_one_part() {
        assert_eq!(juilland_d(&[(2, 10), (4, 20)], 2), Some(1.0));
        assert!(juilland_d(&[(7, 10)], 9).is_some_and(|d| d < 1e-15));
        // Shares .1 and .3: mean .2, deviation .1, V .5.
        assert!(juilland_d(&[(1, 10), (3, 10)], 2).is_some_and(|d| (d - 0.5).abs() < 1e-15));
    }

    #[test]
    fn juilland_d_is_absent_without_parts_without_occurrences_and_without_size() {
        assert_eq!((juilland_d(&[(3, 10)], 1), juilland_d(&[], 0), juilland_d(&[], 5)), (None, None, None));
        assert_eq!((juilland_d(&[(0, 10)], 2), juilland_d(&[(1, 0)], 2)), (None, None));
        assert_eq!(juilland_d(&[(1, 5), (1, 5), (1, 5)], 2), None);
    }

    proptest! {
        #[test]
        fn dispersion_stays_within_its_bounds(parts in prop::collection::vec((0_u64..50, 50_u64..99), 2..20)) {
            let held: Vec<_> = parts.iter().copied().filter(|(n, _)| *n > 0).collect();
            let d = juilland_d(&held, parts.len());
            prop_assert_eq!(d.is_some(), !held.is_empty());
            for value in [d, dp(&parts), dp_norm(&parts)].into_iter().flatten() {
                prop_assert!((0.0..=1.0 + 1e-12).contains(&value), "{value}");
            }
        }
    }
}
