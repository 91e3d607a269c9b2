//! Where in which articles the first node stands, in the order of dates.

use super::View;
use crate::base::wording::{grouped, plural};
use crate::write::charts::{Drawn, Head, TickRow, Ticks, ticks};

/// The articles of the first node, or each so many of them (`tabulate::node_articles`).
const DRAWN: &str = "node_drawn";

pub fn draw(view: &View<'_>) -> Drawn {
    let texts = |column: &'static str| view.texts(DRAWN, column);
    let first = |column: &'static str| view.counts(DRAWN, column).next().unwrap_or(0);
    let [dates, outlets, titles] = ["date", "outlet", "title"].map(|column| texts(column).collect::<Vec<&str>>());
    let sizes: Vec<u64> = view.counts(DRAWN, "tokens").collect();
    let row = |(at, places): (usize, &str)| {
        // No place lies behind the last token, so that each quotient is below 1.
        let place = |place: &str| place.parse::<f64>().ok().map(|place| (place - 1.0) / sizes[at] as f64);
        let hits: Vec<f64> = places.split(' ').filter_map(place).collect();
        TickRow {
            label: label(dates[at], outlets[at], titles[at]),
            note: plural(hits.len() as u64, "hit"),
            hits,
            length: sizes[at] as f64,
        }
    };
    let rows: Vec<TickRow> = texts("places").enumerate().map(row).collect();
    let name = name(view);
    let (hits, articles) = (plural(first("all_n"), "hit"), plural(first("all_articles"), "article"));
    let lines = match first("each") {
        0 | 1 => "a line each".to_owned(),
        each => format!("one of {} drawn", grouped(each)),
    };
    ticks(&Ticks {
        head: Head {
            title: if name.is_empty() { "Dispersion of a node".to_owned() } else { format!("Where {name} is named") },
            subtitle: format!(
                "{hits} in {articles}, {lines} in the order of dates, without a date last; {}",
                view.base()
            ),
            nothing: "No article holds a node.".to_owned(),
        },
        axis: "place in the article, from its first word to its last".to_owned(),
        rows,
    })
}

/// What the node is called: an actor by its name, a term by itself. The two may be written alike.
fn name(view: &View<'_>) -> String {
    let of_first = |column| view.texts(DRAWN, column).next().unwrap_or_default();
    let (kind, node) = (of_first("kind"), of_first("node"));
    let named = if kind == "actor" { view.names().remove(node) } else { None };
    named.unwrap_or(node).to_owned()
}

fn label(date: &str, outlet: &str, title: &str) -> String {
    let what = [outlet, title].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(": ");
    [date, &what].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::label;

    #[test]
    fn a_line_is_labelled_with_what_is_known_of_its_article() {
        assert_eq!(label("2024-06", "Amur Desk", "Talks"), "2024-06 Amur Desk: Talks");
        assert_eq!(label("", "", "Talks"), "Talks");
        assert_eq!(label("2024", "", ""), "2024");
    }
}
