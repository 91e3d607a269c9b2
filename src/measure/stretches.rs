//! The distinct stretches of text where phrases stand, and how often each occurs.

use std::hash::Hasher;

use rustc_hash::{FxHashMap, FxHasher};

use super::matcher::Matcher;
use super::reading::Reading;
use super::stream;
use super::words::Words;
use crate::base::parallel::Threads;
use crate::base::problem::{Failure, Problem};
use crate::base::scatter::{PARTS, Scatter, Scatterer, part_of};
use crate::base::spill::{Kept, Spill};

/// Stretches of overlapping phrases, told in variants, in parts that are loaded one at a time.
pub struct Clusters {
    spill: Spill,
    /// Each stretch as its length, its count in two halves, and its variants.
    parts: Vec<Kept<u32>>,
}

/// What one thread finds them with.
struct Finder<'x> {
    hand: Scatterer<'x, u32>,
    told: Vec<u32>,
    variants: Vec<u32>,
    stretch: Vec<u32>,
}

impl Clusters {
    /// All stretches of a corpus.
    pub fn of(reading: &Reading<'_>, words: &Words<'_>, matcher: &Matcher, threads: &Threads) -> Result<Self, Failure> {
        let scatter = Scatter::new(reading.spill);
        let finder = |_| Finder { hand: scatter.hand(), told: Vec::new(), variants: Vec::new(), stretch: Vec::new() };
        let find = |finder: &mut Finder<'_>, page: usize| {
            let page = &reading.pages[page];
            page.streams(reading, |_, units| {
                stream::tell(units, &words.of_form[page.thread], &mut finder.told);
                finder.article(matcher, |variants| stream::tell(units, &words.variant_of[page.thread], variants))
            })?;
            Ok(())
        };
        let finders = threads.fold(reading.pages.len(), finder, find)?;
        finders.into_iter().try_for_each(|finder| finder.hand.finish())?;
        let spill = reading.spill.apart();
        let part = |part| spill.keep(counted(&scatter.gather(part)?));
        let parts = threads.map((0..PARTS).collect(), part).into_iter().collect::<Result<_, Problem>>()?;
        Ok(Self { spill, parts })
    }

    /// Each stretch of a part with its count.
    pub fn each(&self, part: usize, mut each: impl FnMut(&[u32], u64)) -> Result<(), Failure> {
        let mut buffer = Vec::new();
        let mut rest = self.parts[part].load(&self.spill, &mut buffer)?;
        while let [length, low, high, behind @ ..] = rest {
            let (variants, behind) = behind.split_at(*length as usize);
            each(variants, u64::from(*high) << 32 | u64::from(*low));
            rest = behind;
        }
        Ok(())
    }
}

impl Finder<'_> {
    /// Hands over the stretches of the article that is told; `variants` tells it in variants, where there are any.
    fn article(&mut self, matcher: &Matcher, variants: impl Fn(&mut Vec<u32>)) -> Result<(), Problem> {
        let mut at = 0;
        let mut translated = false;
        while at < self.told.len() {
            let begins = matcher.may_begin(self.told[at]);
            let Some(end) = begins.then(|| stretch(matcher, &self.told, at)).flatten() else {
                at += 1;
                continue;
            };
            if !translated {
                variants(&mut self.variants);
                translated = true;
            }
            self.stretch.clear();
            // A sentence, and so a stretch of it, is at most a gigabyte long.
            self.stretch.push(u32::try_from(end - at).unwrap_or(u32::MAX));
            self.stretch.extend_from_slice(&self.variants[at..end]);
            let mut hash = FxHasher::default();
            self.variants[at..end].iter().for_each(|variant| hash.write_u32(*variant));
            self.hand.push_all(part_of(hash.finish()), &self.stretch)?;
            at = end;
        }
        Ok(())
    }
}

/// The stretches of a part, each once with its count.
fn counted(mut rest: &[u32]) -> Vec<u32> {
    let mut counts: FxHashMap<&[u32], u64> = FxHashMap::default();
    while let [length, behind @ ..] = rest {
        let (variants, behind) = behind.split_at(*length as usize);
        *counts.entry(variants).or_default() += 1;
        rest = behind;
    }
    let mut packed = Vec::with_capacity(counts.keys().map(|variants| variants.len() + 3).sum());
    for (variants, n) in counts {
        // Masking is meant: the two halves of a count; no variants are longer than 32 bits can say, see above.
        packed.extend([variants.len() as u32, n as u32, (n >> 32) as u32]);
        packed.extend_from_slice(variants);
    }
    packed
}

/// Where the stretch of overlapping phrases ends that begins at `at`; `None` if no phrase begins there.
fn stretch(matcher: &Matcher, told: &[u32], at: usize) -> Option<usize> {
    let (_, length) = matcher.longest(&told[at..])?;
    let mut end = at + length;
    let mut next = at + 1;
    while next < end {
        if let Some((_, length)) = matcher.longest(&told[next..]) {
            end = end.max(next + length);
        }
        next += 1;
    }
    Some(end)
}
