//! The mentions of a page as bytes and back; apart from the rest of it, since another dictionary changes them alone.

use super::evidence::{Shown, Span};
use super::mentions::{Conflict, Found, Mention, REASONS, RULES};
use super::reading::Page;
use crate::base::packed::{Pack, Unpack};
use crate::config::actors::Form;

/// Article, start, end, surface, actor, form, rule, sentence and its text.
type MentionRow = [u32; 11];
/// Article, start, end, surface, reason, number of candidates.
type ConflictRow = [u32; 7];

/// Appends the mentions of a page; `None` where one is of a rule that has no number.
pub fn pack(page: &Page, pack: &mut Pack) -> Option<()> {
    let found = &page.found;
    let number = |names: &[&str], name: &str| names.iter().position(|known| *known == name).map(|at| at as u32);
    let mention = |mention: &Mention| -> Option<MentionRow> {
        let Mention { article, start, end, surface, actor, form, rule, sentence, sentence_text } = *mention;
        let ([from, to], [first, last]) = (surface.ends(), sentence_text.ends());
        let rule = number(&RULES, rule)?;
        Some([article, start, end, from, to, actor, form as u32, rule, sentence, first, last])
    };
    let conflict = |conflict: &Conflict| -> Option<ConflictRow> {
        let Conflict { article, start, end, surface, candidates, reason } = conflict;
        let [from, to] = surface.ends();
        let candidates = u32::try_from(candidates.len()).ok()?;
        Some([*article, *start, *end, from, to, number(&REASONS, reason)?, candidates])
    };
    let mentions: Vec<MentionRow> = found.mentions.iter().map(mention).collect::<Option<_>>()?;
    let conflicts: Vec<ConflictRow> = found.conflicts.iter().map(conflict).collect::<Option<_>>()?;
    let candidates: Vec<u32> = found.conflicts.iter().flat_map(|conflict| &conflict.candidates).copied().collect();
    let counts: Vec<[u32; 2]> = page.articles.iter().map(|read| [read.mentions, read.spots]).collect();
    pack.list(&counts);
    pack.list(&page.spots);
    pack.list(&mentions);
    pack.list(&conflicts);
    pack.list(&candidates);
    pack.text(found.shown.all());
    Some(())
}

/// Puts the mentions that were packed, all that is left, into a page that has none; `None`, and the page as it was, of anything else.
pub fn unpack(mut packed: Unpack<'_>, page: &mut Page) -> Option<()> {
    let (counts, spots) = (packed.list::<[u32; 2]>()?, packed.list()?);
    let (mentions, conflicts) = (packed.list::<MentionRow>()?, packed.list::<ConflictRow>()?);
    let (candidates, shown) = (packed.list::<u32>()?, packed.text()?);
    packed.end()?;
    let mention = |row: MentionRow| {
        let [article, start, end, from, to, actor, form, rule, sentence, first, last] = row;
        let (surface, sentence_text) = (Span::of([from, to]), Span::of([first, last]));
        let (form, rule) = (*Form::ALL.get(form as usize)?, *RULES.get(rule as usize)?);
        Some(Mention { article, start, end, surface, actor, form, rule, sentence, sentence_text })
    };
    let mut rest = candidates.as_slice();
    let conflict = |[article, start, end, from, to, reason, candidates]: ConflictRow| {
        let (here, behind) = rest.split_at_checked(candidates as usize)?;
        rest = behind;
        let (surface, reason) = (Span::of([from, to]), *REASONS.get(reason as usize)?);
        Some(Conflict { article, start, end, surface, candidates: here.to_vec(), reason })
    };
    let found = Found {
        mentions: mentions.into_iter().map(mention).collect::<Option<_>>()?,
        conflicts: conflicts.into_iter().map(conflict).collect::<Option<_>>()?,
        shown: Shown::of(shown.to_owned()),
    };
    if counts.len() != page.articles.len() {
        return None;
    }
    for (read, [mentions, spots]) in page.articles.iter_mut().zip(counts) {
        (read.mentions, read.spots) = (mentions, spots);
    }
    (page.spots, page.found) = (spots, found);
    Some(())
}
