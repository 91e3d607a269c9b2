//! The architecture as a test: who may use whom, which crate has which door, how long things are, and that configuration,
//! README and code say the same.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use newsgauge::config::load;
use newsgauge::tabulate::SPECS;

/// The folders of src in the direction of the data. `run` conducts and so comes last, whatever its letter.
const STAGES: [&str; 8] = ["base", "config", "ingest", "lex", "measure", "tabulate", "write", "run"];

/// What only one place may name: crate or path, that place.
const DOORS: [(&str, &str); 10] = [
    ("polars", "src/tabulate/"),
    ("plotters", "src/write/charts/"),
    ("resvg", "src/write/charts/"),
    ("maud", "src/write/report/"),
    ("rayon", "src/base/parallel.rs"),
    ("walkdir", "src/base/disk/"),
    ("std::fs", "src/base/disk/"),
    ("clap", "src/cli.rs"),
    ("indicatif", "src/progress.rs"),
    ("ctrlc", "src/cli.rs"),
];

/// The clocks, whose only reader is the conductor.
const CLOCKS: [&str; 4] = ["Timestamp::now", "Zoned::now", "Instant::now", "SystemTime"];

/// Stages between the reading and the writing, and what they may not name: they are pure.
const PURE: [&str; 3] = ["lex", "measure", "tabulate"];
const IMPURE: [&str; 4] = ["std::fs", "std::env", "std::time", "std::io"];

const MAX_FILE: usize = 300;
const MAX_FUNCTION: usize = 50;

// ---- the rooms ----

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
    assert_eq!(folders, stages, "a new folder of src needs its place in the order: add it to STAGES in tests/tidy.rs");
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
            "nothing behind {door} names `{name}`: remove the door from DOORS in tests/tidy.rs, or correct its place"
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

// ---- the files ----

#[test]
fn every_file_begins_with_what_it_is_for() {
    let mute = sources().into_iter().filter(|source| !source.text.starts_with("//! "));
    none(
        &mute
            .map(|source| format!("{}: begin it with a `//! ` sentence that says what it is for", source.path))
            .collect::<Vec<_>>(),
    );
}

#[test]
fn no_file_is_long() {
    let long = sources()
        .into_iter()
        .map(|source| (source.text.lines().count(), source.path))
        .filter(|(lines, _)| *lines > MAX_FILE);
    none(
        &long
            .map(|(lines, path)| format!("{path}: {lines} lines; split it by concept, {MAX_FILE} are the limit"))
            .collect::<Vec<_>>(),
    );
}

#[test]
fn no_function_is_long() {
    let mut wrong = Vec::new();
    for source in sources() {
        wrong.extend(functions(&source.text).into_iter().filter(|(_, _, lines)| *lines > MAX_FUNCTION).map(|(name, line, lines)| {
            format!("{}:{line}: `{name}` has {lines} lines; give its steps names of their own, {MAX_FUNCTION} are the limit", source.path)
        }));
    }
    none(&wrong);
}

#[test]
fn functions_are_measured_from_their_name_to_their_last_brace() {
    let text = "fn one() {}\n\n    pub(crate) const fn two(\n        a: u8,\n    ) -> u8 {\n        a\n    }\n\ntrait T {\n    fn three(\n        \
                &self,\n    );\n}\n";
    let measured: Vec<(String, usize, usize)> = functions(text);
    assert_eq!(measured, [("one".to_owned(), 1, 1), ("two".to_owned(), 3, 5), ("three".to_owned(), 10, 3)]);
}

#[test]
fn nothing_outside_tests_unwraps_or_silences_a_lint() {
    let mut wrong = Vec::new();
    for source in sources() {
        let code = source.without_tests();
        for (index, line) in code.lines().enumerate() {
            let mut say = |what: &str| wrong.push(format!("{}:{}: {what}", source.path, index + 1));
            if line.contains(".unwrap()") {
                say("`.unwrap()` tells a user nothing; return a Problem, or `.expect(\"why this cannot happen\")`");
            }
            if line.contains("#[allow") || line.contains("#![allow") {
                say("`#[allow]` outlives its reason; write `#[expect(lint, reason = \"...\")]`");
            }
        }
        for (at, _) in code.match_indices(".expect(") {
            let message = code[at + ".expect(".len()..].trim_start();
            if !message.starts_with('"') || message.starts_with("\"\"") {
                let line = code[..at].lines().count();
                wrong.push(format!(
                    "{}:{line}: `.expect()` needs a message in place that says why this cannot happen",
                    source.path
                ));
            }
        }
        for (at, _) in code.match_indices("#[expect(") {
            let end = code[at..].find(")]").map_or(code.len(), |end| at + end);
            if !code[at..end].contains("reason = \"") {
                let line = code[..at].lines().count() + 1;
                wrong.push(format!("{}:{line}: `#[expect]` needs a reason = \"...\"", source.path));
            }
        }
    }
    none(&wrong);
}

// ---- configuration, README and code ----

#[test]
fn the_shipped_configuration_lists_every_key_with_its_default() {
    let text = read("config.toml");
    let parsed: toml::Table = text.parse().unwrap_or_else(|error| panic!("config.toml: {error}"));
    let mut shipped = BTreeMap::new();
    flatten("", &parsed, &mut shipped);
    let defaults: BTreeMap<String, String> = load::defaults().into_iter().collect();
    let mut wrong = Vec::new();
    for (key, default) in &defaults {
        match shipped.get(key) {
            None => wrong.push(format!(
                "config.toml: `{key}` is missing; add it with its default, {default}, and a line of meaning"
            )),
            Some(value) if value != default => wrong.push(format!(
                "config.toml: `{key}` is {value}, and src/config/keys.rs has {default} as its default; make them equal"
            )),
            Some(_) => {}
        }
    }
    let unknown = shipped.keys().filter(|key| !defaults.contains_key(*key));
    wrong.extend(unknown.map(|key| format!("config.toml: `{key}` is no key that src/config/keys.rs reads; remove it")));
    none(&wrong);
}

#[test]
fn the_shipped_configuration_explains_every_key() {
    let text = read("config.toml");
    let mut before = "";
    let mut wrong = Vec::new();
    for line in text.lines() {
        let is_key = line.starts_with(|c: char| c.is_ascii_lowercase()) || line.starts_with('[');
        if is_key && !line.contains(" # ") && !before.starts_with('#') {
            wrong.push(format!("config.toml: say what this is for, behind it or in a comment above it: {line}"));
        }
        before = line;
    }
    none(&wrong);
}

#[test]
fn the_readme_names_every_configuration_key() {
    let readme = readme();
    let missing = load::defaults().into_iter().filter(|(key, _)| {
        let short = key.rsplit('.').next().unwrap_or(key);
        !readme.contains(&format!("`{key}`")) && !readme.contains(&format!("`{short}`"))
    });
    none(
        &missing
            .map(|(key, default)| format!("README.md: name the key `{key}` (default {default})"))
            .collect::<Vec<_>>(),
    );
}

#[test]
fn the_readme_names_every_table_and_column() {
    let readme = readme();
    let mut missing = Vec::new();
    for spec in SPECS {
        // Several tables can share a section; a column is looked for in the section of its table alone.
        let file = format!("{}.csv", spec.name);
        let heading = |section: &&str| section.lines().next().unwrap_or("").split([' ', ',']).any(|word| word == file);
        let Some(section) = readme.split("\n### ").find(heading) else {
            missing.push(format!("README.md: give {file} a section `### {file}`: {}", spec.about));
            continue;
        };
        missing.extend(spec.columns.iter().filter(|column| !section.contains(&format!("`{}`", column.name))).map(
            |column| {
                format!("README.md: name the column `{}` in the section of {file}: {}", column.name, column.meaning)
            },
        ));
    }
    none(&missing);
}

#[test]
fn every_path_that_the_readme_links_exists() {
    let readme = readme();
    let broken = links(&readme).into_iter().filter(|link| !Path::new(link).exists());
    none(
        &broken
            .map(|link| format!("README.md: links to {link}, which is not there; correct the path or remove the link"))
            .collect::<Vec<_>>(),
    );
}

#[test]
fn links_are_found_in_markdown_and_in_html() {
    let text = "[a](docs/a.md#part) ![b](b.svg \"title\") <img src=\"c.png\"> [d](https://example.org) [e](#here) [f](mailto:x@y)";
    assert_eq!(links(text), ["docs/a.md", "b.svg", "c.png"]);
}

#[test]
fn every_dependency_says_what_it_is_for() {
    let text = read("Cargo.toml");
    let mut before = "";
    let mut inside = false;
    let mut wrong = Vec::new();
    for line in text.lines() {
        if line.starts_with('[') {
            inside = line == "[dependencies]";
        } else if inside && !before.starts_with("# ") && line.starts_with(|c: char| c.is_alphanumeric()) {
            let name = line.split(" = ").next().unwrap_or(line);
            wrong.push(format!("Cargo.toml: say in a comment directly above `{name}` what it is for"));
        }
        before = line;
    }
    none(&wrong);
}

// ---- reading sources ----

/// A file of src.
struct Source {
    /// With `/` between parts.
    path: String,
    text: String,
}

impl Source {
    /// Without lines that are comments: words about a crate are no use of it.
    fn code(&self) -> String {
        self.text.lines().filter(|line| !line.trim_start().starts_with("//")).map(|line| format!("{line}\n")).collect()
    }

    /// Everything above the tests, which stand at the end of a file.
    fn without_tests(&self) -> &str {
        match self.text.find("#[cfg(test)]\nmod ") {
            Some(at) => &self.text[..at],
            None => &self.text,
        }
    }

    /// Whether the code names `path`: a crate, or an item with the module before it.
    fn uses(&self, path: &str) -> bool {
        let code = self.code();
        match path.split_once("::") {
            // `std::fs`, also as `std::{fs, io}`.
            Some((root, item)) if root == "std" => named_under(root, &code).contains(item),
            _ => code.match_indices(path).any(|(at, _)| begins_a_word(&code, at)),
        }
    }
}

fn sources() -> Vec<Source> {
    let mut found = Vec::new();
    let mut folders = vec![PathBuf::from("src")];
    while let Some(folder) = folders.pop() {
        for path in entries(&folder) {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let shown = path.to_string_lossy().replace('\\', "/");
                found.push(Source { text: read(&shown), path: shown });
            }
        }
    }
    assert!(found.len() > 20, "src holds only {} files: is the test run beside Cargo.toml?", found.len());
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let listed = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    listed.map(|entry| entry.unwrap_or_else(|error| panic!("{}: {error}", folder.display())).path()).collect()
}

fn read(path: &str) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn readme() -> String {
    assert!(Path::new("README.md").exists(), "README.md is missing; write it, with every key, table and column in it");
    read("README.md")
}

/// The names directly below `root::` in `code`, also those in braces.
fn named_under(root: &str, code: &str) -> BTreeSet<String> {
    let start = format!("{root}::");
    let mut names = BTreeSet::new();
    for (at, _) in code.match_indices(&start).filter(|(at, _)| begins_a_path(code, *at)) {
        let rest = &code[at + start.len()..];
        match rest.strip_prefix('{') {
            Some(group) => names.extend(first_names(group)),
            None => names.extend(word(rest)),
        }
    }
    names
}

/// The first names of the paths of a brace group that is already open.
fn first_names(group: &str) -> Vec<String> {
    let mut names = Vec::new();
    let (mut depth, mut first) = (0, true);
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => first = true,
            c if first && !c.is_whitespace() => {
                names.extend(word(&group[at..]));
                first = false;
            }
            _ => {}
        }
    }
    names
}

/// Stages that a file names by climbing out of its own with `super`.
fn climbed(source: &Source) -> Vec<String> {
    // `super` of src/lex/mod.rs is the crate; of src/lex/words.rs it is `lex`, and `super::super` the crate.
    let parts = source.path.split('/').count() - 1;
    let up = if source.path.ends_with("/mod.rs") { parts - 1 } else { parts };
    let code = source.code();
    let below = named_under(&vec!["super"; up].join("::"), &code);
    below.into_iter().filter(|name| STAGES.contains(&name.as_str())).collect()
}

fn word(text: &str) -> Option<String> {
    let end = text.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len());
    (end > 0).then(|| text[..end].to_owned())
}

fn begins_a_word(text: &str, at: usize) -> bool {
    !text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_')
}

/// A path that goes on after `super::` began before it.
fn begins_a_path(text: &str, at: usize) -> bool {
    begins_a_word(text, at) && !text[..at].ends_with("super::")
}

/// Each function: its name, its line and how many lines it has. rustfmt puts the last brace under the `fn`.
fn functions(text: &str) -> Vec<(String, usize, usize)> {
    let lines: Vec<&str> = text.lines().collect();
    let indent = |line: &str| line.len() - line.trim_start().len();
    let mut found = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        let Some(name) = function_name(line.trim_start()) else { continue };
        let one_line = line.ends_with('}') || line.ends_with(';');
        let ends = |later: &&str| {
            indent(later) == indent(line)
                && (later.trim_start().starts_with('}') || later.trim_start().starts_with(')') && later.ends_with(';'))
        };
        let length = match lines[index + 1..].iter().position(ends) {
            _ if one_line => 1,
            Some(after) => after + 2,
            None => lines.len() - index,
        };
        found.push((name, index + 1, length));
    }
    found
}

fn function_name(line: &str) -> Option<String> {
    let (before, after) = line.split_once("fn ")?;
    let prefix = |part: &str| {
        matches!(part, "pub" | "const" | "async" | "unsafe" | "extern")
            || part.starts_with("pub(")
            || part.starts_with('"')
    };
    before.split_whitespace().all(prefix).then(|| word(after))?
}

fn flatten(prefix: &str, table: &toml::Table, into: &mut BTreeMap<String, String>) {
    for (key, value) in table {
        let name = if prefix.is_empty() { key.clone() } else { format!("{prefix}.{key}") };
        match value {
            toml::Value::Table(inner) => flatten(&name, inner, into),
            other => _ = into.insert(name, other.to_string()),
        }
    }
}

/// Relative link targets of a Markdown text, without their fragments.
fn links(text: &str) -> Vec<String> {
    let mut found: Vec<(usize, &str)> = Vec::new();
    for (start, end) in [("](", ")"), ("src=\"", "\""), ("href=\"", "\"")] {
        found.extend(
            text.match_indices(start).filter_map(|(at, _)| Some((at, text[at + start.len()..].split(end).next()?))),
        );
    }
    found.sort();
    let targets = found.into_iter().filter_map(|(_, link)| link.split([' ', '#']).next());
    targets
        .filter(|link| !link.is_empty() && !link.contains("://") && !link.starts_with("mailto:"))
        .map(str::to_owned)
        .collect()
}

#[track_caller]
fn none(wrong: &[String]) {
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}
