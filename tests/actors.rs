//! Who is meant: the longest span over all actors, capitals, possessives, hyphens, scripts.

mod support;

use support::Run;

const ACTORS: &str = r#"
[[actor]]
id = "kim-jong-un"
name = "Kim Jong Un"
type = "person"
aliases = ["Ким Чен Ын"]

[[actor]]
id = "korea"
name = "Korea"
type = "state"
adjectives = ["Korean"]

[[actor]]
id = "north-korea"
name = "North Korea"
type = "state"
abbr = ["DPRK"]
adjectives = ["North Korean"]

[[actor]]
id = "pak-a"
name = "Pak Jong Chon"
type = "person"
short = ["Pak"]

[[actor]]
id = "pak-b"
name = "Pak Yong Il"
type = "person"
short = ["Pak"]

[[actor]]
id = "security-council"
name = "Security Council"
type = "organization"

[[actor]]
id = "theresa-may"
name = "Theresa May"
type = "person"
short = ["May"]

[[actor]]
id = "usa"
name = "United States"
type = "state"
abbr = ["US"]

[[actor]]
id = "wpk"
name = "Workers' Party of Korea"
type = "organization"
"#;

/// Surface and actor of each mention in one article.
fn mentions(text: &str) -> Vec<(String, String)> {
    let run = Run::new().actors(ACTORS).input("a.txt", text);
    let ended = run.run(&[]);
    assert_eq!(ended.code, 0, "{ended}");
    let table = run.table("mentions");
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let row = |row: csv::StringRecord| (row[3].to_owned(), row[4].to_owned());
    reader.records().map(|record| row(record.expect("our tables are CSV"))).collect()
}

#[track_caller]
fn assert_mentions(text: &str, expected: &[(&str, &str)]) {
    let found = mentions(text);
    let found: Vec<(&str, &str)> = found.iter().map(|(surface, actor)| (surface.as_str(), actor.as_str())).collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn the_longest_span_over_all_actors_counts_alone() {
    assert_mentions("The Workers’ Party of Korea met.", &[("Workers’ Party of Korea", "wpk")]);
    assert_mentions("North Korean and Korean units.", &[("North Korean", "north-korea"), ("Korean", "korea")]);
    assert_mentions("In North Korea and Korea.", &[("North Korea", "north-korea"), ("Korea", "korea")]);
}

#[test]
fn one_name_is_found_however_it_is_written() {
    for written in [
        "Kim Jong Un",
        "Kim Jong-un",
        "Kim Jong-Un",
        "KIM JONG UN",
        "Kim Jong\u{2011}un",
        "Kim  Jong\u{a0}Un",
        "Ким Чен Ын",
        "КИМ ЧЕН ЫН",
        "ким чен ын",
    ] {
        assert_mentions(&format!("So {written}’s visit began."), &[(written, "kim-jong-un")]);
    }
}

#[test]
fn an_acronym_and_a_single_word_need_their_capitals() {
    assert_mentions("The US told us that May may come.", &[("US", "usa"), ("May", "theresa-may")]);
    assert_mentions("U.S. and dprk, DPRK-made.", &[("U.S.", "usa"), ("DPRK", "north-korea")]);
}

#[test]
fn the_name_of_an_organization_needs_its_capitals() {
    assert_mentions("A security council is no Security Council.", &[("Security Council", "security-council")]);
}

#[test]
fn parts_of_compounds_and_names_between_dashes_are_found() {
    assert_mentions(
        "US-DPRK talks, US–North Korea ties",
        &[("US", "usa"), ("DPRK", "north-korea"), ("US", "usa"), ("North Korea", "north-korea")],
    );
}

#[test]
fn punctuation_and_blank_lines_part_names_and_a_wrapped_line_does_not() {
    assert_mentions("North, Korea", &[("Korea", "korea")]);
    assert_mentions("From the North\n\nKorea", &[("Korea", "korea")]);
    let wrapped = "The leaders of the two states of the North and of North\nKorea met on Monday, and all of them signed the papers\nof the day.";
    assert_mentions(wrapped, &[("North\nKorea", "north-korea")]);
}

#[test]
fn a_name_of_two_actors_counts_for_neither() {
    let run = Run::new().actors(ACTORS).input("a.txt", "Pak Jong Chon met Pak.");
    let ended = run.run(&[]);
    assert_eq!(ended.code, 0, "{ended}");
    assert!(run.table("mentions").contains("Pak Jong Chon,pak-a") && run.table("mentions").lines().count() == 2);
    assert!(
        run.table("conflicts").contains("18,21,Pak,pak-a pak-b,one alias of several actors"),
        "{}",
        run.table("conflicts")
    );
}
