//! report.html and methods.html: pages that read without network and without scripts, made of the tables and charts of a run.

mod methods;
mod page;
mod summary;
mod tables;

use maud::{Markup, PreEscaped, html};

use super::figures::Figure;
use crate::base::wording::plural;
use crate::config::Write;
use crate::tabulate::overview::Overview;
use crate::tabulate::table::Table;
pub use methods::Methods;
pub use summary::TOLD;

/// The whole page. Everything that comes from articles, names or the configuration is escaped by the template.
///
/// The methods stand in it whole, and not only behind a link to methods.html: a report is passed on alone, and its numbers have to
/// be explained where it is read. `told` are the tables that its head tells of.
pub fn report(
    methods: &Methods<'_>,
    told: &[&Table],
    figures: &[Figure],
    overview: &Overview,
    config: &Write,
) -> String {
    let tables = methods.tables;
    let body = html! {
        (summary::summary(told, overview))
        (contents(tables))
        @for table in tables {
            section id=(table.spec.name) {
                h2 { (table.spec.title) a.anchor href={ "#" (table.spec.name) } aria-label="link to this section" { "#" } }
                p.about { (table.spec.about) }
                div.pair.charted[figures.iter().any(|figure| figure.name == table.spec.name)] {
                    @if let Some(figure) = figures.iter().find(|figure| figure.name == table.spec.name) { (chart(figure, config.png)) }
                    (tables::table(table, config.report_rows))
                }
            }
        }
        section id="methods" {
            h2 { "Methods" a.anchor href="#methods" aria-label="link to this section" { "#" } }
            (methods::methods(methods))
        }
    };
    page::page(&title(overview), &body).into_string()
}

/// What a browser shows on the tab, so that two reports can be told apart.
fn title(overview: &Overview) -> String {
    let dates = overview.dates().map(|dates| format!(", {dates}")).unwrap_or_default();
    format!("newsgauge: {}{dates}", plural(overview.articles, "article"))
}

/// The methods alone.
pub fn methods(methods: &Methods<'_>) -> String {
    let body = html! {
        header { h1 { "Methods" } }
        (methods::contents(methods))
        (methods::methods(methods))
    };
    page::page("newsgauge methods", &body).into_string()
}

/// A drawn chart with the way to its files. The SVG is ours: `charts` escapes all text in it.
fn chart(figure: &Figure, png: bool) -> Markup {
    let path = format!("charts/{}", figure.name);
    html! {
        figure {
            (PreEscaped(&figure.svg))
            figcaption { a href={ (path) ".svg" } { "SVG" } @if png { " · " a href={ (path) ".png" } { "PNG" } } }
        }
    }
}

fn contents(tables: &[&Table]) -> Markup {
    html! {
        nav aria-label="contents" {
            ul {
                @for table in tables { li { a href={ "#" (table.spec.name) } { (table.spec.title) } } }
                li { a href="#methods" { "Methods" } }
            }
        }
    }
}
