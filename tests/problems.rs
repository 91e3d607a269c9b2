//! Every message that a person meets, as it is read: each names the place, what is wrong and what to do.
//!
//! After a change of words: `cargo insta review` (from `cargo install cargo-insta`) shows each old and new message and writes
//! the new one into this file.
// Windows has other words for its own errors and other separators in paths.
#![cfg(unix)]

mod support;

use std::fs::{self, File};
use std::os::unix::fs::symlink;
use std::process::Command;
use std::time::Duration;

use insta::assert_snapshot;
use support::{CONFIG, Run};

const ARTICLE: &str = "Vladimir Putin met Kim Jong Un in Russia. Putin thanked Kim Jong Un.\n";

/// What a run with this config.toml says; it must do nothing else.
#[track_caller]
fn config(text: &str) -> String {
    refused(&Run::new().input("a.txt", ARTICLE).config(text))
}

/// The same for an actors.toml.
#[track_caller]
fn dictionary(text: &str) -> String {
    refused(&Run::new().input("a.txt", ARTICLE).actors(text))
}

#[track_caller]
fn refused(run: &Run) -> String {
    let ended = run.run(&[]);
    let said = ended.fails_with(2).to_owned();
    assert!(
        !run.path("output").exists(),
        "a run that cannot begin leaves no trace, and this one made {:?}",
        run.files(".")
    );
    said
}

// ---- config.toml ----

#[test]
fn an_unknown_key_is_told_with_the_nearest_known_one() {
    assert_snapshot!(config("[lex]\nmin_lenght = 3\n"), @"
    error: config.toml:2: unknown key `lex.min_lenght`
      help: did you mean `min_length`? Known in [lex]: stop_languages, keep, extra, min_length, numbers, phrases, phrase_min_n, phrase_min_npmi
    ");
}

#[test]
fn an_unknown_key_far_from_all_others_is_told_with_the_known_ones() {
    assert_snapshot!(config("[run]\nfrobnicate = true\n"), @"
    error: config.toml:2: unknown key `run.frobnicate`
      help: remove it; known in [run]: jobs, min_articles, keep_runs
    ");
}

#[test]
fn an_unknown_section_is_told_with_the_nearest_known_one() {
    assert_snapshot!(config("[mesure]\nwindow = 5\n"), @"
    error: config.toml:1: unknown key `mesure`
      help: did you mean `measure`? Known in the file: ingest, lex, measure, tabulate, write, run
    ");
}

#[test]
fn a_key_outside_its_section_is_told_with_the_known_sections() {
    assert_snapshot!(config("window = 5\n"), @"
    error: config.toml:1: unknown key `window`
      help: `window` belongs under [measure]; known in the file: ingest, lex, measure, tabulate, write, run
    ");
}

#[test]
fn a_value_of_the_wrong_kind_is_told_with_its_line() {
    let text = "[lex]\nmin_length = \"two\"\nnumbers = 1\nkeep = \"US\"\n\n[measure]\nwindow = -1\nstory_similarity = \"half\"\n\n[write]\noutput = 7\n";
    assert_snapshot!(config(text), @r#"
    error: config.toml:2: lex.min_length must be a whole number, 0 or more
      help: change it, or remove the line to use the default, 2
    error: config.toml:3: lex.numbers must be true or false
      help: change it, or remove the line to use the default, false
    error: config.toml:4: lex.keep must be a list of texts, such as ["a", "b"]
      help: change it, or remove the line to use the default
    error: config.toml:7: measure.window must be a whole number, 0 or more
      help: change it, or remove the line to use the default, 5
    error: config.toml:8: measure.story_similarity must be a number with a decimal point, such as 0.5
      help: change it, or remove the line to use the default, 0.5
    error: config.toml:11: write.output must be a text in quotes
      help: change it, or remove the line to use the default, "output"
    6 problems; nothing was done
    "#);
}

#[test]
fn every_value_out_of_range_is_told_at_once() {
    let text = r#"[ingest]
input = " "
csv_delimiter = "ab"
max_article_mb = 0
[ingest.columns]
text = ""
[lex]
min_length = 0
phrase_min_n = 1
phrase_min_npmi = 1.5
[measure]
dictionary = ""
window = 0
pair_terms = 1
pair_term_min_n = 0
pair_min_n = 0
story_similarity = 0.0
[tabulate]
term_min_n = 0
by_min_n = 0
[write]
output = ""
chart_rows = 501
report_rows = 0
[run]
jobs = 1025
min_articles = 0
keep_runs = 1
"#;
    assert_snapshot!(config(text), @r#"
    error: config.toml:2: ingest.input is " ", and must be a name, not empty
      help: change it, or remove the line to use the default, "input"
    error: config.toml:3: ingest.csv_delimiter is "ab", and must be one ASCII character that is no quote, such as ",", ";" or "\t"
      help: change it, or remove the line to use the default, ","
    error: config.toml:4: ingest.max_article_mb is 0, and must be from 1 to 1024
      help: change it, or remove the line to use the default, 16
    error: config.toml:6: ingest.columns.text is "", and must be a name, not empty
      help: change it, or remove the line to use the default, "text"
    error: config.toml:8: lex.min_length is 0, and must be 1 or more
      help: change it, or remove the line to use the default, 2
    error: config.toml:9: lex.phrase_min_n is 1, and must be 2 or more
      help: change it, or remove the line to use the default, 5
    error: config.toml:10: lex.phrase_min_npmi is 1.5, and must be from -1 to 1
      help: change it, or remove the line to use the default, 0.5
    error: config.toml:12: measure.dictionary is "", and must be a name, not empty
      help: change it, or remove the line to use the default, "actors.toml"
    error: config.toml:13: measure.window is 0, and must be from 1 to 100
      help: change it, or remove the line to use the default, 5
    error: config.toml:14: measure.pair_terms is 1, and must be from 2 to 2000
      help: change it, or remove the line to use the default, 500
    error: config.toml:15: measure.pair_term_min_n is 0, and must be 1 or more
      help: change it, or remove the line to use the default, 3
    error: config.toml:16: measure.pair_min_n is 0, and must be 1 or more
      help: change it, or remove the line to use the default, 3
    error: config.toml:17: measure.story_similarity is 0.0, and must be from 0.4 to 1
      help: change it, or remove the line to use the default, 0.5
    error: config.toml:19: tabulate.term_min_n is 0, and must be 1 or more
      help: change it, or remove the line to use the default, 1
    error: config.toml:20: tabulate.by_min_n is 0, and must be 1 or more
      help: change it, or remove the line to use the default, 5
    error: config.toml:22: write.output is "", and must be a name, not empty
      help: change it, or remove the line to use the default, "output"
    error: config.toml:23: write.chart_rows is 501, and must be from 1 to 500
      help: change it, or remove the line to use the default, 20
    error: config.toml:24: write.report_rows is 0, and must be from 1 to 1000
      help: change it, or remove the line to use the default, 50
    error: config.toml:26: run.jobs is 1025, and must be at most 256 (0: one for each core)
      help: change it, or remove the line to use the default, 0
    error: config.toml:27: run.min_articles is 0, and must be 1 or more
      help: change it, or remove the line to use the default, 1
    error: config.toml:28: run.keep_runs is 1, and must be 2 or more: the latest and the one before it
      help: change it, or remove the line to use the default, 30
    21 problems; nothing was done
    "#);
}

#[test]
fn a_section_that_is_no_table_is_told() {
    assert_snapshot!(config("lex = 5\n[ingest]\ncolumns = [\"text\"]\n"), @"
    error: config.toml:1: lex must be a table
      help: write a line [lex], and its keys below it
    error: config.toml:3: ingest.columns must be a table
      help: write a line [ingest.columns], and its keys below it
    2 problems; nothing was done
    ");
}

#[test]
fn a_file_that_is_not_toml_is_told_with_its_line() {
    assert_snapshot!(config("[lex\nmin_length = 2\n"), @"
    error: config.toml:1: not TOML: unclosed table, expected `]`
      help: see https://toml.io for how values, lists and tables are written
    ");
}

#[test]
fn a_line_that_is_not_toml_is_told_with_the_problems_of_the_others() {
    assert_snapshot!(config("[lex]\nmin_length = two\nmin_length = 0\nmin_lenght = 0\n"), @"
    error: config.toml:2: not TOML: invalid boolean, expected `true`
      help: see https://toml.io for how values, lists and tables are written
    error: config.toml:3: not TOML: duplicate key
      help: see https://toml.io for how values, lists and tables are written
    2 problems; nothing was done
    ");
}

#[test]
fn an_unknown_encoding_is_told_with_examples() {
    assert_snapshot!(config("[ingest]\nencoding = \"utf-9\"\n"), @r#"
    error: config.toml:2: ingest.encoding is "utf-9", and must be "auto" or an encoding of the WHATWG standard, such as "utf-8", "windows-1251" or "euc-kr"
      help: change it, or remove the line to use the default, "auto"
    "#);
}

#[test]
fn an_unknown_stop_language_is_told_with_examples() {
    assert_snapshot!(config("[lex]\nstop_languages = [\"en\", \"klingon\"]\n"), @r#"
    error: config.toml:2: lex.stop_languages is ["en", "klingon"], and must be a list of known languages; there is no stop list for "klingon", but for af ar bg bn br ca cs da de el en eo es et eu fa fi fr ga gl gu ha he hi hr hu hy id it ja ko ku la lt lv mr ms nl no pl pt ro ru sk sl so st sv sw th tl tr uk ur vi yo zh zu
      help: change it, or remove the line to use the default, ["en"]
    "#);
}

#[test]
fn the_problems_of_configuration_and_dictionary_are_told_together() {
    let run =
        Run::new().config("[run]\njobs = -2\n").actors("[[actor]]\nid = \"a\"\nname = \"A\"\ntype = \"planet\"\n");
    assert_snapshot!(refused(&run), @"
    error: config.toml:2: run.jobs must be a whole number, 0 or more
      help: change it, or remove the line to use the default, 0
    error: actors.toml:4: the type `planet` is unknown
      help: write person, organization, state or place
    2 problems; nothing was done
    ");
}

#[test]
fn a_missing_configuration_is_told_with_the_way_to_get_one() {
    assert_snapshot!(refused(&Run::new().without("config.toml")), @"
    error: config.toml: cannot be read: no such file or directory
      help: write one with `newsgauge init`, or name another with --config
    ");
}

#[test]
fn a_configuration_that_is_a_folder_is_told() {
    let run = Run::new();
    assert_snapshot!(run.run(&["--config", "input"]).fails_with(2), @"
    error: input: cannot be read: is a directory
      help: write one with `newsgauge init`, or name another with --config
    ");
}

#[test]
fn a_configuration_that_is_not_utf8_is_told() {
    let run = Run::new().file("config.toml", b"[lex]\nextra = [\"caf\xe9\"]\n");
    assert_snapshot!(refused(&run), @"
    error: config.toml: it is not UTF-8
      help: save it as UTF-8
    ");
}

#[test]
fn a_control_character_in_a_key_reaches_no_terminal() {
    assert_snapshot!(config("[lex]\n\"min\\u001b[2J\" = 1\n"), @r"
    error: config.toml:2: unknown key `lex.min\u{1b}[2J`
      help: remove it; known in [lex]: stop_languages, keep, extra, min_length, numbers, phrases, phrase_min_n, phrase_min_npmi
    ");
}

// ---- actors.toml ----

#[test]
fn a_missing_dictionary_is_told_with_the_way_to_get_one() {
    assert_snapshot!(refused(&Run::new().without("actors.toml")), @"
    error: actors.toml: cannot be read: no such file or directory
      help: write one with `newsgauge init`, or name another with [measure] dictionary
    ");
}

#[test]
fn an_actor_without_an_id_is_told_with_its_line() {
    assert_snapshot!(dictionary("# head\n\n[[actor]]\nname = \"A\"\ntype = \"person\"\n"), @"
    error: actors.toml:3: this actor has no id
      help: add it; the head of the shipped actors.toml shows what an entry needs
    ");
}

#[test]
fn an_id_that_is_not_usable_is_told_with_an_example() {
    assert_snapshot!(dictionary("[[actor]]\nid = \"Kim Jong Un\"\nname = \"Kim Jong Un\"\ntype = \"person\"\n"), @"
    error: actors.toml:2: the id `Kim Jong Un` is not usable
      help: use lower-case letters a-z, digits and hyphens, such as kim-jong-un
    ");
}

#[test]
fn an_id_that_is_taken_is_told_with_the_line_of_the_first() {
    let text = "[[actor]]\nid = \"a\"\nname = \"A\"\ntype = \"state\"\n\n[[actor]]\nid = \"a\"\nname = \"B\"\ntype = \"state\"\n";
    assert_snapshot!(dictionary(text), @"
    error: actors.toml:7: the id `a` is taken by the actor in line 2
      help: give each actor an id of its own, or merge the two entries
    ");
}

#[test]
fn an_unknown_type_is_told_with_the_known_ones() {
    assert_snapshot!(dictionary("[[actor]]\nid = \"a\"\nname = \"A\"\ntype = \"planet\"\n"), @"
    error: actors.toml:4: the type `planet` is unknown
      help: write person, organization, state or place
    ");
}

#[test]
fn an_alias_that_could_match_nothing_is_told() {
    let text = "[[actor]]\nid = \"a\"\nname = \"A\"\ntype = \"state\"\naliases = [\"Aland\", \"--\"]\n";
    assert_snapshot!(dictionary(text), @r#"
    error: actors.toml:5: the alias "--" holds no letter
      help: remove it: it could match nothing
    "#);
}

#[test]
fn a_reference_to_nobody_is_told() {
    let text = "[[actor]]\nid = \"a\"\nname = \"A\"\ntype = \"person\"\nstate = \"b\"\nparent = \"c\"\n";
    assert_snapshot!(dictionary(text), @r#"
    error: actors.toml:5: state is "b", and no state has that id
      help: correct the spelling, or add an entry with this id
    error: actors.toml:6: parent is "c", and no actor has that id
      help: correct the spelling, or add an entry with this id
    2 problems; nothing was done
    "#);
}

#[test]
fn parents_that_form_a_circle_are_told() {
    let text = "[[actor]]\nid = \"a\"\nname = \"A\"\ntype = \"organization\"\nparent = \"b\"\n\n[[actor]]\nid = \"b\"\nname = \"B\"\ntype = \
                \"organization\"\nparent = \"a\"\n";
    assert_snapshot!(dictionary(text), @r#"
    error: actors.toml:5: the parent "b" leads back to this actor
      help: remove one `parent` of the circle
    error: actors.toml:11: the parent "a" leads back to this actor
      help: remove one `parent` of the circle
    2 problems; nothing was done
    "#);
}

#[test]
fn a_capital_that_is_no_place_is_told() {
    let text = "[[actor]]\nid = \"a\"\nname = \"A\"\ntype = \"state\"\ncapital = \"b\"\n\n[[actor]]\nid = \"b\"\nname = \"B\"\ntype = \
                \"person\"\n";
    assert_snapshot!(dictionary(text), @r#"
    error: actors.toml:5: capital is "b", and no place has that id
      help: correct the spelling, or add an entry with this id
    "#);
}

#[test]
fn an_unknown_key_of_an_actor_is_told_with_the_nearest_known_one() {
    let text = "[[actor]]\nid = \"a\"\nname = \"A\"\ntype = \"state\"\nalias = [\"Aland\"]\n";
    assert_snapshot!(dictionary(text), @"
    error: actors.toml:5: unknown key `actor.alias`
      help: did you mean `aliases`? Known in [actor]: id, name, type, state, parent, capital, aliases, short, abbr, adjectives, weak
    ");
}

#[test]
fn one_table_of_actors_instead_of_a_list_is_told() {
    assert_snapshot!(dictionary("[actor]\nid = \"a\"\nname = \"A\"\ntype = \"state\"\n"), @"
    error: actors.toml:1: actor must be a list of tables
      help: begin each entry with a line [[actor]]
    ");
}

#[test]
fn aliases_that_are_no_list_are_told() {
    assert_snapshot!(dictionary("[[actor]]\nid = \"a\"\nname = \"A\"\ntype = \"state\"\naliases = \"Aland\"\n"), @r#"
    error: actors.toml:5: actor.aliases must be a list of texts, such as ["a", "b"]
      help: correct the line
    "#);
}

#[test]
fn an_id_of_the_wrong_kind_is_told() {
    assert_snapshot!(dictionary("[[actor]]\nid = 5\nname = \"A\"\ntype = \"state\"\n"), @"
    error: actors.toml:2: actor.id must be a text in quotes
      help: correct the line
    ");
}

#[test]
fn a_dictionary_that_is_not_toml_is_told_with_its_line() {
    assert_snapshot!(dictionary("[[actor]]\nid = \"a\nname = \"A\"\ntype = \"state\"\n"), @r#"
    error: actors.toml:2: not TOML: invalid basic string, expected `"`
      help: see https://toml.io for how values, lists and tables are written
    "#);
}

// ---- input ----

#[test]
fn a_missing_input_folder_is_told() {
    let run = Run::new().without("input");
    assert_snapshot!(run.run(&[]).fails_with(2), @"
    error: input: the input folder cannot be opened: no such file or directory
      help: name a folder of articles with --input or [ingest] input
    ");
}

#[test]
fn an_input_that_is_a_file_is_told() {
    let run = Run::new().file("articles.txt", ARTICLE);
    assert_snapshot!(run.run(&["--input", "articles.txt"]).fails_with(2), @"
    error: articles.txt: the input folder cannot be opened: not a directory
      help: name a folder of articles with --input or [ingest] input
    ");
}

#[test]
fn a_metadata_file_that_is_missing_is_told() {
    let run = Run::new().input("a.txt", ARTICLE).config("[ingest]\nmetadata = \"meta.csv\"\n");
    assert_snapshot!(run.run(&[]).fails_with(2), @"
    error: meta.csv: the metadata file is not there
      help: correct [ingest] metadata, or remove it
    ");
}

#[test]
fn an_empty_input_is_told_and_publishes_nothing() {
    let run = Run::new();
    assert_snapshot!(run.run(&[]).fails_with(4), @"
    error: input: it gave 0 articles and 0 skipped rows, and [run] min_articles is 1
      help: put .txt, .md, .csv or .jsonl files into it, or name another folder with --input
    ");
    nothing_published(&run);
}

#[test]
fn fewer_articles_than_asked_for_are_told_and_publish_nothing() {
    let run = Run::new().input("a.txt", ARTICLE).input("b.pdf", "%PDF").config("[run]\nmin_articles = 10\n");
    assert_snapshot!(run.run(&[]).fails_with(4), @"
    error: input: it gave 1 article and 1 skipped row, and [run] min_articles is 10
      help: `newsgauge check` lists what was skipped and why; nothing was published
    ");
    nothing_published(&run);
}

#[track_caller]
fn nothing_published(run: &Run) {
    let mut left = run.files("output");
    left.retain(|path| path != "state/lock");
    assert!(left.is_empty(), "a run without tables leaves nothing but the lock, and this one left {left:?}");
    let staged = fs::read_dir(run.path("output")).expect("the output folder is there").flatten();
    let staged: Vec<_> =
        staged.map(|entry| entry.file_name()).filter(|name| name.to_string_lossy().starts_with('.')).collect();
    assert!(staged.is_empty(), "a run that ends by itself removes what it staged, and this one left {staged:?}");
}

#[test]
fn a_text_file_that_is_skipped_is_listed_with_its_reason() {
    let russian = "Министр обороны России прибыл в Пхеньян по приглашению.";
    let mut damaged = russian.as_bytes().to_vec();
    damaged.insert(4, 0xff);
    let run = Run::new()
        .input("damaged.txt", damaged)
        .input("empty.txt", "")
        .input("front-matter-only.md", "---\ntitle: A head\n---\n")
        .input("good.txt", ARTICLE)
        .input("large.txt", vec![b'a'; (1 << 20) + 1])
        .input("letter.pdf", "%PDF-1.7")
        .input("no-ending", ARTICLE)
        .input("undated.txt", format!("---\ntitle: A head\ndate: last Tuesday\n---\n{ARTICLE}"))
        .input("utf16.txt", b"\xff\xfea\x00\x00\xd8b\x00")
        .input("utf32.txt", b"\xff\xfe\x00\x00a\x00\x00\x00\xff\xff\xff\xff")
        .config(&format!("[ingest]\nmax_article_mb = 1\n{CONFIG}"));
    assert_eq!(run.run(&[]).code, 3);
    assert_snapshot!(run.table("skipped"), @r#"
    path,line,reason
    damaged.txt,,"damaged UTF-8: bad bytes begin at byte 4, in line 1; save the file anew as UTF-8"
    empty.txt,,empty
    front-matter-only.md,,empty
    large.txt,,larger than 1 MB ([ingest] max_article_mb)
    letter.pdf,,"not a .txt, .md, .csv or .jsonl file ([ingest] ignore passes endings over in silence)"
    no-ending,,"not a .txt, .md, .csv or .jsonl file ([ingest] ignore passes endings over in silence)"
    undated.txt,3,"the date ""last Tuesday"" cannot be read (write 2024-06-19); the article is kept without it"
    utf16.txt,,"read as UTF-16LE, some of its bytes are wrong ([ingest] encoding names another)"
    utf32.txt,,"read as UTF-32, some of its bytes are wrong"
    "#);
}

#[test]
fn a_text_file_that_is_not_in_the_named_encoding_is_listed() {
    let config = format!("[ingest]\nencoding = \"utf-8\"\n{CONFIG}");
    let run = Run::new().input("good.txt", ARTICLE).input("latin.txt", b"caf\xe9 cr\xe8me").config(&config);
    assert_eq!(run.run(&[]).code, 3);
    assert_snapshot!(run.table("skipped"), @"
    path,line,reason
    latin.txt,,not valid UTF-8 ([ingest] encoding names another)
    ");
}

#[test]
fn a_csv_row_that_is_skipped_is_listed_with_its_line_and_reason() {
    let large = "a".repeat((1 << 20) + 1);
    let mut rows = b"text,date\n".to_vec();
    rows.extend(format!("{ARTICLE}\n").replace('\n', "").bytes());
    rows.extend(b",2024-06-19\none,two,three\n\"\",2024-06-19\ncaf\xe9,2024-06-19\nA day unknown.,06/07/2024\n");
    rows.extend(format!("{large},2024-06-19\nThe last one.,2024-06-20\n").bytes());
    let run = Run::new()
        .input("empty.csv", "")
        .input("header.csv", "text,date\n")
        .input("semicolons.csv", "text;date\nOne.;2024\n")
        .input("no-text.csv", "headline,body\na,b\n")
        .input("rows.csv", rows)
        .config(&format!("[ingest]\nmax_article_mb = 1\n{CONFIG}"));
    let ended = run.run(&[]);
    assert_eq!(ended.code, 3, "{ended}");
    assert_snapshot!(run.table("skipped"), @r#"
    path,line,reason
    empty.csv,,empty
    header.csv,,it has no rows
    no-text.csv,1,"no column `text`; it has headline, body: name the one with the text in [ingest.columns] text"
    rows.csv,3,3 fields where the header has 2
    rows.csv,4,empty
    rows.csv,5,not valid UTF-8 ([ingest] encoding names another)
    rows.csv,6,"the date ""06/07/2024"" cannot be read (write 2024-06-19); the article is kept without it"
    rows.csv,7,larger than 1 MB ([ingest] max_article_mb)
    semicolons.csv,1,"no column `text`; it has text;date: if these are several, name what separates them in [ingest] csv_delimiter"
    "#);
}

#[test]
fn a_jsonl_line_that_is_skipped_is_listed_with_its_line_and_reason() {
    let mut lines = format!("{{\"text\": {ARTICLE:?}}}\n").into_bytes();
    lines.extend(b"{\"text\": \"cut\n[1, 2]\n{\"title\": \"no text\"}\n{\"text\": null}\n{\"text\": \"  \"}\n");
    lines.extend(b"{\"text\": \"caf\xe9\"}\n{\"text\": \"A day unknown.\", \"date\": \"tomorrow\"}\n\n");
    lines.extend(format!("{{\"text\": \"{}\"}}\n{{\"text\": \"The last one.\"}}", "a".repeat(1 << 20)).bytes());
    let run = Run::new()
        .input("empty.jsonl", "\n\n")
        .input("lines.jsonl", lines)
        .config(&format!("[ingest]\nmax_article_mb = 1\n{CONFIG}"));
    let ended = run.run(&[]);
    assert_eq!(ended.code, 3, "{ended}");
    assert_snapshot!(run.table("skipped"), @r#"
    path,line,reason
    empty.jsonl,,it has no rows
    lines.jsonl,2,not JSON: EOF while parsing a string at column 13
    lines.jsonl,3,"JSON, but no object: write {""text"": ...}"
    lines.jsonl,4,no text under `text` ([ingest.columns] text names the column)
    lines.jsonl,5,no text under `text` ([ingest.columns] text names the column)
    lines.jsonl,6,empty
    lines.jsonl,7,not JSON: invalid unicode code point at column 14
    lines.jsonl,8,"the date ""tomorrow"" cannot be read (write 2024-06-19); the article is kept without it"
    lines.jsonl,10,larger than 1 MB ([ingest] max_article_mb)
    "#);
}

#[test]
fn a_line_of_metadata_that_is_skipped_is_listed_with_its_line_and_reason() {
    let run = Run::new()
        .input("a.txt", ARTICLE)
        .input("metadata.csv", "path,date,outlet\na.txt,some day,Desk\nb.txt,2024-06-19,Desk\n")
        .input("sub/metadata.csv", "file,date\na.txt,2024-06-19\n")
        .input("sub2/metadata.csv", b"path,outlet\n\xd0\x9c\xd0\xb8\xff,x\n");
    let ended = run.run(&[]);
    assert_eq!(ended.code, 3, "{ended}");
    assert_snapshot!(run.table("skipped"), @r#"
    path,line,reason
    metadata.csv,2,"the date ""some day"" cannot be read (write 2024-06-19); the article is kept without it"
    metadata.csv,3,"it describes ""b.txt"", and there is no such file in the input"
    sub/metadata.csv,1,"it has no column `path`; write path,date,outlet ... in its first line"
    sub2/metadata.csv,,"damaged UTF-8: bad bytes begin at byte 16, in line 2; save the file anew as UTF-8"
    "#);
}

#[test]
fn a_link_that_leads_nowhere_or_back_is_listed() {
    let run = Run::new().input("a.txt", ARTICLE).input("sub/b.txt", "A text of its own.");
    symlink("nowhere.txt", run.path("input/dangling.txt")).expect("links can be made here");
    symlink("..", run.path("input/sub/up")).expect("links can be made here");
    let made = Command::new("mkfifo").arg(run.path("input/pipe.txt")).status();
    assert!(made.is_ok_and(|status| status.success()), "the test needs the command mkfifo");
    let ended = run.run(&[]);
    assert_eq!(ended.code, 3, "{ended}");
    assert_snapshot!(run.table("skipped"), @"
    path,line,reason
    dangling.txt,,no such file or directory
    pipe.txt,,not a regular file
    sub/up,,a link that leads back to a folder above it
    ");
}

/// A link to a file that opens and then fails to be read, as on a failing disk; none where the system has no such file.
#[cfg(target_os = "linux")]
fn unreadable(name: &str) -> Option<Run> {
    use std::io::ErrorKind::{NotFound, PermissionDenied};
    // The memory of a process begins at an address that is never mapped: reading there is an I/O error.
    let fails = fs::read("/proc/self/mem").is_err_and(|error| !matches!(error.kind(), NotFound | PermissionDenied));
    let run = Run::new().input("a.txt", ARTICLE);
    fails.then(|| symlink("/proc/self/mem", run.path("input").join(name)).expect("links can be made here"))?;
    Some(run)
}

/// What a run says of it; one that does not end within seconds is ended.
#[cfg(target_os = "linux")]
#[track_caller]
fn failing(run: &Run) -> String {
    let mut child = run.start(&[]);
    let started = std::time::Instant::now();
    while child.try_wait().expect("the child is ours").is_none() {
        if started.elapsed() > Duration::from_secs(5) {
            child.kill().expect("the child is ours");
            child.wait().expect("the child is ours");
            panic!("the run reads a file that cannot be read for ever; it must end with exit code 1");
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    run.end(child).fails_with(1).to_owned()
}

#[test]
#[cfg(target_os = "linux")]
fn a_disk_that_fails_under_a_text_file_ends_the_run() {
    let Some(run) = unreadable("b.txt") else { return };
    assert_snapshot!(failing(&run), @"
    error: input/b.txt: reading failed: input/output error
      help: this is the machine's fault, not the file's: free handles, memory or disk, then run again
    ");
}

#[test]
#[cfg(target_os = "linux")]
fn a_disk_that_fails_under_a_csv_file_ends_the_run() {
    let Some(run) = unreadable("b.csv") else { return };
    assert_snapshot!(failing(&run), @"
    error: input/b.csv: reading failed: input/output error
      help: this is the machine's fault, not the file's: free handles, memory or disk, then run again
    ");
}

#[test]
#[cfg(target_os = "linux")]
fn a_disk_that_fails_under_a_jsonl_file_ends_the_run() {
    let Some(run) = unreadable("b.jsonl") else { return };
    assert_snapshot!(failing(&run), @"
    error: input/b.jsonl: reading failed: input/output error
      help: this is the machine's fault, not the file's: free handles, memory or disk, then run again
    ");
}

// ---- output ----

#[test]
fn an_output_that_cannot_be_written_is_told_before_an_article_is_read() {
    // Below a regular file nobody can write, not even root.
    let run = Run::new().input("a.txt", ARTICLE).file("occupied", "");
    assert_snapshot!(run.run(&["--output", "occupied/output"]).fails_with(1), @"
    error: occupied/output/runs: making the folder failed: not a directory
      help: a file stands where a folder must be: move it away, or choose another folder with --output
    ");
}

#[test]
fn an_output_that_is_a_file_is_told() {
    let run = Run::new().input("a.txt", ARTICLE).file("occupied", "");
    assert_snapshot!(run.run(&["--output", "occupied"]).fails_with(1), @"
    error: occupied/runs: making the folder failed: not a directory
      help: a file stands where a folder must be: move it away, or choose another folder with --output
    ");
}

/// A run whose output folder another run works on, until the file is dropped.
fn locked() -> (Run, File) {
    let run = Run::new().input("a.txt", ARTICLE).file("output/state/lock", "process 4711, since 2026-11-21T03:10:00Z");
    let lock = File::open(run.path("output/state/lock")).expect("it was just made");
    lock.try_lock().expect("nobody else knows this folder");
    (run, lock)
}

#[test]
fn a_second_run_is_told_who_holds_the_lock() {
    let (run, lock) = locked();
    assert_snapshot!(run.run(&[]).fails_with(11), @"
    error: output/state/lock: another run is working on this output folder (process 4711, since 2026-11-21T03:10:00Z)
      help: wait for it to end, or give this run its own folder with --output
    ");
    assert_eq!(run.files("output"), ["state/lock"]);
    drop(lock);
    assert_eq!(run.run(&[]).code, 0, "the lock is free again");
}

#[test]
fn check_needs_no_lock() {
    let (run, _lock) = locked();
    assert_eq!(run.run(&["check"]).code, 0);
}

// ---- the command line ----

#[test]
fn init_overwrites_nothing() {
    let run = Run::new();
    assert_snapshot!(run.run(&["init"]).fails_with(2), @"
    error: ./config.toml: is there already, and init overwrites nothing
      help: move it away, or run init in another folder
    error: ./actors.toml: is there already, and init overwrites nothing
      help: move it away, or run init in another folder
    2 problems; nothing was done
    ");
    assert_eq!(fs::read_to_string(run.path("config.toml")).ok().as_deref(), Some(CONFIG));
}

#[test]
fn init_says_what_it_wrote_and_what_comes_next() {
    let run = Run::new();
    assert_snapshot!(run.run(&["init", "new"]).says_with(0), @"
    wrote new/input
    wrote new/config.toml
    wrote new/actors.toml
    Put articles into the input folder, then run `newsgauge` beside config.toml.
    ");
    let ended = run.run(&["check", "--config", "new/config.toml"]);
    let empty = ended.stderr.starts_with("error: new/input: it gave 0 articles");
    assert!(ended.code == 4 && empty, "nothing but articles is missing after init: {ended}");
}

#[test]
fn an_unknown_flag_is_a_usage_error() {
    assert_snapshot!(Run::new().run(&["--colour"]).fails_with(2), @"
    error: unexpected argument '--colour' found

    Usage: newsgauge [OPTIONS] [COMMAND]

    For more information, try '--help'.
    ");
}

#[test]
fn an_unknown_command_is_a_usage_error() {
    assert_snapshot!(Run::new().run(&["chek"]).fails_with(2), @"
    error: unrecognized subcommand 'chek'

      tip: a similar subcommand exists: 'check'

    Usage: newsgauge [OPTIONS] [COMMAND]

    For more information, try '--help'.
    ");
}

#[test]
fn a_number_of_threads_out_of_range_is_a_usage_error() {
    assert_snapshot!(Run::new().run(&["--jobs", "5000"]).fails_with(2), @"
    error: invalid value '5000' for '--jobs <N>': 5000 is not in 0..=256

    For more information, try '--help'.
    ");
}

#[test]
fn quiet_and_verbose_exclude_each_other() {
    assert_snapshot!(Run::new().run(&["--quiet", "--verbose"]).fails_with(2), @"
    error: the argument '--quiet' cannot be used with '--verbose'

    Usage: newsgauge --quiet

    For more information, try '--help'.
    ");
}

#[test]
fn an_unknown_log_format_is_a_usage_error() {
    assert_snapshot!(Run::new().run(&["--log-format", "xml"]).fails_with(2), @"
    error: invalid value 'xml' for '--log-format <LOG_FORMAT>'
      [possible values: text, json]

    For more information, try '--help'.
    ");
}

#[test]
fn the_short_help_names_commands_flags_and_exit_codes() {
    assert_snapshot!(Run::new().run(&["-h"]).says_with(0), @"
    Counts which words are used, what occurs with what, and who is mentioned in a folder of news
    articles

    Usage: newsgauge [OPTIONS] [COMMAND]

    Commands:
      run          Read the articles and write tables, charts and the report (the default)
      check        Check configuration, dictionary and input; write nothing
      init         Write a config.toml and an actors.toml to start from
      completions  Print the completions of a shell
      man          Print the man page
      help         Print this message or the help of the given subcommand(s)

    Options:
      -c, --config <FILE>            The configuration file [env: NEWSGAUGE_CONFIG=] [default:
                                     config.toml]
      -i, --input <FOLDER>           The folder of articles, instead of [ingest] input [env:
                                     NEWSGAUGE_INPUT=]
      -o, --output <FOLDER>          The folder of the runs, instead of [write] output [env:
                                     NEWSGAUGE_OUTPUT=]
      -j, --jobs <N>                 Threads, instead of [run] jobs; 0 means one for each core [env:
                                     NEWSGAUGE_JOBS=]
      -q, --quiet                    Say nothing but problems [env: NEWSGAUGE_QUIET=]
      -v, --verbose                  Say more: the stages and their times
          --log-format <LOG_FORMAT>  How messages are written: for people, or one JSON object a line for
                                     schedulers [env: NEWSGAUGE_LOG_FORMAT=] [default: text] [possible
                                     values: text, json]
      -h, --help                     Print help (see more with '--help')
      -V, --version                  Print version

    Exit codes: 0 done; 1 failed; 2 usage or configuration; 3 done, but some input was skipped;
    4 no article, or fewer than [run] min_articles; 11 another run holds the lock; 130 interrupted.
    Flags go over environment variables, these over the configuration file, that over defaults.
    ");
}

// ---- check ----

#[test]
fn check_says_what_a_run_would_start_from() {
    let run = Run::new()
        .input("a.txt", format!("---\ndate: 2024-06-19\n---\n{ARTICLE}"))
        .input("b.csv", "text,date\nOne.,2023-01\nTwo.,\n");
    assert_snapshot!(run.run(&["check"]).says_with(0), @"
    config.toml: no problem
    actors.toml: 5 actors, 8 strong aliases; weak aliases, not counted yet: 1
    input: 3 articles in 2 files, dated 2023-01 to 2024-06-19, 1 without a date
    ");
    assert!(!run.path("output").exists(), "check writes nothing");
}

#[test]
fn check_lists_what_would_be_skipped() {
    let run = Run::new().input("a.txt", ARTICLE).input("b.jsonl", "{}\n").input("c.pdf", "%PDF");
    assert_snapshot!(run.run(&["check"]).says_with(3), @"
    config.toml: no problem
    actors.toml: 5 actors, 8 strong aliases; weak aliases, not counted yet: 1
    input: 1 article in 2 files, 1 without a date
    skipped: b.jsonl:1: no text under `text` ([ingest.columns] text names the column)
    skipped: c.pdf: not a .txt, .md, .csv or .jsonl file ([ingest] ignore passes endings over in silence)
    ");
}

#[test]
fn check_says_that_there_are_too_few_articles() {
    let ended = Run::new().run(&["check"]);
    assert_eq!(ended.code, 4, "{ended}");
    assert_snapshot!(format!("{}--- standard error\n{}", ended.stdout, ended.stderr), @"
    config.toml: no problem
    actors.toml: 5 actors, 8 strong aliases; weak aliases, not counted yet: 1
    input: 0 articles in 0 files, 0 without a date
    --- standard error
    error: input: it gave 0 articles and 0 skipped rows, and [run] min_articles is 1
      help: put .txt, .md, .csv or .jsonl files into it, or name another folder with --input
    ");
}

#[test]
fn check_warns_of_an_alias_that_belongs_to_two() {
    let text = "[[actor]]\nid = \"a\"\nname = \"Kim\"\ntype = \"person\"\n\n[[actor]]\nid = \"b\"\nname = \"Kim\"\ntype = \"person\"\n";
    let ended = Run::new().input("a.txt", ARTICLE).actors(text).run(&["check"]);
    assert_eq!(ended.code, 0, "{ended}");
    assert_snapshot!(ended.stderr, @r#"
    warning: actors.toml: the alias "Kim" belongs to a and b
      help: give it to one of them, or make it weak: where the capitals fit all of them it counts for nobody
    "#);
}

#[test]
fn a_quiet_check_says_nothing_when_all_is_well() {
    assert_eq!(Run::new().input("a.txt", ARTICLE).run(&["check", "--quiet"]).says_with(0), "");
}

// ---- a run that ends well ----

#[test]
fn a_run_says_what_it_counted_and_where_it_is() {
    assert_snapshot!(Run::new().input("a.txt", ARTICLE).run(&[]).says_with(0), @"
    1 article, 13 tokens, 5 mentions
    output/runs/000001-…/report.html
    ");
}

#[test]
fn a_run_that_skipped_something_says_where_the_list_is() {
    let ended = Run::new().input("a.txt", ARTICLE).input("b.pdf", "%PDF").run(&[]);
    assert_eq!(ended.code, 3, "{ended}");
    assert_snapshot!(ended.stderr, @"warning: some input was skipped: see output/runs/000001-…/tables/skipped.csv (1 row) for the reasons");
}

#[test]
fn a_quiet_run_says_nothing_when_all_is_well() {
    assert_eq!(Run::new().input("a.txt", ARTICLE).run(&["--quiet"]).says_with(0), "");
}

#[test]
fn a_quiet_run_still_says_what_is_wrong() {
    assert_snapshot!(Run::new().run(&["--quiet"]).fails_with(4), @"
    error: input: it gave 0 articles and 0 skipped rows, and [run] min_articles is 1
      help: put .txt, .md, .csv or .jsonl files into it, or name another folder with --input
    ");
}

#[test]
fn a_verbose_run_names_its_stages() {
    let ended = Run::new().input("a.txt", ARTICLE).run(&["--verbose"]);
    assert_eq!(ended.code, 0, "{ended}");
    let stages: Vec<&str> = ended.stderr.lines().filter_map(|line| line.split_whitespace().next()).collect();
    assert_snapshot!(stages.join(" "), @"prepare read measure tabulate write publish");
}

#[test]
fn a_run_that_guessed_an_encoding_says_where_to_look() {
    // windows-1251, without anything that says so.
    let guessed = b"\xcf\xf3\xf2\xe8\xed \xe2\xf1\xf2\xf0\xe5\xf2\xe8\xeb \xea\xee\xec\xe0\xed\xe4\xf3 \xe2 \xcc\xee\xf1\xea\xe2\xe5.";
    let ended = Run::new().input("a.txt", ARTICLE).input("b.txt", guessed).run(&[]);
    assert_eq!(ended.code, 0, "{ended}");
    assert_snapshot!(ended.stderr, @"
    warning: input: the encoding of 1 article was guessed (column encoding of tables/articles.csv)
      help: look at one of them in mentions.csv; if it is garbled, name its encoding in [ingest] encoding
    ");
}

// ---- for schedulers ----

#[test]
fn json_gives_each_problem_a_line_and_the_end_another() {
    let run = Run::new().config("[lex]\nmin_lenght = 3\nwindow = 5\n");
    assert_snapshot!(run.run(&["--log-format", "json"]).fails_with(2), @r#"
    {"file":"config.toml","line":2,"message_type":"error","remedy":"did you mean `min_length`? Known in [lex]: stop_languages, keep, extra, min_length, numbers, phrases, phrase_min_n, phrase_min_npmi","what":"unknown key `lex.min_lenght`"}
    {"file":"config.toml","line":3,"message_type":"error","remedy":"`window` belongs under [measure]; known in [lex]: stop_languages, keep, extra, min_length, numbers, phrases, phrase_min_n, phrase_min_npmi","what":"unknown key `lex.window`"}
    {"code":2,"message_type":"exit_error","problems":2}
    "#);
}

#[test]
fn json_says_that_the_lock_is_held() {
    let (run, _lock) = locked();
    assert_snapshot!(run.run(&["--log-format", "json"]).fails_with(11), @r#"
    {"file":"output/state/lock","line":null,"message_type":"error","remedy":"wait for it to end, or give this run its own folder with --output","what":"another run is working on this output folder (process 4711, since 2026-11-21T03:10:00Z)"}
    {"code":11,"message_type":"exit_error","problems":1}
    "#);
}

#[test]
fn json_sums_up_a_run() {
    let run = Run::new().input("a.txt", ARTICLE).input("b.pdf", "%PDF");
    let ended = run.run(&["--log-format", "json"]);
    let mut summary: serde_json::Value = serde_json::from_str(ended.fails_with(3)).expect("one line of JSON");
    let seconds = summary.as_object_mut().and_then(|summary| summary.remove("seconds"));
    assert!(seconds.is_some_and(|seconds| seconds.is_f64()), "the summary says how long the run took: {ended}");
    assert_snapshot!(summary, @r#"{"articles":1,"code":3,"mentions":5,"message_type":"summary","run":"output/runs/000001-…","skipped":1,"stories":1,"tokens":13}"#);
}

#[test]
fn json_warns_of_an_alias_that_belongs_to_two() {
    let text = "[[actor]]\nid = \"a\"\nname = \"Kim\"\ntype = \"person\"\n\n[[actor]]\nid = \"b\"\nname = \"Kim\"\ntype = \"person\"\n";
    let ended = Run::new().input("a.txt", ARTICLE).actors(text).run(&["check", "--quiet", "--log-format", "json"]);
    assert_snapshot!(ended.stderr, @r#"{"file":"actors.toml","line":null,"message_type":"warning","remedy":"give it to one of them, or make it weak: where the capitals fit all of them it counts for nobody","what":"the alias \"Kim\" belongs to a and b"}"#);
}

// ---- Ctrl-C ----

#[test]
fn ctrl_c_ends_a_run_without_publishing_and_without_a_trace() {
    assert_snapshot!(interrupted("-INT"), @"interrupted: nothing was published, output/latest is as it was");
}

#[test]
fn the_stop_of_a_service_ends_a_run_in_the_same_way() {
    assert_snapshot!(interrupted("-TERM"), @"interrupted: nothing was published, output/latest is as it was");
}

/// What a run says that gets `signal` while it reads.
#[track_caller]
fn interrupted(signal: &str) -> String {
    let run = Run::new().input("large.jsonl", large());
    let mut child = run.start(&["--jobs", "1"]);
    // The handler of the signal stands before the staging folder is made, and that before the first article is read;
    // to read all of them takes many times longer than one look at the folder.
    while !staged(&run) {
        let ended = child.try_wait().expect("the child is ours");
        assert!(ended.is_none(), "the run ended before it staged anything: {ended:?}");
        std::thread::sleep(Duration::from_millis(1));
    }
    let sent = Command::new("kill").args([signal, &child.id().to_string()]).status();
    assert!(sent.is_ok_and(|status| status.success()), "the test needs the command kill");
    let ended = run.end(child);
    nothing_published(&run);
    ended.fails_with(130).to_owned()
}

fn staged(run: &Run) -> bool {
    let entries = fs::read_dir(run.path("output")).into_iter().flatten().flatten();
    entries.into_iter().any(|entry| entry.file_name().to_string_lossy().starts_with(".tmp-"))
}

/// 60 MB of articles, all different.
fn large() -> String {
    let line = |number: usize| format!("{{\"text\": \"Article {number}. {}\"}}\n", "Putin met Kim. ".repeat(200));
    (0..20_000).map(line).collect()
}
