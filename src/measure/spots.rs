//! A mention as the tallies need it, in sixteen bytes: which actor, in which form, in which sentence, at which tokens.

use crate::config::dictionary::Form;
use crate::link::mentions::Mention;

/// The actor; the sentence, and the form in the last three bits; the first token, and the one behind the last.
pub type Spot = [u32; 4];

pub fn of(mention: &Mention) -> Spot {
    let [first, end] = mention.tokens;
    [mention.actor, mention.sentence.min(u32::MAX >> 3) << 3 | mention.form as u32, first, end]
}

pub fn actor([actor, _, _, _]: Spot) -> u32 {
    actor
}

pub fn sentence([_, sentence, _, _]: Spot) -> u32 {
    sentence >> 3
}

pub fn form([_, form, _, _]: Spot) -> Form {
    Form::ALL[(form & 7) as usize % Form::ALL.len()]
}

/// Its tokens in the article.
pub fn tokens([_, _, first, end]: Spot) -> std::ops::Range<u32> {
    first..end
}
