//! The most frequent names that the dictionary lacks, read back from the articles in which they stand first.

use std::cmp::Reverse;
use std::ops::Range;

use super::count::{Candidate, key, writing};
use super::kinds::{APOSTROPHE, Kind, Unit, sentences};
use super::runs::runs;
use crate::base::narrow::narrow;
use crate::base::parallel::Threads;
use crate::base::problem::{Failure, Problem};
use crate::link::{Linker, names};
use crate::measure::forms::Forms;
use crate::measure::reading::Reading;

/// A name that is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chosen {
    pub counts: Candidate,
    /// As it is written most often.
    pub surface: String,
    /// All that its words may be.
    pub kinds: Kind,
    /// Where it stands first: a sentence of `counts.first`, and words of it.
    pub sentence: u32,
    pub words: Range<u32>,
}

/// Names that are looked up at a time.
const BLOCK: usize = 512;

/// What is asked of each name that is looked up.
#[derive(Clone, Copy)]
pub struct Lookup<'a> {
    pub reading: &'a Reading<'a>,
    pub kinds: &'a [Vec<Kind>],
    pub linker: &'a Linker,
}

/// The first `most` of the names that the dictionary lacks: by articles, then `n`, then as they are written.
pub fn choose(
    lookup: Lookup<'_>,
    mut candidates: Vec<Candidate>,
    most: usize,
    threads: &Threads,
) -> Result<Vec<Chosen>, Failure> {
    let rank = |name: &Candidate| (Reverse(name.articles), Reverse(name.n));
    candidates.sort_unstable_by_key(|name| (rank(name), name.key));
    let mut chosen: Vec<Chosen> = Vec::new();
    for block in candidates.chunks(BLOCK) {
        // Names of the rank of the last one are ordered by how they are written, which is not known yet.
        let full = chosen.len() >= most;
        if full && chosen.last().is_none_or(|last| rank(&last.counts) < rank(&block[0])) {
            break;
        }
        for found in threads.map(block.to_vec(), |name| lookup.found(&name)) {
            chosen.extend(found?);
        }
        chosen.sort_by(|a, b| (rank(&a.counts), &a.surface).cmp(&(rank(&b.counts), &b.surface)));
        chosen.truncate(most);
    }
    Ok(chosen)
}

impl Lookup<'_> {
    /// The name, unless the dictionary knows it.
    fn found(&self, counts: &Candidate) -> Result<Option<Chosen>, Problem> {
        let mut first = None;
        let mut surface = None;
        self.names(counts.first, |forms, sentence, words, name| {
            if first.is_none() && key(name, forms) == counts.key {
                first = Some((sentence, words, name.iter().fold(0, |all, unit| all | unit.kind)));
            }
        })?;
        self.names(counts.written_in, |forms, _, _, name| {
            if surface.is_none() && key(name, forms) == counts.key && writing(name, forms) == counts.writing {
                surface = Some(written(name, forms));
            }
        })?;
        let (Some((sentence, words, kinds)), Some(surface)) = (first, surface) else { return Ok(None) };
        let chosen = Chosen { counts: *counts, surface, kinds, sentence, words };
        Ok((!is_known(&chosen.surface, self.linker)).then_some(chosen))
    }

    /// Gives each name of an article to `each`, with its sentence and its words there.
    fn names(&self, article: u32, mut each: impl FnMut(&Forms, u32, Range<u32>, &[Unit])) -> Result<(), Problem> {
        let (thread, stream) = self.reading.stream_of(article as usize)?;
        let forms = &self.reading.forms[thread];
        sentences(&stream, &self.kinds[thread], &mut Vec::new(), |number, sentence| {
            runs(sentence, |run| {
                let words = narrow(run.words.start)..narrow(run.words.end);
                each(forms, number, words, &sentence[run.words]);
            });
        });
        Ok(())
    }
}

/// A name as it is written, with one space between its words.
fn written(name: &[Unit], forms: &Forms) -> String {
    let mut text = String::new();
    for (at, unit) in name.iter().enumerate() {
        if at > 0 {
            text.push_str(if unit.is(APOSTROPHE) { "’ " } else { " " });
        }
        text.push_str(forms.written(forms.form(unit.form)));
    }
    text
}

/// Whether the dictionary has the name, or has every part of it: "Foreign Ministry of Russia".
fn is_known(name: &str, linker: &Linker) -> bool {
    let words: Vec<&str> = name.split(' ').collect();
    let part = |from: usize, to: usize| {
        let text = words[from..to].join(" ");
        let single = to - from == 1 && (names::is_title(&text) || names::is_function(&text));
        single || linker.has_strong(&text)
    };
    // By number of words from the head: whether so many are known parts.
    let mut parted = vec![true];
    for to in 1..=words.len() {
        parted.push((0..to).any(|from| parted[from] && part(from, to)));
    }
    parted[words.len()] || linker.has(name)
}
