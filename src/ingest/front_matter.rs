//! `---` lines of `key: value` at the head of a .txt or .md file.

use super::article::{Meta, Skipped};
use super::fields::Field;

/// More lines than this are no head: the file begins with a rule, not with front matter.
const MAX_LINES: usize = 100;

/// Splits the head off `text`: its metadata, the rest, and the fields that could not be read.
///
/// A text without a closed head is returned whole. Unknown keys are other programs' and are passed over.
pub fn split(path: &str, text: String) -> (Meta, String, Vec<Skipped>) {
    let mut meta = Meta::default();
    let mut noted = Vec::new();
    let Some(body) = body(&text) else { return (meta, text, noted) };
    for (number, line) in text[..body].lines().enumerate() {
        let Some((key, value)) = line.split_once(':') else { continue };
        let field = Field::ALL.into_iter().find(|field| key.trim().eq_ignore_ascii_case(field.name()));
        let value = unquoted(value.trim());
        if let Some(Err(reason)) = field.map(|field| meta.set(field, value, "front matter")) {
            noted.push(Skipped::new(path, Some(number as u64 + 1), reason));
        }
    }
    let rest = text[body..].to_owned();
    (meta, rest, noted)
}

/// Where the text behind a closed head begins.
fn body(text: &str) -> Option<usize> {
    let mut lines = text.split_inclusive('\n');
    let first = lines.next().filter(|line| line.trim_end() == "---")?;
    let mut at = first.len();
    for line in lines.take(MAX_LINES) {
        at += line.len();
        if matches!(line.trim_end(), "---" | "...") {
            return Some(at);
        }
    }
    None
}

fn unquoted(value: &str) -> &str {
    let inside = |quote: char| value.strip_prefix(quote).and_then(|rest| rest.strip_suffix(quote));
    inside('"').or_else(|| inside('\'')).unwrap_or(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_head_gives_fields_and_is_no_part_of_the_text() {
        let text = "---\ntitle: \"A: b\"\nDate: 2024-06\ntags:\n- x\n---\nBody.\n".to_owned();
        let (meta, body, noted) = split("a.txt", text);
        assert_eq!(
            (meta.title.as_deref(), meta.date.map(|date| date.to_string())),
            (Some("A: b"), Some("2024-06".to_owned()))
        );
        assert_eq!((body.as_str(), noted.len()), ("Body.\n", 0));
    }

    #[test]
    fn a_rule_at_the_top_is_text() {
        let text = "---\nA text that begins with a rule.\n".to_owned();
        assert_eq!(split("a.txt", text.clone()).1, text);
    }

    #[test]
    fn a_date_that_cannot_be_read_is_noted_with_its_line() {
        let (meta, _, noted) = split("a.txt", "---\ntitle: x\ndate: soon\n---\nBody".to_owned());
        assert_eq!((meta.date, noted[0].line), (None, Some(3)));
    }
}
