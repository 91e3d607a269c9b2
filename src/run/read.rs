//! Pass one: blocks of the input become pages of numbers and rows of evidence, by all threads at once.

use super::Job;
use super::cache::{Cache, Room};
use super::pages::{Hand, Pages};
use crate::base::problem::{Failure, Problem};
use crate::base::spill::Spill;
use crate::ingest::Read;
use crate::ingest::article::{Input, Skipped};
use crate::ingest::blocks::Block;
use crate::lex::stop::Rules;
use crate::link::Linker;
use crate::measure::reader::Reader;
use crate::measure::reading::{Page, Reading, Ready};
use crate::tabulate::table::Table;
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
#[derive(Default)]
struct Given {
    begun: usize,
    inputs: Vec<Input>,
    skipped: Vec<Skipped>,
    /// With their rows of evidence.
    pages: Vec<(Ready, Vec<Piece>)>,
}

pub fn read<'s>(
    job: &Job<'_>,
    linker: &Linker,
    cache: Option<&Cache>,
    spill: &'s Spill,
    output: &Output<'_>,
) -> Result<AllRead<'s>, Failure> {
    let Job { config, corpus, watch, .. } = *job;
    let rules = Rules::new(&config.lex);
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
    let pages = Pages { job, cache, mentions: config.tabulate.wants_actors() };
    let work = |hand: &mut Hand<'_>, mut block: Block| {
        let mut given = Given::default();
        given.add(block.noticed());
        corpus.parts(block, |part| {
            let (read, page) = pages.page(hand, part)?;
            let evidence = evidence_of(&page, job)?;
            given.add(read);
            given.pages.push((page.ready(), evidence));
            Ok(())
        })?;
        Ok(given)
    };
    let hand = |thread| Hand { reader: Reader::new(&rules, linker, thread), room: Room::default() };
    let take = |given: Given| {
        watch.files(given.begun, corpus.files());
        all.take(given)
    };
    let hands = output.threads.stream(|| blocks.next_block(), hand, work, take)?;
    all.reading.forms = hands.into_iter().map(|hand| hand.reader.finish()).collect();
    all.skipped.sort();
    Ok(all)
}

fn evidence_of(page: &Page, job: &Job<'_>) -> Result<Vec<Piece>, Problem> {
    let wanted = |table: &Table| job.config.tabulate.wants(table.spec.name);
    let tables = tabulate::evidence(page, job.dictionary)?.into_iter().filter(wanted);
    Ok(tables.map(|table| Piece::of(table, &job.config.write)).collect())
}

impl Given {
    fn add(&mut self, read: Read) {
        self.begun = self.begun.max(read.begun);
        self.inputs.extend(read.inputs);
        self.skipped.extend(read.skipped);
    }
}

impl AllRead<'_> {
    fn take(&mut self, given: Given) -> Result<(), Failure> {
        self.inputs.extend(given.inputs);
        self.skipped.extend(given.skipped);
        for (ready, evidence) in given.pages {
            self.conflicts += ready.page.found.conflicts.len() as u64;
            for (pieces, piece) in self.evidence.iter_mut().zip(evidence) {
                pieces.add(piece)?;
            }
            self.reading.add(ready)?;
        }
        Ok(())
    }
}
