//! The fields of one entry, whether a table of TOML or a row of CSV holds them.

use crate::config::section::Section;
use crate::config::source::Source;

/// A value and where it stands.
pub type Placed<T> = (T, usize);

/// What an entry asks its file for. A field that is absent is `None`; one of the wrong kind is a problem of its own.
pub trait Fields {
    fn start(&self) -> usize;
    fn has(&self, key: &str) -> bool;
    fn text(&mut self, source: &mut Source, key: &str) -> Option<Placed<String>>;
    fn flag(&mut self, source: &mut Source, key: &str) -> Option<Placed<bool>>;
    fn texts(&mut self, source: &mut Source, key: &str) -> Vec<Placed<String>>;
    fn holders(&mut self, source: &mut Source) -> Vec<Holder>;
    /// Complains of each field that nobody asked for.
    fn finish(self, source: &mut Source);

    /// Complains of fields that must be there, and what an entry is called.
    fn needs(&self, source: &mut Source, what: &str, keys: &[&str]) {
        let absent: Vec<&str> = keys.iter().copied().filter(|key| !self.has(key)).collect();
        if !absent.is_empty() {
            let what = format!("this {what} has no {}", absent.join(" and no "));
            source.problem(self.start(), what, "add it; the head of the shipped actors.toml shows what an entry needs");
        }
    }
}

/// A holder of an office as it is written.
pub struct Holder {
    pub place: usize,
    pub actor: Option<Placed<String>>,
    pub from: Option<Placed<String>>,
    pub until: Option<Placed<String>>,
}

impl Fields for Section<'_> {
    fn start(&self) -> usize {
        self.start()
    }

    fn has(&self, key: &str) -> bool {
        self.has(key)
    }

    fn text(&mut self, source: &mut Source, key: &str) -> Option<Placed<String>> {
        let (text, place) = self.optional::<String>(source, key)?;
        let text = text.trim();
        if text.is_empty() {
            source.problem(place, format!("{key} is empty"), "write what it is, or remove the line");
        }
        (!text.is_empty()).then(|| (text.to_owned(), place))
    }

    fn flag(&mut self, source: &mut Source, key: &str) -> Option<Placed<bool>> {
        self.optional(source, key)
    }

    fn texts(&mut self, source: &mut Source, key: &str) -> Vec<Placed<String>> {
        // Space around a name is no part of it, here as in a cell of CSV.
        self.texts(source, key).into_iter().map(|(text, place)| (text.trim().to_owned(), place)).collect()
    }

    fn holders(&mut self, source: &mut Source) -> Vec<Holder> {
        let mut holders = Vec::new();
        for mut section in self.tables(source, "holders") {
            let place = section.start();
            let mut text = |key: &str| section.optional(source, key);
            let (actor, from, until) = (text("actor"), text("from"), text("until"));
            section.finish(source);
            holders.push(Holder { place, actor, from, until });
        }
        holders
    }

    fn finish(self, source: &mut Source) {
        self.finish(source);
    }
}
