//! What a capitalised word says by itself: what the lists of the language and the dictionary know of it.

use super::compile::Linker;
use super::tree::{End, Means};
use super::vocabulary::{BODIES_OF_PEOPLE, DAYS, FUNCTION, LANDS, REGIONAL, THINGS, TITLES, WAYS, known, known_plural};
use crate::config::dictionary::Form;
use crate::lex::is_hyphen;

/// Whether it is what a person is called before the name, in the singular or plural.
pub fn is_title(word: &str) -> bool {
    known_plural(&TITLES, word)
}

/// Whether it is a day or a month.
pub fn is_day(word: &str) -> bool {
    known_plural(&DAYS, word)
}

/// Whether it begins a sentence with a capital and is no name.
pub fn is_function(word: &str) -> bool {
    known(&FUNCTION, word)
}

/// Whether it is the word of an organization's name that says what it is: "Ministry".
pub fn heads_organization(word: &str) -> bool {
    known(&BODIES_OF_PEOPLE, word)
}

/// Whether it is the word of a place's name that says what it is: "Province".
pub fn heads_place(word: &str) -> bool {
    known(&LANDS, word)
}

/// Whether it is an adjective of more lands than one, of a faith or of a language: "African".
pub fn is_regional(word: &str) -> bool {
    known_plural(&REGIONAL, word)
}

/// Whether it says something of a name and is none: "U.S.-based", "North-South".
pub fn is_compound(word: &str) -> bool {
    let Some((before, last)) = word.rsplit_once(is_hyphen) else { return false };
    // A Korean given name is a syllable there: "Jong-un", "Jae-myung".
    let word = last.len() > 5 || last.ends_with("ed") || matches!(last, "era" | "style" | "like" | "made");
    word && last.starts_with(char::is_lowercase) || known(&WAYS, before) && known(&WAYS, last)
}

/// Whether it is an acronym of a thing and of nobody who acts: "GDP".
pub fn is_thing(word: &str) -> bool {
    known(&THINGS, word)
}

impl Linker {
    /// Whether the dictionary has `text` in any form, strong or weak, whatever its capitals.
    pub fn has(&self, text: &str) -> bool {
        !self.tree.find(text).is_empty()
    }

    /// Whether `text` needs no support to stand for somebody or something of the dictionary.
    pub fn has_strong(&self, text: &str) -> bool {
        let strong = |end: &End| match end.means {
            Means::Actor { strong, .. } => strong,
            _ => true,
        };
        self.tree.find(text).iter().any(strong)
    }

    /// Whether it is an adjective of a state.
    pub fn is_adjective(&self, word: &str) -> bool {
        let adjective = |end: &End| matches!(end.means, Means::Actor { form: Form::Adjective, .. });
        self.tree.find(word).iter().any(adjective)
    }

    /// Whether a person of the dictionary has this first name.
    pub fn is_given_name(&self, word: &str) -> bool {
        let mut small = [0; 24];
        match small.get_mut(..word.len()) {
            // As it mostly is; asked of many words, it is not made a string of its own.
            Some(small) if word.is_ascii() => {
                small.copy_from_slice(word.as_bytes());
                small.make_ascii_lowercase();
                std::str::from_utf8(small).is_ok_and(|small| self.given.contains(small))
            }
            _ => self.given.contains(&word.to_lowercase()),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::config::dictionary;

    #[test]
    fn a_name_is_known_in_any_form_and_a_weak_one_is_not_strong() {
        let text = "[[actor]]\nid = \"olga-kim\"\nname = \"Olga Kim\"\ntype = \"person\"\n\n\
                    [[actor]]\nid = \"russia\"\nname = \"Russia\"\ntype = \"state\"\nadjectives = [\"Russian\"]\n";
        let linker = Linker::new(&dictionary::parse("actors.toml", text).unwrap());
        assert!(linker.has("Olga Kim") && linker.has("Kim") && linker.has("RUSSIA") && !linker.has("Olga"));
        assert!(linker.has_strong("Olga Kim") && !linker.has_strong("Kim"));
        assert!(linker.is_adjective("Russian") && !linker.is_adjective("Russia"));
        assert!(linker.is_given_name("Olga") && !linker.is_given_name("Kim"));
        assert!(is_title("Presidents") && is_day("Mondays") && is_function("The") && heads_organization("Ministry"));
        assert!(
            is_compound("U.S.-based") && is_compound("North-South") && !is_compound("Jae-myung") && is_thing("GDP")
        );
    }

    proptest! {
        #[test]
        fn a_first_name_is_known_in_capitals_of_any_script_and_however_long(
            given in "[a-zA-Zя-яА-ЯÉé]{1,30}", word in "[a-zA-Z]{1,3}",
        ) {
            let mut linker = Linker::none();
            linker.given.insert(given.to_lowercase());
            prop_assert!(linker.is_given_name(&given) && linker.is_given_name(&given.to_lowercase()));
            prop_assert_eq!(linker.is_given_name(&word), word.to_lowercase() == given.to_lowercase());
        }
    }
}
