//! actor_terms: what is said where an actor is mentioned.

use super::Source;
use super::table::{Cells, Fill, Parts, Spec, Values, field, threshold};
use crate::base::problem::Problem;
use crate::measure::collocates::told;

const N: &str = "N = all places of all sentences but those of the actor's own mentions";

pub const SPEC: Spec = Spec {
    name: "actor_terms",
    title: "Terms around actors",
    about: "One row an actor and term that the sentences which mention it have more often than all other sentences, for the [measure.nodes] sentences_of \
            most mentioned actors. The actor's own mentions are left out. A term or phrase takes one place, and so does each other word.",
    columns: &[
        field("actor_id", "as in actors.csv"),
        field("term", "as in terms.csv"),
        field("n", "occurrences in sentences that mention the actor").unit("places"),
        field("g2", "how far from chance: log-likelihood ratio of these sentences against all others")
            .formula("2 · Σ O · ln(O / E) over the four cells (the term or not, in these sentences or not), with 0 · ln 0 = 0")
            .base("e")
            .of(N)
            .correction("none")
            .source("Dunning 1993"),
        field("log_ratio", "how many times as often as elsewhere, as a power of two")
            .formula("log2((n / places of these sentences) / (n elsewhere / other places))")
            .base("2")
            .unit("doublings")
            .of(N)
            .correction("a count of 0 is taken as 0.5")
            .source("Hardie 2014"),
        field("n_rest", "occurrences in all other sentences").unit("places"),
    ],
    thresholds: &[
        threshold("measure.nodes.sentences_of", "actors at most, the most mentioned").counted("actor", |source| {
            let mentioned = source.measures.actors.iter().filter(|row| row.count.n > 0).count();
            Some(mentioned.saturating_sub(source.measures.nodes.mentioned.len()) as u64)
        }),
        threshold("measure.nodes.min_n", "terms that are near an actor less often are left out").counted("pair", |source| {
            let (surface, least) = (&source.measures.terms.surface, source.config.measure.nodes.min_n);
            let of_actor = |actor| {
                let terms = surface.in_sentences(actor, source.reading.spill).ok()?;
                Some(terms.iter().filter(|(_, near)| near.both > 0 && near.both < least).count() as u64)
            };
            (0..surface.sentences.len()).map(of_actor).sum()
        }),
        threshold("tabulate.key_rows", "rows of an actor at most, by g2").uncounted("terms of lower g2"),
    ],
    order: &[],
    parts: Some("actor_id"),
    // At least one: a table without parts would not be shown to have no rows.
    fill: Fill::Parts(|source| Parts::of(source.measures.nodes.mentioned.len().max(1), |part| fill(source, part))),
};

/// The terms of the sentences that mention the actor number `at` of those asked for.
fn fill(source: &Source<'_>, at: usize) -> Result<Cells, Problem> {
    let (measures, terms) = (source.measures, &source.measures.terms);
    let (min_n, most) = (source.config.measure.nodes.min_n, source.config.tabulate.key_rows);
    let (mut rows, mut id) = (Vec::new(), "");
    if let Some(actor) = measures.nodes.mentioned.get(at) {
        let held = terms.surface.in_sentences(at, source.reading.spill)?;
        rows = told(&terms.surface, at, &held, &terms.tally.counts, &terms.shown, min_n, most);
        id = measures.cast.id(*actor);
    }
    let columns = vec![
        Values::texts(rows.iter().map(|_| id)),
        Values::texts(rows.iter().map(|row| &terms.shown[row.term as usize])),
        Values::counts(rows.iter().map(|row| row.keyness.group)),
        Values::Float(rows.iter().map(|row| row.keyness.g2()).collect()),
        Values::Float(rows.iter().map(|row| row.keyness.log_ratio()).collect()),
        Values::counts(rows.iter().map(|row| row.keyness.rest)),
    ];
    Ok(columns.into())
}
