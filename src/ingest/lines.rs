//! A stream of bytes cut into runs of whole lines.

use std::io::Read;

use memchr::memchr;

use super::edges::ends_row;

/// Runs of whole lines of about `size` bytes, whose ends the lines decide. A line of more than `limit` bytes is a run of its
/// own, cut to one byte more, so that it is seen to be too long and yet does not fill the memory.
pub struct Lines<R> {
    reader: R,
    size: usize,
    limit: usize,
    /// What was read behind the last run.
    tail: Vec<u8>,
    /// The number of the next line.
    line: u32,
}

impl<R: Read> Lines<R> {
    pub fn of(reader: R, size: usize, limit: usize) -> Self {
        Self { reader, size, limit, tail: Vec::new(), line: 1 }
    }

    /// The number of the first line (from 1), and the lines; `None` at the end.
    pub fn next_lines(&mut self) -> std::io::Result<Option<(u32, Vec<u8>)>> {
        let mut bytes = std::mem::take(&mut self.tail);
        let (mut start, mut searched, mut lines) = (0, 0, 0);
        loop {
            while let Some(found) = memchr(b'\n', &bytes[searched..]) {
                let end = searched + found + 1;
                let too_long = end - start > self.limit + 1;
                if too_long && start > 0 {
                    return Ok(Some(self.run(bytes, start, lines)));
                }
                lines += 1;
                if too_long || ends_row(&bytes[start..end], end, self.size) {
                    return Ok(Some(self.run(bytes, end, lines)));
                }
                (start, searched) = (end, end);
            }
            searched = bytes.len();
            if bytes.len() - start > self.limit + 1 {
                if start > 0 {
                    return Ok(Some(self.run(bytes, start, lines)));
                }
                self.cut(&mut bytes)?;
                let end = bytes.len();
                return Ok(Some(self.run(bytes, end, 1)));
            }
            let wanted = self.size.saturating_sub(bytes.len()).max(self.size / 4).max(1);
            if self.reader.by_ref().take(wanted as u64).read_to_end(&mut bytes)? == 0 {
                let end = bytes.len();
                return Ok((end > 0).then(|| self.run(bytes, end, lines)));
            }
        }
    }

    /// The first `end` bytes, in which `lines` lines end; the others wait.
    fn run(&mut self, mut bytes: Vec<u8>, end: usize, lines: u32) -> (u32, Vec<u8>) {
        let behind = bytes.split_off(end);
        if !behind.is_empty() {
            self.tail = behind;
        }
        let first = self.line;
        // Four billion lines are more than a place can tell apart (see `Place`).
        self.line = self.line.saturating_add(lines);
        (first, bytes)
    }

    /// Reads over the rest of a line that is too long.
    fn cut(&mut self, bytes: &mut Vec<u8>) -> std::io::Result<()> {
        bytes.truncate(self.limit + 1);
        let mut rest = Vec::new();
        while self.reader.by_ref().take(self.size as u64).read_to_end(&mut rest)? > 0 {
            if let Some(end) = memchr(b'\n', &rest) {
                bytes.push(b'\n');
                self.tail = rest.split_off(end + 1);
                return Ok(());
            }
            rest.clear();
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str, size: usize, limit: usize) -> Vec<(u32, String)> {
        let mut lines = Lines::of(text.as_bytes(), size, limit);
        std::iter::from_fn(|| lines.next_lines().unwrap())
            .map(|(first, bytes)| (first, String::from_utf8(bytes).unwrap()))
            .collect()
    }

    #[test]
    fn a_stream_is_cut_at_line_ends_and_numbered() {
        for size in 1..20 {
            let runs = cut("a\nbb\n\nccc\nd", size, 100);
            assert_eq!(runs.iter().map(|run| run.1.as_str()).collect::<String>(), "a\nbb\n\nccc\nd");
            let mut line = 1;
            for (first, text) in &runs {
                assert_eq!(*first, line);
                line += text.matches('\n').count() as u32;
            }
        }
    }

    #[test]
    fn a_line_that_is_too_long_is_cut_and_the_next_one_is_whole() {
        let text = format!("{}\nshort\n", "x".repeat(50));
        let all: String = cut(&text, 4, 8).into_iter().map(|run| run.1).collect();
        let lines: Vec<&str> = all.lines().collect();
        assert!(lines[0].len() > 8 && lines[0].len() < 50, "{lines:?}");
        assert_eq!(lines[1..], ["short"]);
    }
}
