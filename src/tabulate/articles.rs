//! articles: what was read, in the order of the corpus.

use super::Source;
use super::table::{Cells, Spec, Values, field};
use crate::measure::results::ArticleRow;

pub const SPEC: Spec = Spec {
    name: "articles",
    title: "Articles",
    about: "One row an article, files sorted by path, rows of a file as they stand.",
    columns: &[
        field("article_id", "16 hex digits made from the path: the same in every run in which the path is"),
        field("path", "file below the input folder; #row behind it in .csv and .jsonl files"),
        field("title", "headline, as the metadata give it"),
        field("date", "day, month or year, as precisely as it was given"),
        field("date_source", "where the date was found: metadata (metadata.csv), front matter or column"),
        field("outlet", "who published it"),
        field("author", "who wrote it"),
        field("language", "its language, as the metadata give it"),
        field("tokens", "words and numbers, stop words included"),
        field("sentences", "sentences"),
        field("mentions", "mentions of actors in all forms but adjectives"),
        field("story_id", "article_id of the earliest near-identical article; its own where it is alone"),
        field("url", "where it can be found"),
        field("encoding", "how a .txt or .md file was read; (guessed) where only the look of its bytes speaks for it"),
    ],
    order: &[("_article", false)],
    parts: None,
    fill,
};

fn fill(source: &Source<'_>) -> Cells {
    let rows = &source.measures.articles;
    let given = |value: fn(&ArticleRow) -> Option<String>| Values::Text(rows.iter().map(value).collect());
    let columns = vec![
        Values::texts(rows.iter().map(|row| row.id.clone())),
        Values::texts(rows.iter().map(|row| row.path.clone())),
        given(|row| row.meta.title.clone()),
        given(|row| row.meta.date.map(|date| date.to_string())),
        given(|row| row.meta.date_source.map(str::to_owned)),
        given(|row| row.meta.outlet.clone()),
        given(|row| row.meta.author.clone()),
        given(|row| row.meta.language.clone()),
        Values::counts(rows.iter().map(|row| row.tokens)),
        Values::counts(rows.iter().map(|row| u64::from(row.sentences))),
        Values::counts(rows.iter().map(|row| row.mentions)),
        Values::texts(rows.iter().map(|row| row.story_id.clone())),
        given(|row| row.meta.url.clone()),
        given(|row| row.meta.encoding.map(|encoding| encoding.to_string())),
    ];
    Cells { columns, hidden: vec![("_article", (0..rows.len() as u64).collect())] }
}
