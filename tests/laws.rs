//! Laws that hold for every input, tried on random ones.

use std::path::Path;

use newsgauge::base::parallel::Threads;
use newsgauge::base::stop::Stop;
use newsgauge::config::Config;
use newsgauge::config::actors::Dictionary;
use newsgauge::config::{actors, load};
use newsgauge::ingest::article::{Article, Meta, Place, id};
use newsgauge::ingest::date::Date;
use newsgauge::lex;
use newsgauge::lex::stop::Rules;
use newsgauge::measure::actors::ActorTally;
use newsgauge::measure::aliases::Aliases;
use newsgauge::measure::frame::Frame;
use newsgauge::measure::lexicon::{Lexicon, Unit};
use newsgauge::measure::pairs::Together;
use newsgauge::measure::phrases;
use newsgauge::measure::reading::Reading;
use newsgauge::measure::results::Measures;
use newsgauge::measure::stories;
use newsgauge::measure::words::Words;
use newsgauge::tabulate::table::{Cell, Table};
use newsgauge::{measure, tabulate};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

/// Few enough words for pairs, phrases and copies to come about by chance.
fn word() -> impl Strategy<Value = &'static str> {
    select(vec![
        "bridge",
        "treaty",
        "Kim",
        "Jong",
        "Un",
        "Putin",
        "Russia",
        "Russian",
        "DPRK",
        "the",
        "of",
        "may",
        "US",
        "us",
        "U.S.",
        "2024",
        "Pak",
        "railway",
        "Pyongyang's",
    ])
}

fn text() -> impl Strategy<Value = String> {
    let sentence = vec(word(), 1..8).prop_map(|words| format!("{}.", words.join(" ")));
    vec(sentence, 1..6).prop_map(|sentences| sentences.join(" "))
}

fn article() -> impl Strategy<Value = (String, Option<u8>, Option<u8>)> {
    (text(), proptest::option::of(1..=12u8), proptest::option::of(0..3u8))
}

/// Articles in the order of the corpus.
fn articles(parts: Vec<(String, Option<u8>, Option<u8>)>) -> Vec<Article> {
    let article = |(number, (text, month, outlet)): (usize, (String, Option<u8>, Option<u8>))| {
        let path = format!("{number:03}.txt");
        let date = month.and_then(|month| Date::parse(&format!("2024-{month:02}-01")));
        let meta = Meta { date, outlet: outlet.map(|outlet| format!("Outlet {outlet}")), ..Meta::default() };
        let file = u32::try_from(number).expect("a test has few articles");
        Article { place: Place { file, row: 0 }, id: id(&path), path, meta, text }
    };
    parts.into_iter().enumerate().map(article).collect()
}

const ACTORS: &str = r#"
[[actor]]
id = "kim-jong-un"
name = "Kim Jong Un"
type = "person"

[[actor]]
id = "pak-a"
name = "Pak"
type = "person"

[[actor]]
id = "pak-b"
name = "Pak"
type = "person"

[[actor]]
id = "putin"
name = "Vladimir Putin"
type = "person"
short = ["Putin"]

[[actor]]
id = "russia"
name = "Russia"
type = "state"
adjectives = ["Russian"]

[[actor]]
id = "usa"
name = "United States"
type = "state"
abbr = ["US"]
"#;

struct World {
    config: Config,
    dictionary: Dictionary,
    rules: Rules,
    aliases: Aliases,
    threads: Threads,
}

impl World {
    fn new() -> Self {
        let toml = "[lex]\nphrase_min_n = 2\nphrase_min_npmi = 0.2\n[measure]\npair_min_n = 1\npair_term_min_n = 1\n[tabulate]\nby_min_n = 1\n";
        let (config, problems) = load::parse("config.toml", Path::new(""), toml);
        assert_eq!(problems, []);
        let dictionary = actors::parse("actors.toml", ACTORS).expect("the dictionary is right");
        let (rules, aliases) = (Rules::new(&config.lex), Aliases::new(&dictionary));
        Self { rules, aliases, config, dictionary, threads: Threads::new(2).expect("two threads can be started") }
    }

    fn read(&self, articles: Vec<Article>) -> Reading {
        Reading::of(articles, &self.rules, &self.aliases)
    }

    fn measure(&self, reading: Reading) -> Measures {
        measure::measure(reading, &self.dictionary, &self.config, &self.threads, &Stop::default())
            .unwrap_or_else(|_| panic!("nobody interrupts a test"))
    }

    /// Every table as rows of text, floats to the last bit.
    fn tables(&self, reading: Reading) -> Vec<Vec<Vec<String>>> {
        let measures = self.measure(reading);
        let source =
            tabulate::Source { measures: &measures, dictionary: &self.dictionary, skipped: &[], config: &self.config };
        let row =
            |table: &Table, row: usize| table.row(row).iter().map(|cell: &Cell<'_>| format!("{cell:?}")).collect();
        let tables = tabulate::tables(&source, &self.threads).expect("polars takes our frames");
        tables.iter().map(|table| (0..table.rows()).map(|at| row(table, at)).collect()).collect()
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn spans_rebuild_the_text(text in ".{0,200}") {
        let lexed = lex::lex(&text);
        let mut rebuilt = String::new();
        let mut at = 0;
        for token in &lexed.tokens {
            prop_assert!(token.range().start >= at && token.end > token.start, "tokens overlap or are empty");
            rebuilt += &text[at..token.range().start];
            rebuilt += &text[token.range()];
            at = token.range().end;
        }
        rebuilt += &text[at..];
        prop_assert_eq!(&rebuilt, &text);
    }

    #[test]
    fn every_token_is_in_one_sentence_and_sentences_follow_each_other(text in "[A-Za-z .!?\n«»’'-]{0,200}") {
        let lexed = lex::lex(&text);
        let mut next = 0;
        let mut at = 0;
        for sentence in &lexed.sentences {
            prop_assert!(sentence.range().start >= at);
            prop_assert_eq!(sentence.indices().start, next);
            for token in &lexed.tokens[sentence.indices()] {
                prop_assert!(sentence.range().start <= token.range().start && token.range().end <= sentence.range().end);
            }
            (at, next) = (sentence.range().end, sentence.indices().end);
        }
        prop_assert_eq!(next, lexed.tokens.len());
    }

    #[test]
    fn reading_and_merging_in_any_order_and_grouping_gives_the_same_tables(
        parts in vec(article(), 1..12),
        order in Just((0..12usize).collect::<Vec<_>>()).prop_shuffle(),
        cut in 1..5usize,
    ) {
        let world = World::new();
        let all = articles(parts);
        let whole = world.tables(world.read(all.clone()));
        // One article at a time, shuffled, in groups of `cut` that are merged first.
        let shuffled: Vec<Article> = order.into_iter().filter_map(|at| all.get(at).cloned()).collect();
        let mut merged = Reading::default();
        for group in shuffled.chunks(cut) {
            let mut inner = Reading::default();
            group.iter().for_each(|article| inner.merge(world.read(vec![article.clone()])));
            let mut outer = inner;
            std::mem::swap(&mut merged, &mut outer);
            merged.merge(outer);
        }
        prop_assert_eq!(world.tables(merged), whole);
    }

    #[test]
    fn counts_add_up(parts in vec(article(), 1..12)) {
        let world = World::new();
        let measures = world.measure(world.read(articles(parts)));
        let frame = &measures.frame;
        prop_assert_eq!(measures.articles.iter().map(|article| article.tokens).sum::<u64>(), frame.tokens);
        prop_assert_eq!(frame.months.iter().map(|(_, size)| size.tokens).sum::<u64>(), frame.tokens);
        prop_assert_eq!(frame.outlets.iter().map(|(_, size)| size.articles).sum::<u64>(), frame.articles());
        let terms = &measures.terms;
        for (number, count) in terms.tally.counts.iter().enumerate() {
            prop_assert!(count.n >= count.articles && count.articles >= count.stories);
            let term = u32::try_from(number).expect("few terms");
            let by = |cells: Vec<(u64, u64)>| cells.iter().fold((0, 0), |sum, cell| (sum.0 + cell.0, sum.1 + cell.1));
            let months = by(measures.by_month(&terms.tally).iter().filter(|slice| slice.thing == term).map(|slice| (slice.cell.n, slice.cell.articles)).collect());
            let outlets = by(measures.by_outlet(&terms.tally).iter().filter(|slice| slice.thing == term).map(|slice| (slice.cell.n, slice.cell.articles)).collect());
            prop_assert_eq!(months, (count.n, count.articles));
            prop_assert_eq!(outlets, (count.n, count.articles));
        }
        for actor in &measures.actors {
            prop_assert!(actor.count.n >= actor.count.articles && actor.count.articles >= actor.count.stories);
            prop_assert_eq!(actor.forms[..5].iter().sum::<u64>(), actor.count.n);
        }
    }

    #[test]
    fn pairs_are_symmetric_and_their_tables_are_possible(parts in vec(article(), 1..10)) {
        let world = World::new();
        let measures = world.measure(world.read(articles(parts)));
        for unit in Together::ALL {
            let tally = measures.terms.pairs.of(unit);
            for (a, b) in tally.both.at_least(1) {
                prop_assert!(a < b, "a pair is stored once, and never of a term with itself");
                let table = tally.table(a, b);
                prop_assert!(table.both >= 1 && table.both <= table.a.min(table.b) && table.a.max(table.b) <= table.all, "{:?} {:?}", unit, table);
                if let Some(npmi) = table.npmi() {
                    prop_assert!((-1.0..=1.0).contains(&npmi));
                }
                let turned = measure::contingency::Table { a: table.b, b: table.a, ..table };
                prop_assert_eq!((table.npmi(), table.log_dice(), table.pmi()), (turned.npmi(), turned.log_dice(), turned.pmi()));
                prop_assert_eq!(table.delta_p_b_given_a(), turned.delta_p_a_given_b());
                prop_assert!(table.log_dice().is_none_or(|dice| dice <= 14.0));
            }
        }
    }

    #[test]
    fn mentions_never_overlap_and_are_the_text_at_their_offsets(parts in vec(article(), 1..6)) {
        let world = World::new();
        let all = articles(parts);
        let reading = world.read(all.clone());
        for (article, read) in all.iter().zip(&reading.articles) {
            let scalars: Vec<char> = article.text.chars().collect();
            let mut at = 0;
            for mention in &read.found.mentions {
                prop_assert!(mention.start >= at && mention.end > mention.start);
                at = mention.end;
                let span = mention.start as usize..mention.end as usize;
                prop_assert_eq!(scalars[span].iter().collect::<String>(), mention.surface.clone());
            }
        }
    }

    #[test]
    fn dp_norm_is_between_even_and_all_in_one_place(parts in vec(article(), 2..10)) {
        let world = World::new();
        let measures = world.measure(world.read(articles(parts)));
        let frame = &measures.frame;
        for count in &measures.terms.tally.counts {
            if let Some(dp) = count.spread.dp_norm(count.n, frame.tokens, frame.smallest) {
                // A phrase's share of an article can exceed what single tokens allow, never the bounds.
                prop_assert!((0.0..=1.0 + 1e-12).contains(&dp), "{dp}");
            }
        }
    }

    #[test]
    fn every_token_counts_once_as_term_or_not(parts in vec(article(), 1..10)) {
        let world = World::new();
        let reading = world.read(articles(parts));
        let words = Words::of(&reading.forms);
        let phrases = phrases::phrases(&reading, &words, &world.config.lex, &world.threads);
        let lexicon = Lexicon::new(&words, &phrases);
        for read in &reading.articles {
            let taken = |unit: Unit| match unit {
                Unit::Term(term) => lexicon.terms[term as usize].len() as u64,
                Unit::Other => 1,
                Unit::End => 0,
            };
            let tokens: u64 = lexicon.units(&read.stream, |_, _| ()).into_iter().map(taken).sum();
            prop_assert_eq!(tokens, read.tokens);
        }
    }

    #[test]
    fn merging_tallies_is_associative_and_commutative(parts in vec(article(), 3..12), cuts in (1..5usize, 1..5usize)) {
        let world = World::new();
        let mut all = articles(parts);
        // Copies, whose stories several tallies count.
        let copy = all[0].text.clone();
        all.last_mut().expect("three articles at least").text = copy;
        let reading = world.read(all);
        let same = stories::stories(&reading, 0.5, &Stop::default()).unwrap_or_else(|_| panic!("nobody interrupts a test"));
        let frame = Frame::of(&reading, &same);
        let tally = |range: std::ops::Range<usize>| {
            let mut tally = ActorTally::new(world.dictionary.actors.len());
            range.for_each(|at| tally.add(&frame.stands[at], &reading.articles[at]));
            tally
        };
        let end = reading.articles.len();
        let (first, second) = (cuts.0.min(end), (cuts.0 + cuts.1).min(end));
        let [a, b, c] = [tally(0..first), tally(first..second), tally(second..end)];
        let merged = |tallies: [&ActorTally; 3]| {
            let mut whole = ActorTally::new(world.dictionary.actors.len());
            tallies.into_iter().for_each(|tally| whole.merge(tally.clone()));
            whole
        };
        let mut right = b.clone();
        right.merge(c.clone());
        let mut grouped = a.clone();
        grouped.merge(right);
        let whole = tally(0..end);
        prop_assert_eq!(&grouped, &whole);
        prop_assert_eq!(&merged([&a, &b, &c]), &whole);
        prop_assert_eq!(&merged([&c, &a, &b]), &whole);
        prop_assert_eq!(&merged([&b, &c, &a]), &whole);
    }
}
