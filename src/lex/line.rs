//! One line after the other: by the fast pass if it knows all characters of the line, else by the full rules.

use std::ops::Range;

use super::sentences::Sentences;
use super::token::Lexed;
use super::{plain, rules};

/// Adds the line of `text` that begins at `start`, and gives the place behind it, or nothing if lines of this text depend on
/// each other.
pub fn add(text: &str, start: usize, sentences: &mut Sentences<'_>, into: &mut Lexed) -> Option<usize> {
    let first = into.tokens.len();
    if let Ok(end) = plain::line(text, start, into) {
        share(text, start..end, first, sentences, into);
        return Some(end);
    }
    into.tokens.truncate(first);
    into.breaks.clear();
    let end = text[start..].find('\n').map_or(text.len(), |at| start + at + 1);
    let line = &text[start..end];
    // The narrow space is part of the word before it (WB13a) unless the sentence ends there, which the next line decides.
    if line[line.trim_end().len()..].contains('\u{202f}') {
        return None;
    }
    rules::cut(text, start..end, sentences, into);
    Some(end)
}

/// Gives the tokens of a line, which begin with `first`, to the sentences between its breaks.
fn share(text: &str, line: Range<usize>, first: usize, sentences: &mut Sentences<'_>, into: &mut Lexed) {
    let mut next = first;
    let mut start = line.start;
    for index in 0..=into.breaks.len() {
        let end = into.breaks.get(index).map_or(line.end, |at| *at as usize);
        if sentences.add(start..end, &mut into.sentences) {
            let from = next;
            next += into.tokens[next..].iter().take_while(|token| (token.start as usize) < end).count();
            into.give(text, into.sentences.len() - 1, from..next);
        }
        start = end;
    }
    into.breaks.clear();
}
