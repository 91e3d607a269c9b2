//! Lines that a mail program or a wire broke at a fixed width: such a break is a space and ends nothing.

/// No line of a wrapped text is longer, in bytes; articles with a paragraph a line have longer ones.
const WIDEST: usize = 140;

/// The byte offsets of the line feeds that only wrap.
///
/// A line feed wraps if the first word of the next line would not have fitted into its own line, measured by the widest
/// line of the paragraph. A heading above a paragraph is shorter than that, and so is the last line of a paragraph.
pub fn wraps(text: &str) -> Vec<usize> {
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

#[cfg(test)]
mod tests {
    use super::wraps;

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
}
