//! The dictionary's strong aliases as one tree of normalised parts, so that all are looked for at once.

use rustc_hash::FxHashMap;

use crate::config::actors::{Dictionary, Form, Kind};
use crate::lex::normal::{cased, normal};
use crate::lex::{self, parts};

/// A part of a token between hyphens: which alias part it is (0: of none), and its bytes within the token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    pub id: u32,
    pub start: u32,
    pub end: u32,
}

/// A node of the tree.
pub type Node = u32;
/// Where every alias begins; no part leads back to it.
const ROOT: Node = 0;

/// All strong aliases. Text and alias are cut by the same tokeniser and normalised by the same function, and a hyphen
/// is as good as a space: "Kim Jong-un", "Kim Jong-Un" and "Kim Jong Un" are one alias.
#[derive(Default)]
pub struct Aliases {
    part_ids: FxHashMap<Box<str>, u32>,
    /// By part: the node that it leads to from the root, or the root. Most parts begin no alias, and this is asked of each
    /// word of a text.
    first: Vec<Node>,
    next: FxHashMap<(Node, u32), Node>,
    ends: Vec<Vec<End>>,
}

/// An alias that ends at a node.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct End {
    /// Index into the dictionary.
    pub actor: u32,
    pub form: Form,
    case: Case,
    /// The alias with its case, parts joined by spaces.
    written: String,
}

/// What the text's capitals must be for an alias to be meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Case {
    /// An acronym: exactly these capitals, so that "us" is not the US.
    Exact,
    /// A name of one word or of an organization: its capitals are capitals in the text, so that "May" is not "may",
    /// "security council" is not the Security Council, and "the United Russia party" is United Russia.
    Capital,
    /// A name of several words of a person, state or place is itself in any case.
    Any,
}

impl Aliases {
    pub fn new(dictionary: &Dictionary) -> Self {
        let mut aliases = Self { ends: vec![Vec::new()], ..Self::default() };
        for (index, actor) in dictionary.actors.iter().enumerate() {
            for alias in actor.aliases.iter().filter(|alias| alias.strong) {
                aliases.add(u32::try_from(index).unwrap_or(u32::MAX), actor.kind, alias.form, &alias.text);
            }
        }
        aliases
    }

    /// Appends the parts of a written token, unless none of them is in an alias; whether one of them begins an alias.
    pub fn parts(&self, token: &str, into: &mut Vec<Part>) -> bool {
        let number = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        let before = into.len();
        into.extend(parts(token).map(|(start, text)| Part {
            id: self.part_ids.get(normal(text).as_str()).copied().unwrap_or(0),
            start: number(start),
            end: number(start + text.len()),
        }));
        if into[before..].iter().all(|part| part.id == 0) {
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

    /// The aliases that end at `node`, whatever their capitals.
    pub fn ends(&self, node: Node) -> &[End] {
        &self.ends[node as usize]
    }

    /// The aliases that several actors claim, with the ids of those, in order.
    pub fn shared(&self, dictionary: &Dictionary) -> Vec<(String, Vec<String>)> {
        let mut shared = Vec::new();
        for ends in &self.ends {
            let mut actors: Vec<u32> = ends.iter().map(|end| end.actor).collect();
            actors.sort_unstable();
            actors.dedup();
            if let (Some(first), true) = (ends.first(), actors.len() > 1) {
                shared.push((
                    first.written.clone(),
                    actors.iter().map(|actor| dictionary.actors[*actor as usize].id.clone()).collect(),
                ));
            }
        }
        shared.sort();
        shared
    }

    fn add(&mut self, actor: u32, kind: Kind, form: Form, text: &str) {
        let lexed = lex::lex(text);
        let words: Vec<&str> =
            lexed.tokens.iter().flat_map(|token| parts(&text[token.range()])).map(|(_, part)| part).collect();
        let mut node = ROOT;
        for word in &words {
            let id = self.part_id(word);
            node = match self.next.get(&(node, id)) {
                Some(next) => *next,
                None => self.grow(node, id),
            };
        }
        let case = match (form, kind) {
            (Form::Abbr, _) => Case::Exact,
            (_, Kind::Organization) => Case::Capital,
            _ if words.len() == 1 => Case::Capital,
            _ => Case::Any,
        };
        let end = End { actor, form, case, written: joined(&words) };
        let known = self.ends[node as usize]
            .iter()
            .any(|other| other.actor == actor && (other.case == case || other.form == form));
        if node != ROOT && !known {
            self.ends[node as usize].push(end);
        }
    }

    fn part_id(&mut self, word: &str) -> u32 {
        let next = u32::try_from(self.part_ids.len() + 1).unwrap_or(u32::MAX);
        *self.part_ids.entry(normal(word).into_boxed_str()).or_insert(next)
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
    /// Whether the capitals of the words of a text are those of the alias.
    pub fn fits(&self, words: &[&str]) -> bool {
        match self.case {
            Case::Exact => words == [self.written.as_str()] || joined(words) == self.written,
            Case::Capital => {
                let small = |word: &str| word.chars().next().is_some_and(char::is_lowercase);
                words.iter().zip(self.written.split(' ')).all(|(word, alias)| small(alias) || !small(word))
            }
            Case::Any => true,
        }
    }
}

fn joined(words: &[&str]) -> String {
    words.iter().map(|word| cased(word)).collect::<Vec<_>>().join(" ")
}
