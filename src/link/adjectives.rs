//! An adjective that two states share ("Korean"): it goes to the one that the article is about, if it is about one.

use super::anchors::Anchors;
use super::compile::Linker;

/// The other state may be named at most this much less often.
const TIMES: usize = 4;

/// The state that an adjective of `actor` means by the article's usage.
pub fn by_usage(actor: u32, anchors: &Anchors, linker: &Linker) -> Option<u32> {
    let states = &linker.actors[actor as usize].one_of;
    let most = states.iter().copied().max_by_key(|state| (anchors.usage(*state), std::cmp::Reverse(*state)))?;
    let others: usize = states.iter().filter(|state| **state != most).map(|state| anchors.usage(*state)).sum();
    let n = anchors.usage(most);
    (n > 0 && n >= others * TIMES).then_some(most)
}
