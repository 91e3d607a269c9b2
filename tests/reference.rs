//! All articles against a reference: a folder, or the terms.csv of another run.

mod support;

use support::Run;

const KEYNESS: &str = "[lex]\nphrases = false\n[measure.keyness]\nby = []\nmin_n = 1\nmin_articles = 1\n";

/// The rows of keyness.csv: term, n_group, n_rest, tested.
fn rows(run: &Run) -> Vec<String> {
    let table = run.table("keyness");
    let mut lines = table.lines();
    let head: Vec<&str> = lines.next().expect("a table has a head").trim_start_matches('\u{feff}').split(',').collect();
    let at = |name: &str| head.iter().position(|column| *column == name).expect("the column is there");
    let columns = ["grouping", "term", "n_group", "n_rest", "tested"].map(at);
    let row = |line: &str| {
        let cells: Vec<&str> = line.split(',').collect();
        columns.map(|column| cells[column]).join(" ")
    };
    lines.map(row).collect()
}

fn compared(reference: &str) -> Run {
    let run = Run::new()
        .input("a.txt", "Coal coal coal. Ferry pier.")
        .file("other/b.txt", "Coal ferry ferry. Salt salt the the the.")
        .config(&format!("{KEYNESS}reference = \"{reference}\"\n"));
    let ended = run.run(&[]);
    assert_eq!(ended.code, 0, "{ended}");
    run
}

#[test]
fn a_folder_is_counted_in_the_terms_of_the_articles() {
    // Salt is no term here and so is not tested; the stop words of the reference are tokens of it.
    let run = compared("other");
    assert_eq!(rows(&run), ["reference coal 3 1 3", "reference pier 1 0 3", "reference Ferry 1 2 3"]);
    let manifest = run.latest("manifest.json");
    assert!(manifest.contains("\"kind\": \"articles\",\n    \"articles\": 1,\n    \"tokens\": 8"), "{manifest}");
}

#[test]
fn the_terms_of_another_run_give_the_same_as_its_articles() {
    let run = compared("other");
    let other = run.run(&["--input", "other", "--output", "first"]);
    assert_eq!(other.code, 0, "{other}");
    let table = run.table("keyness");
    let run = run.config(&format!("{KEYNESS}reference = \"first/latest/tables/terms.csv\"\n"));
    assert_eq!(run.run(&[]).code, 0);
    assert_eq!(run.table("keyness"), table);
    assert!(run.latest("manifest.json").contains("\"kind\": \"terms\""));
}

#[test]
fn a_phrase_that_another_run_did_not_tell_is_not_tested() {
    let terms = "term,n,per_million\ntumen,2,500000\nbridge,2,500000\n";
    let text = "Tumen bridge. Tumen bridge. Tumen bridge. Ferry.";
    let run = Run::new().input("a.txt", text).file("terms.csv", terms).config(
        "[lex]\nphrase_min_n = 2\n[measure.keyness]\nby = []\nmin_n = 1\nmin_articles = 1\nreference = \"terms.csv\"\n",
    );
    assert_eq!(run.run(&[]).code, 0);
    assert!(run.table("terms").contains("Tumen bridge,3,"));
    // Its words are counted there and not here; what else that run lacks as a word does not occur in it.
    assert_eq!(rows(&run), ["reference Ferry 1 0 1"]);
}

#[test]
fn a_reference_that_changed_is_read_again() {
    let run = compared("other").file("other/c.txt", "Ferry ferry.");
    assert_eq!(run.run(&[]).code, 0);
    assert_eq!(rows(&run), ["reference coal 3 1 3", "reference pier 1 0 3", "reference Ferry 1 4 3"]);
}

#[test]
fn articles_compared_with_themselves_have_no_key_terms() {
    assert_eq!(rows(&compared("input")), [""; 0]);
}

#[test]
fn a_reference_that_is_none_is_told_with_what_to_do() {
    for (reference, what) in [
        ("nowhere", "the reference is not there"),
        ("wrong.csv", "it has no column `term`"),
        ("empty", "the reference holds no article"),
    ] {
        let run = Run::new().input("a.txt", "Coal.").file("wrong.csv", "word,n\na,1\n").file("empty/b.pdf", "no text");
        let run = run.config(&format!("{KEYNESS}reference = \"{reference}\"\n[ingest]\nignore = [\".pdf\"]\n"));
        for command in [&[][..], &["check"]] {
            let ended = run.run(command);
            let said = ended.fails_with(2);
            assert!(said.contains(what) && said.contains("[measure.keyness] reference"), "{said}");
        }
    }
}

#[test]
fn an_actor_that_nobody_listed_is_told_with_its_line_and_the_nearest() {
    let text =
        "[measure.keyness]\nactors = [\"vladimir-puttin\"]\n[measure.nodes]\nactors = [\n  \"nobody-at-all\",\n]\n";
    let actors = "[[actor]]\nid = \"vladimir-putin\"\nname = \"Vladimir Putin\"\ntype = \"person\"\naliases = [\"Vladimir Putin\"]\n";
    let ended = Run::new().input("a.txt", "Coal.").actors(actors).config(text).run(&[]);
    let said = ended.fails_with(2);
    assert!(said.contains("config.toml:2: measure.keyness.actors names `vladimir-puttin`"), "{said}");
    assert!(said.contains("did you mean vladimir-putin?"), "{said}");
    assert!(said.contains("config.toml:5: measure.nodes.actors names `nobody-at-all`"), "{said}");
}
