//! What is said of the care of a dictionary: `check --explain`, the warnings of `check`, `convert`.

use super::*;
use support::ACTORS;

const OFFICE: &str = r#"
[[office]]
id = "russia-president"
of = "russia"
titles = ["president", "head of state"]
bodies = ["presidential office"]
aliases = ["Kremlin chief"]
reviewed = "2024-05-12"
holders = [{ actor = "putin", from = "2012-05-07" }]
"#;

fn with_office() -> Run {
    Run::new().actors(&format!("{ACTORS}{OFFICE}"))
}

/// What a check of this dictionary says on standard error; it ends with 0 whatever it warns of.
#[track_caller]
fn warned(actors: &str, day: &str) -> String {
    let article = "Moscow State University met. Moscow State University left.\n\nIt was Moscow State University.\n";
    let ended = Run::new().actors(actors).input("a.txt", article).run(&["check", "--day", day]);
    assert_eq!(ended.code, 0, "{ended}");
    ended.stderr
}

#[test]
fn explain_lists_every_written_form_of_an_actor() {
    assert_snapshot!(with_office().run(&["check", "--explain", "kim-jong-un"]).says_with(0), @"
    kim-jong-un: Kim Jong Un, person of north-korea

      written      form   counts        capitals        from     also of
      Kim Jong Un  name   anywhere      any             given
      Kim Un       name   anywhere      any             derived
      Kim          short  with support  at least these  given
      K J Un       name   with support  at least these  derived
      K Un         name   with support  at least these  derived
      KJ Un        name   with support  at least these  derived
      Un           short  with support  at least these  derived
    ");
    assert_snapshot!(with_office().run(&["check", "--explain", "pyongyang"]).says_with(0), @"
    pyongyang: Pyongyang, place of north-korea
    stands for the government of north-korea where the text shows that a government is meant

      written    form  counts    capitals        from   also of
      Pyongyang  name  anywhere  at least these  given
    ");
}

#[test]
fn explain_lists_the_offices_of_a_person() {
    assert_snapshot!(with_office().run(&["check", "--explain", "putin"]).says_with(0), @"
    putin: Vladimir Putin, person of russia

      written         form   counts    capitals        from     also of
      Vladimir Putin  name   anywhere  any             given
      Putin           short  anywhere  at least these  given
      V Putin         name   anywhere  any             derived

    offices held
      russia-president  president  2012-05-07 to ...
    ");
}

#[test]
fn explain_lists_titles_phrases_and_holders_of_an_office() {
    assert_snapshot!(with_office().run(&["check", "--explain", "russia-president"]).says_with(0), @"
    russia-president: office of russia, reviewed 2024-05-12

      titles   president, head of state
      bodies   presidential office
      aliases  Kremlin chief
      such as  Russian president, Russia's president, president of Russia, Russian head of state, Russia's head of state, head of state of Russia, head of the Russian Presidential Office

    holders
      putin  Vladimir Putin  2012-05-07 to ...
    ");
}

#[test]
fn explain_says_who_else_a_name_can_mean_and_what_capitals_and_articles_it_needs() {
    let run = Run::new().actors(
        "[[actor]]\nid = \"north-korea\"\nname = \"North Korea\"\ntype = \"state\"\nabbr = [\"DPRK\"]\nadjectives = [\"North Korean\"]\nweak = \
         [\"the North\"]\naliases = [\"朝鲜\"]\n[[actor]]\nid = \"ireland\"\nname = \"Northern Ireland\"\ntype = \"state\"\nweak = [\"the North\"]\n",
    );
    assert_snapshot!(run.run(&["check", "--explain", "north-korea"]).says_with(0), @"
    north-korea: North Korea, state

      written       form       counts        capitals        from   also of
      North Korea   name       anywhere      any             given
      朝鲜          name       anywhere      at least these  given
      DPRK          abbr       anywhere      exactly these   given
      North Korean  adjective  anywhere      any             given
      the North     short      with support  at least these  given  ireland
    ");
}

#[test]
fn explain_is_json_for_programs() {
    let run = with_office();
    let ended = run.run(&["check", "--explain", "putin", "--log-format", "json"]);
    let told: serde_json::Value = serde_json::from_str(ended.says_with(0)).expect("it is JSON");
    assert_eq!(told["message_type"], "explained");
    assert_eq!(told["entry"]["forms"][0]["written"], "Vladimir Putin");
    assert_eq!(told["entry"]["offices"][0]["from"], "2012-05-07");
}

#[test]
fn an_id_that_nobody_has_is_told_with_the_nearest_ones() {
    let run = with_office();
    let explain = |id: &str| run.run(&["check", "--explain", id]).fails_with(2).to_owned();
    assert_snapshot!(explain("Vladimir Putin"), @"
    error: actors.toml: no actor and no office has the id `Vladimir Putin`
      help: did you mean putin?
    ");
    assert_snapshot!(explain("russia-presidnt"), @"
    error: actors.toml: no actor and no office has the id `russia-presidnt`
      help: did you mean russia-president?
    ");
    assert_snapshot!(explain("nobody"), @"
    error: actors.toml: no actor and no office has the id `nobody`
      help: look for the name in the dictionary: its entry has a line `id = ...`
    ");
}

#[test]
fn an_office_whose_review_is_two_years_old_is_told() {
    let actors = format!("{ACTORS}{OFFICE}");
    assert_eq!(warned(&actors, "2026-05-12"), "");
    assert_snapshot!(warned(&actors, "2026-05-13"), @r#"
    warning: actors.toml: the office russia-president has putin since 2012-05-07 without an end, and was reviewed on 2024-05-12
      help: give the last holder an `until` and add the next; if nothing changed, write reviewed = "2026-05-13"
    "#);
    assert_snapshot!(warned(&actors.replace("reviewed = \"2024-05-12\"\n", ""), "2024-05-12"), @r#"
    warning: actors.toml: the office russia-president has putin since 2012-05-07 without an end, and has no `reviewed`
      help: give the last holder an `until` and add the next; if nothing changed, write reviewed = "2024-05-12"
    "#);
    assert_eq!(
        warned(&actors.replace("\" }]", "\", until = \"2018-05-07\" }]"), "2026-05-13"),
        "",
        "the office is over"
    );
}

#[test]
fn an_alias_that_is_a_common_word_is_told() {
    let text = "[[actor]]\nid = \"theresa-may\"\nname = \"Theresa May\"\ntype = \"person\"\nshort = [\"May\", \"MAY\"]\nweak = [\"Will\"]\n\n[[actor]]\nid = \
                \"people\"\nname = \"People\"\ntype = \"organization\"\n\n[[actor]]\nid = \"turkey\"\nname = \"Turkey\"\ntype = \"state\"\n";
    assert_snapshot!(warned(text, "2026-01-01"), @r#"
    warning: actors.toml: the alias "People" of people is a common word
      help: make it weak, or write a longer name: a headline or the head of a sentence counts for the actor
    warning: actors.toml: the alias "May" of theresa-may is a common word
      help: make it weak, or write a longer name: a headline or the head of a sentence counts for the actor
    "#);
}

#[test]
fn an_alias_that_is_met_inside_of_longer_names_alone_is_told() {
    let text = "[[actor]]\nid = \"moscow\"\nname = \"Moscow\"\ntype = \"place\"\n\n[[actor]]\nid = \"msu\"\nname = \"Moscow State University\"\ntype = \
                \"organization\"\nshort = [\"State University\"]\n";
    assert_snapshot!(warned(text, "2026-01-01"), @r#"
    warning: actors.toml: the alias "Moscow" of moscow never occurs alone, and 3 times inside "Moscow State University" (3)
      help: remove it, or make it weak, if it is part of those names and none of the actor
    "#);
    let run = Run::new()
        .actors(text)
        .input("a.txt", "Moscow State University. Moscow State University. Москва — Moscow State University, Moscow.");
    assert_eq!(run.run(&["check"]).stderr, "", "once it stands alone");
}

#[test]
fn of_many_warnings_of_a_kind_the_first_are_told_and_json_has_all() {
    let twice = |letter: char| {
        format!(
            "[[actor]]\nid = \"a-{0}\"\nname = \"Kim {letter}\"\ntype = \"person\"\n\n[[actor]]\nid = \"b-{0}\"\nname = \"Kim {letter}\"\ntype = \"person\"\n\n",
            letter.to_lowercase()
        )
    };
    let text: String = ('A'..='L').map(twice).collect();
    let said = warned(&text, "2026-01-01");
    assert_eq!(said.matches("belongs to").count(), 10, "{said}");
    assert!(
        said.ends_with(
            "2 more aliases of several actors\n  help: `newsgauge check --log-format json` lists all of them\n"
        ),
        "{said}"
    );
    let ended = Run::new().actors(&text).input("a.txt", ARTICLE).run(&["check", "--log-format", "json"]);
    let told: serde_json::Value = serde_json::from_str(&ended.stdout).expect("it is JSON");
    assert_eq!(told["warnings"].as_array().map(Vec::len), Some(12));
}

#[test]
fn a_day_that_is_none_is_a_usage_error() {
    assert_snapshot!(Run::new().run(&["check", "--day", "2024"]).fails_with(2), @"
    error: invalid value '2024' for '--day <DATE>': write it as 2024-05-12

    For more information, try '--help'.
    ");
}

#[test]
fn convert_overwrites_nothing() {
    let run = Run::new();
    assert_snapshot!(run.run(&["convert", "actors.toml", "actors.toml"]).fails_with(2), @"
    error: actors.toml: is there already, and convert overwrites nothing
      help: move it away, or name another file
    ");
}

#[test]
fn convert_says_what_is_wrong_with_its_files() {
    let run = Run::new();
    assert_snapshot!(run.run(&["convert", "absent.toml", "a.xlsx"]).fails_with(2), @"
    error: a.xlsx: ends in neither .toml nor .csv
      help: give it the ending of what it is to hold
    error: absent.toml: is not there
      help: name the dictionary that is to be converted
    2 problems; nothing was done
    ");
    assert_snapshot!(run.run(&["convert", "actors.toml", "no/a.csv"]).fails_with(1), @"
    error: no/a.csv: writing failed: no such file or directory
      help: name a file in a folder that is there and can be written to
    ");
    let run = run.actors("[[actor]]\nid = \"a\"\n");
    assert_snapshot!(run.run(&["convert", "actors.toml", "a.csv"]).fails_with(2), @"
    error: actors.toml:1: this actor has no name and no type
      help: add it; the head of the shipped actors.toml shows what an entry needs
    ");
}
