//! config.toml -> `Config`: every complaint with file and line, all of them at once.

use std::path::{Path, PathBuf};

use super::Config;
use super::dictionary::{Dictionary, nearest};
use super::keys;
use super::measure::Named;
use super::section::Section;
use super::size::Memory;
use super::source::Source;
use crate::base::disk;
use crate::base::problem::{Failure, Problem, shown};

/// What the command line and the environment say over the file.
#[derive(Clone, Debug, Default)]
pub struct Overrides {
    pub input: Option<std::path::PathBuf>,
    pub output: Option<std::path::PathBuf>,
    pub jobs: Option<usize>,
    pub memory: Option<Memory>,
    pub no_cache: bool,
}

/// Reads and checks a configuration file: the configuration, with defaults in place of what is wrong, and every problem.
///
/// # Errors
/// `Failure::Config` where the file cannot be read at all.
pub fn config(path: &Path, overrides: &Overrides) -> Result<(Config, Vec<Problem>), Failure> {
    let remedy = "write one with `newsgauge init`, or name another with --config";
    let text = disk::read_text(path, remedy).map_err(|problem| Failure::Config(vec![problem]))?;
    let folder = path.parent().unwrap_or(Path::new(""));
    let (mut config, problems) = parse(&shown(path), folder, &text);
    if let Some(input) = &overrides.input {
        config.ingest.input.clone_from(input);
    }
    if let Some(output) = &overrides.output {
        config.write.output.clone_from(output);
    }
    if let Some(jobs) = overrides.jobs {
        config.run.jobs = jobs;
    }
    if let Some(memory) = overrides.memory {
        config.run.memory = memory;
    }
    if overrides.no_cache {
        config.run.cache_limit = 0;
    }
    config.ingest.apart = vec![path.to_owned(), config.measure.dictionary.clone(), config.write.output.clone()];
    // Compared with itself, the input stays what is read.
    let beside = |path: &&PathBuf| disk::canonical(path) != disk::canonical(&config.ingest.input);
    let reference = config.measure.keyness.reference.as_ref().filter(beside).cloned();
    config.ingest.apart.extend(reference);
    Ok((config, problems))
}

/// The folder of articles and the metadata file that the configuration names and that cannot be opened.
pub fn absent(config: &Config) -> Vec<Problem> {
    let input = disk::walk::unusable_folder(&config.ingest.input);
    let metadata = config
        .ingest
        .metadata
        .as_ref()
        .filter(|path| !disk::exists(path))
        .map(|path| Problem::of(path, "the metadata file is not there", "correct [ingest] metadata, or remove it"));
    let reference = config.measure.keyness.reference.as_ref().filter(|path| !disk::exists(path)).map(|path| {
        Problem::of(path, "the reference is not there", "correct [measure.keyness] reference, or remove it")
    });
    input.into_iter().chain(metadata).chain(reference).collect()
}

/// The actors that the configuration names and the dictionary lacks.
pub fn unknown(file: &Path, config: &Config, dictionary: &Dictionary) -> Vec<Problem> {
    let absent =
        config.measure.named.iter().filter(|named| !dictionary.actors.iter().any(|actor| actor.id == named.id));
    let problem = |named: &Named| {
        let what = format!("{} names `{}`, and the dictionary has no actor with this id", named.key, named.id);
        let remedy = nearest::remedy(&dictionary.meant(&named.id), "add the actor, or take the id out");
        Problem::at(&shown(file), named.line, what, remedy)
    };
    absent.map(problem).collect()
}

/// The configuration of `text`, with defaults in place of what is wrong, and the problems in order of their lines.
pub fn parse(file: &str, folder: &Path, text: &str) -> (Config, Vec<Problem>) {
    let (mut source, table) = Source::open(file, text);
    let mut top = Section::new("", 0, table);
    let config = keys::read(&mut source, &mut top, folder);
    top.finish(&mut source);
    (config, source.close())
}

/// The configuration in force as TOML, without paths and numbers of threads, which change no result.
pub fn in_force(config: &Config) -> String {
    // Every field of a configuration is a value or a table that TOML can write.
    toml::to_string(config).unwrap_or_default()
}

/// The value in force of one of these, by section and key, as TOML writes it; "" of a key that is none.
pub fn value_in_force(config: &Config, key: &str) -> String {
    let table = toml::Table::try_from(config).unwrap_or_default();
    let value = key.split('.').try_fold(&toml::Value::Table(table), |value, part| value.get(part)).cloned();
    value.map(|value| value.to_string()).unwrap_or_default()
}

/// Every key with its default as TOML writes it, in the order of the sections.
pub fn defaults() -> Vec<(String, String)> {
    let (mut source, table) = Source::open("", "");
    keys::read(&mut source, &mut Section::new("", 0, table), Path::new(""));
    source.asked
}
