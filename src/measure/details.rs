//! What articles.csv says of an article and nothing counts: its texts, packed one behind the other.

use crate::base::narrow::narrow;
use crate::ingest::article::Article;

/// How many texts an article has.
pub const TEXTS: usize = 10;

/// The places of some.
pub const ID: usize = 0;
pub const TITLE: usize = 2;
pub const OUTLET: usize = 5;
pub const LANGUAGE: usize = 7;

/// The length that stands for no text.
const NONE: u32 = u32::MAX;

/// Appends the texts of an article: id, path, title, date, source of the date, outlet, author, language, url, encoding.
pub fn write(article: &Article, into: &mut Vec<u8>) {
    let meta = &article.meta;
    let mut text = |text: Option<&str>| {
        // A field is part of a row of at most a gigabyte.
        let length = text.map_or(NONE, |text| u32::try_from(text.len()).unwrap_or(NONE - 1));
        into.extend(length.to_le_bytes());
        into.extend(text.unwrap_or("").as_bytes());
    };
    text(Some(&article.id));
    text(Some(&article.path));
    text(meta.title.as_deref());
    text(meta.date.map(|date| date.to_string()).as_deref());
    text(meta.date_source);
    text(meta.outlet.as_deref());
    text(meta.author.as_deref());
    text(meta.language.as_deref());
    text(meta.url.as_deref());
    text(meta.encoding.map(|encoding| encoding.to_string()).as_deref());
}

/// The texts of each article that was written, in order.
pub fn read(packed: &[u8]) -> Vec<[Option<&str>; TEXTS]> {
    articles(packed).map(|(texts, _)| texts.map(|text| std::str::from_utf8(text?).ok())).collect()
}

/// Where the texts of each article end.
pub fn ends(packed: &[u8]) -> Vec<u32> {
    // The texts of a page are those of some hundred articles.
    articles(packed).map(|(_, rest)| narrow(packed.len() - rest.len())).collect()
}

/// Each article, with what stands behind it.
fn articles(packed: &[u8]) -> impl Iterator<Item = ([Option<&[u8]>; TEXTS], &[u8])> {
    let mut rest = packed;
    std::iter::from_fn(move || {
        (!rest.is_empty()).then(|| {
            let texts = std::array::from_fn(|_| bytes(&mut rest));
            (texts, rest)
        })
    })
}

fn bytes<'p>(packed: &mut &'p [u8]) -> Option<&'p [u8]> {
    // What was not written here is no text, and there is nothing behind it.
    let (length, rest) = std::mem::take(packed).split_first_chunk::<4>()?;
    let length = u32::from_le_bytes(*length);
    if length == NONE {
        *packed = rest;
        return None;
    }
    let (text, rest) = rest.split_at_checked(length as usize)?;
    *packed = rest;
    Some(text)
}

/// An article's id as a number, for millions of them in memory.
pub fn number(id: &str) -> u64 {
    // An id is 16 hexadecimal digits.
    u64::from_str_radix(id, 16).unwrap_or(0)
}

/// The id as it is written.
pub fn written(id: u64) -> String {
    format!("{id:016x}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::article::{Meta, Place, id};

    #[test]
    fn what_is_packed_comes_back_and_an_empty_title_is_not_a_missing_one() {
        let meta = Meta { title: Some(String::new()), outlet: Some("Amur".to_owned()), ..Meta::default() };
        let place = Place { file: 0, row: 0 };
        let article = Article { place, id: id("a.txt"), path: "a.txt".to_owned(), meta, text: String::new() };
        let mut packed = Vec::new();
        write(&article, &mut packed);
        write(&article, &mut packed);
        let [first, second] = ends(&packed)[..] else { panic!("two articles") };
        assert_eq!((first * 2, second as usize), (second, packed.len()));
        let read = read(&packed);
        let expected = [Some(&*article.id), Some("a.txt"), Some(""), None, None, Some("Amur"), None, None, None, None];
        assert_eq!(read, [expected, expected]);
        assert_eq!(written(number(&article.id)), article.id);
        assert_eq!(super::read(&packed[..packed.len() - 1]).len(), 2, "bytes that are missing end it");
    }
}
