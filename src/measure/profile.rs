//! The lexical profile of articles and outlets: how many different words they use, and how soon they repeat them.
//!
//! Counted are all words and numbers, stop words included, as they are written but for case.

use super::forms::FIRST;
use super::formulas::diversity::{mtld, window_types};
use super::formulas::repeats::{Repeats, Seen};
use super::frame::Frame;
use super::key_terms::largest;
use super::reading::Reading;
use super::stream;
use crate::base::parallel::Threads;
use crate::base::problem::{Failure, Problem};
use crate::base::spill::{Kept, Spill};

/// The share of different words at which a factor of MTLD ends: that of McCarthy & Jarvis (2010).
pub const FACTOR: f64 = 0.72;
/// MTLD depends on the length of texts that are shorter (McCarthy & Jarvis 2010).
pub const LEAST: usize = 100;
/// Outlets whose different words are counted, since a list of all words is kept for each.
pub const OUTLETS: usize = 100;

/// The profiles of a corpus.
#[derive(Default)]
pub struct Profile {
    /// By page.
    pages: Vec<Kept<Row>>,
    /// By outlet of the frame.
    pub outlets: Vec<Sum>,
}

/// One article: different words, different words in all windows, windows, MTLD as bits.
type Row = [u64; 4];

/// The profile of an article.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lexical {
    pub types: u64,
    /// Different words in all windows together, and how many windows there are.
    pub windows: [u64; 2],
    pub mtld: Option<f64>,
}

/// What an outlet adds up to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sum {
    pub sentences: u64,
    pub windows: [u64; 2],
    /// `None` where they were not counted.
    pub types: Option<u64>,
}

impl Profile {
    /// The articles of a page, in order.
    pub fn page(&self, page: usize, spill: &Spill) -> Result<Vec<Lexical>, Problem> {
        let mut buffer = Vec::new();
        let lexical = |[types, inside, windows, mtld]: &Row| Lexical {
            types: *types,
            windows: [*inside, *windows],
            mtld: Some(f64::from_bits(*mtld)).filter(|value| !value.is_nan()),
        };
        Ok(self.pages[page].load(spill, &mut buffer)?.iter().map(lexical).collect())
    }
}

/// The profiles of all articles. `of_form`: by thread and form, its word; `without_class`: by word, the one that it counts as, since
/// "The" and "the" are two to those who look for terms.
pub fn profile(
    reading: &Reading<'_>,
    frame: &Frame,
    of_form: &[Vec<u32>],
    without_class: &[u32],
    window: usize,
    threads: &Threads,
) -> Result<Profile, Failure> {
    let sizes: Vec<_> = frame.outlets.iter().map(|(name, size)| name.as_ref().map(|_| *size)).collect();
    let mut places = vec![None; sizes.len()];
    (0..).zip(largest(&sizes, OUTLETS)).for_each(|(place, outlet)| places[outlet] = Some(place));
    let state = |_| Counting {
        pages: Vec::new(),
        outlets: vec![Sum::default(); sizes.len()],
        used: vec![Vec::new(); places.iter().flatten().count()],
        told: Vec::new(),
        seen: Seen::new(without_class.len()),
    };
    let add = |counting: &mut Counting, number: usize| {
        let page = &reading.pages[number];
        let (mut rows, sentences) = (Vec::with_capacity(page.articles), page.reads(reading)?);
        page.streams(reading, |article, units| {
            stream::tell(units, &of_form[page.thread], &mut counting.told);
            counting.told.iter_mut().for_each(|word| *word = without_class[*word as usize]);
            let outlet = frame.stands[article].outlet as usize;
            let sentences = u64::from(sentences[article - page.first].sentences);
            rows.push(counting.article(outlet, places[outlet], sentences, without_class.len(), window));
            Ok(())
        })?;
        counting.pages.push((number, reading.spill.keep(rows)?));
        Ok(())
    };
    let mut profile = Profile { pages: Vec::new(), outlets: vec![Sum::default(); sizes.len()] };
    profile.pages.resize_with(reading.pages.len(), Kept::default);
    let mut used: Vec<Vec<u64>> = Vec::new();
    for counting in threads.fold(reading.pages.len(), state, add)? {
        counting.pages.into_iter().for_each(|(number, rows)| profile.pages[number] = rows);
        profile.outlets.iter_mut().zip(counting.outlets).for_each(|(all, more)| all.add(&more));
        used.resize_with(counting.used.len(), Vec::new);
        used.iter_mut().zip(counting.used).for_each(|(all, more)| union(all, more));
    }
    for (outlet, place) in places.into_iter().enumerate() {
        let bits =
            |place: usize| used.get(place).map(|bits| bits.iter().map(|bits| u64::from(bits.count_ones())).sum());
        profile.outlets[outlet].types = place.and_then(bits);
    }
    Ok(profile)
}

/// What one thread counts with.
struct Counting {
    pages: Vec<(usize, Kept<Row>)>,
    outlets: Vec<Sum>,
    /// By place of a large outlet: a bit for each word that it uses.
    used: Vec<Vec<u64>>,
    told: Vec<u32>,
    seen: Seen,
}

impl Counting {
    /// Adds the article that was told.
    fn article(&mut self, outlet: usize, place: Option<usize>, sentences: u64, words: usize, window: usize) -> Row {
        self.told.retain(|word| *word >= FIRST);
        let text = self.seen.repeats(&self.told);
        let types = self.types(&text, place, words);
        let (inside, windows) = window_types(&text, window).unwrap_or_default();
        let mtld = if self.told.len() < LEAST { None } else { mtld(&text, FACTOR) };
        let more = Sum { sentences, windows: [inside, windows], types: None };
        self.outlets[outlet].add(&more);
        [types, inside, windows, mtld.unwrap_or(f64::NAN).to_bits()]
    }

    /// How many different words there are; a large outlet notes them.
    fn types(&mut self, text: &Repeats, place: Option<usize>, words: usize) -> u64 {
        let first = || self.told.iter().zip(text.after()).filter(|(_, after)| **after == 0).map(|(word, _)| *word);
        if let Some(used) = place.and_then(|place| self.used.get_mut(place)) {
            used.resize(words.div_ceil(64), 0);
            first().for_each(|word| used[word as usize / 64] |= 1 << (word % 64));
        }
        first().count() as u64
    }
}

impl Sum {
    fn add(&mut self, other: &Self) {
        self.sentences += other.sentences;
        self.windows.iter_mut().zip(other.windows).for_each(|(all, more)| *all += more);
    }
}

/// Adds the bits of one list to another.
fn union(all: &mut Vec<u64>, more: Vec<u64>) {
    if all.len() < more.len() {
        all.resize(more.len(), 0);
    }
    all.iter_mut().zip(more).for_each(|(all, more)| *all |= more);
}
