//! Articles to files, without holding the corpus: what the program reads, and the plain text beside it.

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::Path;

use super::article::Article;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Files of at most about 16 MB.
    Jsonl,
    /// One file an article, with front matter, a thousand in a folder.
    Txt,
}

/// How much was written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Written {
    pub articles: u64,
    /// Of text, without metadata and syntax.
    pub bytes: u64,
}

const FILE: u64 = 16_000_000;

/// Writes articles until their texts have `bytes` bytes; `prefix` begins each file's name. `plain` gets the texts alone.
pub fn write(
    articles: impl Iterator<Item = Article>,
    bytes: u64,
    format: Format,
    folder: &Path,
    prefix: &str,
    plain: &mut impl Write,
) -> std::io::Result<Written> {
    fs::create_dir_all(folder)?;
    let (mut written, mut rows) = (Written::default(), None);
    for article in articles {
        if written.bytes >= bytes {
            break;
        }
        match format {
            Format::Jsonl => row(&article, written.bytes, folder, prefix, &mut rows)?,
            Format::Txt => text_file(&article, written.articles, folder, prefix)?,
        }
        plain.write_all(article.text.as_bytes())?;
        plain.write_all(b"\n\n")?;
        written.articles += 1;
        written.bytes += article.text.len() as u64;
    }
    if let Some((_, mut file)) = rows {
        file.flush()?;
    }
    plain.flush()?;
    Ok(written)
}

/// The number of the open file and the file.
type Rows = Option<(u64, BufWriter<File>)>;

fn row(article: &Article, bytes: u64, folder: &Path, prefix: &str, rows: &mut Rows) -> std::io::Result<()> {
    let number = bytes / FILE;
    let file = match rows {
        Some((open, file)) if *open == number => file,
        _ => {
            if let Some((_, mut full)) = rows.take() {
                full.flush()?;
            }
            let file = File::create(folder.join(format!("{prefix}{number:04}.jsonl")))?;
            &mut rows.insert((number, BufWriter::with_capacity(1 << 20, file))).1
        }
    };
    serde_json::to_writer(&mut *file, article)?;
    file.write_all(b"\n")
}

fn text_file(article: &Article, number: u64, folder: &Path, prefix: &str) -> std::io::Result<()> {
    let folder = folder.join(format!("{prefix}{:04}", number / 1000));
    fs::create_dir_all(&folder)?;
    let Article { title, date, outlet, text } = article;
    let text = format!("---\ntitle: {title}\ndate: {date}\noutlet: {outlet}\n---\n\n{text}\n");
    fs::write(folder.join(format!("{number:08}.txt")), text)
}
