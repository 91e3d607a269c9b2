//! That configuration, README and code say the same.

use std::collections::BTreeMap;
use std::path::Path;

use newsgauge::config::{dictionary, load, tables};
use newsgauge::tabulate::SPECS;

use crate::sources::*;

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
fn the_readme_and_the_head_of_the_dictionary_name_every_key_of_it() {
    let (readme, shipped) = (readme(), read("actors.toml"));
    let head: String =
        shipped.lines().take_while(|line| line.starts_with('#')).map(|line| format!("{line}\n")).collect();
    let mut missing = Vec::new();
    for key in dictionary::COLUMNS {
        if !readme.contains(&format!("`{key}`")) {
            missing.push(format!("README.md: name the key `{key}` in the section on the dictionary"));
        }
        if !head.contains(&format!("#   {key} ")) {
            missing.push(format!("actors.toml: name the key `{key}` in the comment at its head"));
        }
    }
    none(&missing);
}

#[test]
fn the_dictionary_that_the_readme_shows_as_csv_can_be_read() {
    let readme = readme();
    let blocks = readme.split("```csv\n").skip(1).filter_map(|rest| rest.split("```").next());
    let sheet =
        blocks.into_iter().find(|block| block.starts_with("type,")).expect("README.md: an example of actors.csv");
    let read = dictionary::parse("actors.csv", sheet).unwrap_or_else(|problems| panic!("README.md: {problems:?}"));
    assert_eq!((read.actors.len(), read.offices.len(), read.transliterations.len()), (3, 1, 1));
}

#[test]
fn the_names_that_the_configuration_knows_are_those_of_the_tables() {
    assert_eq!(tables::NAMES, SPECS.map(|spec| spec.name), "list each table in src/config/tables.rs and in SPECS");
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
fn the_readme_shows_no_speed_that_was_not_measured() {
    let (readme, results) = (readme(), read("benches/RESULTS.md"));
    let section = readme.split("\n## ").find(|section| section.starts_with("How fast\n"));
    let section = section.expect("README.md: the section `## How fast` is gone; benches/RESULTS.md is its source");
    let rows = section.lines().filter(|line| line.starts_with("| ") && line.contains(|c: char| c.is_ascii_digit()));
    let wrong = rows.filter(|row| !results.lines().any(|line| line == *row));
    none(
        &wrong
            .map(|row| format!("README.md: no row of benches/RESULTS.md is this one; copy it anew: {row}"))
            .collect::<Vec<_>>(),
    );
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
