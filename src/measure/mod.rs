//! Tokens -> numbers: mentions, counts that add up in any order, and their statistics. Pure, but for what the budget sends to the
//! disk (`base::spill`), which changes no number.
//!
//! Pass one (`reader`) turns each article into numbers for its written forms and forgets its text. Then, over those
//! numbers: words (`words`), stories, phrases (`grams`, `phrases`, `stretches`, `settle`), and one pass over the articles told in
//! terms (`lexicon`, `terms`), whose counts are collected term by term (`postings`); at last the names that the dictionary
//! lacks (`suggest`). What of all this does not fit in memory waits on the disk.

pub mod actors;
pub mod cast;
pub mod change;
pub mod claims;
pub mod collocates;
pub mod counter;
pub mod details;
pub mod dispersed;
pub mod forms;
pub mod formulas;
pub mod frame;
pub mod grams;
pub mod groups;
pub mod key_groups;
pub mod key_terms;
pub mod lexicon;
mod locals;
mod matcher;
pub mod neighbours;
pub mod network;
pub mod ngrams;
pub mod nodes;
pub mod pair_counts;
pub mod pairs;
pub mod periods;
pub mod phrases;
mod posting;
pub mod postings;
pub mod profile;
pub mod put;
pub mod reader;
pub mod reading;
pub mod reference;
pub mod results;
pub mod sets;
mod settle;
mod shelf;
pub mod shelf_found;
pub mod short;
pub mod signature;
mod singles;
pub mod spots;
pub mod stands;
pub mod stories;
mod stream;
mod stretches;
pub mod suggest;
pub mod surface;
mod sweep;
pub mod tally;
pub mod tell;
pub mod terms;
mod tested;
mod verdicts;
pub mod words;

use crate::base::parallel::Threads;
use crate::base::problem::Failure;
use crate::base::stop::Stop;
use crate::config::Config;
use crate::config::dictionary::Dictionary;
use crate::link::Linker;
use cast::Cast;
use frame::{Frame, Grouping};
use nodes::Nodes;
use periods::{Cut, Periods};
use reading::Reading;
use results::Measures;
use sets::Sets;
use terms::Around;

/// The measures of a corpus that was read whole, whose pages are in order (`Reading::sort`). `step` is told what is begun.
/// The forms are gone then.
///
/// # Errors
/// `Interrupted`, since between steps the run may be asked to end, and what is wrong with the disk where not all fits in
/// memory.
pub fn measure(
    reading: &mut Reading<'_>,
    (dictionary, linker): (&Dictionary, &Linker),
    config: &Config,
    threads: &Threads,
    mut step: impl FnMut(&'static str) -> Result<(), Failure>,
    stop: &Stop,
) -> Result<Measures, Failure> {
    debug_assert!(reading.is_sorted(), "the pages are in the order of the corpus");
    step("stories")?;
    let stories = stories::stories(reading, config.measure.story_similarity, threads, stop)?;
    reading.forget_signatures();
    let keyness = config.tabulate.wants("keyness");
    let languages = keyness && config.measure.keyness.by.iter().any(|name| name == Grouping::Language.name());
    let frame = Frame::of(reading, &stories, languages)?;
    // The words, terms and counts that are made of the forms take about as much as these.
    reading.spill.make_room(2 * reading.in_memory() + size_of_val(frame.stands.as_slice()) as u64);
    let periods = Cut::ALL.map(|cut| Periods::of(&frame, cut));
    let mut suggestions = Vec::new();
    if config.tabulate.wants("suggestions") {
        step("suggest")?;
        suggestions = suggest::suggestions(reading, dictionary, linker, &config.tabulate, threads)?;
    }
    step("actors")?;
    let (cast, numbers) = Cast::of(dictionary, reading);
    let actors = actors::actors(reading, &frame, (&cast, &numbers), &periods, config, threads)?;
    let sets = if keyness { Sets::of(&actors.mentioned_in, &frame) } else { Sets::default() };
    let forms = std::mem::take(&mut reading.forms);
    let mut nodes = Nodes::of(&actors, &cast, config);
    let around = Around { frame: &frame, periods: &periods, sets: &sets, numbers: &numbers };
    let terms = terms::terms(reading, forms, &around, &mut nodes, config, threads, &mut step)?;
    let mut key_groups = Vec::new();
    if keyness {
        step("keyness")?;
        key_groups = key_groups::key_groups((&frame, &sets, &terms), config, reading.spill, threads)?;
    }
    let mut measures = results::results(results::Counted { frame, periods, sets, nodes, terms, actors, cast });
    measures.key_groups = key_groups;
    step("networks")?;
    measures.link(config, threads);
    measures.suggestions = suggestions;
    Ok(measures)
}
