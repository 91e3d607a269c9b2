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

    /// 2*sum O*ln(O/E) over the four cells, 0*ln(0/E) = 0 (Dunning 1993); negative where O11 < E.
    pub fn g2(self) -> Option<f64> {
        let expected = self.expected()?;
        let size = 2.0 * self.cells().iter().map(|(o, e)| if *o > 0.0 { o * (o / e).ln() } else { 0.0 }).sum::<f64>();
        // The sum is never negative but for rounding.
        let size = size.max(0.0);
        Some(if (self.both as f64) < expected { -size } else { size })
    }

    /// (O11-E)/sqrt(O11) (Church et al. 1991).
    pub fn t_score(self) -> Option<f64> {
        let expected = self.expected()?;
        (self.both > 0).then(|| (self.both as f64 - expected) / (self.both as f64).sqrt())
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

    /// Observed and expected counts of the four cells.
    fn cells(self) -> [(f64, f64); 4] {
        let Self { both, a, b, all } = self;
        let expected = |row: u64, column: u64| row as f64 * column as f64 / all as f64;
        // all + both first: a + b alone may exceed all.
        let neither = all + both - a - b;
        [
            (both as f64, expected(a, b)),
            ((a - both) as f64, expected(a, all - b)),
            ((b - both) as f64, expected(all - a, b)),
            (neither as f64, expected(all - a, all - b)),
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
    fn what_occurs_less_than_by_chance_has_a_negative_g2() {
        assert!(Table { both: 1, a: 50, b: 50, all: 100 }.g2() < Some(0.0));
    }

    #[test]
    fn a_measure_that_is_not_defined_is_absent() {
        let never = Table { both: 0, a: 3, b: 4, all: 10 };
        assert_eq!((never.pmi(), never.npmi(), never.log_dice(), never.t_score()), (None, None, None, None));
        assert!(never.g2().is_some());
        let always = Table { both: 10, a: 10, b: 10, all: 10 };
        assert_eq!((always.npmi(), always.delta_p_b_given_a(), always.g2()), (None, None, Some(0.0)));
        let nothing = Table { both: 0, a: 0, b: 0, all: 0 };
        assert_eq!((nothing.expected(), nothing.g2(), nothing.delta_p_a_given_b()), (None, None, None));
    }
}
