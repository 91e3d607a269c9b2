//! Names that the dictionary lacks: a corpus that can be counted by hand, and what is printed of it.

mod support;

use std::fs;

use support::{ACTORS, CONFIG, Run};

/// Boris Mints: in the first, second and sixth sentence, one of them at its head; Mints alone: in the third and eighth. "Missiles"
/// begins a sentence and is small elsewhere. Putin and Pyongyang are in the dictionary.
const A: &str = "The president Boris Mints met Vladimir Putin in Pyongyang. Boris Mints spoke of Amurgrad and left. Missiles fell near \
                 Amurgrad while Mr Mints spoke. Villagers saw missiles fall.\n";
const B: &str = "In Amurgrad the Ministry of Ferries said that Kim Jong Eun wrote. Later Boris Mints and Kim Jong Eun talked. The \
                 Ministry of Ferries wrote to UNESCO on Monday. Pyongyang said that Mr Mints wrote to UNESCO.\n";

const TABLE: &str = "\
surface,n,articles,why,example,type,like
Amurgrad,3,2,unlisted name,Boris Mints spoke of Amurgrad and left.,place,
Boris Mints,3,2,unlisted name,The president Boris Mints met Vladimir Putin in Pyongyang.,person,
Mints,2,2,surname of Boris Mints,Missiles fell near Amurgrad while Mr Mints spoke.,person,
Kim Jong Eun,2,1,spelling of kim-jong-un?,In Amurgrad the Ministry of Ferries said that Kim Jong Eun wrote.,person,kim-jong-un
Ministry of Ferries,2,1,unlisted name,In Amurgrad the Ministry of Ferries said that Kim Jong Eun wrote.,organization,
UNESCO,2,1,acronym,The Ministry of Ferries wrote to UNESCO on Monday.,,
";

/// A run whose names count from two on, over a dictionary in which Koreans have their surnames first.
fn world() -> Run {
    let actors = ACTORS.replace("abbr = [\"DPRK\"]", "abbr = [\"DPRK\"]\nsurname_first = true");
    Run::new().config(&format!("{CONFIG}[tabulate]\nsuggest_min_n = 2\n")).actors(&actors)
}

fn by_hand() -> Run {
    world().input("a.txt", A).input("b.txt", B)
}

#[track_caller]
fn table(run: &Run, arguments: &[&str]) -> String {
    let ended = run.run(arguments);
    assert_eq!(ended.code, 0, "{ended}");
    run.table("suggestions").replace("\r\n", "\n")
}

#[test]
fn every_suggestion_is_as_counted_by_hand() {
    assert_eq!(table(&by_hand(), &[]), TABLE);
}

#[test]
fn examples_are_found_again_in_files_of_many_articles() {
    let quoted = |text: &str| text.trim_end().replace('"', "\"\"");
    let csv = format!("text\nnothing here\n\"{}\"\nnothing more\n\"{}\"\nthe end\n", quoted(A), quoted(B));
    assert_eq!(table(&world().input("rows.csv", csv), &[]), TABLE);
    let line = |text: &str| format!("{}\n", serde_json::json!({ "text": text }));
    let lines =
        [line("nothing here"), "\n".to_owned(), line(A), line("nothing more"), line(B), line("the end")].concat();
    assert_eq!(table(&world().input("lines.jsonl", lines), &[]), TABLE);
}

#[test]
fn a_word_at_the_head_of_a_sentence_is_a_name_only_where_it_is_one_elsewhere() {
    let text = "Talks failed again. Talks failed here. Gorny failed again. Gorny failed here. He saw Talks fail. They saw talks and \
                talks fail. He saw Gorny fail. Spy Petrin left. Spy Petrin fell. He saw Petrin fall. They saw a spy fall.\n";
    let expected = ["Gorny,3,1,unlisted name,Gorny failed again.,,", "Petrin,3,1,unlisted name,Spy Petrin left.,,"];
    assert_eq!(table(&world().input("a.txt", text), &[]).lines().skip(1).collect::<Vec<_>>(), expected);
}

#[test]
fn headlines_known_names_titles_and_dates_are_no_suggestions() {
    let text = "Boris Mints Visits New Missile Plant\n\nThe Russian minister met Kim and Putin on Monday in May, and Prime Minister Putin \
                saw the DPRK fail. He met I. and the President.\n\n";
    let run = world().input("a.txt", text.repeat(6));
    assert_eq!(table(&run, &[]).lines().count(), 1, "{}", run.table("suggestions"));
}

#[test]
fn the_rarest_are_left_out_and_equal_ones_are_in_the_order_of_letters() {
    let run = by_hand().config(&format!("{CONFIG}[tabulate]\nsuggest_min_n = 2\nsuggest_rows = 4\n"));
    let first: Vec<&str> = TABLE.lines().take(5).collect();
    assert_eq!(table(&run, &[]).lines().collect::<Vec<_>>(), first);
    let run = by_hand().config(&format!("{CONFIG}[tabulate]\nsuggest_min_n = 3\n"));
    assert_eq!(table(&run, &[]).lines().collect::<Vec<_>>(), first[..3]);
}

#[test]
fn threads_and_memory_change_no_suggestion() {
    let names = ["Gorny", "Petrin", "Amurgrad", "Olga Tan", "Ivan Tan", "Bank of Amur", "KVN", "Deng Li"];
    let mut run = world();
    for number in 0..300usize {
        let name = |step: usize| names[(number * step + number / 7) % names.len()];
        let text =
            format!("Then {} saw {} and {} leave. {} left for {}.\n", name(1), name(3), name(5), name(2), name(7));
        run = run.input(&format!("{:03}.txt", number * 7 % 300), text);
    }
    let one = table(&run, &["--jobs", "1", "--no-cache"]);
    assert!(one.lines().count() > 8, "{one}");
    for arguments in [&["--jobs", "4", "--no-cache"][..], &["--jobs", "3"], &["--jobs", "2", "--memory", "64 MB"]] {
        assert_eq!(table(&run, arguments), one, "{arguments:?}");
    }
}

#[test]
fn suggest_prints_the_table_and_writes_nothing() {
    let run = by_hand();
    let ended = run.run(&["suggest"]);
    let lines: Vec<&str> = ended.says_with(0).lines().collect();
    assert_eq!(lines[0], "surface              n  articles  type          why                       example");
    assert_eq!(
        lines[4],
        "Kim Jong Eun         2         1  person        spelling of kim-jong-un?  In Amurgrad the Ministry of Ferries said that \
         Kim Jong Eun wrote."
    );
    assert_eq!(lines.len(), 7);
    assert_eq!(run.run(&["suggest", "--rows", "2"]).says_with(0).lines().count(), 3);
    let json = run.run(&["suggest", "--rows", "1", "--log-format", "json"]);
    let row: serde_json::Value = serde_json::from_str(json.says_with(0)).expect("a line is an object");
    assert_eq!(
        (row["surface"].as_str(), row["n"].as_u64(), row["type"].as_str()),
        (Some("Amurgrad"), Some(3), Some("place"))
    );
    assert!(!run.path("output").exists(), "suggest writes nothing");
}

#[test]
fn suggest_ends_as_a_run_would() {
    assert_eq!(world().run(&["suggest"]).fails_with(4).lines().count(), 2);
    let ended = by_hand().input("c.jsonl", "{}\n").run(&["suggest"]);
    assert_eq!(ended.code, 3, "{ended}");
    assert!(ended.stderr.contains("some input was skipped: 1 row") && ended.stdout.contains("Amurgrad"), "{ended}");
}

#[test]
fn entries_that_suggest_prints_are_good_ones() {
    let run = by_hand();
    let entries = run.run(&["suggest", "--toml"]).says_with(0).to_owned();
    assert!(entries.contains("name = \"Boris Mints\"\ntype = \"person\"\nweak = [\"Mints\"]\n"), "{entries}");
    assert!(entries.contains("# alias of kim-jong-un?\n# aliases = [\"Kim Jong Eun\"]\n"), "{entries}");
    let before = fs::read_to_string(run.path("actors.toml")).expect("the dictionary is there");
    let run = run.actors(&format!("{before}\n{entries}"));
    let checked = run.run(&["check"]);
    assert!(checked.says_with(0).contains("actors.toml: 9 actors"), "{checked}");
    let left = table(&run, &[]);
    assert_eq!(
        left.lines().skip(1).map(|row| row.split(',').next().unwrap_or("")).collect::<Vec<_>>(),
        ["Kim Jong Eun"]
    );
}
