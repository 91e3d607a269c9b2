//! Sentences and tokens by the rules as they are written, for text of any script.

use std::ops::Range;

use super::sentences::Sentences;
use super::token::Lexed;
use super::{breaks, words};

/// Adds `text[range]`, which is a line or the whole text.
///
/// Words are looked for when the sentences are known, since they can reach over breaks that are none.
pub fn cut(text: &str, range: Range<usize>, sentences: &mut Sentences<'_>, into: &mut Lexed) {
    let before = into.sentences.len();
    let mut joined = false;
    for (at, piece) in breaks::sentences(&text[range.clone()]) {
        let start = range.start + at;
        let added = sentences.add(start..start + piece.len(), &mut into.sentences);
        joined |= added && into.sentences.len() == before;
    }
    for index in before - usize::from(joined)..into.sentences.len() {
        let sentence = into.sentences[index].range();
        let first = into.tokens.len();
        words::tokens(text, sentence.start.max(range.start)..sentence.end, &mut into.tokens);
        into.give(text, index, first..into.tokens.len());
    }
}
