//! How often, how long: the distributions of news, as small tables of whole numbers.

use super::random::Random;

/// Ranks of a vocabulary without end. Zipf's law has two regimes in news (Ferrer i Cancho & Solé 2001): the share of an
/// octave of ranks (1, 2-3, 4-7 ...) rises slowly to some thousands of words, then falls by a fixed factor. From that
/// fall comes Heaps' law: if an octave holds `f` times the one before, V(N) grows as N to the power 1 / (1 - log2 f).
pub struct Ranks {
    /// Sums of the shares up to each octave.
    sums: Vec<u64>,
}

impl Ranks {
    /// The shares of the first octaves, and the factor of all later ones in thousandths.
    pub fn new(octaves: &[u64], tail: u64) -> Self {
        let (mut sums, mut sum) = (Vec::new(), 0);
        // Scaled up, so that the tail goes on for as long as a draw can notice.
        let mut share = 0;
        for &octave in octaves {
            share = octave << 24;
            sum += share;
            sums.push(sum);
        }
        while share > 0 && sums.len() < 40 {
            share = share / 1000 * tail;
            sum += share;
            sums.push(sum);
        }
        Self { sums }
    }

    /// From 0, which is the most frequent.
    pub fn draw(&self, random: &mut Random) -> u64 {
        let at = random.below(*self.sums.last().expect("the constants list octaves"));
        let octave = self.sums.iter().take_while(|sum| **sum <= at).count();
        let width = 1 << octave;
        // Inside an octave the lower of two draws in half of the cases: a falling line in place of a step.
        let (one, other) = (random.below(width), random.below(2 * width));
        width - 1 + if other < width { one.min(other) } else { one }
    }
}

/// A quantity by its quantiles: (thousandth, value), straight lines between.
pub struct Quantiles(pub &'static [(u64, u64)]);

impl Quantiles {
    pub fn draw(&self, random: &mut Random) -> u64 {
        let at = random.below(1_000_000);
        let above =
            self.0.iter().position(|(share, _)| share * 1000 > at).expect("the last quantile is the thousandth");
        let ((from, low), (to, high)) = (self.0[above - 1], self.0[above]);
        low + (high - low) * (at - from * 1000) / ((to - from) * 1000)
    }
}

/// A choice of a list by weights: one slot a unit of weight.
pub struct Weighted {
    slots: Vec<u8>,
}

impl Weighted {
    pub fn new(weights: impl Iterator<Item = u32>) -> Self {
        let slots = (0u8..).zip(weights).flat_map(|(place, weight)| (0..weight).map(move |_| place));
        Self { slots: slots.collect() }
    }

    /// The place in the list.
    pub fn draw(&self, random: &mut Random) -> usize {
        usize::from(random.of(&self.slots))
    }
}
