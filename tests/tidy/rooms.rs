//! Who may use whom, and which crate has which door.

use std::collections::BTreeSet;
use std::path::Path;

use crate::sources::*;
use crate::*;

#[test]
fn every_folder_of_src_is_a_stage() {
    let mut folders: Vec<String> = entries(Path::new("src"))
        .into_iter()
        .filter(|path| path.is_dir())
        .filter_map(|path| path.file_name().map(|name| name.to_string_lossy().into_owned()))
        .collect();
    let mut stages = STAGES.map(str::to_owned).to_vec();
    folders.sort();
    stages.sort();
    assert_eq!(folders, stages, "a new folder of src needs its place in the order: add it to STAGES in tests/tidy");
}

#[test]
fn a_stage_uses_only_stages_above_it() {
    let mut wrong = Vec::new();
    for source in sources() {
        let Some(place) = STAGES.iter().position(|stage| source.path.starts_with(&format!("src/{stage}/"))) else {
            continue;
        };
        let named: BTreeSet<String> =
            named_under("crate", &source.code()).into_iter().chain(climbed(&source)).collect();
        for later in STAGES.iter().skip(place + 1).filter(|later| named.contains(**later)) {
            wrong.push(format!(
                "{}: `{}` runs before `{later}` and may not name it; pass the value in as an argument, or move what both need \
                 to the earlier stage",
                source.path, STAGES[place]
            ));
        }
    }
    none(&wrong);
}

#[test]
fn the_arrow_rule_sees_every_way_to_name_a_stage() {
    let named = |code: &str| named_under("crate", code).into_iter().collect::<Vec<_>>();
    assert_eq!(named("use crate::write::File;"), ["write"]);
    assert_eq!(named("use crate::{lex::token, measure::{self, tally}};"), ["lex", "measure"]);
    assert_eq!(named("let x = crate::run::now();"), ["run"]);
    assert_eq!(named("pub(crate) fn x() {} // mycrate::run"), [""; 0]);
    let source = |path: &str, text: &str| Source { path: path.to_owned(), text: text.to_owned() };
    assert_eq!(climbed(&source("src/lex/words.rs", "use super::super::write::File;")), ["write"]);
    assert_eq!(climbed(&source("src/lex/mod.rs", "use super::write::File;")), ["write"]);
    assert_eq!(climbed(&source("src/lex/words.rs", "use super::token::Token;")), [""; 0]);
    assert_eq!(
        climbed(&source("src/write/charts/svg.rs", "use super::super::config::x; use super::super::super::run::x;")),
        ["run"]
    );
}

#[test]
fn a_heavy_crate_has_one_door() {
    let mut wrong = Vec::new();
    let sources = sources();
    for (name, door) in DOORS {
        let users: Vec<&Source> = sources.iter().filter(|source| source.uses(name)).collect();
        assert!(
            users.iter().any(|source| source.path.starts_with(door)),
            "nothing behind {door} names `{name}`: remove the door from DOORS in tests/tidy, or correct its place"
        );
        wrong.extend(users.iter().filter(|source| !source.path.starts_with(door)).map(|source| {
            format!(
                "{}: names `{name}`, whose only door is {door}; call what stands there, or add it there",
                source.path
            )
        }));
    }
    none(&wrong);
}

#[test]
fn only_the_conductor_reads_a_clock() {
    let mut wrong = Vec::new();
    for source in sources().iter().filter(|source| !source.path.starts_with("src/run/")) {
        wrong.extend(CLOCKS.iter().filter(|clock| source.uses(clock)).map(|clock| {
            format!(
                "{}: names `{clock}`; a result that depends on the time is another one tomorrow, so only src/run may",
                source.path
            )
        }));
    }
    none(&wrong);
}

#[test]
fn what_counts_reads_no_file_no_clock_and_no_environment() {
    let mut wrong = Vec::new();
    for source in
        sources().iter().filter(|source| PURE.iter().any(|stage| source.path.starts_with(&format!("src/{stage}/"))))
    {
        wrong.extend(IMPURE.iter().filter(|name| source.uses(name)).map(|name| {
            format!(
                "{}: names `{name}`; this stage is pure, so read it in an earlier stage and pass it in",
                source.path
            )
        }));
    }
    none(&wrong);
}
