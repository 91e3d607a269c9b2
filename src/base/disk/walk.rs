//! All files below a folder, in one order on every machine.

use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use crate::base::problem::Problem;

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

/// Everything below `root` but the folder `except`, sorted by its path below it; hidden files and folders are left out.
///
/// Links are followed; a link that leads back up is reported, not walked for ever.
pub fn files(root: &Path, except: &Path) -> Result<Vec<Found>, Problem> {
    if let Err(error) = std::fs::read_dir(root) {
        let what = format!("the input folder cannot be opened: {}", super::plain(&error));
        return Err(Problem::of(root, what, "name a folder of articles with --input or [ingest] input"));
    }
    let except = super::canonical(except);
    let excepted = |entry: &DirEntry| entry.file_type().is_dir() && super::canonical(entry.path()) == except;
    let wanted = |entry: &DirEntry| entry.depth() == 0 || !(hidden(entry) || (except.is_some() && excepted(entry)));
    let seen = WalkDir::new(root).follow_links(true).into_iter().filter_entry(wanted);
    let mut found: Vec<Found> = seen.filter_map(|entry| sort_out(root, entry)).collect();
    found.sort_by(|a, b| below(a).cmp(below(b)));
    Ok(found)
}

fn sort_out(root: &Path, entry: walkdir::Result<DirEntry>) -> Option<Found> {
    match entry {
        Ok(entry) if entry.file_type().is_dir() => None,
        Ok(entry) if entry.file_type().is_file() => {
            Some(Found::File { below: relative(root, entry.path()), path: entry.into_path() })
        }
        Ok(entry) => {
            Some(Found::Unusable { below: relative(root, entry.path()), reason: "not a regular file".to_owned() })
        }
        Err(error) => {
            let reason = match (error.loop_ancestor(), error.io_error()) {
                (Some(_), _) => "a link that leads back to a folder above it".to_owned(),
                (None, Some(io)) => super::plain(io),
                (None, None) => "cannot be looked into".to_owned(),
            };
            Some(Found::Unusable { below: error.path().map_or_else(String::new, |path| relative(root, path)), reason })
        }
    }
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
