//! Pass one: what each article says, as numbers for written forms, and its mentions; texts are forgotten here.

use super::aliases::Aliases;
use super::forms::{APOSTROPHE, BREAK, FIRST, Forms, SENTENCE};
use super::mentions::{self, Found};
use super::signature::{Signature, shingles};
use crate::ingest::article::{Article, Meta, Place};
use crate::lex;
use crate::lex::stop::Rules;
use crate::lex::token::{Gap, Lexed};

/// What a batch of articles says. Merging readings of batches is the reading of all, in any order and grouping.
#[derive(Clone, Default)]
pub struct Reading {
    pub forms: Forms,
    pub articles: Vec<Read>,
}

/// What one article says.
#[derive(Clone)]
pub struct Read {
    pub place: Place,
    pub id: String,
    pub path: String,
    pub meta: Meta,
    pub tokens: u64,
    pub sentences: u32,
    /// Numbers of `Forms`, with `SENTENCE`, `BREAK` and `APOSTROPHE` between them.
    pub stream: Vec<u32>,
    pub found: Found,
    pub signature: Signature,
}

impl Reading {
    /// Reads articles one after the other.
    pub fn of(articles: Vec<Article>, rules: &Rules, aliases: &Aliases) -> Self {
        let mut reading = Self::default();
        for article in articles {
            let read = reading.forms.read(article, rules, aliases);
            reading.articles.push(read);
        }
        reading
    }

    /// Takes over another reading.
    pub fn merge(&mut self, other: Reading) {
        let numbers = self.forms.merge(other.forms);
        self.articles.extend(other.articles.into_iter().map(|mut read| {
            for form in read.stream.iter_mut().filter(|form| **form >= FIRST) {
                *form = numbers[(*form - FIRST) as usize];
            }
            read
        }));
    }

    /// Puts the articles into the order of the corpus, whatever order they were merged in.
    pub fn sort(&mut self) {
        self.articles.sort_by_key(|read| read.place);
    }
}

impl Forms {
    fn read(&mut self, article: Article, rules: &Rules, aliases: &Aliases) -> Read {
        let Article { place, id, path, meta, text } = article;
        let lexed = lex::lex(&text);
        let numbers: Vec<u32> =
            lexed.tokens.iter().map(|token| self.meet(&text[token.range()], token.kind, rules, aliases)).collect();
        let mut found = Found::default();
        let mut parts = Vec::new();
        for (number, sentence) in lexed.sentences.iter().enumerate() {
            mentions::parts_of(&lexed, sentence, |token| &self.form(numbers[token]).parts, &mut parts);
            mentions::sentence(&text, u32::try_from(number).unwrap_or(u32::MAX), sentence, &parts, aliases, &mut found);
        }
        mentions::count_scalars(&text, &mut found);
        let hashes: Vec<u64> = numbers.iter().map(|form| self.form(*form).hash).collect();
        let signature = if hashes.is_empty() { Signature::default() } else { Signature::of(shingles(&hashes)) };
        Read {
            place,
            id,
            path,
            meta,
            tokens: numbers.len() as u64,
            sentences: u32::try_from(lexed.sentences.len()).unwrap_or(u32::MAX),
            stream: stream(&lexed, &numbers),
            found,
            signature,
        }
    }
}

/// The forms of an article in order, with what separates them.
fn stream(lexed: &Lexed, numbers: &[u32]) -> Vec<u32> {
    let mut stream = Vec::with_capacity(numbers.len() + lexed.sentences.len() * 4);
    for sentence in &lexed.sentences {
        for token in sentence.indices() {
            stream.extend(match lexed.tokens[token].gap {
                Gap::First | Gap::Open => None,
                Gap::Break => Some(BREAK),
                Gap::Apostrophe => Some(APOSTROPHE),
            });
            stream.push(numbers[token]);
        }
        stream.push(SENTENCE);
    }
    stream
}
