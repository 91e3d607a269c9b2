//! Lines of common characters, cut into tokens and sentences by one pass over their bytes.
//!
//! UAX #29 breaks at every line feed and looks across none, so that each line can be cut by itself. What is cut here is what
//! `words` and `breaks` would cut, many times as fast; a line with a character that is unknown here is left to them.

mod class;
mod letters;
mod stops;
mod words;

use class::{BYTES, Class, TWO_BYTES, beyond};

use super::token::{Gap, Kind, Lexed, Token, offset};

/// A character that `class` does not know.
#[derive(Debug)]
pub struct Unknown;

/// Cuts the line that begins at `start`: adds its tokens and the places within it at which a sentence ends, and gives its
/// end behind the line feed. The gap of the first token is that to the token before it, on whichever line that is.
pub fn line(text: &str, start: usize, into: &mut Lexed) -> Result<usize, Unknown> {
    Line { text, bytes: text.as_bytes(), start, into, marks: Marks::None }.cut()
}

/// A line that is being cut.
struct Line<'t> {
    text: &'t str,
    bytes: &'t [u8],
    start: usize,
    into: &'t mut Lexed,
    marks: Marks,
}

/// The marks since the last token, without white space.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Marks {
    None,
    Stop,
    Apostrophe,
    /// Any other mark, or several.
    Other,
}

impl Line<'_> {
    fn cut(mut self) -> Result<usize, Unknown> {
        let mut at = self.start;
        while let Some(byte) = self.bytes.get(at) {
            match BYTES[usize::from(*byte)] {
                Class::Letter => at = self.ascii_word(at)?,
                Class::Space => at += 1,
                Class::Digit | Class::Joiner => at = self.word(at)?,
                Class::LineFeed => return Ok(at + 1),
                Class::Stop | Class::Terminator => {
                    self.mark(if *byte == b'.' { Marks::Stop } else { Marks::Other });
                    self.stop(at)?;
                    at += 1;
                }
                Class::Apostrophe => {
                    self.mark(Marks::Apostrophe);
                    at += 1;
                }
                Class::Beyond | Class::Return => match self.beyond(at)? {
                    Step::On(next) => at = next,
                    Step::End(end) => return Ok(end),
                },
                Class::Unknown => return Err(Unknown),
                _ => {
                    self.mark(Marks::Other);
                    at += 1;
                }
            }
        }
        Ok(at)
    }

    /// A step over a character that its first byte does not decide.
    fn beyond(&mut self, at: usize) -> Result<Step, Unknown> {
        let (class, length) = self.class(at);
        match class {
            Class::Letter => return Ok(Step::On(self.word(at)?)),
            Class::LineFeed => return Ok(Step::End(at + length)),
            Class::Unknown => return Err(Unknown),
            Class::Space => {}
            Class::Apostrophe if self.text[at..].starts_with('’') => self.mark(Marks::Apostrophe),
            _ => self.mark(Marks::Other),
        }
        Ok(Step::On(at + length))
    }

    /// A token of ASCII letters alone, or whatever begins with them.
    fn ascii_word(&mut self, start: usize) -> Result<usize, Unknown> {
        let end = letters::end(self.bytes, start + 1);
        if self.goes_on(end) {
            return self.word(start);
        }
        self.token(start, end, Kind::Word);
        Ok(end)
    }

    /// Whether a word of ASCII letters can go on with what stands at `at`.
    fn goes_on(&self, at: usize) -> bool {
        let class = |at: usize| self.bytes.get(at).map_or(Class::LineFeed, |byte| BYTES[usize::from(*byte)]);
        match class(at) {
            Class::Stop | Class::Colon | Class::Apostrophe => matches!(class(at + 1), Class::Letter | Class::Beyond),
            Class::Digit | Class::Joiner | Class::Hyphen | Class::Beyond => true,
            _ => false,
        }
    }

    /// The class of the character at `at`, and its length. Behind the text is the end of a line too.
    fn class(&self, at: usize) -> (Class, usize) {
        let Some(byte) = self.bytes.get(at) else { return (Class::LineFeed, 0) };
        match BYTES[usize::from(*byte)] {
            Class::Beyond if *byte < 0xe0 => {
                let second = self.bytes.get(at + 1).copied().unwrap_or(0);
                (TWO_BYTES[(usize::from(*byte & 0x1f) << 6) | usize::from(second & 0x3f)], 2)
            }
            Class::Beyond => self.text[at..].chars().next().map_or((Class::LineFeed, 0), |c| (beyond(c), c.len_utf8())),
            Class::Return if self.bytes.get(at + 1) == Some(&b'\n') => (Class::LineFeed, 2),
            Class::Return => (Class::Unknown, 1),
            class => (class, 1),
        }
    }

    fn mark(&mut self, mark: Marks) {
        self.marks = if self.marks == Marks::None { mark } else { Marks::Other };
    }

    fn token(&mut self, start: usize, end: usize, kind: Kind) {
        let gap = match self.marks {
            Marks::None | Marks::Stop => Gap::Open,
            Marks::Apostrophe if self.ends_in_s() => Gap::Apostrophe,
            Marks::Apostrophe | Marks::Other => Gap::Break,
        };
        self.marks = Marks::None;
        self.into.tokens.push(Token { start: offset(start), end: offset(end), kind, gap });
    }

    /// Whether the last token can be a plural with an apostrophe behind it.
    fn ends_in_s(&self) -> bool {
        self.into.tokens.last().is_some_and(|token| matches!(self.bytes[token.end as usize - 1], b's' | b'S'))
    }
}

/// Where a step leads.
enum Step {
    On(usize),
    /// Behind the line.
    End(usize),
}
