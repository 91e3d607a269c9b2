//! Article -> sentences and tokens: pure, one text at a time.

pub mod breaks;
mod gap;
mod hyphen;
pub mod normal;
mod sentences;
pub mod stop;
pub mod token;
mod words;
mod wrap;

use token::{Lexed, Sentence, offset};

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
    into.sentences.clear();
    into.tokens.clear();
    for range in sentences::sentences(text) {
        let first = offset(into.tokens.len());
        words::tokens(text, range.clone(), &mut into.tokens);
        let tokens = first..offset(into.tokens.len());
        into.sentences.push(Sentence { start: offset(range.start), end: offset(range.end), tokens });
    }
}

pub use hyphen::{is_hyphen, parts};
