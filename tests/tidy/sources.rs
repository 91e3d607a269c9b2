//! The sources as text: what the other files ask of them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use crate::STAGES;

/// A file of src.
pub struct Source {
    /// With `/` between parts.
    pub path: String,
    pub text: String,
}

impl Source {
    /// Without lines that are comments: words about a crate are no use of it.
    pub fn code(&self) -> String {
        self.text.lines().filter(|line| !line.trim_start().starts_with("//")).map(|line| format!("{line}\n")).collect()
    }

    /// Everything above the tests, which stand at the end of a file.
    pub fn without_tests(&self) -> &str {
        match self.text.find("#[cfg(test)]\nmod ") {
            Some(at) => &self.text[..at],
            None => &self.text,
        }
    }

    /// Whether the code names `path`: a crate, or an item with the module before it.
    pub fn uses(&self, path: &str) -> bool {
        let code = self.code();
        match path.split_once("::") {
            // `std::fs`, also as `std::{fs, io}`.
            Some((root, item)) if root == "std" => named_under(root, &code).contains(item),
            _ => code.match_indices(path).any(|(at, _)| begins_a_word(&code, at)),
        }
    }
}

pub fn sources() -> Vec<Source> {
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

pub fn entries(folder: &Path) -> Vec<PathBuf> {
    let listed = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    listed.map(|entry| entry.unwrap_or_else(|error| panic!("{}: {error}", folder.display())).path()).collect()
}

pub fn read(path: &str) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

pub fn readme() -> String {
    assert!(Path::new("README.md").exists(), "README.md is missing; write it, with every key, table and column in it");
    read("README.md")
}

/// The names directly below `root::` in `code`, also those in braces.
pub fn named_under(root: &str, code: &str) -> BTreeSet<String> {
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
pub fn first_names(group: &str) -> Vec<String> {
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
pub fn climbed(source: &Source) -> Vec<String> {
    // `super` of src/lex/mod.rs is the crate; of src/lex/words.rs it is `lex`, and `super::super` the crate.
    let parts = source.path.split('/').count() - 1;
    let up = if source.path.ends_with("/mod.rs") { parts - 1 } else { parts };
    let code = source.code();
    let below = named_under(&vec!["super"; up].join("::"), &code);
    below.into_iter().filter(|name| STAGES.contains(&name.as_str())).collect()
}

pub fn word(text: &str) -> Option<String> {
    let end = text.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len());
    (end > 0).then(|| text[..end].to_owned())
}

pub fn begins_a_word(text: &str, at: usize) -> bool {
    !text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_')
}

/// A path that goes on after `super::` began before it.
pub fn begins_a_path(text: &str, at: usize) -> bool {
    begins_a_word(text, at) && !text[..at].ends_with("super::")
}

/// Each function: its name, its line and how many lines it has. rustfmt puts the last brace under the `fn`.
pub fn functions(text: &str) -> Vec<(String, usize, usize)> {
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

pub fn function_name(line: &str) -> Option<String> {
    let (before, after) = line.split_once("fn ")?;
    let prefix = |part: &str| {
        matches!(part, "pub" | "const" | "async" | "unsafe" | "extern")
            || part.starts_with("pub(")
            || part.starts_with('"')
    };
    before.split_whitespace().all(prefix).then(|| word(after))?
}

pub fn flatten(prefix: &str, table: &toml::Table, into: &mut BTreeMap<String, String>) {
    for (key, value) in table {
        let name = if prefix.is_empty() { key.clone() } else { format!("{prefix}.{key}") };
        match value {
            toml::Value::Table(inner) => flatten(&name, inner, into),
            other => _ = into.insert(name, other.to_string()),
        }
    }
}

/// Relative link targets of a Markdown text, without their fragments.
pub fn links(text: &str) -> Vec<String> {
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
pub fn none(wrong: &[String]) {
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}
