//! The sentence that is shown beside a mention, white space collapsed; of a very long one the part around the mention.

use std::ops::Range;

/// Bytes of a sentence that is shown whole. A text without full stops is one sentence: shown whole beside each of its
/// mentions, 90 KB of it made a table of 1.3 GB.
const WHOLE: usize = 1000;
/// Bytes to each side of a mention in a longer one.
const AROUND: usize = 240;

/// Bytes that are looked at together.
const PIECE: usize = 64;

/// Texts to show, in one string: a sentence stands in it once, however many mentions it has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shown(String);

/// A stretch of `Shown`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    start: u32,
    end: u32,
}

impl Span {
    pub fn of([start, end]: [u32; 2]) -> Self {
        Self { start, end }
    }

    /// Where it starts and ends.
    pub fn ends(self) -> [u32; 2] {
        [self.start, self.end]
    }
}

impl Shown {
    /// That holds `all`, of which `Span::of` gives stretches.
    pub fn of(all: String) -> Self {
        Self(all)
    }

    pub fn all(&self) -> &str {
        &self.0
    }

    pub fn text(&self, span: Span) -> &str {
        &self.0[span.start as usize..span.end as usize]
    }

    pub fn add(&mut self, text: &str) -> Span {
        self.write(|shown| shown.push_str(text))
    }

    fn write(&mut self, write: impl FnOnce(&mut String)) -> Span {
        // What is read together is a block of the input, of some megabytes.
        let at = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
        let start = at(self.0.len());
        write(&mut self.0);
        Span { start, end: at(self.0.len()) }
    }
}

/// What there is to show of one sentence.
pub struct Evidence<'t> {
    text: &'t str,
    sentence: Range<usize>,
    /// A sentence that is shown whole, once it was.
    whole: Option<Span>,
}

impl<'t> Evidence<'t> {
    pub fn of(text: &'t str, sentence: Range<usize>) -> Self {
        Self { text, sentence, whole: None }
    }

    /// What is shown beside the mention at `range` of the text.
    pub fn around(&mut self, range: Range<usize>, shown: &mut Shown) -> Span {
        let (text, sentence) = (self.text, self.sentence.clone());
        if sentence.len() <= WHOLE {
            return *self.whole.get_or_insert_with(|| shown.write(|shown| collapse(&text[sentence], shown)));
        }
        let start = text.floor_char_boundary(range.start.saturating_sub(AROUND)).max(sentence.start);
        let end = text.ceil_char_boundary(range.end + AROUND).min(sentence.end);
        shown.write(|shown| {
            shown.extend((start > sentence.start).then_some('…'));
            collapse(&text[start..end], shown);
            shown.extend((end < sentence.end).then_some('…'));
        })
    }
}

/// Appends `text` with one space for each run of white space, and none at its ends.
fn collapse(text: &str, into: &mut String) {
    if is_collapsed(text) {
        into.push_str(text);
        return;
    }
    for (at, word) in text.split_whitespace().enumerate() {
        if at > 0 {
            into.push(' ');
        }
        into.push_str(word);
    }
}

/// Whether a text of ASCII is as it should be; false of others.
fn is_collapsed(text: &str) -> bool {
    // Nearly all sentences are; looking at one character after the other took a twentieth of the reading. Whole pieces are
    // looked at without a branch for each byte.
    let bytes = text.as_bytes();
    let fine = |piece: &[u8]| piece.iter().fold(true, |fine, byte| fine & (b' '..=b'~').contains(byte));
    let double = |(one, next): (&[u8], &[u8])| {
        one.iter().zip(next).fold(false, |double, (one, next)| double | (*one == b' ' && *next == b' '))
    };
    bytes.chunks(PIECE).all(fine)
        && !bytes.chunks(PIECE).zip(bytes.get(1..).unwrap_or_default().chunks(PIECE)).any(double)
        && !text.starts_with(' ')
        && !text.ends_with(' ')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn white_space_is_collapsed_whatever_the_length(text in "[a ]{0,3}[a-z]{55,70}[a \n\u{a0}]{0,6}[a-z ]{0,80}") {
            let mut shown = String::new();
            collapse(&text, &mut shown);
            prop_assert_eq!(&shown, &text.split_whitespace().collect::<Vec<_>>().join(" "));
            prop_assert_eq!(is_collapsed(&text), shown == text && text.is_ascii());
        }
    }

    fn around(text: &str, range: Range<usize>) -> String {
        let mut shown = Shown::default();
        let span = Evidence::of(text, 0..text.len()).around(range, &mut shown);
        shown.text(span).to_owned()
    }

    #[test]
    fn a_sentence_is_shown_whole_and_of_a_very_long_one_the_part_around() {
        assert_eq!(around("Kim  met\nPutin.", 5..8), "Kim met Putin.");
        let shown = around(&"слово ".repeat(500), 2200..2210);
        assert!(shown.starts_with('…') && shown.ends_with('…') && shown.len() < 600, "{shown}");
    }
}
