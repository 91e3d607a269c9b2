//! The verbs that show a government, in all their forms.

use super::vocabulary::{AUXILIARIES, BEING, VERBS, Words, known};

/// Whether a word is one of them, or an auxiliary.
pub fn is_verb(word: &str) -> bool {
    known(&AUXILIARIES, word) || known(&BEING, word) || is_form(&VERBS, word)
}

/// Whether a word is a form of a verb of a list: in -s, -ed or -ing, or as it stands.
pub fn is_form(list: &Words, word: &str) -> bool {
    let shouted = word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_uppercase());
    if !word.is_ascii() || (word.starts_with(|c: char| c.is_uppercase()) && !shouted) {
        return false;
    }
    if known(list, word) {
        return true;
    }
    let lower = word.to_ascii_lowercase();
    let without = |ending: &str| lower.strip_suffix(ending);
    let stems = [without("s"), without("es"), without("ed"), without("d"), without("ing")];
    // With a letter put back ("denies", "urging") or taken away that was doubled ("stopped", "cutting").
    stems.into_iter().flatten().any(|stem| known(list, stem))
        || [without("ies"), without("ied")].into_iter().flatten().any(|stem| known(list, &format!("{stem}y")))
        || without("ing").is_some_and(|stem| known(list, &format!("{stem}e")))
        || [without("ed"), without("ing")].into_iter().flatten().filter_map(undoubled).any(|stem| known(list, stem))
}

fn undoubled(stem: &str) -> Option<&str> {
    let [.., a, b] = stem.as_bytes() else { return None };
    (a == b).then(|| &stem[..stem.len() - 1])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_of_a_verb_is_known_and_a_noun_or_a_name_is_not() {
        for form in ["said", "denies", "stopped", "urging", "imposed", "vetoes", "SAYS"] {
            assert!(is_form(&VERBS, form), "{form}");
        }
        assert!(!is_form(&VERBS, "streets") && !is_form(&VERBS, "Said"));
    }
}
