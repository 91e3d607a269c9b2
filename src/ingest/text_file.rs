//! .txt and .md: a file that is one article.

use super::article::{Encoding, Input, Skipped};
use super::discover::Source;
use super::record::Record;
use super::{decode, front_matter};
use crate::base::digest::sha256;
use crate::base::disk::{self, Unreadable};
use crate::config::Ingest;

/// What the file holds.
pub fn bytes(source: &Source, config: &Ingest) -> Result<(Vec<u8>, Input), Unreadable> {
    let bytes = disk::read(&source.path, config.max_article_mb << 20)?;
    let sha256 = sha256(&bytes);
    let input = Input { path: source.below.clone(), bytes: bytes.len() as u64, sha256 };
    Ok((bytes, input))
}

/// The one record of the file at `path`.
pub fn record(path: &str, bytes: Vec<u8>, config: &Ingest) -> Record {
    let decoded = match decode::decode(bytes, config.encoding.as_deref()) {
        Ok(decoded) => decoded,
        Err(reason) => {
            let skipped = Skipped::new(path, None, reason);
            return Record { row: 0, line: None, parts: Err(skipped), noted: Vec::new() };
        }
    };
    if binary(&decoded.text) {
        let skipped = Skipped::new(path, None, "not a text: many of its characters are control characters");
        return Record { row: 0, line: None, parts: Err(skipped), noted: Vec::new() };
    }
    let (mut meta, text, noted) = front_matter::split(path, decoded.text);
    meta.encoding = Some(Encoding { name: decoded.encoding, guessed: decoded.guessed });
    meta.title = meta.title.or_else(|| heading(path, &text));
    Record { row: 0, line: None, parts: Ok((meta, text)), noted }
}

/// Pictures and archives decode to something in old encodings; two control characters in a hundred are never a text.
fn binary(text: &str) -> bool {
    let controls = text.chars().filter(|c| c.is_control() && !c.is_whitespace()).count();
    controls >= 8 && controls * 50 > text.chars().count()
}

/// The first heading of a Markdown article, where nothing else gives a title.
fn heading(path: &str, text: &str) -> Option<String> {
    let line = text.lines().find(|line| !line.trim().is_empty()).filter(|_| path.ends_with(".md"))?;
    line.strip_prefix("# ").map(|title| title.trim().to_owned())
}
