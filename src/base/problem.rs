//! A problem that a person meets: the place, what is wrong, what to do about it; and the exit codes.

use std::fmt;
use std::path::Path;

/// Something that a person has to know, with its place and its remedy as separate data.
///
/// Printed as `place: what`, then `  help: remedy` on a line of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    pub file: String,
    /// 1-based line in `file`, where the problem has one.
    pub line: Option<usize>,
    pub what: String,
    pub remedy: String,
}

impl Problem {
    /// A problem with a whole file or folder.
    pub fn of(path: &Path, what: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { file: shown(path), line: None, what: what.into(), remedy: remedy.into() }
    }

    /// A problem with one line of a file.
    pub fn at(file: &str, line: usize, what: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { file: inert(file), line: Some(line), what: what.into(), remedy: remedy.into() }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = match self.line {
            Some(line) => format!("{}:{line}", self.file),
            None => self.file.clone(),
        };
        write!(out, "{place}: {}\n  help: {}", inert(&self.what), inert(&self.remedy))
    }
}

/// Why a run ended without its tables; each kind has its exit code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The machine or the disk did not do its part: exit 1.
    Failed(Problem),
    /// The configuration or the dictionary cannot be used: exit 2, all problems at once.
    Config(Vec<Problem>),
    /// No article, or fewer than `[run] min_articles`: exit 4.
    TooFew(Problem),
    /// Another run holds the lock: exit 11.
    Locked(Problem),
    /// Somebody pressed Ctrl-C: exit 130.
    Interrupted,
}

impl Failure {
    pub fn exit_code(&self) -> u8 {
        match self {
            Failure::Failed(_) => 1,
            Failure::Config(_) => 2,
            Failure::TooFew(_) => 4,
            Failure::Locked(_) => 11,
            Failure::Interrupted => 130,
        }
    }

    /// The problems to print, in order.
    pub fn problems(&self) -> &[Problem] {
        match self {
            Failure::Failed(one) | Failure::TooFew(one) | Failure::Locked(one) => std::slice::from_ref(one),
            Failure::Config(all) => all,
            Failure::Interrupted => &[],
        }
    }
}

impl From<Problem> for Failure {
    fn from(problem: Problem) -> Self {
        Failure::Failed(problem)
    }
}

/// A path as it is printed and written into tables: `/` between parts, nothing that a terminal would obey.
pub fn shown(path: &Path) -> String {
    inert(&path.to_string_lossy())
}

/// `text` without anything that a terminal or a log reader obeys: control characters and bidi overrides are spelled out.
pub fn inert(text: &str) -> String {
    let obeyed = |c: char| {
        c.is_control() || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    if !text.chars().any(obeyed) {
        return text.to_owned();
    }
    text.chars().flat_map(|c| if obeyed(c) { c.escape_default().collect::<Vec<_>>() } else { vec![c] }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_names_place_what_and_remedy() {
        let problem = Problem::at("config.toml", 14, "lex.min_length is 0", "make it 1 or more");
        assert_eq!(problem.to_string(), "config.toml:14: lex.min_length is 0\n  help: make it 1 or more");
    }

    #[test]
    fn a_hostile_name_cannot_move_the_cursor() {
        assert_eq!(inert("a\u{1b}[2Jb\u{202e}c"), "a\\u{1b}[2Jb\\u{202e}c");
    }
}
