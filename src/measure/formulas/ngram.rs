//! How much more often the words of a phrase follow each other than their parts alone explain: the log-odds of its table.

/// The highest-order interaction of a table of 2^k cells.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LogOdds {
    /// sum (-1)^(k - b)*ln(n + smoothing) over the cells, b being how many words match: for two words the log odds ratio.
    pub lambda: f64,
    /// lambda by its asymptotic standard error, sqrt(sum 1/(n + smoothing)).
    pub z: f64,
}

/// lambda and z of a phrase of k words (Blaheta & Johnson 2001, "all subtuples"; quanteda's `textstat_collocations`).
///
/// `cells[pattern]` counts the k-grams that match the phrase at just the places whose bits are set in `pattern`, so that the
/// last cell is the phrase itself. `smoothing` is added to each, 0.5 as a rule. Undefined where the cells are not 2^k for a k
/// of 2 or more, where there are no k-grams, and where a cell is 0 without smoothing.
pub fn log_odds(cells: &[u64], smoothing: f64) -> Option<LogOdds> {
    let smoothed = || cells.iter().map(|n| *n as f64 + smoothing);
    let counted = cells.iter().any(|n| *n > 0) && smoothed().all(|n| n > 0.0);
    if cells.len() < 4 || !cells.len().is_power_of_two() || !counted {
        return None;
    }
    let words = cells.len().trailing_zeros();
    let sign = |pattern: usize| if (words - pattern.count_ones()).is_multiple_of(2) { 1.0 } else { -1.0 };
    let lambda: f64 = smoothed().enumerate().map(|(pattern, n)| sign(pattern) * n.ln()).sum();
    Some(LogOdds { lambda, z: lambda / smoothed().map(f64::recip).sum::<f64>().sqrt() })
}

#[cfg(test)]
mod tests {
    use super::log_odds;

    fn near(found: f64, known: f64) {
        assert!((found - known).abs() < 5e-7, "{found} is not {known}");
    }

    #[test]
    fn new_companies_has_the_known_lambda_and_z() {
        let (both, first, second, all) = (8, 15_828, 4_675, 14_307_668);
        let cells = [all - first - second + both, first - both, second - both, both];
        let found = log_odds(&cells, 0.5).expect("a table without empty cells");
        near(found.lambda, 0.497_498);
        near(found.z, 1.448_736);
    }

    #[test]
    fn good_ice_of_quanteda_has_the_known_lambda_and_z() {
        // Nine bigrams of two sentences, two of them "good ice".
        let found = log_odds(&[7, 0, 0, 2], 0.5).expect("cells are smoothed");
        near(found.lambda, 4.317_488);
        near(found.z, 2.027_787);
    }

    #[test]
    fn lambda_of_three_words_is_the_ratio_of_two_odds_ratios() {
        // Bits of the pattern from the first word on: odds ratio of the first two with the third, by that without it.
        let cells = [90, 20, 30, 5, 40, 6, 7, 80];
        let with = 80.0 * 40.0 / (6.0 * 7.0_f64);
        let without = 5.0 * 90.0 / (20.0 * 30.0);
        let found = log_odds(&cells, 0.0).expect("no cell is empty");
        assert!((found.lambda - (with / without).ln()).abs() < 1e-12, "{}", found.lambda);
    }

    #[test]
    fn words_that_are_independent_have_a_lambda_of_zero() {
        assert_eq!(log_odds(&[6, 6, 6, 6], 0.5).map(|found| (found.lambda, found.z)), Some((0.0, 0.0)));
    }

    #[test]
    fn log_odds_are_absent_without_a_table() {
        for cells in [&[] as &[u64], &[3], &[3, 4], &[3, 4, 5], &[0, 0, 0, 0], &[1, 2, 3, 4, 5, 6]] {
            assert_eq!(log_odds(cells, 0.5), None);
        }
        assert_eq!((log_odds(&[9, 0, 1, 2], 0.0), log_odds(&[9, 1, 1, 2], -1.0)), (None, None));
    }
}
