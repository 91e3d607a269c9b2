//! Full stops that belong to the word before them and end no sentence.

use super::words::is_dotted;

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

/// Whether the full stop behind `stem` ends no sentence, `next` being the word behind it.
pub fn is_abbreviated(stem: &str, next: &str) -> bool {
    let last = last_word(stem);
    let counted = || next.starts_with(|c: char| c.is_ascii_digit());
    is_title(last)
        || (is_numbered(last) && counted())
        || ((is_month(last) || is_dotted(last) || is_initial(last)) && !OPENERS.contains(&next))
}

fn last_word(stem: &str) -> &str {
    stem.rsplit(|c: char| c.is_whitespace() || matches!(c, '(' | '[' | '“' | '"' | '«' | '—' | '–'))
        .next()
        .unwrap_or("")
}

/// "V" of "V. Putin"; "I" is left out for the sake of "World War I." and "Kim and I."
fn is_initial(word: &str) -> bool {
    let mut letters = word.chars();
    let single = letters.next().is_some_and(|c| c.is_uppercase() && c != 'I') && letters.next().is_none();
    single || (word.contains('-') && word.split('-').all(|part| part.chars().count() == 1))
}

/// Titles and the like, whose full stop never ends a sentence of news. Words whose full stop often does ("Inc.", "Co.",
/// "etc.") are left to UAX #29, which goes on where a small letter follows.
fn is_title(word: &str) -> bool {
    matches!(
        word,
        "Mr" | "Mrs"
            | "Ms"
            | "Messrs"
            | "Dr"
            | "Prof"
            | "Gen"
            | "Lt"
            | "Col"
            | "Maj"
            | "Capt"
            | "Cpt"
            | "Sgt"
            | "Cmdr"
            | "Adm"
            | "Brig"
            | "Sen"
            | "Rep"
            | "Gov"
            | "Pres"
            | "Hon"
            | "Rev"
            | "St"
            | "Mt"
            | "Ft"
            | "Amb"
            | "vs"
    )
}

/// Words that are abbreviated before a number.
fn is_numbered(word: &str) -> bool {
    matches!(word, "No" | "Nos" | "Vol" | "Art" | "Fig" | "Sec" | "Ch" | "pp" | "p")
}

/// Months, which can end a sentence too.
fn is_month(word: &str) -> bool {
    matches!(word, "Jan" | "Feb" | "Mar" | "Apr" | "Jun" | "Jul" | "Aug" | "Sep" | "Sept" | "Oct" | "Nov" | "Dec")
}
