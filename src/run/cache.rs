//! What was made of parts of the input, kept for later runs: each part is known by its content, not by its name or time.
//!
//! An entry is a file in `state/cache`, named by the hash of all that decides over it, which stands in it too: an entry that
//! got another's name is as damaged as one with a wrong checksum. A damaged entry is made again.

use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};

use serde::Serialize;

use super::Job;
use super::directory::Directory;
use crate::base::digest::Quick;
use crate::base::disk::spare::{self, Spare};
use crate::base::packed::{Pack, Unpack};
use crate::base::problem::Problem;
use crate::ingest::part::Part;
use crate::write::manifest::json;

/// The entries, and what became of them in this run.
pub struct Cache {
    folder: PathBuf,
    limit: u64,
    /// Seconds since 1970, when this run began.
    began: u64,
    /// Of the program and what it is told about reading.
    terms: Quick,
    /// Of the dictionary.
    mentions: Quick,
    counts: [Counts; 2],
    read: AtomicU64,
    written: AtomicU64,
}

/// What an entry holds of a part.
#[derive(Clone, Copy)]
pub enum Holds {
    /// All but the mentions: forms, streams, metadata, what was skipped.
    Terms,
    /// The mentions, which hang on the dictionary too.
    Mentions,
}

/// Room for an entry, used again and again by one thread.
#[derive(Default)]
pub struct Room {
    read: Vec<u8>,
    packed: Pack,
}

/// The name of an entry.
#[derive(Clone, Copy)]
pub struct Key(Holds, u128);

/// What became of entries of one kind.
#[derive(Default)]
struct Counts {
    hits: AtomicU64,
    misses: AtomicU64,
    damaged: AtomicU64,
}

/// The same for run.json.
#[derive(Serialize)]
pub struct Told {
    terms: ToldCounts,
    mentions: ToldCounts,
    bytes_read: u64,
    bytes_written: u64,
}

#[derive(Serialize)]
struct ToldCounts {
    hits: u64,
    misses: u64,
    damaged: u64,
}

impl Cache {
    /// `None` for a run that keeps nothing.
    pub fn of(job: &Job<'_>, directory: &Directory) -> Result<Option<Self>, Problem> {
        let Some(program) = job.program else { return Ok(None) };
        let (mut terms, mut mentions) = (Quick::default(), Quick::default());
        terms.part(&program.to_le_bytes());
        terms.part(&json(&job.config.ingest)?);
        mentions.part(&json(job.dictionary)?);
        Ok(Some(Self {
            folder: directory.cache(),
            limit: job.config.run.cache_limit,
            began: directory.began().seconds(),
            terms,
            mentions,
            counts: Default::default(),
            read: AtomicU64::new(0),
            written: AtomicU64::new(0),
        }))
    }

    /// The names of what is made of `part`.
    pub fn keys(&self, job: &Job<'_>, part: &Part) -> [Key; 2] {
        let mut terms = self.terms.clone();
        job.corpus.describe(part, &mut terms);
        let terms = terms.finish();
        let mut mentions = self.mentions.clone();
        mentions.part(&terms.to_le_bytes());
        [Key(Holds::Terms, terms), Key(Holds::Mentions, mentions.finish())]
    }

    /// What `unpack` makes of an entry, if it is there and whole.
    pub fn take<T>(&self, key: Key, room: &mut Room, unpack: impl FnOnce(Unpack<'_>) -> Option<T>) -> Option<T> {
        let counts = &self.counts[key.0 as usize];
        let path = self.path(key);
        let taken = match spare::read(&path, &mut room.read) {
            Spare::Absent => {
                counts.misses.fetch_add(1, Ordering::Relaxed);
                return None;
            }
            Spare::Damaged => None,
            Spare::Whole(bytes) => {
                self.read.fetch_add(bytes.len() as u64, Ordering::Relaxed);
                let mut packed = Unpack::of(bytes);
                let named = named(&mut packed) == Some(key.1);
                named.then(|| unpack(packed)).flatten()
            }
        };
        if taken.is_some() {
            spare::used(&path, self.began);
        }
        let count = if taken.is_some() { &counts.hits } else { &counts.damaged };
        count.fetch_add(1, Ordering::Relaxed);
        taken
    }

    /// Keeps what `pack` packs; what cannot be written is not kept, and once a run has written as much as may be kept, it
    /// writes no more.
    pub fn put(&self, key: Key, room: &mut Room, pack: impl FnOnce(&mut Pack) -> Option<()>) {
        if self.written.load(Ordering::Relaxed) > self.limit {
            return;
        }
        let packed = &mut room.packed;
        packed.clear();
        name(key, packed);
        if pack(packed).is_some() && spare::write(&self.path(key), packed.bytes()) {
            self.written.fetch_add(packed.bytes().len() as u64, Ordering::Relaxed);
        }
    }

    /// What became of the entries so far.
    pub fn told(&self) -> Told {
        let [terms, mentions] = &self.counts;
        let load = |count: &AtomicU64| count.load(Ordering::Relaxed);
        let told = |counts: &Counts| ToldCounts {
            hits: load(&counts.hits),
            misses: load(&counts.misses),
            damaged: load(&counts.damaged),
        };
        Told {
            terms: told(terms),
            mentions: told(mentions),
            bytes_read: load(&self.read),
            bytes_written: load(&self.written),
        }
    }

    fn path(&self, key: Key) -> PathBuf {
        let name = format!("{:032x}", key.1);
        self.folder.join(&name[..2]).join(name)
    }
}

/// The name of an entry within it.
fn name(key: Key, packed: &mut Pack) {
    // Masking is meant: the two halves.
    packed.number(key.1 as u64);
    packed.number((key.1 >> 64) as u64);
}

fn named(packed: &mut Unpack<'_>) -> Option<u128> {
    let (low, high) = (packed.number()?, packed.number()?);
    Some(u128::from(high) << 64 | u128::from(low))
}
