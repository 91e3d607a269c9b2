//! A shuffled order that is the same everywhere and always.

/// SplitMix64 (Steele, Lea & Flood 2014). Not from a crate: those promise the same numbers for one version alone, and a run must
/// give the same communities after an update.
pub struct Shuffle(u64);

impl Shuffle {
    pub fn seeded(seed: u64) -> Self {
        Self(seed)
    }

    /// The numbers below `n`, in an order by chance (Fisher & Yates).
    pub fn order(&mut self, n: usize) -> Vec<usize> {
        let mut order: Vec<usize> = (0..n).collect();
        for last in (1..n).rev() {
            // The remainder prefers small numbers by less than n/2^64.
            let chosen = self.next() % (last as u64 + 1);
            order.swap(last, chosen as usize);
        }
        order
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }
}

#[cfg(test)]
mod tests {
    use super::Shuffle;

    #[test]
    fn the_numbers_are_the_known_ones_of_the_generator() {
        let mut shuffle = Shuffle::seeded(1_234_567);
        assert_eq!([shuffle.next(), shuffle.next()], [6_457_827_717_110_365_317, 3_203_168_211_198_807_973]);
    }

    #[test]
    fn an_order_has_each_number_once() {
        for n in [0, 1, 2, 100] {
            let mut order = Shuffle::seeded(7).order(n);
            order.sort_unstable();
            assert_eq!(order, (0..n).collect::<Vec<_>>());
        }
    }
}
