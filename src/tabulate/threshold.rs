//! What decides which rows a table has: a key of config.toml, its value in the run, and how many rows it kept out.

use super::Source;
use crate::config::load;

/// A key of config.toml that keeps rows out of a table, or that decides what its numbers count.
#[derive(Clone, Copy)]
pub struct Threshold {
    /// Section and key: "tabulate.term_min_n".
    pub key: &'static str,
    /// What it does: "terms that occur less often are left out".
    pub does: &'static str,
    /// What is counted of what it keeps out, in the singular: "row".
    pub unit: &'static str,
    /// How many were kept out; `None` where that is not known.
    pub removed: fn(&Source<'_>) -> Option<u64>,
    /// What is said where it is not known: why, or that no row depends on it.
    pub uncounted: &'static str,
}

/// A threshold that keeps out no rows; `counted` and `uncounted` say otherwise.
pub const fn threshold(key: &'static str, does: &'static str) -> Threshold {
    Threshold { key, does, unit: "", removed: |_| None, uncounted: "no rows" }
}

impl Threshold {
    /// How many of `unit` it kept out.
    pub const fn counted(self, unit: &'static str, removed: fn(&Source<'_>) -> Option<u64>) -> Self {
        Self { unit, removed, ..self }
    }

    /// Why it is not known how many rows it kept out.
    pub const fn uncounted(self, why: &'static str) -> Self {
        Self { uncounted: why, ..self }
    }
}

/// A threshold in a run.
pub struct InForce {
    pub threshold: &'static Threshold,
    /// As TOML writes it.
    pub value: String,
    pub removed: Option<u64>,
}

/// Those of a table, in its order.
pub fn in_force(thresholds: &'static [Threshold], source: &Source<'_>) -> Vec<InForce> {
    let in_force = |threshold: &'static Threshold| InForce {
        threshold,
        value: load::value_in_force(source.config, threshold.key),
        removed: (threshold.removed)(source),
    };
    thresholds.iter().map(in_force).collect()
}
