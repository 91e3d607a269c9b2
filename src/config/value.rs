//! What a value of a TOML file can be, in a reader's words.

use serde::Serialize;
use serde::de::DeserializeOwned;

/// A type that a key can ask for.
pub trait Value: DeserializeOwned + Serialize {
    /// "lex.window must be ..."
    const KIND: &'static str;
}

impl Value for u64 {
    const KIND: &'static str = "a whole number, 0 or more";
}

impl Value for usize {
    const KIND: &'static str = "a whole number, 0 or more";
}

impl Value for f64 {
    const KIND: &'static str = "a number with a decimal point, such as 0.5";
}

impl Value for bool {
    const KIND: &'static str = "true or false";
}

impl Value for String {
    const KIND: &'static str = "a text in quotes";
}

impl Value for Vec<String> {
    const KIND: &'static str = "a list of texts, such as [\"a\", \"b\"]";
}
