//! In which articles each node stands, and at which tokens: page by page, as the budget allows, since it grows with the corpus.

use crate::base::narrow::narrow;
use crate::base::problem::Problem;
use crate::base::spill::{Kept, Spill};

/// The articles of all nodes.
#[derive(Debug, Default)]
pub struct Stands {
    /// In the order of the corpus; pages without a node are left out.
    pub pages: Vec<OfPage>,
    /// By node.
    pub sums: Vec<Sums>,
}

/// How much there is of a node.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sums {
    pub articles: u64,
    pub n: u64,
}

/// The nodes of a page.
#[derive(Debug)]
pub struct OfPage {
    /// Index of the page.
    pub page: usize,
    /// By node: where its rows end.
    ends: Vec<u32>,
    rows: Kept<u32>,
}

/// The rows of one node, some articles in order: the article, how many tokens follow, and these.
#[derive(Clone, Debug, Default)]
pub struct Rows {
    list: Vec<u32>,
    /// Where the last one begins.
    last: usize,
}

impl Rows {
    /// Adds the first token of each occurrence in a sentence of an article.
    pub fn add(&mut self, article: u32, tokens: impl ExactSizeIterator<Item = u32>) {
        if self.list.get(self.last) != Some(&article) {
            self.last = self.list.len();
            self.list.extend([article, 0]);
        }
        self.list[self.last + 1] += narrow(tokens.len());
        self.list.extend(tokens);
    }
}

impl Stands {
    pub fn new(nodes: usize) -> Self {
        Self { pages: Vec::new(), sums: vec![Sums::default(); nodes] }
    }

    /// Puts the rows of a page away, which are by node, and leaves none there.
    pub fn add(&mut self, page: usize, rows: &mut [Rows], spill: &Spill) -> Result<(), Problem> {
        let (mut all, mut ends) = (Vec::new(), Vec::with_capacity(rows.len()));
        for (sums, rows) in self.sums.iter_mut().zip(rows) {
            for (_, tokens) in each(&rows.list) {
                sums.articles += 1;
                sums.n += tokens.len() as u64;
            }
            all.extend_from_slice(&rows.list);
            ends.push(narrow(all.len()));
            rows.list.clear();
            rows.last = 0;
        }
        if !all.is_empty() {
            self.pages.push(OfPage { page, ends, rows: spill.keep(all)? });
        }
        Ok(())
    }

    /// Takes over what another thread found, in any order; `sort` ends it.
    pub fn merge(&mut self, other: Self) {
        self.pages.extend(other.pages);
        for (sums, theirs) in self.sums.iter_mut().zip(other.sums) {
            sums.articles += theirs.articles;
            sums.n += theirs.n;
        }
    }

    pub fn sort(&mut self) {
        self.pages.sort_unstable_by_key(|page| page.page);
    }
}

impl OfPage {
    /// The articles of a node with the first token of each of its occurrences, both in order; read into `buffer`.
    pub fn rows<'b>(
        &self,
        node: usize,
        spill: &Spill,
        buffer: &'b mut Vec<u32>,
    ) -> Result<impl Iterator<Item = (u32, &'b [u32])> + use<'b>, Problem> {
        let start = if node == 0 { 0 } else { self.ends[node - 1] };
        self.rows.part(spill, start as usize..self.ends[node] as usize, buffer)?;
        Ok(each(buffer))
    }
}

fn each(mut list: &[u32]) -> impl Iterator<Item = (u32, &[u32])> {
    std::iter::from_fn(move || {
        let ([article, length], rest) = list.split_first_chunk::<2>()?;
        let (tokens, behind) = rest.split_at_checked(*length as usize)?;
        list = behind;
        Some((*article, tokens))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_put_away_comes_back_by_node_in_the_order_of_the_corpus() {
        let folder = tempfile::tempdir().unwrap();
        let spill = Spill::new(&folder.path().join("spill"), 0);
        let mut stands = [Stands::new(2), Stands::new(2)];
        let mut rows = [Rows::default(), Rows::default()];
        rows[1].add(7, [3, 9].into_iter());
        stands[0].add(4, &mut rows, &spill).unwrap();
        rows[0].add(0, [1].into_iter());
        rows[1].add(0, [2].into_iter());
        rows[1].add(0, [5].into_iter());
        rows[1].add(2, [0].into_iter());
        stands[1].add(0, &mut rows, &spill).unwrap();
        stands[1].add(1, &mut rows, &spill).unwrap();
        let [mut all, other] = stands;
        all.merge(other);
        all.sort();
        assert_eq!(all.pages.iter().map(|page| page.page).collect::<Vec<_>>(), [0, 4], "page 1 has none");
        assert_eq!(all.sums, [Sums { articles: 1, n: 1 }, Sums { articles: 3, n: 5 }]);
        let mut found = Vec::new();
        for page in &all.pages {
            let mut buffer = Vec::new();
            found
                .extend(page.rows(1, &spill, &mut buffer).unwrap().map(|(article, tokens)| (article, tokens.to_vec())));
        }
        assert_eq!(found, [(0, vec![2, 5]), (2, vec![0]), (7, vec![3, 9])]);
    }
}
