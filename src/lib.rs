//! newsgauge.
pub mod base;
pub mod config;
pub mod ingest;
pub mod lex;
pub mod measure;
pub mod tabulate;
