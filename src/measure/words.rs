//! Forms -> words: the ways of writing one word are counted together and shown by the most frequent of them.

use std::cmp::Reverse;

use hashbrown::HashTable;
use rustc_hash::{FxBuildHasher, FxHashMap};

use super::forms::{FIRST, Forms, Spelling};
use crate::base::narrow::narrow;
use crate::base::parallel::Threads;
use crate::lex::stop::Class;

/// The words of a corpus. A word is a normal form in a class: "May" that is kept and "may" that is stopped are two.
///
/// Words and variants are numbered from `FIRST`, so that the marks of a stream (`SENTENCE` and so on) stay what they are.
pub struct Words<'f> {
    forms: &'f [Forms],
    /// By thread and form: its word; the marks are themselves.
    pub of_form: Vec<Vec<u32>>,
    /// By thread and form: its variant; the marks are themselves.
    pub variant_of: Vec<Vec<u32>>,
    all: Vec<Word>,
    variants: Vec<Variant>,
}

#[derive(Clone, Copy)]
pub struct Word {
    pub class: Class,
    pub n: u64,
    /// The most frequent written form; of equally frequent ones the first in byte order.
    shown: u32,
}

/// A written form over all threads.
#[derive(Clone, Copy)]
struct Variant {
    thread: u32,
    form: u32,
    n: u64,
    word: u32,
    /// The next variant of the word, or `NONE`.
    next: u32,
}

/// The words whose hash falls to one piece of work, numbered from 0.
#[derive(Default)]
struct Shard {
    words: Vec<Word>,
    variants: Vec<Variant>,
    /// By thread: form and variant.
    of_form: Vec<Vec<(u32, u32)>>,
}

/// No variant.
const NONE: u32 = u32::MAX;
/// Pieces of work; more than threads, so that they end together.
const SHARDS: usize = 16;

impl<'f> Words<'f> {
    pub fn of(forms: &'f [Forms], threads: &Threads) -> Self {
        // The lower bits of a hash choose the place in a table.
        let shard_of = |form: &Spelling| (form.hash >> 40) as usize % SHARDS;
        let parted: Vec<Vec<Vec<u32>>> = threads.map(forms.iter().collect(), |store: &Forms| {
            let mut parted = vec![Vec::new(); SHARDS];
            (FIRST..).zip(store.all()).for_each(|(number, form)| parted[shard_of(form)].push(number));
            parted
        });
        let shards = threads.map((0..SHARDS).collect(), |shard| {
            Shard::of(forms, parted.iter().map(|parted| parted[shard].as_slice()).collect())
        });
        let marks: Vec<u32> = (0..FIRST).collect();
        let empty = |forms: &Forms| [marks.as_slice(), &vec![0; forms.len()]].concat();
        let mut words = Self {
            forms,
            of_form: forms.iter().map(empty).collect(),
            variant_of: forms.iter().map(empty).collect(),
            all: Vec::new(),
            variants: Vec::new(),
        };
        shards.into_iter().for_each(|shard| words.take(shard));
        words.rank(threads);
        words
    }

    /// Numbers the words by frequency: what is asked of most tokens then stands side by side in every list by word.
    fn rank(&mut self, threads: &Threads) {
        let mut order: Vec<(Reverse<u64>, u32)> =
            (0..).zip(&self.all).map(|(at, word)| (Reverse(word.n), at)).collect();
        order.sort_unstable();
        let mut ranks: Vec<u32> = (0..narrow(self.numbers())).collect();
        (FIRST..).zip(&order).for_each(|(rank, (_, at))| ranks[(at + FIRST) as usize] = rank);
        self.all = order.iter().map(|(_, at)| self.all[*at as usize]).collect();
        self.variants.iter_mut().for_each(|variant| variant.word = ranks[variant.word as usize]);
        threads.map(self.of_form.iter_mut().collect(), |of_form: &mut Vec<u32>| {
            of_form.iter_mut().for_each(|word| *word = ranks[*word as usize]);
        });
    }

    /// By thread and form: its word; the names of the words are forgotten.
    pub fn of_form(self) -> Vec<Vec<u32>> {
        self.of_form
    }

    /// By word: the first word with the same normal form, whatever its class, as "The" and "the" have; the marks are themselves.
    pub fn without_class(&self) -> Vec<u32> {
        let mut first: FxHashMap<&str, u32> = FxHashMap::with_capacity_and_hasher(self.all.len(), FxBuildHasher);
        let words = self.all().map(|(number, _)| *first.entry(self.normal(number)).or_insert(number));
        (0..FIRST).chain(words).collect()
    }

    /// All words with their numbers.
    pub fn all(&self) -> impl Iterator<Item = (u32, &Word)> {
        (FIRST..).zip(&self.all)
    }

    pub fn word(&self, id: u32) -> &Word {
        &self.all[(id - FIRST) as usize]
    }

    /// How many numbers there are, those of the marks included: the length of a list by word.
    pub fn numbers(&self) -> usize {
        self.all.len() + FIRST as usize
    }

    /// The word as it is written most often.
    pub fn shown(&self, id: u32) -> &str {
        self.written(self.word(id).shown)
    }

    /// The normal form of a word.
    pub fn normal(&self, id: u32) -> &str {
        let variant = self.variants[(self.word(id).shown - FIRST) as usize];
        let forms = &self.forms[variant.thread as usize];
        forms.normal(forms.form(variant.form))
    }

    /// The word of a variant; a mark is itself.
    pub fn of_variant(&self, variant: u32) -> u32 {
        if variant < FIRST { variant } else { self.variants[(variant - FIRST) as usize].word }
    }

    /// A variant as it is written.
    pub fn written(&self, variant: u32) -> &str {
        let variant = self.variants[(variant - FIRST) as usize];
        let forms = &self.forms[variant.thread as usize];
        forms.written(forms.form(variant.form))
    }

    fn take(&mut self, shard: Shard) {
        let (words, variants) = (narrow(self.all.len()) + FIRST, narrow(self.variants.len()) + FIRST);
        for (thread, pairs) in shard.of_form.into_iter().enumerate() {
            for (form, variant) in pairs {
                self.variant_of[thread][form as usize] = variants + variant;
                self.of_form[thread][form as usize] = words + shard.variants[variant as usize].word;
            }
        }
        self.all.extend(shard.words.into_iter().map(|word| Word { shown: word.shown + variants, ..word }));
        self.variants
            .extend(shard.variants.into_iter().map(|variant| Variant { word: variant.word + words, ..variant }));
    }
}

impl Shard {
    /// `parted` are its forms of each thread.
    fn of(forms: &[Forms], parted: Vec<&[u32]>) -> Self {
        let mut shard = Self { of_form: vec![Vec::new(); forms.len()], ..Self::default() };
        let mut table: HashTable<u32> =
            HashTable::with_capacity(parted.iter().map(|part| part.len()).max().unwrap_or(0));
        for (thread, numbers) in parted.into_iter().enumerate() {
            for number in numbers {
                shard.meet(forms, thread, *number, forms[thread].form(*number), &mut table);
            }
        }
        for word in 0..shard.words.len() {
            shard.words[word].shown = shard.best(forms, shard.words[word].shown);
        }
        shard
    }

    /// Adds a form to its word; `shown` holds the first of the word's variants meanwhile.
    fn meet(&mut self, forms: &[Forms], thread: usize, form_number: u32, form: &Spelling, table: &mut HashTable<u32>) {
        let store = &forms[thread];
        let (normal, written) = (store.normal(form), store.written(form));
        let spelling = |variant: u32| {
            let variant = self.variants[variant as usize];
            let forms = &forms[variant.thread as usize];
            (forms, forms.form(variant.form))
        };
        let same = |word: &u32| {
            let (forms, other) = spelling(self.words[*word as usize].shown);
            other.hash == form.hash && other.class == form.class && forms.normal(other) == normal
        };
        let found = table.find(form.hash, same).copied();
        let word = found.unwrap_or(narrow(self.words.len()));
        let first = found.map_or(NONE, |word| self.words[word as usize].shown);
        let mut known = first;
        while known != NONE {
            let (forms, other) = spelling(known);
            if forms.written(other) == written {
                break;
            }
            known = self.variants[known as usize].next;
        }
        let variant = if known == NONE { narrow(self.variants.len()) } else { known };
        self.of_form[thread].push((form_number, variant));
        if known == NONE {
            self.variants.push(Variant { thread: narrow(thread), form: form_number, n: 0, word, next: first });
        }
        self.variants[variant as usize].n += form.n;
        match found {
            Some(word) => {
                let word = &mut self.words[word as usize];
                word.n += form.n;
                if known == NONE {
                    word.shown = variant;
                }
            }
            None => {
                self.words.push(Word { class: form.class, n: form.n, shown: variant });
                let hash = |word: &u32| spelling_hash(forms, &self.variants, self.words[*word as usize].shown);
                table.insert_unique(form.hash, word, hash);
            }
        }
    }

    fn best(&self, forms: &[Forms], first: u32) -> u32 {
        let variants = std::iter::successors(Some(first), |variant| {
            Some(self.variants[*variant as usize].next).filter(|next| *next != NONE)
        });
        let key = |variant: &u32| {
            let variant = self.variants[*variant as usize];
            let forms = &forms[variant.thread as usize];
            (variant.n, Reverse(forms.written(forms.form(variant.form))))
        };
        variants.max_by_key(key).unwrap_or(first)
    }
}

fn spelling_hash(forms: &[Forms], variants: &[Variant], variant: u32) -> u64 {
    let variant = variants[variant as usize];
    forms[variant.thread as usize].form(variant.form).hash
}
