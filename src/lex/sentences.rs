//! Sentences after UAX #29, joined again where its break is none: titles, initials, "U.S.", a wrapped line.

use std::ops::Range;

use super::breaks;
use super::words::is_dotted;
use super::wrap::wraps;

/// Titles and the like, whose full stop never ends a sentence of news. Words whose full stop often does ("Inc.", "Co.",
/// "etc.") are left to UAX #29, which goes on where a small letter follows.
const TITLES: &[&str] = &[
    "Mr", "Mrs", "Ms", "Messrs", "Dr", "Prof", "Gen", "Lt", "Col", "Maj", "Capt", "Cpt", "Sgt", "Cmdr", "Adm", "Brig",
    "Sen", "Rep", "Gov", "Pres", "Hon", "Rev", "St", "Mt", "Ft", "Amb", "vs",
];

/// Words that are abbreviated before a number.
const NUMBERED: &[&str] = &["No", "Nos", "Vol", "Art", "Fig", "Sec", "Ch", "pp", "p"];

/// Months, which can end a sentence too.
const MONTHS: &[&str] = &["Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec"];

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
    let wraps = wraps(text);
    let mut found: Vec<Range<usize>> = Vec::new();
    for (start, piece) in breaks::sentences(text) {
        let trimmed = piece.trim();
        if trimmed.is_empty() {
            continue;
        }
        let start = start + piece.len() - piece.trim_start().len();
        let range = start..start + trimmed.len();
        match found.last_mut() {
            Some(last) if goes_on(text, last, start, trimmed, &wraps) => last.end = range.end,
            _ => found.push(range),
        }
    }
    found
}

/// Whether `next`, which begins at `start`, belongs to the sentence `last`.
fn goes_on(text: &str, last: &Range<usize>, start: usize, next: &str, wraps: &[usize]) -> bool {
    let (before, gap) = (&text[last.clone()], &text[last.end..start]);
    let lines = gap.chars().filter(|c| *c == '\n').count();
    if lines > 1 {
        return false;
    }
    let opening = next.trim_start_matches(|c: char| !c.is_alphanumeric());
    if opening.chars().next().is_some_and(char::is_lowercase) {
        return true;
    }
    if lines == 1 {
        let ended = before.trim_end_matches(['"', '”', '’', '»', ')', '\'']).ends_with(['.', '!', '?', '…']);
        let wrapped = wraps.binary_search(&last.end).is_ok();
        if !ended {
            return wrapped || before.ends_with([',', ';']);
        }
        if !wrapped {
            return false;
        }
    }
    let word = opening.split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    before.strip_suffix('.').is_some_and(|stem| is_abbreviated(last_word(stem), word))
}

fn last_word(stem: &str) -> &str {
    stem.rsplit(|c: char| c.is_whitespace() || matches!(c, '(' | '[' | '“' | '"' | '«' | '—' | '–'))
        .next()
        .unwrap_or("")
}

/// Whether the full stop behind `last` belongs to it and ends no sentence, `next` being the word behind it.
fn is_abbreviated(last: &str, next: &str) -> bool {
    let counted = next.chars().next().is_some_and(|c| c.is_ascii_digit());
    let opens = OPENERS.contains(&next);
    TITLES.contains(&last)
        || (NUMBERED.contains(&last) && counted)
        || ((MONTHS.contains(&last) || is_dotted(last) || is_initial(last)) && !opens)
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
            ("It began in Nov. The talks failed.", &["It began in Nov.", "The talks failed."]),
            ("On Nov. 5 and in No. 10 he said No. They left.", &["On Nov. 5 and in No. 10 he said No.", "They left."]),
            ("Plan B. It was late.", &["Plan B.", "It was late."]),
            (
                "The leaders of Russia and of the state of North\nKorea met, and both spoke at length with Mr.\nLavrov. They left Kim Jong Un and his sister in\nMoscow.",
                &[
                    "The leaders of Russia and of the state of North\nKorea met, and both spoke at length with Mr.\nLavrov.",
                    "They left Kim Jong Un and his sister in\nMoscow.",
                ],
            ),
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
