//! Terms: their tallies over all articles, and the pairs of the most frequent ones.

use super::forms::Forms;
use super::frame::Frame;
use super::lexicon::{END, Lexicon, OTHER, PassedOver};
use super::pairs::{NONE, PairTallies};
use super::phrases;
use super::postings::{Hand, Postings, Wanted};
use super::reading::Reading;
use super::settle;
use super::stream;
use super::tally::Tally;
use super::words::Words;
use crate::base::parallel::Threads;
use crate::base::problem::{Failure, Problem};
use crate::config::Config;

/// The terms of a corpus with their counts.
pub struct Terms {
    /// By term: as it is written most often. No two are the same.
    pub shown: Vec<String>,
    pub tally: Tally,
    pub pairs: PairTallies,
    /// By number in the pairs: the term.
    pub admitted: Vec<u32>,
    pub passed_over: PassedOver,
}

/// `forms` are those of the reading, which are forgotten on the way.
pub fn terms(
    reading: &Reading<'_>,
    forms: Vec<Forms>,
    frame: &Frame,
    config: &Config,
    threads: &Threads,
    step: &mut impl FnMut(&'static str) -> Result<(), Failure>,
) -> Result<Terms, Failure> {
    step("words")?;
    let words = Words::of(&forms, threads);
    step("phrases")?;
    let phrases = phrases::phrases(reading, &words, &config.lex, threads)?;
    step("settle")?;
    let told = settle::told(reading, &words, phrases, config.lex.phrase_min_n, threads)?;
    step("terms")?;
    let lexicon = Lexicon::new(&words, told);
    let admitted = admitted(&lexicon, config);
    // The terms have their names now.
    let of_form = words.of_form();
    drop(forms);
    let (tally, pairs) = count(reading, frame, &of_form, &lexicon, &admitted, config, threads)?;
    let Lexicon { shown, passed_over, .. } = lexicon;
    Ok(Terms { shown, tally, pairs, admitted, passed_over })
}

/// One pass over all articles told in terms.
fn count(
    reading: &Reading<'_>,
    frame: &Frame,
    of_form: &[Vec<u32>],
    lexicon: &Lexicon,
    admitted: &[u32],
    config: &Config,
    threads: &Threads,
) -> Result<(Tally, PairTallies), Failure> {
    let postings = Postings::new(reading.spill);
    let mut numbers = vec![NONE; lexicon.terms()];
    (0..).zip(admitted).for_each(|(number, term)| numbers[*term as usize] = number);
    let state = |_| Counting {
        held: Held { n: vec![0; lexicon.terms()], terms: Vec::new() },
        hand: postings.hand(),
        pairs: PairTallies::new(admitted.len()),
        words: Vec::new(),
        units: Vec::new(),
    };
    let add = |counting: &mut Counting<'_, '_>, page: usize| {
        let page = &reading.pages[page];
        page.streams(reading, |article, units| {
            let Counting { held, hand, pairs, words: told, units: terms } = counting;
            stream::tell(units, &of_form[page.thread], told);
            lexicon.tell(told, terms);
            held.hand_over(terms, article, hand)?;
            if !admitted.is_empty() {
                pairs.add(terms, |term| numbers[term as usize], config.measure.window);
            }
            Ok(())
        })?;
        Ok(())
    };
    let mut pairs = PairTallies::new(admitted.len());
    for counting in threads.fold(reading.pages.len(), state, add)? {
        counting.hand.finish()?;
        pairs.merge(counting.pairs);
    }
    let wants = |table: &str| config.tabulate.wants(table);
    let (by_month, by_outlet) = (wants("terms_by_month"), wants("terms_by_outlet"));
    let wanted = Wanted { by_month, by_outlet, by_min_n: config.tabulate.by_min_n };
    Ok((postings.tally(lexicon.terms(), frame, wanted, threads)?, pairs))
}

/// What one thread counts with.
struct Counting<'x, 's> {
    held: Held,
    hand: Hand<'x, 's>,
    pairs: PairTallies,
    words: Vec<u32>,
    units: Vec<u32>,
}

/// The terms of one article with their counts: a list over all terms, of which few are touched.
struct Held {
    n: Vec<u32>,
    terms: Vec<u32>,
}

impl Held {
    fn hand_over(&mut self, units: &[u32], article: usize, hand: &mut Hand<'_, '_>) -> Result<(), Problem> {
        for term in units.iter().filter(|unit| **unit != OTHER && **unit != END) {
            let n = &mut self.n[*term as usize];
            if *n == 0 {
                self.terms.push(*term);
            }
            *n += 1;
        }
        for term in self.terms.drain(..) {
            hand.add(term, article, std::mem::take(&mut self.n[term as usize]))?;
        }
        Ok(())
    }
}

/// The terms whose pairs are counted: the most frequent ones, of equally frequent ones the first in byte order.
fn admitted(lexicon: &Lexicon, config: &Config) -> Vec<u32> {
    if !config.tabulate.wants("cooccurrence") {
        return Vec::new();
    }
    let enough = |term: &u32| lexicon.n[*term as usize] >= config.measure.pair_term_min_n;
    let mut terms: Vec<u32> = (0..u32::try_from(lexicon.terms()).unwrap_or(u32::MAX)).filter(enough).collect();
    terms.sort_by_key(|term| (std::cmp::Reverse(lexicon.n[*term as usize]), &lexicon.shown[*term as usize]));
    terms.truncate(config.measure.pair_terms);
    terms
}
