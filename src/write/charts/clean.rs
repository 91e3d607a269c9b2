//! Text that any XML parser takes and that stays where it is put.

/// One line of `text`: control characters, direction controls and non-characters gone, runs of white space a single space.
///
/// XML 1.0 forbids most control characters even when escaped, and one of them would make the whole chart unreadable;
/// a direction override would turn round the words that follow it.
pub fn clean(text: &str) -> String {
    let kept: String = text.chars().map(spaced).filter(|&c| is_shown(c)).collect();
    kept.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

fn spaced(c: char) -> char {
    match c {
        // Unlike the other white space, these keep a number and its unit on one line.
        '\u{A0}' | '\u{202F}' => c,
        _ if c.is_whitespace() => ' ',
        _ => c,
    }
}

fn is_shown(c: char) -> bool {
    !(c.is_control() || is_direction(c) || is_invisible(c) || u32::from(c) & 0xFFFE == 0xFFFE)
}

fn is_direction(c: char) -> bool {
    matches!(c, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Soft hyphen, zero-width space, byte order mark, interlinear marks; the joiners stay, Persian is spelled with them.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}' | '\u{2060}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}')
}

#[cfg(test)]
mod tests {
    use super::clean;

    #[test]
    fn control_characters_and_direction_controls_are_stripped() {
        assert_eq!(clean("a\u{0}b\u{1b}[31m\u{202E}c\u{FFFF}\u{7f}"), "ab[31mc");
    }

    #[test]
    fn line_breaks_and_runs_of_space_become_one_space() {
        assert_eq!(clean("\n People's\r\n\t Daily \u{2028}"), "People's Daily");
    }

    #[test]
    fn names_in_any_script_stay_as_they_are() {
        for name in ["Владимир Путин", "한국은행", "国务院", "محمد", "می‌خواهم", "e\u{301}"]
        {
            assert_eq!(clean(name), name);
        }
    }
}
