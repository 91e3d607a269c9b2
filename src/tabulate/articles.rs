//! articles: what was read, in the order of the corpus.

use super::Source;
use super::table::{Cells, Fill, Spec, Values, field};
use crate::base::problem::Problem;
use crate::measure::details;
use crate::measure::frame::Stand;

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
    thresholds: &[],
    order: &[],
    parts: None,
    fill: Fill::Parts { parts: |source| source.reading.pages.len(), fill: cells },
};

/// The articles of the page number `page`.
fn cells(source: &Source<'_>, page: usize) -> Result<Cells, Problem> {
    let (reading, stands, mut buffer) = (source.reading, &source.measures.frame.stands, Vec::new());
    let page = &reading.pages[page];
    let texts = details::read(page.details(reading.spill, &mut buffer)?);
    let rows = page.reads(reading)?;
    let text = |at: usize| Values::Text(texts.iter().map(|texts| texts[at]).collect());
    let story = |stand: &Stand| details::written(reading.ids[stand.story as usize]);
    let [id, path, title, date, from, outlet, author, language, url, encoding] = std::array::from_fn(text);
    let columns = vec![
        id,
        path,
        title,
        date,
        from,
        outlet,
        author,
        language,
        Values::counts(rows.iter().map(|row| row.tokens)),
        Values::counts(rows.iter().map(|row| u64::from(row.sentences))),
        Values::counts(rows.iter().map(|row| u64::from(row.mentions))),
        Values::texts(stands[page.first..][..page.articles].iter().map(story)),
        url,
        encoding,
    ];
    Ok(columns.into())
}
