//! How long things are, and how they begin.

use crate::sources::*;
use crate::*;

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
