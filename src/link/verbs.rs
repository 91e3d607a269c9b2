//! The verbs that show a government, in all their forms.

use super::vocabulary::{AUXILIARIES, BEING, VERBS, known};

/// Whether a word is one of them, or an auxiliary.
pub fn is_verb(word: &str) -> bool {
    known(&AUXILIARIES, word).is_some() || known(&BEING, word).is_some() || verb(word).is_some()
}

/// The verb of the list that a word is a form of.
pub fn verb(word: &str) -> Option<&'static str> {
    let shouted = word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_uppercase());
    if !word.is_ascii() || (word.starts_with(|c: char| c.is_uppercase()) && !shouted) {
        return None;
    }
    let lower = word.to_ascii_lowercase();
    let word = lower.as_str();
    let bases = [
        Some(word.to_owned()),
        word.strip_suffix('s').map(str::to_owned),
        word.strip_suffix("es").map(str::to_owned),
        word.strip_suffix("ies").map(|stem| format!("{stem}y")),
        word.strip_suffix("ed").map(str::to_owned),
        word.strip_suffix('d').map(str::to_owned),
        word.strip_suffix("ied").map(|stem| format!("{stem}y")),
        word.strip_suffix("ing").map(str::to_owned),
        word.strip_suffix("ing").map(|stem| format!("{stem}e")),
        // A doubled letter: "stopped", "cutting".
        word.strip_suffix("ed").and_then(undoubled),
        word.strip_suffix("ing").and_then(undoubled),
    ];
    bases.into_iter().flatten().find_map(|base| known(&VERBS, &base))
}

fn undoubled(stem: &str) -> Option<String> {
    let bytes = stem.as_bytes();
    let [.., a, b] = bytes else { return None };
    (a == b).then(|| stem[..stem.len() - 1].to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_of_a_verb_is_the_verb() {
        let cases = [
            ("said", "said"),
            ("denies", "deny"),
            ("stopped", "stop"),
            ("urging", "urge"),
            ("imposed", "impose"),
            ("vetoes", "veto"),
        ];
        for (written, base) in cases {
            assert_eq!(verb(written), Some(base), "{written}");
        }
        assert_eq!((verb("streets"), verb("Said")), (None, None));
    }
}
