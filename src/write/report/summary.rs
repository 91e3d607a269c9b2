//! The head of the report: what was read, and what stands out, in plain words.

use maud::{Markup, html};

use crate::base::wording::{grouped, plural, plural_of};
use crate::tabulate::overview::Overview;
use crate::tabulate::table::Table;

pub fn summary(tables: &[&Table], overview: &Overview) -> Markup {
    html! {
        header {
            h1 { "Who and what the news is about" }
            @for sentence in sentences(tables, overview) { p { (sentence) } }
            dl.facts {
                @for (name, value) in facts(overview) { div { dt { (name) } dd { (value) } } }
            }
        }
    }
}

fn facts(overview: &Overview) -> Vec<(&'static str, String)> {
    let mut facts = vec![
        ("articles", grouped(overview.articles)),
        ("stories", grouped(overview.stories)),
        ("outlets", grouped(overview.outlets)),
        ("tokens", grouped(overview.tokens)),
    ];
    facts.extend(overview.mentions.map(|mentions| ("mentions of actors", grouped(mentions))));
    if overview.skipped > 0 {
        facts.push(("skipped", grouped(overview.skipped)));
    }
    facts
}

/// The findings in sentences; a corpus without terms or actors has fewer, and so has a run without their tables.
fn sentences(tables: &[&Table], overview: &Overview) -> Vec<String> {
    let table = |name: &str| tables.iter().copied().find(|table| table.spec.name == name);
    let top = |name: &str, text: &str, count: &str| -> Vec<(String, u64)> {
        let rows = |table: &Table| table.texts(text).zip(table.counts(count)).filter(|(_, n)| *n > 0).take(3).collect();
        table(name).map(rows).unwrap_or_default()
    };
    let mut sentences = vec![corpus(overview)];
    if let Some(listed) = listed(&top("actors", "name", "mentions")) {
        sentences.push(format!("Most mentioned: {listed}."));
    }
    if let Some(listed) = listed(&top("terms", "term", "n")) {
        sentences.push(format!("Most frequent terms: {listed}."));
    }
    if let Some(pair) = table("actor_pairs").and_then(|pairs| together(pairs, table("actors")?)) {
        sentences.push(pair);
    }
    if overview.stories < overview.articles {
        let stories = plural_of(overview.stories, "story", "stories");
        sentences.push(format!("With near-identical articles, such as wire copies, counted once there are {stories}."));
    }
    if overview.undated > 0 {
        let by_month = tables.iter().any(|table| table.spec.name.ends_with("_by_month"));
        let apart = "; they count everywhere but in the tables by month, where they stand apart";
        sentences.push(format!("{} no date{}.", has(overview.undated), if by_month { apart } else { "" }));
    }
    if overview.skipped > 0 && table("skipped").is_some() {
        sentences
            .push(format!("What could not be read is listed under Skipped ({}).", plural(overview.skipped, "row")));
    }
    sentences
}

fn corpus(overview: &Overview) -> String {
    let from =
        if overview.outlets > 0 { format!(" from {}", plural(overview.outlets, "outlet")) } else { String::new() };
    let dates = overview.dates().map(|dates| format!(", dated {dates}")).unwrap_or_default();
    let (articles, tokens) = (plural(overview.articles, "article"), plural(overview.tokens, "token"));
    format!("This run read {articles}{from}{dates}: {tokens} in {}.", plural(overview.sentences, "sentence"))
}

/// "A (12), B (9) and C (3)".
fn listed(top: &[(String, u64)]) -> Option<String> {
    let items: Vec<String> = top.iter().map(|(name, n)| format!("{name} ({})", grouped(*n))).collect();
    let (last, first) = items.split_last()?;
    Some(if first.is_empty() { last.clone() } else { format!("{} and {last}", first.join(", ")) })
}

/// The pair of actors that shares most sentences.
fn together(pairs: &Table, actors: &Table) -> Option<String> {
    let n = pairs.counts("sentences").next().filter(|n| *n > 1)?;
    let names = actors.texts("actor_id").zip(actors.texts("name")).collect::<std::collections::BTreeMap<_, _>>();
    let name = |column: &str| pairs.texts(column).next().and_then(|id| names.get(&id).cloned());
    Some(format!(
        "Most often mentioned together: {} and {}, in {}.",
        name("actor_a")?,
        name("actor_b")?,
        plural(n, "sentence")
    ))
}

fn has(n: u64) -> String {
    let have = if n == 1 { "has" } else { "have" };
    format!("{} {have}", plural(n, "article"))
}
