//! How often the words of each phrase stand together, and how often some of them without the others.
//!
//! Counted are all runs of two or three words with no punctuation between, as phrases have none (`phrases`). For each phrase they fall
//! into 2^k cells, by which of its words stand in their places (Blaheta & Johnson 2001).

use rustc_hash::FxHashMap;

use super::forms::{APOSTROPHE, FIRST};
use super::grams::{Key, NONE};
use super::reading::Reading;
use super::singles::Singles;
use super::stream;
use crate::base::narrow::narrow;
use crate::base::parallel::Threads;
use crate::base::problem::Failure;

/// The runs of one phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Runs {
    /// How many words the phrase has.
    pub words: usize,
    /// By which words match, the first word being the highest bit: how many runs of that length.
    pub cells: Vec<u64>,
}

/// The runs of each phrase. `of_form`: by thread and form, its word; `words`: how many numbers there are.
pub fn runs(
    reading: &Reading<'_>,
    of_form: &[Vec<u32>],
    words: usize,
    phrases: &[Key],
    threads: &Threads,
) -> Result<Vec<Runs>, Failure> {
    if phrases.is_empty() {
        return Ok(Vec::new());
    }
    let places = Places::of(phrases, words);
    let add = |(counts, told): &mut (Counts, Vec<u32>), number: usize| {
        let page = &reading.pages[number];
        page.streams(reading, |_, units| {
            stream::tell(units, &of_form[page.thread], told);
            counts.add(told, &places);
            Ok(())
        })?;
        Ok(())
    };
    let mut whole = places.counts();
    for (counts, _) in threads.fold(reading.pages.len(), |_| (places.counts(), Vec::new()), add)? {
        whole.merge(counts);
    }
    Ok(phrases.iter().map(|phrase| whole.runs(phrase, &places)).collect())
}

/// The places that a word has in phrases, as bits: first and second of two, first to third of three.
const OF_TWO: [u8; 2] = [1, 2];
const OF_THREE: [u8; 3] = [4, 8, 16];

/// A word of phrases, or of none. Its places say at once that most pairs of a text are none of a phrase: looking them all up in the
/// maps took most of the time.
#[derive(Clone, Copy, Default)]
struct Word {
    number: u32,
    places: u8,
}

/// The words of the phrases, numbered from 1, and their pairs; 0 is any other word.
#[derive(Default)]
struct Places {
    /// By word of the corpus.
    of_word: Vec<Word>,
    words: usize,
    pairs: Vec<[u32; 2]>,
    triples: Vec<Key>,
}

impl Places {
    fn of(phrases: &[Key], words: usize) -> Self {
        let mut places = Self { of_word: vec![Word::default(); words], words: 1, ..Self::default() };
        for phrase in phrases {
            let bits = if phrase[2] == NONE { &OF_TWO[..] } else { &OF_THREE };
            for (word, bit) in phrase.iter().zip(bits) {
                let word = &mut places.of_word[*word as usize];
                word.places |= bit;
                if word.number == 0 {
                    word.number = narrow(places.words);
                    places.words += 1;
                }
            }
            let [a, b, c] = places.numbers(phrase);
            match c {
                NONE => places.pairs.push([a, b]),
                _ => places.triples.push([a, b, c]),
            }
        }
        places
    }

    fn numbers(&self, phrase: &Key) -> Key {
        phrase.map(|word| if word == NONE { NONE } else { self.of_word[word as usize].number })
    }

    fn counts(&self) -> Counts {
        let zero = |keys: &mut dyn Iterator<Item = u64>| keys.map(|key| (key, 0)).collect();
        let of_two = |a: usize, b: usize| zero(&mut self.triples.iter().map(|triple| key(triple[a], triple[b])));
        Counts {
            singles: Singles::of(self.words),
            pairs: zero(&mut self.pairs.iter().map(|[a, b]| key(*a, *b))),
            of_three: [of_two(0, 1), of_two(0, 2), of_two(1, 2)],
            triples: self.triples.iter().map(|triple| (*triple, 0)).collect(),
        }
    }
}

struct Counts {
    singles: Singles,
    pairs: FxHashMap<u64, u64>,
    /// Of runs of three words: with the first two of a phrase, with its outer ones, with its last two.
    of_three: [FxHashMap<u64, u64>; 3],
    triples: FxHashMap<Key, u64>,
}

fn key(a: u32, b: u32) -> u64 {
    u64::from(a) << 32 | u64::from(b)
}

impl Counts {
    /// Adds an article told in words.
    fn add(&mut self, told: &[u32], places: &Places) {
        // The words before; how many words stand before without punctuation.
        let (mut before, mut length) = ([Word::default(); 2], 0);
        for word in told {
            if *word < FIRST {
                if *word != APOSTROPHE {
                    self.singles.end(before.map(|word| word.number), length);
                    length = 0;
                }
                continue;
            }
            let here = places.of_word[*word as usize];
            self.singles.add(here.number, length);
            if length >= 1 && before[1].places & OF_TWO[0] != 0 && here.places & OF_TWO[1] != 0 {
                up(&mut self.pairs, &key(before[1].number, here.number));
            }
            if length >= 2 {
                self.three([before[0], before[1], here]);
            }
            before = [before[1], here];
            length += 1;
        }
        self.singles.end(before.map(|word| word.number), length);
    }

    fn three(&mut self, run: [Word; 3]) {
        let [is_a, is_b, is_c] = [0, 1, 2].map(|at: usize| run[at].places & OF_THREE[at] != 0);
        if u8::from(is_a) + u8::from(is_b) + u8::from(is_c) < 2 {
            return;
        }
        let [a, b, c] = run.map(|word| word.number);
        for (pairs, (both, a, b)) in
            self.of_three.iter_mut().zip([(is_a && is_b, a, b), (is_a && is_c, a, c), (is_b && is_c, b, c)])
        {
            if both {
                up(pairs, &key(a, b));
            }
        }
        if is_a && is_b && is_c {
            up(&mut self.triples, &[a, b, c]);
        }
    }

    fn merge(&mut self, other: Self) {
        self.singles.merge(&other.singles);
        merge(&mut self.pairs, other.pairs);
        self.of_three.iter_mut().zip(other.of_three).for_each(|(all, more)| merge(all, more));
        merge(&mut self.triples, other.triples);
    }

    /// From how many runs have some words of the phrase to how many have these and no others.
    fn runs(&self, phrase: &Key, places: &Places) -> Runs {
        let [a, b, c] = places.numbers(phrase);
        let of = |pairs: &FxHashMap<u64, u64>, a, b| pairs.get(&key(a, b)).copied().unwrap_or(0);
        if c == NONE {
            let (both, first, second) = (of(&self.pairs, a, b), self.singles.of_two(a)[0], self.singles.of_two(b)[1]);
            let neither = self.singles.runs[0] + both - first - second;
            return Runs { words: 2, cells: vec![neither, second - both, first - both, both] };
        }
        let all = self.triples.get(&[a, b, c]).copied().unwrap_or(0);
        let [ab, ac, bc] = [of(&self.of_three[0], a, b), of(&self.of_three[1], a, c), of(&self.of_three[2], b, c)];
        let [of_a, of_b, of_c] =
            [(0, a), (1, b), (2, c)].map(|(place, word): (usize, u32)| self.singles.of_three(word)[place]);
        let none = self.singles.runs[1] + ab + ac + bc - of_a - of_b - of_c - all;
        let cells = vec![
            none,
            of_c + all - ac - bc,
            of_b + all - ab - bc,
            bc - all,
            of_a + all - ab - ac,
            ac - all,
            ab - all,
            all,
        ];
        Runs { words: 3, cells }
    }
}

/// Counts a key that is there.
fn up<K: Eq + std::hash::Hash>(counts: &mut FxHashMap<K, u64>, key: &K) {
    if let Some(n) = counts.get_mut(key) {
        *n += 1;
    }
}

fn merge<K: Eq + std::hash::Hash>(all: &mut FxHashMap<K, u64>, more: FxHashMap<K, u64>) {
    more.into_iter().for_each(|(key, n)| *all.entry(key).or_default() += n);
}

#[cfg(test)]
mod tests {
    use super::*;

    const A: u32 = FIRST;
    const B: u32 = FIRST + 1;
    const C: u32 = FIRST + 2;
    const OTHER: u32 = FIRST + 3;

    fn counted(told: &[u32], phrase: Key) -> Vec<u64> {
        let places = Places::of(&[phrase], 10);
        let mut counts = places.counts();
        counts.add(told, &places);
        counts.runs(&phrase, &places).cells
    }

    #[test]
    fn runs_of_two_words_fall_into_four_cells() {
        // a b, b a, a c | b a: of four runs one is a b, one begins with a alone, two end with b never.
        let told = [A, B, A, C, super::super::forms::SENTENCE, B, A];
        assert_eq!(counted(&told, [A, B, NONE]), [2, 0, 1, 1]);
    }

    #[test]
    fn runs_of_three_words_fall_into_eight_cells() {
        let runs = [
            [A, B, C],
            [A, B, OTHER],
            [A, OTHER, C],
            [OTHER, B, C],
            [A, OTHER, OTHER],
            [OTHER, B, OTHER],
            [OTHER, OTHER, C],
            [OTHER; 3],
        ];
        let told: Vec<u32> =
            runs.iter().flat_map(|run| run.iter().copied().chain([super::super::forms::BREAK])).collect();
        assert_eq!(counted(&told, [A, B, C]), [1; 8]);
        let twice: Vec<u32> = [told.clone(), told].concat();
        assert_eq!(counted(&twice, [A, B, C]), [2; 8]);
    }
}
