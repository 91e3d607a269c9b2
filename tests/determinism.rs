//! The same bytes, whatever the number of threads, the order in which files were made, and however often.

mod support;

use std::collections::BTreeMap;

use support::{Run, assert_same};

/// Articles that make work for several threads: terms, phrases, pairs, actors, copies, undated ones.
fn articles() -> Vec<(String, String)> {
    let words = [
        "treaty",
        "bridge",
        "railway",
        "sanctions",
        "Workers’ Party",
        "Kim Jong Un",
        "Putin",
        "Pyongyang",
        "the DPRK",
        "Russia",
        "Russian",
    ];
    let article = |number: usize| {
        let pick = |at: usize| words[(number * 7 + at * (number % 5 + 3)) % words.len()];
        let sentence = |at: usize| {
            format!("{} and {} spoke of the {} with {}.", pick(at), pick(at + 1), pick(at + 2), pick(at + 4))
        };
        let body: Vec<String> = (0..12).map(sentence).collect();
        let date = if number.is_multiple_of(7) {
            String::new()
        } else {
            format!("date: 2024-{:02}-{:02}\n", number % 12 + 1, number % 28 + 1)
        };
        (
            format!("folder{}/{number:03}.txt", number % 3),
            format!("---\ntitle: No. {number}\noutlet: Outlet {}\n{date}---\n{}\n", number % 4, body.join(" ")),
        )
    };
    (0..60).map(article).collect()
}

fn made(articles: Vec<(String, String)>, arguments: &[&str]) -> BTreeMap<String, Vec<u8>> {
    let run = articles
        .into_iter()
        .fold(Run::new().config("[write]\npng = true\n"), |run, (path, text)| run.input(&path, text));
    let ended = run.run(arguments);
    assert_eq!(ended.code, 0, "{ended}");
    run.bytes("output/latest")
}

#[test]
fn one_two_and_eight_threads_give_the_same_bytes() {
    let one = made(articles(), &["--jobs", "1"]);
    assert!(one.len() > 20, "a run has tables, charts and a report: {:?}", one.keys());
    assert_same(&one, &made(articles(), &["--jobs", "2"]));
    assert_same(&one, &made(articles(), &["--jobs", "8"]));
}

#[test]
fn files_made_in_another_order_give_the_same_bytes() {
    let mut shuffled = articles();
    shuffled.reverse();
    shuffled.rotate_left(17);
    assert_same(&made(articles(), &[]), &made(shuffled, &[]));
}

#[test]
fn a_second_run_over_the_same_input_gives_the_same_bytes() {
    let run = articles().into_iter().fold(Run::new(), |run, (path, text)| run.input(&path, text));
    assert_eq!(run.run(&[]).code, 0);
    let first = run.bytes("output/latest");
    assert_eq!(run.run(&["--no-cache"]).code, 0);
    assert_same(&first, &run.bytes("output/latest"));
}

#[test]
fn time_zone_and_language_of_the_machine_do_not_show() {
    let run = articles().into_iter().fold(Run::new(), |run, (path, text)| run.input(&path, text));
    assert_eq!(run.run(&[]).code, 0);
    let first = run.bytes("output/latest");
    let elsewhere =
        run.command(&["--no-cache"]).env("TZ", "Asia/Pyongyang").env("LC_ALL", "tr_TR.UTF-8").env("HOME", "/").output();
    assert!(elsewhere.is_ok_and(|output| output.status.success()));
    assert_same(&first, &run.bytes("output/latest"));
}
