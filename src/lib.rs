//! newsgauge.
pub mod base;
