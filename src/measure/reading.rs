//! All that was read: pages of articles in the order of the corpus, and the forms of each thread that read them.

use rustc_hash::FxHashMap;

use super::forms::Forms;
use super::signature::{BINS, Signature};
use super::spots::Spot;
use super::stream;
use crate::base::date::Date;
use crate::base::problem::Problem;
use crate::base::spill::{Kept, Spill};
use crate::ingest::article::Place;
use crate::link::mentions::{Built, Found};

/// A corpus that was read. Pages may be added in any order and by any thread: the same tables come of it.
pub struct Reading<'s> {
    pub spill: &'s Spill,
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

/// A page that was put away.
pub struct Put {
    pub thread: usize,
    /// Index of its first article.
    pub first: usize,
    pub articles: usize,
    place: Option<Place>,
    rows: Kept<Row>,
    stream: Kept<u16>,
    spots: Kept<Spot>,
    signatures: Kept<u32>,
    details: Kept<u8>,
    /// The actors that patterns made.
    pub built: Vec<Built>,
}

/// A `Read` without its id: file, row, date, whether the encoding was guessed, outlet, tokens, sentences, mentions, and where
/// its mentions and its stream end in the page.
type Row = [u32; 10];
/// No outlet.
const NONE: u32 = u32::MAX;

impl Page {
    pub fn of(thread: usize) -> Self {
        Self { thread, ..Self::default() }
    }
}

impl<'s> Reading<'s> {
    pub fn new(spill: &'s Spill) -> Self {
        Self {
            spill,
            forms: Vec::new(),
            ids: Vec::new(),
            pages: Vec::new(),
            tokens: 0,
            mentions: 0,
            guessed: 0,
            outlets: Vec::new(),
            outlet_numbers: FxHashMap::default(),
        }
    }

    /// Puts a page away.
    pub fn add(&mut self, page: Page) -> Result<(), Problem> {
        let (first, articles) = (self.articles(), page.articles.len());
        let place = page.articles.first().map(|read| read.place);
        let (mut rows, mut ends) = (Vec::with_capacity(articles), [0; 2]);
        for (read, outlet) in page.articles.iter().zip(page.outlets) {
            self.ids.push(read.id);
            self.tokens += read.tokens;
            self.mentions += u64::from(read.mentions);
            self.guessed += u64::from(read.guessed);
            ends = [ends[0] + read.spots, ends[1] + read.stream];
            rows.push(row(read, outlet.map(|outlet| self.outlet(outlet)), ends));
        }
        self.pages.push(Put {
            thread: page.thread,
            first,
            articles,
            place,
            rows: self.spill.keep(rows)?,
            stream: self.spill.keep(page.stream)?,
            spots: self.spill.keep(page.spots)?,
            signatures: self.spill.keep(page.signatures)?,
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

    /// Forgets what only measuring needs: streams, mentions and signatures. The tables that follow take their place in memory.
    pub fn forget(&mut self) {
        for page in &mut self.pages {
            (page.stream, page.spots, page.signatures) = (Kept::default(), Kept::default(), Kept::default());
        }
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
        let (start, mut buffer) = ((article - page.first) * BINS, Vec::new());
        page.signatures.part(self.spill, start..start + BINS, &mut buffer)?;
        Ok(buffer.try_into().map_or(Signature::none(), Signature))
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
        let (at, mut rows, mut units) = (article - page.first, Vec::new(), Vec::new());
        page.rows.part(self.spill, at.saturating_sub(1)..at + 1, &mut rows)?;
        let ends: Vec<usize> = rows.iter().map(|row| row[9] as usize).collect();
        let start = if at == 0 { 0 } else { ends[0] };
        page.stream.part(self.spill, start..ends[ends.len() - 1], &mut units)?;
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

impl Put {
    /// Its articles in order.
    pub fn reads(&self, reading: &Reading<'_>) -> Result<Vec<Read>, Problem> {
        let (mut buffer, mut ends) = (Vec::new(), [0; 2]);
        let rows = self.rows.load(reading.spill, &mut buffer)?;
        let read = |(id, row): (&u64, &Row)| {
            let read = read(*id, *row, ends);
            ends = [row[8], row[9]];
            read
        };
        Ok(reading.ids[self.first..].iter().zip(rows).map(read).collect())
    }

    /// Each article of the page with its stream.
    pub fn streams(
        &self,
        reading: &Reading<'_>,
        mut each: impl FnMut(usize, &[u16]) -> Result<(), Problem>,
    ) -> Result<(), Problem> {
        let mut buffer = Vec::new();
        let mut rest = self.stream.load(reading.spill, &mut buffer)?;
        for (article, read) in (self.first..).zip(self.reads(reading)?) {
            let (units, behind) = rest.split_at(read.stream as usize);
            each(article, units)?;
            rest = behind;
        }
        Ok(())
    }

    /// Each article of the page with its mentions.
    pub fn spots(&self, reading: &Reading<'_>, mut each: impl FnMut(usize, &Read, &[Spot])) -> Result<(), Problem> {
        let mut buffer = Vec::new();
        let mut rest = self.spots.load(reading.spill, &mut buffer)?;
        for (article, read) in (self.first..).zip(self.reads(reading)?) {
            let (spots, behind) = rest.split_at(read.spots as usize);
            each(article, &read, spots);
            rest = behind;
        }
        Ok(())
    }

    /// The signatures of its articles, in order.
    pub fn signatures(&self, spill: &Spill) -> Result<Vec<Signature>, Problem> {
        let mut buffer = Vec::new();
        let places = self.signatures.load(spill, &mut buffer)?;
        Ok(places.chunks_exact(BINS).filter_map(|places| places.try_into().ok()).map(Signature).collect())
    }

    /// The texts of its articles for articles.csv, packed (`details::read`).
    pub fn details<'k>(&'k self, spill: &Spill, buffer: &'k mut Vec<u8>) -> Result<&'k [u8], Problem> {
        self.details.load(spill, buffer)
    }
}

fn row(read: &Read, outlet: Option<u32>, [spots, stream]: [u32; 2]) -> Row {
    let Place { file, row } = read.place;
    let date = read.date.map_or(0, Date::number);
    // An article is at most a gigabyte long.
    let tokens = u32::try_from(read.tokens).unwrap_or(u32::MAX);
    let outlet = outlet.unwrap_or(NONE);
    [file, row, date, u32::from(read.guessed), outlet, tokens, read.sentences, read.mentions, spots, stream]
}

/// `ends` are those of the article before it.
fn read(id: u64, row: Row, ends: [u32; 2]) -> Read {
    let [file, row, date, guessed, outlet, tokens, sentences, mentions, spots, stream] = row;
    Read {
        place: Place { file, row },
        id,
        date: Date::of_number(date),
        guessed: guessed != 0,
        outlet: Some(outlet).filter(|outlet| *outlet != NONE),
        tokens: u64::from(tokens),
        sentences,
        mentions,
        spots: spots - ends[0],
        stream: stream - ends[1],
    }
}
