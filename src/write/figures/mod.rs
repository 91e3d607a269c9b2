//! Which charts there are and what they show: tables become the plain data that `charts` draws.

mod actor_pairs;
mod actors;
mod actors_by_month;
mod actors_by_outlet;
mod actors_by_quarter;
mod changes;
mod cooccurrence;
mod keyness;
mod network;
mod node_articles;
mod periods;
mod terms;

use std::collections::BTreeMap;

use super::charts::{Cell, Drawn};
use super::undrawn;
use crate::base::parallel::Threads;
use crate::base::problem::Failure;
use crate::base::wording::plural;
use crate::config::Config;
use crate::tabulate::overview::Overview;
use crate::tabulate::table::Table;

/// A chart of the table of the same name.
pub struct Figure {
    pub name: &'static str,
    pub svg: String,
}

/// What every figure may look at.
pub struct View<'a> {
    tables: &'a [Table],
    pub overview: &'a Overview,
    /// Bars, or rows and columns, at most.
    pub most: usize,
}

/// From the tables to the SVG.
type Draw = fn(&View<'_>) -> Drawn;

/// One figure of each kind: its name, which is that of its table, and how it is drawn.
const FIGURES: [(&str, Draw); 12] = [
    ("terms", terms::draw),
    ("keyness", keyness::draw),
    ("cooccurrence", cooccurrence::draw),
    ("term_network", network::terms),
    ("actors", actors::draw),
    ("actors_by_month", actors_by_month::draw),
    ("actors_by_quarter", actors_by_quarter::draw),
    ("actors_by_outlet", actors_by_outlet::draw),
    ("actor_pairs", actor_pairs::draw),
    ("actor_network", network::actors),
    ("node_articles", node_articles::draw),
    ("changes", changes::draw),
];

/// The charts of the tables that were asked for, each of which may look at all of `tables`, and what `write` makes of each as soon
/// as it is drawn.
pub fn figures<F: Send>(
    tables: &[Table],
    overview: &Overview,
    (config, threads): (&Config, &Threads),
    write: impl Fn(&Figure) -> Result<F, Failure> + Sync,
) -> Result<(Vec<Figure>, Vec<F>), Failure> {
    let view = View { tables, overview, most: config.write.chart_rows };
    let draw = |(name, draw): (&'static str, Draw)| {
        let svg = draw(&view).map_err(|what| undrawn(name, &what))?;
        let figure = Figure { name, svg };
        let written = write(&figure)?;
        Ok((figure, written))
    };
    let asked = FIGURES.into_iter().filter(|(name, _)| config.tabulate.wants(name));
    threads.map(asked.collect(), draw).into_iter().collect()
}

impl View<'_> {
    /// The table `name`; a name that is no table has no rows to show.
    pub fn table(&self, name: &str) -> Option<&Table> {
        self.tables.iter().find(|table| table.spec.name == name)
    }

    /// The texts of a column.
    pub fn texts(&self, table: &str, column: &str) -> impl Iterator<Item = &str> {
        self.table(table).into_iter().flat_map(move |table| table.texts(column))
    }

    /// The counts of a column.
    pub fn counts(&self, table: &str, column: &str) -> impl Iterator<Item = u64> {
        self.table(table).into_iter().flat_map(move |table| table.counts(column))
    }

    /// The floats of a column.
    pub fn floats(&self, table: &str, column: &str) -> impl Iterator<Item = Option<f64>> {
        self.table(table).into_iter().flat_map(move |table| table.floats(column))
    }

    /// Id and name of the actors with mentions, most mentioned first, at most `most` of them.
    pub fn top_actors(&self, most: usize) -> Vec<(String, String)> {
        let rows =
            self.texts("actors", "actor_id").zip(self.texts("actors", "name")).zip(self.counts("actors", "mentions"));
        let owned = |(id, name): (&str, &str)| (id.to_owned(), name.to_owned());
        rows.filter(|(_, mentions)| *mentions > 0).map(|(actor, _)| owned(actor)).take(most).collect()
    }

    /// By id: what each actor is called.
    pub fn names(&self) -> BTreeMap<&str, &str> {
        self.texts("actors", "actor_id").zip(self.texts("actors", "name")).collect()
    }

    /// "N = 20 articles, 9,310 tokens, 2018-06-15 to 2025-10-12".
    pub fn base(&self) -> String {
        let overview = self.overview;
        let dates = overview.dates().map(|dates| format!(", {dates}")).unwrap_or_default();
        format!("N = {}, {}{dates}", plural(overview.articles, "article"), plural(overview.tokens, "token"))
    }
}

/// The cells of things set against themselves: what `cell` says of two, and blank on the diagonal.
fn square<T: PartialEq>(things: &[T], cell: impl Fn(&T, &T) -> Cell) -> Vec<Vec<Cell>> {
    let row = |a| things.iter().map(|b| if a == b { Cell::Blank } else { cell(a, b) }).collect();
    things.iter().map(row).collect()
}
