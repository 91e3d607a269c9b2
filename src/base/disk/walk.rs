//! All files below a folder, in one order on every machine.

use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use super::Unreadable;
use crate::base::problem::{Failure, Problem};

/// A file found, or a place that could not be looked into.
#[derive(Debug)]
pub enum Found {
    File {
        path: PathBuf,
        /// Below the folder, with `/` between parts.
        below: String,
    },
    Unusable {
        below: String,
        reason: String,
    },
}

/// Everything below `root` but what `apart` names, sorted by its path below it; hidden files and folders are left out.
///
/// Links are followed; a link that leads back up is reported, not walked for ever.
///
/// # Errors
/// A folder that cannot be opened as input, and what is the machine's fault below it: a listing with holes would give
/// wrong counts without a word.
pub fn files(root: &Path, apart: &[PathBuf]) -> Result<Vec<Found>, Failure> {
    if let Some(problem) = unusable_folder(root) {
        return Err(Failure::Config(vec![problem]));
    }
    let apart: Vec<PathBuf> = apart.iter().filter_map(|path| super::canonical(path)).collect();
    let is_apart = |entry: &DirEntry| {
        // Only a file or folder of the same name is worth asking the disk about.
        let named = apart.iter().any(|path| path.file_name() == Some(entry.file_name()));
        named && super::canonical(entry.path()).is_some_and(|path| apart.contains(&path))
    };
    let wanted = |entry: &DirEntry| entry.depth() == 0 || !(hidden(entry) || is_apart(entry));
    let seen = WalkDir::new(root).follow_links(true).into_iter().filter_entry(wanted);
    let mut found = Vec::new();
    for entry in seen {
        found.extend(sort_out(root, entry)?);
    }
    found.sort_by(|a, b| below(a).cmp(below(b)));
    Ok(found)
}

/// What is wrong with a folder of articles, if it cannot be listed.
pub fn unusable_folder(root: &Path) -> Option<Problem> {
    let error = std::fs::read_dir(root).err()?;
    let what = format!("the input folder cannot be opened: {}", super::plain(&error));
    Some(Problem::of(root, what, "name a folder of articles with --input or [ingest] input"))
}

fn sort_out(root: &Path, entry: walkdir::Result<DirEntry>) -> Result<Option<Found>, Problem> {
    let error = match entry {
        Ok(entry) if entry.file_type().is_dir() => return Ok(None),
        Ok(entry) => {
            let below = relative(root, entry.path());
            let regular = entry.file_type().is_file();
            let reason = "not a regular file".to_owned();
            return Ok(Some(match regular {
                true => Found::File { below, path: entry.into_path() },
                false => Found::Unusable { below, reason },
            }));
        }
        Err(error) => error,
    };
    let path = error.path().unwrap_or(root);
    let reason = match (error.loop_ancestor(), error.io_error()) {
        (Some(_), _) => "a link that leads back to a folder above it".to_owned(),
        (None, Some(io)) => match super::unreadable(path, io) {
            Unreadable::Skip(reason) => reason,
            Unreadable::Machine(problem) => return Err(problem),
        },
        (None, None) => "cannot be looked into".to_owned(),
    };
    Ok(Some(Found::Unusable { below: relative(root, path), reason }))
}

fn hidden(entry: &DirEntry) -> bool {
    entry.file_name().as_encoded_bytes().starts_with(b".")
}

fn below(found: &Found) -> &str {
    match found {
        Found::File { below, .. } | Found::Unusable { below, .. } => below,
    }
}

/// `path` below `root` with `/` between its parts, whatever the system's separator. Bytes that are no UTF-8 are spelled
/// out, so that two names never look the same.
fn relative(root: &Path, path: &Path) -> String {
    let name = |part: std::path::Component<'_>| match part.as_os_str().to_str() {
        Some(name) => name.to_owned(),
        None => format!("{:?}", part.as_os_str()).trim_matches('"').to_owned(),
    };
    let parts = path.strip_prefix(root).unwrap_or(path).components();
    parts.map(name).collect::<Vec<_>>().join("/")
}
