//! Which program, configuration and dictionary are at work: with equal ones, equal articles give equal files.

use super::Job;
use crate::base::digest::Hash;
use crate::base::disk::spare;
use crate::base::problem::Problem;
use crate::write::manifest::json;

/// A hash of the program itself, not of its version number: one that was built anew without a new number may count
/// otherwise. `None` where the system does not say which file the program is; then nothing is kept for it.
pub fn program() -> Option<u128> {
    spare::hash(&std::env::current_exe().ok()?)
}

/// All that decides over the files of a run besides its articles, as a hash; `None` where nothing is kept from run to run.
pub fn identity(job: &Job<'_>) -> Result<Option<String>, Problem> {
    let Some(program) = job.program else { return Ok(None) };
    let mut hash = Hash::default();
    hash.part(&program.to_le_bytes());
    hash.part(&json(job.config)?);
    hash.part(&json(job.dictionary)?);
    hash.part(job.corpus.beside().as_bytes());
    Ok(Some(hash.finish()))
}
