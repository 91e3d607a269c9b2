//! What is said of the output folder.

use super::*;

#[test]
fn an_output_that_cannot_be_written_is_told_before_an_article_is_read() {
    // Below a regular file nobody can write, not even root.
    let run = Run::new().input("a.txt", ARTICLE).file("occupied", "");
    assert_snapshot!(run.run(&["--output", "occupied/output"]).fails_with(1), @"
    error: occupied/output/runs: making the folder failed: not a directory
      help: a file stands where a folder must be: move it away, or choose another folder with --output
    ");
}

#[test]
fn an_output_that_is_a_file_is_told() {
    let run = Run::new().input("a.txt", ARTICLE).file("occupied", "");
    assert_snapshot!(run.run(&["--output", "occupied"]).fails_with(1), @"
    error: occupied/runs: making the folder failed: not a directory
      help: a file stands where a folder must be: move it away, or choose another folder with --output
    ");
}

/// A run whose output folder another run works on, until the file is dropped.
pub fn locked() -> (Run, File) {
    let run = Run::new().input("a.txt", ARTICLE).file("output/state/lock", "process 4711, since 2026-11-21T03:10:00Z");
    let lock = File::open(run.path("output/state/lock")).expect("it was just made");
    lock.try_lock().expect("nobody else knows this folder");
    (run, lock)
}

#[test]
fn a_second_run_is_told_who_holds_the_lock() {
    let (run, lock) = locked();
    assert_snapshot!(run.run(&[]).fails_with(11), @"
    error: output/state/lock: another run is working on this output folder (process 4711, since 2026-11-21T03:10:00Z)
      help: wait for it to end, or give this run its own folder with --output
    ");
    assert_eq!(run.files("output"), ["state/lock"]);
    drop(lock);
    assert_eq!(run.run(&[]).code, 0, "the lock is free again");
}

#[test]
fn check_needs_no_lock() {
    let (run, _lock) = locked();
    assert_eq!(run.run(&["check"]).code, 0);
}
