//! Strings and kills that break programs: as text, title, path and alias, and in the middle of a run.
#![cfg(unix)]

mod support;

use std::collections::BTreeSet;
use std::time::Duration;

use support::{ACTORS, Run};

const NAUGHTY: [&str; 24] = [
    "\u{0}\u{1}\u{7f}",
    "\u{feff}",
    "\u{202e}desrever\u{202c}",
    "Z\u{351}\u{36b}\u{343}algo\u{489}\u{489}\u{489}",
    "👩‍👩‍👧‍👦🏳️‍🌈\u{1f1f0}\u{1f1f5}",
    "\u{200b}\u{200d}\u{2060}",
    "'; DROP TABLE articles; --",
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "=cmd|' /C calc'!A0",
    "%s%n%x{0}{}{{}}",
    "${jndi:ldap://x}",
    "../../../../etc/passwd",
    "NaN",
    "null",
    "-1e309",
    "99999999999999999999999999",
    "ﷺ ﷽",
    "田中さんにあげて下さい",
    "Ⅷ ﬃ ℡ ㎞",
    "\u{1b}[31mred\u{1b}[0m\u{7}",
    "a,b\"c\"\r\nd;e\tf",
    "\\\\\\\"\\n\\u0000",
    "İıſK",
];

#[test]
fn naughty_strings_as_text_title_and_alias_end_in_tables_that_can_be_read() {
    let row =
        |text: &&str| serde_json::json!({"text": format!("Putin {text}"), "title": text, "outlet": text}).to_string();
    let rows: Vec<String> = NAUGHTY.iter().map(row).collect();
    let named = |(number, text): (usize, &&str)| {
        let written = serde_json::Value::from(*text);
        format!("[[actor]]\nid = \"n{number}\"\nname = {written}\ntype = \"person\"\n")
    };
    let wanted = |(_, text): &(usize, &&str)| text.chars().any(char::is_alphanumeric) && !text.contains('\u{7f}');
    let entries: String = NAUGHTY.iter().enumerate().filter(wanted).map(named).collect();
    let run = Run::new().actors(&format!("{ACTORS}{entries}")).input("rows.jsonl", rows.join("\n"));
    let ended = run.run(&[]);
    assert_eq!(ended.code, 0, "{ended}");
    for table in ["articles", "terms", "mentions", "actors", "actors_by_outlet"] {
        let text = run.table(table);
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let rows: Result<Vec<_>, _> = reader.records().collect();
        let rows = rows.unwrap_or_else(|error| panic!("{table}: {error}"));
        let formula = |cell: &str| {
            cell.starts_with(['=', '@', '\t']) || (cell.starts_with(['-', '+']) && cell.parse::<f64>().is_err())
        };
        assert!(!rows.iter().flatten().any(formula), "{table} holds what a spreadsheet would run");
    }
    assert_eq!(csv::Reader::from_reader(run.table("articles").as_bytes()).records().count(), NAUGHTY.len());
}

#[test]
fn naughty_strings_as_texts_and_paths_are_articles_or_named_with_a_reason() {
    let name = |text: &str| text.replace(['/', '\0'], "_");
    let run = NAUGHTY.iter().fold(Run::new(), |run, text| run.input(&format!("x{}.txt", name(text)), text));
    let ended = run.run(&[]);
    assert!([0, 3].contains(&ended.code), "{ended}");
    let count = |table: &str| csv::Reader::from_reader(run.table(table).as_bytes()).records().count();
    assert_eq!(count("articles") + count("skipped"), NAUGHTY.len(), "{}", run.table("skipped"));
    assert!(!ended.stderr.contains('\u{1b}'), "an escape reached the terminal");
}

#[test]
fn a_run_that_is_killed_anywhere_leaves_whole_runs_and_the_next_one_clears_up() {
    let run = (0..40)
        .fold(Run::new(), |run, number| run.input(&format!("{number}.txt"), "Putin met Kim Jong Un. ".repeat(200)));
    for step in 0..24 {
        let mut child = run.start(&[]);
        std::thread::sleep(Duration::from_millis(step * 4));
        child.kill().expect("a child can be killed");
        child.wait().expect("a killed child ends");
    }
    let ended = run.run(&[]);
    assert_eq!(ended.code, 0, "{ended}");
    let files = run.files("output");
    assert!(!files.iter().any(|file| file.contains(".tmp-") || file.contains(".new")), "debris: {files:?}");
    let runs: BTreeSet<&str> = files.iter().filter_map(|file| file.strip_prefix("runs/")?.split('/').next()).collect();
    for name in &runs {
        for file in ["manifest.json", "run.json", "report.html", "tables/terms.csv"] {
            assert!(files.contains(&format!("runs/{name}/{file}")), "{name} is not whole: {file} is missing");
        }
    }
    assert!(!runs.is_empty());
}
