//! News-like text from a seed: the same bytes on every machine, one article after the other, of any size.
//!
//! Only whole numbers are drawn, so that no library of mathematics makes a difference. The text depends on the seed and on
//! the names of the dictionary; a larger corpus begins with the smaller one. Memory does not grow with the corpus.
//!
//! The shares and lengths in this folder were set by what was measured in 100 MB of real English reports and speeches. Beside
//! them what 100 MB of generated text have:
//!
//! | | real | generated |
//! |---|---|---|
//! | tokens in 100 MB | 16.3 M | 16.2 M |
//! | different words among 0.13, 1.05, 4.2, 8.4, 16 M words | 12.4, 33.8, 63.9, 88.7, 120.5 thousand | 12.0, 34.1, 64.8, 89.1, 120.1 thousand |
//! | share of the 10, 100, 1,000, 10,000 most frequent words | 26, 48, 72, 94 % | 27, 49, 74, 95 % |
//! | function words | 47 % | 48 % |
//! | different words in an article of 300 to 399 | 56 % of its words | 58 % |
//! | words in a sentence, mean | 23.1 | 23.3 |
//! | sentences in a paragraph, mean | 2.0 | 2.3 |
//! | bytes of an article: quarter, half, three quarters below | 1000, 2061, 3171 | 1106, 2131, 3325 |
//! | capitals inside a sentence | 9.5 % of the words | 9.1 % |
//! | in 1,000 tokens: numbers, acronyms, hyphens, possessives | 19, 5.9, 7.9, 5.1 | 21, 5.9, 7.5, 6.6 |
//! | in 1,000 tokens: commas, quotation marks, parentheses | 48, 7.8, 3.0 | 52, 12.7, 3.2 |
//! | in 1,000 tokens: stretches with a name of the dictionary | 15.7 | 14.9 |
//! | tokens in phrases of two and three words | 2.4 % (10 MB) | 2.5 % (10 MB) |
//! | different pairs of neighbouring words that are no stop words | 0.8 M | 1.6 M |
//! | articles that copy another | 0.2 % | 3 %, as where agencies are printed |
//!
//! What it is not: the words mean nothing and have no grammar, subjects do not change over the years, all is English.
#![allow(
    dead_code,
    unused_imports,
    reason = "each benchmark and test is a crate of its own and uses its part of this one"
)]

mod actors;
mod article;
mod files;
mod laws;
mod lists;
mod pen;
mod random;
mod sentence;
mod stock;
mod words;

use std::path::{Path, PathBuf};

pub use actors::{Forms, extended, persons};
pub use article::{Article, Articles};
pub use files::{Format, Written, write};

/// Articles about the actors of the shipped dictionary.
pub fn articles(seed: u64) -> Articles {
    about(seed, actors::read(&dictionary()))
}

/// Articles about actors, each with the forms of its name.
pub fn about(seed: u64, actors: Vec<Forms>) -> Articles {
    Articles::new(seed, stock::Stock::new(actors))
}

/// The shipped dictionary.
pub fn dictionary() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("actors.toml")
}
