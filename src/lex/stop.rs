//! Which tokens count as terms: the stop list, cut by the same tokeniser as the text, minus `keep`, plus `extra`.

use rustc_hash::{FxHashMap, FxHashSet};

use super::normal::{cased, normal};
use super::token::Kind;
use crate::config::Lex;

/// What a written form is to the term tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// Counted as a term.
    Term,
    /// Not counted; may stand inside a phrase ("Ministry of Defence").
    Stop,
    /// A stop word written with a capital: not counted by itself, but it may be the rest of a name ("Kim Jong Un").
    Capital,
    /// A number or a single letter: not counted, and no part of a phrase.
    Other,
}

/// The rules of `[lex]`, built once.
pub struct Rules {
    stopped: FxHashSet<String>,
    /// By normal form: the ways of writing it that are kept.
    kept: FxHashMap<String, Vec<String>>,
    min_length: usize,
    numbers: bool,
}

impl Rules {
    pub fn new(config: &Lex) -> Self {
        let base = config.stop_languages.iter().filter_map(stop_words::lookup).flatten().map(ToString::to_string);
        let words = base.chain(config.extra.iter().cloned());
        let stopped = words.flat_map(|word| cut(&word)).map(|word| normal(&word)).collect();
        let mut kept: FxHashMap<String, Vec<String>> = FxHashMap::default();
        for word in config.keep.iter().flat_map(|word| cut(word)) {
            kept.entry(normal(&word)).or_default().push(cased(&word));
        }
        Self { stopped, kept, min_length: config.min_length, numbers: config.numbers }
    }

    /// The class of a written form whose normal form is `normal`.
    pub fn class(&self, written: &str, kind: Kind, normal: &str) -> Class {
        if kind == Kind::Number {
            return if self.numbers { Class::Term } else { Class::Other };
        }
        if self.stopped.contains(normal) && !self.keeps(written, normal) {
            let capital = written.chars().next().is_some_and(char::is_uppercase);
            return if capital { Class::Capital } else { Class::Stop };
        }
        // A single letter says nothing in a script with capitals; a single Han character can be a word.
        let short = written.chars().count() < self.min_length && normal.chars().any(char::is_lowercase);
        if short { Class::Other } else { Class::Term }
    }

    /// A kept word with capitals is kept only where the text has them too: "May", not "may".
    fn keeps(&self, written: &str, normal: &str) -> bool {
        let Some(kept) = self.kept.get(normal) else { return false };
        let written = cased(written);
        kept.iter().any(|kept| {
            kept.chars().zip(written.chars()).all(|(kept, written)| !kept.is_uppercase() || written.is_uppercase())
        })
    }
}

/// The English stop list in normal form, whatever the configuration keeps of it.
pub fn english() -> FxHashSet<String> {
    stop_words::lookup("en").into_iter().flatten().map(|word| normal(word)).collect()
}

fn cut(word: &str) -> Vec<String> {
    super::lex(word).tokens.iter().map(|token| word[token.range()].to_owned()).collect()
}
