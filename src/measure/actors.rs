//! Actors: mentions by form, articles, stories, months, outlets; pairs of actors in sentences, articles and stories.

use rustc_hash::{FxHashMap, FxHashSet};

use super::frame::Stand;
use super::pairs::PairTally;
use super::reading::Read;
use super::tally::Tally;
use crate::config::actors::Form;

/// Everything counted about actors. Adjectives are a form of their own and count in `forms` alone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ActorTally {
    pub mentions: Tally,
    /// By actor: its mentions in each form.
    pub forms: Vec<[u64; 6]>,
    /// Actors in one sentence.
    pub sentences: PairTally,
    /// By pair: articles and stories that hold both.
    pub pairs: FxHashMap<(u32, u32), Held>,
    /// Stories of more than one article, and the pairs in them.
    copied: FxHashSet<(usize, u32, u32)>,
}

/// What holds a pair.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Held {
    pub articles: u64,
    pub stories: u64,
}

impl ActorTally {
    pub fn new(actors: usize) -> Self {
        Self { mentions: Tally::new(actors), forms: vec![[0; 6]; actors], ..Self::default() }
    }

    /// Adds one article.
    pub fn add(&mut self, place: &Stand, read: &Read) {
        let mut counted: Vec<(u32, u32)> = Vec::new();
        for mention in &read.found.mentions {
            self.forms[mention.actor as usize][mention.form as usize] += 1;
            if mention.form != Form::Adjective {
                counted.push((mention.sentence, mention.actor));
            }
        }
        let mut actors: Vec<u32> = counted.iter().map(|(_, actor)| *actor).collect();
        actors.sort_unstable();
        for same in actors.chunk_by(|a, b| a == b) {
            self.mentions.add(place, same[0], same.len() as u64);
        }
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
        self.add_sentences(counted, u64::from(read.sentences));
    }

    fn add_sentences(&mut self, mut counted: Vec<(u32, u32)>, sentences: u64) {
        counted.sort_unstable();
        counted.dedup();
        let mut named = 0;
        for sentence in counted.chunk_by(|a, b| a.0 == b.0) {
            self.sentences.add_set(&sentence.iter().map(|(_, actor)| *actor).collect::<Vec<_>>());
            named += 1;
        }
        // Sentences that name nobody are units too.
        self.sentences.units += sentences - named;
    }

    pub fn merge(&mut self, other: Self) {
        self.mentions.merge(other.mentions);
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
