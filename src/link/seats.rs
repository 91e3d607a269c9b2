//! Capitals and buildings: whether "Moscow" is the government or the city, by the words beside it.

use super::hits::{Hit, Hits};
use super::longer::title_run;
use super::surroundings::{Text, possessive, spaces};
use super::verbs::{is_form, is_verb};
use super::vocabulary::{
    AT, ATTACKS, AUXILIARIES, BEING, BETWEEN, GIVING, LOCAL, MOTION, PARTNERS, PLACE_STATES, POSSESSED_BY_GOVERNMENT,
    POSSESSED_PLACE, RELATIONS, TITLES, VERBS, WITH, Words, known,
};

/// What a name stands for, and the token that shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seat {
    Government(usize),
    Place(Option<usize>),
}

/// How many names of a row are looked at.
const ROW: usize = 6;

/// What the name of a seat stands for; `is_seat` says of a hit whether it is one.
pub fn seat(hit: &Hit<'_>, hits: &Hits<'_>, text: &Text<'_>, is_seat: &dyn Fn(&Hit<'_>) -> bool) -> Seat {
    let own = alone(hit, hits, text);
    if let Some(Seat::Government(at)) = own {
        return Seat::Government(at);
    }
    // "Seoul, Tokyo and Washington agreed": what shows one of a row to be a government shows all.
    let placed = matches!(own, Some(Seat::Place(Some(_))));
    let mut row = vec![hit];
    let mut next = 0;
    while let Some(one) = row.get(next).copied().filter(|_| row.len() < ROW) {
        next += 1;
        for other in pair(one, hits, text).into_iter().filter(|other| is_seat(other)) {
            if row.iter().any(|known| known.bytes == other.bytes) {
                continue;
            }
            if row.len() >= ROW {
                break;
            }
            row.push(other);
            match alone(other, hits, text) {
                Some(Seat::Government(at)) if !placed || between(other, text) => return Seat::Government(at),
                Some(Seat::Place(Some(at))) if own.is_none() => return Seat::Place(Some(at)),
                _ => {}
            }
        }
    }
    own.unwrap_or(Seat::Place(None))
}

/// The other names of a pair: "X and Y", "X-Y", "X, Y and Z".
fn pair<'h, 'a>(hit: &Hit<'_>, hits: &'h Hits<'a>, text: &Text<'_>) -> Vec<&'h Hit<'a>> {
    let tokens = text.tokens(hit.sentence);
    let mut others = Vec::new();
    let (first, end) = (hit.tokens.start, hit.tokens.end);
    let and = |at: usize| matches!(text.word(at), "and" | "or" | "nor");
    if first > tokens.start + 1 && and(first - 1) {
        others.extend(hits.ending(first - 1));
    }
    if end + 1 < tokens.end && and(end) {
        others.extend(hits.starting(end + 1));
    }
    if end < tokens.end && matches!(text.gap(end - 1, end), ", " | "–" | "-" | "/" | " – ") {
        others.extend(hits.starting(end));
    }
    if first > tokens.start && matches!(text.gap(first - 1, first), ", " | "–" | "-" | "/" | " – ") {
        others.extend(hits.ending(first));
    }
    // Two names in one compound: "Moscow-Pyongyang".
    let inside = |other: &&Hit<'_>| {
        other.bytes != hit.bytes
            && other.tokens == hit.tokens
            && (other.bytes.end < hit.bytes.start || other.bytes.start > hit.bytes.end)
    };
    others.extend(hits.starting(first).filter(inside));
    others
}

/// The name before "and", if a preposition may stand before it: "between Brest and Minsk".
fn first_of_pair<'h, 'a>(hit: &Hit<'_>, hits: &'h Hits<'a>, text: &Text<'_>) -> Option<&'h Hit<'a>> {
    let and = text.before(hit).filter(|at| matches!(text.word(*at), "and" | "or"))?;
    (and > text.tokens(hit.sentence).start && text.follows(and)).then(|| hits.longest_to(and, |_| true))?
}

/// Whether "between" stands before a hit.
fn between(hit: &Hit<'_>, text: &Text<'_>) -> bool {
    text.before(hit).is_some_and(|at| text.word(at) == "between")
}

/// What the words beside one name show.
fn alone(hit: &Hit<'_>, hits: &Hits<'_>, text: &Text<'_>) -> Option<Seat> {
    if text.opens_inside(hit) || text.ends_inside(hit) {
        return compound(hit, text);
    }
    if let Some(owned) = text.possessed(hit) {
        return Some(possessed(owned, hit, hits, text));
    }
    // "in Moscow", and "officials in Moscow said" too: what stands before decides, and it stands before both of a pair.
    let first = first_of_pair(hit, hits, text);
    if let Some(seat) = preposition(hit, text).or_else(|| first.and_then(|first| preposition(first, text))) {
        return Some(seat);
    }
    subject(hit, text).or_else(|| object(hit, text))
}

/// "Moscow-backed" has a government in it, "Moscow-based" and "Moscow-born" have a place.
fn compound(hit: &Hit<'_>, text: &Text<'_>) -> Option<Seat> {
    let last = hit.tokens.end - 1;
    let token = &text.lexed.tokens[last];
    let rest = text.text[hit.bytes.end..token.range().end].trim_start_matches('-');
    match rest {
        "based" | "born" | "area" => Some(Seat::Place(Some(last))),
        "" => {
            let next = (hit.tokens.end < text.tokens(hit.sentence).end).then_some(hit.tokens.end)?;
            known(&POSSESSED_BY_GOVERNMENT, text.word(next)).then_some(Seat::Government(next))
        }
        _ if rest.ends_with("ed") || rest.ends_with("friendly") || rest == "led" => Some(Seat::Government(last)),
        _ => None,
    }
}

/// "Moscow's position", "Moscow's streets".
fn possessed(owned: usize, hit: &Hit<'_>, hits: &Hits<'_>, text: &Text<'_>) -> Seat {
    let end = text.tokens(hit.sentence).end;
    // Adjectives may stand before what is owned: "Moscow's old streets".
    for at in owned..end.min(owned + 3) {
        if known(&POSSESSED_PLACE, text.word(at)) {
            return Seat::Place(Some(at));
        }
        if known(&POSSESSED_BY_GOVERNMENT, text.word(at)) || at + 1 < end && !spaces(text.gap(at, at + 1)) {
            break;
        }
    }
    // "Beijing's Chaoyang district", "Moscow's Red Square" hold a name of a place.
    if text.capital(owned) && !text.shouted(hit.sentence) && !known(&POSSESSED_BY_GOVERNMENT, text.word(owned)) {
        // "Seoul's Yoo" is somebody of the government.
        let named = hits.starting(owned).any(|hit| hit.ends.iter().any(|end| end.actor().is_some()));
        return if named { Seat::Government(owned) } else { Seat::Place(Some(owned)) };
    }
    Seat::Government(owned)
}

/// What a preposition before the name shows.
fn preposition(hit: &Hit<'_>, text: &Text<'_>) -> Option<Seat> {
    let start = text.tokens(hit.sentence).start;
    let mut at = text.before(hit)?;
    if matches!(text.word(at).to_lowercase().as_str(), "the" | "both") && at > start && text.follows(at) {
        at -= 1;
    }
    match text.word(at).to_lowercase().as_str() {
        "between" => Some(between_two(at, hit, text)),
        "to" | "from" | "toward" | "towards" => Some(to_or_from(at, start, text)),
        "of" => Some(of_or_for(at, start, text, Seat::Place(Some(at)))),
        "for" => Some(of_or_for(at, start, text, Seat::Government(at))),
        "on" => {
            let attack = |at: usize| known(&ATTACKS, text.word(at));
            let place = at > start && attack(at - 1);
            let else_ = if place { Seat::Place(Some(at)) } else { Seat::Government(at) };
            Some(of_or_for(at, start, text, else_))
        }
        "with" | "by" | "against" => Some(Seat::Government(at)),
        word if known(&AT, word) => Some(Seat::Place(Some(at))),
        _ => None,
    }
}

/// The noun that a preposition belongs to, if it is one of a list; it stands at most three words before it.
fn noun(list: &Words, preposition: usize, start: usize, text: &Text<'_>) -> Option<usize> {
    if preposition == start || !quoted_spaces(text.gap(preposition - 1, preposition)) {
        return None;
    }
    (start..preposition).rev().take(3).find(|place| known(list, text.word(*place)))
}

/// "ties between Moscow and Pyongyang", "trains between Moscow and Pyongyang".
fn between_two(at: usize, hit: &Hit<'_>, text: &Text<'_>) -> Seat {
    let tokens = text.tokens(hit.sentence);
    let traffic = |at: &usize| matches!(text.word(*at), "flights" | "trains" | "railway" | "flight" | "train");
    let moving = noun(&MOTION, at, tokens.start, text).or_else(|| (hit.tokens.end..tokens.end).take(5).find(traffic));
    moving.map_or(Seat::Government(at), |place| Seat::Place(Some(place)))
}

/// "a message to Moscow", "a flight to Moscow".
fn to_or_from(at: usize, start: usize, text: &Text<'_>) -> Seat {
    match (noun(&RELATIONS, at, start, text), noun(&MOTION, at, start, text)) {
        (Some(shown), moving) if moving.is_none_or(|moving| moving < shown) => Seat::Government(shown),
        (_, None) => giving(start, at, text).map_or(Seat::Place(Some(at)), Seat::Government),
        _ => Seat::Place(Some(at)),
    }
}

/// "the support of Moscow", "the streets of Moscow"; `other` where neither noun stands there.
fn of_or_for(at: usize, start: usize, text: &Text<'_>, other: Seat) -> Seat {
    match (noun(&RELATIONS, at, start, text), noun(&MOTION, at, start, text)) {
        (_, Some(moving)) => Seat::Place(Some(moving)),
        (Some(shown), None) => Seat::Government(shown),
        (None, None) => other,
    }
}

/// "supplying drones to Moscow": a verb of giving before the preposition.
fn giving(start: usize, at: usize, text: &Text<'_>) -> Option<usize> {
    let verbs = |word: &str| is_form(&GIVING, word);
    (start.max(at.saturating_sub(8))..at).rev().find(|at| verbs(text.word(*at)))
}

/// Only spaces and a quotation mark.
fn quoted_spaces(gap: &str) -> bool {
    spaces(gap.trim_matches(['"', '“', '”', '«', '»', '‘', '’', '\'']))
}

/// "Moscow said", "Moscow has long wanted", "Moscow officials".
fn subject(hit: &Hit<'_>, text: &Text<'_>) -> Option<Seat> {
    let end = text.tokens(hit.sentence).end;
    let first = hit.tokens.end;
    if first >= end {
        return None;
    }
    let gap = text.gap(first - 1, first);
    if possessive(gap) {
        return None;
    }
    let person = |word: &str| {
        known(&TITLES, word)
            && !matches!(word, "mayor" | "governor" | "judge" | "prosecutor" | "chief")
            && !text.capital(first)
    };
    // "White House National Security Adviser".
    let local = known(&LOCAL, text.word(first));
    let titled = !local && text.capital(first) && !text.shouted(hit.sentence) && title_run(first, hit.sentence, text);
    if spaces(gap) && (titled || known(&POSSESSED_BY_GOVERNMENT, text.word(first)) || person(text.word(first))) {
        return Some(Seat::Government(first));
    }
    if gap.trim_start().starts_with(',') && matches!(text.word(first), "which" | "who") {
        let verb = first + 1;
        return (verb < end && is_verb(text.word(verb))).then_some(Seat::Government(verb));
    }
    if !quoted_spaces(gap) {
        return None;
    }
    let mut at = first;
    while at < end && at < first + 4 {
        let word = text.word(at);
        if known(&AUXILIARIES, word) || is_form(&VERBS, word) {
            return Some(Seat::Government(at));
        }
        if known(&BEING, word) {
            let next = at + 1;
            let place = next < end && known(&PLACE_STATES, text.word(next));
            return Some(if place { Seat::Place(Some(next)) } else { Seat::Government(at) });
        }
        if !(known(&BETWEEN, word) || word.ends_with("ly")) {
            return None;
        }
        at += 1;
    }
    None
}

/// Whether a verb follows the name, or a comma that parts it from one.
fn subject_follows(hit: &Hit<'_>, text: &Text<'_>) -> bool {
    let next = hit.tokens.end;
    if next >= text.tokens(hit.sentence).end {
        return false;
    }
    text.gap(next - 1, next).starts_with(',') || is_verb(text.word(next)) || known(&BETWEEN, text.word(next))
}

/// "the pact worries Beijing", "urged Pyongyang", "according to Seoul".
fn object(hit: &Hit<'_>, text: &Text<'_>) -> Option<Seat> {
    let before = text.before(hit)?;
    let word = text.word(before);
    // A clause begins: "because Moscow ...".
    let clause = matches!(
        word,
        "that" | "if" | "whether" | "because" | "while" | "although" | "though" | "whereas" | "unless" | "as"
    );
    if (clause && subject_follows(hit, text))
        || word.rsplit('-').next().is_some_and(|part| known(&PARTNERS, part))
        || is_form(&VERBS, word)
        || known(&WITH, word)
    {
        return Some(Seat::Government(before));
    }
    None
}
