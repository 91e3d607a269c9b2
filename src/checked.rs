//! What `newsgauge check` found, as text for people and as JSON for programs.

use std::path::Path;

use newsgauge::base::date::Date;
use newsgauge::base::problem::{Problem, inert};
use newsgauge::base::wording::{grouped, plural, plural_of};
use newsgauge::config::Config;
use newsgauge::run::care::Warnings;
use newsgauge::run::check::{Checked, Seen};
use serde_json::{Value, json};

/// So many warnings of a kind are told one by one.
const TOLD: usize = 10;

pub fn json(checked: &Checked) -> Value {
    let seen = &checked.seen;
    let skipped = seen.skipped.iter().map(|row| json!({"path": row.path, "line": row.line, "reason": row.reason}));
    let date = |date: Option<Date>| date.map(|date| date.to_string());
    let warnings = checked.warnings.iter().flat_map(|kind| {
        kind.all.iter().map(move |what| json!({"kind": kind.kind, "what": what, "remedy": kind.remedy}))
    });
    json!({
        "message_type": "check", "actors": checked.actors, "strong_aliases": checked.strong_aliases,
        "weak_aliases": checked.weak_aliases, "offices": checked.offices, "files": checked.files, "articles": seen.articles,
        "undated": seen.undated, "first_date": date(seen.first), "last_date": date(seen.last),
        "skipped": skipped.collect::<Vec<_>>(), "warnings": warnings.collect::<Vec<_>>(),
    })
}

pub fn text(config_file: &Path, config: &Config, checked: &Checked) -> String {
    let seen = &checked.seen;
    let dates = match (seen.first, seen.last) {
        (Some(first), Some(last)) => format!(", dated {first} to {last}"),
        _ => String::new(),
    };
    let strong = plural_of(checked.strong_aliases as u64, "strong alias", "strong aliases");
    let weak = plural_of(checked.weak_aliases as u64, "weak alias", "weak aliases");
    let counted = |n: usize, thing: &str| plural(n as u64, thing);
    let (actors, offices) = (counted(checked.actors, "actor"), counted(checked.offices, "office"));
    let (articles, files) = (plural(seen.articles, "article"), counted(checked.files, "file"));
    let (dictionary, input) = (config.measure.dictionary.display(), config.ingest.input.display());
    let undated = grouped(seen.undated);
    format!(
        "{}: no problem\n{dictionary}: {actors}, {strong}, {weak}, {offices}\n\
         {input}: {articles} in {files}{dates}, {undated} without a date\n",
        config_file.display()
    )
}

/// What would be skipped; said even to the quiet, since it is a problem.
pub fn skipped(seen: &Seen) -> String {
    let mut text = String::new();
    for row in &seen.skipped {
        let line = row.line.map(|line| format!(":{line}")).unwrap_or_default();
        text += &format!("skipped: {}{line}: {}\n", inert(&row.path), inert(&row.reason));
    }
    text
}

/// The first few of each kind of warning, and how many more there are.
pub fn warnings(dictionary: &Path, kinds: &[Warnings]) -> Vec<Problem> {
    let mut told = Vec::new();
    for kind in kinds {
        told.extend(kind.all.iter().take(TOLD).map(|what| Problem::of(dictionary, what, &kind.remedy)));
        if let Some(more) = kind.all.len().checked_sub(TOLD).filter(|more| *more > 0) {
            let what = format!("{} more {}", grouped(more as u64), kind.things);
            told.push(Problem::of(dictionary, what, "`newsgauge check --log-format json` lists all of them"));
        }
    }
    told
}
