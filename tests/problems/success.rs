//! What a run that ends well says.

use super::*;

#[test]
fn a_run_says_what_it_counted_and_where_it_is() {
    assert_snapshot!(Run::new().input("a.txt", ARTICLE).run(&[]).says_with(0), @"
    1 article, 13 tokens, 5 mentions
    output/runs/000001-…/report.html
    ");
}

#[test]
fn a_run_that_skipped_something_says_where_the_list_is() {
    let ended = Run::new().input("a.txt", ARTICLE).input("b.pdf", "%PDF").run(&[]);
    assert_eq!(ended.code, 3, "{ended}");
    assert_snapshot!(ended.stderr, @"warning: some input was skipped: see output/runs/000001-…/tables/skipped.csv (1 row) for the reasons");
}

#[test]
fn a_quiet_run_says_nothing_when_all_is_well() {
    assert_eq!(Run::new().input("a.txt", ARTICLE).run(&["--quiet"]).says_with(0), "");
}

#[test]
fn a_quiet_run_still_says_what_is_wrong() {
    assert_snapshot!(Run::new().run(&["--quiet"]).fails_with(4), @"
    error: input: it gave 0 articles and 0 skipped rows, and [run] min_articles is 1
      help: put .txt, .md, .csv or .jsonl files into it, or name another folder with --input
    ");
}

#[test]
fn a_verbose_run_names_its_stages() {
    let ended = Run::new().input("a.txt", ARTICLE).run(&["--verbose"]);
    assert_eq!(ended.code, 0, "{ended}");
    let stages: Vec<&str> = ended.stderr.lines().filter_map(|line| line.split_whitespace().next()).collect();
    assert_snapshot!(stages.join(" "), @"prepare read stories suggest actors words phrases settle terms profile counts keyness networks tabulate write publish");
}

#[test]
fn a_run_that_guessed_an_encoding_says_where_to_look() {
    // windows-1251, without anything that says so.
    let guessed = b"\xcf\xf3\xf2\xe8\xed \xe2\xf1\xf2\xf0\xe5\xf2\xe8\xeb \xea\xee\xec\xe0\xed\xe4\xf3 \xe2 \xcc\xee\xf1\xea\xe2\xe5.";
    let ended = Run::new().input("a.txt", ARTICLE).input("b.txt", guessed).run(&[]);
    assert_eq!(ended.code, 0, "{ended}");
    assert_snapshot!(ended.stderr, @"
    warning: input: the encoding of 1 article was guessed (column encoding of tables/articles.csv)
      help: look at one of them in mentions.csv; if it is garbled, name its encoding in [ingest] encoding
    ");
}
