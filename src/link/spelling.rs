//! How the names of the dictionary are taken: without their article, in British and American, with which capitals.

use rustc_hash::FxHashSet;

use super::tree::Case;
use super::vocabulary::{ENGLISH_WORDS, FUNCTION, known};
use crate::config::dictionary::{Dictionary, Form, Kind};
use crate::lex::normal::normal;

/// A name without its article: "the Kremlin".
pub fn bare(text: &str) -> &str {
    text.strip_prefix("the ").or_else(|| text.strip_prefix("The ")).unwrap_or(text)
}

/// The names of states, which may own a body: "Russia".
pub fn possessives(dictionary: &Dictionary) -> FxHashSet<String> {
    let states = dictionary.actors.iter().filter(|actor| actor.kind == Kind::State);
    states.flat_map(|state| &state.aliases).map(|alias| alias.text.clone()).collect()
}

/// British and American.
const SPELLINGS: [(&str, &str); 5] = [
    ("efence", "efense"),
    ("rganisation", "rganization"),
    ("Centre ", "Center "),
    ("Labour ", "Labor "),
    ("o-operation", "ooperation"),
];

/// A name as it is given, and in every other spelling.
pub fn spellings(text: &str) -> Vec<String> {
    let mut spellings = vec![text.to_owned()];
    for (ours, theirs) in SPELLINGS {
        let other = |text: &String| {
            if text.contains(ours) { text.replace(ours, theirs) } else { text.replace(theirs, ours) }
        };
        if text.contains(ours) || text.contains(theirs) {
            let others: Vec<String> = spellings.iter().map(other).collect();
            spellings.extend(others);
        }
    }
    spellings
}

/// Whether an acronym is read as a word, so that some write "Nato" and "Opec": four letters or more, vowels among them, and no word
/// of its own.
pub fn pronounced(acronym: &str) -> bool {
    let letters = acronym.len() >= 4 && acronym.bytes().all(|byte| byte.is_ascii_uppercase());
    let vowels = acronym.bytes().filter(|byte| b"AEIOU".contains(byte)).count();
    letters && vowels >= 2 && !known(&ENGLISH_WORDS, acronym) && !known(&FUNCTION, acronym)
}

/// "Nato" of "NATO".
pub fn capitalised(acronym: &str) -> String {
    let (first, rest) = acronym.split_at(1);
    first.to_owned() + &rest.to_ascii_lowercase()
}

/// The word that a title ends with or, before "of" and "for", is about: "minister" of "minister of defence".
pub fn last(title: &str) -> &str {
    let head = title.split(" of ").next().unwrap_or(title);
    let head = head.split(" for ").next().unwrap_or(head);
    head.rsplit([' ', '-']).next().unwrap_or(head)
}

pub fn case(kind: Kind, form: Form, strong: bool, text: &str) -> Case {
    match (form, kind) {
        (Form::Abbr, _) => Case::Exact,
        // An acronym among the weak names.
        (Form::Short, _) if text.len() > 1 && text.bytes().all(|byte| byte.is_ascii_uppercase()) => Case::Exact,
        (_, Kind::Organization | Kind::Place) => Case::Capital,
        _ if !strong || !text.contains([' ', '-']) => Case::Capital,
        _ => Case::Any,
    }
}

/// A name as part of an id.
pub fn slug(name: &str) -> String {
    let mut slug = String::new();
    for c in normal(name).chars() {
        match c {
            c if c.is_ascii_alphanumeric() => slug.push(c),
            _ if slug.ends_with('-') || slug.is_empty() => {}
            _ => slug.push('-'),
        }
    }
    slug.trim_end_matches('-').to_owned()
}
