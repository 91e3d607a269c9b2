//! Names of the dictionary that articles hold only inside of longer names of others: "Moscow" in "Moscow State University".

use std::collections::BTreeMap;
use std::ops::Range;

use super::hits::{Hit, Hits};
use super::mentions::Mention;
use super::tree::Means;

/// Where each strong name that is given in the dictionary was met; a weak one counts for nobody without more of the name.
#[derive(Default)]
pub struct Alone<'l> {
    /// By actor and written form.
    met: BTreeMap<(u32, &'l str), Met>,
}

/// Where one name was met: somewhere by itself, or only inside of these, each so often.
enum Met {
    Alone,
    Inside(BTreeMap<String, u64>),
}

/// A name that was met only inside of longer ones.
pub struct Inside {
    /// Index into the dictionary.
    pub actor: u32,
    pub written: String,
    pub times: u64,
    /// The longer names, the most frequent first.
    pub within: Vec<(String, u64)>,
}

impl<'l> Alone<'l> {
    /// Adds what an article with these hits and mentions holds.
    pub fn add(&mut self, hits: &Hits<'l>, text: &str, mentions: &[Mention]) {
        let mentions = in_bytes(text, mentions);
        for hit in &hits.all {
            let next = mentions.partition_point(|(range, _)| range.end <= hit.bytes.start);
            let longer = mentions.get(next).filter(|(range, _)| is_inside(&hit.bytes, range));
            self.note(hit, longer.map(|(range, actor)| (&text[range.clone()], *actor)));
        }
    }

    fn note(&mut self, hit: &Hit<'l>, longer: Option<(&str, u32)>) {
        for end in hit.ends.iter() {
            let Means::Actor { actor, strong: true, made: false, .. } = end.means else { continue };
            // Inside of a longer name of its own a name is of use: it is what the article may go on with.
            let longer = longer.filter(|(_, other)| *other != actor);
            let met = self.met.entry((actor, &*end.written)).or_insert(Met::Inside(BTreeMap::new()));
            match (longer, met) {
                (None, met) => *met = Met::Alone,
                (Some((name, _)), Met::Inside(within)) => match within.get_mut(name) {
                    Some(times) => *times += 1,
                    None => _ = within.insert(name.to_owned(), 1),
                },
                (Some(_), Met::Alone) => {}
            }
        }
    }

    /// Adds what another thread met.
    pub fn merge(&mut self, other: Self) {
        for (name, met) in other.met {
            match (self.met.entry(name).or_insert(Met::Inside(BTreeMap::new())), met) {
                (own, Met::Alone) => *own = Met::Alone,
                (Met::Inside(own), Met::Inside(theirs)) => {
                    theirs.into_iter().for_each(|(name, times)| *own.entry(name).or_default() += times);
                }
                (Met::Alone, Met::Inside(_)) => {}
            }
        }
    }

    /// The names that were met at least so often, and never by themselves; the most frequent first.
    pub fn never(self, least: u64) -> Vec<Inside> {
        let inside = |((actor, written), met): ((u32, &str), Met)| {
            let Met::Inside(within) = met else { return None };
            let mut within: Vec<(String, u64)> = within.into_iter().collect();
            within.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
            let times = within.iter().map(|(_, times)| times).sum();
            Some(Inside { actor, written: written.to_owned(), times, within })
        };
        let mut never: Vec<Inside> = self.met.into_iter().filter_map(inside).filter(|met| met.times >= least).collect();
        // The sort keeps the order by actor and name among equals.
        never.sort_by_key(|met| std::cmp::Reverse(met.times));
        never
    }
}

fn is_inside(inner: &Range<usize>, outer: &Range<usize>) -> bool {
    outer.start <= inner.start && inner.end <= outer.end && inner.len() < outer.len()
}

/// The mentions of a text with their bytes; they are told in characters.
fn in_bytes(text: &str, mentions: &[Mention]) -> Vec<(Range<usize>, u32)> {
    let starts: Vec<usize> = match text.is_ascii() || mentions.is_empty() {
        true => Vec::new(),
        false => text.char_indices().map(|(byte, _)| byte).chain([text.len()]).collect(),
    };
    let byte = |scalar: u32| starts.get(scalar as usize).copied().unwrap_or(scalar as usize);
    mentions.iter().map(|mention| (byte(mention.start)..byte(mention.end), mention.actor)).collect()
}
