//! Sets of articles that are compared with all others: those that mention an actor. An article can be in several.

use super::frame::{Frame, Size};
use crate::base::narrow::narrow;

/// Which articles are in which set.
#[derive(Default)]
pub struct Sets {
    /// By set.
    pub sizes: Vec<Size>,
    /// By article: where its sets begin; one more at the end.
    starts: Vec<u32>,
    sets: Vec<u32>,
}

/// No set at all.
pub static NO_SETS: Sets = Sets { sizes: Vec::new(), starts: Vec::new(), sets: Vec::new() };

impl Sets {
    /// `members`: by set, its articles.
    pub fn of(members: &[Vec<u32>], frame: &Frame) -> Self {
        let mut pairs: Vec<(u32, u32)> = Vec::new();
        let mut sizes = vec![Size::default(); members.len()];
        for (set, articles) in (0..).zip(members) {
            for article in articles {
                sizes[set as usize].add(u64::from(frame.stands[*article as usize].tokens));
                pairs.push((*article, set));
            }
        }
        pairs.sort_unstable();
        let mut starts = Vec::with_capacity(frame.stands.len() + 1);
        let mut at = 0;
        for article in 0..=narrow(frame.stands.len()) {
            at += pairs[at..].iter().take_while(|pair| pair.0 < article).count();
            starts.push(narrow(at));
        }
        Self { sizes, starts, sets: pairs.into_iter().map(|(_, set)| set).collect() }
    }

    /// The sets that an article is in.
    pub fn of_article(&self, article: u32) -> &[u32] {
        let article = article as usize;
        self.starts.get(article + 1).map_or(&[], |end| &self.sets[self.starts[article] as usize..*end as usize])
    }
}
