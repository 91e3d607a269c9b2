//! `newsgauge suggest`: reads articles as a run would, and writes nothing.

use super::{Job, Watch, enough, examples};
use crate::base::parallel::Threads;
use crate::base::problem::Failure;
use crate::base::spill::Spill;
use crate::base::stop::Stop;
use crate::config::Config;
use crate::config::dictionary::Dictionary;
use crate::ingest::Corpus;
use crate::ingest::blocks::Block;
use crate::lex::stop::Rules;
use crate::link::Linker;
use crate::measure::reader::Reader;
use crate::measure::reading::{Page, Reading, Ready};
use crate::measure::suggest::{Suggestion, suggestions};

/// The names that the dictionary lacks, and how much was read.
pub struct Suggested {
    /// The most frequent first.
    pub rows: Vec<Suggestion>,
    pub articles: u64,
    /// Rows of the input that were skipped.
    pub skipped: u64,
}

/// What suggestions.csv of a run would hold.
///
/// # Errors
/// Those of a run, but for what a disk refuses that is written to: all is kept in memory, two bytes or so a word.
pub fn suggest(config: &Config, dictionary: &Dictionary, watch: &dyn Watch, stop: &Stop) -> Result<Suggested, Failure> {
    let threads = Threads::new(config.run.jobs)?.stopped_by(stop);
    let corpus = Corpus::open(&config.ingest)?;
    let job = Job { config, dictionary, corpus: &corpus, threads: &threads, watch, stop, program: None };
    let (linker, spill) = (Linker::new(dictionary), Spill::none());
    watch.stage("read");
    let (reading, skipped) = read(&job, &linker, &spill)?;
    let articles = reading.articles() as u64;
    enough(config, articles, skipped)?;
    watch.stage("suggest");
    let mut rows = suggestions(&reading, dictionary, &linker, &config.tabulate, &threads)?;
    examples::fill(&job, &mut rows)?;
    Ok(Suggested { rows, articles, skipped })
}

/// All articles as numbers, without what only a run needs, and how many rows were skipped.
fn read<'s>(job: &Job<'_>, linker: &Linker, spill: &'s Spill) -> Result<(Reading<'s>, u64), Failure> {
    let Job { config, corpus, threads, watch, stop, .. } = *job;
    let rules = Rules::new(&config.lex);
    let (mut reading, mut skipped) = (Reading::new(spill), 0);
    let mut blocks = corpus.blocks();
    let work = |reader: &mut Reader<'_>, block: Block| {
        let mut page = reader.page();
        let read = corpus.read_block(block, |article| {
            reader.read(&article, &mut page);
            stop.check()
        })?;
        let Page { signatures, details, found, .. } = &mut page;
        (*signatures, *details, *found) = Default::default();
        Ok((read, page.ready()))
    };
    let take = |(read, page): (crate::ingest::Read, Ready)| {
        watch.files(read.begun, corpus.files());
        skipped += read.skipped.len() as u64;
        Ok(reading.add(page)?)
    };
    let readers = threads.stream(|| blocks.next_block(), |thread| Reader::new(&rules, linker, thread), work, take)?;
    reading.forms = readers.into_iter().map(Reader::finish).collect();
    Ok((reading, skipped))
}
