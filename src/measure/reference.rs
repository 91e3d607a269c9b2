//! What all articles are compared with, besides each other: other articles, or the terms of another run.

use rustc_hash::{FxHashMap, FxHashSet};

use super::forms::{FIRST, Forms};
use super::lexicon::{END, Lexicon, OTHER};
use super::reading::Reading;
use super::stream;
use super::words::Words;
use crate::base::narrow::narrow;
use crate::base::parallel::Threads;
use crate::base::problem::Failure;
use crate::lex::normal::normal;

/// A reference as it was read.
pub enum Given<'s> {
    Articles(Box<Reading<'s>>),
    Terms(Listed),
}

/// The terms.csv of another run.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listed {
    pub tokens: u64,
    /// Terms as they are written, and how often they occur.
    pub terms: Vec<(String, u64)>,
}

/// The reference in terms of this corpus.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reference {
    pub tokens: u64,
    /// By term; `None` where it is not known: phrases that only one of two runs tells, and their words.
    pub n: Vec<Option<u64>>,
}

impl Reference {
    /// What was given, in terms of this corpus.
    pub fn of(
        given: Option<&Given<'_>>,
        words: &Words<'_>,
        lexicon: &Lexicon,
        threads: &Threads,
    ) -> Result<Option<Self>, Failure> {
        Ok(match given {
            Some(Given::Articles(other)) => Some(Self::of_articles(other, &words_of(other, words), lexicon, threads)?),
            Some(Given::Terms(listed)) => Some(Self::of_terms(listed, lexicon)),
            None => None,
        })
    }

    /// Other articles, told in the words and phrases of this corpus, so that both are counted alike. `of_form` is that of `words_of`.
    fn of_articles(
        reading: &Reading<'_>,
        of_form: &[Vec<u32>],
        lexicon: &Lexicon,
        threads: &Threads,
    ) -> Result<Self, Failure> {
        let state = |_| (vec![0_u64; lexicon.terms()], Vec::new(), Vec::new());
        let add = |(n, words, units): &mut (Vec<u64>, Vec<u32>, Vec<u32>), number: usize| {
            let page = &reading.pages[number];
            page.streams(reading, |_, stream| {
                stream::tell(stream, &of_form[page.thread], words);
                lexicon.tell(words, units);
                let terms = units.iter().filter(|unit| **unit != OTHER && **unit != END);
                terms.for_each(|term| n[*term as usize] += 1);
                Ok(())
            })?;
            Ok(())
        };
        let mut all = vec![0; lexicon.terms()];
        for (n, _, _) in threads.fold(reading.pages.len(), state, add)? {
            all.iter_mut().zip(n).for_each(|(all, n)| *all += n);
        }
        Ok(Self { tokens: reading.tokens, n: all.into_iter().map(Some).collect() })
    }

    /// The terms of another run. What it lacks does not occur in it, but for phrases and for the words of phrases that only one of the
    /// two tells: these are counted otherwise here than there.
    fn of_terms(listed: &Listed, lexicon: &Lexicon) -> Self {
        let mut known: FxHashMap<String, u64> = FxHashMap::default();
        listed.terms.iter().for_each(|(term, n)| *known.entry(normal(term)).or_default() += n);
        let own: Vec<String> = lexicon.shown.iter().map(normal).collect();
        let here: FxHashSet<&str> = own.iter().filter(|term| is_phrase(term)).map(String::as_str).collect();
        let there: FxHashSet<&str> = known.keys().filter(|term| is_phrase(term)).map(String::as_str).collect();
        let words = here.symmetric_difference(&there).flat_map(|phrase| phrase.split([' ', '’', '\'']));
        let unlike: FxHashSet<&str> = words.collect();
        let n = |term: &String| match known.get(term) {
            _ if unlike.contains(term.as_str()) => None,
            Some(n) => Some(*n),
            None => (!is_phrase(term)).then_some(0),
        };
        Self { tokens: listed.tokens, n: own.iter().map(n).collect() }
    }
}

fn is_phrase(term: &str) -> bool {
    term.contains(' ')
}

/// By thread and form of other articles: the word of this corpus, or the number behind the last one where it has none.
fn words_of(reading: &Reading<'_>, words: &Words<'_>) -> Vec<Vec<u32>> {
    let unknown = narrow(words.numbers());
    let known: FxHashMap<_, u32> = words.all().map(|(id, word)| ((words.normal(id), word.class), id)).collect();
    let of_forms = |forms: &Forms| {
        let of_form = |form| known.get(&(forms.normal(form), form.class)).copied().unwrap_or(unknown);
        (0..FIRST).chain(forms.all().iter().map(of_form)).collect()
    };
    reading.forms.iter().map(of_forms).collect()
}
