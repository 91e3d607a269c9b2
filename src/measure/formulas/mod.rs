//! Every statistic as a pure function of counts: the formula, its base, when it is not defined, and the paper.

pub mod bursts;
pub mod contingency;
pub mod dispersion;
pub mod diversity;
mod falls;
pub mod keyness;
pub mod ngram;
mod odds_limit;
pub mod repeats;
pub mod significance;
mod slope;
pub mod trend;
