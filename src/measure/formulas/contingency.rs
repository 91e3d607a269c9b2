//! The 2x2 table, once: every measure of two things that occur together is computed here.
//!
//! Notation after Evert (2005): O11 = `both`, R1 = `a`, C1 = `b`, N = `all`, E = R1*C1/N. A measure that its counts do
//! not define is `None` and becomes an empty cell.

/// How often two things occur together (`both`), each (`a`, `b`), and how many units there are (`all`).
///
/// Needs `both <= a, b <= all`, which all our units guarantee.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Table {
    pub both: u64,
    pub a: u64,
    pub b: u64,
    pub all: u64,
}

impl Table {
    /// E = R1*C1/N: the count that chance alone would give.
    pub fn expected(self) -> Option<f64> {
        (self.all > 0).then(|| self.a as f64 * self.b as f64 / self.all as f64)
    }

    /// log2(O11/E) (Church & Hanks 1990). Undefined without a common occurrence.
    pub fn pmi(self) -> Option<f64> {
        let expected = self.expected()?;
        (self.both > 0).then(|| (self.both as f64 / expected).log2())
    }

    /// log2(O11^3/E) (Daille 1994): PMI that rare pairs do not lead. Undefined without a common occurrence.
    pub fn mi3(self) -> Option<f64> {
        Some(self.pmi()? + 2.0 * (self.both as f64).log2())
    }

    /// PMI / -log2(O11/N), from -1 to 1 (Bouma 2009). Undefined without a common occurrence and where every unit has both.
    pub fn npmi(self) -> Option<f64> {
        let pmi = self.pmi()?;
        let bound = -(self.both as f64 / self.all as f64).log2();
        // Rounding can carry the quotient past its bounds by one unit in the last place.
        (bound > 0.0).then(|| (pmi / bound).clamp(-1.0, 1.0))
    }

    /// 14 + log2(2*O11/(R1+C1)), at most 14 (Rychly 2008). Does not depend on N.
    pub fn log_dice(self) -> Option<f64> {
        (self.both > 0).then(|| 14.0 + (2.0 * self.both as f64 / (self.a + self.b) as f64).log2())
    }

    /// 2*O11/(R1+C1), from 0 to 1 (Dice 1945). Undefined where neither occurs.
    pub fn dice(self) -> Option<f64> {
        let sum = self.a as f64 + self.b as f64;
        (sum > 0.0).then(|| 2.0 * self.both as f64 / sum)
    }

    /// N*(O11*O22 - O12*O21)^2/(R1*R2*C1*C2), without a correction (Pearson 1900); negative where O11 < E. Undefined where one
    /// of the two is in no unit or in all.
    pub fn chi2(self) -> Option<f64> {
        let product = |x: u64, y: u64| u128::from(x) * u128::from(y);
        let rows = product(self.a, self.all.checked_sub(self.a)?);
        let columns = product(self.b, self.all.checked_sub(self.b)?);
        if rows == 0 || columns == 0 {
            return None;
        }
        let apart = self.apart();
        let size = apart.abs() / rows as f64 * (apart.abs() / columns as f64) * self.all as f64;
        Some(if apart < 0.0 { -size } else { size })
    }

    /// 2*sum O*ln(O/E) over the four cells, 0*ln(0/E) = 0 (Dunning 1993); negative where O11 < E.
    ///
    /// ln(O/E) is taken as ln(1 + (O-E)/E), whose O-E is the same for all cells but for its sign and known from whole numbers:
    /// by ln(O/E) itself the cell of neither loses digits with N, at 10^12 all after the fourth decimal.
    pub fn g2(self) -> Option<f64> {
        if self.all == 0 {
            return None;
        }
        let apart = self.apart() / self.all as f64;
        let terms = self.cells().map(|(o, e, sign)| if o > 0.0 { o * (sign * apart / e).ln_1p() } else { 0.0 });
        // The sum is never negative but for rounding.
        let size = (2.0 * terms.iter().sum::<f64>()).max(0.0);
        Some(if apart < 0.0 { -size } else { size })
    }

    /// (O11-E)/sqrt(O11) (Church et al. 1991).
    pub fn t_score(self) -> Option<f64> {
        let expected = self.expected()?;
        (self.both > 0).then(|| (self.both as f64 - expected) / (self.both as f64).sqrt())
    }

    /// (O11-E)/sqrt(E) (Dennis 1965). Undefined where one of the two does not occur.
    pub fn z_score(self) -> Option<f64> {
        let expected = self.expected()?;
        (expected > 0.0).then(|| (self.both as f64 - expected) / expected.sqrt())
    }

    /// P(b|a) - P(b|not a) (Gries 2013). Undefined where a is in no unit or in all.
    pub fn delta_p_b_given_a(self) -> Option<f64> {
        let without = self.all.checked_sub(self.a)?;
        let share = |n: u64, of: u64| (of > 0).then(|| n as f64 / of as f64);
        Some(share(self.both, self.a)? - share(self.b - self.both, without)?)
    }

    /// P(a|b) - P(a|not b).
    pub fn delta_p_a_given_b(self) -> Option<f64> {
        Self { a: self.b, b: self.a, ..self }.delta_p_b_given_a()
    }

    /// O11*O22 - O12*O21 = N*O11 - R1*C1 = N*(O11 - E), rounded once.
    fn apart(self) -> f64 {
        let product = |x: u64, y: u64| u128::from(x) * u128::from(y);
        let (held, fair) = (product(self.all, self.both), product(self.a, self.b));
        let size = held.abs_diff(fair) as f64;
        if held < fair { -size } else { size }
    }

    /// Observed and expected counts of the four cells, and the sign of O - E where O11 is above E.
    fn cells(self) -> [(f64, f64, f64); 4] {
        let Self { both, a, b, all } = self;
        let expected = |row: u64, column: u64| row as f64 * column as f64 / all as f64;
        // all + both first: a + b alone may exceed all.
        let neither = all + both - a - b;
        [
            (both as f64, expected(a, b), 1.0),
            ((a - both) as f64, expected(a, all - b), -1.0),
            ((b - both) as f64, expected(all - a, b), -1.0),
            (neither as f64, expected(all - a, all - b), 1.0),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::Table;

    fn near(value: Option<f64>, expected: f64, decimals: i32) {
        let value = value.unwrap_or(f64::NAN);
        assert!((value - expected).abs() <= 0.5 * 10f64.powi(-decimals), "{value} is not {expected}");
    }

    /// "new companies", Manning & Schuetze 1999, ch. 5.
    const NEW_COMPANIES: Table = Table { both: 8, a: 15828, b: 4675, all: 14_307_668 };

    #[test]
    fn every_measure_gives_the_known_values_of_new_companies() {
        near(NEW_COMPANIES.expected(), 5.171_765, 6);
        near(NEW_COMPANIES.pmi(), 0.629_343, 6);
        near(NEW_COMPANIES.npmi(), 0.030_300, 6);
        near(NEW_COMPANIES.t_score(), 0.999_932, 6);
        near(NEW_COMPANIES.g2(), 1.325_389, 6);
        near(NEW_COMPANIES.log_dice(), 3.676_453, 6);
        near(NEW_COMPANIES.mi3(), 6.629_343, 6);
        near(NEW_COMPANIES.chi2(), 1.548_869, 6);
        near(NEW_COMPANIES.z_score(), 1.243_644, 6);
        near(NEW_COMPANIES.dice(), 0.000_780_37, 8);
        near(NEW_COMPANIES.delta_p_b_given_a(), 0.000_178_883, 9);
        near(NEW_COMPANIES.delta_p_a_given_b(), 0.000_605_168, 9);
    }

    #[test]
    fn g2_gives_the_known_values_of_three_keyness_tables() {
        // a of N1 = 15334, b of N2 = 176664: both = a, a = a + b, b = N1, all = N1 + N2.
        for (a, b, g2) in [(1, 1, 2.448_757), (1, 7, 0.191_806), (2, 3, 3.879_126)] {
            near(Table { both: a, a: a + b, b: 15334, all: 15334 + 176_664 }.g2(), g2, 6);
        }
        near(Table { both: 7, a: 9, b: 10, all: 19 }.g2(), 4.534_939, 6);
    }

    #[test]
    fn g2_keeps_its_digits_in_a_corpus_of_any_size() {
        // To 50 digits elsewhere.
        for (both, a, b, all, g2) in [
            (30, 10_000, 1_000_000, 1_000_000_000, 25.957_204_514_056_915),
            (2, 1_000, 1_000_000_000, 1_000_000_000_000, 0.773_590_058_410_052_7),
            (1_000_030_000, 10_000_000_000, 100_000_000_000, 1_000_000_000_000, 1.010_092_122_254_241),
        ] {
            near(Table { both, a, b, all }.g2(), g2, 9);
        }
    }

    #[test]
    fn what_occurs_less_than_by_chance_is_negative() {
        let rare = Table { both: 1, a: 50, b: 50, all: 100 };
        assert!(rare.g2() < Some(0.0) && rare.z_score() < Some(0.0));
        // 100 * (1*1 - 49*49)^2 / 50^4
        assert_eq!(rare.chi2(), Some(-92.16));
    }

    #[test]
    fn chi2_of_a_whole_table_is_the_number_of_units_at_any_size() {
        for all in [2_u64, 1 << 20, 1 << 40, 1 << 63] {
            let half = all / 2;
            assert_eq!(Table { both: half, a: half, b: half, all }.chi2(), Some(all as f64));
            assert_eq!(Table { both: 0, a: half, b: half, all }.chi2(), Some(-(all as f64)));
        }
    }

    #[test]
    fn chi2_keeps_its_digits_where_the_counts_are_large_and_near_to_chance() {
        // O11 is above E by one: chi2 = N / (R1*R2*C1*C2) * N^2 = 16/N.
        let (all, half) = (1_u64 << 40, 1_u64 << 39);
        let table = Table { both: (1 << 38) + 1, a: half, b: half, all };
        assert_eq!(table.chi2(), Some(16.0 / all as f64));
    }

    #[test]
    fn a_measure_that_is_not_defined_is_absent() {
        let never = Table { both: 0, a: 3, b: 4, all: 10 };
        assert_eq!((never.pmi(), never.npmi(), never.log_dice(), never.t_score()), (None, None, None, None));
        assert_eq!((never.mi3(), never.dice()), (None, Some(0.0)));
        assert!(never.g2().is_some());
        let always = Table { both: 10, a: 10, b: 10, all: 10 };
        assert_eq!((always.npmi(), always.delta_p_b_given_a(), always.g2()), (None, None, Some(0.0)));
        assert_eq!((always.chi2(), always.z_score()), (None, Some(0.0)));
        let nothing = Table { both: 0, a: 0, b: 0, all: 0 };
        assert_eq!((nothing.expected(), nothing.g2(), nothing.delta_p_a_given_b()), (None, None, None));
        assert_eq!((nothing.chi2(), nothing.z_score(), nothing.dice(), nothing.mi3()), (None, None, None, None));
    }
}
