//! Which outlets mention whom: mentions of each of the top actors.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::View;
use crate::base::wording::{grouped, plural};
use crate::write::charts::{Cell, Drawn, Head, Heatmap, heatmap};

/// Columns of the chart at most.
const ACTORS: usize = 12;

pub fn draw(view: &View<'_>) -> Drawn {
    let actors = view.top_actors(ACTORS.min(view.most));
    let rows = view.texts("actors_by_outlet", "outlet").zip(view.texts("actors_by_outlet", "actor_id"));
    let mentions: BTreeMap<(&str, &str), u64> = rows.zip(view.counts("actors_by_outlet", "mentions")).collect();
    // The table has no row for what an outlet never mentions.
    let mentioned = |outlet: &String, actor: &String| {
        Cell::Value(mentions.get(&(outlet.as_str(), actor.as_str())).copied().unwrap_or(0) as f64)
    };
    let mut outlets = outlets(view);
    let all = outlets.len();
    outlets.truncate(view.most);
    let has_outlets = view.overview.outlets > 0;
    heatmap(&Heatmap {
        head: Head {
            title: "Mentions by outlet".to_owned(),
            subtitle: format!(
                "Mentions of the most mentioned actors{}; {}",
                note(has_outlets, outlets.len(), all),
                view.base()
            ),
            nothing: "No actor of the dictionary is mentioned.".to_owned(),
        },
        cells: outlets.iter().map(|(outlet, _)| actors.iter().map(|(id, _)| mentioned(outlet, id)).collect()).collect(),
        rows: outlets.iter().map(label).collect(),
        columns: actors.into_iter().map(|(_, name)| name).collect(),
        missing: String::new(),
        scale: "mentions".to_owned(),
        decimals: 0,
        suffix: String::new(),
        ends: None,
    })
}

/// The outlets that mention anybody, with their articles, the largest first.
fn outlets(view: &View<'_>) -> Vec<(String, u64)> {
    let names = view.texts("actors_by_outlet", "outlet").map(str::to_owned);
    let mut outlets: Vec<(String, u64)> = names.zip(view.counts("actors_by_outlet", "all_articles")).collect();
    outlets.sort_by(|a, b| (Reverse(a.1), &a.0).cmp(&(Reverse(b.1), &b.0)));
    outlets.dedup();
    outlets
}

fn label((outlet, articles): &(String, u64)) -> String {
    let name = if outlet.is_empty() { "no outlet given" } else { outlet };
    format!("{name} ({})", plural(*articles, "article"))
}

/// What the reader cannot see from the rows.
fn note(has_outlets: bool, shown: usize, all: usize) -> String {
    match has_outlets {
        false => "; no article names its outlet".to_owned(),
        true if shown < all => format!("; the {} largest of {} outlets", grouped(shown as u64), grouped(all as u64)),
        true => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_outlet_is_labelled_with_its_articles_and_an_unknown_one_as_such() {
        assert_eq!(label(&("Amur Desk".to_owned(), 1)), "Amur Desk (1 article)");
        assert_eq!(label(&(String::new(), 1200)), "no outlet given (1,200 articles)");
    }

    #[test]
    fn the_subtitle_says_which_outlets_are_left_out() {
        assert_eq!(note(true, 20, 20), "");
        assert_eq!(note(true, 20, 1200), "; the 20 largest of 1,200 outlets");
        assert_eq!(note(false, 1, 1), "; no article names its outlet");
    }
}
