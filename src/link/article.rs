//! One article: from hits to mentions. Of what overlaps the longest that stands for somebody counts.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::ops::Range;

use super::anchors::Anchors;
use super::around::Around;
use super::bodies::{self, Of};
use super::compile::Linker;
use super::delegations;
use super::evidence::Evidence;
use super::hits::{Hit, Hits, hits};
use super::longer::part_of_longer_name;
use super::mentions::{Built, Conflict, Found, Mention, count_scalars};
use super::offices::{Given, offices};
use super::phrases::{Phrase, phrases};
use super::rules::{HOLDERS, Rule};
use super::sorts::Sorts;
use super::weak::{Strangers, strangers, within_other_name};
use crate::base::narrow::narrow;
use crate::config::dictionary::Form;

pub use super::hits::Tokens;
pub use super::surroundings::Text;

/// A stretch that may become a mention.
pub struct Candidate<'h> {
    pub bytes: Range<usize>,
    pub sentence: usize,
    pub what: What<'h>,
}

pub enum What<'h> {
    /// Names, to be decided when it is their turn.
    Names(&'h Hit<'h>),
    Office(&'h Given),
    Body(Form, u8, &'h Of),
    Head(u32),
}

/// What a candidate came to.
pub enum Came {
    Mention {
        actor: Who,
        form: Form,
        rule: u8,
        word: Option<usize>,
    },
    Conflict {
        candidates: Vec<u32>,
        reason: u8,
    },
    /// It is known to mean nobody, and neither does what is in it.
    Nobody,
    Nothing,
}

pub enum Who {
    Listed(u32),
    New(Built),
}

/// Adds what an article says about actors; `begins` are its tokens in which a form may begin.
pub fn link<'t>(text: &Text<'t>, begins: &[usize], tokens: &impl Tokens<'t>, linker: &Linker, found: &mut Found) {
    let mut hits = hits(text, begins, tokens, &linker.tree);
    if hits.all.is_empty() {
        return;
    }
    note_longer(&mut hits, text, linker);
    let hits = hits;
    let (mentions, conflicts) = (found.mentions.len(), found.conflicts.len());
    let anchors = Anchors::of(&hits);
    let phrases = phrases(&hits, text, linker);
    let given = offices(&phrases, &anchors, text, linker);
    let bodies = bodies::made(&hits, text, linker);
    let heads = delegations::heads(&hits, &anchors, text, linker);
    let article = Article {
        linker,
        text,
        hits: &hits,
        anchors: &anchors,
        phrases: &phrases,
        strangers: strangers(&hits, text, linker),
    };
    let named = |hit: &&Hit<'_>| hit.sorts.has(Sorts::STRONG.and(Sorts::WEAK).and(Sorts::NOBODY));
    let names = hits.all.iter().filter(named).map(|hit| Candidate {
        bytes: hit.bytes.clone(),
        sentence: hit.sentence,
        what: What::Names(hit),
    });
    let roles = phrases.iter().zip(&given).filter_map(|(phrase, given)| {
        let what = What::Office(given.as_ref()?);
        Some(Candidate { bytes: phrase.bytes.clone(), sentence: phrase.sentence, what })
    });
    let made = bodies.iter().map(|made| Candidate {
        bytes: made.bytes.clone(),
        sentence: made.sentence,
        what: What::Body(made.form, made.rule, &made.of),
    });
    let leaders = heads.iter().map(|head| Candidate {
        bytes: head.bytes.clone(),
        sentence: head.sentence,
        what: What::Head(head.actor),
    });
    // Names before what is made of them, where both are of one length.
    let mut candidates: Vec<Candidate<'_>> = names.chain(roles).chain(made).chain(leaders).collect();
    candidates.sort_by_key(|candidate| (Reverse(candidate.bytes.len()), candidate.bytes.start));
    article.settle(&candidates, found);
    count_scalars(text.text, found, mentions, conflicts);
}

/// Notes of each hit whether it is only part of a longer name.
fn note_longer(hits: &mut Hits<'_>, text: &Text<'_>, linker: &Linker) {
    let of_longer = |hit| {
        let around = Around::of(hit, hits, text, linker);
        (part_of_longer_name(&around), within_other_name(&around))
    };
    let of_longer: Vec<(bool, bool)> = hits.all.iter().map(of_longer).collect();
    hits.all.iter_mut().zip(of_longer).for_each(|(hit, of)| (hit.part, hit.stranger) = of);
}

/// What candidates are decided by.
pub struct Article<'a, 't> {
    pub linker: &'a Linker,
    pub text: &'a Text<'t>,
    pub hits: &'a Hits<'a>,
    pub anchors: &'a Anchors,
    pub phrases: &'a [Phrase<'a>],
    /// By surname: the tokens where somebody whom the dictionary lacks is named.
    pub strangers: Strangers<'t>,
}

impl Article<'_, '_> {
    /// The candidates in their order: each that stands for somebody and that no earlier one overlaps.
    fn settle(&self, candidates: &[Candidate<'_>], found: &mut Found) {
        let mut taken: BTreeMap<usize, usize> = BTreeMap::new();
        let mut kept: Vec<(usize, Came)> = Vec::new();
        for (at, candidate) in candidates.iter().enumerate() {
            let range = &candidate.bytes;
            if taken.range(..range.end).next_back().is_some_and(|(_, end)| *end > range.start) {
                continue;
            }
            let came = self.decide(candidate);
            // Where only the holder of an office is in doubt, its state is not.
            let free = matches!(came, Came::Nothing | Came::Conflict { reason: HOLDERS, .. });
            if !free {
                taken.insert(range.start, range.end);
            }
            if !matches!(came, Came::Nothing | Came::Nobody) {
                kept.push((at, came));
            }
        }
        kept.sort_by_key(|(at, _)| candidates[*at].bytes.start);
        let mut evidence: Option<(usize, Evidence<'_>)> = None;
        for (at, came) in kept {
            let Candidate { bytes, sentence, .. } = &candidates[at];
            let new = evidence.as_ref().is_none_or(|(of, _)| of != sentence);
            if new {
                let range = self.text.lexed.sentences[*sentence].range();
                evidence = Some((*sentence, Evidence::of(self.text.text, range)));
            }
            if let Some((_, evidence)) = &mut evidence {
                self.write(bytes.clone(), *sentence, came, evidence, found);
            }
        }
    }

    fn write(&self, bytes: Range<usize>, sentence: usize, came: Came, evidence: &mut Evidence<'_>, found: &mut Found) {
        let article = self.text.article;
        let (start, end) = (narrow(bytes.start), narrow(bytes.end));
        match came {
            Came::Mention { actor, form, rule, word } => {
                let surface = found.shown.add(&self.text.text[bytes.clone()]);
                let tokens = self.text.tokens_of(&bytes, sentence);
                let sentence_text = evidence.around(bytes, &mut found.shown);
                let word = word.map(|at| found.shown.add(&self.text.word(at).to_lowercase()));
                let (rule, sentence) = (Rule { number: rule, word }, narrow(sentence));
                let actor = match actor {
                    Who::Listed(actor) => actor,
                    Who::New(built) => self.number(built, found),
                };
                found.mentions.push(Mention {
                    article,
                    start,
                    end,
                    surface,
                    actor,
                    form,
                    rule,
                    sentence,
                    sentence_text,
                    tokens,
                });
            }
            Came::Conflict { candidates, reason } => {
                let surface = found.shown.add(&self.text.text[bytes]);
                found.conflicts.push(Conflict { article, start, end, surface, candidates, reason });
            }
            Came::Nobody | Came::Nothing => {}
        }
    }

    /// The number of a built actor, behind those of the dictionary.
    fn number(&self, built: Built, found: &mut Found) -> u32 {
        let at = found.built.iter().position(|known| known.id == built.id).unwrap_or_else(|| {
            found.built.push(built);
            found.built.len() - 1
        });
        narrow(self.linker.actors.len() + at)
    }
}
