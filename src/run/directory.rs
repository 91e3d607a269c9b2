//! The run directory: whole or absent, whatever is killed or unplugged, and the way to the newest.
//!
//! The order of the steps is what experiments with kills and power cuts proved: stage and sync every file, sync the
//! folders, rename into `runs/`, sync `runs/`, move `latest`, sync the output folder.

use std::path::{Path, PathBuf};

use serde::Serialize;

use super::Watch;
use super::clock::Moment;
use crate::base::disk::staged::Staged;
use crate::base::disk::{durable, lock};
use crate::base::problem::{Failure, Problem};
use crate::write::manifest::json;

/// A run directory in the making; nothing of it is seen until `publish`.
pub struct Directory {
    output: PathBuf,
    staged: Staged,
    /// "000123-20261121T031000Z".
    id: String,
    began: Moment,
    keep: usize,
    _lock: lock::Lock,
}

#[derive(Serialize)]
struct Latest<'a> {
    run: &'a str,
    path: String,
}

impl Directory {
    /// Takes the lock, clears what killed runs left, and makes the staging folder: so the output is tried for writing
    /// before the first article is read.
    pub fn begin(output: &Path, keep: usize) -> Result<Self, Failure> {
        let (runs, state) = (output.join("runs"), output.join("state"));
        durable::make_folder(&runs)?;
        durable::make_folder(&state)?;
        let now = Moment::now();
        let holder = format!("process {}, since {}", std::process::id(), now.text());
        let lock = lock::take(&state.join("lock"), &holder)?;
        durable::sync_folder(output)?;
        for name in durable::names(output)?.iter().filter(|name| ours(name)) {
            durable::remove(&output.join(name))?;
        }
        let latest = output.join("latest");
        if !durable::is_absent_or_link(&latest) {
            let what = "something stands where the link to the newest run goes";
            return Err(Problem::of(&latest, what, "move it away, or choose another folder with --output").into());
        }
        let last = durable::names(&runs)?.iter().filter_map(|name| number(name)).max().unwrap_or(0);
        let id = format!("{:06}-{}", last + 1, now.name());
        let staging = output.join(format!(".tmp-{id}"));
        let staged = Staged::new(&staging)?;
        durable::write_new(&staging.join(".probe"), b"newsgauge")?;
        durable::remove(&staging.join(".probe"))?;
        Ok(Self { output: output.to_owned(), staged, id, began: now, keep, _lock: lock })
    }

    pub fn id(&self) -> &str {
        &self.id
    }

    pub fn began(&self) -> Moment {
        self.began
    }

    /// Where the files of the run are written.
    pub fn folder(&self) -> &Staged {
        &self.staged
    }

    /// Throws away what was written so far.
    pub fn restart(&mut self) -> Result<(), Problem> {
        let root = self.staged.root().to_owned();
        durable::remove(&root)?;
        self.staged = Staged::new(&root)?;
        Ok(())
    }

    /// Where what saves work in later runs is kept.
    pub fn state(&self) -> PathBuf {
        self.output.join("state")
    }

    /// Where what was made of parts of the input is kept.
    pub fn cache(&self) -> PathBuf {
        self.state().join("cache")
    }

    /// Where what does not fit in memory waits.
    pub fn scratch(&self) -> PathBuf {
        self.state().join("spill")
    }

    /// The run `id` and its folder, or the newest run where that one is gone.
    pub fn earlier(&self, id: &str) -> Result<Option<(String, PathBuf)>, Problem> {
        let runs = self.output.join("runs");
        let mut names = durable::names(&runs)?;
        names.retain(|name| number(name).is_some());
        let newest = names.iter().max_by_key(|name| number(name));
        let found = names.iter().find(|name| *name == id).or(newest);
        Ok(found.map(|name| (name.clone(), runs.join(name))))
    }

    /// Writes the record of the run, and makes the whole visible in one step.
    pub fn publish(
        &self,
        record: impl FnOnce(&str) -> Result<Vec<u8>, Problem>,
        watch: &dyn Watch,
    ) -> Result<PathBuf, Failure> {
        self.staged.put("run.json", &record(&self.id)?)?;
        self.staged.sync()?;
        let runs = self.output.join("runs");
        let folder = runs.join(&self.id);
        durable::rename(self.staged.root(), &folder)?;
        durable::sync_folder(&runs)?;
        self.point().map_err(|problem| Problem {
            what: format!("run {} is complete, but {}", self.id, problem.what),
            ..problem
        })?;
        // From here the run is done; what fails now is told and changes nothing.
        if let Err(problem) = self.forget_old_runs(&runs) {
            watch.warn(&problem);
        }
        Ok(folder)
    }

    /// Moves `latest` and `latest.json` to this run.
    fn point(&self) -> Result<(), Problem> {
        let path = format!("runs/{}", self.id);
        durable::replace(&self.output.join("latest.json"), &json(&Latest { run: &self.id, path: path.clone() })?)?;
        // Where the system has no links, latest.json alone says which run is the newest.
        durable::replace_link(&self.output.join("latest"), Path::new(&path))?;
        durable::sync_folder(&self.output)
    }

    /// Keeps the newest runs by number, never by date: clocks jump.
    fn forget_old_runs(&self, runs: &Path) -> Result<(), Problem> {
        let mut known: Vec<(u64, String)> =
            durable::names(runs)?.into_iter().filter_map(|name| Some((number(&name)?, name))).collect();
        known.sort();
        known.truncate(known.len().saturating_sub(self.keep));
        for (_, name) in known {
            // Renamed first, so that a half-removed run is never taken for a whole one.
            let condemned = self.output.join(format!(".tmp-gc-{name}"));
            durable::rename(&runs.join(&name), &condemned)?;
            durable::remove(&condemned)?;
        }
        Ok(())
    }
}

impl Drop for Directory {
    /// A run that failed leaves nothing; a run that was killed leaves a staging folder that the next one removes.
    fn drop(&mut self) {
        let _ = durable::remove(self.staged.root());
    }
}

/// What a killed run may have left beside the runs; anything else in the folder is somebody else's.
fn ours(name: &str) -> bool {
    let staged = name.strip_prefix(".tmp-gc-").or_else(|| name.strip_prefix(".tmp-"));
    staged.is_some_and(|run| number(run).is_some()) || matches!(name, ".latest.new" | ".latest.json.new")
}

/// The sequence number of a run directory, "000123-20261121T031000Z"; none for what only looks like one.
fn number(name: &str) -> Option<u64> {
    let (number, time) = name.split_once('-')?;
    let shape: String = time.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
    if number.len() < 6 || shape != "00000000T000000Z" { None } else { number.parse().ok() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_a_run_made_is_taken_for_a_run() {
        assert_eq!(number("000123-20261121T031000Z"), Some(123));
        assert_eq!([number("2024-notes"), number("000001-x"), number("runs")], [None, None, None]);
        assert!(ours(".tmp-000001-20261121T031000Z") && ours(".tmp-gc-000001-20261121T031000Z") && ours(".latest.new"));
        assert!(!ours(".tmp-mine") && !ours(".latest-notes") && !ours("latest"));
    }
}
