//! Laws that hold for every input, tried on random ones.

mod excerpts;
mod statistics;
mod world;

use newsgauge::base::spill::Spill;
use newsgauge::base::stop::Stop;
use newsgauge::ingest::article::Article;
use newsgauge::lex;
use newsgauge::lex::normal::normal;
use newsgauge::lex::token::Kind;
use newsgauge::measure;
use newsgauge::measure::actors::ActorTally;
use newsgauge::measure::frame::Frame;
use newsgauge::measure::pairs::Together;
use newsgauge::measure::reader::Reader;
use newsgauge::measure::reading::{Page, Read};
use newsgauge::measure::stories;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use world::{World, article, articles};

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn spans_rebuild_the_text(text in ".{0,200}") {
        let lexed = lex::lex(&text);
        let mut rebuilt = String::new();
        let mut at = 0;
        for token in &lexed.tokens {
            prop_assert!(token.range().start >= at && token.range().end > token.range().start, "tokens overlap or are empty");
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
    fn reading_by_any_threads_in_any_pages_and_order_gives_the_same_tables(
        parts in vec(article(), 1..12),
        threads in vec(0..3usize, 12),
        cut in 1..5usize,
        turned: bool,
        limit in select(vec![0, 500, u64::MAX]),
    ) {
        let world = World::new();
        let all = articles(parts);
        let spill = Spill::none();
        let whole = world.tables(&mut world.read(&all, &spill));
        let mut pages: Vec<(usize, &[Article])> = threads.into_iter().zip(all.chunks(cut)).collect();
        if turned {
            pages.reverse();
        }
        // Nothing, a little or everything fits in memory.
        let folder = tempfile::tempdir().expect("the system has a folder for temporary files");
        let spill = Spill::new(&folder.path().join("spill"), limit);
        prop_assert_eq!(world.tables(&mut world.read_by(&pages, &spill)), whole);
    }

    #[test]
    fn counts_add_up(parts in vec(article(), 1..12)) {
        let world = World::new();
        let spill = Spill::none();
        let mut reading = world.read(&articles(parts), &spill);
        let measures = world.measure(&mut reading);
        let frame = &measures.frame;
        prop_assert_eq!(reading.tokens, frame.tokens);
        prop_assert_eq!(frame.months.iter().map(|(_, size)| size.tokens).sum::<u64>(), frame.tokens);
        prop_assert_eq!(frame.languages.iter().map(|(_, size)| size.tokens).sum::<u64>(), frame.tokens);
        prop_assert_eq!(frame.outlets.iter().map(|(_, size)| size.articles).sum::<u64>(), frame.articles());
        let terms = &measures.terms;
        for (number, count) in terms.tally.counts.iter().enumerate().filter(|(_, count)| count.n > 0) {
            prop_assert!(count.n >= count.articles && count.articles >= count.stories);
            let term = u32::try_from(number).expect("few terms");
            for groups in &terms.tally.by {
                let cells = groups.all(&spill).expect("a small reading stays in memory").into_iter().filter(|cell| cell.thing == term);
                let sum = cells.fold((0, 0), |sum, cell| (sum.0 + cell.n, sum.1 + cell.articles));
                prop_assert_eq!(sum, (count.n, count.articles));
            }
        }
        for actor in &measures.actors {
            prop_assert!(actor.count.n >= actor.count.articles && actor.count.articles >= actor.count.stories);
            prop_assert_eq!(actor.forms[..5].iter().sum::<u64>(), actor.count.n);
        }
    }

    #[test]
    fn pairs_are_symmetric_and_their_tables_are_possible(parts in vec(article(), 1..10)) {
        let world = World::new();
        let spill = Spill::none();
        let measures = world.measure(&mut world.read(&articles(parts), &spill));
        for unit in Together::ALL {
            let tally = measures.terms.pairs.of(unit);
            for (a, b) in tally.both.at_least(1) {
                prop_assert!(a < b, "a pair is stored once, and never of a term with itself");
                let table = tally.table(a, b);
                prop_assert!(table.both >= 1 && table.both <= table.a.min(table.b) && table.a.max(table.b) <= table.all, "{:?} {:?}", unit, table);
                if let Some(npmi) = table.npmi() {
                    prop_assert!((-1.0..=1.0).contains(&npmi));
                }
                let turned = measure::formulas::contingency::Table { a: table.b, b: table.a, ..table };
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
        let mut reader = Reader::new(&world.rules, &world.linker, 0);
        let mut page = reader.page();
        all.iter().for_each(|article| reader.read(article, &mut page));
        let Page { found, .. } = &page;
        let mut at = (0, 0);
        for mention in &found.mentions {
            prop_assert!((mention.article, mention.start) >= at && mention.end > mention.start);
            at = (mention.article, mention.end);
            let scalars: Vec<char> = all[mention.article as usize].text.chars().collect();
            let span = mention.start as usize..mention.end as usize;
            prop_assert_eq!(scalars[span].iter().collect::<String>(), found.shown.text(mention.surface));
        }
    }

    #[test]
    fn dp_norm_is_between_even_and_all_in_one_place(parts in vec(article(), 2..10)) {
        let world = World::new();
        let spill = Spill::none();
        let measures = world.measure(&mut world.read(&articles(parts), &spill));
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
        let spill = Spill::none();
        let mut reading = world.read(&articles(parts), &spill);
        let form = |form: &measure::forms::Spelling| (form.class != lex::stop::Class::Term, form.n);
        let forms: Vec<(bool, u64)> = reading.forms[0].all().iter().map(form).collect();
        let terms = world.measure(&mut reading).terms;
        // A term of several words is a phrase: it takes as many tokens as it has words.
        let taken = |(shown, count): (&str, &measure::tally::Count)| count.n * shown.split(' ').count() as u64;
        let as_terms: u64 = terms.shown.iter().zip(&terms.tally.counts).map(taken).sum();
        let all: u64 = forms.iter().map(|(_, n)| n).sum();
        let others: u64 = forms.iter().filter(|(other, _)| *other).map(|(_, n)| n).sum();
        prop_assert_eq!(all, reading.tokens);
        // Stop words inside phrases ("Kim Jong Un", "Bank of Russia") count with them.
        let stop = |word: &&str| world.rules.class(word, Kind::Word, &normal(word)) != lex::stop::Class::Term;
        let stopped = |(shown, count): (&str, &measure::tally::Count)| count.n * shown.split(' ').filter(stop).count() as u64;
        let in_phrases: u64 = terms.shown.iter().zip(&terms.tally.counts).map(stopped).sum();
        prop_assert_eq!(as_terms + others - in_phrases, all);
    }

    #[test]
    fn merging_tallies_is_associative_and_commutative(parts in vec(article(), 3..12), cuts in (1..5usize, 1..5usize)) {
        let world = World::new();
        let mut all = articles(parts);
        // Copies, whose stories several tallies count.
        let copy = all[0].text.clone();
        all.last_mut().expect("three articles at least").text = copy;
        let spill = Spill::none();
        // A page an article, so that any of them can be tallied.
        let pages: Vec<(usize, &[Article])> = all.chunks(1).map(|articles| (0, articles)).collect();
        let reading = world.read_by(&pages, &spill);
        let same = stories::stories(&reading, 0.5, &world.threads, &Stop::default())
            .unwrap_or_else(|_| panic!("nobody interrupts a test"));
        let frame = Frame::of(&reading, &same, true).expect("a small reading stays in memory");
        let tally = |range: std::ops::Range<usize>| {
            let mut tally = ActorTally::new(world.dictionary.actors.len());
            for at in range {
                let add = |article: usize, read: &Read, spots: &[[u32; 4]]| {
                    tally.add(&frame.stands[article], spots, read.sentences, |actor| actor);
                };
                reading.pages[at].spots(&reading, add).expect("a small reading stays in memory");
            }
            tally
        };
        let end = reading.articles();
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
