//! Sentences after UAX #29, joined again where its break is none: titles, initials, "U.S.", a wrapped line.

use std::ops::Range;

use super::breaks;
use super::words::is_dotted;

/// Words whose full stop hardly ever ends a sentence. Those that often do ("Inc.", "Co.", "etc.") are left to UAX #29,
/// which goes on where a small letter follows.
const ABBREVIATIONS: &[&str] = &[
    "Mr", "Mrs", "Ms", "Messrs", "Dr", "Prof", "Gen", "Lt", "Col", "Maj", "Capt", "Cpt", "Sgt", "Cmdr", "Adm", "Brig",
    "Sen", "Rep", "Gov", "Pres", "Hon", "Rev", "St", "Mt", "Ft", "Amb", "Min", "Sec", "No", "Nos", "Vol", "Art", "Fig",
    "vs", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec",
];

/// Words that begin a new sentence even behind "the U.S.".
const OPENERS: &[&str] = &[
    "A",
    "After",
    "Also",
    "Although",
    "An",
    "And",
    "As",
    "At",
    "Because",
    "Both",
    "But",
    "By",
    "For",
    "From",
    "He",
    "Her",
    "His",
    "However",
    "I",
    "If",
    "In",
    "It",
    "Its",
    "Last",
    "Many",
    "Meanwhile",
    "Moreover",
    "No",
    "Now",
    "On",
    "Our",
    "She",
    "Since",
    "So",
    "Some",
    "Such",
    "That",
    "The",
    "Their",
    "Then",
    "There",
    "These",
    "They",
    "This",
    "Those",
    "To",
    "We",
    "What",
    "When",
    "While",
    "With",
    "You",
];

/// The byte ranges of the sentences of a text, without the white space around them.
pub fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for (start, piece) in breaks::sentences(text) {
        let trimmed = piece.trim();
        if trimmed.is_empty() {
            continue;
        }
        let start = start + piece.len() - piece.trim_start().len();
        let range = start..start + trimmed.len();
        match found.last_mut() {
            Some(last) if goes_on(&text[last.clone()], &text[last.end..start], trimmed) => last.end = range.end,
            _ => found.push(range),
        }
    }
    found
}

/// Whether `next` belongs to the same sentence as `before`, with `gap` between them.
fn goes_on(before: &str, gap: &str, next: &str) -> bool {
    let lines = gap.chars().filter(|c| *c == '\n').count();
    if lines > 1 {
        return false;
    }
    let opening = next.trim_start_matches(|c: char| !c.is_alphanumeric());
    if opening.chars().next().is_some_and(char::is_lowercase) {
        return true;
    }
    if lines == 1 {
        return before.ends_with([',', ';']);
    }
    let Some(stem) = before.strip_suffix('.') else { return false };
    let last = stem
        .rsplit(|c: char| c.is_whitespace() || matches!(c, '(' | '[' | '“' | '"' | '«' | '—' | '–'))
        .next()
        .unwrap_or("");
    if is_dotted(last) {
        let first = opening.split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
        return !OPENERS.contains(&first);
    }
    ABBREVIATIONS.contains(&last) || is_initial(last)
}

/// "V" of "V. Putin"; "I" is left out for the sake of "World War I." and "Kim and I."
fn is_initial(word: &str) -> bool {
    let mut letters = word.chars();
    let single = letters.next().is_some_and(|c| c.is_uppercase() && c != 'I') && letters.next().is_none();
    single || (word.contains('-') && word.split('-').all(|part| part.chars().count() == 1))
}

#[cfg(test)]
mod tests {
    use super::sentences;

    fn cut(text: &str) -> Vec<&str> {
        sentences(text).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn sentences_end_where_a_reader_ends_them() {
        let cases: &[(&str, &[&str])] = &[
            ("He met Mr. Lavrov. They spoke.", &["He met Mr. Lavrov.", "They spoke."]),
            ("Then V. Putin and J. K. Smith left. Both did.", &["Then V. Putin and J. K. Smith left.", "Both did."]),
            ("It hit the U.S. economy. It fell.", &["It hit the U.S. economy.", "It fell."]),
            ("He left the U.S. The talks failed.", &["He left the U.S.", "The talks failed."]),
            ("The U.S. President spoke.", &["The U.S. President spoke."]),
            ("“Why?” he asked. “No.” She left.", &["“Why?” he asked.", "“No.”", "She left."]),
            ("A heading\nThe text begins", &["A heading", "The text begins"]),
            ("a line that is\nwrapped here\n\nand a paragraph", &["a line that is\nwrapped here", "and a paragraph"]),
            ("It cost 3.5 million. «Так», сказал он. Да.", &["It cost 3.5 million.", "«Так», сказал он.", "Да."]),
            ("Wait... what? Yes!", &["Wait... what?", "Yes!"]),
            ("", &[]),
        ];
        for (text, expected) in cases {
            assert_eq!(cut(text), *expected, "{text}");
        }
    }
}
