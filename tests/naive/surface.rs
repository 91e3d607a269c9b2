//! What stands around nodes: each place of each sentence held against each occurrence of the node.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use newsgauge::lex::normal::normal;
use newsgauge::measure::nodes::Node;

use crate::Counted;
use crate::program::{Near, Stands};

/// A place with its tokens.
type Place<'c> = (&'c Option<String>, Range<usize>);

#[derive(Debug, Default, PartialEq, Eq)]
struct Around {
    n: u64,
    inside: u64,
    reach: u64,
    terms: Near,
    articles: Stands,
}

pub fn differ(counted: &Counted<'_>) -> Vec<String> {
    let (measures, mut differ) = (&counted.measures, Vec::new());
    let (surface, shown) = (&measures.terms.surface, &measures.terms.shown);
    let mut say = |what: &str, ours: String, naive: String| {
        if ours != naive {
            differ.push(format!("{what}: {ours}\n  naively {naive}"));
        }
    };
    let name = |node: &Node| match node {
        Node::Actor(actor) => ("actor", measures.cast.id(*actor).to_owned()),
        Node::Term(term) => ("term", shown[*term as usize].to_owned()),
    };
    let ours: Vec<(&str, String)> = measures.nodes.all.iter().map(name).collect();
    // All that a word stands for may be told as phrases: then it is a node that never occurs.
    let occurs = |(kind, name): &&(&str, String)| *kind == "actor" || counted.rows.contains_key(name);
    say("nodes", format!("{:?}", ours.iter().filter(occurs).collect::<Vec<_>>()), format!("{:?}", nodes(counted)));
    if measures.nodes.is_empty() {
        // Nobody asked, and nothing was counted.
        return differ;
    }
    for (number, (around, node)) in surface.nodes.iter().zip(&ours).enumerate() {
        let around = Around {
            n: around.n,
            inside: around.inside,
            reach: around.reach,
            terms: counted.near[number].clone(),
            articles: counted.stands[number].clone(),
        };
        say(&format!("around {node:?}"), format!("{around:?}"), format!("{:?}", around_node(counted, node)));
    }
    let sums = surface.sentences.iter().zip(&counted.near[surface.nodes.len()..]);
    let told =
        sums.map(|(around, near)| Told { inside: around.inside, others: around.reach, terms: in_sentences(near) });
    let ours = (surface.places, told.collect::<Vec<_>>());
    let named: Vec<String> = measures.nodes.mentioned.iter().map(|actor| measures.cast.id(*actor).to_owned()).collect();
    let most = most_mentioned(counted);
    say("actors whose sentences are told", format!("{named:?}"), format!("{:?}", &most[..named.len().min(most.len())]));
    say("sentences of actors", format!("{ours:?}"), format!("{:?}", sentences(counted, &named)));
    differ
}

/// The sentences of an actor: places of its own mentions, other places, and how many of both each term has.
#[derive(Debug, Default)]
struct Told {
    inside: u64,
    others: u64,
    terms: BTreeMap<String, [u64; 2]>,
}

/// Without the sides.
fn in_sentences(near: &Near) -> BTreeMap<String, [u64; 2]> {
    near.iter().map(|(term, [_, _, both, inside])| (term.clone(), [*inside, *both])).collect()
}

/// Actors by mentions, then by id.
fn most_mentioned(counted: &Counted<'_>) -> Vec<String> {
    let mut n: BTreeMap<&str, u64> = BTreeMap::new();
    counted.mentions.iter().flatten().for_each(|mention| *n.entry(&mention.actor).or_default() += 1);
    let mut actors: Vec<&str> = n.keys().copied().collect();
    actors.sort_by_key(|actor| (Reverse(n[actor]), *actor));
    actors.into_iter().map(str::to_owned).collect()
}

/// The most frequent term that each text can mean, listed actors, then the most mentioned ones.
fn nodes(counted: &Counted<'_>) -> Vec<(&'static str, String)> {
    let settings = &counted.config.measure.nodes;
    let most = most_mentioned(counted).into_iter().take(settings.top_actors);
    let actors = settings.actors.iter().cloned().chain(most).map(|actor| ("actor", actor));
    let meant = |text: &String| {
        let terms = counted.rows.iter().filter(|(term, _)| normal(term) == normal(text));
        Some(("term", terms.max_by_key(|(term, row)| (row.n, Reverse(*term)))?.0.clone()))
    };
    let mut seen = BTreeSet::new();
    settings.terms.iter().filter_map(meant).chain(actors).filter(|node| seen.insert(node.clone())).collect()
}

/// The places of each sentence, with the article that it is of.
fn places<'c>(counted: &'c Counted<'_>) -> Vec<(usize, Vec<Place<'c>>)> {
    let mut sentences = Vec::new();
    for (article, told) in counted.telling.units.iter().enumerate() {
        let mut token = 0;
        for units in told {
            let mut places = Vec::new();
            for (term, length) in units {
                places.push((term, token..token + length));
                token += length;
            }
            sentences.push((article, places));
        }
    }
    sentences
}

/// The places of each mention of an actor in a sentence.
fn of_actor(counted: &Counted<'_>, article: usize, places: &[Place<'_>], actor: &str) -> Vec<Vec<usize>> {
    let own = counted.mentions[article].iter().filter(|mention| mention.actor == actor);
    let touched = |tokens: &Range<usize>| -> Vec<usize> {
        (0..places.len()).filter(|at| places[*at].1.start < tokens.end && tokens.start < places[*at].1.end).collect()
    };
    own.map(|mention| touched(&mention.tokens)).filter(|places| !places.is_empty()).collect()
}

fn around_node(counted: &Counted<'_>, (kind, name): &(&str, String)) -> Around {
    let window = counted.config.measure.window;
    let mut around = Around::default();
    for (article, places) in places(counted) {
        let of_term =
            || (0..places.len()).filter(|at| places[*at].0.as_ref() == Some(name)).map(|at| vec![at]).collect();
        let held = if *kind == "term" { of_term() } else { of_actor(counted, article, &places, name) };
        for occurrence in &held {
            around.n += 1;
            let first = u32::try_from(places[occurrence[0]].1.start).expect("a short text");
            around.articles.entry(u32::try_from(article).expect("few articles")).or_default().push(first);
        }
        for (at, (term, _)) in places.iter().enumerate() {
            let inside = held.iter().any(|occurrence| occurrence.contains(&at));
            let last = |occurrence: &Vec<usize>| occurrence[occurrence.len() - 1];
            let left = held.iter().any(|occurrence| at < occurrence[0] && at + window >= occurrence[0]);
            let right = held.iter().any(|occurrence| at > last(occurrence) && at <= last(occurrence) + window);
            let near = if inside { [0, 0, 0, 1] } else { [left, right, left || right, false].map(u64::from) };
            around.inside += near[3];
            around.reach += near[2];
            if let Some(term) = term.as_ref().filter(|_| near[2] + near[3] > 0) {
                let sums = around.terms.entry(term.clone()).or_default();
                sums.iter_mut().zip(near).for_each(|(sum, n)| *sum += n);
            }
        }
    }
    around
}

/// All places, and the sentences of each actor.
fn sentences(counted: &Counted<'_>, actors: &[String]) -> (u64, Vec<Told>) {
    let (mut all, mut told) = (0, Vec::new());
    told.resize_with(actors.len(), Told::default);
    for (article, places) in places(counted) {
        all += places.len() as u64;
        for (told, actor) in told.iter_mut().zip(actors) {
            let own = of_actor(counted, article, &places, actor);
            for (at, (term, _)) in places.iter().enumerate().filter(|_| !own.is_empty()) {
                let is_own = own.iter().flatten().any(|taken| *taken == at);
                *(if is_own { &mut told.inside } else { &mut told.others }) += 1;
                if let Some(term) = term {
                    told.terms.entry(term.clone()).or_default()[usize::from(!is_own)] += 1;
                }
            }
        }
    }
    (all, told)
}
