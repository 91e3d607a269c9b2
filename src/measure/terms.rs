//! Terms: their tallies over all articles, and the pairs of the most frequent ones.

use super::cast::Numbers;
use super::counter::Wanted;
use super::forms::Forms;
use super::frame::{Frame, Grouping};
use super::lexicon::{Lexicon, PassedOver};
use super::ngrams::{self, Runs};
use super::nodes::Nodes;
use super::pairs::PairTallies;
use super::periods::Periods;
use super::phrases;
use super::profile::{self, Profile};
use super::reading::Reading;
use super::reference::Reference;
use super::sets::Sets;
use super::settle;
use super::surface::Surface;
use super::tally::Tally;
use super::tell::{self, Found, Telling};
use super::words::Words;
use crate::base::parallel::Threads;
use crate::base::problem::Failure;
use crate::base::texts::Texts;
use crate::config::Config;

/// The terms of a corpus with their counts.
pub struct Terms {
    /// By term: as it is written most often. No two are the same.
    pub shown: Texts,
    pub tally: Tally,
    pub pairs: PairTallies,
    /// By number in the pairs: the term.
    pub admitted: Vec<u32>,
    /// What stands around the nodes.
    pub surface: Surface,
    pub passed_over: PassedOver,
    pub profile: Profile,
    /// By phrase, the last of the terms; none where nobody asks for them.
    pub runs: Vec<Runs>,
    /// What all articles are compared with.
    pub reference: Option<Reference>,
}

impl Terms {
    /// The term with a number in the pairs.
    pub fn paired(&self, number: u32) -> u32 {
        self.admitted[number as usize]
    }
}

/// What is known of the articles besides their words.
#[derive(Clone, Copy)]
pub struct Around<'a> {
    pub frame: &'a Frame,
    pub periods: &'a [Periods; 2],
    /// The articles that mention each actor of `[measure.keyness] actors`.
    pub sets: &'a Sets,
    pub numbers: &'a Numbers,
}

/// `forms` are those of the reading, which are forgotten on the way, as its streams are.
pub fn terms(
    reading: &mut Reading<'_>,
    forms: Vec<Forms>,
    around: &Around<'_>,
    nodes: &mut Nodes,
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
    let wants = |tables: &[&str]| tables.iter().any(|table| config.tabulate.wants(table));
    let phrases = if wants(&["phrases"]) { told.phrases.as_slice() } else { &[] };
    let runs = ngrams::runs(reading, &words.of_form, words.numbers(), phrases, threads)?;
    step("terms")?;
    let profiled = wants(&["profile", "profile_by_outlet"]);
    let without_class = || if profiled { words.without_class() } else { Vec::new() };
    let (lexicon, without_class) = threads.both(|| Lexicon::new(&words, told), without_class);
    let admitted = admitted(&lexicon, config);
    let reference = Reference::of(reading.reference.as_ref(), &words, &lexicon, threads)?;
    let of_form = words.of_form();
    drop(forms);
    nodes.find_terms(&lexicon, config);
    let telling = Telling {
        of_form: &of_form,
        lexicon: &lexicon,
        admitted: &admitted,
        nodes,
        numbers: around.numbers,
        window: config.measure.window,
    };
    let Found { postings, pairs, surface } = tell::tell(reading, telling, threads)?;
    let (shown, passed_over) = lexicon.into_names();
    let mut profile = Profile::default();
    if profiled {
        step("profile")?;
        let window = config.measure.mattr_window;
        profile = profile::profile(reading, around.frame, &of_form, &without_class, window, threads)?;
    }
    // The articles and what told them are forgotten, before there are counts for each term.
    drop((of_form, without_class));
    reading.forget_streams();
    step("counts")?;
    let tally = postings.tally(shown.len(), around.frame, wanted(around, config), threads)?;
    Ok(Terms { shown, tally, pairs, admitted, surface, passed_over, profile, runs, reference })
}

/// What the tables ask for. Terms are counted in parts as soon as one of the tables by part takes them; each leaves out what is
/// too rare for it.
fn wanted<'w>(around: &'w Around<'_>, config: &'w Config) -> Wanted<'w> {
    let wants = |table: &str| config.tabulate.wants(table);
    let keyness = wants("keyness");
    let by = Grouping::ALL.map(|grouping| {
        let key = keyness && config.measure.keyness.by.iter().any(|name| name == grouping.name());
        key || grouping != Grouping::Language && wants(&format!("terms_by_{}", grouping.name()))
    });
    let by_min_n = config.tabulate.by_min_n;
    Wanted {
        by,
        sets: around.sets,
        by_min_n: if keyness { by_min_n.min(config.measure.keyness.min_n) } else { by_min_n },
        rare_below: by_min_n,
        spread: keyness,
        dispersion: wants("dispersion").then_some(by_min_n),
        change: (wants("changes") || wants("bursts")).then_some((around.periods, &config.measure.change)),
    }
}

/// The terms whose pairs are counted: the most frequent ones, of equally frequent ones the first in byte order.
fn admitted(lexicon: &Lexicon, config: &Config) -> Vec<u32> {
    if !["cooccurrence", "term_network", "term_network_edges"].iter().any(|table| config.tabulate.wants(table)) {
        return Vec::new();
    }
    let enough = |term: &u32| lexicon.n[*term as usize] >= config.measure.pair_term_min_n;
    let mut terms: Vec<u32> = (0..u32::try_from(lexicon.terms()).unwrap_or(u32::MAX)).filter(enough).collect();
    terms.sort_by_key(|term| (std::cmp::Reverse(lexicon.n[*term as usize]), &lexicon.shown[*term as usize]));
    terms.truncate(config.measure.pair_terms);
    terms
}
