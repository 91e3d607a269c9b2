//! Times in which a thing is much more frequent than usual: the automaton of Kleinberg (2002) with two states, for counts by
//! period (section 4 of the paper).

/// Periods on end in the upper state.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Burst {
    pub start: usize,
    /// The last period, inclusive.
    pub end: usize,
    /// By how much the upper state explains the periods better than the lower: the ln of the ratio of their likelihoods.
    pub weight: f64,
}

/// The largest rate of the upper state: a thing in every unit would make any unit without it impossible.
const HIGHEST_RATE: f64 = 0.9999;

/// The bursts of what occurs in `hits` of `all` units of each period, in the order of time.
///
/// The lower state has the rate p0 of all periods together, the upper one s*p0 (at most 0.9999; s above 1, usually 2). The
/// cheapest sequence of states is sought: a period costs -ln of its binomial likelihood, going up costs gamma*ln n for n
/// periods, going down and the end are free, the first state is the lower one. Where two sequences cost the same, the one that
/// stays lower longer is taken. A period without units says nothing: it is no step of the automaton and does not count for n,
/// so a burst may reach across it and never begins or ends with it. Without hits there are no bursts.
pub fn bursts(hits: &[u64], all: &[u64], s: f64, gamma: f64) -> Vec<Burst> {
    let told = || hits.iter().zip(all).enumerate().filter(|(_, (_, all))| **all > 0);
    let (mut periods, mut r, mut d) = (0_usize, 0_u128, 0_u128);
    for (_, (hits, all)) in told() {
        (periods, r, d) = (periods + 1, r + u128::from(*hits.min(all)), d + u128::from(*all));
    }
    let low = r as f64 / d as f64;
    let high = (s * low).min(HIGHEST_RATE);
    // Written so that a NaN has no bursts either.
    if !(r > 0 && high > low && gamma >= 0.0) {
        return Vec::new();
    }
    let (with, without) = ((high / low).ln(), ((1.0 - high) / (1.0 - low)).ln());
    // The binomial coefficient is the same in both states and falls out.
    let gain = |hits: u64, all: u64| hits as f64 * with + (all - hits) as f64 * without;
    let gains = || told().map(|(_, (hits, all))| gain(*hits.min(all), *all));
    let climb = gamma * (periods as f64).ln();
    // Most things have no burst, and need no list of states to show it.
    if stays_low(gains(), climb) {
        return Vec::new();
    }
    let gains: Vec<f64> = gains().collect();
    let upper = best_states(&gains, climb);
    let states: Vec<(usize, f64, bool)> =
        told().zip(gains).zip(upper).map(|(((at, _), gain), upper)| (at, gain, upper)).collect();
    states.chunk_by(|a, b| a.2 == b.2).filter(|run| run[0].2).map(burst).collect()
}

fn burst(run: &[(usize, f64, bool)]) -> Burst {
    Burst { start: run[0].0, end: run[run.len() - 1].0, weight: run.iter().map(|period| period.1).sum() }
}

/// Costs that differ by no more are the same: what two sums of logarithms differ by that are equal in exact numbers, as
/// 3 ln 2 and ln 8.
const ROUNDING: f64 = 1e-11;

/// Whether the best sequence is in the lower state all the time: the upper one never leads.
fn stays_low(gains: impl Iterator<Item = f64>, climb: f64) -> bool {
    let mut upper = f64::NEG_INFINITY;
    for gain in gains {
        upper = gain + if upper > ROUNDING - climb { upper } else { -climb };
        if upper > ROUNDING {
            return false;
        }
    }
    true
}

/// Viterbi's algorithm: for each period whether the best sequence is in the upper state, where it gains `gains[t]` over the
/// lower one and each way up costs `climb`.
fn best_states(gains: &[f64], climb: f64) -> Vec<bool> {
    // The best gain of a sequence that ends in the lower and in the upper state, and what state each came from.
    let (mut lower, mut upper) = (0.0, f64::NEG_INFINITY);
    let mut came = Vec::with_capacity(gains.len());
    for gain in gains {
        let (falls, stays) = (upper > lower + ROUNDING, upper > lower - climb + ROUNDING);
        came.push((falls, stays));
        (lower, upper) = (if falls { upper } else { lower }, gain + if stays { upper } else { lower - climb });
    }
    let mut state = upper > lower + ROUNDING;
    let mut states = vec![false; gains.len()];
    for (at, (falls, stays)) in came.into_iter().enumerate().rev() {
        states[at] = state;
        state = if state { stays } else { falls };
    }
    states
}

#[cfg(test)]
mod tests {
    use super::{Burst, HIGHEST_RATE, bursts};
    use proptest::prelude::{prop, prop_assert, prop_assert_eq, proptest};

    const HITS: [u64; 12] = [0, 2, 1, 6, 7, 5, 0, 1, 2, 1, 0, 1];

    /// What a sequence of states costs by the paper's formulas, the binomial coefficient included.
    fn cost(states: &[bool], periods: &[(u64, u64)], s: f64, gamma: f64) -> f64 {
        let whole = periods.iter().fold((0, 0), |sum, period| (sum.0 + period.0, sum.1 + period.1));
        let low = whole.0 as f64 / whole.1 as f64;
        let rates = [low, (s * low).min(HIGHEST_RATE)];
        let told: Vec<usize> = (0..periods.len()).filter(|t| periods[*t].1 > 0).collect();
        let (mut before, mut sum) = (false, 0.0);
        for t in &told {
            let ((r, d), rate) = (periods[*t], rates[usize::from(states[*t])]);
            let choose: f64 = (1..=r).map(|i| ((d - r + i) as f64 / i as f64).ln()).sum();
            sum -= choose + r as f64 * rate.ln() + (d - r) as f64 * (1.0 - rate).ln();
            sum += if states[*t] && !before { gamma * (told.len() as f64).ln() } else { 0.0 };
            before = states[*t];
        }
        sum
    }

    #[test]
    fn three_loud_months_are_one_burst() {
        let found = bursts(&HITS, &[20; 12], 2.0, 1.0);
        assert_eq!(found.iter().map(|burst| (burst.start, burst.end)).collect::<Vec<_>>(), [(3, 5)]);
        // p0 = 26/240, p1 = 26/120: 18*ln(2) + 42*ln((94/120)/(214/240)).
        let weight = 18.0 * 2.0_f64.ln() + 42.0 * (188.0_f64 / 214.0).ln();
        assert!((found[0].weight - weight).abs() < 1e-12, "{}", found[0].weight);
        assert!((weight - 7.036_219).abs() < 5e-7);
    }

    #[test]
    fn a_burst_reaches_across_a_period_that_says_nothing_and_does_not_end_with_it() {
        let hits = [0, 2, 1, 6, 0, 7, 5, 0, 0, 1, 2, 1, 0, 1];
        let all = [20, 20, 20, 20, 0, 20, 20, 0, 20, 20, 20, 20, 20, 20];
        let plain = bursts(&HITS, &[20; 12], 2.0, 1.0);
        assert_eq!(bursts(&hits, &all, 2.0, 1.0), [Burst { start: 3, end: 6, weight: plain[0].weight }]);
    }

    #[test]
    fn there_are_no_bursts_without_hits_without_units_and_of_what_is_always_there() {
        let none: [Burst; 0] = [];
        assert_eq!(bursts(&[], &[], 2.0, 1.0), none);
        assert_eq!(bursts(&[0, 0, 0], &[5, 5, 5], 2.0, 1.0), none);
        assert_eq!(bursts(&[0, 0], &[0, 0], 2.0, 1.0), none);
        assert_eq!(bursts(&[5, 5, 5], &[5, 5, 5], 2.0, 1.0), none);
        assert_eq!(bursts(&[9, 9], &[5, 5], 2.0, 1.0), none);
        for (s, gamma) in [(1.0, 1.0), (0.5, 1.0), (f64::NAN, 1.0), (2.0, f64::NAN), (2.0, -1.0)] {
            assert_eq!(bursts(&HITS, &[20; 12], s, gamma), none);
        }
    }

    #[test]
    fn a_burst_that_gains_no_more_than_it_costs_is_none() {
        // p0 = 4/10: three hits gain 3 ln 2, and going up costs ln 8.
        assert_eq!(bursts(&[1, 2, 0, 0, 0, 0, 0, 1], &[1, 2, 1, 1, 1, 1, 1, 2], 2.0, 1.0), []);
    }

    #[test]
    fn a_rate_above_one_half_is_doubled_to_the_highest_only() {
        let found = bursts(&[2, 1, 10, 10, 10, 1, 2], &[10; 7], 2.0, 1.0);
        assert_eq!(found.iter().map(|burst| (burst.start, burst.end)).collect::<Vec<_>>(), [(2, 4)]);
    }

    proptest! {
        #[test]
        fn no_other_sequence_of_states_is_cheaper(
            periods in prop::collection::vec((0_u64..12, 0_u64..12), 1..10), s in 1.1..4.0_f64, gamma in 0.0..2.0_f64,
        ) {
            let periods: Vec<(u64, u64)> = periods.into_iter().map(|(r, d)| (r.min(d), d)).collect();
            let (hits, all): (Vec<u64>, Vec<u64>) = periods.iter().copied().unzip();
            let found = bursts(&hits, &all, s, gamma);
            let states: Vec<bool> =
                (0..periods.len()).map(|t| found.iter().any(|burst| burst.start <= t && t <= burst.end)).collect();
            let best = (0_u32..1 << periods.len())
                .map(|bits| (0..periods.len()).map(|t| bits >> t & 1 == 1).collect::<Vec<_>>())
                .map(|states| cost(&states, &periods, s, gamma))
                .fold(f64::INFINITY, f64::min);
            let (r, d) = (hits.iter().sum::<u64>(), all.iter().sum::<u64>());
            if 0 < r && r < d {
                prop_assert!(cost(&states, &periods, s, gamma) <= best + 1e-9);
            }
            prop_assert!(found.windows(2).all(|pair| pair[0].end + 1 < pair[1].start));
            prop_assert!(found.iter().all(|burst| burst.weight >= -1e-9 && all[burst.start] > 0 && all[burst.end] > 0));
        }

        #[test]
        fn periods_without_units_change_nothing(
            periods in prop::collection::vec((0_u64..12, 12_u64..20, 0_usize..4), 1..20), gamma in 0.0..2.0_f64,
        ) {
            let (mut hits, mut all, mut places) = (Vec::new(), Vec::new(), Vec::new());
            for (r, d, silent) in &periods {
                places.push(hits.len());
                hits.extend([*r].into_iter().chain(vec![0; *silent]));
                all.extend([*d].into_iter().chain(vec![0; *silent]));
            }
            let (r, d): (Vec<u64>, Vec<u64>) = periods.iter().map(|(r, d, _)| (*r, *d)).unzip();
            let dense: Vec<Burst> = bursts(&r, &d, 2.0, gamma)
                .into_iter()
                .map(|burst| Burst { start: places[burst.start], end: places[burst.end], ..burst })
                .collect();
            prop_assert_eq!(bursts(&hits, &all, 2.0, gamma), dense);
        }
    }
}
