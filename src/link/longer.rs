//! Names that are part of a longer name which the dictionary lacks: "Korean Air", "George Washington", "Bank of China", and
//! "Moscow, Idaho". They count for nobody.

use super::around::Around;
use super::compile::Linker;
use super::compounds::cut_short;
use super::hits::{Hit, Hits};
use super::sorts::Sorts;
use super::surroundings::Text;
use super::tree::Means;
use super::vocabulary::{COMMON_WORDS, DAYS, FUNCTION, HEADS, TITLES, VESSELS, Words, known, known_plural};
use crate::config::dictionary::{Form, Kind};

/// States of other countries that have cities with the names of capitals.
#[rustfmt::skip]
static REGIONS: Words = Words::of(&[
    "alabama", "alaska", "alberta", "arizona", "arkansas", "california", "colorado", "connecticut", "delaware", "florida",
    "hawaii", "idaho", "illinois", "indiana", "iowa", "kansas", "kentucky", "louisiana", "maine", "manitoba", "maryland",
    "massachusetts", "michigan", "minnesota", "mississippi", "missouri", "montana", "nebraska", "nevada", "ohio", "oklahoma",
    "ontario", "oregon", "pennsylvania", "quebec", "rhode", "saskatchewan", "tennessee", "texas", "utah", "vermont",
    "virginia", "wisconsin", "wyoming",
]);

/// Whether a strong name of one word or of a state or place is only a part of a name here.
pub fn part_of_longer_name(around: &Around<'_, '_, '_>) -> bool {
    let Around { hit, hits, text, linker, .. } = *around;
    let Some((kind, form)) = of(hit, linker) else { return false };
    if hit.bytes.len() > 60 {
        return false;
    }
    if shouted_word(hit, hits, text, kind)
        || common_word(hit, text)
        || vessel(hit, text)
        || namesake(hit, hits, text, linker)
    {
        return true;
    }
    if text.shouted(hit.sentence) {
        return false;
    }
    if kind == Kind::Person && hit.tokens.len() > 1 && cut_short(hit, text) {
        return true;
    }
    let place = matches!(kind, Kind::State | Kind::Place);
    let one_word = hit.tokens.len() == 1;
    let right = place || kind == Kind::Person;
    (right && around.goes_on() && !(matches!(form, Form::Adjective | Form::Abbr) && before_acronym(hit, text)))
        || (form != Form::Adjective && (place || (kind == Kind::Person && one_word)) && around.begins_before())
        || (kind == Kind::Organization && one_word && form != Form::Abbr && behind_first_name(hit, text, linker))
        || (place && form != Form::Adjective && of_something(hit, hits, text))
        || (form != Form::Adjective && elsewhere(hit, text))
}

/// The kind and form of the actor of a hit.
fn of(hit: &Hit<'_>, linker: &Linker) -> Option<(Kind, Form)> {
    if !hit.sorts.has(Sorts::STRONG.and(Sorts::WEAK)) {
        return None;
    }
    hit.ends.iter().find_map(|end| match end.means {
        Means::Actor { actor, form, .. } => Some((linker.actors[actor as usize].kind, form)),
        _ => None,
    })
}

/// Whether a word that belongs to the name follows: "Korean Air", "Kim Il Sung Stadium"; and no title or other name.
pub fn goes_on(hit: &Hit<'_>, hits: &Hits<'_>, text: &Text<'_>) -> bool {
    let Some(next) = text.behind(hit) else { return false };
    if !text.name_like(next, hit.sentence) || known(&DAYS, text.word(next)) {
        return false;
    }
    let named = hits.starting(next).any(|other| other.bytes.start >= hit.bytes.end && names(other));
    !named && !title_run(next, hit.sentence, text)
}

/// An acronym behind an adjective is a noun: "Russian IL-76", "Chinese CEO".
fn before_acronym(hit: &Hit<'_>, text: &Text<'_>) -> bool {
    text.behind(hit).is_some_and(|next| text.word(next).chars().filter(|c| c.is_uppercase()).count() > 1)
}

/// Whether the words with capitals from `from` on hold a title.
pub fn title_run(from: usize, sentence: usize, text: &Text<'_>) -> bool {
    let end = text.tokens(sentence).end;
    for at in from..end.min(from + 8) {
        let word = text.word(at);
        if known_plural(&TITLES, word) || word.split('-').any(|part| known_plural(&TITLES, part)) {
            return true;
        }
        let small = matches!(word, "of" | "for" | "and" | "the");
        if !(small || text.capital(at)) || (at > from && !text.follows(at)) {
            return false;
        }
    }
    false
}

/// Whether a word that belongs to the name stands before it: "George Washington", "Melania Trump".
pub fn begins_before(hit: &Hit<'_>, hits: &Hits<'_>, text: &Text<'_>, linker: &Linker) -> bool {
    let Some(before) = text.before(hit) else { return false };
    let word = text.word(before);
    let title = |word: &str| known_plural(&TITLES, word) || known(&DAYS, word);
    if title(word) || word.split('-').any(title) || !text.capital(before) {
        return false;
    }
    if directions(word) {
        return false;
    }
    let own = hits.ending(hit.tokens.start).any(|other| names(other) || is_title(other));
    if own {
        return false;
    }
    if text.name_like(before, hit.sentence) {
        // "Secretary of State Blinken", "Foreign Minister Lavrov".
        return !within_title(before, hit.sentence, text);
    }
    // At the head of a sentence any word has a capital: one that can be no name says nothing.
    let no_name = known(&FUNCTION, word) || ["ing", "ly", "ed"].iter().any(|ending| word.ends_with(ending));
    !no_name && word.len() > 2 && !genitive(word, hit, linker) || linker.is_given_name(word)
}

/// Russian writes a state behind what it is of, "Посол России": at the head of a sentence the word before it is no name, but for
/// that of the central bank.
fn genitive(word: &str, hit: &Hit<'_>, linker: &Linker) -> bool {
    let cyrillic = word.chars().all(|c| ('\u{400}'..='\u{4ff}').contains(&c));
    cyrillic && word != "Банк" && of(hit, linker).is_some_and(|(kind, _)| kind == Kind::State)
}

/// "Michael Bloomberg" is no news agency.
fn behind_first_name(hit: &Hit<'_>, text: &Text<'_>, linker: &Linker) -> bool {
    text.before(hit).is_some_and(|at| text.capital(at) && linker.is_given_name(text.word(at)))
}

/// A surname in capitals where nothing else has them is an acronym ("FICO"), and an acronym that is a small word too is that word
/// where all is in capitals ("TELL US").
fn shouted_word(hit: &Hit<'_>, hits: &Hits<'_>, text: &Text<'_>, kind: Kind) -> bool {
    let surface = &text.text[hit.bytes.clone()];
    if surface.chars().any(char::is_lowercase) || surface.len() < 2 {
        return false;
    }
    let acronym = hit.ends.iter().any(|end| end.written.chars().all(|c| !c.is_lowercase()));
    if acronym {
        let other = |other: &Hit<'_>| other.bytes != hit.bytes && names(other);
        let tokens = text.tokens(hit.sentence);
        let near = tokens.start.max(hit.tokens.start.saturating_sub(8))..tokens.end.min(hit.tokens.end + 8);
        return known(&FUNCTION, surface)
            && text.all_capitals(hit.sentence)
            && !near.into_iter().any(|at| hits.starting(at).any(other));
    }
    kind == Kind::Person && surface.is_ascii() && surface.len() <= ACRONYM && !text.shouted(hit.sentence)
}

/// A name that is a word too, at the head of a sentence, in an article that writes the word ("Turkey was served").
fn common_word(hit: &Hit<'_>, text: &Text<'_>) -> bool {
    let first = hit.tokens.start;
    if hit.tokens.len() > 1 || text.tokens(hit.sentence).start != first {
        return false;
    }
    if !known(&COMMON_WORDS, text.word(first)) {
        return false;
    }
    let small = text.word(first).to_lowercase();
    let near = first.saturating_sub(NEAR)..text.lexed.tokens.len().min(first + NEAR);
    near.into_iter().any(|at| text.word(at) == small)
}

/// Letters of an acronym; a longer word in capitals is a name in capitals.
const ACRONYM: usize = 4;

/// How many tokens around are looked at for the word.
const NEAR: usize = 400;

/// "the submarine Kursk".
fn vessel(hit: &Hit<'_>, text: &Text<'_>) -> bool {
    text.before(hit).is_some_and(|at| known(&VESSELS, text.word(at)))
}

/// "Brest, France": a place in another state than its own.
fn namesake(hit: &Hit<'_>, hits: &Hits<'_>, text: &Text<'_>, linker: &Linker) -> bool {
    let Some(actor) = hit.only(true) else { return false };
    let who = &linker.actors[actor as usize];
    let next = hit.tokens.end;
    if who.kind != Kind::Place
        || who.seat_of.is_some()
        || next >= text.tokens(hit.sentence).end
        || text.gap(next - 1, next) != ", "
    {
        return false;
    }
    let other = hits.longest_from(next, names);
    let state = other
        .and_then(|other| other.named(true).min())
        .filter(|other| linker.actors[*other as usize].kind == Kind::State);
    state.is_some() && who.state.is_some() && state != who.state
}

/// Whether a word ends a title of several words: "Secretary of State".
fn within_title(at: usize, sentence: usize, text: &Text<'_>) -> bool {
    let start = text.tokens(sentence).start;
    let mut at = at;
    for _ in 0..6 {
        if known_plural(&TITLES, text.word(at)) {
            return true;
        }
        if at == start || !text.follows(at) {
            return false;
        }
        at -= 1;
        if !(text.capital(at) || matches!(text.word(at), "of" | "for" | "and" | "the")) {
            return false;
        }
    }
    false
}

fn directions(word: &str) -> bool {
    matches!(
        word,
        "Eastern"
            | "Western"
            | "Northern"
            | "Southern"
            | "Central"
            | "Mainland"
            | "Mr"
            | "Mrs"
            | "Ms"
            | "Miss"
            | "Comrade"
    )
}

/// "Bank of China": a name before "of" that is no title.
fn of_something(hit: &Hit<'_>, hits: &Hits<'_>, text: &Text<'_>) -> bool {
    let Some(mut of) = text.before(hit) else { return false };
    let start = text.tokens(hit.sentence).start;
    if text.word(of) == "the" && of > start {
        of -= 1;
    }
    if text.word(of) != "of" || of == start || !text.follows(of) {
        return false;
    }
    let head = of - 1;
    let word = text.word(head);
    let own = hits.ending(of).any(|other| is_title(other) || is_body(other));
    if own || known_plural(&TITLES, word) || within_title(head, hit.sentence, text) {
        return false;
    }
    text.name_like(head, hit.sentence) || (text.capital(head) && known(&HEADS, word))
}

/// "Moscow, Idaho".
fn elsewhere(hit: &Hit<'_>, text: &Text<'_>) -> bool {
    let next = hit.tokens.end;
    if next >= text.tokens(hit.sentence).end || text.ends_inside(hit) {
        return false;
    }
    let gap = text.gap(next - 1, next);
    gap.starts_with(',') && text.capital(next) && known(&REGIONS, text.word(next))
}

/// Whether a hit is a strong name.
pub fn names(hit: &Hit<'_>) -> bool {
    hit.sorts.has(Sorts::STRONG)
}

pub fn is_title(hit: &Hit<'_>) -> bool {
    hit.sorts.has(Sorts::TITLE)
}

fn is_body(hit: &Hit<'_>) -> bool {
    hit.sorts.has(Sorts::BODY)
}
