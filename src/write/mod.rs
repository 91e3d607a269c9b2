//! Tables -> files: CSV, charts, the report, the manifest; all made in memory, none of it on the disk yet.

pub mod charts;
mod csv;
mod decimals;
mod figures;
pub mod manifest;
mod report;

use crate::base::parallel::Threads;
use crate::base::problem::{Failure, Problem};
use crate::base::stop::Stop;
use crate::config::{Config, load};
use crate::tabulate::overview::Overview;
use crate::tabulate::table::Table;

/// A file of the run directory.
pub struct File {
    /// Below the run directory, with `/` between parts; made from names in this program alone.
    pub path: String,
    pub bytes: Vec<u8>,
    /// Rows, for a table.
    pub rows: Option<usize>,
}

/// Every file but the manifest and run.json, in a fixed order.
///
/// # Errors
/// A chart that cannot be drawn, or `Interrupted`.
pub fn files(
    tables: &[Table],
    overview: &Overview,
    config: &Config,
    threads: &Threads,
    stop: &Stop,
) -> Result<Vec<File>, Failure> {
    // Some tables are there for the charts of others alone.
    let asked: Vec<&Table> = tables.iter().filter(|table| config.tabulate.wants(table.spec.name)).collect();
    let mut files = threads.map(asked.clone(), |table| csv::file(table, &config.write));
    stop.check()?;
    let figures = figures::figures(tables, overview, config)?;
    if config.write.png {
        let drawn =
            threads.map(figures.iter().collect(), |figure| charts::png(&figure.svg, 2.0).map(|png| (figure.name, png)));
        for png in drawn {
            let (name, bytes) = png.map_err(|what| undrawn("a PNG", &what))?;
            files.push(File { path: format!("charts/{name}.png"), bytes, rows: None });
        }
    }
    stop.check()?;
    let settings = load::in_force(config);
    let report = report::report(&asked, &figures, overview, &config.write, &settings);
    let methods = report::methods(&asked, &settings);
    files.extend(figures.into_iter().map(|figure| File {
        path: format!("charts/{}.svg", figure.name),
        bytes: figure.svg.into_bytes(),
        rows: None,
    }));
    files.push(File { path: "report.html".to_owned(), bytes: report.into_bytes(), rows: None });
    files.push(File { path: "methods.html".to_owned(), bytes: methods.into_bytes(), rows: None });
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(files)
}

fn undrawn(name: &str, what: &str) -> Problem {
    Problem::of(
        "charts".as_ref(),
        format!("{name} cannot be drawn: {what}"),
        "this is a fault of newsgauge: please report it with this line",
    )
}
