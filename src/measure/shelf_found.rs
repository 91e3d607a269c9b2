//! The mentions of a page as bytes and back; apart from the rest of it, since another dictionary changes them alone.

use super::reading::Page;
use crate::base::narrow::narrow;
use crate::base::packed::{Pack, Unpack};
use crate::config::dictionary::{Form, Kind};
use crate::link::evidence::{Shown, Span};
use crate::link::mentions::{Built, Conflict, Found, Mention};
use crate::link::{REASONS, RULES, Rule};

/// Article, start, end, surface, actor, form, rule, its word, sentence and its text, tokens.
type MentionRow = [u32; 15];
/// Article, start, end, surface, reason, number of candidates.
type ConflictRow = [u32; 7];

/// Kind, state, parent: each of the two plus 1, 0 for none; lengths of id and name.
type BuiltRow = [u32; 5];

/// Appends the mentions of a page.
pub fn pack(page: &Page, pack: &mut Pack) {
    let found = &page.found;
    let mention = |mention: &Mention| -> MentionRow {
        let Mention { article, start, end, surface, actor, form, rule, sentence, sentence_text, tokens } = *mention;
        let ([from, to], [first, last]) = (surface.ends(), sentence_text.ends());
        let [word, word_end] = rule.word.map_or([u32::MAX; 2], Span::ends);
        let number = u32::from(rule.number);
        [
            article,
            start,
            end,
            from,
            to,
            actor,
            form as u32,
            number,
            word,
            word_end,
            sentence,
            first,
            last,
            tokens[0],
            tokens[1],
        ]
    };
    let conflict = |conflict: &Conflict| -> ConflictRow {
        let Conflict { article, start, end, surface, candidates, reason } = conflict;
        let [from, to] = surface.ends();
        [*article, *start, *end, from, to, u32::from(*reason), narrow(candidates.len())]
    };
    let mentions: Vec<MentionRow> = found.mentions.iter().map(mention).collect();
    let conflicts: Vec<ConflictRow> = found.conflicts.iter().map(conflict).collect();
    let candidates: Vec<u32> = found.conflicts.iter().flat_map(|conflict| &conflict.candidates).copied().collect();
    let counts: Vec<[u32; 2]> = page.articles.iter().map(|read| [read.mentions, read.spots]).collect();
    let plus = |actor: Option<u32>| actor.map_or(0, |actor| actor + 1);
    let built = |built: &Built| -> BuiltRow {
        [built.kind as u32, plus(built.state), plus(built.parent), narrow(built.id.len()), narrow(built.name.len())]
    };
    pack.list(&counts);
    pack.list(&page.spots);
    pack.list(&mentions);
    pack.list(&conflicts);
    pack.list(&candidates);
    pack.list(&found.built.iter().map(built).collect::<Vec<BuiltRow>>());
    pack.text(&found.built.iter().flat_map(|built| [built.id.as_str(), &built.name]).collect::<String>());
    pack.text(found.shown.all());
}

/// Puts the mentions that were packed, all that is left, into a page that has none; `None`, and the page as it was, of anything else.
pub fn unpack(mut packed: Unpack<'_>, page: &mut Page) -> Option<()> {
    let (counts, spots) = (packed.list::<[u32; 2]>()?, packed.list()?);
    let (mentions, conflicts) = (packed.list::<MentionRow>()?, packed.list::<ConflictRow>()?);
    let (candidates, built_rows) = (packed.list::<u32>()?, packed.list::<BuiltRow>()?);
    let (names, shown) = (packed.text()?, packed.text()?);
    packed.end()?;
    let mut rest = candidates.as_slice();
    let conflict = |[article, start, end, from, to, reason, candidates]: ConflictRow| {
        let (here, behind) = rest.split_at_checked(candidates as usize)?;
        rest = behind;
        REASONS.get(reason as usize)?;
        let (surface, reason) = (Span::of([from, to]), u8::try_from(reason).ok()?);
        Some(Conflict { article, start, end, surface, candidates: here.to_vec(), reason })
    };
    let mut names = names;
    let built = |[kind, state, parent, id, name]: BuiltRow| {
        let (id, rest) = names.split_at_checked(id as usize)?;
        let (name, rest) = rest.split_at_checked(name as usize)?;
        names = rest;
        let (_, kind) = *Kind::NAMES.get(kind as usize)?;
        let (id, name) = (id.to_owned(), name.to_owned());
        Some(Built { id, name, kind, state: state.checked_sub(1), parent: parent.checked_sub(1) })
    };
    let found = Found {
        built: built_rows.into_iter().map(built).collect::<Option<_>>()?,
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

/// A mention; `None` of a row that is none.
fn mention(row: MentionRow) -> Option<Mention> {
    let [article, start, end, from, to, actor, form, rule, word, word_end, sentence, first, last, token, end_token] =
        row;
    let (surface, sentence_text) = (Span::of([from, to]), Span::of([first, last]));
    RULES.get(rule as usize)?;
    let word = (word != u32::MAX).then(|| Span::of([word, word_end]));
    let (form, rule) = (*Form::ALL.get(form as usize)?, Rule { number: u8::try_from(rule).ok()?, word });
    Some(Mention {
        article,
        start,
        end,
        surface,
        actor,
        form,
        rule,
        sentence,
        sentence_text,
        tokens: [token, end_token],
    })
}
