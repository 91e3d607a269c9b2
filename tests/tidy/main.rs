//! The architecture as a test: who may use whom, which crate has which door, how long things are, and that configuration,
//! README and code say the same.

mod files;
mod papers;
mod rooms;
mod sources;

/// The folders of src in the direction of the data. `run` conducts and so comes last, whatever its letter.
const STAGES: [&str; 9] = ["base", "config", "ingest", "lex", "link", "measure", "tabulate", "write", "run"];

/// What only one place may name: crate or path, that place.
const DOORS: [(&str, &str); 12] = [
    ("petgraph", "src/measure/network/"),
    ("libm", "src/measure/formulas/"),
    ("polars", "src/tabulate/"),
    ("plotters", "src/write/charts/"),
    ("resvg", "src/write/charts/"),
    ("maud", "src/write/report/"),
    ("rayon", "src/base/parallel.rs"),
    ("walkdir", "src/base/disk/"),
    ("std::fs", "src/base/disk/"),
    ("clap", "src/cli.rs"),
    ("indicatif", "src/progress.rs"),
    ("ctrlc", "src/cli.rs"),
];

/// The clocks, whose only reader is the conductor.
const CLOCKS: [&str; 4] = ["Timestamp::now", "Zoned::now", "Instant::now", "SystemTime"];

/// Stages between the reading and the writing, and what they may not name: they are pure.
const PURE: [&str; 3] = ["lex", "measure", "tabulate"];
const IMPURE: [&str; 4] = ["std::fs", "std::env", "std::time", "std::io"];

const MAX_FILE: usize = 300;
const MAX_FUNCTION: usize = 50;
