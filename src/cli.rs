//! Arguments, messages and exit codes; the only user of clap.

use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};

use clap::builder::FalseyValueParser;
use clap::{CommandFactory, Parser, Subcommand, ValueEnum};
use newsgauge::base::date::Date;
use newsgauge::base::problem::{Failure, Problem};
use newsgauge::base::stop::Stop;
use newsgauge::base::wording::plural;
use newsgauge::config::Config;
use newsgauge::config::dictionary::{self, Dictionary};
use newsgauge::config::load::{self, Overrides};
use newsgauge::config::size::{self, Memory};
use newsgauge::link::explain;
use newsgauge::run::{self, check, convert, init, suggest};
use newsgauge::write::suggestions;

use crate::progress::Progress;
use crate::{checked, explained};

/// Counts which words are used, what occurs with what, and who is mentioned in a folder of news articles.
///
/// Without a command it runs: it reads the articles that config.toml names and leaves tables, charts and a report in output/latest.
#[derive(Parser)]
#[command(name = "newsgauge", version, after_help = EXIT_CODES)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    options: Options,
}

const EXIT_CODES: &str = "\
Exit codes: 0 done; 1 failed; 2 usage or configuration; 3 done, but some input was skipped;
4 no article, or fewer than [run] min_articles; 11 another run holds the lock; 130 interrupted.
Flags go over environment variables, these over the configuration file, that over defaults.";

#[derive(clap::Args)]
struct Options {
    /// The configuration file
    #[arg(long, short, global = true, env = "NEWSGAUGE_CONFIG", default_value = "config.toml", value_name = "FILE")]
    config: PathBuf,
    /// The folder of articles, instead of [ingest] input
    #[arg(long, short, global = true, env = "NEWSGAUGE_INPUT", value_name = "FOLDER")]
    input: Option<PathBuf>,
    /// The folder of the runs, instead of [write] output
    #[arg(long, short, global = true, env = "NEWSGAUGE_OUTPUT", value_name = "FOLDER")]
    output: Option<PathBuf>,
    /// Threads, instead of [run] jobs; 0 means one for each core
    #[arg(long, short, global = true, env = "NEWSGAUGE_JOBS", value_name = "N", value_parser = clap::value_parser!(u16).range(..=256))]
    jobs: Option<u16>,
    /// Memory to get by with, instead of [run] memory, such as "2 GB"; auto means half of what is free
    #[arg(long, global = true, env = "NEWSGAUGE_MEMORY", value_name = "AMOUNT", value_parser = memory)]
    memory: Option<Memory>,
    /// Read every article anew and keep nothing for the next run, as with [run] cache_limit = "0"
    #[arg(long, global = true)]
    no_cache: bool,
    /// Say nothing but problems
    #[arg(long, short, global = true, env = "NEWSGAUGE_QUIET", conflicts_with = "verbose", value_parser = FalseyValueParser::new())]
    quiet: bool,
    /// Say more: the stages and their times
    #[arg(long, short, global = true)]
    verbose: bool,
    /// How messages are written: for people, or one JSON object a line for schedulers
    #[arg(long, global = true, env = "NEWSGAUGE_LOG_FORMAT", value_enum, default_value_t = LogFormat::Text)]
    log_format: LogFormat,
}

#[derive(Subcommand)]
enum Command {
    /// Read the articles and write tables, charts and the report (the default)
    Run,
    /// Check configuration, dictionary and input; write nothing
    ///
    /// It also warns of what a dictionary needs from time to time; warnings change no exit code.
    Check {
        /// Print every written form that an actor or an office of the dictionary is found by, and read no article
        #[arg(long, value_name = "ID")]
        explain: Option<String>,
        /// The day for which the holders of offices have to be right; today where it is not given
        #[arg(long, value_name = "DATE", value_parser = day, conflicts_with = "explain")]
        day: Option<Date>,
    },
    /// Write a dictionary in its other form: .toml as .csv for a spreadsheet, .csv as .toml
    ///
    /// Nothing of what counts is lost; comments are.
    Convert {
        /// The dictionary that there is
        from: PathBuf,
        /// The file to write; nothing is overwritten
        to: PathBuf,
    },
    /// Print the names that the articles hold and the dictionary lacks; write nothing
    Suggest {
        /// Names at most, instead of [tabulate] suggest_rows
        #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=10_000))]
        rows: Option<u16>,
        /// Print entries to paste into the dictionary
        #[arg(long)]
        toml: bool,
    },
    /// Write a config.toml and an actors.toml to start from
    Init {
        /// Where to
        #[arg(default_value = ".")]
        folder: PathBuf,
    },
    /// Print the completions of a shell
    Completions { shell: clap_complete::Shell },
    /// Print the man page
    Man,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum LogFormat {
    Text,
    Json,
}

/// Runs the program and returns its exit code.
pub fn main() -> u8 {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            // A closed terminal is no reason for another message.
            let _ = error.print();
            return u8::try_from(error.exit_code()).unwrap_or(2);
        }
    };
    let options = &arguments.options;
    let progress = Progress::new(options.log_format, options.quiet, options.verbose);
    let stop = Stop::default();
    let asked = stop.clone();
    // Without a handler Ctrl-C ends the process at once, which loses nothing either.
    let _ = ctrlc::set_handler(move || asked.ask());
    let ended = match arguments.command.unwrap_or(Command::Run) {
        Command::Run => run(options, &progress, &stop),
        Command::Check { explain: Some(id), .. } => explain(options, &id),
        Command::Check { day, .. } => check(options, day, &progress, &stop),
        Command::Convert { from, to } => convert(&from, &to),
        Command::Suggest { rows, toml } => suggest(options, rows, toml, &progress, &stop),
        Command::Init { folder } => init(&folder),
        Command::Completions { shell } => completions(shell),
        Command::Man => man(),
    };
    ended.unwrap_or_else(|failure| {
        progress.failed(&failure);
        failure.exit_code()
    })
}

fn run(options: &Options, progress: &Progress, stop: &Stop) -> Result<u8, Failure> {
    let (config, dictionary) = load(options, true)?;
    let done = run::run(&config, &dictionary, progress, stop)?;
    progress.done(&done);
    Ok(done.exit_code)
}

fn check(options: &Options, day: Option<Date>, progress: &Progress, stop: &Stop) -> Result<u8, Failure> {
    let (config, dictionary) = load(options, true)?;
    let checked = check::check(&config, &dictionary, day, stop)?;
    if options.log_format == LogFormat::Json {
        print(&format!("{}\n", checked::json(&checked)));
    } else {
        if !options.quiet {
            print(&checked::text(&options.config, &config, &checked));
        }
        print(&checked::skipped(&checked.seen));
    }
    checked::warnings(&config.measure.dictionary, &checked.warnings)
        .iter()
        .for_each(|problem| progress.warning(problem));
    let skipped = &checked.seen.skipped;
    run::enough(&config, checked.seen.articles, skipped.len() as u64)?;
    Ok(if skipped.is_empty() { 0 } else { 3 })
}

fn explain(options: &Options, id: &str) -> Result<u8, Failure> {
    let (config, dictionary) = load(options, false)?;
    let Some(entry) = explain::explain(&dictionary, id) else {
        let what = format!("no actor and no office has the id `{id}`");
        let remedy = match &dictionary.meant(id)[..] {
            [] => "look for the name in the dictionary: its entry has a line `id = ...`".to_owned(),
            meant => format!("did you mean {}?", meant.join(" or ")),
        };
        return Err(Failure::Config(vec![Problem::of(&config.measure.dictionary, what, remedy)]));
    };
    match options.log_format {
        LogFormat::Text => print(&explained::text(&entry)),
        LogFormat::Json => print(&format!("{}\n", explained::json(&entry))),
    }
    Ok(0)
}

fn convert(from: &Path, to: &Path) -> Result<u8, Failure> {
    let dictionary = convert::convert(from, to)?;
    let [actors, offices] = [(dictionary.actors.len(), "actor"), (dictionary.offices.len(), "office")]
        .map(|(n, thing)| plural(n as u64, thing));
    print(&format!("wrote {}: {actors}, {offices}\n", to.display()));
    Ok(0)
}

fn suggest(options: &Options, rows: Option<u16>, toml: bool, progress: &Progress, stop: &Stop) -> Result<u8, Failure> {
    let (mut config, dictionary) = load(options, true)?;
    let most = rows.map_or(config.tabulate.suggest_rows, usize::from);
    // What speaks for a name can stand in a row behind it.
    config.tabulate.suggest_rows = config.tabulate.suggest_rows.max(most);
    let mut suggested = suggest::suggest(&config, &dictionary, progress, stop)?;
    suggested.rows.truncate(most);
    progress.clear();
    print(&match options.log_format {
        _ if toml => suggestions::toml(&suggested.rows, &dictionary),
        LogFormat::Json => suggestions::json(&suggested.rows, &dictionary),
        LogFormat::Text => suggestions::table(&suggested.rows, &dictionary),
    });
    if suggested.skipped == 0 {
        return Ok(0);
    }
    let what = format!("some input was skipped: {}", plural(suggested.skipped, "row"));
    progress.warning(&Problem::of(&config.ingest.input, what, "`newsgauge check` lists the reasons"));
    Ok(3)
}

fn init(folder: &Path) -> Result<u8, Failure> {
    for path in init::init(folder)? {
        print(&format!("wrote {}\n", path.display()));
    }
    print("Put articles into the input folder, then run `newsgauge` beside config.toml.\n");
    Ok(0)
}

fn completions(shell: clap_complete::Shell) -> Result<u8, Failure> {
    let mut text = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), "newsgauge", &mut text);
    print(&String::from_utf8_lossy(&text));
    Ok(0)
}

fn man() -> Result<u8, Failure> {
    let mut text = Vec::new();
    let rendered = clap_mangen::Man::new(Arguments::command()).render(&mut text);
    rendered.map_err(|error| {
        Problem::of("man".as_ref(), error.to_string(), "this is a fault of newsgauge: please report it with this line")
    })?;
    print(&String::from_utf8_lossy(&text));
    Ok(0)
}

/// Configuration and dictionary, with the problems of both at once; those of the input only where it is read.
fn load(options: &Options, reads: bool) -> Result<(Config, Dictionary), Failure> {
    let overrides = Overrides {
        input: options.input.clone(),
        output: options.output.clone(),
        jobs: options.jobs.map(usize::from),
        memory: options.memory,
        no_cache: options.no_cache,
    };
    let (config, mut problems) = load::config(&options.config, &overrides)?;
    if reads {
        problems.extend(load::absent(&config));
    }
    match dictionary::load(&config.measure.dictionary) {
        Ok(dictionary) => {
            problems.extend(load::unknown(&options.config, &config, &dictionary));
            if problems.is_empty() { Ok((config, dictionary)) } else { Err(Failure::Config(problems)) }
        }
        Err(more) => {
            problems.extend(more);
            Err(Failure::Config(problems))
        }
    }
}

fn memory(text: &str) -> Result<Memory, String> {
    size::memory(text).map_err(|must| format!("it must be {must}"))
}

fn day(text: &str) -> Result<Date, String> {
    Date::parse(text).filter(|date| date.is_day()).ok_or_else(|| "write it as 2024-05-12".to_owned())
}

/// Prints to standard output; a reader that has gone away is no failure of ours.
pub fn print(text: &str) {
    let mut out = std::io::stdout().lock();
    let _ = out.write_all(text.as_bytes()).and_then(|()| out.flush());
}

/// Whether a person sees standard error.
pub fn watched() -> bool {
    std::io::stderr().is_terminal()
}
