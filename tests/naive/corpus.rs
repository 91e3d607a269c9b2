//! Small random corpora: few words, so that phrases come about, overlap and take each other's words, and some copies.

use newsgauge::base::date::Date;
use newsgauge::ingest::article::{Article, Meta, Place, id};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, select, subsequence};

/// Terms in several ways of writing, stop words, kept words, numbers, single letters, plurals, and one word that is long.
const WORDS: [&str; 36] = [
    "Kim",
    "KIM",
    "kim",
    "Jong",
    "jong",
    "Un",
    "un",
    "Ministry",
    "ministry",
    "Defence",
    "of",
    "Of",
    "the",
    "The",
    "Workers",
    "workers",
    "Party",
    "states",
    "US",
    "us",
    "U.S.",
    "May",
    "may",
    "2024",
    "1,000",
    "Pyongyang's",
    "Pyongyang",
    "X",
    "Jong-un",
    "denuclearisation",
    "Denuclearisation",
    "Путин",
    "ПУТИН",
    "Kim Jong Un",
    "Ministry of Defence",
    "Workers’ Party",
];

/// What stands behind a word: mostly a space.
const BEHIND: [&str; 12] = [" ", " ", " ", " ", " ", " ", " ", "’ ", "' ", ", ", " – ", " (x) "];
/// What stands behind a sentence; the last ones make sentences without words and a title.
const ENDS: [&str; 7] = [". ", ". ", "! ", "?\n", ".\n\n", "\n\n", ".\n\n* * *\n\n"];
/// Days, months and years.
const DATES: [&str; 10] = [
    "2023",
    "2023-12-31",
    "2024-01",
    "2024-01-01",
    "2024-01-20",
    "2024-02-29",
    "2024-04-08",
    "2024-06",
    "2024-07-30",
    "2024-08-15",
];
const OUTLETS: [&str; 3] = ["Daily", "Herald", "Äther"];
const LANGUAGES: [Option<&str>; 4] = [Some("en"), None, Some("ru"), Some("en")];

type Parts = (String, Option<&'static str>, Option<&'static str>);

/// Articles in the order of the corpus; some have the text of an earlier one, or nearly so.
pub fn corpus() -> impl Strategy<Value = Vec<Article>> {
    let originals = subsequence(WORDS.to_vec(), 2..12).prop_flat_map(|words| vec(article(words), 1..14));
    (originals, vec((any::<Index>(), any::<Index>(), any::<bool>()), 0..4)).prop_map(|(mut parts, copies)| {
        for (from, to, exact) in copies {
            let text = from.get(&parts).0.clone();
            let at = to.index(parts.len());
            parts[at].0 = if exact { text } else { format!("{text} Kim") };
        }
        articles(parts)
    })
}

fn article(words: Vec<&'static str>) -> impl Strategy<Value = Parts> {
    let sentence = (vec((select(words), select(&BEHIND[..])), 0..12), select(&ENDS[..]));
    (vec(sentence, 0..7).prop_map(text), option::weighted(0.8, select(&DATES[..])), option::of(select(&OUTLETS[..])))
}

fn text(sentences: Vec<(Vec<(&str, &str)>, &str)>) -> String {
    let sentence = |(words, end): (Vec<(&str, &str)>, &str)| {
        let words: String = words.into_iter().flat_map(|(word, behind)| [word, behind]).collect();
        format!("{}{end}", words.trim_end())
    };
    sentences.into_iter().map(sentence).collect()
}

/// Long sentences of five words: nearly every stretch is a phrase, and those that others crowd out are many.
pub fn crowded_corpus() -> impl Strategy<Value = Vec<Article>> {
    let sentence = vec(select(vec!["alpha", "bravo", "charlie", "delta", "echo"]), 4..30);
    let text = |sentences: Vec<Vec<&str>>| sentences.iter().map(|words| words.join(" ") + ".\n\n").collect::<String>();
    vec(vec(sentence, 1..4).prop_map(text), 1..8)
        .prop_map(|texts| articles(texts.into_iter().map(|text| (text, None, None)).collect()))
}

fn articles(parts: Vec<Parts>) -> Vec<Article> {
    let article = |(number, (text, date, outlet)): (usize, Parts)| {
        let path = format!("{number:03}.txt");
        let (date, outlet) = (date.and_then(Date::parse), outlet.map(str::to_owned));
        let language = LANGUAGES[number % LANGUAGES.len()].map(str::to_owned);
        let file = u32::try_from(number).expect("a test has few articles");
        Article {
            place: Place { file, row: 0 },
            id: id(&path),
            path,
            meta: Meta { date, outlet, language, ..Meta::default() },
            text,
        }
    };
    parts.into_iter().enumerate().map(article).collect()
}

/// Articles of up to two hundred words, few of them different, in one case and another.
pub fn repetitive_corpus() -> impl Strategy<Value = Vec<Article>> {
    let words =
        subsequence(vec!["The", "the", "THE", "May", "may", "bridge", "Bridge", "1,000", "un", "UN", "x"], 1..11);
    let article = |words| (vec(select::<&str>(words), 0..200), option::of(select(&OUTLETS[..])));
    let texts = (words, 1..6usize).prop_flat_map(move |(words, articles)| vec(article(words), articles));
    texts.prop_map(|texts| {
        let text = |(at, word): (usize, &str)| if at % 9 == 8 { format!("{word}. ") } else { format!("{word} ") };
        let part = |(words, outlet): (Vec<&'static str>, _)| {
            (words.into_iter().enumerate().map(text).collect::<String>(), None, outlet)
        };
        articles(texts.into_iter().map(part).collect())
    })
}

/// Longer articles of a few thousand words in all, and copies of them in which some words are others.
pub fn copied_corpus() -> impl Strategy<Value = Vec<Article>> {
    let original = vec(0..3000u32, 1..90);
    let edits = vec((any::<Index>(), 0..3000u32), 0..9);
    let parts = (vec(original, 1..6), vec((any::<Index>(), edits), 0..12), vec(option::of(select(&DATES[..])), 18));
    parts.prop_map(|(mut numbers, copies, dates)| {
        for (from, edits) in copies {
            let mut copy = from.get(&numbers).clone();
            for (at, word) in edits {
                let at = at.index(copy.len());
                copy[at] = word;
            }
            numbers.push(copy);
        }
        let text = |numbers: Vec<u32>| numbers.iter().map(|number| format!("w{number} ")).collect::<String>();
        articles(numbers.into_iter().zip(dates).map(|(numbers, date)| (text(numbers), date, None)).collect())
    })
}
