//! `newsgauge check`: reads configuration, dictionary and input as a run would, and writes nothing.

use crate::base::date::Date;
use crate::base::problem::Failure;
use crate::base::stop::Stop;
use crate::config::Config;
use crate::config::dictionary::Dictionary;
use crate::ingest::Corpus;
use crate::ingest::article::Skipped;
use crate::link::Linker;

/// What a run would start from.
pub struct Checked {
    pub actors: usize,
    pub strong_aliases: usize,
    /// Loaded, and counted by no rule yet.
    pub weak_aliases: usize,
    /// Strong aliases that several actors claim: where they occur they count for nobody.
    pub shared_aliases: Vec<(String, Vec<String>)>,
    pub files: usize,
    pub articles: u64,
    pub undated: u64,
    pub first: Option<Date>,
    pub last: Option<Date>,
    pub skipped: Vec<Skipped>,
}

/// Reads everything that a run would read.
pub fn check(config: &Config, dictionary: &Dictionary, stop: &Stop) -> Result<Checked, Failure> {
    let corpus = Corpus::open(&config.ingest)?;
    let (mut articles, mut undated, mut first, mut last) = (0, 0, None::<Date>, None::<Date>);
    let (mut blocks, mut skipped) = (corpus.blocks(), Vec::new());
    while let Some(block) = blocks.next_block()? {
        stop.check()?;
        let read = corpus.read_block(block, |article| {
            articles += 1;
            match article.meta.date {
                None => undated += 1,
                Some(date) => {
                    first = Some(first.map_or(date, |first| first.min(date)));
                    last = last.max(Some(date));
                }
            }
            Ok(())
        })?;
        skipped.extend(read.skipped);
    }
    skipped.sort();
    let aliases = |strong: bool| {
        dictionary.actors.iter().flat_map(|actor| &actor.aliases).filter(|alias| alias.strong == strong).count()
    };
    Ok(Checked {
        actors: dictionary.actors.len(),
        strong_aliases: aliases(true),
        weak_aliases: aliases(false),
        shared_aliases: Linker::new(dictionary).shared(),
        files: corpus.files(),
        articles,
        undated,
        first,
        last,
        skipped,
    })
}
