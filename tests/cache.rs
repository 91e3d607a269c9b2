//! What is kept of parts of the input saves reading them and never changes a result, whatever becomes of it.

mod support;

use std::fs::{self, File};
use std::path::PathBuf;

use serde_json::Value;
use support::{CONFIG, Run};

const WORDS: [&str; 12] = [
    "treaty",
    "bridge",
    "railway",
    "Workers’ Party",
    "Kim Jong Un",
    "Putin",
    "Pyongyang",
    "the DPRK",
    "Russia",
    "Russian",
    "Пхеньян",
    "2,024",
];

fn text(number: usize) -> String {
    let word = |at: usize| WORDS[(number * 7 + at * (number % 5 + 3)) % WORDS.len()];
    let sentences = (0..4).map(|at| format!("{} and {} spoke of the {}.", word(at), word(at + 1), word(at + 2)));
    sentences.collect::<Vec<_>>().join(" ")
}

/// Several blocks of text files.
fn texts() -> Run {
    (0..400).fold(Run::new(), |run, number| {
        run.input(&format!("{number:03}.txt"), format!("---\noutlet: O{}\n---\n{}", number % 3, text(number)))
    })
}

fn lines(count: usize) -> Vec<String> {
    // Long enough for several blocks, and quick to read.
    let padding = "- ".repeat(2500);
    (0..count)
        .map(|number| format!("{{\"text\": \"{} {padding}\", \"date\": \"2024-0{}\"}}\n", text(number), number % 9 + 1))
        .collect()
}

/// Hits, misses and damaged entries of the newest run, for `terms` or `mentions`.
#[track_caller]
fn counts(run: &Run, kind: &str) -> [u64; 3] {
    let record: Value = serde_json::from_str(&run.latest("run.json")).expect("run.json is JSON");
    assert_eq!(record["reused_from"], Value::Null, "the run was to read its input");
    ["hits", "misses", "damaged"]
        .map(|name| record["cache"][kind][name].as_u64().unwrap_or_else(|| panic!("run.json has no {name} of {kind}")))
}

/// Runs, without the short cut of a run over unchanged input, and sees that the result is right.
#[track_caller]
fn runs(run: &Run) {
    let _ = fs::remove_file(run.path("output/state/last"));
    let ended = run.run(&[]);
    assert!(matches!(ended.code, 0 | 3), "{ended}");
    run.assert_newest_is_right();
}

fn entries(run: &Run) -> Vec<PathBuf> {
    run.files("output/state/cache").iter().map(|file| run.path("output/state/cache").join(file)).collect()
}

#[test]
fn a_second_run_takes_every_part_from_the_cache() {
    for run in [
        texts(),
        Run::new().input("a.jsonl", lines(1200).concat()),
        Run::new().input("a.csv", format!("date,text\n2024,{}\n", text(1)).repeat(3)),
    ] {
        runs(&run);
        let [hits, misses, damaged] = counts(&run, "terms");
        assert_eq!((hits, damaged, counts(&run, "mentions")[1]), (0, 0, 0), "what is missing is not asked for twice");
        assert!(misses > 0);
        runs(&run);
        assert_eq!([counts(&run, "terms"), counts(&run, "mentions")], [[misses, 0, 0]; 2]);
    }
}

#[test]
fn a_change_of_one_file_costs_one_part() {
    let run = texts();
    runs(&run);
    let all = counts(&run, "terms")[1];
    assert!(all > 3, "there are several parts");
    let few = |run: &Run, what: &str| {
        runs(run);
        let [hits, misses, damaged] = counts(run, "terms");
        assert!((1..=2).contains(&misses) && hits + 3 >= all && damaged == 0, "{what}: {hits} hits, {misses} misses");
    };
    let run = run.input("200.txt", "Putin met nobody.");
    few(&run, "changed");
    let run = run.input("1999.txt", "Kim Jong Un met nobody.");
    few(&run, "added in the middle");
    let run = run.input("000.md", "Russia.");
    few(&run, "added at the beginning");
    let run = run.without("input/100.txt");
    few(&run, "removed");
    let run = run.input("metadata.csv", "path,outlet\n300.txt,Amur Herald\n");
    few(&run, "described by a sidecar");
}

#[test]
fn a_file_that_moves_in_the_list_keeps_its_parts() {
    let run = Run::new().input("b.jsonl", lines(600).concat());
    runs(&run);
    let all = counts(&run, "terms")[1];
    let run = run.input("a.txt", "Putin met nobody.");
    runs(&run);
    assert_eq!(counts(&run, "terms"), [all, 1, 0]);
}

#[test]
fn lines_of_a_file_cost_what_stands_around_them() {
    let mut all = lines(1500);
    let run = Run::new().input("a.jsonl", all.concat());
    runs(&run);
    let parts = counts(&run, "terms")[1];
    assert!(parts >= 6, "{parts} parts");
    all.extend(lines(3));
    let run = run.input("a.jsonl", all.concat());
    runs(&run);
    assert!(counts(&run, "terms")[1] <= 2, "appended: {:?}", counts(&run, "terms"));
    all[10] = "{\"text\": \"Another length.\"}\n".to_owned();
    let run = run.input("a.jsonl", all.concat());
    runs(&run);
    assert!(counts(&run, "terms")[1] <= 3, "changed: {:?}", counts(&run, "terms"));
    // The numbers of all lines behind it change, and with them the ids of the articles.
    all.insert(0, "{\"text\": \"One more.\"}\n".to_owned());
    let run = run.input("a.jsonl", all.concat());
    runs(&run);
    assert_eq!(counts(&run, "terms")[0], 0, "inserted");
}

#[test]
fn another_dictionary_looks_for_mentions_again_and_counts_no_term_again() {
    let asked = "[measure.keyness]\nactors = [\"pyongyang\"]\n[measure.nodes]\nactors = [\"pyongyang\"]\nterms = [\"treaty\"]\n";
    let run = texts().config(&format!("{CONFIG}{asked}"));
    runs(&run);
    let all = counts(&run, "terms")[1];
    let tables = ["collocates", "node_articles", "actor_terms", "keyness", "mentions"];
    let before = tables.map(|table| run.table(table));
    let run =
        run.actors("[[actor]]\nid = \"pyongyang\"\nname = \"Pyongyang\"\ntype = \"place\"\nshort = [\"Пхеньян\"]\n");
    runs(&run);
    assert_eq!([counts(&run, "terms"), counts(&run, "mentions")], [[all, 0, 0], [0, all, 0]]);
    for (before, table) in before.iter().zip(tables) {
        assert!(before.contains("pyongyang,") && run.table(table).contains("pyongyang,"), "{table} tells of the actor");
        assert_ne!(before, &run.table(table), "{table} has the mentions of the new alias");
    }
    runs(&run);
    assert_eq!([counts(&run, "terms"), counts(&run, "mentions")], [[all, 0, 0]; 2]);
}

#[test]
fn another_configuration_misses_what_it_changes_and_no_more() {
    let run = texts();
    runs(&run);
    let all = counts(&run, "terms")[1];
    let run = run.config(&format!(
        "{CONFIG}guard_formulas = false\n[lex]\nstop_languages = [\"ru\"]\nmin_length = 4\nnumbers = true\n"
    ));
    runs(&run);
    assert_eq!([counts(&run, "terms"), counts(&run, "mentions")], [[all, 0, 0]; 2]);
    let run = run.config(&format!("{CONFIG}[tabulate]\ntables = [\"terms\"]\n"));
    runs(&run);
    assert_eq!([counts(&run, "terms"), counts(&run, "mentions")], [[all, 0, 0], [0, 0, 0]], "nobody asks for mentions");
    let run = run.config(&format!("{CONFIG}[ingest]\nencoding = \"utf-8\"\n"));
    runs(&run);
    assert_eq!(counts(&run, "terms"), [0, all, 0]);
}

#[test]
fn what_was_skipped_is_skipped_again() {
    let run = Run::new()
        .input("a.jsonl", "{\"text\": \"Putin.\"}\nnot JSON\n{\"title\": \"x\"}\n")
        .input("b.txt", "")
        .input("c.txt", [0; 30])
        .input("d.txt", b"\xcf\xf3\xf2\xe8\xed \xe2\xf1\xf2\xf0\xe5\xf2\xe8\xeb \xea\xee\xec\xe0\xed\xe4\xf3.")
        .input("e.csv", "text,date\nRussia.,tomorrow\nx\n");
    runs(&run);
    runs(&run);
    assert_eq!(counts(&run, "terms")[1..], [0, 0]);
    assert!(run.table("skipped").lines().count() > 5, "{}", run.table("skipped"));
}

/// Damages every entry between two runs; the second must notice each and yet be right.
#[track_caller]
fn damaged(what: &str, change: impl Fn(&mut Vec<u8>)) {
    let run = Run::new()
        .input("a.jsonl", "{\"text\": \"Putin met Kim Jong Un.\"}\n")
        .config(&format!("{CONFIG}[tabulate]\ntables = [\"terms\", \"mentions\", \"articles\"]\n"));
    assert_eq!(run.run(&[]).code, 0);
    let right = run.bytes("output/latest");
    let whole: Vec<(PathBuf, Vec<u8>)> =
        entries(&run).into_iter().map(|path| (path.clone(), fs::read(path).expect("it is there"))).collect();
    assert_eq!(whole.len(), 2);
    for (path, bytes) in &whole {
        let mut bytes = bytes.clone();
        change(&mut bytes);
        fs::write(path, bytes).expect("it is ours");
    }
    fs::remove_file(run.path("output/state/last")).expect("it is there");
    assert_eq!(run.run(&[]).code, 0, "{what}");
    support::assert_same(&right, &run.bytes("output/latest"));
    assert_eq!((counts(&run, "terms"), counts(&run, "mentions")[2]), ([0, 0, 1], 0), "{what}");
    for (path, bytes) in &whole {
        assert_eq!(&fs::read(path).expect("it is there"), bytes, "{what}: it is made again");
    }
}

#[test]
fn a_damaged_entry_is_noticed_and_made_again() {
    (0..900).step_by(19).for_each(|at| {
        damaged(&format!("byte {at} was changed"), |bytes| {
            let at = at % bytes.len();
            bytes[at] ^= 0x20;
        });
    });
    (0..900)
        .step_by(83)
        .for_each(|at| damaged(&format!("cut to {at}"), |bytes| bytes.truncate(at.min(bytes.len() - 1))));
    damaged("emptied", Vec::clear);
    damaged("extended", |bytes| bytes.push(0));
    damaged("filled", |bytes| bytes.fill(0));
}

#[test]
fn damaged_mentions_are_found_again() {
    let run = texts();
    runs(&run);
    let all = counts(&run, "terms")[1];
    let whole = entries(&run);
    for path in &whole {
        let bytes = fs::read(path).expect("it is there");
        fs::write(path, &bytes[..bytes.len() - 1]).expect("it is ours");
    }
    runs(&run);
    assert_eq!(counts(&run, "terms"), [0, 0, all]);
    // Only those of mentions, which the run of another dictionary leaves alone.
    let run = run.actors("[[actor]]\nid = \"p\"\nname = \"Pyongyang\"\ntype = \"place\"\n");
    runs(&run);
    let added: Vec<PathBuf> = entries(&run).into_iter().filter(|path| !whole.contains(path)).collect();
    assert_eq!(added.len() as u64, all);
    added.iter().for_each(|path| fs::write(path, "x").expect("it is ours"));
    runs(&run);
    assert_eq!([counts(&run, "terms"), counts(&run, "mentions")], [[all, 0, 0], [0, 0, all]]);
}

#[test]
fn an_entry_under_the_name_of_another_is_damaged() {
    let run = texts();
    runs(&run);
    let all = entries(&run);
    let bytes: Vec<Vec<u8>> = all.iter().map(|path| fs::read(path).expect("it is there")).collect();
    all.iter().zip(bytes.iter().cycle().skip(1)).for_each(|(path, bytes)| fs::write(path, bytes).expect("it is ours"));
    runs(&run);
    assert_eq!(counts(&run, "terms")[..2], [0, 0]);
}

#[test]
fn a_cache_that_cannot_be_written_is_no_failure() {
    let run = texts().file("output/state/cache", "a file where a folder must be");
    runs(&run);
    runs(&run);
    assert_eq!(counts(&run, "terms")[0], 0);
}

#[test]
fn the_cache_has_no_more_than_its_limit_and_keeps_what_was_used_last() {
    let size =
        |run: &Run| -> u64 { entries(run).iter().map(|path| fs::metadata(path).map_or(0, |meta| meta.len())).sum() };
    let run = texts();
    runs(&run);
    let all = size(&run);
    let run = run.config(&format!("{CONFIG}[run]\ncache_limit = \"{} kB\"\n", all / 2000));
    runs(&run);
    assert!(size(&run) <= all / 2 && size(&run) > all / 4, "{} of {all}", size(&run));
    let run = run.config(&format!("{CONFIG}[run]\ncache_limit = \"{} kB\"\n", all / 1000 + 1));
    runs(&run);
    assert!(size(&run) == all);
}

#[test]
fn without_a_cache_none_is_written() {
    let run = texts();
    assert_eq!(run.run(&["--no-cache"]).code, 0);
    assert_eq!(run.files("output/state"), ["lock"]);
    let record: Value = serde_json::from_str(&run.latest("run.json")).expect("run.json is JSON");
    assert_eq!(record["cache"], Value::Null);
}

#[test]
fn a_run_that_does_not_get_the_lock_leaves_the_cache_alone() {
    let run = texts();
    runs(&run);
    let before = run.bytes("output/state");
    let lock = File::open(run.path("output/state/lock")).expect("every run leaves it");
    lock.try_lock().expect("no run is going on");
    let run = run.input("000.txt", "Another text.");
    assert_eq!(run.run(&[]).code, 11);
    support::assert_same(&before, &run.bytes("output/state"));
}
