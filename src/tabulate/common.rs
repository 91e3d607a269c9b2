//! Columns and thresholds that several tables have, said once.

use super::table::{Field, Threshold, field, threshold};

pub const STORIES: Field = field("stories", "the same with near-identical articles, such as wire copies, counted once")
    .unit("stories")
    .source("Broder 1997");

pub const ONE_STORY: Threshold = threshold(
    "measure.story_similarity",
    "articles that share so much of all their five-word runs (Jaccard similarity) are one story",
)
.uncounted("no rows: it decides what stories counts");

/// How often actors are mentioned in a million tokens of the corpus.
pub const MENTIONS_PER_MILLION: Field = field("per_million", "mentions in a million tokens")
    .formula("mentions · 1,000,000 / N")
    .unit("mentions per million tokens")
    .of("N = tokens of the corpus: words and numbers, stop words included");
