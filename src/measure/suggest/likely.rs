//! Of whom of the dictionary a name may be another spelling: few letters differ, or what the dictionary calls the same.

use rustc_hash::FxHashMap;
use strsim::damerau_levenshtein;

use crate::base::narrow::narrow;
use crate::config::dictionary::{Actor, Dictionary, Form, Kind};
use crate::lex::normal::normal;

/// Letters of a name that may be misspelt; shorter ones differ by a letter or two from many others.
const LONG: usize = 6;
/// Letters of one in which two may be wrong.
const LONGER: usize = 12;
/// Letters of a first name that may be misspelt.
const FIRST: usize = 5;

/// The names of the dictionary in the way in which they are compared.
pub struct Likely {
    spelling: FxHashMap<String, String>,
    persons: Vec<Person>,
    others: Vec<(u32, Folded)>,
}

/// A name in small letters without spaces and hyphens, and the set of its letters.
struct Folded {
    text: String,
    letters: u32,
    length: usize,
}

struct Person {
    actor: u32,
    surname_first: bool,
    surname: Folded,
    given: Folded,
}

/// How near a name is to one of the dictionary: the less, the nearer.
type Distance = usize;

impl Likely {
    pub fn of(dictionary: &Dictionary) -> Self {
        let mut spelling = FxHashMap::default();
        for set in &dictionary.transliterations {
            let first = set.variants.first().map(|variant| normal(variant)).unwrap_or_default();
            for variant in &set.variants {
                spelling.entry(normal(variant)).or_insert_with(|| first.clone());
            }
        }
        let mut likely = Self { spelling, persons: Vec::new(), others: Vec::new() };
        let eastern = |actor: &Actor| {
            let state = dictionary.actors.iter().find(|state| Some(&state.id) == actor.state.as_ref());
            state.is_some_and(|state| state.surname_first)
        };
        for (at, actor) in dictionary.actors.iter().enumerate() {
            let surname_first = actor.kind == Kind::Person && eastern(actor);
            for alias in actor.aliases.iter().filter(|alias| alias.strong && alias.form == Form::Name) {
                let words: Vec<&str> = alias.text.split_whitespace().collect();
                if actor.kind == Kind::Person {
                    likely.persons.extend(likely.person(narrow(at), &words, surname_first));
                } else {
                    likely.others.push((narrow(at), likely.folded(&words)));
                }
            }
        }
        likely
    }

    /// The actor whose name is the most like `name`; of equally like ones the first. One who is known to be of a `kind` is
    /// not likely one of another.
    ///
    /// A misspelling is rarer than what it is of: `may` says of an actor whether its name alone can be meant.
    pub fn actor(&self, name: &str, kind: Option<Kind>, may: impl Fn(u32) -> bool) -> Option<u32> {
        let words: Vec<&str> = name.split(' ').collect();
        let may_be = |kinds: &[Kind]| kind.is_none_or(|kind| kinds.contains(&kind));
        let person = may_be(&[Kind::Person]).then(|| self.nearest_person(&words, &may)).flatten();
        let other = may_be(&[Kind::Organization, Kind::Place]).then(|| self.nearest_other(&words, &may)).flatten();
        person.into_iter().chain(other).min().map(|(_, actor)| actor)
    }

    fn nearest_person(&self, words: &[&str], may: &impl Fn(u32) -> bool) -> Option<(Distance, u32)> {
        if words.len() == 1 {
            let name = self.folded(words);
            let near = |person: &Person| Some((name.near(&person.surname)?, person.actor));
            return self.persons.iter().filter_map(near).filter(|(_, actor)| may(*actor)).min();
        }
        let [western, eastern] = [false, true].map(|first| self.person(0, words, first));
        let near = |person: &Person| {
            let name = if person.surname_first { eastern.as_ref() } else { western.as_ref() }?;
            let given = name.given.near_first(&person.given)?;
            let surname = name.surname.near(&person.surname)?;
            // Both wrong is another person.
            (given == 0 || surname == 0).then_some((given + surname, person.actor))
        };
        self.persons.iter().filter_map(near).min()
    }

    fn nearest_other(&self, words: &[&str], may: &impl Fn(u32) -> bool) -> Option<(Distance, u32)> {
        let name = self.folded(words);
        let near = |(actor, other): &(u32, Folded)| Some((name.near(other)?, *actor));
        self.others.iter().filter_map(near).filter(|(distance, actor)| *distance == 0 || may(*actor)).min()
    }

    fn person(&self, actor: u32, words: &[&str], surname_first: bool) -> Option<Person> {
        let (surname, given) = if surname_first { words.split_first()? } else { words.split_last()? };
        if given.is_empty() {
            return None;
        }
        Some(Person { actor, surname_first, surname: self.folded(&[surname]), given: self.folded(given) })
    }

    /// The words in the first of the spellings that the dictionary gives for each.
    fn folded(&self, words: &[&str]) -> Folded {
        let words = words.iter().map(|word| normal(word));
        let text: String = words
            .map(|word| self.spelling.get(&word).cloned().unwrap_or(word))
            .flat_map(|word| letters(&word))
            .collect();
        let bit = |c: char| 1u32 << (u32::from(c) % 32);
        Folded { letters: text.chars().fold(0, |set, c| set | bit(c)), length: text.chars().count(), text }
    }
}

fn letters(word: &str) -> Vec<char> {
    word.chars().filter(|c| c.is_alphanumeric()).collect()
}

impl Folded {
    fn near(&self, other: &Self) -> Option<Distance> {
        let shorter = self.length.min(other.length);
        self.within(other, usize::from(shorter >= LONG) + usize::from(shorter >= LONGER))
    }

    fn near_first(&self, other: &Self) -> Option<Distance> {
        self.within(other, usize::from(self.length.min(other.length) >= FIRST))
    }

    /// How many letters differ, if no more than `most`.
    fn within(&self, other: &Self, most: usize) -> Option<Distance> {
        if most == 0 {
            return (self.text == other.text).then_some(0);
        }
        // A letter more, less or other changes at most two places of the sets.
        let may = self.length.abs_diff(other.length) <= most
            && (self.letters ^ other.letters).count_ones() as usize <= 2 * most;
        // The first letter is the last that is mistaken, unless one is missing before it: "Oushakov".
        let head = self.text.chars().next() == other.text.chars().next()
            || self.text.ends_with(&other.text)
            || other.text.ends_with(&self.text);
        (may && head).then(|| damerau_levenshtein(&self.text, &other.text)).filter(|distance| *distance <= most)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::dictionary;

    #[test]
    fn a_misspelt_name_is_likely_that_of_an_actor_and_a_namesake_is_not() {
        let text = "[[actor]]\nid = \"korea\"\nname = \"Korea\"\ntype = \"state\"\nsurname_first = true\n\n\
                    [[actor]]\nid = \"kim\"\nname = \"Kim Jong Un\"\ntype = \"person\"\nstate = \"korea\"\n\n\
                    [[actor]]\nid = \"ushakov\"\nname = \"Yuri Ushakov\"\ntype = \"person\"\n\n\
                    [[actor]]\nid = \"rosatom\"\nname = \"Rosatom\"\ntype = \"organization\"\n\n\
                    [[transliteration]]\nof = \"names\"\nvariants = [\"Yuri\", \"Yury\", \"Iouri\"]\n";
        let likely = Likely::of(&dictionary::parse("actors.toml", text).unwrap());
        let actor = |name: &str| likely.actor(name, None, |_| true);
        let (kim, rosatom, ushakov) = (Some(0), Some(2), Some(3));
        assert_eq!(actor("Kim Jong Eun"), kim);
        assert_eq!(actor("Kim Jongun"), kim);
        assert_eq!(actor("Kim Jong Il"), None, "another Kim");
        assert_eq!(actor("Iouri Ushakov"), ushakov);
        assert_eq!(actor("Oushakov"), ushakov);
        assert_eq!(actor("Anna Ushakov"), None, "a namesake");
        assert_eq!(actor("Rossatom"), rosatom);
        assert_eq!(likely.actor("Rossatom", Some(Kind::Person), |_| true), None);
        assert_eq!(likely.actor("Oushakov", None, |_| false), None, "he is rarer than the misspelling");
    }
}
