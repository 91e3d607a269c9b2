//! keyness: the terms that tell a group of articles from the rest.

use super::Source;
use super::table::{Cells, Fill, Spec, Values, field, threshold};
use crate::config::measure::Keyness;
use crate::measure::frame::Frame;
use crate::measure::key_groups::KeyGroup;
use crate::measure::key_terms::KeyTerm;
use crate::measure::tally::Count;

pub const SPEC: Spec = Spec {
    name: "keyness",
    title: "Key terms",
    about: "One row a group of articles and term that it uses more often, or more seldom, than all other articles do. Groups are the \
            100 largest outlets, months and languages, as [measure.keyness] by names them, the articles that mention each of actors, and all articles \
            against the reference; one of fewer than min_articles articles is no group. Tested is what occurs min_n times in min_articles articles; against the reference what occurs min_n times in both \
            together, and either in min_articles articles here or min_n times there; phrases that a terms.csv lacks are not tested, nor are the words of \
            phrases that only one of the two runs tells. Of the tested those are rows that min_articles articles of the side hold which uses them more (of a reference this is not known), the \
            [tabulate] key_rows strongest on each side. Tokens are not independent draws: q ranks, and dp_norm tells a term of few articles from one of \
            many.",
    columns: &[
        field("grouping", "what the groups are: actor, language, month, outlet or reference"),
        field("group", "the group; for actor the actor_id that its articles mention"),
        field("term", "as in terms.csv"),
        field("n_group", "occurrences in the group").unit(OCCURRENCES),
        field("n_rest", "occurrences in the other articles, or in the reference").unit(OCCURRENCES),
        field("per_million_group", "how often it would occur in a million tokens of the group")
            .formula("n_group / tokens of the group · 1,000,000")
            .unit("per million tokens")
            .of("tokens of the group, stop words included"),
        field("per_million_rest", "the same for the other articles")
            .formula("n_rest / tokens of the rest · 1,000,000")
            .unit("per million tokens")
            .of("tokens of the rest, stop words included"),
        field("g2", "how far from chance: log-likelihood ratio, negative where the group uses the term more seldom than the rest")
            .formula("2 · Σ O · ln(O / E) over the four cells (term or not, group or rest), with 0 · ln 0 = 0")
            .base("e")
            .of(TOKENS)
            .correction("none")
            .source("Dunning 1993"),
        field("p", "the chance of a g2 so far from 0 if tokens were drawn one by one; at least 2.225074e-308, the smallest that can be written")
            .formula("upper tail of χ² with one degree of freedom at |g2| = erfc(√(|g2| / 2))")
            .unit("probability")
            .chance()
            .of(TOKENS)
            .correction("none; q is corrected")
            .source("Dunning 1993"),
        field("q", "p corrected for many tests: the share of false finds among all terms with a q no higher")
            .formula("min over s ≥ r of p(s) · tested / s, at most 1, p(r) being the r-th smallest p")
            .unit("false discovery rate")
            .chance()
            .of("tested, in each group")
            .correction("Benjamini–Hochberg, m = tested")
            .source("Benjamini & Hochberg 1995"),
        field("log_ratio", "how many times as often the group uses it as the rest, as a power of two: 1 is twice, −1 half as often")
            .formula("log2(per_million_group / per_million_rest)")
            .base("2")
            .unit("doublings")
            .of(TOKENS)
            .correction("a count of 0 is taken as 0.5")
            .source("Hardie 2014"),
        field("log_ratio_conservative", "the end nearer to 0 of the confidence interval of log_ratio, 0 where the interval holds 0: both significant and strong")
            .formula("lower bound: log2(x / (1 − x) · tokens of the rest / tokens of the group), x = quantile of Beta(n_group, n_rest + 1) at 0.001 / 2 / tested; upper bound likewise")
            .base("2")
            .unit("doublings")
            .of(TOKENS)
            .correction("Bonferroni, level 0.001 / tested")
            .source("Evert 2022"),
        field("dp_norm", "how unevenly the term is spread over the articles of the group: 0 evenly, 1 all in one place")
            .formula("as in terms.csv")
            .unit("0 to 1")
            .of("articles of the group")
            .empty("where the group is one article or lacks the term")
            .source("Gries 2008; Lijffijt & Gries 2012"),
        field("tested", "m: terms that were tested in the group").unit("terms"),
        field("articles_group", "articles of the group that hold it").unit("articles"),
    ],
    thresholds: &[
        threshold("measure.keyness.min_n", "terms that occur less often in the corpus are not tested; against a reference in both together")
            .counted("term", |source| untested(source, |count, config| count.n < config.min_n)),
        threshold("measure.keyness.min_articles", "and so are terms in fewer articles")
            .counted("term", |source| untested(source, |count, config| count.n >= config.min_n && count.articles < config.min_articles)),
        threshold("measure.keyness.min_articles", "and no row is what fewer articles hold of the side that uses it more")
            .counted("row", |source| Some(source.measures.key_groups.iter().map(|group| group.terms.too_few).sum())),
        threshold("tabulate.key_rows", "rows of a group at most on each side, the strongest").counted("row", |source| {
            let left = |group: &KeyGroup| group.terms.tested - group.terms.too_few - group.terms.rows.len() as u64;
            Some(source.measures.key_groups.iter().map(left).sum())
        }),
        threshold("measure.keyness.by", "what the articles are grouped by"),
        threshold("measure.keyness.reference", "what all articles are compared with"),
        threshold("measure.keyness.actors", "actors whose articles are compared with the others"),
    ],
    // As the groups and their terms are ranked.
    order: &[],
    parts: Some("group"),
    fill: Fill::Whole(fill),
};

const OCCURRENCES: &str = "occurrences";
const TOKENS: &str = "N = tokens of the group and the rest";

/// How many terms are not tested for a reason.
fn untested(source: &Source<'_>, why: fn(&Count, &Keyness) -> bool) -> Option<u64> {
    let counts = source.measures.terms.tally.counts.iter();
    Some(counts.filter(|count| count.n > 0 && why(count, &source.config.measure.keyness)).count() as u64)
}

fn fill(source: &Source<'_>) -> Cells {
    let terms = &source.measures.terms;
    let of_group = |group: &'_ KeyGroup| {
        group.terms.rows.iter().map(|row| (group.grouping, group.name.clone(), *row)).collect::<Vec<_>>()
    };
    let rows: Vec<(&str, String, KeyTerm)> = source.measures.key_groups.iter().flat_map(of_group).collect();
    let count = |value: fn(&KeyTerm) -> u64| Values::counts(rows.iter().map(|row| value(&row.2)));
    let float = |value: fn(&KeyTerm) -> Option<f64>| Values::Float(rows.iter().map(|row| value(&row.2)).collect());
    let columns = vec![
        Values::texts(rows.iter().map(|row| row.0)),
        Values::texts(rows.iter().map(|row| &row.1)),
        Values::texts(rows.iter().map(|row| &terms.shown[row.2.thing as usize])),
        count(|row| row.keyness.group),
        count(|row| row.keyness.rest),
        float(|row| Frame::per_million(row.keyness.group, row.keyness.group_size)),
        float(|row| Frame::per_million(row.keyness.rest, row.keyness.rest_size)),
        float(|row| Some(row.g2)),
        float(|row| Some(row.p)),
        float(|row| Some(row.q)),
        float(|row| row.keyness.log_ratio()),
        float(|row| row.conservative),
        float(|row| row.dp_norm),
        count(|row| row.tested),
        count(|row| row.articles),
    ];
    columns.into()
}
