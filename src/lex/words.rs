//! Words after UAX #29, then: hyphenated compounds and dotted abbreviations are one token, a possessive 's is cut off.

use std::ops::Range;

use super::breaks;
use super::gap;
use super::hyphen::is_hyphen;
use super::token::{Gap, Kind, Token, offset};

/// Adds the tokens of the sentence `text[range]`.
pub fn tokens(text: &str, range: Range<usize>, into: &mut Vec<Token>) {
    let from = range.start;
    let pieces: Vec<(usize, &str)> = breaks::words(&text[range]).collect();
    let mut next = 0;
    let mut before: Option<usize> = None;
    while next < pieces.len() {
        let (start, first) = pieces[next];
        if !is_word(first) {
            next += 1;
            continue;
        }
        let last = compound(&pieces, next);
        let (at, piece) = pieces[last];
        let whole = from + start..from + at + piece.len();
        let range = whole.start..whole.start + possessive_cut(&text[whole]);
        let kind = if text[range.clone()].chars().any(char::is_alphabetic) { Kind::Word } else { Kind::Number };
        let gap = before.map_or(Gap::First, |end| gap::between(text, end, range.start));
        before = Some(range.end);
        into.push(Token { start: offset(range.start), end: offset(range.end), kind, gap });
        next = last + 1;
    }
}

/// Where the token ends that begins with piece `first`: over full stops of abbreviations and over hyphens.
fn compound(pieces: &[(usize, &str)], first: usize) -> usize {
    let piece = |index: usize| pieces.get(index).map(|(_, piece)| *piece);
    let mut last = first;
    loop {
        let word = pieces[last].1;
        if is_dotted(word) && piece(last + 1) == Some(".") {
            last += 1;
        }
        let joined = piece(last + 1).is_some_and(|gap| gap.chars().all(is_hyphen) && gap.chars().count() == 1);
        // "2025-2027" is two numbers, "F-16" and "mid-2024" are one name or word each.
        let compound = piece(last + 2).is_some_and(|other| is_word(other) && (has_letter(word) || has_letter(other)));
        if !(joined && compound) {
            return last;
        }
        last += 2;
    }
}

fn is_word(piece: &str) -> bool {
    piece.chars().any(char::is_alphanumeric)
}

fn has_letter(piece: &str) -> bool {
    piece.chars().any(char::is_alphabetic)
}

/// "U.S", "a.m": single letters with full stops between them, as UAX #29 leaves them before the last full stop.
pub fn is_dotted(word: &str) -> bool {
    let single = |part: &str| part.chars().count() == 1 && part.chars().all(char::is_alphabetic);
    word.contains('.') && word.trim_end_matches('.').split('.').all(single)
}

/// The length of `word` without a possessive 's.
fn possessive_cut(word: &str) -> usize {
    let mut from_end = word.char_indices().rev();
    let is_s = matches!(from_end.next(), Some((_, 's' | 'S')));
    match from_end.next() {
        Some((at, '\'' | '’' | 'ʼ' | '＇')) if is_s && at > 0 => at,
        _ => word.len(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        let mut found = Vec::new();
        tokens(text, 0..text.len(), &mut found);
        found.into_iter().map(|token| &text[token.range()]).collect()
    }

    #[test]
    fn words_are_cut_as_the_press_writes_them() {
        let cases: &[(&str, &[&str])] = &[
            ("Kim Jong-un’s speech", &["Kim", "Jong-un", "speech"]),
            ("the DPRK's ally", &["the", "DPRK", "ally"]),
            ("the Workers’ Party", &["the", "Workers", "Party"]),
            ("U.S. aircraft of the U.S.-led group", &["U.S.", "aircraft", "of", "the", "U.S.-led", "group"]),
            ("Russian-Korean, Russia–North Korea", &["Russian-Korean", "Russia", "North", "Korea"]),
            ("15,000 km, $1.5 million, 2025-2027", &["15,000", "km", "1.5", "million", "2025", "2027"]),
            ("AK-12s and mid-2024", &["AK-12s", "and", "mid-2024"]),
            ("“Hurrah!” «так», ‘it’s’ don't", &["Hurrah", "так", "it", "don't"]),
            ("solidarity.—the word—another", &["solidarity", "the", "word", "another"]),
            ("10:00 p.m. on 9/11", &["10", "00", "p.m.", "on", "9", "11"]),
            ("김정은 위원장, 金正恩", &["김정은", "위원장", "金", "正", "恩"]),
            ("-dash- and --", &["dash", "and"]),
        ];
        for (text, expected) in cases {
            assert_eq!(words(text), *expected, "{text}");
        }
    }

    #[test]
    fn a_number_holds_no_letter() {
        let mut found = Vec::new();
        tokens("80th 80 F-16", 0..12, &mut found);
        assert_eq!(found.iter().map(|token| token.kind).collect::<Vec<_>>(), [Kind::Word, Kind::Number, Kind::Word]);
    }
}
