//! The sentences in which suggested names stand first, read once more: texts are not kept.

use super::Job;
use crate::base::problem::Failure;
use crate::ingest::article::Article;
use crate::lex;
use crate::link::evidence::{Evidence, Shown};
use crate::measure::suggest::Suggestion;

/// Fills in the example of each suggestion. One whose article is another by now has none.
pub fn fill(job: &Job<'_>, suggestions: &mut [Suggestion]) -> Result<(), Failure> {
    let mut by_place: Vec<&mut Suggestion> = suggestions.iter_mut().collect();
    by_place.sort_by_key(|suggestion| suggestion.place);
    let mut places: Vec<_> = by_place.iter().map(|suggestion| suggestion.place).collect();
    places.dedup();
    let mut rest = by_place.as_mut_slice();
    job.corpus.again(&places, |article| {
        job.stop.check()?;
        let before = rest.partition_point(|suggestion| suggestion.place < article.place);
        let here = rest.partition_point(|suggestion| suggestion.place <= article.place);
        let lexed = lex::lex(&article.text);
        rest[before..here].iter_mut().for_each(|suggestion| suggestion.example = example(suggestion, &article, &lexed));
        rest = &mut std::mem::take(&mut rest)[here..];
        Ok(())
    })
}

fn example(suggestion: &Suggestion, article: &Article, lexed: &lex::token::Lexed) -> String {
    let Some(sentence) = lexed.sentences.get(suggestion.sentence as usize) else { return String::new() };
    let tokens = &lexed.tokens[sentence.indices()];
    let words = suggestion.words.start as usize..suggestion.words.end as usize;
    let Some([first, .., last] | [first @ last]) = tokens.get(words) else { return String::new() };
    let mut shown = Shown::default();
    let range = first.range().start..last.range().end;
    let span = Evidence::of(&article.text, sentence.range()).around(range, &mut shown);
    shown.text(span).to_owned()
}
