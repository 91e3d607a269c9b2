//! All written forms of the dictionary as one tree of normalised parts, so that all are looked for at once.

use rustc_hash::FxHashMap;

use super::opens::Opens;
use super::pairs::Pairs;
use super::sorts::Sorts;
use crate::base::mixing::hash;
use crate::lex::normal::normal;
use crate::lex::{self, parts};

pub use super::written::{Case, End, Means};

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
    /// By part: whether it leads from one node to another.
    later: Vec<bool>,
    /// By part: the hash of its normal form.
    hashes: Vec<u64>,
    /// The parts with which forms begin.
    pairs: Pairs,
    nodes: Vec<Branch>,
    /// By actor: what is known of it, for names that fit in part.
    of_actor: Vec<Sorts>,
}

/// What a node holds.
#[derive(Default)]
struct Branch {
    /// The forms that end at it.
    ends: Vec<End>,
    /// By part, in order: the node that it leads to.
    next: Vec<(u32, Node)>,
    /// What the forms can mean, together.
    sorts: Sorts,
    /// Whether all forms need the same capitals.
    uniform: bool,
}

impl Default for Tree {
    /// The root alone.
    fn default() -> Self {
        Self {
            part_ids: FxHashMap::default(),
            written_ids: FxHashMap::default(),
            first: Vec::new(),
            later: Vec::new(),
            hashes: vec![0],
            pairs: Pairs::default(),
            nodes: vec![Branch::default()],
            of_actor: Vec::new(),
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
            node = match self.step(node, id) {
                Some(next) => next,
                None => self.grow(node, id),
            };
        }
        let end = End::of(means, case, the, words);
        let ends = &mut self.nodes[node as usize].ends;
        if node != ROOT && !ends.iter().any(|other| other.says(&end)) {
            ends.push(end);
        }
    }

    /// Notes what all forms can mean, when all are there, and forgets what only serves adding.
    pub fn finish(&mut self, of_actor: Vec<Sorts>) {
        self.written_ids = FxHashMap::default();
        self.of_actor = of_actor;
        for node in 0..self.nodes.len() {
            let ends = &self.nodes[node].ends;
            let uniform = ends.iter().all(|end| end.alike(&ends[0]));
            (self.nodes[node].sorts, self.nodes[node].uniform) = (self.sorts(ends), uniform);
        }
        let hashes = std::mem::take(&mut self.hashes);
        let hash = |part: u32| hashes[part as usize];
        let begun = (0..).zip(&self.first).filter(|(_, node)| **node != ROOT);
        let pairs =
            begun.flat_map(|(part, node)| self.nodes[*node as usize].next.iter().map(move |next| (part, next.0)));
        self.pairs = Pairs::of(&pairs.map(|(first, second)| (hash(first), hash(second))).collect::<Vec<_>>());
    }

    /// What some of the forms can mean, together.
    pub fn sorts<'e>(&self, ends: impl IntoIterator<Item = &'e End>) -> Sorts {
        Sorts::of(ends, |actor| self.of_actor.get(actor as usize).copied().unwrap_or_default())
    }

    /// Appends the parts of a written token, unless none of them is in the tree; what forms it can begin and go on with.
    pub fn parts(&self, token: &str, into: &mut Vec<Part>) -> Opens {
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
        Opens::of(&into[before..], token.len(), self)
    }

    /// Which two parts may begin a form.
    pub fn pairs(&self) -> &Pairs {
        &self.pairs
    }

    /// The node that part `id` leads to from the root.
    #[inline]
    pub fn begin(&self, id: u32) -> Option<Node> {
        self.first.get(id as usize).copied().filter(|node| *node != ROOT)
    }

    /// The node that part `id` leads to.
    #[inline]
    pub fn step(&self, node: Node, id: u32) -> Option<Node> {
        if id == 0 {
            return None;
        }
        if node == ROOT {
            return self.begin(id);
        }
        let next = &self.nodes[node as usize].next;
        next.binary_search_by_key(&id, |(part, _)| *part).ok().map(|at| next[at].1)
    }

    /// Whether part `id` leads from any node but the root to another.
    pub fn is_later(&self, id: u32) -> bool {
        self.later.get(id as usize).copied().unwrap_or(false)
    }

    /// Whether any part leads on from a node.
    pub fn goes_on(&self, node: Node) -> bool {
        !self.nodes[node as usize].next.is_empty()
    }

    /// The forms that end at `node`, whatever their capitals.
    pub fn ends(&self, node: Node) -> &[End] {
        &self.nodes[node as usize].ends
    }

    /// Whether all of them need the same capitals.
    pub fn is_uniform(&self, node: Node) -> bool {
        self.nodes[node as usize].uniform
    }

    /// What they can mean, together.
    pub fn sorts_at(&self, node: Node) -> Sorts {
        self.nodes[node as usize].sorts
    }

    /// All forms, node by node.
    pub fn all(&self) -> impl Iterator<Item = &[End]> {
        self.nodes.iter().map(|node| &*node.ends)
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
        let normal = normal(word);
        let hash = hash(&normal);
        let id = *self.part_ids.entry(normal.into_boxed_str()).or_insert(next);
        if id == next {
            self.hashes.push(hash);
        }
        self.written_ids.insert(word.into(), id);
        id
    }

    fn grow(&mut self, node: Node, id: u32) -> Node {
        let new = u32::try_from(self.nodes.len()).unwrap_or(u32::MAX);
        self.nodes.push(Branch::default());
        if node == ROOT {
            self.first.resize(self.first.len().max(id as usize + 1), ROOT);
            self.first[id as usize] = new;
        } else {
            let next = &mut self.nodes[node as usize].next;
            let at = next.partition_point(|(part, _)| *part < id);
            next.insert(at, (id, new));
            self.later.resize(self.later.len().max(id as usize + 1), false);
            self.later[id as usize] = true;
        }
        new
    }
}

/// The parts of a form, cut by the tokeniser and at hyphens.
pub fn cut(text: &str) -> Vec<&str> {
    lex::lex(text).tokens.iter().flat_map(|token| parts(&text[token.range()])).map(|(_, part)| part).collect()
}
