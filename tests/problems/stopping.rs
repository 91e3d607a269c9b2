//! What is said, and left, when a run is stopped.

use super::*;

#[test]
fn ctrl_c_ends_a_run_without_publishing_and_without_a_trace() {
    assert_snapshot!(interrupted("-INT"), @"interrupted: nothing was published, output/latest is as it was");
}

#[test]
fn the_stop_of_a_service_ends_a_run_in_the_same_way() {
    assert_snapshot!(interrupted("-TERM"), @"interrupted: nothing was published, output/latest is as it was");
}

/// What a run says that gets `signal` while it reads.
#[track_caller]
fn interrupted(signal: &str) -> String {
    let run = Run::new().input("large.jsonl", large());
    let mut child = run.start(&["--jobs", "1"]);
    // The handler of the signal stands before the staging folder is made, and that before the first article is read;
    // to read all of them takes many times longer than one look at the folder.
    while !staged(&run) {
        let ended = child.try_wait().expect("the child is ours");
        assert!(ended.is_none(), "the run ended before it staged anything: {ended:?}");
        std::thread::sleep(Duration::from_millis(1));
    }
    let sent = Command::new("kill").args([signal, &child.id().to_string()]).status();
    assert!(sent.is_ok_and(|status| status.success()), "the test needs the command kill");
    let ended = run.end(child);
    crate::input::nothing_published(&run);
    ended.fails_with(130).to_owned()
}

fn staged(run: &Run) -> bool {
    let entries = fs::read_dir(run.path("output")).into_iter().flatten().flatten();
    entries.into_iter().any(|entry| entry.file_name().to_string_lossy().starts_with(".tmp-"))
}

/// 60 MB of articles, all different.
fn large() -> String {
    let line = |number: usize| format!("{{\"text\": \"Article {number}. {}\"}}\n", "Putin met Kim. ".repeat(200));
    (0..20_000).map(line).collect()
}
