//! The normalised view in which words are counted and names are matched: one function for text, stop list and alias.

use caseless::Caseless;
use unicode_normalization::UnicodeNormalization;

use super::words::is_dotted;

/// The normal form of a token: NFKC, full case folding in any script, one apostrophe, one hyphen, no invisible
/// characters, and no full stops in dotted abbreviations ("U.S." and "US" are written "us").
pub fn normal(token: &str) -> String {
    let folded = if token.is_ascii() { token.to_ascii_lowercase() } else { folded(token) };
    undotted(folded)
}

/// The token with its case kept, for aliases that are only themselves in capitals ("US", not "us").
pub fn cased(token: &str) -> String {
    // Nothing in ASCII is composed, and the one mark that is written in another way is a grave accent.
    let plain = token.is_ascii() && !token.contains('`');
    undotted(if plain { token.to_owned() } else { token.nfkc().filter(|c| !invisible(*c)).map(unified).collect() })
}

/// "u.s.-led" -> "us-led": the full stops of abbreviations carry no meaning, those of other words ("example.org") do.
fn undotted(token: String) -> String {
    if !token.contains('.') {
        return token;
    }
    let plain = |part: &str| if is_dotted(part) { part.replace('.', "") } else { part.to_owned() };
    token.split('-').map(plain).collect::<Vec<_>>().join("-")
}

fn folded(token: &str) -> String {
    // Folding can undo composition and composition can make new capitals (U+1D40 and the like), hence NFKC on both sides.
    token.nfkc().filter(|c| !invisible(*c)).map(unified).default_case_fold().nfkc().collect()
}

/// Soft hyphens, joiners and direction marks that web pages leave inside words.
fn invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

fn unified(c: char) -> char {
    match c {
        '’' | '‘' | 'ʼ' | '‛' | '´' | '`' | '＇' => '\'',
        c if super::is_hyphen(c) => '-',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_word_has_one_normal_form() {
        let cases = [
            ("DPRK", "dprk"),
            ("U.S.", "us"),
            ("U.S.-led", "us-led"),
            ("example.org", "example.org"),
            ("ПУТИН", "путин"),
            ("Straße", "strasse"),
            ("O’Brien", "o'brien"),
            ("Jong‑un", "jong-un"),
            ("Pyong\u{ad}yang", "pyongyang"),
            ("ＤＰＲＫ", "dprk"),
            ("ﬁre", "fire"),
            ("e\u{301}", "é"),
            ("ΣΊΣΥΦΟΣ", "σίσυφοσ"),
        ];
        for (written, expected) in cases {
            assert_eq!(normal(written), expected, "{written}");
        }
    }

    #[test]
    fn the_cased_form_keeps_capitals() {
        assert_eq!((cased("U.S."), cased("us")), ("US".to_owned(), "us".to_owned()));
    }
}
