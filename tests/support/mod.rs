//! A run of the program in a folder of its own: input, config.toml and actors.toml in; exit code, messages and tables out.
//!
//! ```
//! let run = Run::new().input("a.txt", "Putin met Kim Jong Un.").config("[lex]\nmin_length = 3\n");
//! let ended = run.run(&["--jobs", "1"]);
//! assert_eq!(ended.code, 0, "{ended}");
//! assert!(run.table("actors").contains("putin"));
//! ```
#![allow(dead_code, reason = "each test file is a crate of its own and uses its part of this one")]

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

/// Small enough to know by heart: two persons, two states, a place.
pub const ACTORS: &str = r#"[[actor]]
id = "kim-jong-un"
name = "Kim Jong Un"
type = "person"
state = "north-korea"
weak = ["Kim"]

[[actor]]
id = "north-korea"
name = "North Korea"
type = "state"
abbr = ["DPRK"]
capital = "pyongyang"

[[actor]]
id = "putin"
name = "Vladimir Putin"
type = "person"
state = "russia"
short = ["Putin"]

[[actor]]
id = "pyongyang"
name = "Pyongyang"
type = "place"
state = "north-korea"

[[actor]]
id = "russia"
name = "Russia"
type = "state"
adjectives = ["Russian"]
"#;

/// No pictures and no byte order mark: quick, and the tables are plain text.
pub const CONFIG: &str = "[write]\npng = false\nbom = false\n";

/// A temporary folder with what the program reads; it is removed with the value.
pub struct Run {
    folder: tempfile::TempDir,
}

/// How the program ended. It prints as everything that it said.
pub struct Ended {
    pub code: i32,
    pub stdout: String,
    pub stderr: String,
    /// The command line, for failure messages.
    asked: String,
}

impl Run {
    /// An empty input folder, `CONFIG` and `ACTORS`.
    pub fn new() -> Self {
        let folder = tempfile::tempdir().expect("the system has a folder for temporary files");
        fs::create_dir(folder.path().join("input")).expect("a new folder is empty");
        Self { folder }.config(CONFIG).actors(ACTORS)
    }

    /// An article or any other file, by its path below the input folder.
    pub fn input(self, path: &str, bytes: impl AsRef<[u8]>) -> Self {
        self.file(&format!("input/{path}"), bytes)
    }

    /// The whole text of config.toml.
    pub fn config(self, text: &str) -> Self {
        self.file("config.toml", text)
    }

    /// The whole text of actors.toml.
    pub fn actors(self, text: &str) -> Self {
        self.file("actors.toml", text)
    }

    /// Any file, by its path below the temporary folder.
    pub fn file(self, path: &str, bytes: impl AsRef<[u8]>) -> Self {
        let file = self.path(path);
        let made = file.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| fs::write(&file, bytes));
        made.unwrap_or_else(|error| panic!("the test cannot write {}: {error}", file.display()));
        self
    }

    /// Without the file or folder at `path`.
    pub fn without(self, path: &str) -> Self {
        let gone = self.path(path);
        let removed = if gone.is_dir() { fs::remove_dir_all(&gone) } else { fs::remove_file(&gone) };
        removed.unwrap_or_else(|error| panic!("the test cannot remove {}: {error}", gone.display()));
        self
    }

    /// A path below the temporary folder.
    pub fn path(&self, below: &str) -> PathBuf {
        self.folder.path().join(below)
    }

    /// The program in the temporary folder, as a scheduler would start it: no terminal, no `NEWSGAUGE_*` variables.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_newsgauge"));
        command.args(arguments).current_dir(self.folder.path()).stdin(Stdio::null());
        for (name, _) in std::env::vars_os() {
            if name.to_string_lossy().starts_with("NEWSGAUGE_") {
                command.env_remove(name);
            }
        }
        command.env("NO_COLOR", "1").env_remove("CLICOLOR_FORCE").env_remove("COLUMNS");
        command
    }

    /// Runs the program to its end.
    pub fn run(&self, arguments: &[&str]) -> Ended {
        let output = self.command(arguments).output().unwrap_or_else(|error| panic!("cannot start newsgauge: {error}"));
        self.ended(arguments, &output)
    }

    /// Starts the program; `end` waits for it.
    pub fn start(&self, arguments: &[&str]) -> Child {
        let mut command = self.command(arguments);
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        command.spawn().unwrap_or_else(|error| panic!("cannot start newsgauge: {error}"))
    }

    /// Waits for a program that `start` gave.
    pub fn end(&self, child: Child) -> Ended {
        let output = child.wait_with_output().unwrap_or_else(|error| panic!("cannot wait for newsgauge: {error}"));
        self.ended(&[], &output)
    }

    /// A table of the newest run, as it was written.
    pub fn table(&self, name: &str) -> String {
        self.latest(&format!("tables/{name}.csv"))
    }

    /// Any file of the newest run, as text.
    pub fn latest(&self, path: &str) -> String {
        let file = self.path("output/latest").join(path);
        fs::read_to_string(&file).unwrap_or_else(|error| {
            panic!(
                "{path} of the newest run cannot be read: {error}\n  there is: {}\n  help: did the run end with 0 or 3, and \
                 is the name spelled as in the manifest?",
                listing(self.folder.path()).join(", ")
            )
        })
    }

    /// Every file of the run in `folder` but run.json, with its bytes.
    pub fn bytes(&self, folder: &str) -> BTreeMap<String, Vec<u8>> {
        let read = |file: String| {
            let bytes =
                fs::read(self.path(folder).join(&file)).unwrap_or_else(|error| panic!("{folder}/{file}: {error}"));
            (file, bytes)
        };
        self.files(folder).into_iter().filter(|file| file != "run.json").map(read).collect()
    }

    /// The newest run is what a run makes that knows nothing of earlier ones.
    #[track_caller]
    pub fn assert_newest_is_right(&self) {
        let ended = self.run(&["--no-cache", "--output", "alone"]);
        assert!(matches!(ended.code, 0 | 3), "{ended}");
        assert_same(&self.bytes("output/latest"), &self.bytes("alone/latest"));
    }

    /// Everything below `path` in the temporary folder, sorted.
    pub fn files(&self, path: &str) -> Vec<String> {
        listing(&self.path(path))
    }

    fn ended(&self, arguments: &[&str], output: &Output) -> Ended {
        let shown = |bytes: &[u8]| {
            let text = String::from_utf8(bytes.to_vec()).expect("the program writes UTF-8");
            self.without_place_and_time(&text)
        };
        // A signal leaves no code; -1 is none that the program can give.
        let code = output.status.code().unwrap_or(-1);
        let asked = format!("newsgauge {}", arguments.join(" "));
        Ended { code, stdout: shown(&output.stdout), stderr: shown(&output.stderr), asked }
    }

    /// `text` with … for the temporary folder and for the time in the name of a run: what differs from test to test.
    fn without_place_and_time(&self, text: &str) -> String {
        let folder = self.folder.path();
        let real = fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned());
        let text = text.replace(&*real.to_string_lossy(), "…").replace(&*folder.to_string_lossy(), "…");
        let mut shown = String::new();
        let mut rest = text.as_str();
        while let Some(at) = rest.char_indices().map(|(at, _)| at).find(|at| is_time(&rest[*at..])) {
            shown += &rest[..at];
            shown.push('…');
            rest = &rest[at + TIME.len()..];
        }
        shown + rest
    }
}

impl Ended {
    /// The messages of a run that had to end with `code` and to leave standard output to others.
    #[track_caller]
    pub fn fails_with(&self, code: i32) -> &str {
        assert_eq!(self.code, code, "{self}");
        assert_eq!(self.stdout, "", "messages belong on standard error: {self}");
        &self.stderr
    }

    /// The output of a run that had to end with `code` and to complain of nothing.
    #[track_caller]
    pub fn says_with(&self, code: i32) -> &str {
        assert_eq!(self.code, code, "{self}");
        assert_eq!(self.stderr, "", "nothing is wrong, so nothing belongs on standard error: {self}");
        &self.stdout
    }
}

impl fmt::Display for Ended {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { code, stdout, stderr, asked } = self;
        write!(out, "`{asked}` ended with {code}\n--- standard output\n{stdout}\n--- standard error\n{stderr}")
    }
}

/// Two runs left the same files with the same bytes.
#[track_caller]
pub fn assert_same(one: &BTreeMap<String, Vec<u8>>, other: &BTreeMap<String, Vec<u8>>) {
    let names = |files: &BTreeMap<String, Vec<u8>>| files.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(one), names(other));
    let differ: Vec<&String> =
        one.iter().filter(|(name, bytes)| other.get(*name) != Some(*bytes)).map(|(name, _)| name).collect();
    assert!(differ.is_empty(), "these files differ: {differ:?}");
}

const TIME: &str = "20261121T031000Z";

/// Whether `text` begins with a time as the names of runs have it.
fn is_time(text: &str) -> bool {
    let like =
        |(byte, pattern): (u8, u8)| if pattern.is_ascii_digit() { byte.is_ascii_digit() } else { byte == pattern };
    text.len() >= TIME.len() && text.bytes().zip(TIME.bytes()).all(like)
}

/// Files and links below `folder` by their paths, sorted; folders that a link leads to are not looked into.
fn listing(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next).into_iter().flatten().flatten() {
            if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
                folders.push(entry.path());
            } else if let Ok(below) = entry.path().strip_prefix(folder) {
                found.push(below.to_string_lossy().into_owned());
            }
        }
    }
    found.sort();
    found
}
