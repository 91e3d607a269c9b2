//! Every stretch of an article that has a written form of the dictionary, overlapping or not.

use std::ops::Range;

use super::sorts::Sorts;
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
    pub ends: Ends<'a>,
    /// What they can mean, together.
    pub sorts: Sorts,
    /// Whether it is only part of a longer name (`longer`), once that is known.
    pub part: bool,
    /// Whether it is only part of the name of a person whom the dictionary lacks (`weak`), once that is known.
    pub stranger: bool,
}

/// The tokens of an article as the tree knows them.
pub trait Tokens<'t> {
    fn parts(&self, at: usize) -> &'t [Part];
}

/// The forms of a node that fit a stretch: mostly all of them, which are not listed again. A surname can be that of hundreds.
#[derive(Debug)]
pub enum Ends<'a> {
    All(&'a [End]),
    Some(Box<[&'a End]>),
}

impl<'a> Ends<'a> {
    pub fn iter(&self) -> impl Iterator<Item = &'a End> {
        let (all, some): (&[End], &[&End]) = match self {
            Self::All(all) => (all, &[]),
            Self::Some(some) => (&[], some),
        };
        all.iter().chain(some.iter().copied())
    }
}

impl Hit<'_> {
    /// The actors that have this name, strong or weak; one that has it twice comes twice.
    pub fn named(&self, strong: bool) -> impl Iterator<Item = u32> {
        let wanted = self.sorts.has(if strong { Sorts::STRONG } else { Sorts::WEAK });
        self.ends.iter().filter(move |_| wanted).filter_map(move |end| match end.means {
            Means::Actor { actor, strong: is, .. } if is == strong => Some(actor),
            _ => None,
        })
    }

    /// The actor that has this name, strong or weak, if one alone has it.
    pub fn only(&self, strong: bool) -> Option<u32> {
        let mut named = self.named(strong);
        let first = named.next()?;
        named.all(|other| other == first).then_some(first)
    }

    /// The actors that have this name, strong or weak, in order.
    pub fn actors(&self, strong: bool) -> Vec<u32> {
        let mut actors: Vec<u32> = self.named(strong).collect();
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

/// The hits of an article; `begins` are the tokens in which a form may begin.
pub fn hits<'a, 't>(text: &Text<'t>, begins: &[usize], tokens: &impl Tokens<'t>, tree: &'a Tree) -> Hits<'a> {
    let mut hits = Vec::new();
    // Of the stretch that is tried: one list for all, since most end with their first word.
    let mut words = Vec::new();
    let mut sentence = 0;
    for first in begins {
        while text.tokens(sentence).end <= *first {
            sentence += 1;
        }
        walk(text, *first, sentence, tokens, tree, &mut words, &mut hits);
    }
    Hits::of(hits)
}

/// The forms that end at a node and fit the words of a text, and what they can mean; none if none fits.
fn fitting<'a>(node: Node, tree: &'a Tree, words: &[&str]) -> Option<(Ends<'a>, Sorts)> {
    let ends = tree.ends(node);
    if tree.is_uniform(node) {
        let fits = ends.first().is_some_and(|end| end.fits(words));
        return fits.then(|| (Ends::All(ends), tree.sorts_at(node)));
    }
    // Forms that are written alike fit alike, and they stand side by side.
    let mut last: Option<(&End, bool)> = None;
    let mut fits = |end: &'a End| {
        let known = last.filter(|(other, _)| other.alike(end)).map(|(_, fits)| fits);
        let fits = known.unwrap_or_else(|| end.fits(words));
        last = Some((end, fits));
        fits
    };
    let whole = ends.iter().take_while(|end| fits(end)).count();
    if whole == ends.len() {
        return (whole > 0).then(|| (Ends::All(ends), tree.sorts_at(node)));
    }
    let (fitted, rest) = ends.split_at(whole);
    let some: Box<[&End]> = fitted.iter().chain(rest.iter().filter(|end| fits(end))).collect();
    let sorts = tree.sorts(some.iter().copied());
    (!some.is_empty()).then_some((Ends::Some(some), sorts))
}

/// Adds every hit that begins in token `first`.
fn walk<'a, 't>(
    text: &Text<'t>,
    first: usize,
    sentence: usize,
    tokens: &impl Tokens<'t>,
    tree: &'a Tree,
    words: &mut Vec<&'t str>,
    hits: &mut Vec<Hit<'a>>,
) {
    let end = text.tokens(sentence).end;
    let place = |token: usize, part: &Part| {
        let start = text.lexed.tokens[token].range().start;
        start + part.start as usize..start + part.end as usize
    };
    let parts_of_first = tokens.parts(first);
    for (at, part) in parts_of_first.iter().enumerate() {
        let Some(mut node) = tree.begin(part.id) else { continue };
        let mut range = place(first, part);
        let start = range.start;
        words.clear();
        words.push(&text.text[range.clone()]);
        let (mut token, mut within, mut parts) = (first, at, parts_of_first);
        loop {
            if let Some((ends, sorts)) = fitting(node, tree, words) {
                let (tokens, bytes) = (first..token + 1, start..range.end);
                hits.push(Hit { tokens, bytes, sentence, ends, sorts, part: false, stranger: false });
            }
            within += 1;
            if within >= parts.len() {
                (token, within) = (token + 1, 0);
                if token == end || !tree.goes_on(node) {
                    break;
                }
                parts = tokens.parts(token);
            }
            let Some(next) = parts.get(within).and_then(|part| tree.step(node, part.id)) else { break };
            let behind = place(token, &parts[within]);
            if !joins(&text.text[range.clone()], &text.text[range.end..behind.start]) {
                break;
            }
            (node, range) = (next, behind);
            words.push(&text.text[range.clone()]);
        }
    }
}

/// Whether a name may reach over `gap`: spaces, one hyphen, an apostrophe with or without its s, the full stop of an initial.
fn joins(before: &str, gap: &str) -> bool {
    if gap == " " {
        return true;
    }
    let gap = gap.strip_prefix(['\'', '’', 'ʼ', '＇']).unwrap_or(gap);
    let gap = gap.strip_prefix(['s', 'S']).unwrap_or(gap);
    let initial = before.chars().count() <= 2;
    let gap = gap.strip_prefix('.').filter(|_| initial).unwrap_or(gap);
    let spaces = gap.chars().all(char::is_whitespace) && gap.chars().filter(|c| *c == '\n').count() < 2;
    spaces || (gap.chars().count() == 1 && gap.chars().all(|c| is_hyphen(c) || c == '–'))
}
