//! The ranks of the most mentioned actors by quarter.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::View;
use super::periods::Periods;
use crate::base::narrow::narrow;
use crate::write::charts::{Drawn, Head, Ranks, ranks};

/// Lines, and ranks, at most.
const MOST: usize = 10;

pub fn draw(view: &View<'_>) -> Drawn {
    let covered: Vec<&str> = view.texts("actors_by_quarter", "quarter").collect();
    let quarters = Periods::quarters(&covered);
    let actors: Vec<&str> = view.texts("actors_by_quarter", "actor_id").collect();
    // A rank that is higher is not drawn either way.
    let places: Vec<u32> = view.counts("actors_by_quarter", "rank").map(|n| narrow(n as usize)).collect();
    let highest = highest(&actors, &places);
    let mut series = vec![vec![None; quarters.x.len()]; highest.len()];
    for ((quarter, actor), rank) in covered.iter().zip(&actors).zip(&places) {
        let row = highest.iter().position(|name| name == actor);
        if let (Some(row), Some(at)) = (row, quarters.place(quarter)) {
            series[row][at] = Some(*rank);
        }
    }
    let names = view.names();
    let name = |actor: &&str| (*names.get(actor).unwrap_or(actor)).to_owned();
    ranks(&Ranks {
        head: Head {
            title: "Most mentioned actors by quarter".to_owned(),
            subtitle: format!(
                "Rank by mentions in the quarter, 1 the most mentioned; equal counts share the better rank{}; {}",
                quarters.note(),
                view.base()
            ),
            nothing: "No article with a month mentions an actor of the dictionary.".to_owned(),
        },
        x: quarters.x.iter().map(|quarter| quarter.replace('-', " ")).collect(),
        series: highest.iter().map(name).zip(series).collect(),
        most: MOST as u32,
    })
}

/// The actors that are high for long: a place for each rank above the last one shown. Of equal ones the first by id.
fn highest<'a>(actors: &[&'a str], places: &[u32]) -> Vec<&'a str> {
    let mut heights: BTreeMap<&str, u32> = BTreeMap::new();
    for (actor, rank) in actors.iter().zip(places) {
        *heights.entry(actor).or_default() += (MOST as u32 + 1).saturating_sub(*rank);
    }
    let mut highest: Vec<&str> = heights.keys().copied().collect();
    highest.sort_by_key(|actor| Reverse(heights[*actor]));
    highest.truncate(MOST);
    highest
}

#[cfg(test)]
mod tests {
    use super::highest;

    #[test]
    fn the_highest_are_those_who_are_high_for_long() {
        let actors = ["a", "b", "c", "b", "c"];
        // b: 8 + 8, c: 1 + 9, a: 10, which comes first by its id.
        assert_eq!(highest(&actors, &[1, 3, 10, 3, 2]), ["b", "a", "c"]);
    }
}
