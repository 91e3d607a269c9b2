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

/// The whole page. Everything that comes from articles, names or the configuration is escaped by the template.
pub fn report(tables: &[&Table], figures: &[Figure], overview: &Overview, config: &Write, settings: &str) -> String {
    let body = html! {
        (summary::summary(tables, overview))
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
        (methods::methods(tables, settings))
    };
    page::page(&title(overview), &body).into_string()
}

/// What a browser shows on the tab, so that two reports can be told apart.
fn title(overview: &Overview) -> String {
    let dates = overview.dates().map(|dates| format!(", {dates}")).unwrap_or_default();
    format!("newsgauge: {}{dates}", plural(overview.articles, "article"))
}

/// The methods alone: what each column of each table means.
pub fn methods(tables: &[&Table], settings: &str) -> String {
    page::page("newsgauge methods", &methods::methods(tables, settings)).into_string()
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
