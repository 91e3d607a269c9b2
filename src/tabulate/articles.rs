//! articles: what was read, in the order of the corpus.

use super::Source;
use super::common::ONE_STORY;
use super::table::{Cells, Fill, Parts, Spec, Threshold, Values, field, threshold};
use crate::base::problem::Problem;
use crate::measure::details;
use crate::measure::frame::Stand;

const UNTOLD: &str = "where the metadata do not say it";

pub const SPEC: Spec = Spec {
    name: "articles",
    title: "Articles",
    about: "One row an article, files sorted by path, rows of a file as they stand.",
    columns: &[
        field("article_id", "16 hex digits made from the path: the same in every run in which the path is"),
        field("path", "file below the input folder; #row behind it in .csv and .jsonl files"),
        field("title", "headline, as the metadata give it").empty(UNTOLD),
        field("date", "day, month or year, as precisely as it was given")
            .empty("where none was given that can be read"),
        field("date_source", "where the date was found: metadata (metadata.csv), front matter or column")
            .empty("where there is no date"),
        field("outlet", "who published it").empty(UNTOLD),
        field("author", "who wrote it").empty(UNTOLD),
        field("language", "its language, as the metadata give it").empty(UNTOLD),
        field("tokens", "words and numbers, stop words included").unit("tokens"),
        field("sentences", "sentences").unit("sentences"),
        field("mentions", "mentions of actors in all forms but adjectives").unit("mentions"),
        field("story_id", "article_id of the earliest near-identical article; its own where it is alone")
            .source("Broder 1997"),
        field("url", "where it can be found").empty(UNTOLD),
        field("encoding", "how a .txt or .md file was read; (guessed) where only the look of its bytes speaks for it")
            .empty("for rows of .csv and .jsonl files"),
    ],
    thresholds: &[
        threshold("ingest.max_article_mb", "a larger article is skipped").uncounted("listed in skipped.csv"),
        threshold("ingest.ignore", "files with such an ending are passed over")
            .uncounted("not counted: nobody opens them"),
        Threshold { uncounted: "no rows: it decides which articles have one story_id", ..ONE_STORY },
    ],
    order: &[],
    parts: None,
    fill: Fill::Parts(|source| Parts::of(source.reading.pages.len(), |page| cells(source, page))),
};

/// The articles of the page number `page`.
fn cells(source: &Source<'_>, page: usize) -> Result<Cells, Problem> {
    let (reading, stands, mut buffer) = (source.reading, &source.measures.frame.stands, Vec::new());
    let page = &reading.pages[page];
    let texts = details::read(page.details(reading, &mut buffer)?);
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
