//! All written forms of the dictionary as one tree of normalised parts, so that all are looked for at once.

use rustc_hash::FxHashMap;
use serde::Serialize;

use crate::config::dictionary::Form;
use crate::lex::normal::{cased, normal};
use crate::lex::{self, parts};

/// A part of a token between hyphens: which part of the tree it is (0: of none), and its bytes within the token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    pub id: u32,
    pub start: u32,
    pub end: u32,
}

/// A node of the tree.
pub type Node = u32;
/// Where every written form begins; no part leads back to it.
const ROOT: Node = 0;

/// Text and alias are cut by the same tokeniser and normalised by the same function, and a hyphen is as good as a space:
/// "Kim Jong-un", "Kim Jong-Un" and "Kim Jong Un" are one alias.
pub struct Tree {
    part_ids: FxHashMap<Box<str>, u32>,
    /// The same by how a part was written in a form, while forms are added: most are written alike, and to normalise is slow.
    written_ids: FxHashMap<Box<str>, u32>,
    /// By part: the node that it leads to from the root, or the root. Most parts begin nothing, and this is asked of each
    /// word of a text.
    first: Vec<Node>,
    next: FxHashMap<(Node, u32), Node>,
    ends: Vec<Vec<End>>,
}

/// A written form that ends at a node.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct End {
    pub means: Means,
    pub case: Case,
    /// Whether "the" must stand before it: "the North".
    pub the: bool,
    /// The form with its case, parts joined by spaces.
    pub written: Box<str>,
}

/// What a written form stands for; numbers are indices into the lists of `Linker`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Means {
    /// A name; `made` if the program derived it from another.
    Actor { actor: u32, form: Form, strong: bool, made: bool },
    /// A phrase that means an office without naming its state.
    Office(u32),
    /// What an office is called without its state; `last` if only the last word of it.
    Title { title: u32, last: bool },
    /// A body of any state or party: "foreign ministry".
    Body(u32),
    /// The word "delegation".
    Delegation,
    /// A phrase that holds a name and means nobody: "Russian roulette".
    Nobody,
}

/// What the text's capitals must be for a form to be meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Case {
    /// An acronym: exactly these capitals, so that "us" is not the US.
    Exact,
    /// Capitals of the form are capitals in the text, so that "May" is not "may".
    Capital,
    Any,
}

impl Default for Tree {
    /// The root alone.
    fn default() -> Self {
        Self {
            part_ids: FxHashMap::default(),
            written_ids: FxHashMap::default(),
            first: Vec::new(),
            next: FxHashMap::default(),
            ends: vec![Vec::new()],
        }
    }
}

/// Parts of a compound in which names are looked for; a longer one is no word of a language.
const COMPOUND: usize = 16;

impl Tree {
    /// Adds a written form. One that is there already with the same meaning is not added again.
    pub fn add(&mut self, text: &str, case: Case, means: Means) {
        self.insert(&cut(text), case, means, false);
    }

    /// The same for a form that was cut.
    pub fn add_cut(&mut self, words: &[&str], case: Case, means: Means) {
        self.insert(words, case, means, false);
    }

    /// Adds a written form that is only itself behind "the".
    pub fn add_behind_the(&mut self, text: &str, case: Case, means: Means) {
        self.insert(&cut(text), case, means, true);
    }

    fn insert(&mut self, words: &[&str], case: Case, means: Means, the: bool) {
        let mut node = ROOT;
        for word in words {
            let id = self.part_id(word);
            node = match self.next.get(&(node, id)) {
                Some(next) => *next,
                None => self.grow(node, id),
            };
        }
        let end = End { means, case, the, written: joined(words).into() };
        if node != ROOT && !self.ends[node as usize].iter().any(|other| other.says(&end)) {
            self.ends[node as usize].push(end);
        }
    }

    /// Forgets what only serves adding.
    pub fn finish(&mut self) {
        self.written_ids = FxHashMap::default();
    }

    /// Appends the parts of a written token, unless none of them is in the tree; whether one of them begins a form.
    pub fn parts(&self, token: &str, into: &mut Vec<Part>) -> bool {
        let number = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        let before = into.len();
        into.extend(parts(token).map(|(start, text)| Part {
            id: self.part_ids.get(normal(text).as_str()).copied().unwrap_or(0),
            start: number(start),
            end: number(start + text.len()),
        }));
        if into.len() - before > COMPOUND || into[before..].iter().all(|part| part.id == 0) {
            into.truncate(before);
        }
        into[before..].iter().any(|part| self.begin(part.id).is_some())
    }

    /// The node that part `id` leads to from the root.
    #[inline]
    pub fn begin(&self, id: u32) -> Option<Node> {
        self.first.get(id as usize).copied().filter(|node| *node != ROOT)
    }

    /// The node that part `id` leads to.
    pub fn step(&self, node: Node, id: u32) -> Option<Node> {
        if id == 0 { None } else { self.next.get(&(node, id)).copied() }
    }

    /// The forms that end at `node`, whatever their capitals.
    pub fn ends(&self, node: Node) -> &[End] {
        &self.ends[node as usize]
    }

    /// All forms, node by node.
    pub fn all(&self) -> impl Iterator<Item = &[End]> {
        self.ends.iter().map(Vec::as_slice)
    }

    /// The forms that are written as `text`.
    pub fn find(&self, text: &str) -> &[End] {
        self.find_cut(&cut(text))
    }

    /// The same for a form that was cut.
    pub fn find_cut(&self, words: &[&str]) -> &[End] {
        let mut node = ROOT;
        for word in words {
            let known = self.written_ids.get(*word).or_else(|| self.part_ids.get(normal(word).as_str()));
            match self.step(node, known.copied().unwrap_or(0)) {
                Some(next) => node = next,
                None => return &[],
            }
        }
        self.ends(node)
    }

    fn part_id(&mut self, word: &str) -> u32 {
        if let Some(id) = self.written_ids.get(word) {
            return *id;
        }
        let next = u32::try_from(self.part_ids.len() + 1).unwrap_or(u32::MAX);
        let id = *self.part_ids.entry(normal(word).into_boxed_str()).or_insert(next);
        self.written_ids.insert(word.into(), id);
        id
    }

    fn grow(&mut self, node: Node, id: u32) -> Node {
        let next = u32::try_from(self.ends.len()).unwrap_or(u32::MAX);
        self.ends.push(Vec::new());
        self.next.insert((node, id), next);
        if node == ROOT {
            self.first.resize(self.first.len().max(id as usize + 1), ROOT);
            self.first[id as usize] = next;
        }
        next
    }
}

impl End {
    /// Whether the capitals of the words of a text are those of the form.
    pub fn fits(&self, words: &[&str]) -> bool {
        match self.case {
            Case::Exact => words == [&*self.written] || joined(words) == *self.written,
            Case::Capital => {
                let small = |word: &str| word.chars().next().is_some_and(char::is_lowercase);
                words.iter().zip(self.written.split(' ')).all(|(word, alias)| small(alias) || !small(word))
            }
            Case::Any => true,
        }
    }

    /// Whether another form needs the same capitals of the same words.
    pub fn alike(&self, other: &Self) -> bool {
        self.case == other.case && self.written == other.written
    }

    /// The actor, of a name.
    pub fn actor(&self) -> Option<u32> {
        match self.means {
            Means::Actor { actor, .. } => Some(actor),
            _ => None,
        }
    }

    /// Whether `other` adds nothing to it: the same actor by the same form or the same capitals. What came first stays, so that
    /// what the dictionary says goes before what is derived from it.
    fn says(&self, other: &Self) -> bool {
        match (self.means, other.means) {
            (
                Means::Actor { actor, form, strong, .. },
                Means::Actor { actor: theirs, form: written, strong: counts, .. },
            ) if self.case != Case::Exact || self.written == other.written => {
                actor == theirs && strong >= counts && (self.case == other.case || form == written)
            }
            (Means::Actor { .. }, Means::Actor { .. }) => false,
            (mine, theirs) => mine == theirs && (self.case == Case::Any || self.written == other.written),
        }
    }
}

/// The parts of a form, cut by the tokeniser and at hyphens.
pub fn cut(text: &str) -> Vec<&str> {
    lex::lex(text).tokens.iter().flat_map(|token| parts(&text[token.range()])).map(|(_, part)| part).collect()
}

fn joined(words: &[&str]) -> String {
    words.iter().map(|word| cased(word)).collect::<Vec<_>>().join(" ")
}
