//! `[measure]`: what counts as together, as a story, as an actor, and what the statistics ask for.

use std::path::{Path, PathBuf};

use serde::Serialize;

use super::keys::{any, at_least_one, not_empty};
use super::section::Section;
use super::source::Source;

/// What the counts and the statistics are made by. Paths are no part of the written configuration.
#[derive(Clone, Debug, Serialize)]
pub struct Measure {
    #[serde(skip)]
    pub dictionary: PathBuf,
    pub window: usize,
    pub pair_terms: usize,
    pub pair_term_min_n: u64,
    pub pair_min_n: u64,
    /// Names of `MORE_MEASURES`.
    pub more_measures: Vec<String>,
    pub story_similarity: f64,
    pub mattr_window: usize,
    pub keyness: Keyness,
    pub nodes: Nodes,
    pub change: Change,
    pub network: Network,
    /// Every actor that is named, to be looked for in the dictionary.
    #[serde(skip)]
    pub named: Vec<Named>,
}

/// An actor that a key names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// Section and key.
    pub key: &'static str,
    pub id: String,
    /// 1-based, in the file of the configuration.
    pub line: usize,
}

/// `[measure.keyness]`: what is compared with what.
#[derive(Clone, Debug, Serialize)]
pub struct Keyness {
    /// Names of `GROUPINGS`.
    pub by: Vec<String>,
    /// Ids: the articles that mention the actor against the others.
    pub actors: Vec<String>,
    #[serde(serialize_with = "whether_given")]
    pub reference: Option<PathBuf>,
    pub min_n: u64,
    pub min_articles: u64,
}

/// `[measure.nodes]`: whose neighbours are told left and right.
#[derive(Clone, Debug, Serialize)]
pub struct Nodes {
    pub terms: Vec<String>,
    pub actors: Vec<String>,
    /// So many of the most mentioned actors besides.
    pub top_actors: usize,
    pub min_n: u64,
    /// So many of the most mentioned actors have the terms of their sentences told.
    pub sentences_of: usize,
}

/// `[measure.change]`: what is claimed of months and weeks.
#[derive(Clone, Debug, Serialize)]
pub struct Change {
    pub min_articles: u64,
    pub min_periods: usize,
    pub burst_min_articles: u64,
    pub significance: f64,
}

/// `[measure.network]`: which pairs are drawn.
#[derive(Clone, Debug, Serialize)]
pub struct Network {
    pub significance: f64,
    pub most_nodes: usize,
}

/// A path is no part of the written configuration, but that there is one is.
fn whether_given<S: serde::Serializer>(path: &Option<PathBuf>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(if path.is_some() { "given" } else { "" })
}

/// What the articles can be parted by.
pub const GROUPINGS: [&str; 3] = ["outlet", "month", "language"];
/// Columns of cooccurrence.csv that are there if they are asked for.
pub const MORE_MEASURES: [&str; 4] = ["mi3", "chi2", "dice", "z_score"];

pub(super) fn read(source: &mut Source, top: &mut Section<'_>, folder: &Path) -> Measure {
    let mut section = top.section(source, "measure");
    let mut named = Vec::new();
    let share = |x: &f64| (!(0.4..=1.0).contains(x)).then_some("from 0.4 to 1");
    let measure = Measure {
        dictionary: folder
            .join(section.value(source, "dictionary", "actors.toml".to_owned(), |given| not_empty(given))),
        window: section.value(source, "window", 5, |n: &usize| (!(1..=100).contains(n)).then_some("from 1 to 100")),
        pair_terms: section
            .value(source, "pair_terms", 500, |n: &usize| (!(2..=2000).contains(n)).then_some("from 2 to 2000")),
        pair_term_min_n: section.value(source, "pair_term_min_n", 3, at_least_one),
        pair_min_n: section.value(source, "pair_min_n", 3, at_least_one),
        more_measures: section
            .value(source, "more_measures", Vec::new(), |given: &Vec<String>| known(given, &MORE_MEASURES)),
        story_similarity: section.value(source, "story_similarity", 0.5, share),
        mattr_window: section
            .value(source, "mattr_window", 100, |n: &usize| (!(2..=10_000).contains(n)).then_some("from 2 to 10000")),
        keyness: keyness(source, &mut section, folder, &mut named),
        nodes: nodes(source, &mut section, &mut named),
        change: change(source, &mut section),
        network: network(source, &mut section),
        named: Vec::new(),
    };
    section.finish(source);
    Measure { named, ..measure }
}

fn keyness(source: &mut Source, measure: &mut Section<'_>, folder: &Path, named: &mut Vec<Named>) -> Keyness {
    let mut section = measure.section(source, "keyness");
    let all = GROUPINGS.map(str::to_owned).to_vec();
    let by = section.value(source, "by", all, |given: &Vec<String>| known(given, &GROUPINGS));
    let actors = actors(source, &mut section, "measure.keyness.actors", named);
    let reference = section.value(source, "reference", String::new(), any);
    let keyness = Keyness {
        by,
        actors,
        reference: (!reference.is_empty()).then(|| folder.join(reference)),
        min_n: section.value(source, "min_n", 5, at_least_one),
        min_articles: section.value(source, "min_articles", 3, at_least_one),
    };
    section.finish(source);
    keyness
}

fn nodes(source: &mut Source, measure: &mut Section<'_>, named: &mut Vec<Named>) -> Nodes {
    let mut section = measure.section(source, "nodes");
    let nodes = Nodes {
        terms: section.value(source, "terms", Vec::new(), |given: &Vec<String>| no_blank(given)),
        actors: actors(source, &mut section, "measure.nodes.actors", named),
        top_actors: section.value(source, "top_actors", 3, |n: &usize| (*n > 100).then_some("at most 100")),
        min_n: section.value(source, "min_n", 3, at_least_one),
        sentences_of: section.value(source, "sentences_of", 50, |n: &usize| (*n > 1000).then_some("at most 1000")),
    };
    section.finish(source);
    nodes
}

fn change(source: &mut Source, measure: &mut Section<'_>) -> Change {
    let mut section = measure.section(source, "change");
    let change = Change {
        min_articles: section.value(source, "min_articles", 10, at_least_one),
        min_periods: section.value(source, "min_periods", 6, |n: &usize| (*n < 4).then_some("4 or more")),
        burst_min_articles: section.value(source, "burst_min_articles", 5, at_least_one),
        significance: section.value(source, "significance", 0.05, probability),
    };
    section.finish(source);
    change
}

fn network(source: &mut Source, measure: &mut Section<'_>) -> Network {
    let mut section = measure.section(source, "network");
    let network = Network {
        significance: section.value(source, "significance", 0.05, probability),
        most_nodes: section
            .value(source, "most_nodes", 60, |n: &usize| (!(2..=300).contains(n)).then_some("from 2 to 300")),
    };
    section.finish(source);
    network
}

fn probability(x: &f64) -> Option<&'static str> {
    (!(*x > 0.0 && *x <= 1.0)).then_some("above 0 and at most 1")
}

/// The ids of a list of actors, which are noted with their lines.
fn actors(source: &mut Source, section: &mut Section<'_>, key: &'static str, named: &mut Vec<Named>) -> Vec<String> {
    let ids = section.list(source, "actors");
    named.extend(ids.iter().map(|(id, place)| Named { key, id: id.clone(), line: source.line(*place) }));
    let mut once = Vec::new();
    for (id, _) in ids {
        if !once.contains(&id) {
            once.push(id);
        }
    }
    once
}

/// A blank text is a slip of the pen: no term is one.
fn no_blank(texts: &[String]) -> Option<&'static str> {
    let blank = texts.iter().any(|text| text.trim().is_empty());
    blank.then_some("a list of terms, none of them blank")
}

/// What a list of known names must be, where it names others.
fn known(names: &[String], all: &[&str]) -> Option<String> {
    let unknown: Vec<String> =
        names.iter().filter(|name| !all.contains(&name.as_str())).map(|name| format!("\"{name}\"")).collect();
    let all = all.join(", ");
    (!unknown.is_empty()).then(|| format!("a list of known names; there is no {}, but {all}", unknown.join(" and no ")))
}
