//! What is said as JSON.

use super::*;

#[test]
fn json_gives_each_problem_a_line_and_the_end_another() {
    let run = Run::new().config("[lex]\nmin_lenght = 3\nwindow = 5\n");
    assert_snapshot!(run.run(&["--log-format", "json"]).fails_with(2), @r#"
    {"file":"config.toml","line":2,"message_type":"error","remedy":"did you mean `min_length`? Known in [lex]: stop_languages, keep, extra, min_length, numbers, phrases, phrase_min_n, phrase_min_npmi","what":"unknown key `lex.min_lenght`"}
    {"file":"config.toml","line":3,"message_type":"error","remedy":"`window` belongs under [measure]; known in [lex]: stop_languages, keep, extra, min_length, numbers, phrases, phrase_min_n, phrase_min_npmi","what":"unknown key `lex.window`"}
    {"code":2,"message_type":"exit_error","problems":2}
    "#);
}

#[test]
fn json_says_that_the_lock_is_held() {
    let (run, _lock) = crate::output::locked();
    assert_snapshot!(run.run(&["--log-format", "json"]).fails_with(11), @r#"
    {"file":"output/state/lock","line":null,"message_type":"error","remedy":"wait for it to end, or give this run its own folder with --output","what":"another run is working on this output folder (process 4711, since 2026-11-21T03:10:00Z)"}
    {"code":11,"message_type":"exit_error","problems":1}
    "#);
}

#[test]
fn json_sums_up_a_run() {
    let run = Run::new().input("a.txt", ARTICLE).input("b.pdf", "%PDF");
    let ended = run.run(&["--log-format", "json"]);
    let mut summary: serde_json::Value = serde_json::from_str(ended.fails_with(3)).expect("one line of JSON");
    let seconds = summary.as_object_mut().and_then(|summary| summary.remove("seconds"));
    assert!(seconds.is_some_and(|seconds| seconds.is_f64()), "the summary says how long the run took: {ended}");
    assert_snapshot!(summary, @r#"{"articles":1,"code":3,"mentions":5,"message_type":"summary","run":"output/runs/000001-…","skipped":1,"stories":1,"tokens":13}"#);
}

#[test]
fn json_warns_of_an_alias_that_belongs_to_two() {
    let text = "[[actor]]\nid = \"a\"\nname = \"Kim\"\ntype = \"person\"\n\n[[actor]]\nid = \"b\"\nname = \"Kim\"\ntype = \"person\"\n";
    let ended = Run::new().input("a.txt", ARTICLE).actors(text).run(&["check", "--quiet", "--log-format", "json"]);
    assert_snapshot!(ended.stderr, @r#"{"file":"actors.toml","line":null,"message_type":"warning","remedy":"give it to one of them, or make it weak: where the capitals fit all of them it counts for nobody","what":"the alias \"Kim\" belongs to a and b"}"#);
}
