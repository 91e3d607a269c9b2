//! actor_pairs: who is mentioned with whom.

use super::Source;
use super::common::{ONE_STORY, STORIES};
use super::table::{Cells, Fill, Spec, Values, field};
use crate::measure::formulas::contingency::Table;
use crate::measure::results::ActorPair;

const N: &str = "N = all sentences";

pub const SPEC: Spec = Spec {
    name: "actor_pairs",
    title: "Actor pairs",
    about: "One row an unordered pair of actors that are mentioned in one article; adjectives are no mentions. The measures are over sentences: N is the \
            number of all sentences, n_a and n_b the sentences that mention each; they are empty for pairs that share no sentence, but for g2.",
    columns: &[
        field("actor_a", "the actor_id that is first in byte order"),
        field("actor_b", "the other actor_id"),
        field("sentences", "sentences that mention both").unit("sentences"),
        field("articles", "articles that mention both").unit("articles"),
        STORIES,
        field("npmi", "how far the two attract each other: 0 as by chance, 1 only together")
            .formula("log2(sentences / E) / −log2(sentences / N), E = n_a · n_b / N, n_a and n_b: sentences that mention each")
            .base("2")
            .unit("−1 to 1")
            .of(N)
            .correction("none")
            .empty("where no sentence has both, or every sentence has")
            .source("Bouma 2009"),
        field("log_dice", "how much the two share of the sentences that mention them; comparable between corpora")
            .formula("14 + log2(2 · sentences / (n_a + n_b))")
            .base("2")
            .unit("at most 14")
            .of("none: it does not depend on N")
            .correction("none")
            .empty("where no sentence has both")
            .source("Rychlý 2008"),
        field("g2", "how far from chance: log-likelihood ratio, negative where the two share fewer sentences than by chance")
            .formula("2 · Σ O · ln(O / E) over the four cells of the 2×2 table of sentences, with 0 · ln 0 = 0; − where sentences < E")
            .base("e")
            .unit("χ² with 1 degree of freedom, signed")
            .of(N)
            .correction("none")
            .source("Dunning 1993"),
    ],
    thresholds: &[ONE_STORY],
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
