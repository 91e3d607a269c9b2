//! Counts that are drawn and not read: which term is how often in which article, and which terms stand together.

use newsgauge::base::date::Date;
use newsgauge::base::parallel::Threads;
use newsgauge::base::spill::Spill;
use newsgauge::config::Config;
use newsgauge::measure::actors::{ActorTally, Actors};
use newsgauge::measure::cast::Cast;
use newsgauge::measure::counter::Wanted;
use newsgauge::measure::frame::{Frame, Size, Stand};
use newsgauge::measure::lexicon::{END, PassedOver};
use newsgauge::measure::nodes::Nodes;
use newsgauge::measure::pairs::{PairTallies, Room};
use newsgauge::measure::periods::{Cut, Periods};
use newsgauge::measure::postings::Postings;
use newsgauge::measure::profile::Profile;
use newsgauge::measure::results::Counted;
use newsgauge::measure::sets::{NO_SETS, Sets};
use newsgauge::measure::surface::Surface;
use newsgauge::measure::terms::Terms;

use crate::random::Random;

pub const TERMS: usize = 200_000;
pub const ARTICLES: usize = 40_000;
/// Terms whose pairs are counted: the fewest that have 5 million pairs in three units.
pub const PAIRED: usize = 1_827;
const DAYS: usize = 7 * 104;
const MONTHS: usize = 24;
const OUTLETS: usize = 30;
const LANGUAGES: usize = 3;
/// Groups that are compared with the rest.
pub const PARTS: usize = MONTHS + OUTLETS + LANGUAGES;

pub struct Corpus {
    frame: Frame,
    periods: [Periods; 2],
}

pub struct Counts<'s> {
    pub corpus: Corpus,
    pub postings: Postings<'s>,
    pub pairs: PairTallies,
}

/// Articles of 150 to 749 tokens, evenly over two years; one in twenty is a copy of the one before.
pub fn corpus() -> Corpus {
    let mut random = Random::new(1);
    let first = jiff::civil::date(2024, 1, 1);
    let mut months: Vec<(Option<_>, Size)> = Vec::new();
    let mut weeks: Vec<(Option<_>, Size)> = Vec::new();
    let mut outlets: Vec<_> = (0..OUTLETS).map(|at| (Some(format!("outlet {at:02}")), Size::default())).collect();
    let mut languages: Vec<_> = (0..LANGUAGES).map(|at| (Some(format!("l{at}")), Size::default())).collect();
    let mut stands: Vec<Stand> = Vec::new();
    for article in 0..ARTICLES {
        let day = first.saturating_add(jiff::Span::new().days(whole(article * DAYS / ARTICLES)));
        let date = Date::parse(&day.to_string());
        let month = date.and_then(Date::month);
        if months.last().is_none_or(|(last, _)| *last != month) {
            months.push((month, Size::default()));
        }
        let week = date.and_then(Date::week);
        if weeks.last().is_none_or(|(last, _)| *last != week) {
            weeks.push((week, Size::default()));
        }
        // Some outlets have many times the articles of others.
        let outlet = random.below(OUTLETS as u64).min(random.below(OUTLETS as u64)) as usize;
        let (tokens, language) = (150 + random.below(600), random.of(&[0, 0, 0, 1, 1, 2]));
        let copied = article > 0 && random.thousandths(50);
        let story = if copied { stands[article - 1].story } else { article as u32 };
        stands.push(Stand {
            story,
            copied,
            date,
            tokens: tokens as u32,
            month: months.len() as u32 - 1,
            week: weeks.len() as u32 - 1,
            outlet: outlet as u32,
            language,
        });
        let Stand { month, week, .. } = stands[article];
        [
            &mut months[month as usize].1,
            &mut weeks[week as usize].1,
            &mut outlets[outlet].1,
            &mut languages[language as usize].1,
        ]
        .into_iter()
        .for_each(|size| size.add(tokens));
        stands[story as usize].copied |= copied;
    }
    assert_eq!(months.len(), MONTHS);
    let tokens = stands.iter().map(|stand| u64::from(stand.tokens));
    let frame = Frame {
        tokens: tokens.clone().sum(),
        sentences: ARTICLES as u64,
        smallest: tokens.min().unwrap_or(0),
        months,
        weeks,
        outlets,
        languages,
        stands,
    };
    let periods = Cut::ALL.map(|cut| Periods::of(&frame, cut));
    assert_eq!(periods[1].all.len() * 7, DAYS);
    Corpus { frame, periods }
}

/// Every second token is a term, and one in ten of these is what its week is about.
pub fn postings<'s>(corpus: &Corpus, spill: &'s Spill) -> Postings<'s> {
    let (mut random, mut drawn) = (Random::new(2), Vec::new());
    let postings = Postings::new(spill);
    let mut hand = postings.hand();
    for (article, stand) in corpus.frame.stands.iter().enumerate() {
        drawn.clear();
        let week = stand.week;
        drawn.extend((0..stand.tokens / 2).map(|_| {
            let term = term(&mut random, TERMS);
            if random.thousandths(100) { (term + 977 * week) % TERMS as u32 } else { term }
        }));
        drawn.sort_unstable();
        let mut terms = drawn.chunk_by(|a, b| a == b);
        terms.try_for_each(|same| hand.add(same[0], article, same.len() as u32)).expect("all is in memory");
    }
    hand.finish().expect("all is in memory");
    postings
}

/// Each pair once, and then sentences of ten terms, ten of them an article.
pub fn pairs() -> PairTallies {
    let mut random = Random::new(3);
    let (mut pairs, mut room) = (PairTallies::new(PAIRED), Room::default());
    let all: Vec<u32> = (0..PAIRED as u32).collect();
    pairs.add(&all, |term| term, PAIRED, &mut room);
    let mut units = Vec::new();
    for _ in 0..ARTICLES {
        units.clear();
        for _ in 0..10 {
            units.extend((0..10).map(|_| term(&mut random, PAIRED)));
            units.push(END);
        }
        pairs.add(&units, |term| term, 5, &mut room);
    }
    pairs
}

/// By Zipf's law: each octave of ranks has the same share, and within it all ranks have.
fn term(random: &mut Random, terms: usize) -> u32 {
    loop {
        let octave = 1 << random.below(u64::from(usize::BITS - terms.leading_zeros()));
        let rank = octave + random.below(octave) - 1;
        if rank < terms as u64 {
            return rank as u32;
        }
    }
}

impl Counts<'_> {
    /// Counts the terms; all else that the tables are made of is empty.
    pub fn tally(self, config: &Config, threads: &Threads) -> Counted {
        let Self { corpus: Corpus { frame, periods }, postings, pairs } = self;
        let wanted = Wanted {
            by: [true; 3],
            sets: &NO_SETS,
            by_min_n: config.measure.keyness.min_n,
            rare_below: config.tabulate.by_min_n,
            spread: true,
            dispersion: Some(config.tabulate.by_min_n),
            change: Some((&periods, &config.measure.change)),
        };
        let tally = postings.tally(TERMS, &frame, wanted, threads).unwrap_or_else(|_| panic!("all is in memory"));
        let expected: u64 = frame.stands.iter().map(|stand| u64::from(stand.tokens / 2)).sum();
        assert_eq!(tally.counts.iter().map(|count| count.n).sum::<u64>(), expected);
        let terms = Terms {
            // As most words are, they are told apart by their first letters.
            shown: (0..TERMS).map(|term| format!("{term:06}-th")).collect(),
            tally,
            pairs,
            admitted: (0..PAIRED as u32).collect(),
            surface: Surface::new(0, 0),
            passed_over: PassedOver::default(),
            profile: Profile::default(),
            runs: Vec::new(),
            reference: None,
        };
        let (actors, cast) = (nobody(), Cast { members: Vec::new() });
        let nodes = Nodes::of(&actors, &cast, config);
        Counted { frame, periods, sets: Sets::default(), nodes, terms, actors, cast }
    }
}

fn nobody() -> Actors {
    let (by_month, by_outlet, changes) = (Vec::new(), Vec::new(), Vec::new());
    let tally = ActorTally::new(0);
    Actors { counts: Vec::new(), by_month, by_outlet, changes, mentioned_in: Vec::new(), tally, states: Vec::new() }
}

fn whole(n: usize) -> i64 {
    i64::try_from(n).expect("days are few")
}
