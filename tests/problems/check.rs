//! What `newsgauge check` says.

use super::*;

#[test]
fn check_says_what_a_run_would_start_from() {
    let run = Run::new()
        .input("a.txt", format!("---\ndate: 2024-06-19\n---\n{ARTICLE}"))
        .input("b.csv", "text,date\nOne.,2023-01\nTwo.,\n");
    assert_snapshot!(run.run(&["check"]).says_with(0), @"
    config.toml: no problem
    actors.toml: 5 actors, 8 strong aliases, 1 weak alias, 0 offices
    input: 3 articles in 2 files, dated 2023-01 to 2024-06-19, 1 without a date
    ");
    assert!(!run.path("output").exists(), "check writes nothing");
}

#[test]
fn check_lists_what_would_be_skipped() {
    let run = Run::new().input("a.txt", ARTICLE).input("b.jsonl", "{}\n").input("c.pdf", "%PDF");
    assert_snapshot!(run.run(&["check"]).says_with(3), @"
    config.toml: no problem
    actors.toml: 5 actors, 8 strong aliases, 1 weak alias, 0 offices
    input: 1 article in 2 files, 1 without a date
    skipped: b.jsonl:1: no text under `text` ([ingest.columns] text names the column)
    skipped: c.pdf: not a .txt, .md, .csv or .jsonl file ([ingest] ignore passes endings over in silence)
    ");
}

#[test]
fn check_says_that_there_are_too_few_articles() {
    let ended = Run::new().run(&["check"]);
    assert_eq!(ended.code, 4, "{ended}");
    assert_snapshot!(format!("{}--- standard error\n{}", ended.stdout, ended.stderr), @"
    config.toml: no problem
    actors.toml: 5 actors, 8 strong aliases, 1 weak alias, 0 offices
    input: 0 articles in 0 files, 0 without a date
    --- standard error
    error: input: it gave 0 articles and 0 skipped rows, and [run] min_articles is 1
      help: put .txt, .md, .csv or .jsonl files into it, or name another folder with --input
    ");
}

#[test]
fn check_warns_of_an_alias_that_belongs_to_two() {
    let text = "[[actor]]\nid = \"a\"\nname = \"Kim\"\ntype = \"person\"\n\n[[actor]]\nid = \"b\"\nname = \"Kim\"\ntype = \"person\"\n";
    let ended = Run::new().input("a.txt", ARTICLE).actors(text).run(&["check"]);
    assert_eq!(ended.code, 0, "{ended}");
    assert_snapshot!(ended.stderr, @r#"
    warning: actors.toml: the alias "Kim" belongs to a and b
      help: give it to one of them, or make it weak: where the capitals fit all of them it counts for nobody
    "#);
}

#[test]
fn a_quiet_check_says_nothing_when_all_is_well() {
    assert_eq!(Run::new().input("a.txt", ARTICLE).run(&["check", "--quiet"]).says_with(0), "");
}
