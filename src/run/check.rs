//! `newsgauge check`: reads configuration, dictionary and input as a run would, and writes nothing.

use super::care::{self, Warnings};
use super::clock::Moment;
use super::reference;
use crate::base::date::Date;
use crate::base::parallel::Threads;
use crate::base::problem::Failure;
use crate::base::stop::Stop;
use crate::config::Config;
use crate::config::dictionary::Dictionary;
use crate::ingest::Corpus;
use crate::ingest::article::{Article, Skipped};
use crate::ingest::blocks::Block;
use crate::lex::stop::Rules;
use crate::link::Linker;
use crate::link::alone::Alone;
use crate::measure::reader::Reader;

/// What a run would start from.
pub struct Checked {
    pub actors: usize,
    pub strong_aliases: usize,
    pub weak_aliases: usize,
    pub offices: usize,
    pub files: usize,
    pub seen: Seen,
    /// What the dictionary needs.
    pub warnings: Vec<Warnings>,
}

/// What the input holds.
#[derive(Default)]
pub struct Seen {
    pub articles: u64,
    pub undated: u64,
    pub first: Option<Date>,
    pub last: Option<Date>,
    pub skipped: Vec<Skipped>,
}

/// Reads everything that a run would read. The dictionary has to be right for `today`, or else for the day on the clock.
pub fn check(config: &Config, dictionary: &Dictionary, today: Option<Date>, stop: &Stop) -> Result<Checked, Failure> {
    if let Some(problem) = reference::problem(config) {
        return Err(Failure::Config(vec![problem]));
    }
    let corpus = Corpus::open(&config.ingest)?;
    let threads = Threads::new(config.run.jobs)?.stopped_by(stop);
    let (rules, linker) = (Rules::new(&config.lex), Linker::new(dictionary));
    let mut blocks = corpus.blocks();
    let mut seen = Seen::default();
    let hand = |thread| Hand { reader: Reader::new(&rules, &linker, thread), alone: Alone::default() };
    let work = |hand: &mut Hand<'_>, block| hand.read(&corpus, block);
    let take = |more| {
        seen.merge(more);
        Ok(())
    };
    let hands = threads.stream(|| blocks.next_block(), hand, work, take)?;
    seen.skipped.sort();
    let mut alone = Alone::default();
    hands.into_iter().for_each(|hand| alone.merge(hand.alone));
    let aliases = |strong: bool| {
        dictionary.actors.iter().flat_map(|actor| &actor.aliases).filter(|alias| alias.strong == strong).count()
    };
    let today = today.or_else(|| Moment::now().date());
    Ok(Checked {
        actors: dictionary.actors.len(),
        strong_aliases: aliases(true),
        weak_aliases: aliases(false),
        offices: dictionary.offices.len(),
        files: corpus.files(),
        warnings: today.map(|today| care::warnings(dictionary, &linker, alone, today)).unwrap_or_default(),
        seen,
    })
}

/// What one thread has of its own.
struct Hand<'r> {
    reader: Reader<'r>,
    alone: Alone<'r>,
}

impl Hand<'_> {
    fn read(&mut self, corpus: &Corpus<'_>, block: Block) -> Result<Seen, Failure> {
        let mut seen = Seen::default();
        let mut page = self.reader.page();
        let read = corpus.read_block(block, |article| {
            self.reader.read(&article, &mut page);
            self.reader.note(&article, &page, &mut self.alone);
            seen.add(&article);
            Ok(())
        })?;
        seen.skipped = read.skipped;
        Ok(seen)
    }
}

impl Seen {
    fn add(&mut self, article: &Article) {
        let date = article.meta.date;
        self.merge(Self {
            articles: 1,
            undated: u64::from(date.is_none()),
            first: date,
            last: date,
            skipped: Vec::new(),
        });
    }

    fn merge(&mut self, other: Self) {
        self.articles += other.articles;
        self.undated += other.undated;
        self.first = self.first.into_iter().chain(other.first).min();
        self.last = self.last.max(other.last);
        self.skipped.extend(other.skipped);
    }
}
