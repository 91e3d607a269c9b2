//! Tokens -> numbers: mentions, counts that add up in any order, and their statistics. Pure, but for what the budget sends to the
//! disk (`base::spill`), which changes no number.
//!
//! Pass one (`reader`) turns each article into numbers for its written forms and forgets its text. Then, over those
//! numbers: words (`words`), stories, phrases (`grams`, `phrases`, `stretches`, `settle`), and one pass over the articles told in
//! terms (`lexicon`, `terms`), whose counts are collected term by term (`postings`); at last the names that the dictionary
//! lacks (`suggest`). What of all this does not fit in memory waits on the disk.

pub mod actors;
pub mod cast;
pub mod details;
pub mod forms;
pub mod formulas;
pub mod frame;
pub mod grams;
pub mod lexicon;
mod locals;
mod matcher;
pub mod near;
pub mod network;
pub mod pair_counts;
pub mod pairs;
pub mod phrases;
pub mod postings;
pub mod reader;
pub mod reading;
pub mod results;
mod settle;
mod shelf;
pub mod shelf_found;
pub mod signature;
pub mod spots;
pub mod stories;
mod stream;
mod stretches;
pub mod suggest;
pub mod tally;
pub mod terms;
mod verdicts;
pub mod words;

use crate::base::parallel::Threads;
use crate::base::problem::Failure;
use crate::base::stop::Stop;
use crate::config::Config;
use crate::config::dictionary::Dictionary;
use crate::link::Linker;
use cast::Cast;
use frame::Frame;
use reading::Reading;
use results::Measures;

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
    let frame = Frame::of(reading, &stories)?;
    let mut suggestions = Vec::new();
    if config.tabulate.wants("suggestions") {
        step("suggest")?;
        suggestions = suggest::suggestions(reading, dictionary, linker, &config.tabulate, threads)?;
    }
    let forms = std::mem::take(&mut reading.forms);
    let terms = terms::terms(reading, forms, &frame, config, threads, &mut step)?;
    step("actors")?;
    let (cast, numbers) = Cast::of(dictionary, reading);
    let actors = actors::actors(reading, &frame, (&cast, &numbers), config, threads)?;
    let mut measures = results::results(frame, terms, actors, cast);
    measures.suggestions = suggestions;
    Ok(measures)
}
