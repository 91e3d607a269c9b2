//! A run whose input is that of the last one takes over its files; whatever changed, the files are right.

mod support;

use std::fs;
use std::process::Command;

use serde_json::Value;
use support::{CONFIG, Ended, Run, assert_same};

/// Everything that a run can be made from: texts, rows, lines, sidecars inside and outside, something to skip.
fn corpus() -> Run {
    Run::new()
        .config(&format!("{CONFIG}[ingest]\nmetadata = \"known.csv\"\nignore = [\".bak\"]\n"))
        .file("known.csv", "path,outlet\na.txt,Amur Herald\n")
        .input("a.txt", "Vladimir Putin met Kim Jong Un in Russia.")
        .input("b.md", "# Bridge\nA bridge to North Korea.")
        .input("c.csv", "text,date\nPutin left Pyongyang.,2024-06-19\n")
        .input("d.jsonl", "{\"text\": \"The DPRK and Russia.\"}\n")
        .input("metadata.csv", "path,outlet\nb.md,Tumen Post\n")
        .input("e.bak", "not looked at")
        .input("f.pdf", "%PDF")
}

/// The run that the newest run took its files over from.
fn reused_from(run: &Run) -> Option<String> {
    let record: Value = serde_json::from_str(&run.latest("run.json")).expect("run.json is JSON");
    record["reused_from"].as_str().map(str::to_owned)
}

/// Runs with `change` between two runs; the second must take nothing over and yet be right.
#[track_caller]
fn made_anew_after(change: impl FnOnce(Run) -> Run) {
    let run = corpus();
    assert_eq!(run.run(&[]).code, 3);
    let run = change(run);
    assert!(matches!(run.run(&[]).code, 0 | 3));
    assert_eq!(reused_from(&run), None, "something changed");
    run.assert_newest_is_right();
    // What the second run left is as good for a third.
    assert!(matches!(run.run(&[]).code, 0 | 3));
    assert!(reused_from(&run).is_some_and(|from| from.starts_with("000002-")), "nothing changed");
    run.assert_newest_is_right();
}

#[test]
fn an_unchanged_second_run_takes_over_the_files_of_the_first_and_says_so() {
    let run = corpus();
    let first = run.run(&[]);
    assert_eq!((first.code, reused_from(&run)), (3, None), "{first}");
    let files = run.bytes("output/latest");
    let second = run.run(&[]);
    assert!(reused_from(&run).is_some_and(|from| from.starts_with("000001-")));
    assert_same(&files, &run.bytes("output/latest"));
    run.assert_newest_is_right();
    let said = |ended: &Ended| format!("{ended}").replace("runs/000002-", "runs/000001-");
    assert_eq!(said(&first), said(&second), "it ends and speaks like the first");
}

#[test]
fn a_file_that_was_touched_and_holds_the_same_is_unchanged() {
    let run = corpus();
    run.run(&[]);
    let run = run.input("a.txt", "Vladimir Putin met Kim Jong Un in Russia.");
    run.run(&[]);
    assert!(reused_from(&run).is_some());
}

#[test]
fn to_edit_a_file_of_one_run_changes_no_other() {
    let run = corpus();
    run.run(&[]);
    let files = run.bytes("output/latest");
    let first = fs::canonicalize(run.path("output/latest")).expect("latest leads to a run");
    run.run(&[]);
    fs::write(run.path("output/latest/tables/terms.csv"), "mine").expect("the table is there");
    let below = first.strip_prefix(fs::canonicalize(run.path(".")).expect("the folder is there")).expect("below it");
    assert_same(&files, &run.bytes(&below.to_string_lossy()));
}

#[test]
fn a_changed_text_of_equal_length_is_noticed() {
    made_anew_after(|run| run.input("a.txt", "Vladimir Putin met Kim Jong Un in Prussi."));
}

#[test]
fn a_changed_text_with_the_time_of_the_old_one_is_noticed() {
    made_anew_after(|run| {
        let old = fs::metadata(run.path("input/c.csv")).and_then(|meta| meta.modified()).expect("it has a time");
        let run = run.input("c.csv", "text,date\nPutin left Pyongyang.,2025-06-19\n");
        let file = fs::File::options().write(true).open(run.path("input/c.csv")).expect("it is there");
        file.set_modified(old).expect("the time of a file can be set");
        run
    });
}

#[test]
fn a_file_more_or_less_is_noticed() {
    made_anew_after(|run| run.input("aa.txt", "Russia."));
    made_anew_after(|run| run.without("input/b.md"));
    made_anew_after(|run| run.input("g.bak", "").input("metadata.csv", "path,outlet\nb.md,Tumen Post\ng.bak,No\n"));
    made_anew_after(|run| run.without("input/f.pdf").input("g.pdf", "%PDF"));
}

#[test]
fn a_changed_sidecar_is_noticed() {
    made_anew_after(|run| run.input("metadata.csv", "path,outlet\nb.md,Tumen Mail\n"));
    made_anew_after(|run| run.file("known.csv", "path,outlet\na.txt,Amur Gazette\n"));
    made_anew_after(|run| run.without("input/metadata.csv"));
}

#[test]
fn a_changed_configuration_is_noticed() {
    made_anew_after(|run| run.config(&format!("{CONFIG}[lex]\nmin_length = 4\n")));
    made_anew_after(|run| run.config(&format!("{CONFIG}chart_rows = 3\n[ingest]\nmetadata = \"known.csv\"\n")));
}

#[test]
fn a_changed_dictionary_is_noticed() {
    made_anew_after(|run| {
        run.actors("[[actor]]\nid = \"putin\"\nname = \"Vladimir Putin\"\ntype = \"person\"\nshort = [\"Putin\"]\n")
    });
}

#[test]
fn what_only_the_job_depends_on_changes_nothing() {
    let run = corpus();
    run.run(&[]);
    run.run(&["--jobs", "1", "--memory", "100 MB"]);
    assert!(reused_from(&run).is_some());
}

#[test]
fn a_damaged_file_of_the_last_run_is_never_taken_over() {
    made_anew_after(|run| run.file("output/latest/tables/terms.csv", "term,n\nbridge,7\n"));
    made_anew_after(|run| run.without("output/latest/charts/terms.svg"));
    made_anew_after(|run| run.file("output/latest/manifest.json", "{}"));
    made_anew_after(|run| run.without("output/latest/report.html").file("output/latest/report.html/x", ""));
}

#[test]
fn a_state_folder_that_is_gone_or_damaged_costs_a_run_and_nothing_else() {
    made_anew_after(|run| run.without("output/state"));
    for at in [0, 15, 16, 17, 100, 400, 900] {
        made_anew_after(|run| {
            let mut bytes = fs::read(run.path("output/state/last")).expect("the run remembered itself");
            bytes[at] ^= 4;
            run.file("output/state/last", bytes)
        });
    }
    made_anew_after(|run| {
        let bytes = fs::read(run.path("output/state/last")).expect("the run remembered itself");
        run.file("output/state/last", &bytes[..bytes.len() / 2])
    });
    made_anew_after(|run| run.file("output/state/last", ""));
}

#[test]
fn another_build_of_the_program_takes_nothing_over() {
    let run = corpus();
    run.run(&[]);
    let mut program = fs::read(env!("CARGO_BIN_EXE_newsgauge")).expect("cargo has built it");
    // The system loads what the program's head speaks of, and this is behind it.
    program.push(0);
    let newer = run.path("newsgauge");
    fs::copy(env!("CARGO_BIN_EXE_newsgauge"), &newer).expect("it can be copied, with its permissions");
    fs::write(&newer, program).expect("the copy is ours");
    // Another test that starts a program at this moment holds the copy open for a blink.
    let start = || Command::new(&newer).current_dir(run.path(".")).output();
    let busy = |error: &std::io::Error| error.kind() == std::io::ErrorKind::ExecutableFileBusy;
    let mut ended = start();
    while ended.as_ref().is_err_and(busy) {
        ended = start();
    }
    let ended = ended.expect("it can be started");
    assert_eq!((ended.status.code(), reused_from(&run)), (Some(3), None));
    run.assert_newest_is_right();
}

#[test]
fn without_a_cache_nothing_is_taken_over_and_nothing_is_kept() {
    let run = corpus();
    run.run(&["--no-cache"]);
    assert_eq!(run.files("output/state"), ["lock"]);
    run.run(&[]);
    run.run(&["--no-cache"]);
    assert_eq!(reused_from(&run), None);
    let run = run.config(&format!(
        "{CONFIG}[run]\ncache_limit = \"0\"\n[ingest]\nmetadata = \"known.csv\"\nignore = [\".bak\"]\n"
    ));
    run.run(&[]);
    assert_eq!(reused_from(&run), None);
}

#[test]
fn too_few_articles_are_too_few_whether_or_not_they_are_read_again() {
    let run = corpus();
    run.run(&[]);
    let run = run
        .config(&format!("{CONFIG}[run]\nmin_articles = 9\n[ingest]\nmetadata = \"known.csv\"\nignore = [\".bak\"]\n"));
    let ended = run.run(&[]);
    assert_eq!(ended.code, 4, "{ended}");
}

#[test]
fn the_files_go_from_run_to_run_when_the_first_is_gone() {
    let run = corpus().config(&format!("{CONFIG}[run]\nkeep_runs = 2\n"));
    (0..4).for_each(|_| assert_eq!(run.run(&[]).code, 3));
    assert!(reused_from(&run).is_some_and(|from| from.starts_with("000003-")));
    run.assert_newest_is_right();
}
