//! Which tokens mentions take. Who is mentioned where is asked of the program, whose tests are elsewhere; its offsets are told in
//! tokens here.

use std::ops::Range;

use newsgauge::config::dictionary::Form;
use newsgauge::ingest::article::Article;
use newsgauge::lex;
use newsgauge::lex::stop::Rules;
use newsgauge::link::Linker;
use newsgauge::measure::reader::Reader;

use crate::program;

/// A mention that counts: adjectives do not.
#[derive(Clone, Debug)]
pub struct Mention {
    /// Its id.
    pub actor: String,
    /// Of the article.
    pub tokens: Range<usize>,
}

/// Those of each article.
pub fn mentions(articles: &[Article], rules: &Rules) -> Vec<Vec<Mention>> {
    let dictionary = program::dictionary();
    let linker = Linker::new(&dictionary);
    articles.iter().map(|article| of_article(article, rules, &linker)).collect()
}

fn of_article(article: &Article, rules: &Rules, linker: &Linker) -> Vec<Mention> {
    let dictionary = program::dictionary();
    let mut reader = Reader::new(rules, linker, 0);
    let mut page = reader.page();
    reader.read(article, &mut page);
    let scalars = |byte: usize| article.text[..byte].chars().count();
    let tokens: Vec<Range<usize>> = lex::lex(&article.text)
        .tokens
        .iter()
        .map(|token| scalars(token.range().start)..scalars(token.range().end))
        .collect();
    let counted = page.found.mentions.iter().filter(|mention| mention.form != Form::Adjective);
    let mention = |mention: &newsgauge::link::mentions::Mention| {
        let (start, end) = (mention.start as usize, mention.end as usize);
        let touched = |at: &usize| tokens[*at].start < end && start < tokens[*at].end;
        let first = (0..tokens.len()).find(touched).expect("a mention touches a token");
        let last = (0..tokens.len()).rfind(touched).expect("a mention touches a token");
        let actor = mention.actor as usize;
        let listed = dictionary.actors.get(actor).map(|actor| actor.id.clone());
        let built = || page.found.built[actor - dictionary.actors.len()].id.clone();
        Mention { actor: listed.unwrap_or_else(built), tokens: first..last + 1 }
    };
    counted.map(mention).collect()
}
