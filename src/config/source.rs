//! What all sections of one TOML file share: its name, its lines, the problems found so far.

use toml::de::DeTable;

use super::lines::Lines;
use crate::base::problem::Problem;

/// A TOML file while it is read.
pub struct Source {
    file: String,
    lines: Lines,
    problems: Vec<Problem>,
    unknown: Vec<Unknown>,
    /// Every key that was asked for, with its default as it would be written; what config.toml and README must list.
    pub asked: Vec<(String, String)>,
}

/// A key that its section does not know.
pub struct Unknown {
    pub section: String,
    pub key: String,
    pub offset: usize,
    /// What its section does know.
    pub known: Vec<String>,
}

impl Source {
    /// A file that is no TOML.
    pub fn of(file: &str, text: &str) -> Self {
        Self {
            file: file.to_owned(),
            lines: Lines::of(text),
            problems: Vec::new(),
            unknown: Vec::new(),
            asked: Vec::new(),
        }
    }

    /// A file and its top table. Where the text is not TOML the table is empty, so that one slip causes one problem.
    pub fn open<'t>(file: &str, text: &'t str) -> (Self, DeTable<'t>) {
        let mut source = Self::of(file, text);
        let (table, errors) = DeTable::parse_recoverable(text);
        for error in &errors {
            let place = error.span().map_or(0, |span| span.start);
            let what = format!("not TOML: {}", error.message().replace('\n', ", "));
            source.problem(place, what, "see https://toml.io for how values, lists and tables are written");
        }
        let table = if errors.is_empty() { table.into_inner() } else { DeTable::new() };
        (source, table)
    }

    pub fn problem(&mut self, offset: usize, what: impl Into<String>, remedy: impl Into<String>) {
        let line = self.line(offset);
        self.problems.push(Problem::at(&self.file, line, what, remedy));
    }

    /// Whether there are more problems than anybody reads at once.
    pub fn is_full(&self) -> bool {
        self.problems.len() >= 100
    }

    /// The 1-based line of a byte offset.
    pub fn line(&self, offset: usize) -> usize {
        self.lines.line(offset)
    }

    /// Remembers an unknown key; what to do about it is known when all sections were read.
    pub fn unknown(&mut self, unknown: Unknown) {
        self.unknown.push(unknown);
    }

    /// All problems, in the order of their lines.
    pub fn close(mut self) -> Vec<Problem> {
        for unknown in std::mem::take(&mut self.unknown) {
            let remedy = self.remedy(&unknown);
            let name = full(&unknown.section, &unknown.key);
            self.problem(unknown.offset, format!("unknown key `{name}`"), remedy);
        }
        self.problems.sort_by_key(|problem| problem.line);
        self.problems
    }

    fn remedy(&self, unknown: &Unknown) -> String {
        let Unknown { section, key, known, .. } = unknown;
        let place = if section.is_empty() { "the file".to_owned() } else { format!("[{section}]") };
        let list = known.join(", ");
        let home = self.asked.iter().find_map(|(name, _)| name.rsplit_once('.').filter(|(_, last)| last == key));
        if let Some((home, _)) = home {
            return format!("`{key}` belongs under [{home}]; known in {place}: {list}");
        }
        let close = |known: &str| strsim::damerau_levenshtein(known, key) <= 1 + key.chars().count() / 3;
        let nearest = known.iter().min_by_key(|known| (strsim::damerau_levenshtein(known, key), (*known).clone()));
        if let Some(near) = nearest.filter(|near| close(near)) {
            return format!("did you mean `{near}`? Known in {place}: {list}");
        }
        let elsewhere = self.asked.iter().filter_map(|(name, _)| name.rsplit_once('.'));
        match elsewhere.min_by_key(|(_, last)| strsim::damerau_levenshtein(last, key)).filter(|(_, last)| close(last)) {
            Some((home, near)) => format!("did you mean `{near}` under [{home}]? Known in {place}: {list}"),
            None => format!("remove it; known in {place}: {list}"),
        }
    }
}

/// The dotted name of a key.
pub fn full(section: &str, key: &str) -> String {
    if section.is_empty() { key.to_owned() } else { format!("{section}.{key}") }
}
