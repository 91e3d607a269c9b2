//! Article -> mentions: which stretches of a text stand for which actor (entity linking). Pure, one article at a time.
//!
//! The dictionary is compiled once into a `Linker`: a `tree` of all written forms, given and derived (`variants`). In an article
//! each stretch that has such a form is a hit (`hits`). Strong names in it are anchors (`anchors`); with them weak names
//! (`weak`), offices (`offices`), bodies (`bodies`), capitals (`seats`) and adjectives (`adjectives`) are given to an actor or to
//! nobody, and of what overlaps the longest counts (`article`).

mod adjectives;
pub mod alone;
mod anchors;
mod around;
mod article;
mod beside;
mod bodies;
pub mod common;
mod compile;
mod compounds;
mod decide;
mod delegations;
pub mod evidence;
pub mod explain;
mod facts;
mod hits;
mod longer;
pub mod mentions;
pub mod names;
mod offices;
pub mod opens;
pub mod pairs;
mod patterns;
mod phrases;
mod rules;
mod seats;
mod sorts;
mod spelling;
mod surroundings;
pub mod tree;
mod variants;
mod verbs;
mod vocabulary;
mod weak;
mod written;

pub use article::{Text, Tokens, link};
pub use compile::Linker;
pub use hits::hits;
pub use rules::{REASONS, RULES, Rule};
pub use spelling::slug;
