//! Every statistic as a pure function of counts: the formula, its base, when it is not defined, and the paper.

pub mod contingency;
pub mod dispersion;
