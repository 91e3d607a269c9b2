//! Tables -> files: CSV, charts, the report, the manifest, in a folder that nobody sees before it is whole.

pub mod charts;
mod csv;
mod decimals;
mod figures;
pub mod manifest;
pub mod networks;
pub mod pieces;
mod report;
pub mod suggestions;

use crate::base::disk::staged::{Staged, Written};
use crate::base::parallel::Threads;
use crate::base::problem::{Failure, Problem};
use crate::base::stop::Stop;
use crate::config::measure::Network;
use crate::config::{Write, load};
use crate::tabulate::overview::Overview;
use crate::tabulate::table::Table;
use crate::tabulate::{SPECS, Source, threshold};
use report::Methods;

/// A file of the run directory.
pub struct File {
    /// Below the run directory, with `/` between parts; made from names in this program alone.
    pub path: String,
    /// Rows, for a table.
    pub rows: Option<usize>,
    pub written: Written,
}

/// Writes every file but those of the tables that come in pieces, the manifest and run.json. `pieces` are those tables,
/// whose first rows the report shows.
///
/// # Errors
/// A chart that cannot be drawn, what the disk refuses, or `Interrupted`.
pub fn files(
    tables: &[Table],
    pieces: &[Table],
    overview: &Overview,
    source: &Source<'_>,
    output: &Output<'_>,
) -> Result<Vec<File>, Failure> {
    let Output { folder, threads, stop } = *output;
    let config = source.config;
    // Some tables are there for the charts of others alone.
    let asked: Vec<&Table> = tables.iter().filter(|table| config.tabulate.wants(table.spec.name)).collect();
    let csv = |table: &Table| {
        let mut file = folder.grow(&csv::path(table.spec))?;
        csv::file(table, &config.write, |rows| file.append(rows))?;
        Ok(File { path: csv::path(table.spec), rows: Some(table.rows()), written: file.finish()? })
    };
    let (csv, drawn) = threads.both(
        || threads.map(asked.clone(), csv).into_iter().collect::<Result<Vec<_>, Problem>>(),
        || {
            figures::figures(tables, overview, (config, threads), |figure| {
                // Drawing and packing take most of the time.
                stop.check()?;
                Ok(chart(figure, folder, &config.write)?)
            })
        },
    );
    let (mut files, (figures, charts)) = (csv?, drawn?);
    files.extend(charts.into_iter().flatten());
    for names in [networks::tables::ACTORS, networks::tables::TERMS] {
        if config.tabulate.wants(names.nodes) {
            files.extend(network(tables, &names, &config.measure.network, folder)?);
        }
    }
    stop.check()?;
    let mut shown: Vec<&Table> = asked.into_iter().chain(pieces).collect();
    shown.sort_by_key(|table| SPECS.iter().position(|spec| spec.name == table.spec.name));
    let thresholds = shown.iter().map(|table| threshold::in_force(table.spec.thresholds, source)).collect();
    let methods = Methods { tables: &shown, thresholds, settings: load::in_force(config) };
    // The head of the report tells of more rows of a table in parts than are shown of it.
    let told = tables.iter().filter(|table| report::TOLD.contains(&table.spec.name));
    let told: Vec<&Table> = shown.iter().copied().chain(told).collect();
    let report = report::report(&methods, &told, &figures, overview, &config.write);
    files.push(put(folder, "report.html".to_owned(), report.as_bytes(), None)?);
    files.push(put(folder, "methods.html".to_owned(), report::methods(&methods).as_bytes(), None)?);
    Ok(files)
}

/// Where files go, and who makes them.
#[derive(Clone, Copy)]
pub struct Output<'a> {
    pub folder: &'a Staged,
    pub threads: &'a Threads,
    pub stop: &'a Stop,
}

/// Writes a file whole.
pub fn put(folder: &Staged, path: String, bytes: &[u8], rows: Option<usize>) -> Result<File, Problem> {
    let written = folder.put(&path, bytes)?;
    Ok(File { path, rows, written })
}

fn chart(figure: &figures::Figure, folder: &Staged, config: &Write) -> Result<Vec<File>, Problem> {
    let path = |ending: &str| format!("charts/{}.{ending}", figure.name);
    let mut files = vec![put(folder, path("svg"), figure.svg.as_bytes(), None)?];
    if config.png {
        let png = charts::png(&figure.svg, 2.0).map_err(|what| undrawn("a PNG", &what))?;
        files.push(put(folder, path("png"), &png, None)?);
    }
    Ok(files)
}

/// A network for the programs that show and measure networks.
fn network(
    tables: &[Table],
    names: &networks::tables::Names,
    config: &Network,
    folder: &Staged,
) -> Result<Vec<File>, Problem> {
    let network = networks::tables::of(tables, names);
    let description = format!(
        "weights are sentences that hold both; of all pairs those whose alpha in the disparity filter is below {} at one end, and at most {} nodes",
        config.significance, config.most_nodes
    );
    let drawn = networks::Drawn::of(&network, names.title, &description);
    let path = |ending: &str| format!("networks/{}.{ending}", names.nodes);
    let gexf = put(folder, path("gexf"), networks::gexf(&drawn).as_bytes(), None)?;
    Ok(vec![gexf, put(folder, path("graphml"), networks::graphml(&drawn).as_bytes(), None)?])
}

fn undrawn(name: &str, what: &str) -> Problem {
    Problem::of(
        "charts".as_ref(),
        format!("{name} cannot be drawn: {what}"),
        "this is a fault of newsgauge: please report it with this line",
    )
}
