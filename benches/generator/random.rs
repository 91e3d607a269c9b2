//! Whole numbers from a seed. No float and no call of the system, so that every machine draws the same.

/// SplitMix64 (Steele, Lea & Flood 2014).
#[derive(Clone)]
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        mixed(self.0)
    }

    /// Below `n`; the error of the remainder is under `n` / 2^64.
    pub fn below(&mut self, n: u64) -> u64 {
        self.next() % n
    }

    /// True `share` times in a thousand.
    pub fn thousandths(&mut self, share: u64) -> bool {
        self.below(1000) < share
    }

    pub fn of<T: Copy>(&mut self, list: &[T]) -> T {
        list[self.below(list.len() as u64) as usize]
    }
}

/// The mixing step of SplitMix64: what looks random and is always the same for the same number.
pub fn mixed(number: u64) -> u64 {
    let mut z = number;
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}
