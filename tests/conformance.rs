//! UAX #29 with the official break vectors of the Unicode Consortium.
//!
//! The vectors are those of Unicode 15.0, the tables of the unicode-segmentation crate are those of a later version. A line
//! on which the two differ because the standard changed in between stands in a list below, with the rule that changed.

use newsgauge::lex::breaks;

const WORDS: &str = include_str!("data/WordBreakTest.txt");
const SENTENCES: &str = include_str!("data/SentenceBreakTest.txt");

/// Unicode 17 took Extended_Pictographic from the 672 characters that are no emoji (L2/25-006, decision 182-C20), U+2701
/// UPPER BLADE SCISSORS among them, so that WB3c no longer joins it to a zero width joiner before it.
const NO_PICTOGRAPH: &str = "WB3c: U+2701 is no Extended_Pictographic since Unicode 17";

/// Lines of WordBreakTest.txt that later versions of the standard decide otherwise: line, reason.
const WORDS_CHANGED: [(usize, &str); 2] = [(1730, NO_PICTOGRAPH), (1731, NO_PICTOGRAPH)];
/// The same for SentenceBreakTest.txt.
const SENTENCES_CHANGED: [(usize, &str); 0] = [];

#[test]
fn words_break_where_the_standard_says() {
    conform("WordBreakTest.txt", WORDS, 1_823, &WORDS_CHANGED, |text| lengths(breaks::words(text)));
}

#[test]
fn sentences_break_where_the_standard_says() {
    conform("SentenceBreakTest.txt", SENTENCES, 502, &SENTENCES_CHANGED, |text| lengths(breaks::sentences(text)));
}

#[test]
fn pieces_are_the_text_without_gaps_and_without_overlaps() {
    for vector in vectors("WordBreakTest.txt", WORDS).chain(vectors("SentenceBreakTest.txt", SENTENCES)) {
        let text: String = vector.pieces.concat();
        let rebuilt = |pieces: Vec<(usize, &str)>| {
            pieces
                .iter()
                .all(|(at, piece)| text[*at..].starts_with(piece))
                .then(|| pieces.iter().map(|(_, piece)| *piece).collect::<String>())
        };
        assert_eq!(rebuilt(breaks::words(&text).collect()).as_ref(), Some(&text), "words of line {}", vector.line);
        assert_eq!(
            rebuilt(breaks::sentences(&text).collect()).as_ref(),
            Some(&text),
            "sentences of line {}",
            vector.line
        );
    }
}

/// One line of a vector file: where it stands and the pieces that its text must break into.
struct Vector<'f> {
    line: usize,
    pieces: Vec<String>,
    /// Which rule makes each break, in the words of the file.
    rules: &'f str,
}

fn conform(file: &str, text: &str, count: usize, changed: &[(usize, &str)], broken: impl Fn(&str) -> Vec<usize>) {
    let all: Vec<Vector<'_>> = vectors(file, text).collect();
    assert_eq!(all.len(), count, "{file} has another number of vectors: is it the file of Unicode 15.0, and whole?");
    let mut differing = Vec::new();
    let mut wrong = String::new();
    for vector in &all {
        let wanted = lengths(vector.pieces.iter().map(|piece| (0, piece.as_str())));
        let got = broken(&vector.pieces.concat());
        if got == wanted {
            continue;
        }
        differing.push(vector.line);
        if !changed.iter().any(|(line, _)| *line == vector.line) {
            let Vector { line, pieces, rules } = vector;
            wrong += &format!(
                "{file}:{line}: {pieces:?}\n  must be pieces of {wanted:?} scalar values and is {got:?}\n  {rules}\n"
            );
        }
    }
    assert!(
        wrong.is_empty(),
        "{wrong}help: where a later version of the standard changed a rule, add the line with the rule to the list of changed \
         lines; otherwise `lex::breaks` is wrong"
    );
    let listed: Vec<usize> = changed.iter().map(|(line, _)| *line).collect();
    assert_eq!(differing, listed, "{file}: a listed line conforms after all; take it out of the list of changed lines");
    assert!(
        changed.iter().all(|(_, reason)| !reason.is_empty()),
        "{file}: say for each changed line which rule changed"
    );
}

/// Scalar values in each piece.
fn lengths<'t>(pieces: impl Iterator<Item = (usize, &'t str)>) -> Vec<usize> {
    pieces.map(|(_, piece)| piece.chars().count()).collect()
}

/// `÷ 0061 × 0308 ÷ 0062 ÷ # comment`: ÷ is a break, × is none.
fn vectors<'f>(file: &'f str, text: &'f str) -> impl Iterator<Item = Vector<'f>> {
    text.lines().enumerate().filter_map(move |(index, line)| {
        let (vector, rules) = line.split_once('#').unwrap_or((line, ""));
        let mut pieces: Vec<String> = Vec::new();
        for mark in vector.split_whitespace() {
            match (mark, pieces.last_mut()) {
                ("÷", _) => pieces.push(String::new()),
                ("×", _) => {}
                (code, Some(piece)) => {
                    let scalar = u32::from_str_radix(code, 16).ok().and_then(char::from_u32);
                    piece.push(scalar.unwrap_or_else(|| panic!("{file}:{}: {code} is no scalar value", index + 1)));
                }
                (code, None) => panic!("{file}:{}: {code} stands before the first ÷", index + 1),
            }
        }
        // The mark at the end opens a piece in which nothing stands.
        pieces.pop()?;
        Some(Vector { line: index + 1, pieces, rules: rules.trim() })
    })
}
