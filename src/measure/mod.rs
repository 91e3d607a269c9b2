//! Tokens -> numbers: mentions, tallies that merge, and the statistics of merged tallies. Pure.
//!
//! Pass one (`reading`) turns each article into numbers for its written forms and forgets its text. Then, over those
//! numbers: words and phrases (`words`, `phrases`, `lexicon`), stories, and the tallies of terms, pairs and actors.

pub mod actors;
pub mod aliases;
pub mod contingency;
pub mod dispersion;
mod evidence;
pub mod forms;
pub mod frame;
pub mod lexicon;
pub mod mentions;
pub mod pair_counts;
pub mod pairs;
pub mod phrases;
pub mod reading;
pub mod results;
pub mod signature;
pub mod stories;
pub mod tally;
pub mod terms;
pub mod words;

use crate::base::parallel::Threads;
use crate::base::problem::Failure;
use crate::base::stop::Stop;
use crate::config::Config;
use crate::config::actors::Dictionary;
use actors::ActorTally;
use frame::Frame;
use reading::Reading;
use results::Measures;

/// The measures of a corpus that was read whole.
///
/// # Errors
/// Only `Interrupted`: between passes the run may be asked to end.
pub fn measure(
    mut reading: Reading,
    dictionary: &Dictionary,
    config: &Config,
    threads: &Threads,
    stop: &Stop,
) -> Result<Measures, Failure> {
    reading.sort();
    let stories = stories::stories(&reading, config.measure.story_similarity, stop)?;
    let frame = Frame::of(&reading, &stories);
    stop.check()?;
    let terms = terms::terms(&reading, &frame, config, threads, stop)?;
    let indices: Vec<usize> = (0..reading.articles.len()).collect();
    let actors = threads.tally(
        &indices,
        || ActorTally::new(dictionary.actors.len()),
        |tally, index| tally.add(&frame.stands[*index], &reading.articles[*index]),
        ActorTally::merge,
    );
    stop.check()?;
    Ok(results::results(reading, stories, frame, terms, actors, dictionary))
}
