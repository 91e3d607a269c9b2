//! Measures -> polars frames, one table a file; the only user of polars.
//!
//! A table's file holds its columns, with the meaning of each, beside the code that fills them: the methods page, the
//! README's test and the CSV header are made from the same list.

mod actor_pairs;
mod actor_terms;
mod actors;
mod alphabet;
mod articles;
mod association;
mod bursts;
mod by;
mod cells;
mod changes;
mod collocates;
mod common;
mod conflicts;
mod cooccurrence;
mod dispersion;
mod field;
mod keyness;
mod mentions;
mod network;
mod node_articles;
mod order;
pub mod overview;
pub mod parts;
mod phrases;
mod profile;
mod quarters;
pub mod references;
mod skipped;
mod states;
mod suggestions;
pub mod table;
mod terms;
pub mod threshold;

use std::sync::OnceLock;

use crate::base::parallel::Threads;
use crate::base::problem::Problem;
use crate::config::dictionary::Dictionary;
use crate::config::{Config, Tabulate};
use crate::ingest::article::Skipped;
use crate::measure::details;
use crate::measure::reading::{Page, Reading};
use crate::measure::results::Measures;
use alphabet::Alphabet;
use table::{Fill, Spec, Table};

/// What the tables are made from.
pub struct Source<'a> {
    pub reading: &'a Reading<'a>,
    pub measures: &'a Measures,
    pub dictionary: &'a Dictionary,
    pub skipped: &'a [Skipped],
    pub config: &'a Config,
    /// What fills these uses no other thread: one that waits for itself would wait for ever.
    alphabet: OnceLock<Alphabet>,
    changes: OnceLock<Vec<changes::Group<'a>>>,
}

impl<'a> Source<'a> {
    pub fn new(
        reading: &'a Reading<'a>,
        measures: &'a Measures,
        dictionary: &'a Dictionary,
        skipped: &'a [Skipped],
        config: &'a Config,
    ) -> Self {
        Self { reading, measures, dictionary, skipped, config, alphabet: OnceLock::new(), changes: OnceLock::new() }
    }

    /// Made when the first table asks for it.
    fn alphabet(&self) -> &Alphabet {
        self.alphabet.get_or_init(|| Alphabet::of(&self.measures.terms.shown))
    }

    fn changes(&self) -> &[changes::Group<'a>] {
        self.changes.get_or_init(|| changes::groups(self.measures, self.config.measure.change.significance))
    }
}

/// Every table, in the order of the report.
pub const SPECS: [&Spec; 30] = [
    &terms::SPEC,
    &phrases::SPEC,
    &dispersion::SPEC,
    &keyness::SPEC,
    &by::TERMS_BY_MONTH,
    &by::TERMS_BY_OUTLET,
    &cooccurrence::SPEC,
    &network::TERMS,
    &network::TERM_EDGES,
    &actors::SPEC,
    &states::SPEC,
    &by::ACTORS_BY_MONTH,
    &quarters::SPEC,
    &by::ACTORS_BY_OUTLET,
    &actor_pairs::SPEC,
    &network::ACTORS,
    &network::ACTOR_EDGES,
    &actor_terms::SPEC,
    &collocates::SPEC,
    &node_articles::SPEC,
    &changes::SPEC,
    &bursts::SPEC,
    &mentions::SPEC,
    &suggestions::SPEC,
    &conflicts::SPEC,
    &articles::SPEC,
    &profile::PROFILE,
    &profile::BY_OUTLET,
    &by::ARTICLES_BY_MONTH,
    &skipped::SPEC,
];

/// Tables that are no files, for what shows a few rows of tables that come in parts.
pub const DRAWN: [&Spec; 4] = [&terms::FIRST, &node_articles::DRAWN, &cooccurrence::DRAWN, &changes::TOLD];

/// What a chart reads besides the table of its own name: names of actors, months, the most frequent terms.
const READ_BESIDE: [(&str, &[&str]); 11] = [
    ("terms", &[terms::FIRST.name]),
    ("keyness", &["actors"]),
    ("cooccurrence", &[terms::FIRST.name, cooccurrence::DRAWN.name]),
    ("term_network", &["term_network_edges"]),
    ("actor_network", &["actor_network_edges"]),
    ("actors_by_quarter", &["actors"]),
    ("node_articles", &["actors", node_articles::DRAWN.name]),
    ("changes", &["actors", "actors_by_month", "articles_by_month", "bursts", changes::TOLD.name]),
    ("actors_by_month", &["actors", "articles_by_month"]),
    ("actors_by_outlet", &["actors"]),
    ("actor_pairs", &["actors"]),
];

/// The tables that were asked for and those that their charts read, in the order of `SPECS`, but for those that come in
/// parts or with the reading.
///
/// # Errors
/// Where polars refuses a frame: a broken promise of ours, reported with the table's name.
pub fn tables(source: &Source<'_>, threads: &Threads) -> Result<Vec<Table>, Problem> {
    let whole = |spec: &'static Spec| match spec.fill {
        Fill::Whole(_) | Fill::Loaded(_) if needed(&source.config.tabulate, spec.name) => Some(spec),
        _ => None,
    };
    let whole = SPECS.into_iter().chain(DRAWN).filter_map(whole).collect();
    let table = |spec: &'static Spec| match spec.fill {
        Fill::Whole(fill) => Table::of(spec, fill(source)),
        Fill::Loaded(fill) => Table::of(spec, fill(source)?),
        Fill::Parts(_) | Fill::Evidence => Table::of(spec, Vec::new().into()),
    };
    threads.map(whole, table).into_iter().collect()
}

/// The tables that come in pieces with the reading: who is mentioned where, and what could not be decided.
pub const EVIDENCE: [&Spec; 2] = [&mentions::SPEC, &conflicts::SPEC];

/// The pieces of `EVIDENCE` for a page.
pub fn evidence(page: &Page, dictionary: &Dictionary) -> Result<[Table; 2], Problem> {
    let ids: Vec<String> = page.articles.iter().map(|read| details::written(read.id)).collect();
    let [mentions, conflicts] = EVIDENCE;
    Ok([
        Table::of(mentions, mentions::cells(&page.found, &ids, dictionary))?,
        Table::of(conflicts, conflicts::cells(&page.found, &ids, dictionary))?,
    ])
}

/// A chart is the same whichever other tables are written, so what it reads is made in any case.
fn needed(config: &Tabulate, name: &str) -> bool {
    config.wants(name) || READ_BESIDE.iter().any(|(chart, read)| config.wants(chart) && read.contains(&name))
}
