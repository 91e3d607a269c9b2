//! The conductor: the stages in order, the run directory, the lock, the clock.

mod cache;
pub mod care;
pub mod check;
mod clock;
pub mod convert;
mod directory;
mod examples;
mod identity;
pub mod init;
mod memory;
mod pages;
mod read;
mod reference;
mod reuse;
mod stages;
pub mod suggest;

use std::path::PathBuf;

use crate::base::disk::spare;
use crate::base::parallel::Threads;
use crate::base::problem::{Failure, Problem, inert};
use crate::base::spill::Spill;
use crate::base::stop::Stop;
use crate::base::wording::{plural, plural_of};
use crate::config::Config;
use crate::config::dictionary::Dictionary;
use crate::ingest::Corpus;
use crate::link::Linker;
use crate::tabulate::overview::Overview;
use crate::write::Output;
use crate::write::manifest;
use crate::{measure, tabulate, write};
use cache::{Cache, Told};
use directory::Directory;
use reuse::Last;
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

/// What a run is made from, and who makes it.
struct Job<'a> {
    config: &'a Config,
    dictionary: &'a Dictionary,
    corpus: &'a Corpus<'a>,
    threads: &'a Threads,
    watch: &'a dyn Watch,
    stop: &'a Stop,
    /// Which program this is; `None` where nothing is kept from run to run.
    program: Option<u128>,
}

/// The files of a run stand in its folder, but for run.json.
struct Made {
    overview: Overview,
    /// To be remembered for the next run.
    last: Option<Last>,
    reused_from: Option<String>,
    cache: Option<Told>,
    /// Bytes that did not fit in memory.
    spilled: u64,
}

impl Made {
    fn exit_code(&self) -> u8 {
        if self.overview.skipped == 0 { 0 } else { 3 }
    }
}

/// Articles, configuration and dictionary to a published run directory.
///
/// # Errors
/// Everything that a `Failure` can be; then nothing is published and `latest` is as it was.
pub fn run(config: &Config, dictionary: &Dictionary, watch: &dyn Watch, stop: &Stop) -> Result<Done, Failure> {
    let threads = Threads::new(config.run.jobs)?.stopped_by(stop);
    let mut stages = Stages::begin(watch);
    let mut directory = Directory::begin(&config.write.output, config.run.keep_runs)?;
    let corpus = Corpus::open(&config.ingest)?;
    let program = if config.run.cache_limit == 0 { None } else { identity::program() };
    let job = Job { config, dictionary, corpus: &corpus, threads: &threads, watch, stop, program };
    let made = match unchanged(&job, &mut directory, &mut stages)? {
        Some(made) => made,
        None => anew(&job, &directory, &mut stages)?,
    };
    stages.enter("publish");
    stop.check()?;
    let folder = directory.publish(|id| stages.record(id, &job, &made), watch)?;
    if let Some(last) = &made.last {
        last.write(&directory.state());
    }
    if job.program.is_some() {
        spare::prune(&directory.cache(), config.run.cache_limit);
    }
    let exit_code = made.exit_code();
    Ok(Done { folder, overview: made.overview, exit_code, stages: stages.end() })
}

/// The files of the last run, if this one would make the same.
fn unchanged(job: &Job<'_>, directory: &mut Directory, stages: &mut Stages<'_>) -> Result<Option<Made>, Failure> {
    // What all is compared with may have changed, and nothing is remembered of it.
    let compared = reference::asked(job.config).is_some();
    let last = job.program.filter(|_| !compared).and_then(|_| Last::read(&directory.state()));
    let Some(last) = last else { return Ok(None) };
    stages.enter("compare");
    if !last.is_current(job)? {
        return Ok(None);
    }
    stages.enter("copy");
    let Some(run) = last.copy(directory, job)? else {
        directory.restart()?;
        return Ok(None);
    };
    let overview = last.overview;
    enough(job.config, overview.articles, overview.skipped)?;
    warn(job, &overview);
    Ok(Some(Made { overview, last: None, reused_from: Some(run), cache: None, spilled: 0 }))
}

/// Files made from the articles.
fn anew(job: &Job<'_>, directory: &Directory, stages: &mut Stages<'_>) -> Result<Made, Failure> {
    let Job { config, dictionary, threads, stop, .. } = *job;
    let spill = Spill::new(&directory.scratch(), memory::for_buffers(config));
    let output = Output { folder: directory.folder(), threads, stop };
    stages.enter("read");
    let cache = Cache::of(job, directory)?;
    // Where no table asks for actors, nobody is looked for.
    let linker = if config.tabulate.wants_actors() { Linker::new(dictionary) } else { Linker::none() };
    let (given, compared) = reference::read(job, &spill)?.unzip();
    let mut read = read::read(job, &linker, cache.as_ref(), &spill, &output)?;
    enough(config, read.reading.articles() as u64, read.skipped.len() as u64)?;
    read.reading.reference = given;
    let step = |name| {
        stages.enter(name);
        stop.check()
    };
    let mut measures = measure::measure(&mut read.reading, (dictionary, &linker), config, threads, step, stop)?;
    read.reading.forget();
    absent(job, &measures.nodes.absent);
    examples::fill(job, &mut measures.suggestions)?;
    stages.enter("tabulate");
    let source = tabulate::Source::new(&read.reading, &measures, dictionary, &read.skipped, config);
    // What is made at once is made by one thread a table, and the others write meanwhile what comes in parts.
    let (tables, parts) =
        threads.both(|| tabulate::tables(&source, threads), || write::pieces::write(read.evidence, &source, &output));
    let (tables, (mut files, pieces)) = (tables?, parts?);
    stages.enter("write");
    let overview = Overview::of(&source, read.conflicts);
    warn(job, &overview);
    files.extend(write::files(&tables, &pieces, &overview, &source, &output)?);
    let made = manifest::Made {
        config,
        dictionary,
        inputs: &read.inputs,
        compared: compared.as_ref(),
        skipped: &read.skipped,
        overview: &overview,
    };
    let manifest = manifest::manifest(&made, &files)?;
    files.push(write::put(output.folder, "manifest.json".to_owned(), &manifest, None)?);
    let held = job.program.and_then(|_| job.corpus.held(&read.inputs, &read.skipped));
    let last = Last::of(job, directory, held, &files, &overview)?;
    let (cache, spilled) = (cache.map(|cache| cache.told()), spill.on_disk());
    Ok(Made { overview, last, reused_from: None, cache, spilled })
}

/// Says which of the terms that were asked for the corpus lacks.
fn absent(job: &Job<'_>, terms: &[String]) {
    for term in terms {
        let what =
            format!("it has no `{}`, which [measure.nodes] terms names: the term has no neighbours", inert(term));
        let remedy = "name a term of it: a word may be told inside a phrase alone, as \"bridge\" in \"Tumen bridge\"";
        job.watch.warn(&Problem::of("tables/terms.csv".as_ref(), what, remedy));
    }
}

/// What is no reason to stop and yet has to be known.
fn warn(job: &Job<'_>, overview: &Overview) {
    let Job { config, dictionary, watch, .. } = *job;
    if overview.guessed > 0 {
        let articles = plural(overview.guessed, "article");
        let what = format!("the encoding of {articles} was guessed (column encoding of tables/articles.csv)");
        let remedy = "look at one of them in mentions.csv; if it is garbled, name its encoding in [ingest] encoding";
        watch.warn(&Problem::of(&config.ingest.input, what, remedy));
    }
    if overview.conflicts > 0 {
        let stretches = plural_of(overview.conflicts, "stretch", "stretches");
        let what = format!("claimed by several actors, counted for nobody: {stretches} of text");
        let remedy =
            "tables/conflicts.csv says which and why; `newsgauge check` names aliases that several actors have";
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
