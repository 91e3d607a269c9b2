//! The wish to stop: set once by Ctrl-C, asked between pieces of work.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::base::problem::Failure;

/// A flag that all stages of one run share. Cloning it shares it.
#[derive(Clone, Debug, Default)]
pub struct Stop(Arc<AtomicBool>);

impl Stop {
    /// Asks the run to end at its next check.
    pub fn ask(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// `Err(Interrupted)` once the run was asked to end.
    pub fn check(&self) -> Result<(), Failure> {
        if self.0.load(Ordering::Relaxed) { Err(Failure::Interrupted) } else { Ok(()) }
    }
}
