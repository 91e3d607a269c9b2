//! Nothing changed since the last run: then its files are this run's files.
//!
//! A run is a pure function of articles, configuration, dictionary and program. What the last one was made from is
//! remembered in `state/last`, as hashes; so are the files that it made. Only contents decide: sizes and times merely tell
//! whether comparing them is worth it.

use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use serde::{Deserialize, Serialize};

use super::Job;
use super::directory::Directory;
use super::identity::identity;
use crate::base::disk;
use crate::base::disk::spare::{self, Spare};
use crate::base::problem::{Failure, Problem};
use crate::ingest::held::Held;
use crate::tabulate::overview::Overview;
use crate::write::File;

/// Where the last run is remembered, in the state folder.
const LAST: &str = "last";

/// Files that a thread compares before it asks for more.
const FILES: usize = 32;

/// The last complete run.
#[derive(Serialize, Deserialize)]
pub struct Last {
    run: String,
    /// Seconds since 1970: a file that was changed later is looked at first.
    began: u64,
    identity: String,
    paths: Vec<String>,
    held: Vec<Held>,
    files: Vec<Made>,
    pub overview: Overview,
}

/// A file of a run.
#[derive(Serialize, Deserialize)]
struct Made {
    path: String,
    bytes: u64,
    sha256: String,
}

impl Last {
    /// What is to be remembered of a run, if anything: not all input can be known again.
    pub fn of(
        job: &Job<'_>,
        directory: &Directory,
        held: Option<Vec<Held>>,
        files: &[File],
        overview: &Overview,
    ) -> Result<Option<Self>, Problem> {
        let (Some(identity), Some(held)) = (identity(job)?, held) else { return Ok(None) };
        let made = |file: &File| Made {
            path: file.path.clone(),
            bytes: file.written.bytes,
            sha256: file.written.sha256.clone(),
        };
        Ok(Some(Self {
            run: directory.id().to_owned(),
            began: directory.began().seconds(),
            identity,
            paths: job.corpus.paths().map(str::to_owned).collect(),
            held,
            files: files.iter().map(made).collect(),
            overview: overview.clone(),
        }))
    }

    /// What the last run left in the state folder; `None` where there is nothing or something damaged.
    pub fn read(state: &Path) -> Option<Self> {
        let mut buffer = Vec::new();
        let Spare::Whole(bytes) = spare::read(&state.join(LAST), &mut buffer) else { return None };
        serde_json::from_slice(bytes).ok()
    }

    /// Remembers it for the next run, which works without it if that fails.
    pub fn write(&self, state: &Path) {
        if let Ok(bytes) = serde_json::to_vec(self) {
            spare::write(&state.join(LAST), &bytes);
        }
    }

    /// Whether a run would be made from the same.
    pub fn is_current(&self, job: &Job<'_>) -> Result<bool, Failure> {
        let Job { corpus, threads, .. } = *job;
        if identity(job)?.as_ref() != Some(&self.identity) || !corpus.paths().eq(self.paths.iter().map(String::as_str))
        {
            return Ok(false);
        }
        let facts = threads.map((0..self.held.len()).collect(), |file| corpus.facts(file));
        let as_long = |(held, facts): (&Held, &Option<_>)| match (held, facts) {
            (Held::Bytes { bytes, .. }, Some(disk::Facts { bytes: now, .. })) => bytes == now,
            (Held::Bytes { .. }, None) => false,
            (Held::Unread(_), _) => true,
        };
        if !self.held.iter().zip(&facts).all(as_long) {
            return Ok(false);
        }
        let mut order: Vec<usize> = (0..self.held.len()).collect();
        order.sort_by_key(|file| facts[*file].is_some_and(|facts| facts.changed < self.began));
        self.holds(&order, job)
    }

    /// Whether all files hold what they held; the first that does not ends it.
    fn holds(&self, order: &[usize], job: &Job<'_>) -> Result<bool, Failure> {
        let differs = AtomicBool::new(false);
        let chunks: Vec<&[usize]> = order.chunks(FILES).collect();
        let look = |(): &mut (), at: usize| {
            job.stop.check()?;
            for file in chunks[at] {
                if !differs.load(Ordering::Relaxed) {
                    let same = job.corpus.holds(*file)?.is_some_and(|held| held == self.held[*file]);
                    differs.fetch_or(!same, Ordering::Relaxed);
                }
            }
            Ok(())
        };
        job.threads.fold(chunks.len(), |_| (), look)?;
        Ok(!differs.into_inner())
    }

    /// Puts copies of the run's files into the new run's folder, and says from which run; `None` if one of them is not
    /// what it was, with an unknown number of files copied.
    pub fn copy(&self, directory: &Directory, job: &Job<'_>) -> Result<Option<String>, Failure> {
        let Some((run, from)) = directory.earlier(&self.run)? else { return Ok(None) };
        let differs = AtomicBool::new(false);
        // The largest first, so that all threads end at about the same time.
        let mut files: Vec<&Made> = self.files.iter().collect();
        files.sort_by_key(|file| std::cmp::Reverse(file.bytes));
        let copy = |(): &mut (), at: usize| {
            job.stop.check()?;
            if !differs.load(Ordering::Relaxed) {
                let copied = directory.folder().copy(&files[at].path, &from.join(&files[at].path))?;
                let same = copied.is_some_and(|copied| copied.sha256 == files[at].sha256);
                differs.fetch_or(!same, Ordering::Relaxed);
            }
            Ok(())
        };
        job.threads.fold(files.len(), |_| (), copy)?;
        Ok((!differs.into_inner()).then_some(run))
    }
}
