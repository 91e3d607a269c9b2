//! Tokens and sentences: spans into a text, in bytes, never overlapping, in order.

use std::ops::Range;

/// One word or number of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Byte offsets into the text.
    pub range: Range<usize>,
    pub kind: Kind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Holds a letter.
    Word,
    /// Holds digits and no letter.
    Number,
}

/// One sentence: its text without the spaces around it, and its tokens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Byte offsets into the text.
    pub range: Range<usize>,
    /// Indices into `Lexed::tokens`.
    pub tokens: Range<usize>,
}

/// A text cut into sentences and tokens.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lexed {
    pub sentences: Vec<Sentence>,
    pub tokens: Vec<Token>,
}
