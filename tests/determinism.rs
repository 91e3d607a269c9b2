//! The same bytes, whatever the number of threads, the order in which files were made, and however often.

mod support;

use std::collections::BTreeMap;

use support::{CONFIG, Run, assert_same};

/// Every statistic has something to tell.
const MEASURE: &str = r#"
[measure.keyness]
actors = ["putin", "pyongyang", "russia"]
min_n = 2
min_articles = 2

[measure.nodes]
terms = ["treaty", "workers’ party"]
actors = ["north-korea"]

[measure.network]
significance = 0.9
most_nodes = 8

[tabulate]
key_rows = 4
"#;

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
            format!(
                "---\ntitle: No. {number}\noutlet: Outlet {}\nlanguage: l{}\n{date}---\n{}\n",
                number % 4,
                number % 3,
                body.join(" ")
            ),
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
    (0..16_000).map(&mut article).collect()
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
        .fold(Run::new().config(&format!("[write]\npng = true\n{MEASURE}")), |run, (path, text)| {
            run.input(&path, text)
        });
    let ended = run.run(arguments);
    assert_eq!(ended.code, 0, "{ended}");
    run.bytes("output/latest")
}

#[test]
fn one_two_and_eight_threads_give_the_same_bytes() {
    let one = made(articles(), &["--jobs", "1"]);
    for (name, bytes) in one.iter().filter(|(name, _)| name.ends_with(".csv")) {
        let rows = bytes.iter().filter(|byte| **byte == b'\n').count() - 1;
        // Nothing is skipped, ambiguous, missing from the dictionary, or out of the usual in so even a corpus.
        let empty = ["skipped", "conflicts", "suggestions", "bursts"].iter().any(|table| name.contains(table));
        assert!(rows > 0 || empty, "{name} has no rows");
    }
    assert_same(&one, &made(articles(), &["--jobs", "2"]));
    assert_same(&one, &made(articles(), &["--jobs", "8"]));
}

#[test]
fn equally_frequent_terms_are_cut_the_same_whichever_is_met_first() {
    // Each thread meets the words in an order of its own, and there are more than a network draws.
    let lines = |turned: bool| -> String {
        let text = |number: usize| {
            let word = |at: usize| format!("word{:02}", (number + at) % 40);
            format!("{}, {}, {}. {}", word(0), word(1), word(2), "- ".repeat(2500))
        };
        let order: Vec<usize> = if turned { (0..400).rev().collect() } else { (0..400).collect() };
        order.into_iter().map(|number| format!("{{\"text\": \"{}\"}}\n", text(number))).collect()
    };
    let tables = |turned: bool, jobs: &str| {
        let run = Run::new().config(&format!("{CONFIG}{MEASURE}")).input("a.jsonl", lines(turned));
        assert_eq!(run.run(&["--jobs", jobs]).code, 0);
        ["term_network", "term_network_edges", "terms", "cooccurrence"].map(|table| run.table(table))
    };
    let one = tables(false, "1");
    assert_eq!(one[0].lines().count(), 9, "{}", one[0]);
    assert_eq!(one, tables(false, "8"));
    assert_eq!(one, tables(true, "2"));
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
    let run = Run::new().config(&format!("{CONFIG}{MEASURE}")).input("all.jsonl", rows(&many_articles()));
    assert_eq!(run.run(&[]).code, 0);
    let by_default = bytes(&run);
    assert_eq!(run.run(&["--memory", "64 MB", "--no-cache"]).code, 0);
    assert_same(&by_default, &bytes(&run));
    // A folder where the first of the files would be: whoever needs it fails.
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
