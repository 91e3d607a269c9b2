//! One table of a TOML file, read key by key: each wrong value is a problem of its own, and so is each unknown key.

use std::collections::BTreeMap;

use serde::de::{DeserializeOwned, IntoDeserializer};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::lines::Lines;
use crate::base::problem::Problem;

/// What the sections of one file share: its name, its lines and the problems found so far.
pub struct Source {
    pub file: String,
    pub lines: Lines,
    pub problems: Vec<Problem>,
    /// Every key that was asked for, with its default as it would be written; what config.toml and README must list.
    pub asked: Vec<(String, String)>,
}

impl Source {
    pub fn new(file: String, text: &str) -> Self {
        Self { file, lines: Lines::of(text), problems: Vec::new(), asked: Vec::new() }
    }

    pub fn problem(&mut self, offset: usize, what: impl Into<String>, remedy: impl Into<String>) {
        let line = self.lines.line(offset);
        self.problems.push(Problem::at(&self.file, line, what, remedy));
    }
}

/// A table whose keys are taken one after the other; `finish` complains of those that nobody took.
pub struct Section<'i> {
    /// `lex` or `ingest.columns`; empty for the file itself.
    name: String,
    /// Where the table begins, for problems with keys that are absent.
    start: usize,
    entries: BTreeMap<String, (usize, Spanned<DeValue<'i>>)>,
    known: Vec<String>,
}

impl<'i> Section<'i> {
    pub fn new(name: &str, start: usize, table: DeTable<'i>) -> Self {
        let entries = table.into_iter().map(|(key, value)| (key.get_ref().to_string(), (key.span().start, value)));
        Self { name: name.to_owned(), start, entries: entries.collect(), known: Vec::new() }
    }

    /// Where the table begins, as a byte offset.
    pub fn start(&self) -> usize {
        self.start
    }

    /// The value of `key` and where it stands, if it is there and of type `T`.
    pub fn optional<T: DeserializeOwned>(&mut self, source: &mut Source, key: &str) -> Option<(T, usize)> {
        self.known.push(key.to_owned());
        let (_, value) = self.entries.remove(key)?;
        let place = value.span().start;
        match T::deserialize(value.into_deserializer()) {
            Ok(value) => Some((value, place)),
            Err(error) => {
                let what = format!("{}: {}", self.full(key), error.message());
                source.problem(
                    place,
                    what,
                    "write a value of the kind that the shipped config.toml shows for this key",
                );
                None
            }
        }
    }

    /// The value of `key`, or its default where it is absent, of the wrong type or refused by `rule`.
    ///
    /// A rule returns what the value must be ("1 or more") when it is not.
    pub fn value<T>(
        &mut self,
        source: &mut Source,
        key: &str,
        default: T,
        rule: impl Fn(&T) -> Option<&'static str>,
    ) -> T
    where
        T: DeserializeOwned + serde::Serialize,
    {
        let shown = toml::Value::try_from(&default).map(|value| value.to_string()).unwrap_or_default();
        let name = self.full(key);
        source.asked.push((name.clone(), shown.clone()));
        let Some((value, place)) = self.optional::<T>(source, key) else { return default };
        let Some(must) = rule(&value) else { return value };
        source.problem(
            place,
            format!("{name} must be {must}"),
            format!("change it, or remove the line to use the default, {shown}"),
        );
        default
    }

    /// The table `key` inside this one, empty where it is absent.
    pub fn section(&mut self, source: &mut Source, key: &str) -> Section<'i> {
        self.known.push(key.to_owned());
        let name = self.full(key);
        let Some((start, value)) = self.entries.remove(key) else {
            return Section::new(&name, self.start, DeTable::new());
        };
        let place = value.span().start;
        match value.into_inner() {
            DeValue::Table(table) => Section::new(&name, start, table),
            other => {
                source.problem(
                    place,
                    format!("{name} is a {}", other.type_str()),
                    format!("make it a table: a line [{name}], its keys below"),
                );
                Section::new(&name, start, DeTable::new())
            }
        }
    }

    /// The tables of an array `[[key]]`.
    pub fn tables(&mut self, source: &mut Source, key: &str) -> Vec<Section<'i>> {
        self.known.push(key.to_owned());
        let Some((_, value)) = self.entries.remove(key) else { return Vec::new() };
        let place = value.span().start;
        let DeValue::Array(array) = value.into_inner() else {
            source.problem(
                place,
                format!("{key} is not a list of tables"),
                format!("begin each entry with a line [[{key}]]"),
            );
            return Vec::new();
        };
        let mut tables = Vec::new();
        for item in array {
            let start = item.span().start;
            match item.into_inner() {
                DeValue::Table(table) => tables.push(Section::new(key, start, table)),
                other => source.problem(
                    start,
                    format!("an entry of {key} is a {}", other.type_str()),
                    format!("begin each entry with a line [[{key}]]"),
                ),
            }
        }
        tables
    }

    /// Complains of each key that nobody asked for, naming the nearest known one.
    pub fn finish(self, source: &mut Source) {
        for (key, (place, _)) in &self.entries {
            let place_name = if self.name.is_empty() { "the file".to_owned() } else { format!("[{}]", self.name) };
            let known = self.known.join(", ");
            let near = self.known.iter().map(|known| (strsim::damerau_levenshtein(known, key), known)).min();
            let remedy = match near {
                Some((distance, near)) if distance <= 1 + key.chars().count() / 3 => {
                    format!("did you mean `{near}`? Known in {place_name}: {known}")
                }
                _ => format!("remove it. Known in {place_name}: {known}"),
            };
            source.problem(*place, format!("unknown key `{}`", self.full(key)), remedy);
        }
    }

    fn full(&self, key: &str) -> String {
        if self.name.is_empty() { key.to_owned() } else { format!("{}.{key}", self.name) }
    }
}
