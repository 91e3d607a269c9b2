//! `newsgauge init`: a configuration and a dictionary to start from.

use std::path::{Path, PathBuf};

use crate::base::disk::{self, durable};
use crate::base::problem::{Failure, Problem};

/// What a newcomer starts from: the files of the project itself.
const FILES: [(&str, &str); 2] =
    [("config.toml", include_str!("../../config.toml")), ("actors.toml", include_str!("../../actors.toml"))];

/// Writes config.toml, actors.toml and an empty input folder into `folder`.
///
/// # Errors
/// `Failure::Config` where one of the files is there already: nothing is overwritten.
pub fn init(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let files = FILES.map(|(name, text)| (folder.join(name), text));
    let there = |(path, _): &(PathBuf, &str)| {
        disk::exists(path).then(|| {
            Problem::of(
                path,
                "is there already, and init overwrites nothing",
                "move it away, or run init in another folder",
            )
        })
    };
    let problems: Vec<Problem> = files.iter().filter_map(there).collect();
    if !problems.is_empty() {
        return Err(Failure::Config(problems));
    }
    durable::make_folder(&folder.join("input"))?;
    let mut written = vec![folder.join("input")];
    for (path, text) in files {
        durable::write_new(&path, text.as_bytes())?;
        written.push(path);
    }
    Ok(written)
}
