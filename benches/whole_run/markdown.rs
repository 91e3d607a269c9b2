//! The measurements as two tables: the runs, and the stages of each.

use std::fmt::Write;

use crate::cases::{ALL, Best};
use crate::corpus::Corpus;

pub fn tables(corpus: &Corpus, best: &Best) -> String {
    let mut text = String::new();
    let (_, all) = best.cases.iter().find(|(name, _)| *name == ALL).expect("this case is always measured");
    let size = corpus.bytes as f64 / 1e6;
    let (articles, tokens) = (all.articles, all.tokens);
    let _ = writeln!(text, "\n### {}: {size:.1} MB of text, {articles} articles, {tokens} tokens\n", corpus.name);
    text.push_str(
        "| run | seconds | MB/s | tokens/s | CPU seconds | peak MB | times wc -w |\n|---|---|---|---|---|---|---|\n",
    );
    for (name, measured) in &best.cases {
        let seconds = measured.seconds;
        let cpu = cell(measured.cpu, 2);
        let peak = cell(measured.peak.map(|bytes| bytes as f64 / 1e6), 0);
        let times = cell(best.wc.map(|wc| seconds / wc), 2);
        let (speed, tokens) = (size / seconds, measured.tokens as f64 / seconds / 1e6);
        let _ = writeln!(text, "| {name} | {seconds:.2} | {speed:.1} | {tokens:.2} M | {cpu} | {peak} | {times} |");
    }
    if let Some(wc) = best.wc {
        let _ = writeln!(text, "| `wc -w` | {wc:.2} | {:.1} | | | | 1.00 |", size / wc);
    }
    text.push_str("\n| seconds by stage |");
    best.cases.iter().for_each(|(name, _)| text.push_str(&format!(" {name} |")));
    text.push_str(&format!("\n|---|{}\n", "---|".repeat(best.cases.len())));
    for stage in stages(best) {
        let _ = write!(text, "| {stage} |");
        for (_, measured) in &best.cases {
            let seconds = measured.stages.iter().find(|(name, _)| *name == stage).map(|(_, seconds)| *seconds);
            let _ = write!(text, " {} |", cell(seconds, 3));
        }
        text.push('\n');
    }
    text
}

/// The stages of all cases, in the order in which they come up.
fn stages(best: &Best) -> Vec<String> {
    let mut stages = Vec::new();
    for (name, _) in best.cases.iter().flat_map(|(_, measured)| &measured.stages) {
        if !stages.contains(name) {
            stages.push(name.clone());
        }
    }
    stages
}

/// Empty where it is not known.
fn cell(value: Option<f64>, decimals: usize) -> String {
    value.map(|value| format!("{value:.decimals$}")).unwrap_or_default()
}
