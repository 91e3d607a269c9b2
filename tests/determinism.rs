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

/// More than fits in the least memory that a run may have: what is kept of words is some twenty bytes each.
fn many_articles() -> Vec<(String, String)> {
    let mut state = 1u64;
    let mut word = |_| {
        // Knuth's MMIX generator.
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        format!("word{} ", (state >> 33) % 5000)
    };
    let mut article = |number: usize| {
        let words: String = (0..200).map(&mut word).collect();
        let date = format!("2024-{:02}-{:02}", number % 12 + 1, number % 28 + 1);
        (String::new(), format!("---\noutlet: Outlet {}\ndate: {date}\n---\nPutin in Pyongyang. {words}\n", number % 4))
    };
    (0..8000).map(&mut article).collect()
}

/// The articles as rows of one file.
fn rows(articles: &[(String, String)]) -> String {
    let row = |(_, text): &(String, String)| {
        let (head, body) =
            text.strip_prefix("---\n").and_then(|text| text.split_once("---\n")).expect("ours have a head");
        let mut row: serde_json::Map<String, serde_json::Value> = head
            .lines()
            .filter_map(|line| line.split_once(": "))
            .map(|(key, value)| (key.into(), value.into()))
            .collect();
        row.insert("text".to_owned(), body.into());
        format!("{}\n", serde_json::Value::from(row))
    };
    articles.iter().map(row).collect()
}

/// Every file of the newest run but run.json, with its bytes.
fn bytes(run: &Run) -> BTreeMap<String, Vec<u8>> {
    let read = |file: String| {
        let bytes =
            std::fs::read(run.path("output/latest").join(&file)).unwrap_or_else(|error| panic!("{file}: {error}"));
        (file, bytes)
    };
    run.files("output/latest").into_iter().filter(|file| file != "run.json").map(read).collect()
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

#[test]
fn the_least_memory_gives_the_same_bytes_as_the_default() {
    let run = Run::new().input("all.jsonl", rows(&many_articles()));
    assert_eq!(run.run(&[]).code, 0);
    let by_default = bytes(&run);
    assert_eq!(run.run(&["--memory", "64 MB", "--no-cache"]).code, 0);
    assert_same(&by_default, &bytes(&run));
    // A folder where the file would be: whoever needs it fails.
    let ended = run.file("output/state/spill/in-the-way", "").run(&["--memory", "64 MB", "--no-cache"]);
    assert!(ended.stderr.contains("what does not fit in memory"), "nothing had to wait on the disk: {ended}");
}

#[test]
fn one_file_of_rows_gives_the_same_counts_as_a_file_for_each_article() {
    let by_file = articles().into_iter().fold(Run::new(), |run, (path, text)| run.input(&path, text));
    let by_row = Run::new().input("all.jsonl", rows(&articles()));
    assert_eq!((by_file.run(&[]).code, by_row.run(&[]).code), (0, 0));
    for table in ["terms", "cooccurrence", "actors"] {
        let rows = by_file.table(table);
        assert!(rows.lines().count() > 5, "{table} has rows: {rows}");
        assert_eq!(rows, by_row.table(table), "{table}");
    }
}
