//! Sentences after UAX #29, joined again where its break is none: titles, initials, "U.S.", a wrapped line.

use std::ops::Range;

use super::abbreviations::is_abbreviated;
use super::token::{Sentence, offset};
use super::wrap::Wraps;

/// Puts the sentences of one text together from what UAX #29 finds.
pub struct Sentences<'t> {
    text: &'t str,
    wraps: Wraps<'t>,
}

impl<'t> Sentences<'t> {
    pub fn of(text: &'t str) -> Self {
        Self { text, wraps: Wraps::of(text) }
    }

    /// Adds the next stretch between sentence boundaries, without the white space around it: to the last sentence if that
    /// goes on, else as a new one without tokens. Says whether anything was added.
    pub fn add(&mut self, piece: Range<usize>, into: &mut Vec<Sentence>) -> bool {
        let written = &self.text[piece.clone()];
        let shown = written.trim_start();
        let start = piece.end - shown.len();
        let shown = shown.trim_end();
        if shown.is_empty() {
            return false;
        }
        let end = offset(start + shown.len());
        let last = into.last().map(Sentence::range);
        let goes_on = last.is_some_and(|last| self.goes_on(&last, start, shown));
        match into.last_mut() {
            Some(last) if goes_on => last.end = end,
            last => {
                let next = last.map_or(0, |last| last.tokens.end);
                into.push(Sentence { start: offset(start), end, tokens: next..next });
            }
        }
        true
    }

    /// Whether `next`, which begins at `start`, belongs to the sentence `last`.
    fn goes_on(&mut self, last: &Range<usize>, start: usize, next: &str) -> bool {
        let (before, gap) = (&self.text[last.clone()], &self.text[last.end..start]);
        let lines = gap.bytes().filter(|byte| *byte == b'\n').count();
        if lines > 1 {
            return false;
        }
        let opening = next.trim_start_matches(|c: char| !c.is_alphanumeric());
        if opening.starts_with(char::is_lowercase) {
            return true;
        }
        if lines == 1 {
            let ended = before.trim_end_matches(['"', '”', '’', '»', ')', '\'']).ends_with(['.', '!', '?', '…']);
            let wrapped = self.wraps.wraps(last.end, start);
            if !ended {
                return wrapped || before.ends_with([',', ';']);
            }
            if !wrapped {
                return false;
            }
        }
        let Some(stem) = before.strip_suffix('.') else { return false };
        let word = opening.split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
        is_abbreviated(stem, word)
    }
}

#[cfg(test)]
mod tests {
    use crate::lex::lex;

    fn cut(text: &str) -> Vec<&str> {
        lex(text).sentences.into_iter().map(|sentence| &text[sentence.range()]).collect()
    }

    #[test]
    fn sentences_end_where_a_reader_ends_them() {
        let cases: &[(&str, &[&str])] = &[
            ("He met Mr. Lavrov. They spoke.", &["He met Mr. Lavrov.", "They spoke."]),
            ("Then V. Putin and J. K. Smith left. Both did.", &["Then V. Putin and J. K. Smith left.", "Both did."]),
            ("It hit the U.S. economy. It fell.", &["It hit the U.S. economy.", "It fell."]),
            ("He left the U.S. The talks failed.", &["He left the U.S.", "The talks failed."]),
            ("The U.S. President spoke.", &["The U.S. President spoke."]),
            ("“Why?” he asked. “No.” She left.", &["“Why?” he asked.", "“No.”", "She left."]),
            ("It began in Nov. The talks failed.", &["It began in Nov.", "The talks failed."]),
            ("On Nov. 5 and in No. 10 he said No. They left.", &["On Nov. 5 and in No. 10 he said No.", "They left."]),
            ("Plan B. It was late.", &["Plan B.", "It was late."]),
            (
                "The leaders of Russia and of the state of North\nKorea met, and both spoke at length with Mr.\nLavrov. They left Kim Jong Un and his sister in\nMoscow.",
                &[
                    "The leaders of Russia and of the state of North\nKorea met, and both spoke at length with Mr.\nLavrov.",
                    "They left Kim Jong Un and his sister in\nMoscow.",
                ],
            ),
            ("A heading\nThe text begins", &["A heading", "The text begins"]),
            ("a line that is\nwrapped here\n\nand a paragraph", &["a line that is\nwrapped here", "and a paragraph"]),
            ("It cost 3.5 million. «Так», сказал он. Да.", &["It cost 3.5 million.", "«Так», сказал он.", "Да."]),
            ("Wait... what? Yes!", &["Wait... what?", "Yes!"]),
            ("", &[]),
        ];
        for (text, expected) in cases {
            assert_eq!(cut(text), *expected, "{text}");
        }
    }
}
