//! The lower confidence limit of odds (Clopper & Pearson 1934): a quantile of the beta distribution with whole parameters.
//!
//! It is sought on the scale of log-odds, as a distance from the observed log-odds. On the scale of probabilities 1 - x
//! loses the digits that a rare word in a large corpus needs, and differences of ln Gamma lose those of large counts. With the
//! inverse of the incomplete beta function in statrs 0.18, a = 3 and b + 1 = 10^7 did not end within 3 seconds, and the limit of
//! a = 10^12 of 2*10^12 had three correct digits.

/// ln(p/(1-p)) for the p = BetaInv(alpha; a, b+1), below which `a` or more of `a + b` trials have a chance under alpha.
///
/// `ln_alpha` is negative. Without an `a` the limit is p = 0, whose log-odds are minus infinity. The relative error of the
/// odds is about 1e-14 for any counts.
pub fn ln_lower_odds(a: u64, b: u64, ln_alpha: f64) -> f64 {
    if a == 0 {
        return f64::NEG_INFINITY;
    }
    let (a, b) = (a as f64, b as f64);
    if b == 0.0 {
        // The chance is p^a.
        let ln_p = ln_alpha / a;
        return ln_p - (-ln_p.exp_m1()).ln();
    }
    (a / b).ln() + Trials::new(a, b).shift_of_tail(ln_alpha)
}

/// 2*(a*ln(a/E(a)) + b*ln(b/E(b))), what `a` and `b` deviate from the odds a/b * e^shift. Needs both above 0.
pub fn deviance(a: u64, b: u64, shift: f64) -> f64 {
    2.0 * Trials::new(a as f64, b as f64).half_deviance(shift)
}

/// `a` of `n` trials succeeded, `b` did not; both above 0.
struct Trials {
    a: f64,
    b: f64,
    n: f64,
}

/// Newton's steps are about five; this many end any search.
const STEPS: usize = 100;
/// The continued fraction needs about 100/z^2 terms, z being the normal quantile of alpha.
const TERMS: u32 = 100_000;

impl Trials {
    fn new(a: f64, b: f64) -> Self {
        Self { a, b, n: a + b }
    }

    /// The shift of the log-odds from ln(a/b) at which the chance of `a` or more is alpha, by Newton's method.
    ///
    /// ln of the chance rises with the log-odds and is concave, so a step never ends above the solution and, once below it,
    /// always nears it: no bracket is needed.
    fn shift_of_tail(&self, ln_alpha: f64) -> f64 {
        let peak = self.ln_peak();
        let mut shift = self.guess(ln_alpha);
        for _ in 0..STEPS {
            let odds = self.a * shift.exp();
            let (x, y) = (odds / (self.b + odds), self.b / (self.b + odds));
            let ln_density = peak + y.ln() - self.half_deviance(shift);
            let tail = self.tail_by_density(x, y);
            let step = (ln_alpha - ln_density - tail.ln()) * tail;
            shift += step;
            // The error after a step is about half the square of the step, both relative.
            if step.abs() <= 1e-8 * shift.abs() {
                break;
            }
        }
        shift
    }

    /// The normal approximation, with the quantile z from exp(-z^2/2)/(z*sqrt(2*pi)) = alpha.
    fn guess(&self, ln_alpha: f64) -> f64 {
        let square = -2.0 * ln_alpha;
        let z = (square - (std::f64::consts::TAU * square).ln()).max(0.0).sqrt();
        -z * (1.0 / self.a + 1.0 / (self.b + 1.0)).sqrt()
    }

    /// n*ln(1 - a/n + a/n*e^shift) - a*shift, written from the rarer side, where nothing is lost by it.
    fn half_deviance(&self, shift: f64) -> f64 {
        let (few, shift) = if self.a <= self.b { (self.a, shift) } else { (self.b, -shift) };
        self.n * (few / self.n * shift.exp_m1()).ln_1p() - few * shift
    }

    /// ln of a*C(n,a)*(a/n)^a*(b/n)^b by Stirling's formula (Loader 2000): the density of the log-odds at 0 shift but for y.
    fn ln_peak(&self) -> f64 {
        let Self { a, b, n } = *self;
        0.5 * (n * a / (std::f64::consts::TAU * b)).ln() + stirling_rest(n) - stirling_rest(a) - stirling_rest(b)
    }

    /// The chance of `a` or more, divided by the density of the log-odds: the continued fraction of DiDonato & Morris (1992,
    /// eq. 9) for the incomplete beta function of (a, b+1), by Lentz's method. All its parts are positive below x = a/n.
    fn tail_by_density(&self, x: f64, y: f64) -> f64 {
        let (a, b) = (self.a, self.b + 1.0);
        let lambda = a * y - b * x;
        let mut fraction = a / (a + 1.0) * (lambda + 1.0);
        let (mut c, mut d) = (fraction, 0.0);
        for m in 1..TERMS {
            let m = f64::from(m);
            let by = 1.0 / (a + 2.0 * m - 1.0);
            let part = m * (b - m) * x * by;
            let numerator = (a + m - 1.0) * (a + b + m - 1.0) * x * by * part;
            let denominator = m + part + (a + m) / (a + 2.0 * m + 1.0) * (lambda + 1.0 + m * (1.0 + y));
            d = 1.0 / (denominator + numerator * d);
            c = denominator + numerator / c;
            fraction *= c * d;
            if (c * d - 1.0).abs() < 1e-15 {
                break;
            }
        }
        1.0 / fraction
    }
}

/// ln n! - ((n + 1/2)*ln n - n + ln(2*pi)/2): what Stirling's formula lacks; by its series from 16 on.
fn stirling_rest(n: f64) -> f64 {
    if n < 16.0 {
        let factorial: f64 = (1..=n as u64).map(|k| k as f64).product();
        return factorial.ln() - (n + 0.5) * n.ln() + n - 0.5 * std::f64::consts::TAU.ln();
    }
    let square = n * n;
    (1.0 / 12.0 - (1.0 / 360.0 - (1.0 / 1260.0 - (1.0 / 1680.0 - 1.0 / 1188.0 / square) / square) / square) / square)
        / n
}

#[cfg(test)]
mod tests {
    use super::{deviance, ln_lower_odds, stirling_rest};
    use proptest::prelude::{prop_assert, proptest};

    /// P(X >= a) of a + b trials at the odds e^ln_odds, by adding up the binomial distribution.
    fn chance(a: u64, b: u64, ln_odds: f64) -> f64 {
        let n = a + b;
        let (ln_p, ln_q) = (ln_odds - ln_odds.exp().ln_1p(), -ln_odds.exp().ln_1p());
        let mut term = (1..=a).map(|k| ((b + k) as f64 / k as f64).ln() + ln_p).sum::<f64>() + b as f64 * ln_q;
        let mut sum = 0.0;
        for k in a..=n {
            sum += term.exp();
            term += ((n - k).max(1) as f64 / (k + 1) as f64).ln() + ln_odds;
        }
        sum
    }

    #[test]
    fn one_success_alone_has_the_limit_that_can_be_counted_by_hand() {
        // P(X >= 1) = 1 - (1-p)^(b+1) = alpha.
        for b in [0_u32, 1, 100, 1_000_000_000] {
            let ln_q = (-0.001_f64).ln_1p() / f64::from(b + 1);
            let expected = (-ln_q.exp_m1()).ln() - ln_q;
            let found = ln_lower_odds(1, u64::from(b), 0.001_f64.ln());
            assert!((found - expected).abs() < 1e-13, "b = {b}: {found} is not {expected}");
        }
        assert_eq!(ln_lower_odds(0, 5, -3.0), f64::NEG_INFINITY);
    }

    #[test]
    fn large_counts_have_the_limit_of_the_normal_distribution() {
        // z of 0.001 is 3.0902...; what the normal approximation leaves out is of the order z^2/n.
        let n = 1_000_000_000_000_u64;
        let found = ln_lower_odds(n, n, 0.001_f64.ln());
        assert!((found + 3.090_232_306_167_813 * (2.0 / n as f64).sqrt()).abs() < 1e-11, "{found}");
    }

    #[test]
    fn the_deviance_is_that_of_two_cells() {
        // UCREL's wizard for 2 of 15334 and 3 of 176664 tokens.
        let shift = ((3.0 / 176_664.0) / (2.0 / 15_334.0_f64)).ln();
        assert!((deviance(2, 3, shift) - 3.878_945).abs() < 5e-7);
        assert_eq!(deviance(2, 3, 0.0), 0.0);
    }

    #[test]
    fn the_rest_of_stirling_is_the_same_from_the_factorial_and_from_the_series() {
        assert!((stirling_rest(15.0) - 0.005_554_733_551_962_801).abs() < 1e-14);
        assert!((stirling_rest(16.0) - 0.005_207_655_919_609_64).abs() < 2e-16);
    }

    proptest! {
        #[test]
        fn at_the_limit_the_chance_is_alpha(a in 1_u64..400, b in 0_u64..400, ln_alpha in -30.0..-0.7_f64) {
            let found = chance(a, b, ln_lower_odds(a, b, ln_alpha));
            prop_assert!((found.ln() - ln_alpha).abs() < 1e-10, "{} is not {}", found.ln(), ln_alpha);
        }
    }
}
