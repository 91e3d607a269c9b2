//! How evenly a term is spread over articles, from integers alone, so that no order of summing shows.

/// What DP needs of a term: added up over the articles that hold it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Spread {
    /// Sum over articles with the term of |v*N - s*f| - s*f, where v is the term's count in the article, f its count
    /// in all, s the article's size and N the size of all.
    sum: i128,
}

impl Spread {
    /// Adds an article of `size` tokens that holds the term `v` of its `f` times; `all` is the number of tokens.
    pub fn add(&mut self, v: u64, f: u64, size: u64, all: u64) {
        let (held, fair) = (i128::from(v) * i128::from(all), i128::from(size) * i128::from(f));
        self.sum += (held - fair).abs() - fair;
    }

    /// DPnorm (Lijffijt & Gries 2012): DP / (1 - the smallest article's share); 0 even, 1 all in one place.
    ///
    /// DP = half the sum over articles of |v/f - s/N| (Gries 2008); the articles without the term add s/N each, which
    /// `fair` takes out of the whole. Undefined for a term that does not occur and for a corpus of one article.
    pub fn dp_norm(self, f: u64, all: u64, smallest: u64) -> Option<f64> {
        if f == 0 || smallest >= all {
            return None;
        }
        let whole = i128::from(f) * i128::from(all);
        let dp = 0.5 * (self.sum + whole) as f64 / whole as f64;
        Some(dp / (1.0 - smallest as f64 / all as f64))
    }
}

#[cfg(test)]
mod tests {
    use super::Spread;

    fn dp_norm(parts: &[(u64, u64)]) -> Option<f64> {
        let (f, all) = (parts.iter().map(|part| part.0).sum(), parts.iter().map(|part| part.1).sum());
        let mut spread = Spread::default();
        parts.iter().filter(|part| part.0 > 0).for_each(|(v, size)| spread.add(*v, f, *size, all));
        spread.dp_norm(f, all, parts.iter().map(|part| part.1).min().unwrap_or(0))
    }

    #[test]
    fn dp_norm_gives_the_known_value_of_gries_example() {
        let value = dp_norm(&[(1, 9), (2, 10), (3, 10), (4, 10), (5, 11)]).unwrap_or(f64::NAN);
        assert!((value - 0.219_512).abs() < 5e-7, "{value}");
    }

    #[test]
    fn an_even_term_has_zero_and_a_term_of_the_smallest_article_has_one() {
        assert_eq!(dp_norm(&[(1, 10), (1, 10)]), Some(0.0));
        assert_eq!(dp_norm(&[(3, 10), (0, 30)]), Some(1.0));
    }

    #[test]
    fn one_article_has_no_dispersion() {
        assert_eq!((dp_norm(&[(3, 10)]), dp_norm(&[])), (None, None));
    }
}
