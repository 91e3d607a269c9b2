//! Counts which words are used, what occurs with what, and who is mentioned in a folder of news articles.
//!
//! The folders are the pipeline, and their alphabetical order is the direction of the data:
//!
//! 1. [`config`]: config.toml and the actor dictionary, checked whole.
//! 2. [`ingest`]: files become articles in a fixed order.
//! 3. [`lex`]: an article becomes sentences and tokens.
//! 4. [`link`]: stretches of an article become mentions of actors.
//! 5. [`measure`]: tokens and mentions become tallies that merge; merged tallies become statistics.
//! 6. [`tabulate`]: statistics become tables.
//! 7. [`mod@write`]: tables become CSV, charts, the report and the manifest.
//! 8. [`run`]: the stages in order, and a run directory that is whole or absent.
//!
//! A folder uses only folders above it in this list; [`base`] stands under all.

pub mod base;
pub mod config;
pub mod ingest;
pub mod lex;
pub mod link;
pub mod measure;
pub mod run;
pub mod tabulate;
pub mod write;
