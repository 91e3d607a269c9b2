//! How surprising a statistic is by chance alone, and what of that is left where many are tested at once.
//!
//! Tokens are no independent draws, so a p of words is an aid to ranking and not the chance of an error.

/// P(X >= |g2|) for X chi-square distributed with one degree of freedom: erfc(sqrt(|g2|/2)).
///
/// Taken from the upper tail, since 1 - P(X < g2) is 0 from about 70 on. Its own limits are those of the floats: full
/// precision down to 2e-308 (g2 of about 1405), then fewer digits, and 0 from a g2 of about 1482 on.
pub fn p_of_g2(g2: f64) -> f64 {
    libm::erfc((g2.abs() / 2.0).sqrt())
}

/// The q of each p, in the order of `p`: the smallest false discovery rate at which its test is still called significant.
///
/// q(r) = min over s >= r of p(s)*m/s, at most 1, where p(s) is the s-th smallest of the m given (Benjamini & Hochberg
/// 1995). So `p` holds every test that was made, not only those that are shown.
pub fn benjamini_hochberg(p: &[f64]) -> Vec<f64> {
    benjamini_hochberg_of(&p.iter().map(|p| (*p, 1)).collect::<Vec<_>>())
}

/// The same of p values that so many tests have each.
pub fn benjamini_hochberg_of(p: &[(f64, u64)]) -> Vec<f64> {
    // Each p carries its place: a look at `p` for each comparison takes twice the time.
    let mut falling: Vec<(f64, usize)> = p.iter().map(|(p, _)| *p).zip(0..).collect();
    falling.sort_unstable_by(|a, b| b.0.total_cmp(&a.0));
    let tests: u64 = p.iter().map(|(_, n)| n).sum();
    let mut q = vec![1.0; p.len()];
    // Of equal values the last rank decides.
    let (mut least, mut rank) = (1.0_f64, tests);
    for (p_here, at) in falling {
        least = least.min(p_here * (tests as f64 / rank as f64));
        q[at] = least;
        rank -= p[at].1;
    }
    q
}

#[cfg(test)]
mod tests {
    use super::{benjamini_hochberg, benjamini_hochberg_of, p_of_g2};
    use proptest::prelude::{prop, prop_assert, proptest};

    #[test]
    fn p_gives_the_critical_values_that_are_printed_in_tables() {
        for (g2, p) in [(3.841_458_820_694_124, 0.05), (6.634_896_601_021_214, 0.01), (10.827_566_170_662_733, 0.001)] {
            assert!((p_of_g2(g2) / p - 1.0).abs() < 1e-12, "{g2}: {}", p_of_g2(g2));
            assert_eq!(p_of_g2(-g2), p_of_g2(g2));
        }
        assert_eq!(p_of_g2(0.0), 1.0);
    }

    #[test]
    fn p_keeps_its_digits_where_one_minus_the_lower_tail_has_none() {
        // erfc(sqrt(250)) and erfc(sqrt(700)), to 50 digits elsewhere.
        for (g2, p) in [(500.0, 9.505_397_766_554_092e-111), (1400.0, 2.101_014_516_264_217_5e-306)] {
            assert!((p_of_g2(g2) / p - 1.0).abs() < 1e-12, "{g2}: {}", p_of_g2(g2));
        }
        assert!(p_of_g2(1480.0) > 0.0);
        assert_eq!(p_of_g2(1483.0), 0.0);
    }

    #[test]
    fn q_gives_the_known_values_in_the_order_of_p() {
        let q = benjamini_hochberg(&[0.01, 0.04, 0.03, 0.005]);
        assert!(q.iter().zip([0.02, 0.04, 0.04, 0.02]).all(|(q, known)| (q - known).abs() < 1e-15), "{q:?}");
        assert_eq!(benjamini_hochberg(&[1.0, 0.9]), [1.0, 1.0]);
        assert!(benjamini_hochberg(&[]).is_empty());
    }

    proptest! {
        #[test]
        fn q_is_never_below_p_nor_above_one_and_keeps_the_order_of_p(p in prop::collection::vec(0.0..1.0_f64, 1..40)) {
            let q = benjamini_hochberg(&p);
            for i in 0..p.len() {
                prop_assert!(p[i] <= q[i] && q[i] <= 1.0);
                prop_assert!((0..p.len()).all(|j| p[j] < p[i] || q[j] >= q[i]));
            }
        }

        #[test]
        fn tests_that_are_told_once_with_their_number_have_the_q_of_those_told_one_by_one(
            p in prop::collection::vec((0.0..1.0_f64, 1_u64..4), 1..30),
        ) {
            let each: Vec<f64> = p.iter().flat_map(|(p, n)| (0..*n).map(move |_| *p)).collect();
            let mut one_by_one = benjamini_hochberg(&each).into_iter();
            for (q, (_, n)) in benjamini_hochberg_of(&p).into_iter().zip(&p) {
                prop_assert!((0..*n).all(|_| one_by_one.next() == Some(q)));
            }
        }
    }
}
