//! Many short texts in one piece of memory: with a string of its own a word of eight letters takes 56 bytes, here 16.

use std::ops::Index;

/// A list of texts, to which more can be added.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Texts {
    all: String,
    /// By text: where it ends in `all`.
    ends: Vec<usize>,
}

impl Texts {
    pub fn push(&mut self, text: &str) {
        self.all.push_str(text);
        self.ends.push(self.all.len());
    }

    pub fn len(&self) -> usize {
        self.ends.len()
    }

    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    pub fn iter(&self) -> impl ExactSizeIterator<Item = &str> + Clone {
        (0..self.len()).map(|at| &self[at])
    }
}

impl Index<usize> for Texts {
    type Output = str;

    fn index(&self, at: usize) -> &str {
        let start = if at == 0 { 0 } else { self.ends[at - 1] };
        &self.all[start..self.ends[at]]
    }
}

impl<T: AsRef<str>> Extend<T> for Texts {
    fn extend<I: IntoIterator<Item = T>>(&mut self, texts: I) {
        texts.into_iter().for_each(|text| self.push(text.as_ref()));
    }
}

impl<T: AsRef<str>> FromIterator<T> for Texts {
    fn from_iter<I: IntoIterator<Item = T>>(texts: I) -> Self {
        let mut all = Self::default();
        all.extend(texts);
        all
    }
}

#[cfg(test)]
mod tests {
    use super::Texts;

    #[test]
    fn texts_come_back_by_their_number_and_in_order() {
        let mut texts: Texts = ["Kim", "", "Пхеньян"].into_iter().collect();
        texts.push("b");
        assert_eq!((texts.len(), texts.is_empty(), Texts::default().is_empty()), (4, false, true));
        assert_eq!([&texts[0], &texts[1], &texts[2], &texts[3]], ["Kim", "", "Пхеньян", "b"]);
        assert_eq!(texts.iter().collect::<Vec<_>>(), ["Kim", "", "Пхеньян", "b"]);
    }
}
