//! methods.html says how every number was made and what the thresholds left out, and what it says is so.

#[path = "../support/mod.rs"]
mod support;

mod columns;
mod page;
mod thresholds;
