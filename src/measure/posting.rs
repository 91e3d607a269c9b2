//! A thing, an article that holds it, and how often, in eight bytes: a large corpus has a billion of these.

use crate::base::scatter::PARTS;

/// Bits of a count; of a larger one they are 0, and the number behind has it.
const COUNT: u32 = 9;
const ARTICLE: u32 = u32::BITS;
const MOST: u32 = (1 << COUNT) - 1;

// The place of a thing among those of its part has the rest.
const _: () = assert!(u32::MAX as usize / PARTS < 1 << (u64::BITS - ARTICLE - COUNT));

/// The part of a thing. Frequent things have neighbouring numbers: this deals them out to different parts.
#[inline]
pub fn part(thing: u32) -> usize {
    thing as usize % PARTS
}

/// A posting as a number and, where the count is large, another that belongs behind it.
#[inline]
pub fn packed(thing: u32, article: u32, n: u32) -> (u64, Option<u64>) {
    let head = (u64::from(thing) / PARTS as u64) << (ARTICLE + COUNT) | u64::from(article) << COUNT;
    match n {
        1..=MOST => (head | u64::from(n), None),
        _ => (head, Some(u64::from(n))),
    }
}

/// The postings of a part, in order: the place of the thing among those of the part, the article, how often.
pub fn each(packed: &[u64]) -> impl Iterator<Item = (usize, u32, u32)> {
    let mut rest = packed.iter();
    std::iter::from_fn(move || {
        let head = *rest.next()?;
        // Masking is meant: the pieces of a posting.
        let n = match head as u32 & MOST {
            0 => *rest.next()? as u32,
            n => n,
        };
        Some(((head >> (ARTICLE + COUNT)) as usize, (head >> COUNT) as u32, n))
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn postings_of_any_size_come_back_in_order(
            postings in prop::collection::vec((any::<u32>(), any::<u32>(), prop_oneof![0..600_u32, any::<u32>()]), 0..20),
        ) {
            let mut list = Vec::new();
            for (thing, article, n) in &postings {
                let (head, behind) = packed(*thing, *article, *n);
                list.extend([head].into_iter().chain(behind));
            }
            let whole = |((place, article, n), of): ((usize, u32, u32), &(u32, u32, u32))| {
                (u32::try_from(place * PARTS + part(of.0)).unwrap(), article, n)
            };
            let back: Vec<_> = each(&list).zip(&postings).map(whole).collect();
            prop_assert_eq!(back, postings);
        }
    }
}
