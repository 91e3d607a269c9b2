//! newsgauge.
pub mod base;
pub mod config;
