//! Hyphens: what joins a compound, and the parts that it joins.

/// Hyphen-minus, hyphen, non-breaking hyphen and their full-width form; dashes separate words and are none of these.
pub fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}' | '\u{fe63}' | '\u{ff0d}')
}

/// The parts of a token between its hyphens, with the byte offset of each: "Russian-Korean" has two.
pub fn parts(token: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    token.split_inclusive(is_hyphen).filter_map(move |piece| {
        let start = at;
        at += piece.len();
        let part = piece.trim_end_matches(is_hyphen);
        (!part.is_empty()).then_some((start, part))
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_compound_has_its_parts_at_their_places() {
        assert_eq!(super::parts("Russia-DPRK").collect::<Vec<_>>(), [(0, "Russia"), (7, "DPRK")]);
    }
}
