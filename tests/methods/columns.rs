//! What each column has to say of itself.

use std::collections::BTreeSet;
use std::path::Path;

use newsgauge::tabulate::SPECS;
use newsgauge::tabulate::references::REFERENCES;
use newsgauge::tabulate::table::Field;

/// Every column with the name of its table.
fn columns() -> impl Iterator<Item = (&'static str, &'static Field)> {
    SPECS.into_iter().flat_map(|spec| spec.columns.iter().map(|field| (spec.name, field)))
}

/// Fails with a line for each column of which `wrong` says something.
#[track_caller]
fn none(wrong: impl Fn(&Field) -> Option<&'static str>) {
    let wrong: Vec<String> = columns()
        .filter_map(|(table, field)| wrong(field).map(|what| format!("{table}.{}: {what}", field.name)))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn each_column_has_a_meaning() {
    none(|field| field.meaning.is_empty().then_some("say what a cell means"));
}

/// Values of a table of `corpora/by_hand` by column: that corpus fills every column of numbers.
fn numbers(table: &str) -> Vec<(String, Vec<String>)> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/corpora/by_hand/expected/{table}.csv"));
    let mut reader = csv::Reader::from_path(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let names: Vec<String> = reader.headers().expect("a table has a header").iter().map(str::to_owned).collect();
    let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("our tables are CSV")).collect();
    let cells = |at: usize| rows.iter().map(|row| row[at].to_owned()).filter(|cell| !cell.is_empty()).collect();
    let number = |cells: &Vec<String>| !cells.is_empty() && cells.iter().all(|cell| cell.parse::<f64>().is_ok());
    names.into_iter().enumerate().map(|(at, name)| (name, cells(at))).filter(|(_, cells)| number(cells)).collect()
}

#[test]
fn each_column_of_numbers_has_a_unit_or_an_n_and_each_of_fractions_a_formula() {
    let mut wrong = Vec::new();
    for spec in SPECS {
        for (name, cells) in numbers(spec.name) {
            let Some(field) = spec.columns.iter().find(|field| field.name == name) else { continue };
            let mut say = |what: &str| wrong.push(format!("{}.{name}: {what}", spec.name));
            if field.unit.is_empty() && field.of.is_empty() && !name.ends_with("_id") {
                say("say what it counts, with .unit(), or what it is set against, with .of()");
            }
            if field.formula.is_empty() && cells.iter().any(|cell| cell.contains('.')) {
                say("it holds fractions, so give it a .formula()");
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_rule_for_numbers_sees_the_columns_that_hold_them() {
    let seen: usize = SPECS.into_iter().map(|spec| numbers(spec.name).len()).sum();
    assert!(seen > 60, "only {seen} columns of numbers were looked at");
}

#[test]
fn a_formula_reads_as_it_stands() {
    none(|field| {
        let formula = field.formula;
        let source = ["\\", "$", "^{", "_{", "*", "sqrt", "sum ", " - ", ">=", "<="];
        source
            .iter()
            .any(|part| formula.contains(part))
            .then_some("write it in Unicode: Σ, ·, √, −, ≤; no source text of formulas")
    });
}

#[test]
fn a_logarithm_has_a_base_and_an_n_is_explained() {
    none(|field| {
        let logarithm = field.formula.contains("log") || field.formula.contains("ln");
        (logarithm && field.base.is_empty()).then_some("say the base of the logarithm with .base()")
    });
    none(|field| {
        let mut names = field.formula.split(|c: char| !c.is_alphanumeric() && c != '_');
        (names.any(|name| name == "N") && field.of.is_empty()).then_some("say what N is with .of()")
    });
}

/// Sums, products and quotients need no paper; what is more than that, and what is known to need a correction, has one.
#[test]
fn a_statistic_names_its_source() {
    none(|field| {
        let more = ["log", "ln", "√", "Σ"].iter().any(|part| field.formula.contains(part));
        let statistic = more || !field.correction.is_empty();
        (statistic && field.source.is_empty()).then_some("name the paper with .source()")
    });
}

#[test]
fn every_source_has_a_reference_and_every_reference_is_cited() {
    let cited: BTreeSet<&str> = columns().flat_map(|(_, field)| field.sources()).collect();
    let listed: BTreeSet<&str> = REFERENCES.iter().map(|reference| reference.short).collect();
    assert_eq!(cited, listed, "the columns cite what src/tabulate/references.rs lists, and nothing else");
}

#[test]
fn a_reference_is_whole_and_stands_in_its_place() {
    assert!(REFERENCES.is_sorted_by(|a, b| a.short < b.short), "the references are in the order of their short names");
    for reference in REFERENCES {
        let (name, year) = reference.short.rsplit_once(' ').expect("a short source is a name and a year");
        assert_eq!(year, reference.year.to_string(), "{}", reference.short);
        let first = name.split([' ', ',']).next().unwrap_or(name);
        assert!(reference.authors.starts_with(first), "{} is not by {}", reference.short, reference.authors);
        assert!(!reference.title.is_empty() && !reference.venue.is_empty(), "{}", reference.short);
    }
}
