//! A part of the input becomes a page: off the cache as far as it is there, otherwise by reading.

use super::Job;
use super::cache::{Cache, Key, Room};
use crate::base::problem::{Failure, Problem};
use crate::ingest::part::Part;
use crate::ingest::{Read, packed};
use crate::measure::reader::{Next, Reader};
use crate::measure::reading::Page;
use crate::measure::shelf_found;

/// What one thread has of its own.
pub struct Hand<'r> {
    pub reader: Reader<'r>,
    pub room: Room,
}

/// What makes pages.
#[derive(Clone, Copy)]
pub struct Pages<'a> {
    pub job: &'a Job<'a>,
    pub cache: Option<&'a Cache>,
    /// Whether any table asks for mentions.
    pub mentions: bool,
}

impl Pages<'_> {
    /// The page of a part, and what else the part gave.
    pub fn page(&self, hand: &mut Hand<'_>, part: Part) -> Result<(Read, Page), Failure> {
        let Hand { reader, room } = hand;
        let Some(cache) = self.cache else { return self.read(reader, part) };
        let [terms, mentions] = cache.keys(self.job, &part);
        let first = part.first;
        let kept = cache.take(terms, room, |mut entry| {
            let read = packed::unpack(&mut entry)?;
            Some((read, reader.unpack(entry, first)?))
        });
        let Some((read, mut page)) = kept else {
            let (read, page) = self.read(reader, part)?;
            cache.put(terms, room, |entry| {
                packed::pack(&read, entry);
                reader.pack(&page, first, entry);
                Some(())
            });
            self.keep_mentions(cache, mentions, room, &page);
            return Ok((read, page));
        };
        if self.mentions && cache.take(mentions, room, |entry| shelf_found::unpack(entry, &mut page)).is_none() {
            self.find_again(reader, part, &mut page)?;
            self.keep_mentions(cache, mentions, room, &page);
        }
        Ok((read, page))
    }

    fn read(&self, reader: &mut Reader<'_>, part: Part) -> Result<(Read, Page), Failure> {
        let mut page = reader.page();
        let read = self.job.corpus.read(part, |article| {
            reader.read(&article, &mut page);
            self.job.stop.check()
        })?;
        Ok((read, page))
    }

    fn keep_mentions(&self, cache: &Cache, key: Key, room: &mut Room, page: &Page) {
        if self.mentions {
            cache.put(key, room, |entry| {
                shelf_found::pack(page, entry);
                Some(())
            });
        }
    }

    /// Looks for the actors of another dictionary in texts that are counted already.
    fn find_again(&self, reader: &mut Reader<'_>, part: Part, page: &mut Page) -> Result<(), Failure> {
        let mut next = Next::default();
        self.job.corpus.read(part, |article| {
            self.job.stop.check()?;
            if reader.find_again(&article, &mut next, page) {
                return Ok(());
            }
            let what = format!("what the cache holds of it is of another text ({})", article.path);
            let remedy = "remove the folder `state` in the output folder, and please report this line";
            Err(Problem::of("cache".as_ref(), what, remedy).into())
        })?;
        Ok(())
    }
}
