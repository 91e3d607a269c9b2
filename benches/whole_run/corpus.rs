//! The articles to measure on: generated once and used again, or a folder of somebody's own; and their plain text.

use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};

use crate::generator::{self, Format, Written};
use crate::settings::Settings;

/// The seeds of the articles and of those that come later.
const SEED: u64 = 1;
const LATER: u64 = 2;

pub struct Corpus {
    pub name: String,
    pub input: PathBuf,
    /// The texts alone, for `wc`.
    pub plain: PathBuf,
    pub bytes: u64,
    /// Where it is known: the program must find as many.
    pub articles: Option<u64>,
    format: Format,
}

impl Corpus {
    pub fn generated(megabytes: u64, settings: &Settings) -> io::Result<Self> {
        let format = settings.format;
        let name = format!("{megabytes} MB {}", format!("{format:?}").to_lowercase());
        let folder = settings.folder.join(name.replace(' ', "-"));
        let (input, plain, note) = (folder.join("input"), folder.join("plain.txt"), folder.join("written"));
        let written = match noted(&note) {
            Some(written) => written,
            None => {
                // Half of an earlier attempt may be there.
                let _ = fs::remove_dir_all(&folder);
                fs::create_dir_all(&folder)?;
                let mut texts = BufWriter::new(File::create(&plain)?);
                let articles = generator::articles(SEED);
                let written = generator::write(articles, megabytes * 1_000_000, format, &input, "", &mut texts)?;
                fs::write(&note, format!("{} {}", written.articles, written.bytes))?;
                written
            }
        };
        let corpus = Self { name, input, plain, bytes: written.bytes, articles: Some(written.articles), format };
        corpus.forget_later()?;
        Ok(corpus)
    }

    /// The articles of `folder`, which is linked to and not copied.
    pub fn own(folder: &Path, settings: &Settings) -> io::Result<Self> {
        let place = settings.folder.join("own");
        let _ = fs::remove_dir_all(&place);
        let (input, plain) = (place.join("input"), place.join("plain.txt"));
        fs::create_dir_all(&input)?;
        link(&fs::canonicalize(folder)?, &input.join("own"))?;
        let mut texts = BufWriter::new(File::create(&plain)?);
        let bytes = texts_of(folder, &mut texts)?;
        texts.flush()?;
        Ok(Self { name: "own articles".to_owned(), input, plain, bytes, articles: None, format: Format::Jsonl })
    }

    /// Adds one article for a hundred that are there, in files of their own; how many.
    pub fn add_later(&self) -> io::Result<Written> {
        let articles = generator::articles(LATER);
        generator::write(articles, self.bytes / 100, self.format, &self.later(), "later-", &mut io::sink())
    }

    pub fn forget_later(&self) -> io::Result<()> {
        if self.later().exists() { fs::remove_dir_all(self.later()) } else { Ok(()) }
    }

    fn later(&self) -> PathBuf {
        self.input.join("later")
    }
}

fn noted(note: &Path) -> Option<Written> {
    let text = fs::read_to_string(note).ok()?;
    let (articles, bytes) = text.split_once(' ')?;
    Some(Written { articles: articles.parse().ok()?, bytes: bytes.parse().ok()? })
}

/// Copies the texts of all files below `folder`; their bytes.
fn texts_of(folder: &Path, out: &mut impl Write) -> io::Result<u64> {
    let mut bytes = 0;
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let ending = path.extension().and_then(|ending| ending.to_str());
        bytes += match ending {
            _ if path.is_dir() => texts_of(&path, out)?,
            Some("jsonl" | "ndjson") => texts_of_rows(&path, out)?,
            Some("txt" | "md") => io::copy(&mut File::open(&path)?, out)?,
            _ => 0,
        };
        out.write_all(b"\n")?;
    }
    Ok(bytes)
}

fn texts_of_rows(path: &Path, out: &mut impl Write) -> io::Result<u64> {
    let mut bytes = 0;
    for line in BufReader::new(File::open(path)?).lines() {
        let row: serde_json::Value = serde_json::from_str(&line?)?;
        let text = row.get("text").and_then(serde_json::Value::as_str).unwrap_or_default();
        out.write_all(text.as_bytes())?;
        out.write_all(b"\n\n")?;
        bytes += text.len() as u64;
    }
    Ok(bytes)
}

#[cfg(unix)]
fn link(folder: &Path, name: &Path) -> io::Result<()> {
    std::os::unix::fs::symlink(folder, name)
}

#[cfg(not(unix))]
fn link(folder: &Path, _: &Path) -> io::Result<()> {
    Err(io::Error::other(format!("{}: own articles are measured on Unix only", folder.display())))
}
