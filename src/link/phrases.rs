//! Phrases that name an office: a title with the state beside it, with what stands around it.

use std::borrow::Cow;
use std::ops::Range;

use super::beside::beside;
use super::compile::Linker;
use super::hits::{Hit, Hits};
use super::longer::names;
use super::sorts::Sorts;
use super::surroundings::{Text, possessive, spaces};
use super::tree::Means;
use super::vocabulary::{NO_LONGER, NOT_HELD, known};

/// A title in a text.
#[derive(Clone, Debug)]
pub struct Phrase<'a> {
    pub tokens: Range<usize>,
    pub bytes: Range<usize>,
    pub sentence: usize,
    /// The offices that it can mean.
    pub offices: Cow<'a, [u32]>,
    /// Whether their state or organization is named.
    pub stated: bool,
    /// Whether it is only the last word of a title: "the minister".
    pub last: bool,
    pub place: Place,
}

/// What stands around a phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Nothing that speaks against one holder being meant; `definite` if "the" or a possessive stands before it.
    Free { definite: bool },
    /// "the then defence minister".
    Then,
    /// The holder's name stands beside it; which actor that is, if one of the dictionary, and whether "former" is said.
    Beside { actor: Option<u32>, former: bool },
    /// "a Russian president", "former president", "elected president".
    No,
}

/// The phrases of an article, in order.
pub fn phrases<'a>(hits: &Hits<'_>, text: &Text<'_>, linker: &'a Linker) -> Vec<Phrase<'a>> {
    let mut phrases: Vec<Phrase<'a>> = Vec::new();
    for hit in hits.all.iter().filter(|hit| hit.sorts.has(Sorts::TITLE.and(Sorts::LED))) {
        let mut found: Option<Phrase<'a>> = None;
        for end in hit.ends.iter() {
            let phrase = match end.means {
                Means::Office(office) => Some(of_hit(hit, Cow::Owned(vec![office]), true, false)),
                Means::Title { title, last } => {
                    let phrase = titled(hit, &linker.titles[title as usize], last, hits, text, linker);
                    // The last word of a title alone is only asked for behind "the".
                    let bare = last && phrase.bytes == hit.bytes && matches!(phrase.offices, Cow::Borrowed(_));
                    (!bare || behind_the(hit, text)).then_some(phrase)
                }
                Means::Actor { actor, strong: true, .. } => {
                    linker.led.get(&actor).and_then(|offices| headed(hit, offices, text))
                }
                _ => None,
            };
            // What names the state goes before what does not, and a whole title before the last word of another.
            found = match (found, phrase) {
                (Some(mut old), Some(new)) if old.bytes == new.bytes && !old.stated && !new.stated => {
                    old.offices.to_mut().extend_from_slice(&new.offices);
                    old.last |= new.last;
                    Some(old)
                }
                (Some(old), Some(new)) if better(&new, &old) => Some(new),
                (None, new) => new,
                (old, _) => old,
            };
        }
        phrases.extend(found);
    }
    let mut kept = outermost(phrases);
    for phrase in &mut kept {
        phrase.place = place(phrase, hits, text);
    }
    kept
}

/// In order, without titles inside longer ones, which say nothing more.
fn outermost<'a>(mut phrases: Vec<Phrase<'a>>) -> Vec<Phrase<'a>> {
    phrases.sort_by_key(|phrase| (phrase.bytes.start, std::cmp::Reverse(phrase.bytes.end)));
    let mut kept: Vec<Phrase<'a>> = Vec::new();
    for phrase in phrases {
        match kept.last() {
            Some(last) if last.bytes.end > phrase.bytes.start => {
                if better(&phrase, last) && phrase.bytes.end >= last.bytes.end && !last.stated {
                    kept.pop();
                    kept.push(phrase);
                }
            }
            _ => kept.push(phrase),
        }
    }
    kept
}

/// Whether "the" or the possessive of a country stands before a hit.
fn behind_the(hit: &Hit<'_>, text: &Text<'_>) -> bool {
    let first = hit.tokens.start;
    first > text.tokens(hit.sentence).start
        && (text.word(first - 1).eq_ignore_ascii_case("the") || possessive(text.gap(first - 1, first)))
}

fn better(new: &Phrase<'_>, old: &Phrase<'_>) -> bool {
    (new.stated, new.bytes.len(), !new.last) > (old.stated, old.bytes.len(), !old.last)
}

fn of_hit<'a>(hit: &Hit<'_>, offices: Cow<'a, [u32]>, stated: bool, last: bool) -> Phrase<'a> {
    Phrase {
        tokens: hit.tokens.clone(),
        bytes: hit.bytes.clone(),
        sentence: hit.sentence,
        offices,
        stated,
        last,
        place: Place::No,
    }
}

/// A title with the state before it ("Russian president", "Russia's president") or behind it ("president of Russia").
fn titled<'a>(
    hit: &Hit<'_>,
    offices: &'a [u32],
    last: bool,
    hits: &Hits<'_>,
    text: &Text<'_>,
    linker: &Linker,
) -> Phrase<'a> {
    let bare = of_hit(hit, Cow::Borrowed(offices), false, last);
    if let Some((other, own)) = state_before(hit, offices, hits, text, linker) {
        let near = other.tokens.end == hit.tokens.start && spaces(text.gap(other.tokens.end - 1, hit.tokens.start));
        let mut phrase = of_hit(hit, Cow::Owned(own), !last, last);
        if near {
            // The possessive of a state is a mention of its own; its adjective is part of the role.
            (phrase.tokens.start, phrase.bytes.start) = (other.tokens.start, other.bytes.start);
        }
        return phrase;
    }
    match state_behind(hit, offices, hits, text, linker) {
        Some((other, own)) if !last => {
            let mut phrase = of_hit(hit, Cow::Owned(own), true, false);
            (phrase.tokens.end, phrase.bytes.end) = (other.tokens.end, other.bytes.end);
            phrase
        }
        _ => bare,
    }
}

type Stated<'h, 'a> = Option<(&'h Hit<'a>, Vec<u32>)>;

/// Those of the offices that belong to the actor of a hit.
fn belonging(offices: &[u32], other: &Hit<'_>, linker: &Linker) -> Vec<u32> {
    let of = |office: &&u32| {
        let owner = linker.offices[**office as usize].of;
        other.ends.iter().any(|end| matches!(end.means, Means::Actor { actor, .. } if actor == owner))
    };
    offices.iter().filter(of).copied().collect()
}

fn state_before<'h, 'a>(
    hit: &Hit<'_>,
    offices: &[u32],
    hits: &'h Hits<'a>,
    text: &Text<'_>,
    linker: &Linker,
) -> Stated<'h, 'a> {
    let start = text.tokens(hit.sentence).start;
    // Small words may stand between a possessive and the title: "Russia's new defence minister".
    for between in 0..4 {
        let at = hit.tokens.start.checked_sub(between).filter(|at| *at > start)?;
        let gap = text.gap(at - 1, at);
        if possessive(gap) || (between == 0 && spaces(gap)) {
            let longest = hits.longest_to(at, |_| true);
            let own = longest.map(|other| belonging(offices, other, linker)).unwrap_or_default();
            return longest.filter(|_| !own.is_empty()).map(|other| (other, own));
        }
        let small = !text.capital(at - 1) && !known(&NO_LONGER, text.word(at - 1));
        if !(spaces(gap) && small) {
            return None;
        }
    }
    None
}

fn state_behind<'h, 'a>(
    hit: &Hit<'_>,
    offices: &[u32],
    hits: &'h Hits<'a>,
    text: &Text<'_>,
    linker: &Linker,
) -> Stated<'h, 'a> {
    if text.ends_inside(hit) {
        return None;
    }
    let title = text.word(hit.tokens.end - 1);
    let envoy = || ["ambassador", "envoy", "representative"].iter().any(|envoy| title.eq_ignore_ascii_case(envoy));
    let small = |word: &str| word == "of" || (word == "to" && envoy());
    let at = text.behind_small(hit.tokens.end, hit.sentence, small)?;
    let longest = hits.longest_from(at, names)?;
    let own = belonging(offices, longest, linker);
    (!own.is_empty()).then_some((longest, own))
}

/// "head of the Russian Defence Ministry", "Defence Ministry chief" with a body of the dictionary.
fn headed<'a>(hit: &Hit<'_>, offices: &'a [u32], text: &Text<'_>) -> Option<Phrase<'a>> {
    let head = |word: &str| matches!(word.to_lowercase().as_str(), "head" | "chief" | "boss" | "director");
    let mut phrase = of_hit(hit, Cow::Borrowed(offices), true, false);
    if let Some(next) = text.behind(hit).filter(|next| head(text.word(*next))) {
        let range = text.lexed.tokens[next].range();
        (phrase.tokens.end, phrase.bytes.end) = (next + 1, range.end);
        return Some(phrase);
    }
    let start = text.tokens(hit.sentence).start;
    let mut of = text.before(hit)?;
    if text.word(of) == "the" && of > start && text.follows(of) {
        of -= 1;
    }
    if text.word(of) != "of" || of == start || !text.follows(of) || !head(text.word(of - 1)) {
        return None;
    }
    (phrase.tokens.start, phrase.bytes.start) = (of - 1, text.lexed.tokens[of - 1].range().start);
    Some(phrase)
}

/// What stands around a phrase.
fn place(phrase: &Phrase<'_>, hits: &Hits<'_>, text: &Text<'_>) -> Place {
    let tokens = &text.lexed.tokens;
    let (first, end) = (phrase.tokens.start, phrase.tokens.end);
    let sentence = text.tokens(phrase.sentence);
    let cut = phrase.bytes.start > tokens[first].range().start || phrase.bytes.end < tokens[end - 1].range().end;
    let before = (first > sentence.start).then(|| first - 1);
    let near = before.filter(|at| spaces(text.gap(*at, first)));
    let word = near.map_or(String::new(), |at| text.word(at).to_lowercase());
    let prefix = text.text[tokens[first].range().start..phrase.bytes.start].to_lowercase();
    let former = known(&NO_LONGER, &word) || matches!(prefix.as_str(), "ex-" | "vice-");
    if let Some(actor) = beside(phrase, hits, text) {
        return Place::Beside { actor, former: former || prefix == "then-" || word == "then" };
    }
    if prefix == "then-" || word == "then" {
        return Place::Then;
    }
    if cut || former || elect(end, &sentence, text) {
        return Place::No;
    }
    let ordinal = word.starts_with(|c: char| c.is_ascii_digit());
    let no = known(&NOT_HELD, &word) || ordinal || within_name(phrase, hits);
    let post = word == "of" && near.is_some_and(|at| at > sentence.start && rank(text.word(at - 1)));
    if (no && (phrase.stated || word != "new")) || post {
        return Place::No;
    }
    let possessed = before.is_some_and(|at| {
        let whose = matches!(text.word(at).to_lowercase().as_str(), "country" | "nation" | "state");
        possessive(text.gap(at, first)) && (whose || phrase.stated)
    });
    if goes_on(phrase, text) {
        return Place::No;
    }
    Place::Free { definite: word == "the" || possessed }
}

/// Whether the phrase begins inside of a name: "Vladimir Putin's spokesman".
fn within_name(phrase: &Phrase<'_>, hits: &Hits<'_>) -> bool {
    let first = phrase.tokens.start;
    hits.ending(first + 1).any(|hit| hit.tokens.start < first && names(hit))
}

/// Whether a title without a state goes on: "the president of the company", "the Foreign Minister or ...".
fn goes_on(phrase: &Phrase<'_>, text: &Text<'_>) -> bool {
    let end = phrase.tokens.end;
    if phrase.stated || end >= text.tokens(phrase.sentence).end || !spaces(text.gap(end - 1, end)) {
        return false;
    }
    matches!(text.word(end), "of" | "for" | "in" | "at" | "or" | "to" | "general")
        || (text.capital(end) && !text.shouted(phrase.sentence))
}

fn rank(word: &str) -> bool {
    matches!(
        word.to_lowercase().as_str(),
        "post" | "position" | "job" | "role" | "title" | "office" | "rank" | "duties" | "seat"
    )
}

/// "president-elect", "the president elect".
fn elect(end: usize, sentence: &Range<usize>, text: &Text<'_>) -> bool {
    end < sentence.end && text.word(end).eq_ignore_ascii_case("elect")
}
