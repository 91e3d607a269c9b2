//! The only user of `std::fs`: each error names its path and what can be done.

pub mod durable;
pub mod lock;
pub mod scratch;
pub mod spare;
pub mod staged;
pub mod walk;

use std::fs::File;
use std::io::{BufReader, Read};
use std::path::{Path, PathBuf};

use crate::base::problem::{Problem, shown};

/// Why an input could not be read: the difference decides whether the run goes on.
#[derive(Debug)]
pub enum Unreadable {
    /// The file's own fault (gone, forbidden, not a file, too large): it is skipped and listed.
    Skip(String),
    /// The machine's fault (out of handles or memory, a failing disk): the run fails.
    Machine(Problem),
}

/// An input file that is read from its start.
pub type Opened = BufReader<File>;

/// Opens an input file for reading from its start.
pub fn open(path: &Path) -> Result<Opened, Unreadable> {
    let file = File::open(path).map_err(|error| unreadable(path, &error))?;
    let kind = file.metadata().map_err(|error| unreadable(path, &error))?;
    if kind.is_file() {
        Ok(BufReader::with_capacity(1 << 16, file))
    } else {
        Err(Unreadable::Skip("not a regular file".to_owned()))
    }
}

/// All bytes of an input file, unless it has more than `limit` of them.
pub fn read(path: &Path, limit: u64) -> Result<Vec<u8>, Unreadable> {
    let mut bytes = Vec::new();
    let read = open(path)?.take(limit + 1).read_to_end(&mut bytes);
    read.map_err(|error| unreadable(path, &error))?;
    if bytes.len() as u64 > limit {
        return Err(Unreadable::Skip(format!("larger than {} MB ([ingest] max_article_mb)", limit >> 20)));
    }
    Ok(bytes)
}

/// The text of a file that the user named, such as config.toml.
pub fn read_text(path: &Path, remedy: &str) -> Result<String, Problem> {
    let bytes =
        std::fs::read(path).map_err(|error| Problem::of(path, format!("cannot be read: {}", plain(&error)), remedy))?;
    String::from_utf8(bytes).map_err(|error| {
        let right = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        let line = 1 + memchr::memchr_iter(b'\n', right).count();
        Problem::at(&shown(path), line, "it is not UTF-8", "save it as UTF-8")
    })
}

/// What the system says of a file without opening it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Facts {
    pub bytes: u64,
    /// Seconds since 1970.
    pub changed: u64,
}

/// What the system says of a file; `None` where there is none.
pub fn facts(path: &Path) -> Option<Facts> {
    let meta = std::fs::metadata(path).ok()?;
    let changed = meta.modified().ok().and_then(|time| time.duration_since(std::time::UNIX_EPOCH).ok());
    Some(Facts { bytes: meta.len(), changed: changed.map_or(0, |since| since.as_secs()) })
}

/// Whether something lies at `path`.
pub fn exists(path: &Path) -> bool {
    path.exists()
}

/// Whether `path` is a folder.
pub fn is_folder(path: &Path) -> bool {
    path.is_dir()
}

/// The folder that `path` means, without links and `..`.
pub fn canonical(path: &Path) -> Option<PathBuf> {
    std::fs::canonicalize(path).ok()
}

/// Sorts an I/O error into the file's fault or the machine's.
pub fn unreadable(path: &Path, error: &std::io::Error) -> Unreadable {
    use std::io::ErrorKind::{InvalidData, IsADirectory, NotADirectory, NotFound, PermissionDenied, UnexpectedEof};
    // ELOOP and ENAMETOOLONG have no stable kind; both are faults of the name.
    let name_at_fault = matches!(error.raw_os_error(), Some(36 | 40));
    match error.kind() {
        NotFound | PermissionDenied | IsADirectory | NotADirectory | InvalidData | UnexpectedEof => {
            Unreadable::Skip(plain(error))
        }
        _ if name_at_fault => Unreadable::Skip(plain(error)),
        _ => {
            let what = format!("reading failed: {}", plain(error));
            Unreadable::Machine(Problem::of(
                path,
                what,
                "this is the machine's fault, not the file's: free handles, memory or disk, then run again",
            ))
        }
    }
}

/// An I/O error without Rust's "(os error 2)".
pub fn plain(error: &std::io::Error) -> String {
    let text = error.to_string();
    let cut = text.find(" (os error").unwrap_or(text.len());
    let mut text = text[..cut].to_owned();
    if let Some(first) = text.get(..1) {
        text.replace_range(..1, &first.to_lowercase());
    }
    text
}

/// A problem with a file or folder that newsgauge itself keeps.
pub fn trouble(path: &Path, doing: &str, error: &std::io::Error) -> Problem {
    let remedy = if error.kind() == std::io::ErrorKind::NotADirectory {
        "a file stands where a folder must be: move it away, or choose another folder with --output"
    } else {
        "make its folder writable, free disk space, or choose another folder with --output"
    };
    Problem::of(path, format!("{doing} failed: {}", plain(error)), remedy)
}
