//! False friends: sentences in which a naive matcher errs, counted with the shipped dictionary. Every mention of each text is
//! listed in tests/data/false_friends.toml, and there is no other.

mod support;

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::json;
use support::Run;

#[derive(Deserialize)]
struct Suite {
    case: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    /// What the trap is.
    why: String,
    text: String,
    date: Option<String>,
    /// "surface = actor-id (form)", in the order of the text.
    mentions: Vec<String>,
}

#[test]
fn no_false_friend_is_counted_and_no_true_one_is_missed() {
    let (suite, run) = (suite(), counted(&suite()));
    assert!(suite.case.len() >= 200, "{} cases", suite.case.len());
    let mut found: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    let numbers: BTreeMap<String, usize> = rows(&run.table("articles"))
        .into_iter()
        .map(|row| (row[0].clone(), row[2].parse().expect("a number")))
        .collect();
    for row in rows(&run.table("mentions")) {
        found.entry(numbers[&row[0]]).or_default().push(format!("{} = {} ({})", row[3], row[4], row[5]));
    }
    let mut wrong = Vec::new();
    for (number, case) in suite.case.iter().enumerate() {
        let found = found.remove(&number).unwrap_or_default();
        if found != case.mentions {
            wrong.push(format!("{}: {}\n  expected {:?}\n  found    {found:?}", case.why, case.text, case.mentions));
        }
    }
    assert!(wrong.is_empty(), "{} of {} cases:\n{}", wrong.len(), suite.case.len(), wrong.join("\n"));
}

#[test]
fn every_count_of_actors_is_rows_of_mentions_and_every_surface_the_text_at_its_offsets() {
    let (suite, run) = (suite(), counted(&suite()));
    let texts: BTreeMap<String, Vec<char>> = rows(&run.table("articles"))
        .into_iter()
        .map(|row| (row[0].clone(), suite.case[row[2].parse::<usize>().expect("a number")].text.chars().collect()))
        .collect();
    let mut counts: BTreeMap<(String, String), u64> = BTreeMap::new();
    for row in rows(&run.table("mentions")) {
        let [start, end] = [&row[1], &row[2]].map(|offset| offset.parse::<usize>().expect("an offset"));
        assert_eq!(texts[&row[0]][start..end].iter().collect::<String>(), row[3], "{row:?}");
        *counts.entry((row[4].clone(), row[5].clone())).or_default() += 1;
    }
    let forms = ["name", "short", "abbr", "role", "metonym", "adjective"];
    for row in rows(&run.table("actors")) {
        let by_form = forms.map(|form| counts.remove(&(row[0].clone(), form.to_owned())).unwrap_or(0));
        let said: Vec<u64> = row[7..13].iter().map(|n| n.parse().expect("a count")).collect();
        assert_eq!(by_form.to_vec(), said, "{row:?}");
        assert_eq!(by_form[..5].iter().sum::<u64>().to_string(), row[3], "{row:?}");
    }
    assert!(counts.is_empty(), "mentions of actors that actors.csv lacks: {counts:?}");
}

fn suite() -> Suite {
    toml::from_str(include_str!("data/false_friends.toml")).expect("the suite is TOML")
}

/// A run over all cases, each an article whose title is its number.
fn counted(suite: &Suite) -> Run {
    let line = |(number, case): (usize, &Case)| {
        json!({"title": number.to_string(), "text": case.text, "date": case.date}).to_string() + "\n"
    };
    let articles: String = suite.case.iter().enumerate().map(line).collect();
    let run = Run::new().actors(include_str!("../actors.toml")).input("cases.jsonl", articles);
    let ended = run.run(&[]);
    assert_eq!(ended.code, 0, "{ended}");
    run
}

fn rows(table: &str) -> Vec<Vec<String>> {
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let row = |row: Result<csv::StringRecord, csv::Error>| {
        row.expect("our tables are CSV").iter().map(str::to_owned).collect()
    };
    reader.records().map(row).collect()
}
