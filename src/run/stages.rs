//! The stages of a run with their times, and run.json, the only file that differs between equal runs.

use std::time::Instant;

use serde::Serialize;

use super::cache::Told;
use super::clock::Moment;
use super::memory;
use super::{Job, Made, Watch};
use crate::base::heap;
use crate::base::problem::{Problem, shown};
use crate::write::manifest::json;

/// The stopwatch of a run.
pub struct Stages<'w> {
    watch: &'w dyn Watch,
    started: Moment,
    now: (&'static str, Instant),
    done: Vec<(&'static str, f64)>,
}

#[derive(Serialize)]
struct Record<'a> {
    run: &'a str,
    started: String,
    ended: String,
    seconds: f64,
    stages: Vec<Stage>,
    peak_memory_bytes: Option<u64>,
    jobs: usize,
    input: String,
    output: String,
    exit_code: u8,
    /// The run whose files these are, where nothing had changed since.
    reused_from: Option<&'a str>,
    /// Bytes that did not fit in memory and waited on the disk.
    spilled_bytes: u64,
    /// What the cache gave; nothing where nothing was read.
    cache: Option<&'a Told>,
}

#[derive(Serialize)]
struct Stage {
    stage: &'static str,
    seconds: f64,
}

impl<'w> Stages<'w> {
    pub fn begin(watch: &'w dyn Watch) -> Self {
        watch.stage("prepare");
        Self { watch, started: Moment::now(), now: ("prepare", Instant::now()), done: Vec::new() }
    }

    /// Ends the stage that runs and begins another, whose memory is not what the first has left.
    pub fn enter(&mut self, name: &'static str) {
        heap::give_back();
        self.close();
        self.watch.stage(name);
        self.now = (name, Instant::now());
    }

    /// Ends the last stage; seconds by stage.
    pub fn end(mut self) -> Vec<(&'static str, f64)> {
        self.close();
        self.done
    }

    /// run.json. It is written before the last stage ends, whose time is what passed until then.
    pub fn record(&self, run: &str, job: &Job<'_>, made: &Made) -> Result<Vec<u8>, Problem> {
        let last = std::iter::once((self.now.0, self.now.1.elapsed().as_secs_f64()));
        let stages: Vec<Stage> = self
            .done
            .iter()
            .copied()
            .chain(last)
            .map(|(stage, seconds)| Stage { stage, seconds: rounded(seconds) })
            .collect();
        let record = Record {
            run,
            started: self.started.text(),
            ended: Moment::now().text(),
            seconds: rounded(stages.iter().map(|stage| stage.seconds).sum()),
            stages,
            peak_memory_bytes: memory::peak(),
            jobs: job.threads.count(),
            input: shown(&job.config.ingest.input),
            output: shown(&job.config.write.output),
            exit_code: made.exit_code(),
            reused_from: made.reused_from.as_deref(),
            spilled_bytes: made.spilled,
            cache: made.cache.as_ref(),
        };
        json(&record)
    }

    fn close(&mut self) {
        self.done.push((self.now.0, self.now.1.elapsed().as_secs_f64()));
    }
}

/// Milliseconds are as much as a person reads.
fn rounded(seconds: f64) -> f64 {
    (seconds * 1000.0).round() / 1000.0
}
