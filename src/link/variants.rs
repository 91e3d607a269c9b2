//! The ways in which the press writes one name, derived from the name: the dictionary need not list them.

use std::collections::BTreeMap;

use crate::config::dictionary::Transliteration;

/// A derived way of writing a person's name.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Variant {
    pub text: String,
    pub kind: Kind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A full name in another spelling.
    Full,
    /// Initials and surname: "V. Putin".
    Initials,
    /// The surname alone.
    Surname,
    /// First name and patronymic: "Anatoly Evgenievich".
    Patronymic,
}

/// How a person's name is made up.
pub struct Name<'n> {
    pub text: &'n str,
    pub surname_first: bool,
    /// Where it is neither the first nor the last word.
    pub surname: Option<&'n str>,
}

/// At most so many spellings of one name come from sets of variants.
const SPELLINGS: usize = 24;
/// Endings of Russian patronymics in Latin letters.
const PATRONYMICS: [&str; 7] = ["vich", "ich", "vna", "chna", "vych", "yich", "ivna"];

/// All variants of a name of two words or more, in order, without the name itself.
pub fn variants(name: &Name<'_>, sets: &Sets) -> Vec<Variant> {
    let words: Vec<&str> = name.text.split_whitespace().collect();
    let latin = name.text.chars().all(|c| c.is_ascii() || !c.is_alphabetic() || ('\u{c0}'..'\u{250}').contains(&c));
    if words.len() < 2 || !latin {
        return Vec::new();
    }
    let at = match name.surname {
        Some(surname) => words.iter().position(|word| *word == surname).unwrap_or(words.len() - 1),
        None if name.surname_first => 0,
        None => words.len() - 1,
    };
    let mut made = Vec::new();
    for spelling in sets.spellings(&words) {
        let words: Vec<&str> = spelling.iter().map(String::as_str).collect();
        let mut add = |text: String, kind| made.push(Variant { text, kind });
        add(words.join(" "), Kind::Full);
        add(words[at].to_owned(), Kind::Surname);
        if name.surname_first {
            eastern(&words, at, &mut add);
        } else {
            western(&words, at, &mut add);
        }
    }
    made.sort();
    made.dedup();
    made.retain(|variant| variant.text != name.text);
    made
}

/// "Kim Jong Un": the given name in one word, and behind it the surname.
fn eastern(words: &[&str], at: usize, add: &mut impl FnMut(String, Kind)) {
    let given: Vec<&str> = words.iter().enumerate().filter(|(place, _)| *place != at).map(|(_, word)| *word).collect();
    let joined: String = given
        .iter()
        .enumerate()
        .map(|(place, word)| match place {
            0 => (*word).to_owned(),
            _ => word.to_lowercase(),
        })
        .collect();
    if given.len() > 1 {
        add(format!("{} {joined}", words[at]), Kind::Full);
        add(format!("{joined} {}", words[at]), Kind::Full);
    }
    add(format!("{} {}", given.join(" "), words[at]), Kind::Full);
}

/// "Vladimir Vladimirovich Putin": initials, and the first name with the patronymic.
fn western(words: &[&str], at: usize, add: &mut impl FnMut(String, Kind)) {
    let given = &words[..at];
    let initial = |word: &&str| word.chars().next().map(|letter| format!("{letter}.")).unwrap_or_default();
    if let [first, ..] = given {
        add(format!("{} {}", initial(first), words[at]), Kind::Initials);
    }
    if given.len() > 1 {
        add(format!("{} {}", given[0], words[at]), Kind::Full);
    }
    if let [first, middle] = given {
        add(format!("{}{} {}", initial(first), initial(middle), words[at]), Kind::Initials);
        add(format!("{} {} {}", initial(first), initial(middle), words[at]), Kind::Initials);
        let patronymic = middle.len() > 5 && PATRONYMICS.iter().any(|ending| middle.ends_with(ending));
        if patronymic {
            add(format!("{first} {middle}"), Kind::Patronymic);
            // Official Russian texts put the surname first.
            add(format!("{} {first} {middle}", words[at]), Kind::Full);
        }
    }
}

/// Which words are spellings of one name.
#[derive(Default)]
pub struct Sets {
    of: BTreeMap<String, Vec<usize>>,
    all: Vec<Vec<String>>,
}

impl Sets {
    pub fn of(transliterations: &[Transliteration]) -> Self {
        let mut sets = Self::default();
        for (number, set) in transliterations.iter().enumerate() {
            for variant in &set.variants {
                sets.of.entry(variant.to_lowercase()).or_default().push(number);
            }
            sets.all.push(set.variants.clone());
        }
        sets
    }

    /// The words as they are, and with each replaced by what else it may be written; the first few of all combinations.
    fn spellings(&self, words: &[&str]) -> Vec<Vec<String>> {
        let mut spellings = vec![Vec::new()];
        for word in words {
            let known = self.of.get(&word.to_lowercase()).into_iter().flatten();
            let others = known.flat_map(|set| &self.all[*set]).filter(|other| !other.eq_ignore_ascii_case(word));
            let mut choices = vec![(*word).to_owned()];
            choices.extend(others.cloned());
            choices.dedup();
            spellings = spellings
                .iter()
                .flat_map(|before| {
                    choices.iter().map(move |choice| [before.as_slice(), std::slice::from_ref(choice)].concat())
                })
                .take(SPELLINGS)
                .collect();
        }
        spellings
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(name: &str, surname_first: bool) -> Vec<(String, Kind)> {
        let set = |variants: &[&str]| Transliteration {
            of: String::new(),
            variants: variants.iter().map(|text| (*text).to_owned()).collect(),
        };
        let sets = Sets::of(&[set(&["Ri", "Li"]), set(&["Sergei", "Sergey"])]);
        let name = Name { text: name, surname_first, surname: None };
        variants(&name, &sets).into_iter().map(|variant| (variant.text, variant.kind)).collect()
    }

    #[test]
    fn a_korean_name_has_a_surname_in_front_a_joined_given_name_and_other_spellings() {
        let expected = [
            ("Hi Yong Li", Kind::Full),
            ("Hi Yong Ri", Kind::Full),
            ("Hiyong Li", Kind::Full),
            ("Hiyong Ri", Kind::Full),
            ("Li", Kind::Surname),
            ("Li Hi Yong", Kind::Full),
            ("Li Hiyong", Kind::Full),
            ("Ri", Kind::Surname),
            ("Ri Hiyong", Kind::Full),
        ];
        assert_eq!(texts("Ri Hi Yong", true), expected.map(|(text, kind)| (text.to_owned(), kind)));
    }

    #[test]
    fn a_russian_name_has_initials_and_a_patronymic() {
        let found = texts("Sergei Viktorovich Lavrov", false);
        for expected in [
            ("S. Lavrov", Kind::Initials),
            ("S.V. Lavrov", Kind::Initials),
            ("Sergey Viktorovich", Kind::Patronymic),
            ("Sergey Lavrov", Kind::Full),
            ("Lavrov", Kind::Surname),
            ("Lavrov Sergei Viktorovich", Kind::Full),
        ] {
            assert!(found.contains(&(expected.0.to_owned(), expected.1)), "{expected:?} in {found:?}");
        }
    }

    #[test]
    fn a_single_word_and_another_script_have_no_variants() {
        assert_eq!(texts("Madonna", false), []);
        assert_eq!(texts("Ким Чен Ын", true), []);
    }
}
