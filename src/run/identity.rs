//! Which program, configuration and dictionary are at work: with equal ones, equal articles give equal files.

use crate::base::digest::Hash;
use crate::base::disk::spare;
use crate::base::problem::Problem;
use crate::write::manifest::json;
use serde::Serialize;

/// A hash of the program itself, not of its version number: one that was built anew without a new number may count
/// otherwise. `None` where the system does not say which file the program is; then nothing is kept for it.
pub fn program() -> Option<u128> {
    spare::hash(&std::env::current_exe().ok()?)
}

/// The hash of several things that can be written down.
#[derive(Default)]
pub struct Identity(Hash);

impl Identity {
    pub fn with(mut self, part: &impl Serialize) -> Result<Self, Problem> {
        self.0.part(&json(part)?);
        Ok(self)
    }

    pub fn finish(self) -> String {
        self.0.finish()
    }
}
