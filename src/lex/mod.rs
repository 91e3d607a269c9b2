//! Article -> sentences and tokens: pure, one text at a time.

pub mod breaks;
mod hyphen;
pub mod normal;
mod sentences;
pub mod stop;
pub mod token;
mod words;
mod wrap;

use token::Lexed;

/// The sentences and tokens of a text.
///
/// Sentences and words follow UAX #29 with the exceptions that `sentences` and `words` state. What lies between tokens
/// is never lost: the gaps and the tokens together are the text.
pub fn lex(text: &str) -> Lexed {
    let mut lexed = Lexed::default();
    for range in sentences::sentences(text) {
        let first = lexed.tokens.len();
        words::tokens(text, range.clone(), &mut lexed.tokens);
        lexed.sentences.push(token::Sentence { range, tokens: first..lexed.tokens.len() });
    }
    lexed
}

pub use hyphen::{is_hyphen, parts};
