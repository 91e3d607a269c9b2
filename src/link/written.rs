//! A written form of the dictionary: what it stands for, and with which capitals.

use serde::Serialize;

use crate::config::dictionary::Form;
use crate::lex::normal::cased;

/// A written form that ends at a node of the tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct End {
    pub means: Means,
    pub case: Case,
    /// Whether "the" must stand before it: "the North".
    pub the: bool,
    /// The form with its case, parts joined by spaces.
    pub written: Box<str>,
    /// By part, of the first 64: whether it does not begin with a small letter.
    capitals: u64,
}

/// What a written form stands for; numbers are indices into the lists of `Linker`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Means {
    /// A name; `made` if the program derived it from another.
    Actor { actor: u32, form: Form, strong: bool, made: bool },
    /// A phrase that means an office without naming its state.
    Office(u32),
    /// What an office is called without its state; `last` if only the last word of it.
    Title { title: u32, last: bool },
    /// A body of any state or party: "foreign ministry".
    Body(u32),
    /// The word "delegation".
    Delegation,
    /// A phrase that holds a name and means nobody: "Russian roulette".
    Nobody,
}

/// What the text's capitals must be for a form to be meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Case {
    /// An acronym: exactly these capitals, so that "us" is not the US.
    Exact,
    /// Capitals of the form are capitals in the text, so that "May" is not "may".
    Capital,
    Any,
}

impl End {
    /// The form of these words.
    pub fn of(means: Means, case: Case, the: bool, words: &[&str]) -> Self {
        let written: Box<str> = joined(words).into();
        let capital = |(at, word): (usize, &str)| u64::from(!is_small(word)) << at;
        let capitals = written.split(' ').take(64).enumerate().map(capital).sum();
        Self { means, case, the, written, capitals }
    }

    /// Whether the capitals of the words of a text are those of the form.
    pub fn fits(&self, words: &[&str]) -> bool {
        match self.case {
            Case::Exact => is_joined(words, &self.written),
            Case::Capital if words.len() <= 64 => {
                words.iter().enumerate().all(|(at, word)| self.capitals >> at & 1 == 0 || !is_small(word))
            }
            Case::Capital => {
                words.iter().zip(self.written.split(' ')).all(|(word, alias)| is_small(alias) || !is_small(word))
            }
            Case::Any => true,
        }
    }

    /// Whether another form needs the same capitals of the same words.
    pub fn alike(&self, other: &Self) -> bool {
        self.case == other.case && self.written == other.written
    }

    /// The actor, of a name.
    pub fn actor(&self) -> Option<u32> {
        match self.means {
            Means::Actor { actor, .. } => Some(actor),
            _ => None,
        }
    }

    /// Whether `other` adds nothing to it: the same actor by the same form or the same capitals. What came first stays, so that
    /// what the dictionary says goes before what is derived from it.
    pub fn says(&self, other: &Self) -> bool {
        match (self.means, other.means) {
            (
                Means::Actor { actor, form, strong, .. },
                Means::Actor { actor: theirs, form: written, strong: counts, .. },
            ) if self.case != Case::Exact || self.written == other.written => {
                actor == theirs && strong >= counts && (self.case == other.case || form == written)
            }
            (Means::Actor { .. }, Means::Actor { .. }) => false,
            (mine, theirs) => mine == theirs && (self.case == Case::Any || self.written == other.written),
        }
    }
}

fn is_small(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_lowercase)
}

fn joined(words: &[&str]) -> String {
    if words.iter().all(is_plain) {
        return words.join(" ");
    }
    words.iter().map(|word| cased(word)).collect::<Vec<_>>().join(" ")
}

/// Whether nothing in a word is written in another way when it is joined: as it mostly is.
fn is_plain(word: &&str) -> bool {
    word.bytes().all(|byte| byte.is_ascii() && !matches!(byte, b'.' | b'`'))
}

/// Whether `joined(words)` is `written`, mostly told without joining them.
fn is_joined(words: &[&str], written: &str) -> bool {
    let mut rest = Some(written);
    for (at, word) in words.iter().enumerate() {
        rest = rest.and_then(|rest| if at == 0 { Some(rest) } else { rest.strip_prefix(' ') });
        rest = rest.and_then(|rest| rest.strip_prefix(*word));
    }
    let same = rest.is_some_and(str::is_empty);
    if words.len() == 1 && same || words.iter().all(is_plain) { same } else { joined(words) == written }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn capitals_beyond_the_sixty_fourth_word_count_too() {
        let long = |last: &str| -> Vec<String> { (0..64).map(|_| "a".to_owned()).chain([last.to_owned()]).collect() };
        let fits = |form: &str, text: &str| {
            let [form, text] = [form, text].map(long);
            let [form, text]: [Vec<&str>; 2] = [&form, &text].map(|words| words.iter().map(String::as_str).collect());
            End::of(Means::Nobody, Case::Capital, false, &form).fits(&text)
        };
        assert!(fits("B", "B") && fits("b", "b") && fits("b", "B") && !fits("B", "b"));
    }

    proptest! {
        #[test]
        fn capitals_are_compared_as_if_all_words_were_joined(
            words in proptest::collection::vec("[aA.`é ]{1,3}|[ -~é]{1,3}", 1..4),
            form in proptest::collection::vec("[aA.`É]{1,3}|[!-~É]{1,3}", 1..4),
            same in any::<bool>(),
        ) {
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            let form: Vec<&str> = if same { words.clone() } else { form.iter().map(String::as_str).collect() };
            let end = |case| End::of(Means::Nobody, case, false, &form);
            let written = joined(&form);
            let slowly = words.iter().map(|word| cased(word)).collect::<Vec<_>>().join(" ");
            prop_assert_eq!(&joined(&words), &slowly);
            prop_assert_eq!(end(Case::Exact).fits(&words), words == [written.as_str()] || slowly == written);
            let capitals = words.iter().zip(written.split(' ')).all(|(word, ours)| is_small(ours) || !is_small(word));
            prop_assert_eq!(end(Case::Capital).fits(&words), capitals);
        }
    }
}
