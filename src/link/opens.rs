//! Which tokens of an article may begin a written form, told by what stands beside each distinct token.

use super::pairs::Pairs;
use super::tree::{Part, Tree};

/// What a token by itself says of the forms that it may be in: told once for each distinct one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Opens(u8);

impl Opens {
    /// A form begins and ends in it.
    const WHOLE: u8 = 1;
    /// No such form, but one begins in it that can go on in the next token.
    const ON: u8 = 1 << 1;
    /// A form that began before can go on with it.
    const LATER: u8 = 1 << 2;
    /// It is more than one part.
    const COMPOUND: u8 = 1 << 3;
    /// How many bits there are.
    pub const BITS: u32 = 4;

    /// What the parts of a token of so many bytes say.
    pub(super) fn of(parts: &[Part], length: usize, tree: &Tree) -> Self {
        let whole = matches!(parts, [part] if (part.end - part.start) as usize == length);
        let mut bits = if whole { 0 } else { Self::COMPOUND };
        bits |= if parts.first().is_some_and(|part| tree.is_later(part.id)) { Self::LATER } else { 0 };
        for (at, part) in parts.iter().enumerate() {
            let mut node = tree.begin(part.id);
            let mut rest = parts[at + 1..].iter();
            while let Some(reached) = node {
                bits |= if tree.ends(reached).is_empty() { 0 } else { Self::WHOLE };
                let Some(part) = rest.next() else {
                    bits |= if tree.goes_on(reached) { Self::ON } else { 0 };
                    break;
                };
                node = tree.step(reached, part.id);
            }
        }
        Self(if bits & Self::WHOLE == 0 { bits } else { bits & !Self::ON })
    }

    /// As a number below 2^`BITS`.
    #[inline]
    pub fn bits(self) -> u32 {
        u32::from(self.0)
    }

    /// Of such a number.
    #[inline]
    pub fn of_bits(bits: u32) -> Self {
        // Masking is meant.
        Self(bits as u8 & ((1 << Self::BITS) - 1))
    }
}

/// The tokens of an article in which a form may begin: the only ones from which forms are looked for.
#[derive(Default)]
pub struct Beginnings {
    all: Vec<usize>,
    /// What the last token says, and the hash of its normal form.
    last: (Opens, u64),
}

impl Beginnings {
    pub fn clear(&mut self) {
        self.all.clear();
        self.last = (Opens::default(), 0);
    }

    /// Adds the next token, which has the number `at`, with the hash of its normal form.
    #[inline]
    pub fn add(&mut self, at: usize, opens: Opens, hash: u64, pairs: &Pairs) {
        let (last, before) = self.last;
        if last.0 & Opens::ON != 0 && opens.0 & Opens::LATER != 0 {
            // The pairs are of single parts.
            let compound = (last.0 | opens.0) & Opens::COMPOUND != 0;
            if compound || pairs.may_hold(before, hash) {
                self.all.push(at - 1);
            }
        }
        if opens.0 & Opens::WHOLE != 0 {
            self.all.push(at);
        }
        self.last = (opens, hash);
    }

    pub fn all(&self) -> &[usize] {
        &self.all
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::base::mixing::hash;
    use crate::lex::lex;
    use crate::lex::normal::normal;
    use crate::link::hits::{Tokens, hits};
    use crate::link::surroundings::Text;
    use crate::link::tree::{Case, Means};

    struct Parts(Vec<Vec<Part>>);

    impl<'t> Tokens<'t> for &'t Parts {
        fn parts(&self, at: usize) -> &'t [Part] {
            &self.0[at]
        }
    }

    proptest! {
        #[test]
        fn from_the_other_tokens_no_form_begins(
            forms in proptest::collection::vec("[abc]([ -][abc]){0,3}", 1..6),
            words in proptest::collection::vec("[abcd](-[abcd]){0,2}[.,]?", 0..12),
        ) {
            let mut tree = Tree::default();
            forms.iter().for_each(|form| tree.add(form, Case::Any, Means::Nobody));
            tree.finish(Vec::new());
            let text = words.join(" ");
            let lexed = lex(&text);
            let (mut parts, mut begins) = (Parts(Vec::new()), Beginnings::default());
            for (at, token) in lexed.tokens.iter().enumerate() {
                let mut own = Vec::new();
                let written = &text[token.range()];
                begins.add(at, tree.parts(written, &mut own), hash(&normal(written)), tree.pairs());
                parts.0.push(own);
            }
            let text = Text::new(&text, &lexed, 0, None);
            let every: Vec<usize> = (0..lexed.tokens.len()).collect();
            let places = |begins: &[usize]| -> Vec<(usize, usize)> {
                hits(&text, begins, &&parts, &tree).all.iter().map(|hit| (hit.bytes.start, hit.bytes.end)).collect()
            };
            prop_assert_eq!(places(begins.all()), places(&every));
        }
    }
}
