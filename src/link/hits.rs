//! Every stretch of an article that has a written form of the dictionary, overlapping or not.

use std::ops::Range;
use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::surroundings::Text;
use super::tree::{End, Means, Node, Part, Tree};
use crate::base::narrow::narrow;
use crate::lex::is_hyphen;

/// A stretch of text that some forms fit.
#[derive(Debug)]
pub struct Hit<'a> {
    /// Indices of its tokens; it may begin or end at a hyphen inside of one.
    pub tokens: Range<usize>,
    pub bytes: Range<usize>,
    pub sentence: usize,
    pub ends: Rc<[&'a End]>,
    /// Whether it is only part of a longer name (`longer`), once that is known.
    pub part: bool,
}

/// The tokens of an article as the tree knows them.
pub trait Tokens<'t> {
    fn parts(&self, at: usize) -> &'t [Part];
}

impl Hit<'_> {
    /// The actors that have this name, strong or weak, in order.
    pub fn actors(&self, strong: bool) -> Vec<u32> {
        let named = |end: &&End| match end.means {
            Means::Actor { actor, strong: is, .. } if is == strong => Some(actor),
            _ => None,
        };
        let mut actors: Vec<u32> = self.ends.iter().filter_map(named).collect();
        actors.sort_unstable();
        actors.dedup();
        actors
    }
}

/// All hits of an article, by where they begin.
pub struct Hits<'a> {
    pub all: Vec<Hit<'a>>,
    /// Their indices by where they end.
    by_end: Vec<u32>,
}

impl<'a> Hits<'a> {
    fn of(all: Vec<Hit<'a>>) -> Self {
        let mut by_end: Vec<u32> = (0..narrow(all.len())).collect();
        by_end.sort_unstable_by_key(|hit| (all[*hit as usize].tokens.end, *hit));
        Self { all, by_end }
    }

    /// Those that begin in a token.
    pub fn starting(&self, token: usize) -> impl Iterator<Item = &Hit<'a>> {
        let first = self.all.partition_point(|hit| hit.tokens.start < token);
        self.all[first..].iter().take_while(move |hit| hit.tokens.start == token)
    }

    /// The longest that begins in a token, of those that are as asked for.
    pub fn longest_from(&self, token: usize, asked: impl Fn(&Hit<'a>) -> bool) -> Option<&Hit<'a>> {
        self.starting(token).filter(|hit| asked(hit)).max_by_key(|hit| hit.bytes.len())
    }

    /// The longest that ends before a token, of those that are as asked for.
    pub fn longest_to(&self, token: usize, asked: impl Fn(&Hit<'a>) -> bool) -> Option<&Hit<'a>> {
        self.ending(token).filter(|hit| asked(hit)).max_by_key(|hit| hit.bytes.len())
    }

    /// Those that end before a token.
    pub fn ending(&self, token: usize) -> impl Iterator<Item = &Hit<'a>> {
        let end = |hit: &u32| self.all[*hit as usize].tokens.end;
        let first = self.by_end.partition_point(|hit| end(hit) < token);
        self.by_end[first..].iter().take_while(move |hit| end(hit) == token).map(|hit| &self.all[*hit as usize])
    }
}

/// The hits of an article; `begins` are the tokens with a part that begins a form.
pub fn hits<'a, 't>(text: &Text<'t>, begins: &[usize], tokens: &impl Tokens<'t>, tree: &'a Tree) -> Hits<'a> {
    let mut hits = Vec::new();
    // One list for all stretches that are tried: most end with their first word.
    let mut ranges = Vec::new();
    // A surname can be that of hundreds: what fits whole is listed once for all places where it stands.
    let mut whole = Whole::default();
    let mut sentence = 0;
    for first in begins {
        while text.tokens(sentence).end <= *first {
            sentence += 1;
        }
        walk(text, *first, sentence, tokens, tree, (&mut ranges, &mut whole), &mut hits);
    }
    Hits::of(hits)
}

/// By node: its forms, where all of them fitted.
type Whole<'a> = FxHashMap<Node, Rc<[&'a End]>>;

/// The forms that end at a node and fit the words of a text.
fn fitting<'a>(node: Node, tree: &'a Tree, words: &[&str], whole: &mut Whole<'a>) -> Rc<[&'a End]> {
    // Forms that are written alike fit alike, and they stand side by side.
    let mut last: Option<(&End, bool)> = None;
    let mut fits = |end: &'a End| {
        let known = last.filter(|(other, _)| other.alike(end)).map(|(_, fits)| fits);
        let fits = known.unwrap_or_else(|| end.fits(words));
        last = Some((end, fits));
        fits
    };
    let ends = tree.ends(node);
    if ends.iter().all(&mut fits) {
        return whole.entry(node).or_insert_with(|| ends.iter().collect()).clone();
    }
    ends.iter().filter(|end| fits(end)).collect()
}

/// Adds every hit that begins in token `first`.
fn walk<'a, 't>(
    text: &Text<'t>,
    first: usize,
    sentence: usize,
    tokens: &impl Tokens<'t>,
    tree: &'a Tree,
    (ranges, whole): (&mut Vec<Range<usize>>, &mut Whole<'a>),
    hits: &mut Vec<Hit<'a>>,
) {
    let end = text.tokens(sentence).end;
    let place = |token: usize, part: &Part| {
        let start = text.lexed.tokens[token].range().start;
        start + part.start as usize..start + part.end as usize
    };
    for (at, part) in tokens.parts(first).iter().enumerate() {
        let Some(mut node) = tree.begin(part.id) else { continue };
        ranges.clear();
        ranges.push(place(first, part));
        let (mut token, mut within) = (first, at);
        loop {
            if !tree.ends(node).is_empty() {
                let words: Vec<&str> = ranges.iter().map(|range| &text.text[range.clone()]).collect();
                let ends = fitting(node, tree, &words, whole);
                if !ends.is_empty() {
                    let bytes = ranges[0].start..ranges[ranges.len() - 1].end;
                    hits.push(Hit { tokens: first..token + 1, bytes, sentence, ends, part: false });
                }
            }
            within += 1;
            if within >= tokens.parts(token).len() {
                (token, within) = (token + 1, 0);
                if token == end {
                    break;
                }
            }
            let parts = tokens.parts(token);
            let Some(next) = parts.get(within).and_then(|part| tree.step(node, part.id)) else { break };
            let (before, range) = (&ranges[ranges.len() - 1], place(token, &parts[within]));
            if !joins(&text.text[before.clone()], &text.text[before.end..range.start]) {
                break;
            }
            node = next;
            ranges.push(range);
        }
    }
}

/// Whether a name may reach over `gap`: spaces, one hyphen, an apostrophe with or without its s, the full stop of an initial.
fn joins(before: &str, gap: &str) -> bool {
    let gap = gap.strip_prefix(['\'', '’', 'ʼ', '＇']).unwrap_or(gap);
    let gap = gap.strip_prefix(['s', 'S']).unwrap_or(gap);
    let initial = before.chars().count() <= 2;
    let gap = gap.strip_prefix('.').filter(|_| initial).unwrap_or(gap);
    let spaces = gap.chars().all(char::is_whitespace) && gap.chars().filter(|c| *c == '\n').count() < 2;
    spaces || (gap.chars().count() == 1 && gap.chars().all(|c| is_hyphen(c) || c == '–'))
}
