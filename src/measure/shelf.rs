//! A page without its mentions as bytes and back: what a run keeps of articles so that the next one need not read them.
//!
//! A thread numbers its forms as it meets them, so the forms of a page are numbered anew here, those alone; the reader that
//! takes the page back numbers them its own way again. Neither the stop list nor the dictionary is in it: forms are classed
//! and cut into parts when they are taken back.

use super::details;
use super::forms::{APOSTROPHE, BREAK, FIRST, Forms, SENTENCE};
use super::locals::Locals;
use super::reading::{Page, Read};
use super::signature::BINS;
use super::stream;
use crate::base::date::Date;
use crate::base::narrow::narrow;
use crate::base::packed::{Pack, Unpack};
use crate::ingest::article::Place;
use crate::lex::token::Kind;

/// Packs pages, in buffers that are filled again with each.
#[derive(Default)]
pub struct Shelf {
    locals: Locals,
    counts: Vec<u32>,
    units: Vec<u16>,
}

/// A page off the shelf whose forms no reader knows yet.
pub struct Shelved<'b> {
    pub page: Page,
    /// How each form is written, of which kind it is, and how often it stands in the page.
    pub forms: Vec<(&'b str, Kind, u32)>,
}

/// File below the first of the page, row, date, whether the encoding was guessed, tokens, sentences, units of the stream.
type Row = [u32; 7];

impl Shelf {
    /// Appends a page; `first` is the file that its first article may come from.
    pub fn pack(&mut self, page: &Page, forms: &Forms, first: usize, pack: &mut Pack) {
        let Self { locals, counts, units } = self;
        locals.fill(&page.stream, forms.len());
        counts.clear();
        counts.resize(locals.len(), 0);
        units.clear();
        let (mut rows, mut rest) = (Vec::with_capacity(page.articles.len()), page.stream.as_slice());
        for read in &page.articles {
            let before = units.len();
            let (here, behind) = rest.split_at(read.stream as usize);
            stream::numbers(here, |number| {
                if number < FIRST {
                    return stream::push(units, number);
                }
                let local = locals.number(number);
                counts[local as usize] += 1;
                stream::push(units, local + FIRST);
            });
            rest = behind;
            rows.push(row(read, first, units.len() - before));
        }
        pack_forms(locals, counts, forms, pack);
        pack.list::<Row>(&rows);
        pack.list(units);
        pack.list(&page.signatures);
        pack.list(&page.details);
    }
}

impl<'b> Shelved<'b> {
    /// What was packed, all that is left, its articles in the files from `first` on; `None` of anything else.
    pub fn unpack(mut packed: Unpack<'b>, first: usize, thread: usize) -> Option<Self> {
        let forms = unpack_forms(&mut packed)?;
        let rows = packed.list::<Row>()?;
        let mut page = Page::of(thread);
        (page.stream, page.signatures, page.details) = (packed.list()?, packed.list()?, packed.list()?);
        packed.end()?;
        let details = details::read(&page.details);
        let mut known = true;
        stream::numbers(&page.stream, |number| known &= (number as usize) < forms.len() + FIRST as usize);
        let units: usize = rows.iter().map(|row| row[6] as usize).sum();
        let whole = details.len() == rows.len() && page.signatures.len() == rows.len() * BINS;
        if !(known && whole && units == page.stream.len()) {
            return None;
        }
        for (row, texts) in rows.iter().zip(&details) {
            page.outlets.push(texts[details::OUTLET].map(str::to_owned));
            page.articles.push(read(*row, texts[details::ID]?, first));
        }
        Some(Self { page, forms })
    }

    /// The page in the numbers of a thread; `number` gives that of a form, which was met so often.
    pub fn tell(self, mut number: impl FnMut(&str, Kind, u32) -> u32) -> Page {
        let Self { mut page, forms } = self;
        let mut numbers = vec![SENTENCE, BREAK, APOSTROPHE];
        numbers.extend(forms.into_iter().map(|(written, kind, n)| number(written, kind, n)));
        let mut told = Vec::with_capacity(page.stream.len() + page.stream.len() / 8);
        let mut rest = page.stream.as_slice();
        for read in &mut page.articles {
            let before = told.len();
            let (here, behind) = rest.split_at(read.stream as usize);
            stream::numbers(here, |number| stream::push(&mut told, numbers[number as usize]));
            read.stream = narrow(told.len() - before);
            rest = behind;
        }
        page.stream = told;
        page
    }
}

fn row(read: &Read, first: usize, units: usize) -> Row {
    let file = (read.place.file as usize).saturating_sub(first);
    let date = read.date.map_or(0, Date::number);
    let tokens = u32::try_from(read.tokens).unwrap_or(u32::MAX);
    [narrow(file), read.place.row, date, u32::from(read.guessed), tokens, read.sentences, narrow(units)]
}

fn read([file, row, date, guessed, tokens, sentences, stream]: Row, id: &str, first: usize) -> Read {
    Read {
        place: Place { file: file.saturating_add(narrow(first)), row },
        id: details::number(id),
        date: Date::of_number(date),
        guessed: guessed != 0,
        outlet: None,
        tokens: u64::from(tokens),
        sentences,
        mentions: 0,
        spots: 0,
        stream,
    }
}

/// The forms of a page: how often each is met, where it ends in a text of all, whether it is a number.
fn pack_forms(locals: &Locals, counts: &[u32], forms: &Forms, pack: &mut Pack) {
    let (mut texts, mut ends, mut kinds) = (String::new(), Vec::new(), Vec::new());
    for number in locals.forms() {
        let form = forms.form(number);
        texts.push_str(forms.written(form));
        ends.push(narrow(texts.len()));
        kinds.push(u8::from(form.kind == Kind::Number));
    }
    pack.list(counts);
    pack.list(&ends);
    pack.list(&kinds);
    pack.text(&texts);
}

fn unpack_forms<'b>(packed: &mut Unpack<'b>) -> Option<Vec<(&'b str, Kind, u32)>> {
    let (counts, ends, kinds) = (packed.list::<u32>()?, packed.list::<u32>()?, packed.list::<u8>()?);
    let (texts, mut start) = (packed.text()?, 0);
    // Each form of a page was met there.
    if counts.len() != ends.len() || counts.len() != kinds.len() || counts.contains(&0) {
        return None;
    }
    let form = |((n, end), kind): ((u32, u32), u8)| {
        let written = texts.get(start..end as usize)?;
        start = end as usize;
        Some((written, if kind == 0 { Kind::Word } else { Kind::Number }, n))
    };
    counts.into_iter().zip(ends).zip(kinds).map(form).collect()
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use proptest::prelude::*;

    use super::*;
    use crate::config::{dictionary, load};
    use crate::ingest::article::{Article, Meta, id};
    use crate::lex::stop::Rules;
    use crate::link::Linker;
    use crate::measure::reader::{Next, Reader};
    use crate::measure::shelf_found;

    const ACTORS: &str = "[[actor]]\nid = \"a\"\nname = \"Kim Jong Un\"\ntype = \"person\"\nshort = [\"Kim\"]\n
        [[actor]]\nid = \"b\"\nname = \"Kim\"\ntype = \"place\"\n[[actor]]\nid = \"c\"\nname = \"Пхеньян\"\ntype = \"place\"\n";

    fn articles(texts: &[String], file: u32) -> Vec<Article> {
        let article = |(row, text): (u32, &String)| {
            let path = format!("{}.txt", text.len());
            let date = Date::parse(["2024", "2024-06", "2024-06-19", ""][row as usize % 4]);
            let outlet = (row % 3 > 0).then(|| format!("Outlet {}", row % 3));
            let meta = Meta { date, outlet, ..Meta::default() };
            Article { place: Place { file: file + row / 2, row }, id: id(&path), path, meta, text: text.clone() }
        };
        (1..).zip(texts).map(article).collect()
    }

    /// All that a page says, in words instead of numbers.
    fn said(page: &Page, forms: &Forms) -> String {
        let (mut said, mut rest) = (String::new(), page.stream.as_slice());
        for read in &page.articles {
            let (here, behind) = rest.split_at(read.stream as usize);
            stream::numbers(here, |number| {
                said +=
                    if number < FIRST { ["|", ",", "'"][number as usize] } else { forms.written(forms.form(number)) };
                said.push(' ');
            });
            rest = behind;
            said += &format!("{:?}\n", Read { stream: 0, ..read.clone() });
        }
        let Page { outlets, spots, signatures, details, found, .. } = page;
        said + &format!("{outlets:?} {spots:?} {signatures:?} {details:?} {found:?}")
    }

    fn counts(forms: &Forms) -> Vec<(String, u64, String)> {
        let mut counts: Vec<_> = forms
            .all()
            .iter()
            .map(|form| (forms.written(form).to_owned(), form.n, format!("{:?}{:?}", form.class, form.kind)))
            .collect();
        counts.sort();
        counts
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]
        #[test]
        fn a_page_comes_back_from_the_shelf_whatever_the_reader_met_before(
            texts in prop::collection::vec("(Kim |Jong |Un |the |Пхеньян |2024 |, |\\. |’s |[a-c]{1,3} ){0,30}", 0..8),
            others in prop::collection::vec("([a-f]{1,2} ){0,20}", 1..4),
        ) {
            let (config, _) = load::parse("config.toml", Path::new(""), "");
            let dictionary = dictionary::parse("actors.toml", ACTORS).unwrap();
            let (rules, linker) = (Rules::new(&config.lex), Linker::new(&dictionary));
            let reader = || Reader::new(&rules, &linker, 0);
            let read = |reader: &mut Reader<'_>, texts: &[String], file| {
                let mut page = reader.page();
                articles(texts, file).iter().for_each(|article| reader.read(article, &mut page));
                page
            };
            let mut first = reader();
            read(&mut first, &others, 0);
            let page = read(&mut first, &texts, 7);
            let (mut terms, mut mentions) = (Pack::default(), Pack::default());
            first.pack(&page, 7, &mut terms);
            shelf_found::pack(&page, &mut mentions);

            let (mut second, mut third) = (reader(), reader());
            let mut back = second.unpack(Unpack::of(terms.bytes()), 9).unwrap();
            let mut again = second.unpack(Unpack::of(terms.bytes()), 9).unwrap();
            shelf_found::unpack(Unpack::of(mentions.bytes()), &mut back).unwrap();
            let mut next = Next::default();
            for article in articles(&texts, 9) {
                prop_assert!(second.find_again(&article, &mut next, &mut again));
            }
            let expected = [read(&mut third, &texts, 9), read(&mut third, &texts, 9)];
            let (second, third) = (second.finish(), third.finish());
            prop_assert_eq!(said(&back, &second), said(&expected[0], &third));
            prop_assert_eq!(said(&again, &second), said(&expected[1], &third));
            prop_assert_eq!(counts(&second), counts(&third));
            let mut fourth = reader();
            for cut in (0..terms.bytes().len()).step_by(13) {
                prop_assert!(fourth.unpack(Unpack::of(&terms.bytes()[..cut]), 0).is_none());
            }
        }
    }
}
