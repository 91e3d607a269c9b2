//! `[measure.keyness] reference`: a folder of articles, or the terms.csv of another run.

use std::path::Path;

use super::Job;
use crate::base::digest::sha256;
use crate::base::disk;
use crate::base::problem::{Failure, Problem};
use crate::base::spill::Spill;
use crate::base::wording::plural;
use crate::config::{Config, Ingest};
use crate::ingest::terms_csv;
use crate::ingest::{Corpus, Read};
use crate::lex::stop::Rules;
use crate::link::Linker;
use crate::measure::reader::Reader;
use crate::measure::reading::{Reading, Ready};
use crate::measure::reference::{Given, Listed};
use crate::write::manifest::Compared;

const REMEDY: &str =
    "name a folder of articles or the terms.csv of another run in [measure.keyness] reference, or remove the line";

/// What all articles are compared with, and what the manifest says of it; nothing where nothing is named or no table asks for it.
pub fn read<'s>(job: &Job<'_>, spill: &'s Spill) -> Result<Option<(Given<'s>, Compared)>, Failure> {
    let Some(path) = asked(job.config) else { return Ok(None) };
    if disk::is_folder(path) {
        return articles(job, path, spill).map(Some);
    }
    listed(path).map(Some).map_err(|problem| Failure::Config(vec![problem]))
}

/// The reference, if the table that compares with it is asked for.
pub fn asked(config: &Config) -> Option<&Path> {
    config.measure.keyness.reference.as_deref().filter(|_| config.tabulate.wants("keyness"))
}

/// What is wrong with the reference, as far as it can be told without reading articles.
pub fn problem(config: &Config) -> Option<Problem> {
    let path = asked(config)?;
    if !disk::is_folder(path) {
        return listed(path).err();
    }
    let files = Corpus::open(&ingest(config, path)).map(|corpus| corpus.files());
    files.is_ok_and(|files| files == 0).then(|| none(path))
}

fn listed<'s>(path: &Path) -> Result<(Given<'s>, Compared), Problem> {
    let text = disk::read_text(path, REMEDY)?;
    let wrong = |what| Problem::of(path, format!("no terms.csv of a run: {what}"), REMEDY);
    let (terms, tokens) = terms_csv::terms(&text).map_err(wrong)?;
    let compared = Compared { kind: "terms", articles: None, tokens, sha256: sha256(text.as_bytes()) };
    Ok((Given::Terms(Listed { tokens, terms }), compared))
}

fn none(path: &Path) -> Problem {
    Problem::of(path, "the reference holds no article, so there is nothing to compare with", REMEDY)
}

/// The reference as an input. What lies apart from the input lies apart from it too.
fn ingest(config: &Config, path: &Path) -> Ingest {
    let apart = config.ingest.apart.iter().filter(|apart| apart.as_path() != path).cloned().collect();
    Ingest { input: path.to_owned(), metadata: None, apart, ..config.ingest.clone() }
}

fn articles<'s>(job: &Job<'_>, path: &Path, spill: &'s Spill) -> Result<(Given<'s>, Compared), Failure> {
    let ingest = ingest(job.config, path);
    let corpus = Corpus::open(&ingest)?;
    let (rules, linker) = (Rules::new(&job.config.lex), Linker::none());
    let mut blocks = corpus.blocks();
    let (mut reading, mut hashes, mut skipped) = (Reading::new(spill), String::new(), 0);
    let work = |reader: &mut Reader<'_>, block| {
        let mut given: Vec<(Read, Ready)> = Vec::new();
        corpus.parts(block, |part| {
            let mut page = reader.page();
            let read = corpus.read(part, |article| {
                reader.read(&article, &mut page);
                job.stop.check()
            })?;
            given.push((read, page.ready()));
            Ok(())
        })?;
        Ok(given)
    };
    let take = |given: Vec<(Read, Ready)>| {
        for (read, page) in given {
            read.inputs.iter().for_each(|input| hashes += &format!("{} {}\n", input.sha256, input.path));
            skipped += read.skipped.len() as u64;
            reading.add(page)?;
        }
        Ok(())
    };
    let hand = |thread| Reader::new(&rules, &linker, thread);
    let readers = job.threads.stream(|| blocks.next_block(), hand, work, take)?;
    reading.forms = readers.into_iter().map(Reader::finish).collect();
    reading.sort();
    if reading.articles() == 0 {
        return Err(Failure::Config(vec![none(path)]));
    }
    if skipped > 0 {
        let what = format!("some of the reference was skipped: {}", plural(skipped, "row"));
        job.watch.warn(&Problem::of(path, what, "`newsgauge check --input` with this folder lists the reasons"));
    }
    let articles = Some(reading.articles() as u64);
    let compared = Compared { kind: "articles", articles, tokens: reading.tokens, sha256: sha256(hashes.as_bytes()) };
    Ok((Given::Articles(Box::new(reading)), compared))
}
