//! The forms of a page among those of the thread that read it, numbered anew without gaps.

use super::forms::FIRST;
use super::stream;

/// Which of the thread's forms are in the page. As bits: a table of numbers would not stay in the first-level cache.
#[derive(Default)]
pub struct Locals {
    bits: Vec<u64>,
    /// By word of `bits`: how many bits are set before it.
    before: Vec<u32>,
}

impl Locals {
    /// Those of a page; the thread has `forms` forms.
    pub fn fill(&mut self, stream: &[u16], forms: usize) {
        let words = (forms + FIRST as usize).div_ceil(64);
        self.bits.clear();
        self.bits.resize(words, 0);
        stream::numbers(stream, |number| self.bits[number as usize / 64] |= 1 << (number % 64));
        // Marks are no forms.
        (0..FIRST).for_each(|mark| self.bits[0] &= !(1 << mark));
        self.before.clear();
        self.before.extend(self.bits.iter().scan(0, |sum, word| {
            let before = *sum;
            *sum += word.count_ones();
            Some(before)
        }));
    }

    pub fn len(&self) -> usize {
        self.bits.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// The number that a form has in the page, from 0.
    #[inline]
    pub fn number(&self, form: u32) -> u32 {
        let word = form as usize / 64;
        let below = self.bits[word] & ((1 << (form % 64)) - 1);
        self.before[word] + below.count_ones()
    }

    /// The forms in the order of their numbers.
    pub fn forms(&self) -> impl Iterator<Item = u32> {
        (0..).zip(&self.bits).flat_map(|(word, bits)| {
            let rest = std::iter::successors(Some(*bits), |bits| Some(bits & (bits - 1)));
            rest.take_while(|bits| *bits != 0).map(move |bits| word * 64 + bits.trailing_zeros())
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_forms_of_a_page_are_numbered_in_order_and_marks_are_none() {
        let (mut stream, mut locals) = (Vec::new(), Locals::default());
        [0, 130, 1, 5, 3, 130, 63, 64, 2, 99_999].into_iter().for_each(|number| stream::push(&mut stream, number));
        for _ in 0..2 {
            locals.fill(&stream, 100_000);
            let forms: Vec<u32> = locals.forms().collect();
            assert_eq!((forms.as_slice(), locals.len()), ([3, 5, 63, 64, 130, 99_999].as_slice(), 6));
            (0..).zip(forms).for_each(|(number, form)| assert_eq!(locals.number(form), number));
        }
    }
}
