//! What stands on the page, and in the report.

use newsgauge::tabulate::SPECS;
use newsgauge::tabulate::references::REFERENCES;

use crate::support::Run;

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// A run with every column, of which the report has rows of terms.
fn run() -> Run {
    let all = "[measure]\nmore_measures = [\"mi3\", \"chi2\", \"dice\", \"z_score\"]\n";
    let run = Run::new().input("a.txt", "Putin met Kim Jong Un at the bridge.").config(all);
    assert_eq!(run.run(&[]).code, 0);
    run
}

#[test]
fn each_column_of_each_table_has_an_entry_with_all_that_is_known_of_it() {
    let run = run();
    for file in ["methods.html", "report.html"] {
        let page = run.latest(file);
        for spec in SPECS {
            let begin = page.find(&format!("id=\"methods-{}\"", spec.name));
            let section = &page[begin.unwrap_or_else(|| panic!("{file} has no section on {}", spec.name))..];
            let section = section[1..].find("<h3").map_or(section, |end| &section[..=end]);
            assert!(section.contains(&escaped(spec.about)), "{file} does not say what a row of {} is", spec.name);
            for field in spec.columns {
                let row =
                    section.split("<tr>").find(|row| row.contains(&format!("<th scope=\"row\">{}</th>", field.name)));
                let row = row.unwrap_or_else(|| panic!("{file} has no entry for {}.{}", spec.name, field.name));
                let n = field.of.strip_prefix("N = ").unwrap_or(field.of);
                let parts = [field.meaning, field.formula, field.base, field.unit, n, field.correction, field.empty];
                for part in parts.into_iter().chain(field.sources()) {
                    assert!(row.contains(&escaped(part)), "{file}: {}.{} lacks \"{part}\"", spec.name, field.name);
                }
            }
        }
    }
}

#[test]
fn a_part_that_no_column_of_a_table_has_takes_no_room() {
    let page = run().latest("methods.html");
    let skipped = &page[page.find("id=\"methods-skipped\"").expect("the table of skipped rows is explained")..];
    let head = &skipped[skipped.find("<thead>").expect("its columns have headings")..];
    let head = &head[..head.find("</thead>").expect("the headings end")];
    assert!(head.contains(">unit<") && !head.contains(">formula<") && !head.contains(">source<"), "{head}");
}

#[test]
fn each_reference_stands_once_on_the_page_and_its_sources_lead_to_it() {
    let page = run().latest("methods.html");
    for reference in REFERENCES {
        assert_eq!(
            page.matches(&format!("<cite>{}</cite>", escaped(reference.title))).count(),
            1,
            "{}",
            reference.short
        );
    }
    for link in page.split("href=\"#").skip(1).filter_map(|rest| rest.split('"').next()) {
        assert_eq!(page.matches(&format!("id=\"{link}\"")).count(), 1, "a link leads to #{link}");
    }
}

#[test]
fn literature_that_no_table_of_the_run_cites_is_not_listed() {
    let run = Run::new().input("a.txt", "A bridge.").config("[tabulate]\ntables = [\"actors_by_month\"]\n");
    assert_eq!(run.run(&[]).code, 0);
    let page = run.latest("methods.html");
    assert!(!page.contains("<cite>") && !page.contains(">References<"), "{page}");
}

#[test]
fn a_heading_of_the_report_shows_meaning_formula_and_n() {
    let report = run().latest("report.html");
    let hint = "title=\"the share of articles that hold it\nrange_pct = articles · 100 / N\nN = all articles\"";
    assert!(report.contains(hint), "the heading of range_pct in the report explains it");
}
