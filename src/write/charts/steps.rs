//! Round numbers along an axis: steps of 1, 2 or 5 times a power of ten.

/// The step that cuts `span` into about `wanted` parts, never more; at least 1 when only `whole` numbers make sense.
pub fn step(span: f64, wanted: i32, whole: bool) -> f64 {
    let rough = span / f64::from(wanted.max(1));
    if !rough.is_normal() || rough < 0.0 {
        return 1.0;
    }
    let power = 10_f64.powi(rough.log10().floor() as i32);
    let round = [1.0, 2.0, 5.0, 10.0].map(|factor| factor * power);
    // The hair's breadth keeps 0.30000000000000004 from being read as more than 0.3.
    let step = round.into_iter().find(|step| *step >= rough * (1.0 - 1e-9)).unwrap_or(10.0 * power);
    if whole { step.max(1.0) } else { step }
}

/// The multiples of `step` from the last at or below `low` to the first at or above `high`.
pub fn around(low: f64, high: f64, step: f64) -> Vec<f64> {
    let (first, last) = ((low / step + 1e-9).floor() as i64, (high / step - 1e-9).ceil() as i64);
    (first..=last.max(first + 1)).map(|count| count as f64 * step).collect()
}

/// How many decimals the multiples of `step` need.
pub fn decimals(step: f64) -> usize {
    (-step.log10().floor()).clamp(0.0, 12.0) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_one_two_or_five() {
        assert_eq!(step(100.0, 5, true), 20.0);
        assert_eq!(step(7.0, 5, true), 2.0);
        assert_eq!(step(1.0, 5, true), 1.0);
        assert_eq!(step(1.0, 5, false), 0.2);
        assert_eq!(step(1_234_567.0, 5, true), 500_000.0);
    }

    #[test]
    fn no_span_gives_a_step_that_ends() {
        for span in [0.0, -1.0, f64::NAN, f64::INFINITY, 1e-320] {
            assert_eq!(step(span, 5, false), 1.0);
        }
    }

    #[test]
    fn an_axis_reaches_past_both_ends() {
        assert_eq!(around(0.0, 41.0, 20.0), [0.0, 20.0, 40.0, 60.0]);
        assert_eq!(around(-0.3, 0.4, 0.5), [-0.5, 0.0, 0.5]);
        assert_eq!(around(0.0, 0.0, 1.0), [0.0, 1.0]);
    }
}
