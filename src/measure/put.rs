//! A page that was put away: its articles, their streams, mentions and texts, loaded when they are asked for.

use std::ops::Range;

use super::reading::{Read, Reading};
use super::signature::{BAND, BINS, Signature};
use super::spots::Spot;
use crate::base::date::Date;
use crate::base::problem::Problem;
use crate::base::spill::Kept;
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
    /// Band by band, since all articles are asked for one at a time.
    pub(super) signatures: Kept<u32>,
    pub(super) details: Kept<u8>,
    /// The actors that patterns made.
    pub built: Vec<Built>,
}

/// A `Read` without its id: file, row, date, whether the encoding was guessed, outlet, tokens, sentences, mentions, and where
/// its mentions, its stream and its texts end in the page.
pub(super) type Row = [u32; 11];
/// The places of these ends.
const SPOTS: usize = 8;
pub(super) const STREAM: usize = 9;
const DETAILS: usize = 10;
/// No outlet.
const NONE: u32 = u32::MAX;

impl Put {
    /// Its articles in order.
    pub fn reads(&self, reading: &Reading<'_>) -> Result<Vec<Read>, Problem> {
        let (mut buffer, mut ends) = (Vec::new(), [0; 2]);
        let rows = self.rows.load(reading.spill, &mut buffer)?;
        let read = |(id, row): (&u64, &Row)| {
            let read = read(*id, *row, ends);
            ends = [row[SPOTS], row[STREAM]];
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
        let mut rest = self.stream.load(&reading.of_streams, &mut buffer)?;
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
        let mut stream = self.stream.load(&reading.of_streams, &mut of_stream)?;
        let mut spots = self.spots.load(reading.spill, &mut of_spots)?;
        for (article, read) in (self.first..).zip(self.reads(reading)?) {
            let (units, behind) = stream.split_at(read.stream as usize);
            let (here, others) = spots.split_at(read.spots as usize);
            each(article, units, here)?;
            (stream, spots) = (behind, others);
        }
        Ok(())
    }

    /// One band of the signatures of its articles, in order; that of each article is a piece of it.
    pub fn band(&self, band: usize, reading: &Reading<'_>, into: &mut Vec<u32>) -> Result<(), Problem> {
        let length = self.articles * BAND;
        self.signatures.part(&reading.of_signatures, band * length..(band + 1) * length, into)
    }

    /// The signature of the article at a place in the page.
    pub fn signature(&self, at: usize, reading: &Reading<'_>) -> Result<Signature, Problem> {
        let (mut places, mut buffer) = ([0; BINS], Vec::new());
        for (band, places) in places.chunks_exact_mut(BAND).enumerate() {
            let start = (band * self.articles + at) * BAND;
            self.signatures.part(&reading.of_signatures, start..start + BAND, &mut buffer)?;
            places.copy_from_slice(&buffer);
        }
        Ok(Signature(places))
    }

    /// What of the page's stream or texts belongs to the article at a place in it.
    pub(super) fn range(&self, of: usize, at: usize, reading: &Reading<'_>) -> Result<Range<usize>, Problem> {
        let mut rows = Vec::new();
        self.rows.part(reading.spill, at.saturating_sub(1)..at + 1, &mut rows)?;
        let start = if at == 0 { 0 } else { rows[0][of] };
        Ok(start as usize..rows[rows.len() - 1][of] as usize)
    }

    /// The texts of the article at a place in the page, packed, read into `buffer`.
    pub fn details_of(&self, at: usize, reading: &Reading<'_>, buffer: &mut Vec<u8>) -> Result<(), Problem> {
        self.details.part(reading.spill, self.range(DETAILS, at, reading)?, buffer)
    }

    /// The texts of its articles for articles.csv, packed (`details::read`).
    pub fn details<'k>(&'k self, reading: &Reading<'_>, buffer: &'k mut Vec<u8>) -> Result<&'k [u8], Problem> {
        self.details.load(reading.spill, buffer)
    }
}

pub(super) fn row(read: &Read, outlet: Option<u32>, [spots, stream, details]: [u32; 3]) -> Row {
    let Place { file, row } = read.place;
    let date = read.date.map_or(0, Date::number);
    // An article is at most a gigabyte long.
    let tokens = u32::try_from(read.tokens).unwrap_or(u32::MAX);
    let outlet = outlet.unwrap_or(NONE);
    [file, row, date, u32::from(read.guessed), outlet, tokens, read.sentences, read.mentions, spots, stream, details]
}

/// `ends` are those of the article before it.
fn read(id: u64, row: Row, ends: [u32; 2]) -> Read {
    let [file, row, date, guessed, outlet, tokens, sentences, mentions, spots, stream, _] = row;
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::narrow::narrow;
    use crate::base::spill::Spill;
    use crate::ingest::article::{Article, Meta};
    use crate::measure::details;
    use crate::measure::reading::Page;

    /// As many as the number, which tell their article and their place.
    fn units(number: u32) -> Vec<u16> {
        (0..number).map(|at| u16::try_from(number * 10 + at).unwrap()).collect()
    }

    /// An article of so many texts of metadata, tokens and mentions, with a signature of its own.
    fn add(number: u32, page: &mut Page) {
        let place = Place { file: 0, row: number };
        let title = Some("x".repeat(number as usize));
        let meta = Meta { title, ..Meta::default() };
        details::write(
            &Article { place, id: details::written(7), path: String::new(), meta, text: String::new() },
            &mut page.details,
        );
        page.signatures.extend((0..narrow(BINS)).map(|bin| bin * 100 + number));
        page.stream.extend(units(number));
        page.outlets.push(None);
        let (date, outlet, tokens) = (None, None, u64::from(number));
        let read = Read {
            place,
            id: 7,
            date,
            guessed: false,
            outlet,
            tokens,
            sentences: 1,
            mentions: 0,
            spots: 0,
            stream: number,
        };
        page.articles.push(read);
    }

    #[test]
    fn what_belongs_to_an_article_comes_back_alone_and_band_by_band() {
        let folder = tempfile::tempdir().unwrap();
        for limit in [0, u64::MAX] {
            let spill = Spill::new(&folder.path().join("spill"), limit);
            let mut reading = Reading::new(&spill);
            for numbers in [&[4, 2][..], &[3, 0, 5]] {
                let mut page = Page::of(0);
                numbers.iter().for_each(|number| add(*number, &mut page));
                reading.add(page.ready()).unwrap();
            }
            let put = &reading.pages[1];
            for (at, number) in [3, 0, 5].into_iter().enumerate() {
                let mut packed = Vec::new();
                put.details_of(at, &reading, &mut packed).unwrap();
                let texts = details::read(&packed);
                assert_eq!((texts.len(), texts[0][details::TITLE].map(str::len)), (1, Some(number as usize)));
                let signature: Vec<u32> = (0..narrow(BINS)).map(|bin| bin * 100 + number).collect();
                assert_eq!(reading.signature(2 + at).unwrap().0[..], signature);
                assert_eq!(reading.stream_of(2 + at).unwrap().1, units(number));
            }
            let mut places = Vec::new();
            put.band(1, &reading, &mut places).unwrap();
            assert_eq!(places, [303, 403, 503, 300, 400, 500, 305, 405, 505]);
        }
    }
}
