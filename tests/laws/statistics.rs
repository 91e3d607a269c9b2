//! Laws of what stands in the tables of key terms, dispersion, neighbours, phrases, change and profiles.

use std::collections::BTreeMap;

use newsgauge::base::spill::Spill;
use newsgauge::measure::change::Change;
use newsgauge::measure::claims::ranked;
use newsgauge::measure::dispersed::Over;
use newsgauge::measure::key_terms::KeyTerm;
use newsgauge::measure::periods::Cut;
use newsgauge::measure::results::Measures;
use proptest::collection::vec;
use proptest::prelude::*;

use crate::world::{World, article, articles};

type Parts = Vec<(String, Option<u8>, Option<u8>)>;

fn measures(parts: Parts) -> (World, Measures) {
    let world = World::new();
    let spill = Spill::none();
    let measures = world.measure(&mut world.read(&articles(parts), &spill));
    (world, measures)
}

fn key_terms_are_possible(world: &World, measures: &Measures) -> Result<(), TestCaseError> {
    for group in &measures.key_groups {
        let (more, fewer): (Vec<&KeyTerm>, Vec<&KeyTerm>) = group.terms.rows.iter().partition(|row| row.g2 > 0.0);
        prop_assert!(more.len().max(fewer.len()) <= world.config.tabulate.key_rows);
        for row in &group.terms.rows {
            let k = row.keyness;
            prop_assert_eq!(k.group + k.rest, measures.terms.tally.counts[row.thing as usize].n);
            prop_assert_eq!(k.group_size + k.rest_size, measures.frame.tokens);
            prop_assert!(row.articles <= k.group && (row.articles == 0) == (k.group == 0));
            prop_assert!(0.0 <= row.p && row.p <= row.q && row.q <= 1.0, "p {} q {}", row.p, row.q);
            prop_assert_eq!(row.tested, group.terms.rows[0].tested);
            prop_assert!(group.terms.rows.len() as u64 <= row.tested);
            let (bound, ratio) = (row.conservative.unwrap_or(f64::NAN), k.log_ratio().unwrap_or(f64::NAN));
            prop_assert!(bound == 0.0 || bound * row.g2 > 0.0, "the bound {bound} is on the side of G2");
            prop_assert!(k.group == 0 || k.rest == 0 || bound.abs() <= ratio.abs() + 1e-12);
        }
        let strength = |row: &&KeyTerm| (row.conservative.map(f64::abs), row.g2.abs());
        prop_assert!(more.is_sorted_by(|a, b| strength(a) >= strength(b)));
        prop_assert!(fewer.is_sorted_by(|a, b| strength(a) >= strength(b)));
    }
    Ok(())
}

fn dispersions_are_possible(measures: &Measures) -> Result<(), TestCaseError> {
    for row in &measures.terms.tally.dispersed {
        let count = &measures.terms.tally.counts[row.thing as usize];
        let bounded = |value: Option<f64>| value.is_none_or(|value| (0.0..=1.0 + 1e-12).contains(&value));
        let floats = [row.dp(), row.dp_norm(), row.juilland_d()];
        prop_assert!(floats.into_iter().all(bounded), "{row:?}");
        prop_assert!(1 <= row.range() && row.range() <= row.parts() && row.range() <= row.n, "{row:?}");
        prop_assert!(row.parts() > 1 || floats == [None; 3], "{row:?}");
        match row.over {
            Over::Articles => prop_assert_eq!((row.n, row.range()), (count.n, count.articles)),
            _ => prop_assert!(row.n <= count.n && row.range() <= count.articles),
        }
    }
    Ok(())
}

fn neighbours_are_possible(measures: &Measures) -> Result<(), TestCaseError> {
    let (surface, counts) = (&measures.terms.surface, &measures.terms.tally.counts);
    // All is in memory.
    let spill = Spill::none();
    let all = surface.nodes.iter().chain(&surface.sentences).enumerate();
    for (owner, around) in all {
        prop_assert!(around.reach + around.inside <= surface.places);
        let terms = surface.near.of(owner, &spill).expect("it is in memory");
        for (term, near) in &terms {
            prop_assert!(near.left + near.right >= near.both && near.both >= near.left.max(near.right), "{near:?}");
            prop_assert!(near.both <= around.reach && near.inside <= around.inside);
            prop_assert!(near.both + near.inside <= counts[*term as usize].n);
        }
        let both: u64 = terms.iter().map(|(_, near)| near.both).sum();
        prop_assert!(both <= around.reach, "each place counts once");
    }
    for (node, (around, sums)) in surface.nodes.iter().zip(&surface.stands.sums).enumerate() {
        prop_assert_eq!(sums.n, around.n);
        let (mut articles, mut n, mut buffer) = (Vec::new(), 0, Vec::new());
        for page in &surface.stands.pages {
            for (article, tokens) in page.rows(node, &spill, &mut buffer).expect("it is in memory") {
                prop_assert!(!tokens.is_empty() && tokens.is_sorted());
                articles.push(article);
                n += tokens.len() as u64;
            }
        }
        prop_assert!(articles.is_sorted_by(|a, b| a < b), "each article once, in order: {articles:?}");
        prop_assert_eq!((articles.len() as u64, n), (sums.articles, sums.n));
    }
    Ok(())
}

fn runs_of_one_length_are_as_many(measures: &Measures) -> Result<(), TestCaseError> {
    let terms = &measures.terms;
    let mut all: BTreeMap<usize, u64> = BTreeMap::new();
    let first = terms.shown.len() - terms.runs.len();
    for (runs, count) in terms.runs.iter().zip(&terms.tally.counts[first..]) {
        prop_assert_eq!(runs.cells.len(), 1 << runs.words);
        let sum: u64 = runs.cells.iter().sum();
        prop_assert_eq!(sum, *all.entry(runs.words).or_insert(sum));
        prop_assert!(count.n <= runs.cells[runs.cells.len() - 1], "a phrase is told where its words stand together");
    }
    Ok(())
}

fn changes_are_possible(measures: &Measures, changes: &[Change]) -> Result<(), TestCaseError> {
    for change in changes {
        let periods = &measures.periods[change.cut as usize].all;
        let all: u64 = periods.iter().map(|period| period.articles).sum();
        prop_assert_eq!((change.early[0] + change.late[0], change.early[1] + change.late[1]), (change.articles, all));
        prop_assert!(change.articles <= all && (change.first as usize) < periods.len());
        prop_assert!(change.trend.is_none_or(|trend| (0.0..=1.0).contains(&trend.p) && trend.tau.abs() <= 1.0 + 1e-12));
        prop_assert!(change.bursts.iter().all(|told| told.articles[0] <= told.articles[1] && told.burst.weight > 0.0));
        prop_assert!(change.bursts.is_sorted_by(|a, b| a.burst.end < b.burst.start));
    }
    let name: Vec<String> = (0..10_000).map(|thing| thing.to_string()).collect();
    for cut in Cut::ALL {
        let of_cut: Vec<&Change> = changes.iter().filter(|change| change.cut == cut).collect();
        let rows = ranked(&of_cut, 0.5, |thing| &name[thing as usize]);
        for claims in rows.chunk_by(|a, b| a.claim == b.claim) {
            let ranks: Vec<Option<u64>> = claims.iter().map(|row| row.rank).collect();
            let known = (1..=claims.len() as u64).map(|rank| claims[0].claim.map(|_| rank));
            prop_assert_eq!(ranks, known.collect::<Vec<_>>(), "ranks are 1, 2, 3 …");
        }
        let p = |change: &Change| change.trend.map(|trend| trend.p);
        prop_assert!(rows.iter().all(|row| row.q.is_some() == p(row.change).is_some() && row.q >= p(row.change)));
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, ..ProptestConfig::default() })]

    #[test]
    fn what_the_statistics_say_of_any_corpus_is_possible(parts in vec(article(), 1..16)) {
        let (world, measures) = measures(parts);
        key_terms_are_possible(&world, &measures)?;
        dispersions_are_possible(&measures)?;
        neighbours_are_possible(&measures)?;
        runs_of_one_length_are_as_many(&measures)?;
        changes_are_possible(&measures, &measures.terms.tally.changes)?;
        changes_are_possible(&measures, &measures.actor_changes)?;
    }

    #[test]
    fn articles_with_the_same_words_as_often_have_no_key_terms_and_change_nothing(text in crate::world::text(), months in vec(1..=12u8, 2..9)) {
        let parts = months.iter().map(|month| (text.clone(), Some(*month), Some(month % 3))).collect();
        let (_, measures) = measures(parts);
        for group in measures.key_groups.iter().filter(|group| group.grouping != "actor") {
            prop_assert!(group.terms.rows.is_empty(), "{}: {:?}", group.name, group.terms.rows);
        }
        for change in measures.terms.tally.changes.iter().chain(&measures.actor_changes) {
            prop_assert!(change.trend.is_none() && change.bursts.is_empty() && change.slope.is_none_or(|slope| slope == 0.0));
        }
    }

    #[test]
    fn profiles_are_possible(parts in vec(article(), 1..8)) {
        let world = World::new();
        let spill = Spill::none();
        let mut reading = world.read(&articles(parts), &spill);
        let measures = world.measure(&mut reading);
        let (profile, window) = (&measures.terms.profile, world.config.measure.mattr_window as u64);
        let rows = profile.page(0, &spill).expect("a small reading stays in memory");
        for (row, stand) in rows.iter().zip(&measures.frame.stands) {
            let ([types, windows], tokens) = (row.windows, u64::from(stand.tokens));
            prop_assert!(row.types <= tokens && (row.types > 0) == (tokens > 0));
            prop_assert_eq!(windows, (tokens + 1).saturating_sub(window));
            prop_assert!(windows <= types && types <= windows * window.min(row.types));
            prop_assert!(row.mtld.is_none() || tokens >= 100);
        }
        for (at, (name, _)) in measures.frame.outlets.iter().enumerate() {
            let own = || rows.iter().zip(&measures.frame.stands).filter(|(_, stand)| stand.outlet as usize == at);
            let most = own().map(|(row, _)| row.types).max().unwrap_or(0);
            let sum = own().map(|(row, _)| row.types).sum();
            let types = profile.outlets[at].types;
            prop_assert_eq!(types.is_some(), name.is_some());
            prop_assert!(types.is_none_or(|types| (most..=sum).contains(&types)));
        }
    }
}
