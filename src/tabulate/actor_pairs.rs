//! actor_pairs: who is mentioned with whom.

use super::Source;
use super::table::{Cells, Fill, Spec, Values, field};
use crate::measure::formulas::contingency::Table;
use crate::measure::results::ActorPair;

pub const SPEC: Spec = Spec {
    name: "actor_pairs",
    title: "Actor pairs",
    about: "One row an unordered pair of actors that are mentioned in one article; adjectives are no mentions. The measures are over sentences: N is the \
            number of all sentences, n_a and n_b the sentences that mention each; they are empty for pairs that share no sentence, but for g2.",
    columns: &[
        field("actor_a", "the actor_id that is first in byte order"),
        field("actor_b", "the other actor_id"),
        field("sentences", "sentences that mention both"),
        field("articles", "articles that mention both"),
        field("stories", "the same with near-identical articles counted once"),
        field(
            "npmi",
            "normalised pointwise mutual information over sentences, from -1 to 1, logarithm to base 2 (Bouma 2009)",
        ),
        field("log_dice", "14 + log2(2 * sentences / (n_a + n_b)), at most 14 (Rychly 2008)"),
        field(
            "g2",
            "log-likelihood ratio over the four cells of sentences; negative where they share fewer than by chance (Dunning 1993)",
        ),
    ],
    thresholds: &[],
    order: &[("sentences", true), ("articles", true), ("actor_a", false), ("actor_b", false)],
    parts: None,
    fill: Fill::Whole(fill),
};

fn fill(source: &Source<'_>) -> Cells {
    let pairs = &source.measures.actor_pairs;
    let id = |actor: u32| source.measures.cast.id(actor);
    let ends = |pair: &ActorPair| {
        let (a, b) = (id(pair.a), id(pair.b));
        if a <= b { (a, b) } else { (b, a) }
    };
    let float =
        |value: fn(Table) -> Option<f64>| Values::Float(pairs.iter().map(|pair| value(pair.sentences)).collect());
    vec![
        Values::texts(pairs.iter().map(|pair| ends(pair).0)),
        Values::texts(pairs.iter().map(|pair| ends(pair).1)),
        Values::counts(pairs.iter().map(|pair| pair.sentences.both)),
        Values::counts(pairs.iter().map(|pair| pair.articles)),
        Values::counts(pairs.iter().map(|pair| pair.stories)),
        float(Table::npmi),
        float(Table::log_dice),
        float(Table::g2),
    ]
    .into()
}
