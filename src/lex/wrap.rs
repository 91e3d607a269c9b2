//! Lines that a mail program or a wire broke at a fixed width: such a break is a space and ends nothing.

/// No line of a wrapped text is longer, in bytes; articles with a paragraph a line have longer ones.
const WIDEST: usize = 140;

/// Which line feeds of a text only wrap, found when they are asked for: few texts have lines in doubt.
///
/// A line feed wraps if the first word of the next line would not have fitted into its own line, measured by the widest
/// line of the paragraph. A heading above a paragraph is shorter than that, and so is the last line of a paragraph.
pub struct Wraps<'t> {
    text: &'t str,
    /// Where the paragraph ends that was measured last, and its widest line.
    end: usize,
    widest: usize,
}

impl<'t> Wraps<'t> {
    pub fn of(text: &'t str) -> Self {
        Self { text, end: 0, widest: 0 }
    }

    /// Whether the line feed wraps that is the only one in the white space `from..to`. Later ones are asked for later.
    pub fn wraps(&mut self, from: usize, to: usize) -> bool {
        if to >= self.end {
            self.measure(to);
        }
        if self.widest > WIDEST {
            return false;
        }
        let line = from - self.text[..from].rfind('\n').map_or(0, |at| at + 1);
        let word = self.text[to..].split_whitespace().next().unwrap_or("");
        line + 1 + word.len() > self.widest
    }

    /// Measures the paragraph of the line at `at`.
    fn measure(&mut self, at: usize) {
        let shown = |line: &str| line.trim_end().len();
        let before = self.text[..at].rfind('\n').map_or(0, |feed| feed + 1);
        let above = self.text[..before].split_inclusive('\n').rev().map(shown).take_while(|line| *line > 0);
        self.widest = above.max().unwrap_or(0);
        self.end = before;
        for line in self.text[before..].split_inclusive('\n') {
            let width = shown(line);
            if width == 0 {
                break;
            }
            self.end += line.len();
            self.widest = self.widest.max(width);
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{WIDEST, Wraps};

    /// The byte offsets, without the white space before them, of the line feeds that only wrap.
    fn wraps(text: &str) -> Vec<usize> {
        let mut wraps = Wraps::of(text);
        feeds(text).into_iter().filter(|(from, to)| wraps.wraps(*from, *to)).map(|(from, _)| from).collect()
    }

    /// The white space around each line feed that stands alone.
    fn feeds(text: &str) -> Vec<(usize, usize)> {
        let mut feeds = Vec::new();
        for (at, _) in text.match_indices('\n') {
            let (before, behind) = (text[..at].trim_end(), text[at..].trim_start());
            let (from, to) = (before.len(), text.len() - behind.len());
            if from > 0 && to < text.len() && text[from..to].matches('\n').count() == 1 {
                feeds.push((from, to));
            }
        }
        feeds
    }

    #[test]
    fn a_full_line_wraps_and_a_heading_does_not() {
        let text =
            "Heading here\nThe leaders of Russia and of North\nKorea met on Tuesday, and Kim Jong\nUn left.\n\nNext";
        let lines: Vec<usize> = text.match_indices('\n').map(|(at, _)| at).collect();
        assert_eq!(wraps(text), [lines[1], lines[2]]);
    }

    #[test]
    fn a_paragraph_a_line_wraps_nowhere() {
        let text = format!("{}\nShort heading\n{}", "word ".repeat(60), "word ".repeat(50));
        assert_eq!(wraps(&text), [0usize; 0]);
    }

    proptest! {
        #[test]
        fn a_paragraph_is_measured_whole_wherever_it_is_asked_for(
            lines in proptest::collection::vec("[a-z ]{0,9}( [a-z]{0,150})?[\r ]?", 0..12),
            asked in any::<u16>(),
        ) {
            let text = lines.join("\n");
            let all = reference(&text);
            let mut wraps = Wraps::of(&text);
            for (number, (from, to)) in feeds(&text).into_iter().enumerate() {
                if asked >> (number % 16) & 1 == 1 {
                    prop_assert_eq!(wraps.wraps(from, to), all.contains(&from), "{:?} at {}", text, from);
                }
            }
        }
    }

    /// The same by definition, for the whole text at once.
    fn reference(text: &str) -> Vec<usize> {
        let mut found = Vec::new();
        let mut at = 0;
        let mut paragraph: Vec<(usize, &str)> = Vec::new();
        for line in text.split_inclusive('\n') {
            let shown = line.trim_end();
            if shown.is_empty() {
                paragraph_wraps(&paragraph, &mut found);
                paragraph.clear();
            } else {
                paragraph.push((at, shown));
            }
            at += line.len();
        }
        paragraph_wraps(&paragraph, &mut found);
        found
    }

    fn paragraph_wraps(lines: &[(usize, &str)], found: &mut Vec<usize>) {
        let widest = lines.iter().map(|(_, line)| line.len()).max().unwrap_or(0);
        if widest > WIDEST {
            return;
        }
        for pair in lines.windows(2) {
            let ((start, line), (_, next)) = (pair[0], pair[1]);
            let word = next.split_whitespace().next().unwrap_or("");
            if line.len() + 1 + word.len() > widest {
                found.push(start + line.len());
            }
        }
    }
}
