//! What charts and the head of the report read of tables that come in parts: small tables that say what the large ones say.

use std::collections::{BTreeMap, BTreeSet};

use newsgauge::base::spill::Spill;
use newsgauge::tabulate::parts::parted;
use newsgauge::tabulate::{Source, tables};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::world::{World, article, articles};

/// Columns and rows of text.
type Rows = (Vec<&'static str>, Vec<Vec<String>>);

fn by_name(world: &World, parts: Vec<(String, Option<u8>, Option<u8>)>) -> BTreeMap<&'static str, Rows> {
    let spill = Spill::none();
    let mut reading = world.read(&articles(parts), &spill);
    let measures = world.measure(&mut reading);
    let source = Source::new(&reading, &measures, &world.dictionary, &[], &world.config);
    let mut all: BTreeMap<&str, Rows> = BTreeMap::new();
    let parts = parted(&source).flat_map(|table| {
        let part = |part| table.part(part).expect("polars takes our frames");
        (0..table.count()).map(part).collect::<Vec<_>>()
    });
    for table in tables(&source, &world.threads).expect("polars takes our frames").into_iter().chain(parts) {
        let rows = (0..table.here()).map(|at| table.row(at).iter().map(|cell| format!("{cell:?}")).collect());
        let fields = table.fields.iter().map(|field| field.name).collect();
        all.entry(table.spec.name).or_insert((fields, Vec::new())).1.extend(rows);
    }
    all
}

/// The cells of some columns.
fn columns((fields, rows): &Rows, names: &[&str]) -> Vec<Vec<String>> {
    let at: Vec<usize> =
        names.iter().map(|name| fields.iter().position(|field| field == name).expect("it is a column")).collect();
    rows.iter().map(|row| at.iter().map(|at| row[*at].clone()).collect()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn small_tables_say_what_the_large_ones_say(parts in vec(article(), 1..24), chart_rows in 1..6usize) {
        let mut world = World::new();
        world.config.write.chart_rows = chart_rows;
        let all = by_name(&world, parts);

        let (terms, first) = (&all["terms"], &all["terms_first"]);
        prop_assert_eq!(&first.1, &terms.1[..terms.1.len().min((2 * chart_rows).max(3))]);

        let chosen: BTreeSet<String> = columns(&all["terms"], &["term"]).concat().into_iter().take(2 * chart_rows).collect();
        let pairs = columns(&all["cooccurrence"], &["unit", "term_a", "term_b", "npmi"]);
        let mut expected: Vec<Vec<String>> = pairs
            .into_iter()
            .filter(|pair| pair[0].contains("sentence") && pair[1..3].iter().all(|term| chosen.contains(term)))
            .map(|pair| pair[1..].to_vec())
            .collect();
        let mut drawn = columns(&all["cooccurrence_drawn"], &["term_a", "term_b", "npmi"]);
        expected.sort();
        drawn.sort();
        prop_assert_eq!(drawn, expected);

        let groups = columns(&all["changes"], &["kind", "period", "claim"]);
        let mut met: BTreeMap<&Vec<String>, usize> = BTreeMap::new();
        let mut told = Vec::new();
        for (group, row) in groups.iter().zip(&all["changes"].1) {
            let n = met.entry(group).or_default();
            *n += 1;
            told.extend((*n <= 12).then(|| row.clone()));
        }
        prop_assert_eq!(&all["changes_told"].1, &told);
    }
}
