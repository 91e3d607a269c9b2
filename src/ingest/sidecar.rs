//! metadata.csv: what the analyst knows about files, by path; it wins over what the files say of themselves.

use std::collections::BTreeMap;
use std::path::Path;

use super::article::{Meta, Skipped};
use super::decode::decode;
use super::fields::Field;
use crate::config::Ingest;

/// The name that a sidecar has in any folder of the input.
pub const NAME: &str = "metadata.csv";

/// Metadata by path below the input folder, with the place that gave it.
#[derive(Debug, Default)]
pub struct Sidecar {
    rows: BTreeMap<String, (Meta, Skipped)>,
}

impl Sidecar {
    /// Reads one sidecar. `file` is its name in messages, `folder` the place below the input that its paths start from.
    pub fn add(&mut self, file: &str, folder: &str, bytes: Vec<u8>, config: &Ingest, skipped: &mut Vec<Skipped>) {
        let (columns, delimiter) = (&config.columns, u8::try_from(config.csv_delimiter).unwrap_or(b','));
        let skip = |line: Option<u64>, reason: String| Skipped::new(file, line, reason);
        let text = match decode(bytes, config.encoding.as_deref()) {
            Ok(decoded) => decoded.text,
            Err(reason) => return skipped.push(skip(None, reason)),
        };
        let mut reader = csv::ReaderBuilder::new().flexible(true).delimiter(delimiter).from_reader(text.as_bytes());
        let headers = reader.headers().cloned().unwrap_or_default();
        let find = |name: &str| headers.iter().position(|header| header.trim() == name);
        let Some(path_column) = find("path") else {
            return skipped.push(skip(
                Some(1),
                "it has no column `path`; write path,date,outlet ... in its first line".to_owned(),
            ));
        };
        let fields: Vec<(Field, usize)> =
            Field::ALL.into_iter().filter_map(|field| Some((field, find(field.column(columns))?))).collect();
        let known = |header: &str| {
            header.is_empty() || header == "path" || Field::ALL.iter().any(|field| header == field.column(columns))
        };
        for header in headers.iter().map(str::trim).filter(|header| !known(header)) {
            let names = Field::ALL.map(|field| field.column(columns)).join(", ");
            skipped.push(skip(Some(1), format!("the column `{header}` is not used; known are path, {names}")));
        }
        for record in reader.records() {
            let record = match record {
                Ok(record) => record,
                Err(error) => {
                    skipped.push(skip(error.position().map(csv::Position::line), format!("not a CSV row: {error}")));
                    continue;
                }
            };
            let line = record.position().map(csv::Position::line);
            let mut meta = Meta::default();
            for (field, column) in &fields {
                if let Err(reason) = meta.set(*field, record.get(*column).unwrap_or(""), "metadata") {
                    skipped.push(skip(line, reason));
                }
            }
            let path = join(folder, record.get(path_column).unwrap_or("").trim());
            let absent = skip(line, format!("it describes {path:?}, and there is no such file in the input"));
            self.rows.entry(path).or_insert_with(|| (Meta::default(), absent)).0.overlay(&meta);
        }
    }

    /// What is known about the file at `path`.
    pub fn of(&self, path: &str) -> Option<&Meta> {
        self.rows.get(path).map(|(meta, _)| meta)
    }

    /// A skipped row for each path that names no file.
    pub fn unused<'p>(&self, paths: impl Iterator<Item = &'p str>) -> Vec<Skipped> {
        let known: std::collections::BTreeSet<&str> = paths.collect();
        self.rows
            .iter()
            .filter(|(path, _)| !known.contains(path.as_str()))
            .map(|(_, (_, absent))| absent.clone())
            .collect()
    }
}

fn join(folder: &str, path: &str) -> String {
    let path = path.replace('\\', "/");
    let path = path.strip_prefix("./").unwrap_or(&path);
    if folder.is_empty() { path.to_owned() } else { format!("{folder}/{path}") }
}

/// The folder part of a path with `/` between its parts.
pub fn folder_of(path: &str) -> &str {
    Path::new(path).parent().and_then(Path::to_str).unwrap_or("")
}
