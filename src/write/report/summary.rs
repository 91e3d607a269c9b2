//! The head of the report: what was read, and what stands out, in plain words.

use std::collections::BTreeMap;

use maud::{Markup, html};

use crate::base::wording::{grouped, plural, plural_of};
use crate::tabulate::overview::Overview;
use crate::tabulate::table::Table;

/// The tables of what changed most and of the most frequent terms, of tables in parts.
pub const TOLD: [&str; 2] = [CHANGES, TERMS];
const CHANGES: &str = "changes_told";
const TERMS: &str = "terms_first";

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
        let rows = |table: &Table| {
            table.texts(text).map(str::to_owned).zip(table.counts(count)).filter(|(_, n)| *n > 0).take(3).collect()
        };
        table(name).map(rows).unwrap_or_default()
    };
    let mut sentences = vec![corpus(overview)];
    if let Some(listed) = listed(&top("actors", "name", "mentions")) {
        sentences.push(format!("Most mentioned: {listed}."));
    }
    // Those of the chart of pairs are there without the table of terms.
    if let Some(listed) = table("terms").and_then(|_| listed(&top(TERMS, "term", "n"))) {
        sentences.push(format!("Most frequent terms: {listed}."));
    }
    if let Some(pair) = table("actor_pairs").and_then(|pairs| together(pairs, table("actors")?)) {
        sentences.push(pair);
    }
    if let Some(changes) = table(CHANGES) {
        sentences.extend(["rose", "fell"].iter().filter_map(|claim| changed(changes, table("actors"), claim)));
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
    joined(&top.iter().map(|(name, n)| format!("{name} ({})", grouped(*n))).collect::<Vec<String>>())
}

/// "A, B and C".
fn joined(items: &[String]) -> Option<String> {
    let (last, first) = items.split_last()?;
    Some(if first.is_empty() { last.clone() } else { format!("{} and {last}", first.join(", ")) })
}

/// The pair of actors that shares most sentences.
fn together(pairs: &Table, actors: &Table) -> Option<String> {
    let n = pairs.counts("sentences").next().filter(|n| *n > 1)?;
    let names = names(actors);
    let name = |column: &str| pairs.texts(column).next().and_then(|id| names.get(id).copied());
    Some(format!(
        "Most often mentioned together: {} and {}, in {}.",
        name("actor_a")?,
        name("actor_b")?,
        plural(n, "sentence")
    ))
}

/// What rose, or fell, most, with the counts that say so: by month, and by week where no month says it. Actors and terms together.
fn changed(changes: &Table, actors: Option<&Table>, claim: &str) -> Option<String> {
    let names = actors.map(names).unwrap_or_default();
    let [claims, periods, kinds, things] =
        ["claim", "period", "kind", "thing"].map(|column| changes.texts(column).collect::<Vec<&str>>());
    let [early, all_early, late, all_late] = ["articles_early", "all_early", "articles_late", "all_late"]
        .map(|column| changes.counts(column).collect::<Vec<u64>>());
    let change: Vec<f64> = changes.floats("change").map(|change| change.map_or(0.0, f64::abs)).collect();
    let claimed = |period: &'static str| {
        let of = |at: &usize| claims[*at] == claim && periods[*at] == period;
        (period, (0..things.len()).filter(of).collect::<Vec<usize>>())
    };
    let (period, mut rows) = ["month", "week"].map(claimed).into_iter().find(|(_, rows)| !rows.is_empty())?;
    rows.sort_by(|a, b| change[*b].total_cmp(&change[*a]));
    let part = |n: u64, all: u64| format!("{} of {}", grouped(n), grouped(all));
    let item = |at: &usize| {
        let at = *at;
        let name = match kinds[at] {
            "actor" => (*names.get(things[at]).unwrap_or(&things[at])).to_owned(),
            kind => format!("the {kind} {}", things[at]),
        };
        format!("{name} (from {} to {} articles)", part(early[at], all_early[at]), part(late[at], all_late[at]))
    };
    let items: Vec<String> = rows.iter().take(3).map(item).collect();
    Some(format!("By {period} {claim} most, first half of the {period}s with articles to second: {}.", joined(&items)?))
}

/// By id: what each actor is called.
fn names(actors: &Table) -> BTreeMap<&str, &str> {
    actors.texts("actor_id").zip(actors.texts("name")).collect()
}

fn has(n: u64) -> String {
    let have = if n == 1 { "has" } else { "have" };
    format!("{} {have}", plural(n, "article"))
}

#[cfg(test)]
mod tests {
    use super::changed;
    use crate::tabulate::SPECS;
    use crate::tabulate::table::{Spec, Table, Values};

    /// A table of whose columns only `texts`, `counts` and `floats` are told, by name; a row each of the first.
    fn table(name: &str, texts: &[(&str, &[&str])], counts: &[(&str, &[u64])], floats: &[(&str, &[f64])]) -> Table {
        let spec: &Spec = SPECS.into_iter().find(|spec| spec.name == name).expect("the table is one of them");
        let rows = texts[0].1.len();
        let column = |name: &str| {
            let text = texts.iter().find(|text| text.0 == name).map(|text| Values::texts(text.1.iter()));
            let count =
                counts.iter().find(|count| count.0 == name).map(|count| Values::counts(count.1.iter().copied()));
            let float = floats.iter().find(|float| float.0 == name);
            let float = float.map(|float| Values::Float(float.1.iter().copied().map(Some).collect()));
            text.or(count).or(float).unwrap_or_else(|| Values::counts(std::iter::repeat_n(0, rows)))
        };
        let columns: Vec<Values> = spec.columns.iter().map(|field| column(field.name)).collect();
        Table::of(spec, columns.into()).expect("each column has as many cells as there are rows")
    }

    #[test]
    fn what_changed_most_is_told_whichever_kind_it_is_and_a_term_is_not_called_as_an_actor() {
        let texts: [(&str, &[&str]); 4] = [
            ("kind", &["actor", "actor", "term", "term"]),
            ("period", &["month"; 4]),
            ("thing", &["china", "iran", "iran", "talks"]),
            ("claim", &["rose", "rose", "rose", "fell"]),
        ];
        let parts: [(&str, &[u64]); 4] = [
            ("articles_early", &[1, 2, 0, 9]),
            ("all_early", &[10; 4]),
            ("articles_late", &[2, 5, 6, 0]),
            ("all_late", &[10; 4]),
        ];
        let changes = table("changes", &texts, &parts, &[("change", &[0.1, 0.3, 0.6, -0.9])]);
        let actors = table("actors", &[("actor_id", &["china", "iran"]), ("name", &["China", "Iran"])], &[], &[]);
        let first = "the term iran (from 0 of 10 to 6 of 10 articles), Iran (from 2 of 10 to 5 of 10 articles) and China (from 1 of 10";
        let told = changed(&changes, Some(&actors), "rose").expect("three rose");
        assert!(told.contains(first), "{told}");
        assert_eq!(
            changed(&changes, None, "fell").as_deref(),
            Some(
                "By month fell most, first half of the months with articles to second: the term talks (from 9 of 10 to 0 of 10 articles)."
            )
        );
    }
}
