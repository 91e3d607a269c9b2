//! Who and what the corpus names that the dictionary lacks.
//!
//! A name is a run of words with capitals (`runs`); which words can be in one is asked of each written form once (`kinds`, with
//! `habits`). All names are counted in parts, so that memory does not grow with the corpus (`count`); the most frequent ones are
//! read back from the articles in which they stand first (`choose`), and of these is said what speaks for what (`likely`).

mod choose;
mod count;
mod habits;
mod kinds;
mod likely;
mod runs;

use std::collections::BTreeMap;
use std::ops::Range;

use crate::base::parallel::Threads;
use crate::base::problem::{Failure, Problem};
use crate::config::Tabulate;
use crate::config::dictionary::{Dictionary, Kind};
use crate::ingest::article::Place;
use crate::link::{Linker, names};
use crate::measure::reading::Reading;
use crate::measure::spots;
use choose::{Chosen, Lookup, choose};
use habits::Habits;
use likely::Likely;

/// A name that may deserve an entry of the dictionary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// As it is written most often.
    pub surface: String,
    pub n: u64,
    pub articles: u64,
    /// What it likely names, where something says so.
    pub kind: Option<Kind>,
    pub why: Why,
    /// Where it stands first.
    pub place: Place,
    pub sentence: u32,
    pub words: Range<u32>,
    /// The sentence there, once it was read again.
    pub example: String,
}

/// What speaks for a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    Unlisted,
    Acronym,
    /// Its last word is that of another suggestion.
    SurnameOf(String),
    /// It is likely the surname of an actor, by its index.
    SurnameLike(u32),
    /// It is likely another spelling of an actor's name.
    SpellingLike(u32),
}

impl Why {
    /// The actor of whom it is likely an alias.
    pub fn like(&self) -> Option<u32> {
        match self {
            Why::SurnameLike(actor) | Why::SpellingLike(actor) => Some(*actor),
            Why::Unlisted | Why::Acronym | Why::SurnameOf(_) => None,
        }
    }

    /// A short phrase.
    pub fn text(&self, dictionary: &Dictionary) -> String {
        let id = |actor: &u32| &dictionary.actors[*actor as usize].id;
        match self {
            Why::Unlisted => "unlisted name".to_owned(),
            Why::Acronym => "acronym".to_owned(),
            Why::SurnameOf(name) => format!("surname of {name}"),
            Why::SurnameLike(actor) => format!("surname of {}?", id(actor)),
            Why::SpellingLike(actor) => format!("spelling of {}?", id(actor)),
        }
    }
}

/// The names that the dictionary lacks, the most frequent first.
pub fn suggestions(
    reading: &Reading<'_>,
    dictionary: &Dictionary,
    linker: &Linker,
    config: &Tabulate,
    threads: &Threads,
) -> Result<Vec<Suggestion>, Failure> {
    let habits = Habits::of_corpus(reading, threads)?;
    let kinds = kinds::kinds(reading, &habits, linker, config.suggest_min_n, threads);
    let candidates = count::count(reading, &kinds, config.suggest_min_n, threads)?;
    let chosen = choose(Lookup { reading, kinds: &kinds, linker }, candidates, config.suggest_rows, threads)?;
    let likely = Likely::of(dictionary);
    let mentions = mentions(reading, dictionary)?;
    let surnames = surnames(&chosen, linker);
    let told = threads.map(chosen, |name| {
        let surname_of = surnames.get(&name.surface);
        let kind = kind(&name, linker).or(surname_of.map(|_| Kind::Person));
        let why = match surname_of {
            Some(whole) => Why::SurnameOf(whole.clone()),
            None => why(&name, &likely, kind, dictionary, &mentions),
        };
        // A likely alias of somebody is somebody.
        let like = why.like().map(|actor| match dictionary.actors[actor as usize].kind {
            Kind::State => Kind::Place,
            kind => kind,
        });
        let kind = kind.or(like);
        Ok(Suggestion {
            n: name.counts.n,
            articles: name.counts.articles,
            kind,
            why,
            place: reading.place_of(name.counts.first as usize)?,
            sentence: name.sentence,
            words: name.words,
            surface: name.surface,
            example: String::new(),
        })
    });
    Ok(told.into_iter().collect::<Result<_, Problem>>()?)
}

/// By surname: the most frequent of the persons who have it.
fn surnames(chosen: &[Chosen], linker: &Linker) -> BTreeMap<String, String> {
    let mut surnames = BTreeMap::new();
    for name in chosen.iter().filter(|name| kind(name, linker) == Some(Kind::Person)) {
        if let Some((_, surname)) = name.surface.rsplit_once(' ') {
            surnames.entry(surname.to_owned()).or_insert_with(|| name.surface.clone());
        }
    }
    surnames
}

/// What a name likely names: what one of its words says, then what stands before it.
fn kind(name: &Chosen, linker: &Linker) -> Option<Kind> {
    let Chosen { counts, surface, kinds, .. } = name;
    let (first, rest) = surface.split_once(' ').unwrap_or((surface, ""));
    let last = surface.rsplit(' ').next().unwrap_or(surface);
    match () {
        () if kinds & kinds::BODY != 0 => Some(Kind::Organization),
        () if !rest.is_empty() && names::heads_place(last) => Some(Kind::Place),
        () if !rest.is_empty() && linker.is_given_name(first) => Some(Kind::Person),
        () if counts.titled * 5 >= counts.n => Some(Kind::Person),
        () if counts.placed > 1 && counts.placed * 6 >= counts.n && !is_acronym(surface) => Some(Kind::Place),
        () => None,
    }
}

/// By actor of the dictionary: its mentions in any form.
fn mentions(reading: &Reading<'_>, dictionary: &Dictionary) -> Result<Vec<u64>, Problem> {
    let mut mentions = vec![0; dictionary.actors.len()];
    for page in &reading.pages {
        page.spots(reading, |_, _, spots| {
            for spot in spots {
                if let Some(n) = mentions.get_mut(spots::actor(*spot) as usize) {
                    *n += 1;
                }
            }
        })?;
    }
    Ok(mentions)
}

fn why(name: &Chosen, likely: &Likely, kind: Option<Kind>, dictionary: &Dictionary, mentions: &[u64]) -> Why {
    if is_acronym(&name.surface) {
        return Why::Acronym;
    }
    let single = !name.surface.contains(' ');
    let may = |actor: u32| mentions[actor as usize] >= name.counts.n;
    match likely.actor(&name.surface, kind, may) {
        Some(actor) if single && dictionary.actors[actor as usize].kind == Kind::Person => Why::SurnameLike(actor),
        Some(actor) => Why::SpellingLike(actor),
        None => Why::Unlisted,
    }
}

/// A word of two capitals or more, and of nothing else but digits, hyphens and full stops.
fn is_acronym(name: &str) -> bool {
    name.chars().filter(|c| c.is_uppercase()).count() > 1
        && name.chars().all(|c| c.is_uppercase() || c.is_numeric() || matches!(c, '-' | '.' | '&'))
}
