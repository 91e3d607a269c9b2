//! `newsgauge convert`: the dictionary in its other form, from TOML to CSV for a spreadsheet and back.

use std::path::Path;

use crate::base::disk::{self, durable};
use crate::base::problem::{Failure, Problem};
use crate::config::dictionary::{self, Dictionary, write};

/// Reads the dictionary `from` and writes it to `to`, each in the form that its ending says.
///
/// # Errors
/// `Failure::Config` where the dictionary has problems, an ending says nothing, or something lies at `to`: nothing is overwritten.
pub fn convert(from: &Path, to: &Path) -> Result<Dictionary, Failure> {
    let mut problems: Vec<Problem> = [from, to].into_iter().filter_map(nameless).collect();
    if !disk::exists(from) {
        problems.push(Problem::of(from, "is not there", "name the dictionary that is to be converted"));
    }
    if disk::exists(to) {
        let remedy = "move it away, or name another file";
        problems.push(Problem::of(to, "is there already, and convert overwrites nothing", remedy));
    }
    if !problems.is_empty() {
        return Err(Failure::Config(problems));
    }
    let dictionary = dictionary::load(from).map_err(Failure::Config)?;
    let text = if dictionary::is_sheet(to) { write::csv(&dictionary) } else { write::toml(&dictionary) };
    let remedy = "name a file in a folder that is there and can be written to";
    durable::write_new(to, text.as_bytes()).map_err(|problem| Problem { remedy: remedy.to_owned(), ..problem })?;
    Ok(dictionary)
}

fn nameless(path: &Path) -> Option<Problem> {
    let toml = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("toml"));
    let known = toml || dictionary::is_sheet(path);
    (!known).then(|| Problem::of(path, "ends in neither .toml nor .csv", "give it the ending of what it is to hold"))
}
