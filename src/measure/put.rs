//! A page that was put away: its articles, their streams, mentions and texts, loaded when they are asked for.

use super::reading::{Read, Reading};
use super::signature::{BINS, Signature};
use super::spots::Spot;
use crate::base::date::Date;
use crate::base::problem::Problem;
use crate::base::spill::{Kept, Spill};
use crate::ingest::article::Place;
use crate::link::mentions::Built;

/// A page that was put away.
pub struct Put {
    pub thread: usize,
    /// Index of its first article.
    pub first: usize,
    pub articles: usize,
    pub(super) place: Option<Place>,
    pub(super) rows: Kept<Row>,
    pub(super) stream: Kept<u16>,
    pub(super) spots: Kept<Spot>,
    pub(super) signatures: Kept<u32>,
    pub(super) details: Kept<u8>,
    /// The actors that patterns made.
    pub built: Vec<Built>,
}

/// A `Read` without its id: file, row, date, whether the encoding was guessed, outlet, tokens, sentences, mentions, and where
/// its mentions and its stream end in the page.
pub(super) type Row = [u32; 10];
/// No outlet.
const NONE: u32 = u32::MAX;

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

    /// Each article of the page with its stream and its mentions.
    pub fn both(
        &self,
        reading: &Reading<'_>,
        mut each: impl FnMut(usize, &[u16], &[Spot]) -> Result<(), Problem>,
    ) -> Result<(), Problem> {
        let (mut of_stream, mut of_spots) = (Vec::new(), Vec::new());
        let mut stream = self.stream.load(reading.spill, &mut of_stream)?;
        let mut spots = self.spots.load(reading.spill, &mut of_spots)?;
        for (article, read) in (self.first..).zip(self.reads(reading)?) {
            let (units, behind) = stream.split_at(read.stream as usize);
            let (here, others) = spots.split_at(read.spots as usize);
            each(article, units, here)?;
            (stream, spots) = (behind, others);
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

pub(super) fn row(read: &Read, outlet: Option<u32>, [spots, stream]: [u32; 2]) -> Row {
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
        date: Date::of_known(date),
        guessed: guessed != 0,
        outlet: Some(outlet).filter(|outlet| *outlet != NONE),
        tokens: u64::from(tokens),
        sentences,
        mentions,
        spots: spots - ends[0],
        stream: stream - ends[1],
    }
}
