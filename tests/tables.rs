//! `[tabulate] tables`: only what was asked for is made, and it is the same as among all the others.

mod support;

use std::cmp::Reverse;

use newsgauge::config::tables::NAMES;
use support::{CONFIG, Run};

/// Two dated outlets, a date that cannot be read, terms and actors that occur together.
fn run(tables: &str) -> Run {
    let text = "Putin met Kim Jong Un in Pyongyang. Putin praised the bridge treaty; Kim Jong Un praised Putin. Russian trains.";
    let article = |date: &str, outlet: &str| format!("---\ndate: {date}\noutlet: {outlet}\n---\n{text}\n{text}\n");
    let run = Run::new()
        .input("a.txt", article("2024-01-10", "Alpha"))
        .input("b.txt", article("2024-03-10", "Beta"))
        .input("c.txt", article("06/07/2024", "Beta"))
        .config(&format!("{CONFIG}[tabulate]\nby_min_n = 1\n{tables}"));
    let ended = run.run(&[]);
    assert_eq!(ended.code, 3, "{ended}");
    run
}

#[test]
fn one_table_is_made_alone_with_its_chart_and_its_section() {
    let run = run("tables = [\"terms\"]\n");
    assert_eq!(
        run.files("output/latest"),
        ["charts/terms.svg", "manifest.json", "methods.html", "report.html", "run.json", "tables/terms.csv"]
    );
    for page in ["report.html", "methods.html"] {
        let page = run.latest(page);
        assert!(page.contains(">Terms</h3>") && !page.contains(">Actors</h3>"), "the methods are those of terms");
    }
    let report = run.latest("report.html");
    assert!(report.contains("id=\"terms\"") && !report.contains("id=\"actors\"") && !report.contains("#actors"));
    assert!(report.contains("Most frequent terms: ") && report.contains("1 article has no date."), "{report}");
    for sentence in ["Most mentioned", "mentioned together", "under Skipped", "tables by month"] {
        assert!(!report.contains(sentence), "\"{sentence}\" speaks of a table that is not there");
    }
}

#[test]
fn a_run_without_the_list_of_skipped_rows_says_where_they_are_too() {
    let ended = run("tables = [\"terms\"]\n").run(&[]);
    assert!(ended.stderr.contains("/manifest.json (1 row) for the reasons"), "{ended}");
}

#[test]
fn a_table_and_its_chart_are_the_same_whichever_others_are_made() {
    let all = run("");
    let charts = all.files("output/latest").iter().filter(|file| file.starts_with("charts/")).count();
    assert_eq!(charts, 12, "every chart has something to show");
    for name in NAMES {
        let alone = run(&format!("tables = [\"{name}\"]\n"));
        let files = alone.files("output/latest");
        let kept: Vec<&String> = files.iter().filter(|file| file.contains('/')).collect();
        let expected: Vec<String> =
            all.files("output/latest").into_iter().filter(|file| file.contains(&format!("/{name}."))).collect();
        assert_eq!(kept, expected.iter().collect::<Vec<_>>());
        for file in kept {
            assert_eq!(alone.latest(file), all.latest(file), "{file} depends on other tables");
        }
    }
}

/// Tables of terms are put in order before they have cells.
#[test]
fn tables_of_terms_stand_by_part_then_by_count_then_by_term() {
    let all = run("");
    let units = ["window", "sentence", "article"];
    for (name, part, n, terms) in [
        ("terms", None, 1, 0..1),
        ("terms_by_month", Some(0), 2, 1..2),
        ("terms_by_outlet", Some(0), 2, 1..2),
        ("dispersion", Some(0), 2, 1..2),
        ("cooccurrence", Some(0), 3, 1..3),
    ] {
        let text = all.latest(&format!("tables/{name}.csv"));
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let key = |row: csv::StringRecord| {
            let part = part.map_or("", |part| &row[part]);
            // Articles without a month or an outlet come last, and units as they grow.
            let unit = units.iter().position(|unit| name == "cooccurrence" && *unit == part);
            let n: u64 = row[n].parse().expect("a count");
            let terms: Vec<String> = terms.clone().map(|at| row[at].to_owned()).collect();
            (part.is_empty(), unit, if unit.is_none() { part.to_owned() } else { String::new() }, Reverse(n), terms)
        };
        let keys: Vec<_> = reader.records().map(|row| key(row.expect("a row"))).collect();
        assert!(keys.len() > 3 && keys.is_sorted_by(|a, b| a < b), "{name}: {keys:?}");
    }
}

#[test]
fn the_order_of_the_report_does_not_follow_the_list() {
    let report = run("tables = [\"actors\", \"terms\", \"actors\"]\n").latest("report.html");
    let place = |id: &str| report.find(&format!("<section id=\"{id}\"")).expect("both tables have a section");
    assert!(place("terms") < place("actors"));
    assert_eq!(report.matches("<section id=\"actors\"").count(), 1);
}
