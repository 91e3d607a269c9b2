//! What the tables are made of: merged counts with names instead of numbers, and every float computed once.

use super::actors::{ActorTally, Held};
use super::frame::{Frame, Size};
use super::mentions::{Conflict, Mention};
use super::reading::Reading;
use super::tally::{Cell, Count};
use super::terms::Terms;
use crate::config::actors::{Dictionary, Form};
use crate::ingest::article::Meta;
use crate::ingest::date::Month;

/// Everything measured. Lists by term or actor follow their numbers; the tables sort.
pub struct Measures {
    pub frame: Frame,
    pub articles: Vec<ArticleRow>,
    pub terms: Terms,
    pub actors: Vec<ActorRow>,
    pub actor_tally: ActorTally,
    pub actor_pairs: Vec<ActorPair>,
}

/// One article without its text.
pub struct ArticleRow {
    pub id: String,
    pub path: String,
    pub meta: Meta,
    pub tokens: u64,
    pub sentences: u32,
    /// Adjectives are not among them.
    pub mentions: u64,
    pub story_id: String,
    pub found: Vec<Mention>,
    pub conflicts: Vec<Conflict>,
}

/// One actor that was mentioned in any form.
pub struct ActorRow {
    /// Index into the dictionary.
    pub actor: u32,
    pub count: Count,
    pub forms: [u64; 6],
}

/// Two actors that occur in one article.
pub struct ActorPair {
    pub a: u32,
    pub b: u32,
    pub sentences: super::contingency::Table,
    pub articles: u64,
    pub stories: u64,
}

/// A count in one month or outlet.
pub struct Slice<K> {
    pub key: Option<K>,
    pub size: Size,
    pub thing: u32,
    pub cell: Cell,
}

pub fn results(
    reading: Reading,
    stories: Vec<usize>,
    frame: Frame,
    terms: Terms,
    tally: ActorTally,
    dictionary: &Dictionary,
) -> Measures {
    let ids: Vec<String> = reading.articles.iter().map(|read| read.id.clone()).collect();
    let row = |(read, story): (super::reading::Read, usize)| ArticleRow {
        mentions: read.found.mentions.iter().filter(|mention| mention.form != Form::Adjective).count() as u64,
        story_id: ids[story].clone(),
        id: read.id,
        path: read.path,
        meta: read.meta,
        tokens: read.tokens,
        sentences: read.sentences,
        found: read.found.mentions,
        conflicts: read.found.conflicts,
    };
    let articles = reading.articles.into_iter().zip(stories).map(row).collect();
    let actors = (0u32..).zip(dictionary.actors.iter()).map(|(actor, _)| ActorRow {
        actor,
        count: tally.mentions.counts[actor as usize],
        forms: tally.forms[actor as usize],
    });
    let actors = actors.filter(|row| row.forms.iter().any(|n| *n > 0)).collect();
    let pair = |(key, held): (&(u32, u32), &Held)| ActorPair {
        a: key.0,
        b: key.1,
        sentences: tally.sentences.table(key.0, key.1),
        articles: held.articles,
        stories: held.stories,
    };
    let mut actor_pairs: Vec<ActorPair> = tally.pairs.iter().map(pair).collect();
    actor_pairs.sort_by_key(|pair| (pair.a, pair.b));
    Measures { frame, articles, terms, actors, actor_tally: tally, actor_pairs }
}

impl Measures {
    /// The cells of `tally` by month, in the order of months and numbers.
    pub fn by_month(&self, tally: &super::tally::Tally) -> Vec<Slice<Month>> {
        slices(&self.frame.months, &tally.by_month)
    }

    /// The cells of `tally` by outlet.
    pub fn by_outlet(&self, tally: &super::tally::Tally) -> Vec<Slice<String>> {
        slices(&self.frame.outlets, &tally.by_outlet)
    }
}

fn slices<K: Clone>(groups: &[(Option<K>, Size)], cells: &rustc_hash::FxHashMap<(u32, u32), Cell>) -> Vec<Slice<K>> {
    let mut keys: Vec<&(u32, u32)> = cells.keys().collect();
    keys.sort_unstable();
    let slice = |key: &(u32, u32)| {
        let (group, size) = &groups[key.0 as usize];
        Slice { key: group.clone(), size: *size, thing: key.1, cell: cells[key] }
    };
    keys.into_iter().map(slice).collect()
}
