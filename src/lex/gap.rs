//! What lies between two tokens of a sentence.

use super::token::Gap;

/// What `text[from..to]` is to a phrase, where a token ends at `from` and the next begins at `to`.
pub fn between(text: &str, from: usize, to: usize) -> Gap {
    match text[from..to].trim() {
        // A full stop inside a sentence is that of an abbreviation: "St. Petersburg".
        "" | "." => Gap::Open,
        "'" | "’" if text[..from].ends_with(['s', 'S']) => Gap::Apostrophe,
        _ => Gap::Break,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn punctuation_ends_a_phrase_and_the_full_stop_of_an_abbreviation_does_not() {
        let cases = [
            ("a b", Gap::Open),
            ("a. b", Gap::Open),
            ("a, b", Gap::Break),
            ("a . . b", Gap::Break),
            ("s’ b", Gap::Apostrophe),
            ("S' b", Gap::Apostrophe),
            ("a' b", Gap::Break),
        ];
        for (text, expected) in cases {
            assert_eq!(between(text, 1, text.len() - 1), expected, "{text}");
        }
    }
}
