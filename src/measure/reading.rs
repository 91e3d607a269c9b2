//! All that was read: pages of articles in the order of the corpus, and the forms of each thread that read them.

use rustc_hash::FxHashMap;

use super::details;
use super::forms::Forms;
use super::put::{Put, STREAM, row};
use super::reference::Given;
use super::signature::{Signature, by_band};
use super::spots::Spot;
use super::stream;
use crate::base::date::Date;
use crate::base::problem::Problem;
use crate::base::spill::{Kept, Spill};
use crate::ingest::article::Place;
use crate::link::mentions::Found;

/// A corpus that was read. Pages may be added in any order and by any thread: the same tables come of it.
pub struct Reading<'s> {
    pub spill: &'s Spill,
    /// What is forgotten before the others has files of its own.
    pub(super) of_signatures: Spill,
    pub(super) of_streams: Spill,
    /// By thread.
    pub forms: Vec<Forms>,
    /// By article.
    pub ids: Vec<u64>,
    pub pages: Vec<Put>,
    pub tokens: u64,
    /// Mentions in all forms but adjectives.
    pub mentions: u64,
    /// Articles whose encoding was guessed.
    pub guessed: u64,
    /// The outlets of the articles, in the order of meeting.
    pub outlets: Vec<String>,
    outlet_numbers: FxHashMap<String, u32>,
    /// What all its articles are compared with.
    pub reference: Option<Given<'s>>,
}

/// What is known of one article besides its texts and numbers.
#[derive(Clone, Debug)]
pub struct Read {
    pub place: Place,
    pub id: u64,
    pub date: Option<Date>,
    /// Whether its encoding was guessed.
    pub guessed: bool,
    /// Index into `Reading::outlets`.
    pub outlet: Option<u32>,
    pub tokens: u64,
    pub sentences: u32,
    /// Mentions in all forms but adjectives.
    pub mentions: u32,
    /// Mentions in all forms.
    pub(super) spots: u32,
    /// Units of its stream.
    pub(super) stream: u32,
}

/// A few hundred articles that one thread read.
#[derive(Default)]
pub struct Page {
    thread: usize,
    pub articles: Vec<Read>,
    pub outlets: Vec<Option<String>>,
    /// Numbers of the thread's forms, with `SENTENCE`, `BREAK` and `APOSTROPHE` between them, one article behind the other.
    pub stream: Vec<u16>,
    pub spots: Vec<Spot>,
    pub signatures: Vec<u32>,
    pub details: Vec<u8>,
    /// The evidence, which is written down and forgotten.
    pub found: Found,
}

/// A page that only has to be put away, one at a time: all else was done by the thread that read it.
pub struct Ready {
    pub page: Page,
    /// By article: where its texts end.
    details: Vec<u32>,
}

impl Page {
    pub fn of(thread: usize) -> Self {
        Self { thread, ..Self::default() }
    }

    /// The page with its signatures by band, since all articles are asked for one band at a time.
    pub fn ready(mut self) -> Ready {
        self.signatures = by_band(&self.signatures);
        Ready { details: details::ends(&self.details), page: self }
    }
}

impl<'s> Reading<'s> {
    pub fn new(spill: &'s Spill) -> Self {
        Self {
            spill,
            of_signatures: spill.apart(),
            of_streams: spill.apart(),
            forms: Vec::new(),
            ids: Vec::new(),
            pages: Vec::new(),
            tokens: 0,
            mentions: 0,
            guessed: 0,
            outlets: Vec::new(),
            outlet_numbers: FxHashMap::default(),
            reference: None,
        }
    }

    /// Puts a page away.
    pub fn add(&mut self, Ready { page, details }: Ready) -> Result<(), Problem> {
        let (first, articles) = (self.articles(), page.articles.len());
        let place = page.articles.first().map(|read| read.place);
        let (mut rows, mut ends) = (Vec::with_capacity(articles), [0; 3]);
        // A page that nobody asks for texts has none.
        let mut details = details.into_iter();
        for (read, outlet) in page.articles.iter().zip(page.outlets) {
            self.ids.push(read.id);
            self.tokens += read.tokens;
            self.mentions += u64::from(read.mentions);
            self.guessed += u64::from(read.guessed);
            ends = [ends[0] + read.spots, ends[1] + read.stream, details.next().unwrap_or(0)];
            rows.push(row(read, outlet.map(|outlet| self.outlet(outlet)), ends));
        }
        self.pages.push(Put {
            thread: page.thread,
            first,
            articles,
            place,
            rows: self.spill.keep(rows)?,
            stream: self.of_streams.keep(page.stream)?,
            spots: self.spill.keep(page.spots)?,
            signatures: self.of_signatures.keep(page.signatures)?,
            details: self.spill.keep(page.details)?,
            built: page.found.built,
        });
        Ok(())
    }

    /// Puts pages and articles into the order of the corpus, whatever order they were added in.
    pub fn sort(&mut self) {
        if self.is_sorted() {
            return;
        }
        self.pages.sort_by_key(|page| page.place);
        let mut ids = Vec::with_capacity(self.ids.len());
        for page in &mut self.pages {
            let first = ids.len();
            ids.extend_from_slice(&self.ids[page.first..page.first + page.articles]);
            page.first = first;
        }
        self.ids = ids;
    }

    pub fn is_sorted(&self) -> bool {
        self.pages.iter().filter_map(|page| page.place).is_sorted()
    }

    /// How many there are.
    pub fn articles(&self) -> usize {
        self.ids.len()
    }

    /// Forgets the signatures, a quarter of what is kept of an article: only stories need them.
    pub fn forget_signatures(&mut self) {
        self.pages.iter_mut().for_each(|page| page.signatures = Kept::default());
        self.of_signatures = self.spill.apart();
    }

    /// Forgets the streams, once nothing is to be told of the articles any more.
    pub fn forget_streams(&mut self) {
        self.pages.iter_mut().for_each(|page| page.stream = Kept::default());
        self.of_streams = self.spill.apart();
    }

    /// Bytes of what is in memory of the forms and articles and cannot be put away.
    pub fn in_memory(&self) -> u64 {
        self.forms.iter().map(Forms::bytes).sum::<u64>() + size_of_val(self.ids.as_slice()) as u64
    }

    /// Forgets what only measuring needs and was not forgotten before: mentions. The tables that follow take their place in memory.
    pub fn forget(&mut self) {
        self.reference = None;
        self.pages.iter_mut().for_each(|page| page.spots = Kept::default());
    }

    fn outlet(&mut self, name: String) -> u32 {
        if let Some(number) = self.outlet_numbers.get(&name) {
            return *number;
        }
        let number = u32::try_from(self.outlets.len()).unwrap_or(u32::MAX);
        self.outlet_numbers.insert(name.clone(), number);
        self.outlets.push(name);
        number
    }

    /// The page that holds an article.
    fn page_of(&self, article: usize) -> &Put {
        &self.pages[self.pages.partition_point(|page| page.first + page.articles <= article)]
    }

    /// The signature of one article.
    pub fn signature(&self, article: usize) -> Result<Signature, Problem> {
        let page = self.page_of(article);
        page.signature(article - page.first, self)
    }

    /// Where an article comes from.
    pub fn place_of(&self, article: usize) -> Result<Place, Problem> {
        let page = self.page_of(article);
        let read = page.reads(self)?.swap_remove(article - page.first);
        Ok(read.place)
    }

    /// The stream of one article, and the thread that numbered its forms.
    pub fn stream_of(&self, article: usize) -> Result<(usize, Vec<u16>), Problem> {
        let page = self.page_of(article);
        let (stream, mut units) = (page.range(STREAM, article - page.first, self)?, Vec::new());
        page.stream.part(&self.of_streams, stream, &mut units)?;
        Ok((page.thread, units))
    }

    /// The forms of one article, as its thread numbers them, and that thread's.
    pub fn forms_of(&self, article: usize) -> Result<(&Forms, Vec<u32>), Problem> {
        let (thread, units) = self.stream_of(article)?;
        let mut forms = Vec::new();
        stream::numbers(&units, |number| forms.push(number));
        Ok((&self.forms[thread], forms))
    }
}
