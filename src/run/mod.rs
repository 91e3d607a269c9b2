//! The conductor: the stages in order, the run directory, the lock, the clock.

pub mod check;
mod clock;
mod directory;
pub mod init;
mod memory;
mod read;
mod stages;

use std::path::PathBuf;

use crate::base::parallel::Threads;
use crate::base::problem::{Failure, Problem};
use crate::base::spill::Spill;
use crate::base::stop::Stop;
use crate::base::wording::{plural, plural_of};
use crate::config::Config;
use crate::config::actors::Dictionary;
use crate::tabulate::overview::Overview;
use crate::write::Output;
use crate::write::manifest::{self, Made};
use crate::{measure, tabulate, write};
use directory::Directory;
use stages::Stages;

/// What a person watching is told of a run; all of it optional.
pub trait Watch: Sync {
    /// A stage begins.
    fn stage(&self, _name: &'static str) {}
    /// So many of so many files were begun.
    fn files(&self, _done: usize, _all: usize) {}
    /// Something that is no reason to stop.
    fn warn(&self, _problem: &Problem) {}
}

/// A finished run.
pub struct Done {
    /// The published run directory.
    pub folder: PathBuf,
    pub overview: Overview,
    /// 0, or 3 if something was skipped.
    pub exit_code: u8,
    /// Seconds by stage, in order.
    pub stages: Vec<(&'static str, f64)>,
}

/// Articles, configuration and dictionary to a published run directory.
///
/// # Errors
/// Everything that a `Failure` can be; then nothing is published and `latest` is as it was.
pub fn run(config: &Config, dictionary: &Dictionary, watch: &dyn Watch, stop: &Stop) -> Result<Done, Failure> {
    let threads = Threads::new(config.run.jobs)?;
    let mut stages = Stages::begin(watch);
    let directory = Directory::begin(&config.write.output, config.run.keep_runs)?;
    let spill = Spill::new(&directory.scratch(), memory::for_buffers(config));
    let output = Output { folder: directory.folder(), threads: &threads, stop };
    stages.enter("read");
    let read = read::read(config, dictionary, &spill, &output, watch)?;
    enough(config, read.reading.articles.len() as u64, read.skipped.len() as u64)?;
    let step = |name| {
        stages.enter(name);
        stop.check()
    };
    let measures = measure::measure(&read.reading, dictionary, config, &threads, step, stop)?;
    stages.enter("tabulate");
    let source =
        tabulate::Source { reading: &read.reading, measures: &measures, dictionary, skipped: &read.skipped, config };
    // The largest table is made by one thread, and the others write meanwhile what comes in parts.
    let (tables, parts) = threads.both(
        || tabulate::tables(&source, &threads),
        || write::pieces::write(read.evidence, &source, &output),
    );
    let (tables, (mut files, pieces)) = (tables?, parts?);
    stages.enter("write");
    let overview = Overview::of(&source, read.conflicts);
    warn(config, dictionary, &overview, watch);
    files.extend(write::files(&tables, &pieces, &overview, config, &output)?);
    let made = Made { config, dictionary, inputs: &read.inputs, skipped: &read.skipped, overview: &overview };
    directory.folder().put("manifest.json", &manifest::manifest(&made, &files)?)?;
    stages.enter("publish");
    stop.check()?;
    let exit_code = if read.skipped.is_empty() { 0 } else { 3 };
    let folder = directory.publish(|id| stages.record(id, exit_code, config, &threads), watch)?;
    Ok(Done { folder, overview, exit_code, stages: stages.end() })
}

/// What is no reason to stop and yet has to be known.
fn warn(config: &Config, dictionary: &Dictionary, overview: &Overview, watch: &dyn Watch) {
    if overview.guessed > 0 {
        let articles = plural(overview.guessed, "article");
        let what = format!("the encoding of {articles} was guessed (column encoding of tables/articles.csv)");
        let remedy = "look at one of them in mentions.csv; if it is garbled, name its encoding in [ingest] encoding";
        watch.warn(&Problem::of(&config.ingest.input, what, remedy));
    }
    if overview.conflicts > 0 {
        let stretches = plural_of(overview.conflicts, "stretch", "stretches");
        let what = format!("aliases of several actors, counted for nobody: {stretches} of text");
        let remedy = "tables/conflicts.csv lists them; `newsgauge check` names the aliases";
        watch.warn(&Problem::of(&config.measure.dictionary, what, remedy));
    }
    if dictionary.actors.is_empty() {
        watch.warn(&Problem::of(
            &config.measure.dictionary,
            "it names no actor",
            "add [[actor]] entries; `newsgauge init` writes a dictionary to start from",
        ));
    }
}

/// An error where there are fewer articles than `[run] min_articles`: nothing is published then.
pub fn enough(config: &Config, articles: u64, skipped: u64) -> Result<(), Failure> {
    let least = config.run.min_articles;
    if articles >= least {
        return Ok(());
    }
    let (found, rows) = (plural(articles, "article"), plural(skipped, "skipped row"));
    let what = format!("it gave {found} and {rows}, and [run] min_articles is {least}");
    let remedy = if skipped == 0 {
        "put .txt, .md, .csv or .jsonl files into it, or name another folder with --input"
    } else {
        "`newsgauge check` lists what was skipped and why; nothing was published"
    };
    Err(Failure::TooFew(Problem::of(&config.ingest.input, what, remedy)))
}
