//! What is said of config.toml.

use super::*;

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
      help: remove it; known in [run]: jobs, memory, cache_limit, min_articles, keep_runs
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
tables = []
term_min_n = 0
by_min_n = 0
[write]
output = ""
chart_rows = 501
report_rows = 0
[run]
jobs = 1025
memory = "32 MB"
cache_limit = "4"
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
    error: config.toml:19: tabulate.tables is [], and must be a list of at least one table, such as ["terms"]
      help: change it, or remove the line to use the default
    error: config.toml:20: tabulate.term_min_n is 0, and must be 1 or more
      help: change it, or remove the line to use the default, 1
    error: config.toml:21: tabulate.by_min_n is 0, and must be 1 or more
      help: change it, or remove the line to use the default, 5
    error: config.toml:23: write.output is "", and must be a name, not empty
      help: change it, or remove the line to use the default, "output"
    error: config.toml:24: write.chart_rows is 501, and must be from 1 to 500
      help: change it, or remove the line to use the default, 20
    error: config.toml:25: write.report_rows is 0, and must be from 1 to 1000
      help: change it, or remove the line to use the default, 50
    error: config.toml:27: run.jobs is 1025, and must be at most 256 (0: one for each core)
      help: change it, or remove the line to use the default, 0
    error: config.toml:28: run.memory is "32 MB", and must be "auto" or an amount of at least 64 MB with its unit, such as "512 MB", "2 GB" or "1.5 GiB"
      help: change it, or remove the line to use the default, "auto"
    error: config.toml:29: run.cache_limit is "4", and must be an amount with its unit, such as "500 MB", "4 GB" or "1.5 GiB", or "0" for no cache
      help: change it, or remove the line to use the default, "4 GB"
    error: config.toml:30: run.min_articles is 0, and must be 1 or more
      help: change it, or remove the line to use the default, 1
    error: config.toml:31: run.keep_runs is 1, and must be 2 or more: the latest and the one before it
      help: change it, or remove the line to use the default, 30
    24 problems; nothing was done
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
fn an_amount_without_a_known_unit_is_told_with_examples() {
    assert_snapshot!(config("[run]\nmemory = \"2 gigs\"\ncache_limit = \"lots\"\n"), @r#"
    error: config.toml:2: run.memory is "2 gigs", and must be "auto" or an amount of at least 64 MB with its unit, such as "512 MB", "2 GB" or "1.5 GiB"
      help: change it, or remove the line to use the default, "auto"
    error: config.toml:3: run.cache_limit is "lots", and must be an amount with its unit, such as "500 MB", "4 GB" or "1.5 GiB", or "0" for no cache
      help: change it, or remove the line to use the default, "4 GB"
    2 problems; nothing was done
    "#);
    assert_snapshot!(config("[run]\nmemory = 2000\ncache_limit = 0\n"), @r#"
    error: config.toml:2: run.memory must be a text in quotes
      help: change it, or remove the line to use the default, "auto"
    error: config.toml:3: run.cache_limit must be a text in quotes
      help: change it, or remove the line to use the default, "4 GB"
    2 problems; nothing was done
    "#);
}

#[test]
fn an_unknown_table_is_told_with_the_known_ones_the_nearest_first() {
    assert_snapshot!(config("[tabulate]\ntables = [\"terms\", \"actor_by_month\"]\n"), @r#"
    error: config.toml:2: tabulate.tables is ["terms", "actor_by_month"], and must be a list of known tables; there is no "actor_by_month", but actors_by_month, terms_by_month, actors_by_state, actors_by_outlet, articles_by_month, actors_by_quarter, actor_network, actor_terms, actor_pairs, actors, terms_by_outlet, terms, cooccurrence, term_network, conflicts, dispersion, actor_network_edges, collocates, bursts, mentions, suggestions, articles, profile_by_outlet, phrases, keyness, node_articles, changes, profile, skipped, term_network_edges
      help: change it, or remove the line to use the default
    "#);
}

#[test]
fn a_blank_text_is_no_term() {
    assert_snapshot!(config("[measure.nodes]\nterms = [\"bridge\", \" \"]\n"), @r#"
    error: config.toml:2: measure.nodes.terms is ["bridge", " "], and must be a list of terms, none of them blank
      help: change it, or remove the line to use the default, []
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
    error: config.toml:2: it is not UTF-8
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
