//! The rules by which a stretch of text is given to an actor, and the reasons for giving it to nobody, as the tables name them.

use super::evidence::Span;

/// Which rule found a mention, and on what word of the text, if on one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Index into `RULES`.
    pub number: u8,
    pub word: Option<Span>,
}

/// Every rule: its name in mentions.csv, and what it says.
pub const RULES: [(&str, &str); 19] = [
    ("strong alias", "a name of the dictionary that counts anywhere"),
    ("derived alias", "a spelling made from a name: hyphens, initials, transliteration, order of the names"),
    ("weak alias after full name", "a surname or short name; its actor is the one named in full most closely before"),
    ("weak alias before full name", "the same, where the actor is named in full only behind it"),
    ("weak alias with title", "a surname with a title that only one of its actors has held"),
    ("weak alias with state", "a short name beside the name of a state, of which only one of its actors is"),
    ("weak alias of a part", "a short name of an organization whose larger body is named in the article"),
    (
        "weak alias of a namesake",
        "a name that another place has too, where somebody or something of it is named in the article",
    ),
    ("office on the date", "an office; its holder on the date of the article"),
    ("office in the year", "an office with a year in its sentence; its holder in that year"),
    ("office with one holder", "an office that had one holder only"),
    ("office of somebody named", "an office in an article without a date; the only holder whom the article names"),
    ("office named before", "a title without a state (\"the president\"); the office named last before it"),
    (
        "office of the state named before",
        "a title without a state; the office of the state whose office was named before in the sentence",
    ),
    ("head of the delegation", "the person who, the article says, leads the delegation"),
    (
        "capital as government",
        "a capital or a building in a government's place; behind the colon the word that shows it",
    ),
    ("capital as place", "a capital or a building as a place"),
    ("adjective by usage", "an adjective that two states share; the one that the article is about"),
    ("pattern", "an organization that the dictionary lacks, made of a known pattern and actors of the dictionary"),
];

pub const STRONG: u8 = 0;
pub const DERIVED: u8 = 1;
pub const AFTER: u8 = 2;
pub const BEFORE: u8 = 3;
pub const TITLED: u8 = 4;
pub const STATE: u8 = 5;
pub const PART: u8 = 6;
pub const NAMESAKE: u8 = 7;
pub const ON_DATE: u8 = 8;
pub const IN_YEAR: u8 = 9;
pub const ONE_HOLDER: u8 = 10;
pub const NAMED: u8 = 11;
pub const LAST: u8 = 12;
pub const FOCUS: u8 = 13;
pub const DELEGATION: u8 = 14;
pub const GOVERNMENT: u8 = 15;
pub const PLACE: u8 = 16;
pub const USAGE: u8 = 17;
pub const PATTERN: u8 = 18;

/// Every reason for a conflict.
pub const REASONS: [&str; 3] = [
    "one alias of several actors",
    "several actors of this name are named",
    "the office had several holders at that time",
];

pub const SHARED: u8 = 0;
pub const SEVERAL: u8 = 1;
pub const HOLDERS: u8 = 2;
