//! What is said of arguments, and by the commands that need no articles.

use super::*;

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
fn an_amount_of_memory_without_a_unit_is_a_usage_error() {
    assert_snapshot!(Run::new().run(&["--memory", "2"]).fails_with(2), @r#"
    error: invalid value '2' for '--memory <AMOUNT>': it must be "auto" or an amount of at least 64 MB with its unit, such as "512 MB", "2 GB" or "1.5 GiB"

    For more information, try '--help'.
    "#);
}

#[test]
fn memory_and_cache_are_accepted_wherever_they_are_given() {
    let run = Run::new().input("a.txt", ARTICLE).config("[run]\nmemory = \"1.5 GiB\"\ncache_limit = \"0\"\n");
    assert_eq!(run.run(&["check", "--quiet", "--memory", "auto", "--no-cache"]).says_with(0), "");
    let mut command = run.command(&["check", "--quiet"]);
    let output = command.env("NEWSGAUGE_MEMORY", "512 MB").output().expect("the program starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let output = command.env("NEWSGAUGE_MEMORY", "some").output().expect("the program starts");
    assert_eq!(output.status.code(), Some(2), "{}", String::from_utf8_lossy(&output.stderr));
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
    assert_snapshot!(Run::new().run(&["-h"]).says_with(0), @r#"
    Counts which words are used, what occurs with what, and who is mentioned in a folder of news
    articles

    Usage: newsgauge [OPTIONS] [COMMAND]

    Commands:
      run          Read the articles and write tables, charts and the report (the default)
      check        Check configuration, dictionary and input; write nothing
      convert      Write a dictionary in its other form: .toml as .csv for a spreadsheet, .csv as .toml
      suggest      Print the names that the articles hold and the dictionary lacks; write nothing
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
          --memory <AMOUNT>          Memory to get by with, instead of [run] memory, such as "2 GB";
                                     auto means half of what is free [env: NEWSGAUGE_MEMORY=]
          --no-cache                 Read every article anew and keep nothing for the next run, as with
                                     [run] cache_limit = "0"
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
    "#);
}
