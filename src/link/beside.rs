//! Whether the name of its holder stands beside a title: such a title is no mention of its own.

use super::hits::{Hit, Hits};
use super::longer::{names, title_run};
use super::phrases::Phrase;
use super::sorts::Sorts;
use super::surroundings::{Text, possessive, spaces};
use super::vocabulary::{DAYS, NO_LONGER, known};

/// Whether the name of the holder stands beside the phrase; the actor, if it is one of the dictionary.
pub fn beside(phrase: &Phrase<'_>, hits: &Hits<'_>, text: &Text<'_>) -> Option<Option<u32>> {
    name_behind(phrase, hits, text).or_else(|| name_before(phrase, hits, text))
}

/// A person's name that begins in a token; `None` in it where several have the name.
fn person_at(at: usize, hits: &Hits<'_>) -> Option<Option<u32>> {
    let longest = hits.longest_from(at, |hit| hit.sorts.has(Sorts::PERSON))?;
    Some(one_person(longest))
}

fn one_person(hit: &Hit<'_>) -> Option<u32> {
    hit.only(hit.sorts.has(Sorts::STRONG))
}

/// "Russian President Vladimir Putin", "the Russian president, Vladimir Putin,", "Minister of Defence and General Andrei Belousov".
fn name_behind(phrase: &Phrase<'_>, hits: &Hits<'_>, text: &Text<'_>) -> Option<Option<u32>> {
    let end = text.tokens(phrase.sentence).end;
    let next = phrase.tokens.end;
    if next >= end {
        return None;
    }
    let gap = text.gap(next - 1, next);
    // Behind a comma other titles may stand before the name: "Minister of Defence, Army General Belousov".
    let comma = gap == ", ";
    for at in next..next + 12 {
        if at >= end || !(spaces(text.gap(at - 1, at)) || (comma && at == next)) {
            return None;
        }
        if let Some(person) = person_at(at, hits) {
            return Some(person);
        }
        let word = text.word(at);
        if !(text.capital(at) || matches!(word, "of" | "the" | "and" | "for" | "on")) {
            break;
        }
    }
    // A name that nobody of the dictionary has: "Russian Defence Minister Ivan Petrov".
    let unlisted = spaces(gap)
        && text.name_like(next, phrase.sentence)
        && !text.shouted(phrase.sentence)
        && !known(&DAYS, text.word(next))
        && !hits.starting(next).any(names)
        && !title_run(next, phrase.sentence, text);
    unlisted.then_some(None)
}

/// "Putin, the Russian president,", "Medvedev, Chairman of United Russia and former President of Russia".
fn name_before(phrase: &Phrase<'_>, hits: &Hits<'_>, text: &Text<'_>) -> Option<Option<u32>> {
    let start = text.tokens(phrase.sentence).start;
    let mut at = phrase.tokens.start;
    let mut comma = false;
    for _ in 0..28 {
        if at == start {
            return None;
        }
        let gap = text.gap(at - 1, at);
        comma |= gap.contains(',');
        if !(spaces(gap) || possessive(gap) || gap.trim() == "," || gap.trim().is_empty()) {
            return None;
        }
        let person = hits.longest_to(at, |hit| hit.sorts.has(Sorts::PERSON));
        if let Some(person) = person {
            return gap.trim().starts_with(',').then(|| one_person(person));
        }
        at -= 1;
        let word = text.word(at);
        let between = text.capital(at)
            || matches!(word, "of" | "the" | "and" | "for" | "on" | "in")
            || known(&NO_LONGER, word)
            || matches!(word, "first" | "acting" | "then" | "current" | "new");
        if !between {
            return None;
        }
        // A name with capitals before the comma that nobody of the dictionary has.
        let capital = text.name_like(at, phrase.sentence) && at > start && text.name_like(at - 1, phrase.sentence);
        if comma && capital && text.gap(at, at + 1).starts_with(',') && !hits.ending(at + 1).any(|hit| names(hit)) {
            return Some(None);
        }
    }
    None
}
