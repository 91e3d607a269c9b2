//! Long names in little room: broken at words first, and only then shortened, in the middle.

use super::clean::clean;
use super::face::Face;

/// A label in at most `most` lines of at most `limit` pixels, the lines as even as can be;
/// the last one loses its middle if the text is longer still.
pub fn wrap(text: &str, face: Face, limit: i32, most: usize) -> Vec<String> {
    let text = clean(text);
    let mut lines = fill(&text, face, limit, most);
    // Narrower by a little while the lines stay as many and end at spaces, lest one word is left alone on the last.
    for narrower in (limit / 2..limit).rev().step_by(4) {
        let tried = fill(&text, face, narrower, lines.len());
        if lines.len() < 2 || tried.join(" ") != text {
            break;
        }
        lines = tried;
    }
    lines
}

/// Running text in at most `most` lines, each as full as can be.
pub fn fill(text: &str, face: Face, limit: i32, most: usize) -> Vec<String> {
    let text = clean(text);
    let mut rest = text.as_str();
    let mut lines = Vec::new();
    while !rest.is_empty() {
        if lines.len() + 1 == most {
            lines.push(shorten(rest, face, limit));
            break;
        }
        let (line, after) = split(rest, face, limit);
        lines.push(line);
        rest = after;
    }
    lines
}

/// `text` on one line of at most `limit` pixels. Both ends stay, because names differ at their ends:
/// "Ministry of Foreign Affairs of China" and "... of Russia" must not become the same label.
pub fn shorten(text: &str, face: Face, limit: i32) -> String {
    let text = clean(text);
    if face.width(&text) <= limit {
        return text;
    }
    let room = f64::from(limit) - face.advance('…');
    // Whole words read better than "Ins…arty", as long as half of each end remains.
    let head: String = fitting(text.chars(), face, room / 2.0).into_iter().collect();
    let head = head.rsplit_once(' ').map_or(head.as_str(), |(words, _)| longer_half(words, &head)).trim_end();
    let kept: f64 = head.chars().map(|c| face.advance(c)).sum();
    let tail = fitting(text.chars().rev(), face, room - kept);
    // An accent whose letter was dropped would land on the ellipsis.
    let tail: String = tail.into_iter().rev().skip_while(|&c| face.advance(c) == 0.0).collect();
    let tail = tail.split_once(' ').map_or(tail.as_str(), |(_, words)| longer_half(words, &tail));
    format!("{head}…{}", tail.trim_start())
}

fn longer_half<'a>(part: &'a str, whole: &'a str) -> &'a str {
    if part.len() * 2 >= whole.len() { part } else { whole }
}

/// The pixels of the widest line.
pub fn widest<'a>(lines: impl IntoIterator<Item = &'a String>, face: Face) -> i32 {
    lines.into_iter().map(|line| face.width(line)).max().unwrap_or(0)
}

/// The longest beginning that fits, cut where a line may end if there is such a place, and what follows it.
fn split(text: &str, face: Face, limit: i32) -> (String, &str) {
    let mut width = 0.0;
    let mut cut = 0;
    for (at, c) in text.char_indices() {
        if c == ' ' || is_ideograph(c) {
            cut = at;
        }
        width += face.advance(c);
        if width > f64::from(limit) && at > 0 {
            if cut == 0 {
                return hyphenate(text, face, limit).unwrap_or((text[..at].to_owned(), &text[at..]));
            }
            return (text[..cut].trim_end().to_owned(), text[cut..].trim_start());
        }
        // Only for want of a space: "Co-operation" should rather stay together.
        if cut == 0 && matches!(c, '-' | '–' | '/') {
            cut = at + c.len_utf8();
        }
    }
    (text.to_owned(), "")
}

/// The first half of a word too long for a line, with a hyphen, and the rest; no rule of any language, but no lone letter either.
fn hyphenate(text: &str, face: Face, limit: i32) -> Option<(String, &str)> {
    let word = text.split(' ').next().filter(|word| word.chars().all(char::is_alphabetic))?;
    let (middle, _) = word.char_indices().nth(word.chars().count().div_ceil(2))?;
    let half = format!("{}-", &word[..middle]);
    (face.width(&half) <= limit).then_some((half, &text[middle..]))
}

/// Han and kana, between any two of which a line may end; Hangul has spaces like Latin.
fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{312F}' | '\u{31A0}'..='\u{A4CF}' | '\u{20000}'..='\u{3FFFF}')
}

fn fitting(chars: impl Iterator<Item = char>, face: Face, room: f64) -> Vec<char> {
    let mut used = 0.0;
    let within = chars.take_while(|&c| {
        used += face.advance(c);
        used <= room
    });
    within.collect()
}

#[cfg(test)]
mod tests {
    use super::super::face::LABEL;
    use super::*;

    const COMMISSION: &str = "Central Commission for Discipline Inspection of the Communist Party of China";

    #[test]
    fn a_long_organization_wraps_at_its_words_and_stays_whole() {
        let lines = wrap(COMMISSION, LABEL, 260, 3);
        assert!(lines.len() <= 3);
        assert_eq!(lines.join(" "), COMMISSION);
    }

    #[test]
    fn no_word_is_left_alone_on_the_last_line() {
        let lines = wrap("Standing Committee of the National People's Congress", LABEL, 300, 3);
        assert_eq!(lines, ["Standing Committee of the", "National People's Congress"]);
    }

    #[test]
    fn every_line_fits_its_box() {
        let hostile = "x".repeat(5000);
        for name in [COMMISSION, "中国共产党中央纪律检查委员会与国家监察委员会", "Russia-Ukraine", &hostile, "", "W"]
        {
            for limit in [40, 90, 200] {
                for line in wrap(name, LABEL, limit, 2) {
                    assert!(LABEL.width(&line) <= limit, "{line} is wider than {limit}");
                }
            }
        }
    }

    #[test]
    fn a_shortened_name_keeps_both_ends() {
        let short = shorten("Ministry of Foreign Affairs of the Russian Federation", LABEL, 180);
        assert!(short.starts_with("Ministry") && short.ends_with("Federation") && short.contains('…'), "{short}");
    }

    #[test]
    fn a_shortened_name_breaks_between_words_where_that_leaves_enough() {
        let short = shorten("Discipline Inspection of the Communist Party of China", LABEL, 180);
        assert_eq!(short, "Discipline…Party of China");
    }

    #[test]
    fn a_word_longer_than_the_line_is_hyphenated_in_its_middle() {
        let lines = wrap("Ministerium für Wissenschaftskommunikation", LABEL, 140, 3);
        assert_eq!(lines, ["Ministerium für", "Wissenschafts-", "kommunikation"]);
    }

    #[test]
    fn a_box_too_small_for_anything_ends_all_the_same() {
        assert_eq!(shorten("abc", LABEL, 1), "…");
        assert!(!wrap("abc def", LABEL, 1, 2).is_empty());
    }
}
