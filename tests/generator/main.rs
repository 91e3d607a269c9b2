//! The generator of the benchmarks: the same for ever, and near real news in what costs time.

#[path = "../../benches/generator/mod.rs"]
mod generator;

use std::collections::HashSet;

use generator::{Article, Format};
use newsgauge::lex;

fn articles(seed: u64, bytes: usize) -> Vec<Article> {
    let mut left = bytes;
    let fits = |article: &Article| {
        let more = left > 0;
        left = left.saturating_sub(article.text.len());
        more
    };
    generator::articles(seed).take_while(fits).collect()
}

fn texts(seed: u64, bytes: usize) -> Vec<String> {
    articles(seed, bytes).into_iter().map(|article| article.text).collect()
}

#[test]
fn a_seed_gives_the_same_text_and_another_seed_another() {
    assert_eq!(texts(1, 100_000), texts(1, 100_000));
    assert_ne!(texts(1, 1000)[0], texts(2, 1000)[0]);
}

#[test]
fn a_larger_corpus_begins_as_the_smaller_one() {
    let (small, large) = (texts(1, 50_000), texts(1, 100_000));
    assert_eq!(small, large[..small.len()]);
}

/// What benchmarks of different days and machines compare: a change of the generator makes older results worthless, so it
/// has to be meant. The names are fixed here, since the shipped dictionary may grow.
#[test]
fn the_text_is_the_one_that_the_results_were_measured_on() {
    let actors = vec![vec!["Russia".to_owned(), "Russian".to_owned()], vec!["Kim Jong Un".to_owned()]];
    let text: String = generator::about(1, actors).take(100).map(|article| article.text).collect();
    let mixed = |hash: u64, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    let fnv = text.bytes().fold(0xcbf2_9ce4_8422_2325, mixed);
    assert_eq!((text.len(), format!("{fnv:016x}").as_str()), (262_657, "a5af549b9c98d94c"));
}

#[test]
fn words_sentences_and_articles_are_as_long_as_in_news() {
    let texts = texts(1, 2_000_000);
    let lexed: Vec<_> = texts.iter().map(|text| lex::lex(text)).collect();
    let tokens: usize = lexed.iter().map(|lexed| lexed.tokens.len()).sum();
    let sentences: usize = lexed.iter().map(|lexed| lexed.sentences.len()).sum();
    let bytes: usize = texts.iter().map(String::len).sum();
    let (word, sentence, article) =
        (bytes as f64 / tokens as f64, tokens as f64 / sentences as f64, bytes / texts.len());
    assert!((5.5..7.5).contains(&word), "{word} bytes a token");
    assert!((20.0..26.0).contains(&sentence), "{sentence} tokens a sentence");
    assert!((2200..2800).contains(&article), "{article} bytes an article");
}

#[test]
fn the_vocabulary_grows_as_in_news() {
    let (mut tokens, mut seen, mut measured) = (0u64, HashSet::new(), Vec::new());
    for text in texts(1, 7_000_000) {
        for word in text.split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase())
        {
            tokens += 1;
            if word.starts_with(char::is_alphabetic) {
                seen.insert(word);
            }
            if [131_072, 1_048_576].contains(&tokens) {
                measured.push(seen.len());
            }
        }
    }
    let [small, large] = measured[..] else { panic!("7 MB hold only {tokens} tokens") };
    assert!((11_000..14_000).contains(&small), "{small} words among 131,072");
    assert!((31_000..38_000).contains(&large), "{large} words among 1,048,576");
}

#[test]
fn some_articles_are_copies_of_others() {
    let texts = texts(1, 3_000_000);
    let begins: HashSet<&str> = texts.iter().map(|text| text.split('\n').next().unwrap_or(text)).collect();
    let copies = (texts.len() - begins.len()) * 1000 / texts.len();
    assert!((15..50).contains(&copies), "{copies} copies in a thousand articles");
}

#[test]
fn files_hold_what_was_asked_for() {
    for format in [Format::Jsonl, Format::Txt] {
        let (folder, mut plain) = (tempfile::tempdir().unwrap(), Vec::new());
        let written =
            generator::write(generator::articles(1), 30_000, format, folder.path(), "a-", &mut plain).unwrap();
        let texts = texts(1, 30_000);
        assert_eq!(written.articles, texts.len() as u64);
        assert_eq!(written.bytes, texts.iter().map(|text| text.len() as u64).sum::<u64>());
        assert_eq!(
            String::from_utf8(plain).unwrap(),
            texts.iter().map(|text| format!("{text}\n\n")).collect::<String>()
        );
        let name = if format == Format::Jsonl { "a-0000.jsonl" } else { "a-0000/00000000.txt" };
        let first = std::fs::read_to_string(folder.path().join(name)).unwrap();
        assert!(first.contains(&texts[0].lines().next().unwrap()[..20].replace('"', "\\\"")), "{first}");
    }
}

#[test]
fn the_large_dictionary_is_large_and_right() {
    let text = generator::extended(&generator::dictionary(), 30_000);
    let dictionary =
        newsgauge::config::dictionary::parse("large", &text).unwrap_or_else(|problems| panic!("{problems:?}"));
    let strong: usize =
        dictionary.actors.iter().map(|actor| actor.aliases.iter().filter(|alias| alias.strong).count()).sum();
    assert!((29_900..30_100).contains(&strong), "{strong} strong aliases");
}
