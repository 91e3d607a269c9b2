//! The sentence that is shown beside a mention, white space collapsed; of a very long one the part around the mention.

use std::ops::Range;
use std::sync::Arc;

/// Bytes of a sentence that is shown whole. A text without full stops is one sentence: shown whole beside each of its
/// mentions, 90 KB of it made a table of 1.3 GB.
const WHOLE: usize = 1000;
/// Bytes to each side of a mention in a longer one.
const AROUND: usize = 240;

/// What there is to show of one sentence.
pub enum Evidence<'t> {
    Whole(Arc<str>),
    Long { text: &'t str, sentence: Range<usize> },
}

impl<'t> Evidence<'t> {
    pub fn of(text: &'t str, sentence: Range<usize>) -> Self {
        if sentence.len() > WHOLE {
            return Evidence::Long { text, sentence };
        }
        Evidence::Whole(collapsed(&text[sentence]).into())
    }

    /// What is shown beside the mention at `range` of the text.
    pub fn around(&self, range: Range<usize>) -> Arc<str> {
        let (text, sentence) = match self {
            Evidence::Whole(whole) => return Arc::clone(whole),
            Evidence::Long { text, sentence } => (text, sentence),
        };
        let start = text.floor_char_boundary(range.start.saturating_sub(AROUND)).max(sentence.start);
        let end = text.ceil_char_boundary(range.end + AROUND).min(sentence.end);
        let [before, behind] = [start > sentence.start, end < sentence.end].map(|cut| if cut { "…" } else { "" });
        format!("{before}{}{behind}", collapsed(&text[start..end])).into()
    }
}

fn collapsed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_is_shown_whole_and_of_a_very_long_one_the_part_around() {
        let short = "Kim  met\nPutin.";
        assert_eq!(&*Evidence::of(short, 0..short.len()).around(5..8), "Kim met Putin.");
        let long = "слово ".repeat(500);
        let shown = Evidence::of(&long, 0..long.len()).around(2200..2210);
        assert!(shown.starts_with('…') && shown.ends_with('…') && shown.len() < 600, "{shown}");
    }
}
