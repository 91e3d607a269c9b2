//! Counts over months and weeks: each thing looked for in each article of each period.

use std::collections::{BTreeMap, BTreeSet};

use newsgauge::measure::change::{BURST_COST, BURST_FACTOR, Change};
use newsgauge::measure::formulas::bursts::bursts;
use newsgauge::measure::formulas::trend::MannKendall;
use newsgauge::measure::periods::Cut;

use crate::Counted;
use crate::parts::mentioning;

/// By cut and thing: everything that is told of it.
type Changes = BTreeMap<(&'static str, String), String>;

pub fn differ(counted: &Counted<'_>) -> Vec<String> {
    let measures = &counted.measures;
    let terms = counted.rows.keys().map(|term| {
        let held = counted.held(term);
        (term.clone(), (0..held.len()).filter(|at| held[*at] > 0).collect())
    });
    let actors: BTreeSet<&String> = counted.mentions.iter().flatten().map(|mention| &mention.actor).collect();
    let actors = actors.into_iter().map(|actor| (actor.clone(), mentioning(counted, actor)));
    let (terms, actors) = (naive(counted, terms.collect()), naive(counted, actors.collect()));
    let shown = |term: u32| measures.terms.shown[term as usize].to_owned();
    let mut differ = compare(&ours(counted, &measures.terms.tally.changes, shown), &terms);
    let id = |actor: u32| measures.cast.id(actor).to_owned();
    differ.extend(compare(&ours(counted, &measures.actor_changes, id), &actors));
    differ
}

fn ours(counted: &Counted<'_>, changes: &[Change], name: impl Fn(u32) -> String) -> Changes {
    let written = |change: &Change| {
        let Change { articles, first, slope, trend, early, late, bursts, .. } = change;
        let periods = &counted.measures.periods[change.cut as usize].all;
        let name_of = |at: usize| &periods[at].name;
        let bursts: Vec<_> = bursts
            .iter()
            .map(|told| (name_of(told.burst.start), name_of(told.burst.end), told.burst.weight, told.articles))
            .collect();
        let first = name_of(*first as usize);
        let told = format!("{articles} {first} {slope:?} {trend:?} {early:?} {late:?} {bursts:?}");
        ((change.cut.name(), name(change.thing)), told)
    };
    changes.iter().map(written).collect()
}

fn naive(counted: &Counted<'_>, things: BTreeMap<String, Vec<usize>>) -> Changes {
    let settings = &counted.config.measure.change;
    let mut changes = Changes::new();
    for cut in Cut::ALL {
        let period = |at: usize| period(&counted.articles[at].meta.date?.to_string(), cut);
        let mut articles: BTreeMap<(i32, String), Vec<usize>> = BTreeMap::new();
        for at in 0..counted.articles.len() {
            period(at).into_iter().for_each(|period| articles.entry(period).or_default().push(at));
        }
        if articles.len() < settings.min_periods {
            continue;
        }
        for (thing, held) in &things {
            let hit = |members: &Vec<usize>| members.iter().filter(|at| held.contains(at)).count() as u64;
            let hits: Vec<u64> = articles.values().map(hit).collect();
            if hits.iter().sum::<u64>() >= settings.min_articles {
                changes.insert((cut.name(), thing.clone()), told(&hits, &articles));
            }
        }
    }
    changes
}

/// The number and the name of a period, where a date says it.
fn period(date: &str, cut: Cut) -> Option<(i32, String)> {
    let parts: Vec<i16> = date.split('-').map(|part| part.parse().expect("dates are numbers")).collect();
    let small = |at: usize| parts.get(at).map(|part| i8::try_from(*part).expect("a month or a day"));
    match cut {
        Cut::Month => Some((i32::from(parts[0]) * 12 + i32::from(small(1)?), date.get(..7)?.to_owned())),
        Cut::Week => {
            let day = jiff::civil::date(parts[0], small(1)?, small(2)?);
            let week = day.iso_week_date();
            // 1 January of the year 1 is a Monday.
            let days = jiff::civil::date(1, 1, 1).until(day).expect("both are days").get_days();
            Some((days.div_euclid(7), format!("{:04}-W{:02}", week.year(), week.week())))
        }
    }
}

fn told(hits: &[u64], articles: &BTreeMap<(i32, String), Vec<usize>>) -> String {
    let all: Vec<u64> = articles.values().map(|members| members.len() as u64).collect();
    let names: Vec<&String> = articles.keys().map(|(_, name)| name).collect();
    let start = articles.keys().next().expect("there are periods").0;
    let point = |((number, _), (n, all)): (&(i32, String), (&u64, &u64))| {
        (u32::try_from(number - start).expect("they rise"), *n as f64 / *all as f64)
    };
    let points: Vec<(u32, f64)> = articles.keys().zip(hits.iter().zip(&all)).map(point).collect();
    let half = hits.len().div_ceil(2);
    let (articles, first) =
        (hits.iter().sum::<u64>(), names[hits.iter().position(|n| *n > 0).expect("there are hits")]);
    let (slope, trend) = (slope(&points), trend(&points));
    let sum = |from: usize, to: usize| [hits, &all].map(|counts| counts[from..to].iter().sum::<u64>());
    let (early, late) = (sum(0, half), sum(half, hits.len()));
    let bursts: Vec<_> = bursts(hits, &all, BURST_FACTOR, BURST_COST)
        .into_iter()
        .map(|burst| (names[burst.start], names[burst.end], burst.weight, sum(burst.start, burst.end + 1)))
        .collect();
    format!("{articles} {first} {slope:?} {trend:?} {early:?} {late:?} {bursts:?}")
}

/// The middle of the slopes between all pairs of points.
fn slope(points: &[(u32, f64)]) -> Option<f64> {
    let slope = |(a, b): (&(u32, f64), &(u32, f64))| (b.1 - a.1) / f64::from(b.0 - a.0);
    let mut slopes: Vec<f64> = pairs(points).map(slope).collect();
    slopes.sort_by(f64::total_cmp);
    let middle = slopes.len() / 2;
    slopes.get(middle).map(|upper| 0.5 * (slopes[(slopes.len() - 1) / 2] + upper))
}

/// Kendall's tau-b and its p, pair by pair.
fn trend(points: &[(u32, f64)]) -> Option<MannKendall> {
    let sign = |(a, b): ((u32, f64), (u32, f64))| i64::from(b.1 > a.1) - i64::from(b.1 < a.1);
    let signs: Vec<i64> = pairs(points).map(|(a, b)| sign((*a, *b))).collect();
    let (s, free) = (signs.iter().sum::<i64>(), signs.iter().filter(|sign| **sign != 0).count());
    let spread = |n: usize| (n * n.saturating_sub(1) * (2 * n + 5)) as f64;
    let mut values: Vec<f64> = points.iter().map(|point| point.1).collect();
    values.sort_by(f64::total_cmp);
    let tied: f64 = values.chunk_by(|a, b| a == b).map(|tied| spread(tied.len())).sum();
    let variance = (spread(points.len()) - tied) / 18.0;
    (points.len() >= 4 && free > 0).then(|| MannKendall {
        tau: s as f64 / (free as f64 * signs.len() as f64).sqrt(),
        p: libm::erfc((s.abs() - 1).max(0) as f64 / (2.0 * variance).sqrt()),
    })
}

fn pairs(points: &[(u32, f64)]) -> impl Iterator<Item = (&(u32, f64), &(u32, f64))> {
    points.iter().enumerate().flat_map(|(at, a)| points[at + 1..].iter().map(move |b| (a, b)))
}

fn compare(ours: &Changes, naive: &Changes) -> Vec<String> {
    let keys = ours.keys().chain(naive.keys().filter(|key| !ours.contains_key(*key)));
    keys.filter(|key| ours.get(*key) != naive.get(*key))
        .map(|key| format!("{key:?}: {:?}\n  naively {:?}", ours.get(key), naive.get(key)))
        .collect()
}
