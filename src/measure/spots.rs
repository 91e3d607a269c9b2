//! A mention as the tallies need it, in eight bytes: which actor, in which form, in which sentence.

use crate::config::dictionary::Form;
use crate::link::mentions::Mention;

/// The actor in the upper half; below it the sentence, and the form in the last three bits.
pub type Spot = u64;

pub fn of(mention: &Mention) -> Spot {
    u64::from(mention.actor) << 32 | u64::from(mention.sentence.min(u32::MAX >> 3)) << 3 | mention.form as u64
}

pub fn actor(spot: Spot) -> u32 {
    // The upper half has 32 bits.
    (spot >> 32) as u32
}

pub fn sentence(spot: Spot) -> u32 {
    // Masking is meant.
    spot as u32 >> 3
}

pub fn form(spot: Spot) -> Form {
    Form::ALL[(spot & 7) as usize % Form::ALL.len()]
}
