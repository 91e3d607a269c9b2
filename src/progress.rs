//! What is said while a run goes on: lines for people or, as JSON, for schedulers, and a bar where a person sees it.

use std::io::Write;
use std::sync::Mutex;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use newsgauge::base::disk;
use newsgauge::base::problem::{Failure, Problem};
use newsgauge::base::wording::plural;
use newsgauge::run::{Done, Watch};
use serde_json::{Value, json};

use crate::cli::{LogFormat, print, watched};

/// The voice of the program. Everything but the last line of a run goes to standard error.
pub struct Progress {
    format: LogFormat,
    quiet: bool,
    verbose: bool,
    bar: Mutex<ProgressBar>,
}

impl Progress {
    pub fn new(format: LogFormat, quiet: bool, verbose: bool) -> Self {
        let seen = format == LogFormat::Text && !quiet && watched();
        Self { format, quiet, verbose, bar: Mutex::new(if seen { bar() } else { ProgressBar::hidden() }) }
    }

    /// Why the program ends without what it was asked for.
    pub fn failed(&self, failure: &Failure) {
        self.clear();
        let code = failure.exit_code();
        for problem in failure.problems() {
            match self.format {
                LogFormat::Text => line(&format!("error: {problem}")),
                LogFormat::Json => object(problem_as("error", problem)),
            }
        }
        let count = failure.problems().len();
        match (self.format, failure) {
            (LogFormat::Json, _) => object(json!({"message_type": "exit_error", "code": code, "problems": count})),
            (LogFormat::Text, Failure::Interrupted) => {
                line("interrupted: nothing was published, output/latest is as it was")
            }
            (LogFormat::Text, _) if count > 1 => line(&format!("{count} problems; nothing was done")),
            (LogFormat::Text, _) => {}
        }
    }

    pub fn warning(&self, problem: &Problem) {
        match self.format {
            LogFormat::Text => line(&format!("warning: {problem}")),
            LogFormat::Json => object(problem_as("warning", problem)),
        }
    }

    /// The last words of a run: what there is and where.
    pub fn done(&self, done: &Done) {
        self.clear();
        let overview = &done.overview;
        let folder = done.folder.display();
        if self.format == LogFormat::Json {
            object(json!({
                "message_type": "summary", "run": folder.to_string(), "articles": overview.articles, "stories": overview.stories,
                "tokens": overview.tokens, "mentions": overview.mentions, "skipped": overview.skipped, "code": done.exit_code,
                "seconds": done.stages.iter().map(|(_, seconds)| seconds).sum::<f64>(),
            }));
            return;
        }
        if self.verbose {
            done.stages.iter().for_each(|(stage, seconds)| line(&format!("{stage:>10} {seconds:8.3} s")));
        }
        if overview.skipped > 0 {
            let (rows, table) = (plural(overview.skipped, "row"), done.folder.join("tables/skipped.csv"));
            // The manifest lists them too, and is there whichever tables were asked for.
            let list = if disk::exists(&table) { table } else { done.folder.join("manifest.json") };
            line(&format!("warning: some input was skipped: see {} ({rows}) for the reasons", list.display()));
        }
        if !self.quiet {
            let [articles, tokens] =
                [(overview.articles, "article"), (overview.tokens, "token")].map(|(n, thing)| plural(n, thing));
            let mentions = overview.mentions.map(|n| format!(", {}", plural(n, "mention"))).unwrap_or_default();
            print(&format!("{articles}, {tokens}{mentions}\n{}\n", done.folder.join("report.html").display()));
        }
    }

    /// Takes the bar off the terminal.
    pub fn clear(&self) {
        if let Ok(bar) = self.bar.lock() {
            bar.finish_and_clear();
        }
    }
}

impl Watch for Progress {
    fn stage(&self, name: &'static str) {
        if let Ok(bar) = self.bar.lock() {
            bar.set_message(name);
        }
        if self.verbose && self.format == LogFormat::Json {
            object(json!({"message_type": "stage", "stage": name}));
        }
    }

    fn files(&self, done: usize, all: usize) {
        if let Ok(bar) = self.bar.lock() {
            bar.set_length(all as u64);
            bar.set_position(done as u64);
        }
    }

    fn warn(&self, problem: &Problem) {
        self.warning(problem);
    }
}

fn bar() -> ProgressBar {
    let bar = ProgressBar::with_draw_target(Some(0), ProgressDrawTarget::stderr_with_hz(5));
    let style = ProgressStyle::with_template("{msg:>9} {wide_bar} {pos}/{len} files {elapsed}");
    bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
    bar.enable_steady_tick(Duration::from_millis(200));
    bar
}

fn problem_as(kind: &str, problem: &Problem) -> Value {
    json!({"message_type": kind, "file": problem.file, "line": problem.line, "what": problem.what, "remedy": problem.remedy})
}

fn object(value: Value) {
    line(&value.to_string());
}

/// A line on standard error; if that is closed nobody wants it.
fn line(text: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{text}");
}
