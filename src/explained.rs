//! What `newsgauge check --explain` prints: aligned text for people, JSON for programs.

use newsgauge::base::date::Date;
use newsgauge::base::problem::inert;
use newsgauge::link::explain::{Explained, Held, Named, Role, Written};
use newsgauge::link::tree::Case;
use serde_json::{Value, json};

/// So many other actors of a name are told.
const OTHERS: usize = 3;

pub fn json(entry: &Explained<'_>) -> Value {
    json!({"message_type": "explained", "entry": entry})
}

pub fn text(entry: &Explained<'_>) -> String {
    match entry {
        Explained::Actor(actor) => named(actor),
        Explained::Office(office) => role(office),
    }
}

fn named(actor: &Named<'_>) -> String {
    let state = actor.state.map(|state| format!(" of {state}")).unwrap_or_default();
    let parent = actor.parent.map(|parent| format!(", part of {parent}")).unwrap_or_default();
    let mut text = format!("{}: {}, {}{state}{parent}\n", actor.id, actor.name, actor.kind.name());
    if let Some(state) = actor.stands_for {
        text += &format!("stands for the government of {state} where the text shows that a government is meant\n");
    }
    text += "\n";
    let head = ["written", "form", "counts", "capitals", "from", "also of"].map(str::to_owned).to_vec();
    text += &table(std::iter::once(head).chain(actor.forms.iter().map(form)).collect());
    if !actor.offices.is_empty() {
        text += &format!("\noffices held\n{}", table(actor.offices.iter().map(held).collect()));
    }
    inert_lines(&text)
}

fn form(form: &Written<'_>) -> Vec<String> {
    let the = if form.behind_the { "the " } else { "" };
    let counts = if form.weak { "with support" } else { "anywhere" };
    let capitals = match form.capitals {
        Case::Exact => "exactly these",
        Case::Capital => "at least these",
        Case::Any => "any",
    };
    let mut others = form.also_of.iter().take(OTHERS).copied().collect::<Vec<_>>().join(", ");
    if form.also_of.len() > OTHERS {
        others += &format!(" and {} more", form.also_of.len() - OTHERS);
    }
    let from = if form.derived { "derived" } else { "given" };
    vec![
        format!("{the}{}", form.written),
        form.form.name().to_owned(),
        counts.to_owned(),
        capitals.to_owned(),
        from.to_owned(),
        others,
    ]
}

fn held(held: &Held<'_>) -> Vec<String> {
    let date = |date: Option<Date>| date.map_or("...".to_owned(), |date| date.to_string());
    vec![held.id.to_owned(), held.name.to_owned(), format!("{} to {}", date(held.from), date(held.until))]
}

fn role(office: &Role<'_>) -> String {
    let mut text = format!("{}: office of {}", office.id, office.of);
    text += &match office.reviewed {
        Some(date) => format!(", reviewed {date}\n\n"),
        None => ", never reviewed\n\n".to_owned(),
    };
    let phrases: Vec<String> = office.phrases.clone();
    let lists =
        [("titles", office.titles), ("bodies", office.bodies), ("aliases", office.aliases), ("such as", &phrases)];
    let row = |(what, items): (&str, &[String])| vec![what.to_owned(), items.join(", ")];
    text += &table(lists.into_iter().filter(|(_, items)| !items.is_empty()).map(row).collect());
    text += &format!("\nholders\n{}", table(office.holders.iter().map(held).collect()));
    inert_lines(&text)
}

/// Rows with their columns below each other.
fn table(rows: Vec<Vec<String>>) -> String {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let wide = |column: usize| rows.iter().filter_map(|row| row.get(column)).map(|cell| width(cell)).max().unwrap_or(0);
    let widths: Vec<usize> = (0..columns).map(wide).collect();
    let mut text = String::new();
    for row in &rows {
        let mut line = String::new();
        for (cell, wide) in row.iter().zip(&widths) {
            line += &format!("  {cell}{}", " ".repeat(wide - width(cell)));
        }
        text += &format!("{}\n", line.trim_end());
    }
    text
}

/// The places that a text takes on a terminal: Hangul and Han take two each.
fn width(text: &str) -> usize {
    let wide = |c: char| matches!(c, '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ff60}');
    text.chars().map(|c| 1 + usize::from(wide(c))).sum()
}

fn inert_lines(text: &str) -> String {
    text.lines().map(|line| inert(line) + "\n").collect()
}
