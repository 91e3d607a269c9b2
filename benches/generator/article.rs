//! Articles one after the other, each with its metadata; some are wire copies of one shortly before.

use std::collections::VecDeque;

use super::laws::Quantiles;
use super::lists::OUTLETS;
use super::pen::Pen;
use super::random::Random;
use super::sentence::{Memory, Quotes, sentence};
use super::stock::Stock;
use super::words::{capitalise, push_word};

const BYTES: Quantiles =
    Quantiles(&[(0, 200), (50, 330), (250, 1000), (500, 2060), (750, 3170), (950, 5230), (990, 7580), (1000, 16_000)]);
/// Wire copies in a thousand articles, and how many articles stay copyable.
const COPIES: u64 = 30;
const RECENT: usize = 64;

#[derive(Clone, serde::Serialize)]
pub struct Article {
    pub title: String,
    pub date: String,
    pub outlet: &'static str,
    pub text: String,
}

/// Without end; memory does not grow.
pub struct Articles {
    stock: Stock,
    random: Random,
    recent: VecDeque<Article>,
}

impl Articles {
    pub fn new(seed: u64, stock: Stock) -> Self {
        Self { stock, random: Random::new(seed), recent: VecDeque::new() }
    }

    fn fresh(&mut self) -> Article {
        let random = &mut self.random;
        let outlet = random.below(OUTLETS.len() as u64) as usize;
        let quotes: Quotes = if outlet.is_multiple_of(2) { ("“", "”") } else { ("\"", "\"") };
        let (bytes, mut memory, mut pen) = (BYTES.draw(random) as usize, Memory::default(), Pen::new());
        // A paragraph has some 300 bytes: the last one goes over by as much as it stays under.
        while pen.text.is_empty() || pen.text.len() + 150 < bytes {
            if !pen.text.is_empty() {
                pen.join("\n\n");
            }
            for _ in 0..random.of(&[1, 1, 1, 1, 2, 2, 3, 5]) {
                sentence(&self.stock, &mut memory, quotes, &mut pen, random);
            }
        }
        Article { title: title(&self.stock, random), date: date(random), outlet: OUTLETS[outlet], text: pen.text }
    }

    /// The same report in another outlet, cut at a paragraph, with a line of its own.
    fn copy(&mut self) -> Article {
        let mut article = self.recent[self.random.below(self.recent.len() as u64) as usize].clone();
        article.outlet = self.random.of(&OUTLETS);
        if let Some(cut) = article.text.rfind("\n\n").filter(|cut| cut * 4 > article.text.len() * 3) {
            article.text.truncate(cut);
        }
        article.text.push_str("\n\nReporting by our correspondent.");
        article
    }
}

impl Iterator for Articles {
    type Item = Article;

    fn next(&mut self) -> Option<Article> {
        if !self.recent.is_empty() && self.random.thousandths(COPIES) {
            return Some(self.copy());
        }
        let article = self.fresh();
        self.recent.push_back(article.clone());
        if self.recent.len() > RECENT {
            self.recent.pop_front();
        }
        Some(article)
    }
}

fn title(stock: &Stock, random: &mut Random) -> String {
    let mut pen = Pen::new();
    stock.actor(&mut pen, random);
    for _ in 0..3 + random.below(4) {
        push_word(stock.words.draw(random), pen.begin());
    }
    capitalise(&mut pen.text, 0);
    pen.text
}

/// A day of the ten years from 2015 on.
fn date(random: &mut Random) -> String {
    format!("{}-{:02}-{:02}", 2015 + random.below(10), 1 + random.below(12), 1 + random.below(28))
}
