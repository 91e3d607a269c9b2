//! Made-up words: the same for the same rank, another for another rank, short for low ranks. Names have endings of their
//! own, so that none is a word too.

use super::random::mixed;

const ONSETS: [&str; 20] =
    ["b", "c", "d", "f", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "w", "br", "st", "tr", "pl"];
const VOWELS: [&str; 5] = ["a", "e", "i", "o", "u"];
const SYLLABLES: u64 = (ONSETS.len() * VOWELS.len()) as u64;
/// None is a syllable, or a syllable and another ending: so a word has one reading, and two ranks have two words.
const ENDINGS: [&str; 32] = [
    "n", "s", "r", "l", "d", "t", "m", "x", "nd", "nt", "st", "ck", "ng", "rs", "lt", "ly", "ed", "er", "ing", "al",
    "ion", "ism", "ers", "ings", "ation", "ations", "ional", "ently", "ership", "ments", "ability", "ously",
];
const NAME_ENDINGS: [&str; 16] =
    ["v", "k", "ez", "sch", "rd", "nz", "ns", "ark", "ell", "ung", "ort", "eau", "ić", "ev", "iang", "itz"];

/// A word in small letters.
pub fn push_word(rank: u64, text: &mut String) {
    push(rank, &ENDINGS, text);
}

/// A name with a capital.
pub fn push_name(rank: u64, text: &mut String) {
    let start = text.len();
    push(rank, &NAME_ENDINGS, text);
    capitalise(text, start);
}

/// Three or four capitals.
pub fn push_acronym(rank: u64, text: &mut String) {
    let bits = mixed(rank);
    for place in 0..3 + rank % 2 {
        text.push(char::from(b'A' + (bits >> (8 * place)) as u8 % 26));
    }
}

pub fn capitalise(text: &mut String, start: usize) {
    if let Some(first) = text[start..].chars().next().filter(char::is_ascii_lowercase) {
        text.replace_range(start..=start, first.to_ascii_uppercase().encode_utf8(&mut [0; 4]));
    }
}

fn push(rank: u64, endings: &[&str], text: &mut String) {
    // Few words have one syllable.
    let (mut place, mut words, mut syllables) = (rank + 70, SYLLABLES, 1);
    while place >= words {
        place -= words;
        words *= SYLLABLES;
        syllables += 1;
    }
    // Neighbouring ranks do not look alike: the factor has no divisor in common with a power of 100.
    let mut shuffled = (u128::from(place) * 0x9e37_79b9 % u128::from(words)) as u64;
    for _ in 0..syllables {
        let syllable = (shuffled % SYLLABLES) as usize;
        text.push_str(ONSETS[syllable / VOWELS.len()]);
        text.push_str(VOWELS[syllable % VOWELS.len()]);
        shuffled /= SYLLABLES;
    }
    text.push_str(endings[(mixed(rank) % endings.len() as u64) as usize]);
}
