//! The words beside a name that decide what it stands for. English, since the rules that ask for them are.
//!
//! Each list is in alphabetical order and in small letters.

mod english;
mod heads;
mod seats;

pub use english::*;
pub use heads::*;
pub use seats::*;

/// A list of words, to be asked often.
pub struct Words {
    all: &'static [&'static str],
    /// By place: the number of the word there, from 1 on, or 0. Laid out when the program is compiled.
    places: [u16; PLACES],
}

/// Places of a list: more than twice its words, so that most words of a text meet an empty one and are not compared.
const PLACES: usize = 1024;

impl Words {
    pub const fn of(all: &'static [&'static str]) -> Self {
        assert!(2 * all.len() < PLACES);
        let mut places = [0; PLACES];
        let mut number = 0;
        while number < all.len() {
            let mut at = place(all[number].as_bytes());
            while places[at] != 0 {
                at = (at + 1) % PLACES;
            }
            number += 1;
            places[at] = number as u16;
        }
        Self { all, places }
    }
}

/// Whether `word` is one of a list, whatever its case.
pub fn known(list: &Words, word: &str) -> bool {
    let mut at = place(word.as_bytes());
    while let number @ 1.. = list.places[at] {
        if list.all[usize::from(number) - 1].eq_ignore_ascii_case(word) {
            return true;
        }
        at = (at + 1) % PLACES;
    }
    false
}

/// Where a word stands if nothing else does, whatever its case: by its length and four of its letters.
const fn place(word: &[u8]) -> usize {
    let length = word.len();
    if length == 0 {
        return 0;
    }
    let letters = [word[0], word[(length > 1) as usize], word[length / 2], word[length - 1]];
    // The bit parts capitals from small letters; that it takes other bytes together too is no harm.
    let small = u32::from_le_bytes(letters) | 0x2020_2020;
    let mixed = (small ^ (length as u32) << 5).wrapping_mul(0x9e37_79b1);
    (mixed ^ mixed >> 15).wrapping_mul(0x85eb_ca6b) as usize >> (32 - PLACES.ilog2())
}

/// Whether it is one of them, in the singular or with a plural s.
pub fn known_plural(list: &Words, word: &str) -> bool {
    known(list, word) || word.strip_suffix('s').is_some_and(|one| known(list, one))
}

/// What a person is called before or behind the name.
#[rustfmt::skip]
pub static TITLES: Words = Words::of(&[
    "academician", "admiral", "adviser", "advisor", "aide", "ambassador", "analyst", "attorney", "baroness", "billionaire",
    "bishop", "brigadier", "businessman", "candidate", "captain", "cardinal", "chair", "chairman", "chairperson",
    "chairwoman", "chancellor", "chief", "coach", "col", "colonel", "commander", "commissioner", "comrade", "congressman",
    "congresswoman", "consul", "cosmonaut", "councillor", "counselor", "deputy", "dictator", "diplomat", "director", "dr",
    "economist", "emperor", "envoy", "expert", "general", "governor", "head", "historian", "journalist", "judge", "justice",
    "king", "lady", "lawmaker", "leader", "lieutenant", "lord", "lt", "major", "marshal", "mayor", "mep", "metropolitan",
    "minister", "miss", "mp", "mr", "mrs", "ms", "negotiator", "officer", "official", "oligarch", "patriarch", "pope",
    "premier", "president", "prime", "prince", "princess", "prof", "professor", "prosecutor", "queen", "rep",
    "representative", "researcher", "secretary", "sen", "senator", "sergeant", "sir", "speaker", "spokesman", "spokesperson",
    "spokeswoman", "strongman", "tycoon", "vice",
]);

/// What makes an office one that its holder has no longer, or not yet, or not whole: "former president".
#[rustfmt::skip]
pub static NO_LONGER: Words = Words::of(&[
    "another", "any", "deceased", "deputy", "disgraced", "each", "every", "ex", "fired", "former", "future", "jailed", "late",
    "likely", "next", "no", "onetime", "ousted", "previous", "retired", "vice",
]);

/// Before a title they say that no certain holder is meant: "a president", "elected president".
#[rustfmt::skip]
pub static NOT_HELD: Words = Words::of(&[
    "a", "acting", "an", "appointed", "as", "assistant", "be", "became", "become", "becomes", "becoming", "been", "being",
    "elected", "first", "for", "honorary", "incoming", "interim", "is", "joint", "named", "new", "outgoing", "potential",
    "second", "was", "were",
]);

/// Days and months, which follow a name without being part of it.
#[rustfmt::skip]
pub static DAYS: Words = Words::of(&[
    "apr", "april", "aug", "august", "dec", "december", "feb", "february", "friday", "jan", "january", "july", "june", "mar",
    "march", "may", "monday", "nov", "november", "oct", "october", "saturday", "sept", "september", "sunday", "thursday",
    "tuesday", "wednesday",
]);

/// Words that begin a sentence with a capital and are no names.
#[rustfmt::skip]
pub static FUNCTION: Words = Words::of(&[
    "a", "about", "according", "across", "after", "again", "against", "ago", "albeit", "all", "already", "also", "although",
    "always", "am", "amid", "among", "an", "analysts", "and", "another", "any", "anybody", "anyone", "anyway", "are",
    "around", "as", "at", "back", "be", "because", "been", "before", "being", "besides", "between", "beyond", "both", "but",
    "by", "can", "considering", "could", "critics", "despite", "did", "diplomats", "do", "does", "down", "downtown", "during",
    "each", "earlier", "either", "elsewhere", "even", "ever", "every", "everybody", "everyone", "everything", "everywhere",
    "experts", "fellow", "few", "first", "for", "former", "from", "further", "given", "greater", "had", "half", "has", "have",
    "he", "hence", "her", "here", "him", "his", "how", "however", "i", "if", "in", "indeed", "inside", "instead", "into",
    "is", "it", "its", "just", "last", "later", "lest", "like", "many", "may", "maybe", "me", "meanwhile", "might", "more",
    "moreover", "most", "much", "must", "near", "nearby", "neither", "never", "next", "no", "nobody", "none", "nor", "not",
    "nothing", "now", "observers", "of", "off", "official", "officials", "often", "on", "once", "only", "or", "other",
    "others", "otherwise", "our", "out", "outside", "over", "per", "perhaps", "provided", "rarely", "regardless", "reports",
    "second", "seldom", "several", "shall", "she", "should", "since", "so", "some", "somebody", "somehow", "someone",
    "something", "sometimes", "somewhere", "soon", "sources", "still", "such", "suppose", "than", "that", "the", "their",
    "them", "then", "there", "therefore", "these", "they", "this", "those", "though", "through", "throughout", "thus", "till",
    "to", "today", "tomorrow", "tonight", "too", "toward", "towards", "twice", "under", "unless", "unlike", "until", "up",
    "upon", "us", "usually", "via", "was", "we", "well", "were", "what", "when", "whenever", "where", "whereas", "wherever",
    "whether", "which", "while", "who", "why", "will", "with", "without", "would", "yes", "yesterday", "yet", "you",
]);

/// Before "of" it begins a proper name: "Bank of China".
#[rustfmt::skip]
pub static HEADS: Words = Words::of(&[
    "academy", "association", "bank", "bay", "board", "bureau", "cathedral", "center", "centre", "church", "college",
    "commission", "company", "confederation", "council", "federation", "foundation", "fund", "gates", "gulf", "hall",
    "institute", "island", "islands", "isle", "lake", "library", "mausoleum", "monastery", "museum", "palace", "peninsula",
    "port", "school", "sea", "society", "strait", "straits", "tower", "treaty", "union", "university", "war",
]);

/// Before a name they make a vessel of it.
#[rustfmt::skip]
pub static VESSELS: Words = Words::of(&[
    "aircraft", "boat", "carrier", "corvette", "cruiser", "destroyer", "ferry", "freighter", "frigate", "hms", "icebreaker",
    "ship", "ships", "spacecraft", "steamer", "submarine", "tanker", "trawler", "uss", "vessel", "warship", "yacht",
]);

/// Names that are words too: at the head of a sentence their capital says nothing.
#[rustfmt::skip]
pub static COMMON_WORDS: Words = Words::of(&[
    "brown", "bush", "chad", "china", "jersey", "jordan", "king", "long", "may", "polish", "rice", "turkey", "wagner", "west",
    "will", "young",
]);

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn every_list_is_in_order_and_small() {
        let lists = [
            &TITLES,
            &NO_LONGER,
            &NOT_HELD,
            &DAYS,
            &FUNCTION,
            &HEADS,
            &VESSELS,
            &COMMON_WORDS,
            &VERBS,
            &AUXILIARIES,
            &BETWEEN,
            &BEING,
            &PLACE_STATES,
            &AT,
            &WITH,
            &RELATIONS,
            &MOTION,
            &POSSESSED_PLACE,
            &POSSESSED_BY_GOVERNMENT,
            &GIVING,
            &ATTACKS,
            &PARTNERS,
            &LOCAL,
            &ENGLISH_WORDS,
            &BODIES_OF_PEOPLE,
            &LANDS,
            &REGIONAL,
            &THINGS,
            &WAYS,
        ];
        for list in lists {
            assert!(list.all.is_sorted_by(|a, b| a < b), "{:?}", list.all);
            assert!(list.all.iter().all(|word| known(list, word) && known(list, &word.to_uppercase())));
            assert!(list.all.iter().all(|word| word.is_ascii() && *word == word.to_lowercase()), "{:?}", list.all);
        }
    }

    proptest! {
        #[test]
        fn no_other_word_is_known(word in "[a-zA-Z-]{0,4}(ed|ES|an)?|[А-яé]{1,3}") {
            for list in [&VERBS, &FUNCTION, &WAYS] {
                prop_assert_eq!(known(list, &word), list.all.contains(&word.to_ascii_lowercase().as_str()));
            }
        }
    }

    #[test]
    fn a_word_is_known_in_any_case_and_a_long_or_foreign_one_is_not() {
        assert!(known(&DAYS, "Monday") && !known(&DAYS, "понедельник") && !known(&DAYS, &"monday".repeat(9)));
        assert!(known_plural(&TITLES, "Presidents"));
    }
}
