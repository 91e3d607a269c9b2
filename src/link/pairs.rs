//! Which two parts may begin a written form, one behind the other: asked of each token that only may begin one, mostly in vain.

/// A set of pairs of hashes as bits, eight for a pair (Bloom 1970, with one hash): every pair that is in it is found, and one in
/// eight of the others.
pub struct Pairs {
    /// A power of two of them.
    bits: Vec<u64>,
}

impl Default for Pairs {
    /// Of no pairs.
    fn default() -> Self {
        Self::of(&[])
    }
}

impl Pairs {
    pub fn of(pairs: &[(u64, u64)]) -> Self {
        let words = (pairs.len() / 8 + 1).next_power_of_two();
        let mut set = Self { bits: vec![0; words] };
        for (first, second) in pairs {
            let (word, bit) = set.place(*first, *second);
            set.bits[word] |= 1 << bit;
        }
        set
    }

    /// Whether the pair may be in it.
    #[inline]
    pub fn may_hold(&self, first: u64, second: u64) -> bool {
        let (word, bit) = self.place(first, second);
        self.bits[word] >> bit & 1 == 1
    }

    /// The word and bit of a pair. Masking is meant: the hashes are mixed already.
    #[inline]
    fn place(&self, first: u64, second: u64) -> (usize, u32) {
        let mixed = first.rotate_left(23) ^ second;
        ((mixed >> 6) as usize & (self.bits.len() - 1), mixed as u32 & 63)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::mixing::mix;

    #[test]
    fn every_pair_is_found_and_few_others_are() {
        let pairs: Vec<(u64, u64)> = (0..1000).map(|at| (mix(at), mix(at * 7 + 1))).collect();
        let set = Pairs::of(&pairs);
        assert!(pairs.iter().all(|(first, second)| set.may_hold(*first, *second)));
        let found = pairs.iter().filter(|(first, second)| set.may_hold(*second, *first)).count();
        assert!(found < 250 && !Pairs::default().may_hold(mix(1), mix(2)), "{found}");
    }
}
