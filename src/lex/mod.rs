//! Article -> sentences and tokens: pure, one text at a time.
//!
//! Most lines of news hold common characters alone and are cut by `plain` in one pass over their bytes; any other line is
//! cut by `rules`, with the same result.

mod abbreviations;
pub mod breaks;
mod gap;
mod hyphen;
mod line;
pub mod normal;
mod plain;
mod rules;
mod sentences;
pub mod stop;
pub mod token;
mod words;
mod wrap;

use sentences::Sentences;
use token::Lexed;

pub use hyphen::{is_hyphen, parts};

/// The sentences and tokens of a text.
///
/// Sentences and words follow UAX #29 with the exceptions that `sentences` and `words` state. What lies between tokens
/// is never lost: the gaps and the tokens together are the text.
pub fn lex(text: &str) -> Lexed {
    let mut lexed = Lexed::default();
    lex_into(text, &mut lexed);
    lexed
}

/// The same into a buffer that is used for one text after the other.
pub fn lex_into(text: &str, into: &mut Lexed) {
    into.clear();
    let mut sentences = Sentences::of(text);
    let mut at = 0;
    while at < text.len() {
        let Some(next) = line::add(text, at, &mut sentences, into) else { return by_rules(text, into) };
        at = next;
    }
}

/// The same by the rules alone, for the whole text at once: what the fast pass is tested against.
pub fn lex_by_rules(text: &str) -> Lexed {
    let mut lexed = Lexed::default();
    by_rules(text, &mut lexed);
    lexed
}

fn by_rules(text: &str, into: &mut Lexed) {
    into.clear();
    rules::cut(text, 0..text.len(), &mut Sentences::of(text), into);
}
