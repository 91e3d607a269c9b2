//! Which of the most frequent terms attract each other in sentences.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::{View, square};
use crate::base::wording::plural;
use crate::write::charts::{Cell, Drawn, Head, Heatmap, heatmap};

/// The pairs of the terms that are chosen from, in sentences.
const DRAWN: &str = "cooccurrence_drawn";

/// NPMI by the two terms of a row; none where every sentence has both.
type Pairs = BTreeMap<(String, String), Option<f64>>;

pub fn draw(view: &View<'_>) -> Drawn {
    let pairs = pairs(view);
    let candidates: Vec<String> = view.texts("terms_first", "term").take(2 * view.most).map(str::to_owned).collect();
    let terms = chosen(&candidates, &pairs, view.most);
    let cell = |a: &String, b: &String| match together(&pairs, a, b) {
        None => Cell::Missing,
        Some(npmi) => npmi.map_or(Cell::Blank, Cell::Value),
    };
    let of = match terms.len() {
        shown if shown > 0 && shown < candidates.len() => {
            format!("; of the {} most frequent terms, the {shown} with most pairs", candidates.len())
        }
        _ => String::new(),
    };
    heatmap(&Heatmap {
        head: Head {
            title: "Terms that occur in the same sentences".to_owned(),
            subtitle: format!(
                "NPMI over {}: 0 is chance, 1 always together{of}; {}",
                plural(view.overview.sentences, "sentence"),
                view.base()
            ),
            nothing: "No two terms share enough sentences.".to_owned(),
        },
        cells: square(&terms, cell),
        rows: terms.clone(),
        columns: terms,
        missing: too_few(view.overview.pair_min_n),
        scale: "NPMI".to_owned(),
        decimals: 2,
        suffix: String::new(),
        ends: Some((0.0, 1.0)),
    })
}

fn pairs(view: &View<'_>) -> Pairs {
    let terms = view.texts(DRAWN, "term_a").zip(view.texts(DRAWN, "term_b"));
    terms.map(|(a, b)| (a.to_owned(), b.to_owned())).zip(view.floats(DRAWN, "npmi")).collect()
}

fn together(pairs: &Pairs, a: &str, b: &str) -> Option<Option<f64>> {
    let pair = |a: &str, b: &str| pairs.get(&(a.to_owned(), b.to_owned())).copied();
    pair(a, b).or_else(|| pair(b, a))
}

/// The `most` candidates with most pairs among the candidates, in the order of the candidates, which is by frequency.
///
/// The most frequent terms alone would leave the map nearly empty: many of them go with no other of them in particular.
fn chosen(candidates: &[String], pairs: &Pairs, most: usize) -> Vec<String> {
    let partners = |term: &String, among: &[String]| {
        among.iter().filter(|&other| other != term && together(pairs, term, other).is_some()).count()
    };
    let mut ranked: Vec<(Reverse<usize>, usize)> =
        candidates.iter().enumerate().map(|(at, term)| (Reverse(partners(term, candidates)), at)).collect();
    ranked.sort_unstable();
    ranked.truncate(most);
    ranked.sort_unstable_by_key(|&(_, at)| at);
    let kept: Vec<String> = ranked.into_iter().map(|(_, at)| candidates[at].clone()).collect();
    // A term whose partners were all left out would be an empty row.
    kept.iter().filter(|&term| partners(term, &kept) > 0).cloned().collect()
}

/// Why a pair has no row in the table.
fn too_few(least: u64) -> String {
    if least > 1 { format!("fewer than {least} common sentences") } else { "no common sentence".to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(names: &[&str]) -> Vec<String> {
        names.iter().map(|&name| name.to_owned()).collect()
    }

    fn some(rows: &[(&str, &str)]) -> Pairs {
        rows.iter().map(|&(a, b)| ((a.to_owned(), b.to_owned()), Some(0.1))).collect()
    }

    #[test]
    fn terms_with_most_pairs_are_kept_in_the_order_of_frequency() {
        let pairs = some(&[("c", "d"), ("b", "d"), ("b", "c"), ("a", "d")]);
        assert_eq!(chosen(&names(&["a", "b", "c", "d"]), &pairs, 3), ["b", "c", "d"]);
    }

    #[test]
    fn of_terms_with_equally_many_pairs_the_more_frequent_are_kept() {
        let pairs = some(&[("a", "b"), ("c", "d")]);
        assert_eq!(chosen(&names(&["d", "c", "b", "a"]), &pairs, 2), ["d", "c"]);
    }

    #[test]
    fn pairs_with_terms_off_the_chart_neither_count_nor_fill_a_row() {
        let pairs = some(&[("a", "rare"), ("a", "rarer"), ("b", "c"), ("d", "e")]);
        assert_eq!(chosen(&names(&["a", "b", "c", "d", "e"]), &pairs, 3), ["b", "c"]);
        assert!(chosen(&names(&["a"]), &pairs, 3).is_empty());
    }
}
