//! Which groups of articles are compared with the rest, and the key terms of each.

use super::frame::{Frame, Grouping, Size};
use super::key_terms::{KeyTerms, Sides, key_terms, largest};
use super::reference::Reference;
use super::sets::Sets;
use super::tally::{Cell, Count, Tally};
use super::terms::Terms;
use super::tested::Tested;
use crate::base::parallel::Threads;
use crate::base::problem::Problem;
use crate::base::spill::Spill;
use crate::config::Config;

/// Groups of one kind at most.
pub const MOST: usize = 100;

/// A group of articles with its key terms.
pub struct KeyGroup {
    /// actor, language, month or outlet.
    pub grouping: &'static str,
    pub name: String,
    pub terms: KeyTerms,
}

/// What tells a group from the rest.
#[derive(Clone, Copy)]
enum Group {
    /// The articles that mention an actor of `[measure.keyness] actors`.
    Actor(usize),
    Part(Grouping, usize),
    /// All articles, against the reference.
    All,
}

/// All groups, kind by kind in alphabetical order.
pub fn key_groups(
    (frame, sets, terms): (&Frame, &Sets, &Terms),
    config: &Config,
    spill: &Spill,
    threads: &Threads,
) -> Result<Vec<KeyGroup>, Problem> {
    let settings = &config.measure.keyness;
    let tested = |count: &Count| count.n >= settings.min_n && count.articles >= settings.min_articles;
    let tested = Tested::of(&terms.tally.counts, terms.tally.counts.iter().map(tested));
    let key = |group: Group| {
        let (grouping, name, size, cells) = match group {
            Group::Actor(actor) => {
                let cells = terms.tally.in_sets.group(actor, spill)?;
                ("actor", settings.actors[actor].clone(), sets.sizes[actor], cells)
            }
            Group::Part(grouping, part) => {
                let (name, size) = frame.part(grouping, part);
                (grouping.name(), name.unwrap_or_default(), size, cells(&terms.tally, grouping, part, spill)?)
            }
            Group::All => ("reference", String::new(), Size::default(), Vec::new()),
        };
        if let (Group::All, Some(reference)) = (group, &terms.reference) {
            let terms = against(reference, frame, terms, config);
            return Ok(KeyGroup { grouping: "reference", name: "all articles".to_owned(), terms });
        }
        let sides = Sides {
            counts: &terms.tally.counts,
            tested: &tested,
            cells: &cells,
            group: size,
            tokens: frame.tokens,
            shown: &terms.shown,
            min_articles: settings.min_articles,
            rest_known: true,
        };
        Ok(KeyGroup { grouping, name, terms: key_terms(&sides, config.tabulate.key_rows) })
    };
    let mut groups = groups(frame, sets, config);
    groups.extend(terms.reference.as_ref().map(|_| Group::All));
    threads.map(groups, key).into_iter().collect()
}

/// The key terms of all articles against the reference. Tested is what is frequent enough in both together, and in enough articles
/// here or often enough there.
fn against(reference: &Reference, frame: &Frame, terms: &Terms, config: &Config) -> KeyTerms {
    let settings = &config.measure.keyness;
    let known = || terms.tally.counts.iter().zip(&reference.n);
    let both = |(count, n): (&Count, &Option<u64>)| Count { n: count.n + n.unwrap_or(0), ..*count };
    let tested = |(count, n): (&Count, &Option<u64>)| {
        n.is_some_and(|n| {
            count.n + n >= settings.min_n && (count.articles >= settings.min_articles || n >= settings.min_n)
        })
    };
    let cell = |(thing, count): (u32, &Count)| Cell {
        group: 0,
        thing,
        n: count.n,
        articles: count.articles,
        dp_norm: count.spread.dp_norm(count.n, frame.tokens, frame.smallest),
    };
    let counts: Vec<Count> = known().map(both).collect();
    let tested = Tested::of(&counts, known().map(tested));
    let cells: Vec<Cell> = (0..).zip(&terms.tally.counts).map(cell).collect();
    let group = Size { articles: frame.articles(), tokens: frame.tokens, smallest: frame.smallest };
    let sides = Sides {
        counts: &counts,
        tested: &tested,
        cells: &cells,
        group,
        tokens: frame.tokens + reference.tokens,
        shown: &terms.shown,
        min_articles: settings.min_articles,
        rest_known: false,
    };
    key_terms(&sides, config.tabulate.key_rows)
}

fn cells(tally: &Tally, grouping: Grouping, part: usize, spill: &Spill) -> Result<Vec<Cell>, Problem> {
    tally.by[grouping as usize].group(part, spill)
}

/// Those of enough articles: of fewer no term can be a habit.
fn groups(frame: &Frame, sets: &Sets, config: &Config) -> Vec<Group> {
    let settings = &config.measure.keyness;
    let mut actors: Vec<usize> = (0..sets.sizes.len()).collect();
    actors.sort_by_key(|actor| &settings.actors[*actor]);
    let large = |size: &Size| size.articles >= settings.min_articles;
    actors.retain(|actor| large(&sets.sizes[*actor]));
    let mut groups: Vec<Group> = actors.into_iter().map(Group::Actor).collect();
    for grouping in [Grouping::Language, Grouping::Month, Grouping::Outlet] {
        if settings.by.iter().any(|name| name == grouping.name()) {
            let size = |part| frame.size(grouping, part).filter(large);
            let sizes: Vec<Option<Size>> = (0..frame.count(grouping)).map(size).collect();
            groups.extend(largest(&sizes, MOST).into_iter().map(|part| Group::Part(grouping, part)));
        }
    }
    groups
}
