//! Counts and places in 32 bits, for lists of millions of them.

/// `n` in 32 bits. Whoever calls it says why it fits; where it does not it stays at the highest number and does not wrap.
#[inline]
pub fn narrow(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
