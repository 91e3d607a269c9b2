//! One table of a TOML file, read key by key: each wrong value is a problem of its own, and so is each unknown key.

use std::collections::BTreeMap;
use std::fmt::Display;

use serde::de::IntoDeserializer;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::source::{Source, Unknown, full};
use super::value::Value;

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

    /// Whether `key` is there, right or wrong; an empty list is as good as none.
    pub fn has(&self, key: &str) -> bool {
        let empty = |value: &DeValue<'_>| matches!(value, DeValue::Array(items) if items.is_empty());
        self.entries.get(key).is_some_and(|(_, value)| !empty(value.get_ref()))
    }

    /// The value of `key` and where it stands, if it is there and of type `T`.
    pub fn optional<T: Value>(&mut self, source: &mut Source, key: &str) -> Option<(T, usize)> {
        self.take(source, key, "correct the line")
    }

    /// The texts of the list `key`, each with its place; none where it is absent.
    pub fn texts(&mut self, source: &mut Source, key: &str) -> Vec<(String, usize)> {
        self.known.push(key.to_owned());
        let Some((_, value)) = self.entries.remove(key) else { return Vec::new() };
        let (place, name) = (value.span().start, full(&self.name, key));
        let DeValue::Array(items) = value.into_inner() else {
            source.problem(place, format!("{name} must be {}", Vec::<String>::KIND), "correct the line");
            return Vec::new();
        };
        let mut texts = Vec::new();
        for item in items {
            let place = item.span().start;
            match item.into_inner() {
                DeValue::String(text) => texts.push((text.into_owned(), place)),
                _ => source.problem(place, format!("an item of {name} must be {}", String::KIND), "correct the line"),
            }
        }
        texts
    }

    /// The texts of the list `key`, each with its place, which is empty by default.
    pub fn list(&mut self, source: &mut Source, key: &str) -> Vec<(String, usize)> {
        source.asked.push((full(&self.name, key), written(&Vec::<String>::new())));
        self.texts(source, key)
    }

    /// The value of `key`, or its default where it is absent, of the wrong type or refused by `rule`.
    ///
    /// A rule returns what the value must be ("1 or more") when it is not.
    pub fn value<T: Value, M: Display>(
        &mut self,
        source: &mut Source,
        key: &str,
        default: T,
        rule: impl Fn(&T) -> Option<M>,
    ) -> T {
        let name = full(&self.name, key);
        let shown = written(&default);
        source.asked.push((name.clone(), shown.clone()));
        let brief = if shown.len() <= 40 { format!(", {shown}") } else { String::new() };
        let remedy = format!("change it, or remove the line to use the default{brief}");
        let Some((value, place)) = self.take::<T>(source, key, &remedy) else { return default };
        let Some(must) = rule(&value) else { return value };
        source.problem(place, format!("{name} is {}, and must be {must}", written(&value)), remedy);
        default
    }

    /// The table `key` inside this one, empty where it is absent.
    pub fn section(&mut self, source: &mut Source, key: &str) -> Section<'i> {
        self.known.push(key.to_owned());
        let name = full(&self.name, key);
        let Some((start, value)) = self.entries.remove(key) else {
            return Section::new(&name, self.start, DeTable::new());
        };
        let DeValue::Table(table) = value.into_inner() else {
            let remedy = format!("write a line [{name}], and its keys below it");
            source.problem(start, format!("{name} must be a table"), remedy);
            return Section::new(&name, start, DeTable::new());
        };
        Section::new(&name, start, table)
    }

    /// The tables of an array `[[key]]`.
    pub fn tables(&mut self, source: &mut Source, key: &str) -> Vec<Section<'i>> {
        self.known.push(key.to_owned());
        let name = full(&self.name, key);
        let remedy = if self.name.is_empty() {
            format!("begin each entry with a line [[{key}]]")
        } else {
            format!("write each entry as a table: {key} = [{{ ... }}, {{ ... }}]")
        };
        let Some((place, value)) = self.entries.remove(key) else { return Vec::new() };
        let DeValue::Array(array) = value.into_inner() else {
            source.problem(place, format!("{name} must be a list of tables"), remedy);
            return Vec::new();
        };
        let mut tables = Vec::new();
        for item in array {
            let start = item.span().start;
            match item.into_inner() {
                DeValue::Table(table) => tables.push(Section::new(key, start, table)),
                _ => source.problem(start, format!("an entry of {name} must be a table"), remedy.clone()),
            }
        }
        tables
    }

    /// Complains of each key that nobody asked for.
    pub fn finish(self, source: &mut Source) {
        for (key, (offset, _)) in self.entries {
            source.unknown(Unknown { section: self.name.clone(), key, offset, known: self.known.clone() });
        }
    }

    fn take<T: Value>(&mut self, source: &mut Source, key: &str, remedy: &str) -> Option<(T, usize)> {
        self.known.push(key.to_owned());
        let (_, value) = self.entries.remove(key)?;
        let place = value.span().start;
        let read = T::deserialize(value.into_deserializer()).ok();
        if read.is_none() {
            source.problem(place, format!("{} must be {}", full(&self.name, key), T::KIND), remedy);
        }
        read.map(|value| (value, place))
    }
}

/// A value as TOML writes it.
fn written(value: &impl serde::Serialize) -> String {
    toml::Value::try_from(value).map(|value| value.to_string()).unwrap_or_default()
}
