//! The fast pass over common characters cuts every text as the rules by themselves do.

use newsgauge::lex::{lex_by_rules, lex_into, token::Lexed};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

/// What news is made of, and what stands at the edge of a rule.
const FRAGMENTS: &[&str] = &[
    "U.S.",
    "Mr.",
    "J. K.",
    "3.5",
    "1,000",
    "Kim Jong-un’s",
    "p.m.",
    "No. 5",
    "said.",
    "“Yes,”",
    "\n\n",
    "e.g.",
    "U.S.-led",
    "don't",
    "Jan.",
    "The",
    "However",
    "word",
    "Word",
    "words’",
    "I",
    "a line that is as wide as others",
    "...",
    "?!",
    ".”",
];

/// Characters of every part in the rules, known to the fast pass or not.
const CHARACTERS: &[&str] = &[
    " ", " ", " ", "\n", "\r\n", "\r", "\t", "a", "B", "s", "S", "é", "я", "Я", "Ω", "ạ", "1", "2", "_", ".", ",", ":",
    ";", "!", "?", "…", "'", "’", "‘", "\"", "“", "”", "(", ")", "-", "‐", "‑", "–", "—", "\u{a0}", "\u{ad}",
    "\u{301}", "\u{200d}", "\u{202f}", "\u{2028}", "\u{85}", "\u{b}", "\u{1}", "😀", "🇰", "金", "김", "א", "カ", "½",
    "ª", "ǅ", "·", "ʼ", "＇", "－", "․",
];

/// Places in which one character decides.
const PLACES: &[&str] = &[
    "@",
    "a@b",
    "1@2",
    "@@ b",
    "a-@",
    "@-b",
    "1-@",
    "a@s b",
    "s@ b",
    "@'s b",
    "a @ b",
    "a.@ b",
    "a. @B",
    "A.@B",
    "a! @ B",
    "x.@. Y",
    "Mr. @ B",
    "U.S.@Led x",
    "1.@",
    "3@.B",
    "a@\nb",
    "x.\n@",
    "A. x@\n@b",
    "a\n@ B. C",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4_000))]

    #[test]
    fn fragments_of_news_are_cut_alike(text in vec(prop_oneof![select(FRAGMENTS), select(&CHARACTERS[..41])], 0..40)) {
        alike(&text.concat());
    }

    #[test]
    fn characters_in_any_order_are_cut_alike(text in vec(select(CHARACTERS), 0..60)) {
        alike(&text.concat());
    }

    #[test]
    fn any_text_is_cut_alike(text in "\\PC{0,40}(\n\\PC{0,40}){0,3}") {
        alike(&text);
    }
}

#[test]
fn every_character_is_cut_alike_in_every_place() {
    for c in (0..0x3400).filter_map(char::from_u32) {
        PLACES.iter().for_each(|place| alike(&place.replace('@', c.encode_utf8(&mut [0; 4]))));
    }
}

#[test]
fn a_buffer_that_was_used_leaves_nothing_behind() {
    let mut lexed = Lexed::default();
    for text in ["One. Two.\nThree", "é\u{301} four. 金\n", "", "x\u{202f}\ny"] {
        lex_into(text, &mut lexed);
        assert_eq!(lexed, lex_by_rules(text), "{text}");
    }
}

fn alike(text: &str) {
    let mut lexed = Lexed::default();
    lex_into(text, &mut lexed);
    let expected = lex_by_rules(text);
    let shown = |lexed: &Lexed| {
        let sentences: Vec<String> = lexed.sentences.iter().map(|at| text[at.range()].to_owned()).collect();
        let tokens: Vec<String> =
            lexed.tokens.iter().map(|at| format!("{} {:?} {:?}", &text[at.range()], at.kind, at.gap)).collect();
        (sentences, tokens)
    };
    assert_eq!(shown(&lexed), shown(&expected), "{text:?}");
    assert_eq!(lexed, expected, "{text:?}");
}
