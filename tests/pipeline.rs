//! Whole runs: golden corpora table by table, and what a run directory holds.

mod support;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use support::Run;

/// `corpora/by_hand`, counted by hand. Sentences, stop words in brackets:
///
/// ```text
/// a.txt     2024-01-10 Alpha  Kim Jong-un crossed (the) bridge. (The) bridge joins Russia (and the) DPRK.
/// b.md      2024-01-20 Beta   # Trains. Russia (opened the) bridge. Russian trains crossed (the) river.
/// c.csv#1   2024-02    Alpha  (The) DPRK's trains crossed (the) river. Pak waited.
/// d.jsonl#1 no date, no outlet: the text of a.txt, so that both are one story
/// ```
///
/// Tokens 12 + 10 + 8 + 12 = 42, sentences 2 + 3 + 2 + 2 = 9. "bridge" occurs 2 + 1 + 0 + 2 = 5 times in 3 articles and
/// 2 stories. "Pak" is short for two actors, so it counts for neither. Russia is named in a, b and d, "Russian" once in b.
/// Russia and the DPRK share one sentence of a and the same of d: 2 sentences, 2 articles, 1 story.
/// Windows reach two places: N is all ordered pairs of neighbours, 14 + 22 in a and in d, 0 + 10 + 14 in b, 18 + 2 in c,
/// which is 116. "The" and "the" are one of the 9 types of a. At a significance of 0.5 the term network has the 5 of 7
/// pairs that share a third or more of the strength of one of their terms. All floats were computed a second time from these
/// counts, outside this program, before they were written down; x and y of a network, which are a picture, were only looked at.
#[test]
fn a_corpus_counted_by_hand_gives_every_table_as_counted() {
    golden("by_hand", 3);
}

/// `corpora/by_hand_months`: articles of eight months, none of June, and one without a date. Whatever is counted over time,
/// left and right of a term, or in runs of words has something to count here:
///
/// ```text
/// month     01 02 03 04 05 07 08 09   articles 1 2 1 1 1 1 1 2 = 10, in the halves 5 and 5
/// missile    0  0  0  0  1  1  1  2   rose by 5/5; a burst of five months: 5 ln(0.9999 / 0.5) = 3.465236 is above ln 8
/// China      1  1  0  0  0  0  0  1   no burst: 3 ln(0.8 / 0.4) in the first two months is just the ln 8 that it costs
/// ```
///
/// "met Kim Jong" is a phrase, so that twice the mention of Kim Jong Un takes a part of it and the "Un" behind it. The last
/// article has 100 tokens, the fewest that MTLD is told of, and half of them are "war" and "peace": the only terms that are
/// key at the level of the conservative log ratio, against it and for it. As above, each cell was computed a second time: the
/// sums by fractions, the quantiles of the beta distribution to 50 digits, bursts over all 2^8 and 2^9 sequences of states,
/// communities over all partitions, ways through a node one by one.
#[test]
fn a_corpus_of_eight_months_gives_every_statistic_as_computed_by_hand() {
    golden("by_hand_months", 0);
}

/// Runs a corpus and compares every table; a table without expectation fails, and so does an expectation without table.
fn golden(name: &str, code: i32) {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpora").join(name);
    let config = corpus.join("config.toml");
    let run = Run::new();
    let ended = run.run(&["--config", text(&config), "--output", text(&run.path("output"))]);
    assert_eq!(ended.code, code, "{ended}");
    let names = |folder: PathBuf| -> BTreeSet<String> {
        let entries = std::fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
        entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect()
    };
    let (expected, made) = (names(corpus.join("expected")), names(run.path("output/latest/tables")));
    assert_eq!(expected, made, "the tables of {name} are not those in tests/corpora/{name}/expected");
    for table in made {
        let read = |path: PathBuf| {
            std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
        };
        let (expected, made) =
            (read(corpus.join("expected").join(&table)), read(run.path("output/latest/tables").join(&table)));
        assert_eq!(expected.replace("\r\n", "\n"), made.replace("\r\n", "\n"), "{table} of {name} differs");
    }
}

fn text(path: &Path) -> &str {
    path.to_str().expect("the repository and the temporary folder have names in UTF-8")
}

#[test]
fn a_run_leaves_report_tables_charts_and_manifest_and_latest_points_at_it() {
    let run = Run::new().config("[write]\nbom = true\n").input("a.txt", "Putin met Kim Jong Un in Pyongyang.");
    let ended = run.run(&[]);
    assert_eq!(ended.code, 0, "{ended}");
    let files = run.files("output/latest");
    for file in [
        "report.html",
        "methods.html",
        "manifest.json",
        "run.json",
        "tables/terms.csv",
        "charts/terms.svg",
        "charts/actor_pairs.png",
    ] {
        assert!(files.iter().any(|name| name == file), "{file} is missing: {files:?}");
    }
    assert!(run.latest("tables/terms.csv").starts_with('\u{feff}'), "the byte order mark is missing");
    let latest = run.latest("../../latest.json");
    assert!(latest.contains("\"path\": \"runs/000001-"), "{latest}");
    assert!(!run.files("output").iter().any(|name| name.contains(".tmp-")), "staging was left behind");
}

#[test]
fn the_hash_of_every_output_is_in_the_manifest() {
    use sha2::{Digest, Sha256};
    let run = Run::new().input("a.txt", "Putin met Kim Jong Un in Pyongyang.");
    run.run(&[]);
    let manifest: serde_json::Value = serde_json::from_str(&run.latest("manifest.json")).expect("the manifest is JSON");
    let outputs = manifest["outputs"].as_array().expect("the manifest lists the outputs");
    for output in outputs {
        let path = output["path"].as_str().expect("an output has a path");
        let bytes =
            std::fs::read(run.path("output/latest").join(path)).unwrap_or_else(|error| panic!("{path}: {error}"));
        let hash: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(output["sha256"].as_str(), Some(hash.as_str()), "{path}");
    }
    let listed: BTreeSet<&str> = outputs.iter().filter_map(|output| output["path"].as_str()).collect();
    let made = run.files("output/latest");
    let unlisted: Vec<&String> = made.iter().filter(|file| !listed.contains(file.as_str())).collect();
    assert_eq!(unlisted, ["manifest.json", "run.json"], "every other file is listed");
}

#[test]
fn each_mention_is_the_text_at_its_offsets_and_every_count_of_actors_is_rows_of_mentions() {
    let article = "«Путин» и Kim Jong\u{2011}un’s 🚂 arrived; PUTIN left.\r\nRussia–DPRK ties: Russian and DPRK’s.";
    let run = Run::new().input("a.txt", article);
    let ended = run.run(&[]);
    assert_eq!(ended.code, 0, "{ended}");
    let scalars: Vec<char> = article.chars().collect();
    let mentions = rows(&run.table("mentions"));
    assert_eq!(mentions.len(), 6, "{mentions:?}");
    for mention in &mentions {
        let [start, end] =
            [&mention[1], &mention[2]].map(|offset| offset.parse::<usize>().expect("an offset is a number"));
        assert_eq!(scalars[start..end].iter().collect::<String>(), mention[3]);
    }
    for actor in rows(&run.table("actors")) {
        let of = |adjectives: bool| {
            let counted = |mention: &&Vec<String>| mention[4] == actor[0] && (mention[5] == "adjective") == adjectives;
            mentions.iter().filter(counted).count().to_string()
        };
        assert_eq!((&actor[3], &actor[12]), (&of(false), &of(true)), "{actor:?}");
    }
}

#[test]
fn nothing_from_an_article_runs_as_code_in_the_report_or_as_a_formula_in_a_table() {
    let hostile = "=HYPERLINK(\"http://example.org\") <script>alert(1)</script> Putin\u{1b}[2J spoke.";
    let row = serde_json::json!({"text": hostile, "title": hostile, "outlet": hostile, "author": "<img src=x onerror=alert(1)>"});
    let run = Run::new().input("a.jsonl", format!("{row}\n"));
    let ended = run.run(&[]);
    assert_eq!(ended.code, 0, "{ended}");
    let report = run.latest("report.html");
    assert_eq!(report.matches("<script").count(), 1, "the report has one script, its own");
    assert!(!report.contains("<img") && report.contains("&lt;img src=x onerror=alert(1)&gt;"));
    assert!(report.contains("default-src 'none'"), "the policy is missing");
    assert!(run.table("articles").contains("\"'=HYPERLINK"), "{}", run.table("articles"));
    let xml = run.latest("charts/actors_by_outlet.svg");
    assert!(!xml.contains('\u{1b}') && !xml.contains("<script"), "the chart holds what no XML parser takes");
}

#[test]
fn old_runs_are_forgotten_and_the_newest_are_kept() {
    let run = Run::new().config("[write]\npng = false\n[run]\nkeep_runs = 2\n").input("a.txt", "Putin spoke.");
    for _ in 0..4 {
        assert_eq!(run.run(&[]).code, 0);
    }
    let kept: BTreeSet<String> =
        run.files("output/runs").iter().filter_map(|file| file.split('-').next().map(str::to_owned)).collect();
    assert_eq!(kept.into_iter().collect::<Vec<_>>(), ["000003", "000004"]);
}

#[test]
fn configuration_dictionary_and_earlier_runs_in_the_input_are_no_articles() {
    let run = Run::new().input("a.txt", "Putin spoke.");
    for _ in 0..2 {
        let ended = run.run(&["--input", "."]);
        assert_eq!(ended.code, 0, "{ended}");
    }
    assert_eq!(rows(&run.table("articles")).len(), 1, "{}", run.table("articles"));
}

/// The rows of a CSV without its header.
fn rows(table: &str) -> Vec<Vec<String>> {
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let row = |row: csv::StringRecord| row.iter().map(str::to_owned).collect();
    reader.records().map(|record| row(record.expect("our tables are CSV"))).collect()
}
