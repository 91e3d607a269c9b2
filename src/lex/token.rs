//! Tokens and sentences: spans into a text, in bytes, never overlapping, in order.

use std::ops::Range;

use super::gap;

/// One word or number of a text.
///
/// Offsets have 32 bits, since an article is at most a gigabyte long (`[ingest] max_article_mb`) and a token is written
/// for every few bytes of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Byte offsets into the text.
    pub start: u32,
    pub end: u32,
    pub kind: Kind,
    pub gap: Gap,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Kind {
    /// Holds a letter.
    Word,
    /// Holds digits and no letter.
    Number,
}

/// What lies between a token and the one before it in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Gap {
    /// It is the first of its sentence.
    First,
    /// Nothing that ends a phrase.
    Open,
    /// Punctuation that no phrase reaches over.
    Break,
    /// The apostrophe of a plural: "the Workers' Party".
    Apostrophe,
}

/// One sentence: its text without the spaces around it, and its tokens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Byte offsets into the text.
    pub start: u32,
    pub end: u32,
    /// Indices into `Lexed::tokens`.
    pub tokens: Range<u32>,
}

/// A text cut into sentences and tokens; cleared and filled again for each text, so that it allocates once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lexed {
    pub sentences: Vec<Sentence>,
    pub tokens: Vec<Token>,
    /// Where sentences may end within the line that is being cut; empty when the text is cut.
    pub(super) breaks: Vec<u32>,
}

impl Token {
    /// Its bytes in the text.
    pub fn range(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

impl Sentence {
    /// Its bytes in the text.
    pub fn range(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The indices of its tokens.
    pub fn indices(&self) -> Range<usize> {
        self.tokens.start as usize..self.tokens.end as usize
    }
}

impl Lexed {
    pub(super) fn clear(&mut self) {
        self.sentences.clear();
        self.tokens.clear();
        self.breaks.clear();
    }

    /// Gives tokens to a sentence, and the first of them its gap: it opens the sentence, or goes on with one that has tokens
    /// already, maybe on another line.
    pub(super) fn give(&mut self, text: &str, sentence: usize, tokens: Range<usize>) {
        let owner = &mut self.sentences[sentence].tokens;
        let opens = owner.start == owner.end;
        if opens {
            owner.start = offset(tokens.start);
        }
        owner.end = offset(tokens.end);
        if let [first, ..] = self.tokens[tokens.clone()] {
            let gap = if opens {
                Gap::First
            } else {
                gap::between(text, self.tokens[tokens.start - 1].range().end, first.range().start)
            };
            self.tokens[tokens.start].gap = gap;
        }
    }
}

/// A place in a text or list as it is stored.
pub(super) use crate::base::narrow::narrow as offset;
