//! Actors: mentions by form, articles, stories, months, outlets; pairs of actors in sentences, articles and stories.

use rustc_hash::{FxHashMap, FxHashSet};

use super::cast::{Cast, Numbers};
use super::change::Change;
use super::counter::Wanted;
use super::frame::{Frame, Stand};
use super::pairs::PairTally;
use super::periods::Periods;
use super::postings::{Hand, Postings};
use super::reading::Reading;
use super::spots::{self, Spot};
use super::tally::{Cell, Count, Tally};
use crate::base::narrow::narrow;
use crate::base::parallel::Threads;
use crate::base::problem::{Failure, Problem};
use crate::config::Config;
use crate::config::dictionary::Form;

/// Everything counted about actors. Adjectives are a form of their own and count in `forms` alone.
pub struct Actors {
    /// Of mentions, by actor.
    pub counts: Vec<Count>,
    pub by_month: Vec<Cell>,
    pub by_outlet: Vec<Cell>,
    pub changes: Vec<Change>,
    /// By actor of `[measure.keyness] actors`, the articles that mention it, in order.
    pub mentioned_in: Vec<Vec<u32>>,
    pub tally: ActorTally,
    /// By member: the mentions of a state and of all who belong to it, each once.
    pub states: Vec<Count>,
}

/// What is counted article by article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ActorTally {
    /// By actor: its mentions in each form.
    pub forms: Vec<[u64; 6]>,
    /// Actors in one sentence.
    pub sentences: PairTally,
    /// By pair: articles and stories that hold both.
    pub pairs: FxHashMap<(u32, u32), Held>,
    /// Stories of more than one article, and the pairs in them.
    copied: FxHashSet<(u32, u32, u32)>,
}

/// What holds a pair.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Held {
    pub articles: u64,
    pub stories: u64,
}

/// What one thread counts with.
struct Counting<'x> {
    tally: ActorTally,
    hands: [Hand<'x>; 2],
    mentioned_in: Vec<Vec<u32>>,
}

/// The counts of all actors of a dictionary.
pub fn actors(
    reading: &Reading<'_>,
    frame: &Frame,
    (cast, numbers): (&Cast, &Numbers),
    periods: &[Periods; 2],
    config: &Config,
    threads: &Threads,
) -> Result<Actors, Failure> {
    let actors = cast.members.len();
    let states: Vec<Option<u32>> = (0..narrow(actors)).map(|actor| cast.state_of(actor)).collect();
    let asked: Vec<Option<u32>> = config.measure.keyness.actors.iter().map(|id| cast.member(id)).collect();
    let (postings, rolled) = (Postings::new(reading.spill), Postings::new(reading.spill));
    let add = |Counting { tally, hands: [hand, state], mentioned_in }: &mut Counting<'_>, page: usize| {
        let mut counted = Ok(());
        reading.pages[page].spots(reading, |article, read, spots| {
            let member = |actor| numbers.member(page, actor);
            let named = tally.add(&frame.stands[article], spots, read.sentences, member);
            for (asked, articles) in asked.iter().zip(mentioned_in.iter_mut()) {
                if asked.is_some_and(|actor| named.binary_search(&actor).is_ok()) {
                    articles.push(narrow(article));
                }
            }
            let mut of: Vec<u32> = named.iter().filter_map(|actor| states[*actor as usize]).collect();
            of.sort_unstable();
            let both = count(&named, article, hand).and_then(|()| count(&of, article, state));
            counted = counted.clone().and(both);
        })?;
        Ok(counted?)
    };
    let state = |_| Counting {
        tally: ActorTally::new(actors),
        hands: [postings.hand(), rolled.hand()],
        mentioned_in: vec![Vec::new(); asked.len()],
    };
    let (mut whole, mut mentioned_in) = (ActorTally::new(actors), vec![Vec::new(); asked.len()]);
    for counting in threads.fold(reading.pages.len(), state, add)? {
        counting.hands.into_iter().try_for_each(Hand::finish)?;
        whole.merge(counting.tally);
        mentioned_in.iter_mut().zip(counting.mentioned_in).for_each(|(all, more)| all.extend(more));
    }
    mentioned_in.iter_mut().for_each(|articles| articles.sort_unstable());
    let states = rolled.tally(actors, frame, Wanted::nothing(), threads)?.counts;
    let wanted = wanted(periods, config);
    let Tally { counts, by: [by_outlet, by_month, _], changes, .. } = postings.tally(actors, frame, wanted, threads)?;
    // A dictionary has few actors beside the terms of a corpus.
    let (by_month, by_outlet) = (by_month.all(reading.spill)?, by_outlet.all(reading.spill)?);
    Ok(Actors { counts, by_month, by_outlet, changes, mentioned_in, tally: whole, states })
}

/// Charts of actors by month and outlet need all of their actors, however rare.
fn wanted<'w>(periods: &'w [Periods; 2], config: &'w Config) -> Wanted<'w> {
    let wants = |tables: &[&str]| tables.iter().any(|table| config.tabulate.wants(table));
    let by_month = wants(&["actors_by_month", "actors_by_quarter", "changes"]);
    let change = wants(&["changes", "bursts"]).then_some((periods, &config.measure.change));
    Wanted { by: [wants(&["actors_by_outlet"]), by_month, false], change, ..Wanted::nothing() }
}

/// Adds each of a sorted list to the postings, with how often it is there.
fn count(sorted: &[u32], article: usize, hand: &mut Hand<'_>) -> Result<(), Problem> {
    // An article has no more mentions than bytes.
    sorted.chunk_by(|a, b| a == b).try_for_each(|same| hand.add(same[0], article, narrow(same.len())))
}

impl ActorTally {
    pub fn new(actors: usize) -> Self {
        let sentences = PairTally { single: vec![0; actors], ..PairTally::default() };
        Self { forms: vec![[0; 6]; actors], sentences, ..Self::default() }
    }

    /// Adds one article of so many sentences, `member` being who an actor of its page is; gives the actors of its mentions, sorted.
    pub fn add(&mut self, place: &Stand, spots: &[Spot], sentences: u32, member: impl Fn(u32) -> u32) -> Vec<u32> {
        let mut counted: Vec<(u32, u32)> = Vec::with_capacity(spots.len());
        for spot in spots {
            let (actor, form) = (member(spots::actor(*spot)), spots::form(*spot));
            self.forms[actor as usize][form as usize] += 1;
            if form != Form::Adjective {
                counted.push((spots::sentence(*spot), actor));
            }
        }
        let mut named: Vec<u32> = counted.iter().map(|(_, actor)| *actor).collect();
        named.sort_unstable();
        let mut actors = named.clone();
        actors.dedup();
        for (at, a) in actors.iter().enumerate() {
            for b in &actors[at + 1..] {
                let held = self.pairs.entry((*a, *b)).or_default();
                held.articles += 1;
                if !place.copied || self.copied.insert((place.story, *a, *b)) {
                    held.stories += 1;
                }
            }
        }
        self.add_sentences(counted, u64::from(sentences));
        named
    }

    fn add_sentences(&mut self, mut counted: Vec<(u32, u32)>, sentences: u64) {
        counted.sort_unstable();
        counted.dedup();
        let mut named = 0;
        let mut actors = Vec::new();
        for sentence in counted.chunk_by(|a, b| a.0 == b.0) {
            actors.clear();
            actors.extend(sentence.iter().map(|(_, actor)| *actor));
            self.sentences.add_set(&actors);
            named += 1;
        }
        // Sentences that name nobody are units too.
        self.sentences.units += sentences - named;
    }

    pub fn merge(&mut self, other: Self) {
        for (mine, theirs) in self.forms.iter_mut().zip(other.forms) {
            mine.iter_mut().zip(theirs).for_each(|(mine, n)| *mine += n);
        }
        self.sentences.merge(other.sentences);
        for (pair, theirs) in other.pairs {
            let held = self.pairs.entry(pair).or_default();
            held.articles += theirs.articles;
            held.stories += theirs.stories;
        }
        for (story, a, b) in other.copied {
            // Both counted it: once too often.
            if !self.copied.insert((story, a, b)) {
                self.pairs.entry((a, b)).or_default().stories -= 1;
            }
        }
    }
}
