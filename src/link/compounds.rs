//! Names inside compounds and times: "Putin-era", "Li-ion", "Wang Yi-hsin".

use super::hits::{Hit, Hits};
use super::surroundings::Text;

/// "Putin-era", "the Qin dynasty": a time, and nobody.
pub fn era(hit: &Hit<'_>, text: &Text<'_>) -> bool {
    let next = text.behind(hit).map_or("", |next| text.word(next));
    let rest = text.rest(hit).to_lowercase();
    let rest = rest.trim_start_matches(['-', '\u{2011}']);
    matches!(next, "era" | "dynasty") || matches!(rest, "era" | "style" | "like" | "esque" | "mania" | "ism" | "ist")
}

/// "Li-ion": a weak name inside a compound whose other half is no name.
pub fn compound(hit: &Hit<'_>, hits: &Hits<'_>, text: &Text<'_>) -> bool {
    let inside = text.opens_inside(hit) || text.ends_inside(hit);
    let beside = |other: &Hit<'_>| other.bytes.end < hit.bytes.start || other.bytes.start > hit.bytes.end;
    let (first, last) = (hit.tokens.start, hit.tokens.end - 1);
    inside && !hits.starting(first).chain(hits.starting(last)).chain(hits.ending(last + 1)).any(beside)
}

/// "Wang Yi-hsin": the given name goes on behind a hyphen.
pub fn cut_short(hit: &Hit<'_>, text: &Text<'_>) -> bool {
    let rest = text.rest(hit).trim_start_matches('-');
    let syllable = rest.starts_with(char::is_lowercase) && rest.len() < 6;
    syllable && !rest.ends_with("ed") && !matches!(rest, "led" | "era" | "style" | "like" | "run" | "made")
}
