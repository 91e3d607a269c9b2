//! What each written form may be in a name: asked once a form, not once a token.

use super::habits::{Habit, Habits};
use crate::base::narrow::narrow;
use crate::base::parallel::Threads;
use crate::lex::token;
use crate::link::{Linker, names};
use crate::measure::forms::{FIRST, Forms, Spelling};
use crate::measure::reading::Reading;

/// A set of the bits below.
pub type Kind = u32;

/// It begins with a capital.
pub const CAPITAL: Kind = 1;
/// Small words inside the names of organizations: "Ministry of Foreign Affairs and Trade of the Republic".
pub const OF: Kind = 1 << 1;
pub const AND: Kind = 1 << 2;
pub const THE: Kind = 1 << 3;
/// Small words inside other names: "Charles de Gaulle".
pub const PARTICLE: Kind = 1 << 4;
/// A word with a capital that is part of no name: a function word, a day, a month.
pub const NONE: Kind = 1 << 5;
pub const TITLE: Kind = 1 << 6;
/// The word of an organization's name that says what it is.
pub const BODY: Kind = 1 << 7;
/// Written with a capital inside sentences more often than small.
pub const NAMELY: Kind = 1 << 8;
/// Written small more often than with a capital inside sentences.
pub const COMMON: Kind = 1 << 9;
/// A small word of content: a sentence without one is a headline.
pub const TELLS: Kind = 1 << 10;
/// "in", "at", "from", "near".
pub const AT: Kind = 1 << 11;
/// Written small now and then: a word of the language.
pub const ORDINARY: Kind = 1 << 18;
/// The word of a place's name that says what it is.
pub const LAND: Kind = 1 << 19;
/// "a": before a single word it makes a kind of it, or something of its kind: "a Stalinist neighbour".
pub const ONE: Kind = 1 << 20;
/// So rare that no name with it is shown.
pub const RARE: Kind = 1 << 12;
/// A letter or a Roman number.
pub const SINGLE: Kind = 1 << 13;
/// Alone it is no suggestion: the dictionary has it, or it is a title, a first name, an adjective.
pub const KNOWN: Kind = 1 << 14;
/// An adjective of a state.
pub const ADJECTIVE: Kind = 1 << 15;
/// "North": it can be part of such an adjective.
pub const DIRECTION: Kind = 1 << 16;
/// Its parts are compared one by one.
pub const HYPHEN: Kind = 1 << 17;
/// Before the word stands punctuation that no name reaches over.
pub const BROKEN: Kind = 1 << 30;
/// Before the word stands the apostrophe of a plural.
pub const APOSTROPHE: Kind = 1 << 31;

const PARTICLES: [&str; 20] = [
    "al", "bin", "da", "dal", "de", "del", "della", "den", "der", "di", "dos", "du", "el", "ibn", "la", "le", "van",
    "von", "y", "zu",
];
const PLACED: [&str; 4] = ["at", "from", "in", "near"];
const DIRECTIONS: [&str; 4] = ["East", "North", "South", "West"];

/// By thread and number of a form, marks included.
pub fn kinds(reading: &Reading<'_>, habits: &Habits, linker: &Linker, min_n: u64, threads: &Threads) -> Vec<Vec<Kind>> {
    // The vocabularies of the threads are cut into pieces, so that all threads end together.
    let pieces = reading.forms.iter().flat_map(|forms| forms.all().chunks(PIECE).map(move |piece| (forms, piece)));
    let told = threads.map(pieces.collect(), |(forms, piece)| {
        piece.iter().map(|form| kind(forms, form, habits, linker, min_n)).collect::<Vec<_>>()
    });
    let mut told = told.into_iter();
    let of_thread = |forms: &Forms| {
        let mut kinds = vec![0; FIRST as usize];
        told.by_ref().take(forms.all().chunks(PIECE).len()).for_each(|piece| kinds.extend(piece));
        kinds
    };
    reading.forms.iter().map(of_thread).collect()
}

const PIECE: usize = 1 << 14;

fn kind(forms: &Forms, form: &Spelling, habits: &Habits, linker: &Linker, min_n: u64) -> Kind {
    let written = forms.written(form);
    if form.kind != token::Kind::Word {
        return 0;
    }
    match written.chars().next() {
        Some(first) if first.is_uppercase() => capital(written, habits.of(form.hash), linker, min_n),
        Some(first) if first.is_lowercase() => small(written),
        _ => 0,
    }
}

fn small(word: &str) -> Kind {
    let content = if names::is_function(word) { 0 } else { TELLS };
    match word {
        "of" | "for" => OF,
        "and" => AND,
        "the" => THE,
        "a" | "an" => ONE,
        _ if PLACED.contains(&word) => AT,
        _ if PARTICLES.contains(&word) => PARTICLE,
        _ if names::is_title(word) => TITLE | content,
        _ => content,
    }
}

fn capital(word: &str, habit: Habit, linker: &Linker, min_n: u64) -> Kind {
    // "I've", "Don't"; a possessive 's is no part of a word.
    let head = word.split(['\'', '’']).next().unwrap_or(word);
    let short = head.len() < word.len() && (word.ends_with("n't") || word.ends_with("n’t"));
    if names::is_function(head) || short {
        return CAPITAL | NONE | if PLACED.iter().any(|at| at.eq_ignore_ascii_case(word)) { AT } else { 0 };
    }
    let mut kind = CAPITAL;
    let mut add = |bit: Kind, holds: bool| kind |= if holds { bit } else { 0 };
    let title = names::is_title(word);
    add(NAMELY, habit.capital > habit.small);
    add(COMMON, habit.small > habit.capital);
    add(TITLE, title);
    // Most words are: nothing else is asked of them.
    if habit.all < min_n {
        return kind | RARE;
    }
    if names::is_day(word) || names::is_compound(word) {
        return CAPITAL | NONE;
    }
    add(ORDINARY, habit.small * 10 >= habit.capital);
    add(BODY, names::heads_organization(word));
    add(LAND, names::heads_place(word));
    add(SINGLE, word.chars().nth(1).is_none() || is_roman(word));
    add(DIRECTION, DIRECTIONS.contains(&word));
    add(HYPHEN, word.contains(crate::lex::is_hyphen));
    let adjective = linker.is_adjective(word) || names::is_regional(word);
    add(ADJECTIVE, adjective);
    let nobody = title || names::is_thing(word) || linker.is_given_name(word);
    add(KNOWN, adjective || nobody || linker.has(word) || several(word, linker));
    kind
}

/// Whether it is the plural of a name: "the two Koreas".
fn several(word: &str, linker: &Linker) -> bool {
    word.strip_suffix('s').is_some_and(|one| one.len() > 3 && linker.has_strong(one))
}

/// Whether it is a number such as II or XIV.
fn is_roman(word: &str) -> bool {
    word.len() <= 5 && word.chars().all(|c| matches!(c, 'I' | 'V' | 'X'))
}

/// A word of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unit {
    pub form: u32,
    pub kind: Kind,
}

impl Unit {
    pub fn is(self, any: Kind) -> bool {
        self.kind & any != 0
    }

    /// Whether it may stand in a name.
    pub fn names(self) -> bool {
        self.kind & (CAPITAL | NONE) == CAPITAL
    }
}

/// Gives each sentence of an article that may hold a name to `each`, with its number.
#[inline]
pub fn sentences(stream: &[u16], kinds: &[Kind], buffer: &mut Vec<Unit>, mut each: impl FnMut(u32, &[Unit])) {
    use crate::measure::forms;
    let (mut number, mut all, mut mark) = (0usize, 0, 0);
    buffer.clear();
    crate::measure::stream::numbers(stream, |unit| match unit {
        forms::SENTENCE => {
            if all & CAPITAL != 0 && all & TELLS != 0 {
                each(narrow(number), buffer);
            }
            buffer.clear();
            (number, all, mark) = (number + 1, 0, 0);
        }
        forms::BREAK => mark = BROKEN,
        forms::APOSTROPHE => mark = APOSTROPHE,
        form => {
            let kind = kinds[form as usize];
            buffer.push(Unit { form, kind: kind | mark });
            (all, mark) = (all | kind, 0);
        }
    });
}
