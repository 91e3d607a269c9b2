//! Pass one: blocks of the input become pages of numbers and rows of evidence, by all threads at once.

use super::Job;
use crate::base::problem::{Failure, Problem};
use crate::base::spill::Spill;
use crate::ingest::Read;
use crate::ingest::article::{Input, Skipped};
use crate::ingest::blocks::Block;
use crate::lex::stop::Rules;
use crate::measure::aliases::Aliases;
use crate::measure::reader::Reader;
use crate::measure::reading::{Page, Reading};
use crate::tabulate::{self, EVIDENCE};
use crate::write::Output;
use crate::write::pieces::{Piece, Pieces};

/// What pass one leaves.
pub struct AllRead<'s> {
    pub reading: Reading<'s>,
    pub inputs: Vec<Input>,
    pub skipped: Vec<Skipped>,
    /// Stretches of text that several actors claim.
    pub conflicts: u64,
    /// The tables that were written on the way.
    pub evidence: Vec<Pieces>,
}

/// What one block gave.
struct Given {
    read: Read,
    page: Page,
    evidence: Vec<Piece>,
}

pub fn read<'s>(job: &Job<'_>, spill: &'s Spill, output: &Output<'_>) -> Result<AllRead<'s>, Failure> {
    let Job { config, dictionary, corpus, watch, .. } = *job;
    let rules = Rules::new(&config.lex);
    // Where no table asks for actors, nobody is looked for.
    let aliases = if config.tabulate.wants_actors() { Aliases::new(dictionary) } else { Aliases::default() };
    let evidence = EVIDENCE.into_iter().filter(|spec| config.tabulate.wants(spec.name));
    let evidence = evidence.map(|spec| Pieces::begin(spec, output.folder, &config.write));
    let mut all = AllRead {
        reading: Reading::new(spill),
        inputs: Vec::new(),
        skipped: Vec::new(),
        conflicts: 0,
        evidence: evidence.collect::<Result<_, Problem>>()?,
    };
    let mut blocks = corpus.blocks();
    let next = || {
        output.stop.check()?;
        blocks.next_block()
    };
    let work = |reader: &mut Reader<'_>, block: Block| {
        let mut page = reader.page();
        let read = corpus.read(block, |article| {
            reader.read(&article, &mut page);
            output.stop.check()
        })?;
        let tables = tabulate::evidence(&page, dictionary)?;
        let wanted = tables.into_iter().filter(|table| config.tabulate.wants(table.spec.name));
        Ok(Given { read, page, evidence: wanted.map(|table| Piece::of(table, &config.write)).collect() })
    };
    let reader = |thread| Reader::new(&rules, &aliases, thread);
    let take = |given: Given| {
        watch.files(given.read.begun, corpus.files());
        all.take(given)
    };
    let readers = output.threads.stream(next, reader, work, take)?;
    all.reading.forms = readers.into_iter().map(Reader::finish).collect();
    all.skipped.sort();
    Ok(all)
}

impl AllRead<'_> {
    fn take(&mut self, given: Given) -> Result<(), Failure> {
        self.inputs.extend(given.read.inputs);
        self.skipped.extend(given.read.skipped);
        self.conflicts += given.page.found.conflicts.len() as u64;
        for (pieces, piece) in self.evidence.iter_mut().zip(given.evidence) {
            pieces.add(piece)?;
        }
        Ok(self.reading.add(given.page)?)
    }
}
