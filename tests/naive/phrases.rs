//! Tokens -> phrases, as slowly as it can be said: every stretch of words is counted, and the corpus is told again and again.

use std::collections::{BTreeMap, BTreeSet};

use newsgauge::config::Lex;
use newsgauge::ingest::article::Article;
use newsgauge::lex;
use newsgauge::lex::normal::normal;
use newsgauge::lex::stop::{Class, Rules};
use newsgauge::lex::token::Gap;

/// A normal form in a class.
pub type Word = (String, Class);

#[derive(Clone, Debug)]
pub struct Token {
    pub written: String,
    pub word: Word,
    pub gap: Gap,
}

/// The sentences of an article.
pub type Text = Vec<Vec<Token>>;

pub fn text(article: &Article, rules: &Rules) -> Text {
    let lexed = lex::lex(&article.text);
    let token = |token: &lex::token::Token| {
        let written = article.text[token.range()].to_owned();
        let normal = normal(&written);
        let class = rules.class(&written, token.kind, &normal);
        Token { written, word: (normal, class), gap: token.gap }
    };
    lexed.sentences.iter().map(|sentence| lexed.tokens[sentence.indices()].iter().map(token).collect()).collect()
}

/// The phrases that are told `phrase_min_n` times where each place is told by the longest phrase that begins there.
pub fn phrases(texts: &[Text], config: &Lex) -> BTreeSet<Vec<Word>> {
    let mut phrases = accepted(texts, config);
    loop {
        let mut told: BTreeMap<Vec<Word>, u64> = BTreeMap::new();
        for sentence in texts.iter().flatten() {
            for place in places(sentence, &phrases) {
                *told.entry(words(place)).or_default() += 1;
            }
        }
        let before = phrases.len();
        phrases.retain(|phrase| told.get(phrase).is_some_and(|n| *n >= config.phrase_min_n));
        if phrases.len() == before {
            return phrases;
        }
    }
}

/// A sentence cut into phrases and single words.
pub fn places<'t>(sentence: &'t [Token], phrases: &BTreeSet<Vec<Word>>) -> Vec<&'t [Token]> {
    let mut places = Vec::new();
    let mut rest = sentence;
    while !rest.is_empty() {
        let is_phrase = |length: &usize| {
            rest.len() >= *length && unbroken(&rest[..*length]) && phrases.contains(&words(&rest[..*length]))
        };
        let length = [3, 2].into_iter().find(is_phrase).unwrap_or(1);
        places.push(&rest[..length]);
        rest = &rest[length..];
    }
    places
}

pub fn words(tokens: &[Token]) -> Vec<Word> {
    tokens.iter().map(|token| token.word.clone()).collect()
}

/// Whether no punctuation but the apostrophe of a plural stands between the tokens.
pub fn unbroken(tokens: &[Token]) -> bool {
    tokens[1..].iter().all(|token| matches!(token.gap, Gap::Open | Gap::Apostrophe))
}

/// What occurs often enough and attracts each other enough.
fn accepted(texts: &[Text], config: &Lex) -> BTreeSet<Vec<Word>> {
    let mut counts: BTreeMap<Vec<Word>, u64> = BTreeMap::new();
    for sentence in texts.iter().flatten() {
        for length in 1..=3 {
            for stretch in sentence.windows(length).filter(|stretch| unbroken(stretch)) {
                *counts.entry(words(stretch)).or_default() += 1;
            }
        }
    }
    let tokens = texts.iter().flatten().map(Vec::len).sum::<usize>() as f64;
    let accepted = |(words, n): &(&Vec<Word>, &u64)| {
        words.len() > 1
            && **n >= config.phrase_min_n
            && may_be_phrase(words)
            && npmi(words, &counts, tokens).is_some_and(|npmi| npmi >= config.phrase_min_npmi)
    };
    counts.iter().filter(accepted).map(|(words, _)| words.clone()).collect()
}

/// It begins with a term, ends with one or with a stop word in a capital, and holds no number and no single letter.
fn may_be_phrase(words: &[Word]) -> bool {
    let classes: Vec<Class> = words.iter().map(|(_, class)| *class).collect();
    classes.first() == Some(&Class::Term)
        && matches!(classes.last(), Some(Class::Term | Class::Capital))
        && !classes.contains(&Class::Other)
}

/// ln(p(ab) / (p(a) p(b))) / -ln p(ab), of three words the lower one of both cuts, and of the outer two around a stop word.
fn npmi(words: &[Word], counts: &BTreeMap<Vec<Word>, u64>, tokens: f64) -> Option<f64> {
    let n = counts[words];
    // Two words that are no phrase, since the first is a stop word with a capital, are counted with the phrase alone.
    let share = |part: &[Word]| {
        let n = if part.len() == 1 || may_be_phrase(part) { counts[part] } else { n };
        n as f64 / tokens
    };
    let both = n as f64 / tokens;
    let score = |a: &[Word], b: &[Word]| (both < 1.0).then(|| (both / (share(a) * share(b))).ln() / -both.ln());
    match words {
        [_, (_, Class::Stop), _] => score(&words[..1], &words[2..]),
        [_, _, _] => Some(score(&words[..2], &words[2..])?.min(score(&words[..1], &words[1..])?)),
        _ => score(&words[..1], &words[1..]),
    }
}
