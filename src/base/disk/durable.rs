//! Files and folders that survive a kill and a power cut: write, flush, fsync, rename, fsync the folder.

use std::fs::{self, File, OpenOptions};
use std::io::Write;
use std::path::Path;

use super::trouble;
use crate::base::problem::Problem;

/// Writes a new file whole and forces it to the disk. An existing file is an error, never overwritten.
pub fn write_new(path: &Path, bytes: &[u8]) -> Result<(), Problem> {
    let written = OpenOptions::new().write(true).create_new(true).open(path).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()
    });
    written.map_err(|error| trouble(path, "writing", &error))
}

/// Replaces a small file in one step: readers see the old bytes or the new ones.
pub fn replace(path: &Path, bytes: &[u8]) -> Result<(), Problem> {
    let staged = staged(path);
    remove(&staged)?;
    write_new(&staged, bytes)?;
    rename(&staged, path)
}

/// Points the link `link` at `target` in one step; false where the system has no links.
pub fn replace_link(link: &Path, target: &Path) -> Result<bool, Problem> {
    let staged = staged(link);
    remove(&staged)?;
    if !make_link(target, &staged) {
        return Ok(false);
    }
    rename(&staged, link)?;
    Ok(true)
}

/// Whether nothing or a link stands at `path`, so that a link can be put there.
pub fn is_absent_or_link(path: &Path) -> bool {
    fs::symlink_metadata(path).map_or(true, |meta| meta.is_symlink())
}

/// Makes a folder and those above it.
pub fn make_folder(path: &Path) -> Result<(), Problem> {
    fs::create_dir_all(path).map_err(|error| trouble(path, "making the folder", &error))
}

pub fn rename(from: &Path, to: &Path) -> Result<(), Problem> {
    fs::rename(from, to).map_err(|error| trouble(to, "renaming into place", &error))
}

/// Forces the names in a folder to the disk: without this a power cut can lose a renamed file.
pub fn sync_folder(path: &Path) -> Result<(), Problem> {
    // Only Unix can open a folder to sync it; elsewhere the rename is as durable as the system makes it.
    if !cfg!(unix) {
        return Ok(());
    }
    File::open(path).and_then(|folder| folder.sync_all()).map_err(|error| trouble(path, "syncing the folder", &error))
}

/// Removes a file or a whole folder; nothing there is no error.
pub fn remove(path: &Path) -> Result<(), Problem> {
    let Ok(meta) = fs::symlink_metadata(path) else { return Ok(()) };
    let removed = if meta.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) };
    removed.map_err(|error| trouble(path, "removing", &error))
}

/// The names in a folder, sorted; none where there is no folder.
pub fn names(path: &Path) -> Result<Vec<String>, Problem> {
    if !path.exists() {
        return Ok(Vec::new());
    }
    let listed: Result<Vec<_>, _> = fs::read_dir(path).and_then(Iterator::collect);
    let entries = listed.map_err(|error| trouble(path, "listing", &error))?;
    let mut names: Vec<String> = entries.iter().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    Ok(names)
}

fn staged(path: &Path) -> std::path::PathBuf {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    path.with_file_name(format!(".{name}.new"))
}

#[cfg(unix)]
fn make_link(target: &Path, link: &Path) -> bool {
    std::os::unix::fs::symlink(target, link).is_ok()
}

#[cfg(not(unix))]
fn make_link(_target: &Path, _link: &Path) -> bool {
    false
}
