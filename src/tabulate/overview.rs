//! The corpus in a few numbers: what subtitles, the summary and the last line of a run say.

use serde::{Deserialize, Serialize};

use super::Source;
use crate::base::date::Date;

/// Totals of a run.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Overview {
    pub articles: u64,
    pub stories: u64,
    pub outlets: u64,
    pub tokens: u64,
    pub sentences: u64,
    /// Mentions in all forms but adjectives; `None` where no table says anything of actors.
    pub mentions: Option<u64>,
    pub first: Option<Date>,
    pub last: Option<Date>,
    /// Articles without a date.
    pub undated: u64,
    pub skipped: u64,
    /// Stretches of text that several actors claim.
    pub conflicts: u64,
    /// Articles whose encoding was guessed.
    pub guessed: u64,
    /// How often two terms must occur together to be a row of cooccurrence.
    pub pair_min_n: u64,
}

impl Overview {
    /// `conflicts` is how many rows conflicts.csv has.
    pub fn of(source: &Source<'_>, conflicts: u64) -> Self {
        let (reading, frame) = (source.reading, &source.measures.frame);
        let dates = || frame.stands.iter().filter_map(|stand| stand.date);
        let originals = frame.stands.iter().enumerate().filter(|(index, stand)| stand.story as usize == *index);
        Self {
            articles: frame.articles(),
            stories: originals.count() as u64,
            outlets: frame.outlets.iter().filter(|(outlet, _)| outlet.is_some()).count() as u64,
            tokens: frame.tokens,
            sentences: frame.sentences,
            mentions: source.config.tabulate.wants_actors().then_some(reading.mentions),
            first: dates().min(),
            last: dates().max(),
            undated: frame.articles() - dates().count() as u64,
            guessed: reading.guessed,
            conflicts,
            skipped: source.skipped.len() as u64,
            pair_min_n: source.config.measure.pair_min_n,
        }
    }

    /// "2018-06-15 to 2025-10-12", one date where there is no other, nothing without dates.
    pub fn dates(&self) -> Option<String> {
        let (first, last) = (self.first?, self.last?);
        Some(if first == last { first.to_string() } else { format!("{first} to {last}") })
    }
}
