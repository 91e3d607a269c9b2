//! Every message that a person meets, as it is read: each names the place, what is wrong and what to do.
//!
//! After a change of words: `cargo insta review` (from `cargo install cargo-insta`) shows each old and new message and writes
//! the new ones into these files.
// Windows has other words for its own errors and other separators in paths.
#![cfg(unix)]

#[path = "../support/mod.rs"]
mod support;

mod care;
mod check;
mod command_line;
mod configuration;
mod dictionary;
mod input;
mod output;
mod schedulers;
mod stopping;
mod success;

use std::fs::{self, File};
use std::os::unix::fs::symlink;
use std::process::Command;
use std::time::Duration;

use insta::assert_snapshot;
use support::{CONFIG, Run};

const ARTICLE: &str = "Vladimir Putin met Kim Jong Un in Russia. Putin thanked Kim Jong Un.\n";

/// What a run with this config.toml says; it must do nothing else.
#[track_caller]
fn config(text: &str) -> String {
    refused(&Run::new().input("a.txt", ARTICLE).config(text))
}

/// The same for an actors.toml.
#[track_caller]
fn dictionary(text: impl AsRef<[u8]>) -> String {
    refused(&Run::new().input("a.txt", ARTICLE).file("actors.toml", text))
}

/// The same for an actors.csv.
#[track_caller]
fn sheet(text: impl AsRef<[u8]>) -> String {
    let config = "[measure]\ndictionary = \"actors.csv\"\n";
    refused(&Run::new().input("a.txt", ARTICLE).config(config).file("actors.csv", text))
}

#[track_caller]
fn refused(run: &Run) -> String {
    let ended = run.run(&[]);
    let said = ended.fails_with(2).to_owned();
    assert!(
        !run.path("output").exists(),
        "a run that cannot begin leaves no trace, and this one made {:?}",
        run.files(".")
    );
    said
}
