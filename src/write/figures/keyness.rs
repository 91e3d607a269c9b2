//! Which terms tell the groups of articles apart, as bars to both sides.

use std::collections::BTreeMap;

use super::View;
use crate::base::wording::grouped;
use crate::write::charts::{Diverging, Drawn, Head, Panel, diverging};

/// Groups, and bars of a group on each side, at most.
const PANELS: usize = 6;
const MORE: usize = 8;
const FEWER: usize = 4;

/// The kinds of groups, the one that is told first.
const KINDS: [&str; 5] = ["outlet", "actor", "language", "month", REFERENCE];

/// The kind of the one group that is all articles.
const REFERENCE: &str = "reference";

/// One row of the table whose confidence interval does not hold 0.
struct Row {
    grouping: String,
    group: String,
    label: String,
    log_ratio: f64,
    note: String,
}

pub fn draw(view: &View<'_>) -> Drawn {
    let rows = rows(view);
    let kind = KINDS.into_iter().find(|kind| rows.iter().any(|row| row.grouping == *kind));
    let of_kind: Vec<&Row> = rows.iter().filter(|row| Some(row.grouping.as_str()) == kind).collect();
    let mut groups: Vec<&[&Row]> = of_kind.chunk_by(|a, b| a.group == b.group).collect();
    let all = groups.len();
    // Those with most to show; a stable sort keeps the order of the table.
    groups.sort_by_key(|rows| std::cmp::Reverse(rows.len()));
    groups.truncate(PANELS);
    let left_out = if all > groups.len() {
        format!("; the {} of {all} with most such terms", groups.len())
    } else {
        String::new()
    };
    let Words { title, told, here, rest } = words(kind.unwrap_or("outlet"));
    let names = if kind == Some("actor") { view.names() } else { BTreeMap::new() };
    let head = Head {
        title,
        subtitle: format!(
            "Terms that {told}, beyond chance{left_out}; at the bars: occurrences in {here} : in {rest}; {}",
            view.base()
        ),
        nothing: "No term is used more in one group of articles than in the others beyond chance.".to_owned(),
    };
    diverging(&Diverging {
        head,
        axis: "conservative log ratio: 1 is twice as often, 2 four times, at least".to_owned(),
        sides: ["less", "more"].map(|side| format!("{side} often than in {rest}")),
        panels: groups.into_iter().map(|rows| panel(rows, &names)).collect(),
    })
}

/// What groups of a kind are called.
struct Words {
    title: String,
    /// What the articles do with the terms.
    told: String,
    here: &'static str,
    rest: &'static str,
}

fn words(kind: &str) -> Words {
    let (here, rest) = if kind == REFERENCE { ("all articles", "the reference") } else { ("the group", "the rest") };
    let (title, told) = match kind {
        REFERENCE => (
            "All articles against the reference".to_owned(),
            "all articles use more, or less, than the reference does".to_owned(),
        ),
        "actor" => (
            "Key terms by actor".to_owned(),
            "the articles which mention an actor use more, or less, than all others".to_owned(),
        ),
        _ => (format!("Key terms by {kind}"), format!("the articles of one {kind} use more, or less, than all others")),
    };
    Words { title, told, here, rest }
}

/// A group under its name, where it has another than the table says.
fn panel(rows: &[&Row], names: &BTreeMap<&str, &str>) -> Panel {
    let bar = |row: &&&Row| (row.label.clone(), row.log_ratio, row.note.clone());
    let more = rows.iter().filter(|row| row.log_ratio > 0.0).take(MORE);
    let fewer = rows.iter().filter(|row| row.log_ratio < 0.0).take(FEWER);
    Panel {
        title: rows.first().map_or("", |row| names.get(row.group.as_str()).unwrap_or(&row.group.as_str())).to_owned(),
        rows: more.chain(fewer).map(|row| bar(&row)).collect(),
    }
}

fn rows(view: &View<'_>) -> Vec<Row> {
    let [groupings, groups, terms] =
        ["grouping", "group", "term"].map(|column| view.texts("keyness", column).collect::<Vec<&str>>());
    let [inside, outside] = ["n_group", "n_rest"].map(|column| view.counts("keyness", column).collect::<Vec<u64>>());
    let row = |(at, log_ratio): (usize, Option<f64>)| {
        Some(Row {
            grouping: groupings[at].to_owned(),
            group: groups[at].to_owned(),
            label: terms[at].to_owned(),
            log_ratio: log_ratio.filter(|ratio| *ratio != 0.0)?,
            note: format!("{} : {}", grouped(inside[at]), grouped(outside[at])),
        })
    };
    view.floats("keyness", "log_ratio_conservative").enumerate().filter_map(row).collect()
}
