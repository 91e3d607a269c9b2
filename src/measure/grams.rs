//! Two and three words that stand side by side, counted over the corpus.

use rustc_hash::FxHashMap;

use super::forms::{APOSTROPHE, FIRST};
use super::reading::Reading;
use super::stream;
use super::words::Words;
use crate::base::parallel::Threads;
use crate::base::problem::Failure;
use crate::base::scatter::{PARTS, Scatter, Scatterer, part_of};
use crate::config::Lex;
use crate::lex::stop::Class;

/// The words of a phrase; a phrase of two ends with `NONE`.
pub type Key = [u32; 3];
/// No third word.
pub const NONE: u32 = u32::MAX;

/// Bits of a word in a packed key. So many words occur often enough for a phrase in some hundred gigabytes of news; of
/// more, the rarest take no part.
const BITS: u32 = 21;
/// How far rounding may carry a bound; too large a slack costs time and no phrase.
const SLACK: f32 = 1e-4;

/// Neighbours and how often they stand together: all that occur `min_n` times and may be phrases or parts of one.
pub struct Grams {
    roles: Roles,
    /// By part: packed keys, sorted, with their counts. Millions of them: a table by hash takes three times as much.
    parts: Vec<Vec<(u64, u32)>>,
}

impl Grams {
    /// Without triples that are no phrase whatever is counted besides; `may_be` says of one and its count whether it is.
    pub fn of(
        reading: &Reading<'_>,
        words: &Words<'_>,
        config: &Lex,
        threads: &Threads,
        may_be: impl Fn(Key, u64) -> bool + Sync,
    ) -> Result<Self, Failure> {
        let roles = Roles::of(words, config, reading.tokens);
        let scatter = Scatter::new(reading.spill);
        let add = |(hand, told): &mut (Scatterer<'_, u64>, Vec<u32>), page: usize| {
            let page = &reading.pages[page];
            page.streams(reading, |_, units| {
                stream::tell(units, &words.of_form[page.thread], told);
                roles.scan(told, hand)
            })?;
            Ok(())
        };
        let hands = threads.fold(reading.pages.len(), |_| (scatter.hand(), Vec::new()), add)?;
        hands.into_iter().try_for_each(|(hand, _)| hand.finish())?;
        let count = |part: usize| {
            let mut counts: FxHashMap<u64, u32> = FxHashMap::default();
            scatter.drain(part, |keys| keys.iter().for_each(|key| *counts.entry(*key).or_default() += 1))?;
            counts.retain(|key, n| u64::from(*n) >= config.phrase_min_n && may_be(roles.unpacked(*key), u64::from(*n)));
            let mut grams: Vec<(u64, u32)> = counts.into_iter().collect();
            grams.sort_unstable();
            Ok(grams)
        };
        let parts = threads.map((0..PARTS).collect(), count).into_iter().collect::<Result<Vec<_>, Failure>>()?;
        Ok(Self { roles, parts })
    }

    /// Those of a part, each with its count; there are `PARTS`.
    pub fn part(&self, part: usize) -> impl Iterator<Item = (Key, u64)> {
        self.parts[part].iter().map(|(key, n)| (self.roles.unpacked(*key), u64::from(*n)))
    }

    /// How often two words stand together, if it is known.
    pub fn pair(&self, first: u32, second: u32) -> Option<u64> {
        let role = |word: u32| self.roles.of[word as usize];
        let key = packed(role(first), role(second), Role::default());
        let grams = &self.parts[part_of(key)];
        let at = grams.binary_search_by_key(&key, |(key, _)| *key).ok()?;
        Some(u64::from(grams[at].1))
    }
}

/// What a word may be in a phrase, in eight bytes, since it is asked of each token.
#[derive(Clone, Copy, Default)]
struct Role {
    /// Its number in packed keys, 0 for a word that takes no part; above it `FIRST_OF`, `LAST_OF` and `STOP`.
    bits: u32,
    /// ln(tokens / n).
    rarity: f32,
}

/// It may begin a phrase, end one, stand in the middle though it is a stop word.
const FIRST_OF: u32 = 1 << 29;
const LAST_OF: u32 = 1 << 30;
const STOP: u32 = 1 << 31;

impl Role {
    fn of(number: u32, class: Class, rarity: f32) -> Self {
        let may = match class {
            Class::Term => FIRST_OF | LAST_OF,
            // Behind the first word a capital is no sentence's, so that "Un" of "Kim Jong Un" is no stop word there.
            Class::Capital => LAST_OF,
            Class::Stop => STOP,
            Class::Other => 0,
        };
        Self { bits: number | may, rarity }
    }

    fn may(self, place: u32) -> bool {
        self.bits & place != 0
    }

    fn number(self) -> u64 {
        u64::from(self.bits & ((1 << BITS) - 1))
    }
}

struct Roles {
    /// By word.
    of: Vec<Role>,
    /// By number in packed keys.
    words: Vec<u32>,
    min_npmi: f32,
}

impl Roles {
    fn of(words: &Words<'_>, config: &Lex, tokens: u64) -> Self {
        let mut often: Vec<(u32, u64)> = words
            .all()
            .filter(|(_, word)| word.n >= config.phrase_min_n && word.class != Class::Other)
            .map(|(id, word)| (id, word.n))
            .collect();
        let most = (1usize << BITS) - 1;
        if often.len() > most {
            often.sort_by_key(|(id, n)| (std::cmp::Reverse(*n), words.shown(*id)));
            often.truncate(most);
        }
        let mut roles = Self {
            of: vec![Role::default(); words.numbers()],
            words: vec![0],
            min_npmi: config.phrase_min_npmi as f32,
        };
        for (id, n) in often {
            let number = u32::try_from(roles.words.len()).unwrap_or(0);
            roles.of[id as usize] = Role::of(number, words.word(id).class, (tokens as f64 / n as f64).ln() as f32);
            roles.words.push(id);
        }
        roles
    }

    /// Hands over every pair and triple of neighbours of an article that could be a phrase.
    fn scan(&self, told: &[u32], hand: &mut Scatterer<'_, u64>) -> Result<(), crate::base::problem::Problem> {
        let nobody = Role::default();
        let (mut before, mut last) = (nobody, nobody);
        for word in told {
            if *word < FIRST {
                if *word != APOSTROPHE {
                    (before, last) = (nobody, nobody);
                }
                continue;
            }
            let role = self.of[*word as usize];
            if role.may(LAST_OF) {
                if last.may(FIRST_OF) {
                    push(hand, packed(last, role, nobody))?;
                }
                if before.may(FIRST_OF) && self.may_be(before, last, role) {
                    push(hand, packed(before, last, role))?;
                }
            }
            (before, last) = (last, role);
        }
        Ok(())
    }

    /// Whether three words can reach the NPMI of a phrase at all, if they occur as often together as the rarest of them.
    ///
    /// NPMI grows with the count n of the triple, and n is at most that of the rarest word, whose rarity is the highest. With
    /// a stop word between them the outer two are scored: rarity a + rarity c - highest >= npmi * highest. Else the score of
    /// (a b, c) is at most rarity c / highest, since (a b) occurs n times or more, and that of (a, b c) likewise.
    fn may_be(&self, a: Role, b: Role, c: Role) -> bool {
        if !b.may(LAST_OF | STOP) {
            return false;
        }
        let highest = a.rarity.max(b.rarity).max(c.rarity);
        let bound = if b.may(STOP) { a.rarity + c.rarity - highest } else { a.rarity.min(c.rarity) };
        // A negative limit turns the inequality for words that are every token; then all are counted.
        self.min_npmi <= 0.0 || bound + SLACK * (1.0 + highest) >= self.min_npmi * highest
    }

    fn unpacked(&self, key: u64) -> Key {
        let mask = (1 << BITS) - 1;
        let word = |shift: u32| self.words[((key >> shift) & mask) as usize];
        [word(2 * BITS), word(BITS), if key & mask == 0 { NONE } else { word(0) }]
    }
}

fn packed(a: Role, b: Role, c: Role) -> u64 {
    a.number() << (2 * BITS) | b.number() << BITS | c.number()
}

#[inline]
fn push(hand: &mut Scatterer<'_, u64>, key: u64) -> Result<(), crate::base::problem::Problem> {
    hand.push(part_of(key), key)
}
