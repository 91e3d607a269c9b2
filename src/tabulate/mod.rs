//! Measures -> polars frames, one table a file; the only user of polars.
//!
//! A table's file holds its columns, with the meaning of each, beside the code that fills them: the methods page, the
//! README's test and the CSV header are made from the same list.

mod actor_pairs;
mod actors;
mod articles;
mod by;
mod conflicts;
mod cooccurrence;
mod mentions;
pub mod overview;
mod skipped;
pub mod table;
mod terms;

use crate::base::problem::Problem;
use crate::config::Config;
use crate::config::actors::Dictionary;
use crate::ingest::article::Skipped;
use crate::measure::results::Measures;
use table::{Spec, Table};

/// What the tables are made from.
pub struct Source<'a> {
    pub measures: &'a Measures,
    pub dictionary: &'a Dictionary,
    pub skipped: &'a [Skipped],
    pub config: &'a Config,
}

/// Every table, in the order of the report.
pub const SPECS: [&Spec; 13] = [
    &terms::SPEC,
    &by::TERMS_BY_MONTH,
    &by::TERMS_BY_OUTLET,
    &cooccurrence::SPEC,
    &actors::SPEC,
    &by::ACTORS_BY_MONTH,
    &by::ACTORS_BY_OUTLET,
    &actor_pairs::SPEC,
    &mentions::SPEC,
    &conflicts::SPEC,
    &articles::SPEC,
    &by::ARTICLES_BY_MONTH,
    &skipped::SPEC,
];

/// All tables of a run, in the order of `SPECS`.
///
/// # Errors
/// Where polars refuses a frame: a broken promise of ours, reported with the table's name.
pub fn tables(source: &Source<'_>) -> Result<Vec<Table>, Problem> {
    SPECS.iter().map(|spec| Table::build(spec, source)).collect()
}
