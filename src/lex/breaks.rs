//! UAX #29 as it stands, tested with the vectors of the Unicode Consortium; our exceptions are laid over it elsewhere.

use unicode_segmentation::UnicodeSegmentation;

/// The stretches between word boundaries, with the byte offset of each.
pub fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split_word_bound_indices()
}

/// The stretches between sentence boundaries, with the byte offset of each.
pub fn sentences(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split_sentence_bound_indices()
}
