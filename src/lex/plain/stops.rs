//! Where a sentence ends behind a full stop, exclamation or question mark: SB6 to SB11.

use super::super::token::offset;
use super::class::Class;
use super::{Line, Unknown};

impl Line<'_> {
    /// Notes the end of the sentence to which the terminator at `at` leads, if it ends one before the line does.
    pub(super) fn stop(&mut self, at: usize) -> Result<(), Unknown> {
        let full_stop = self.bytes[at] == b'.';
        let mut next = at + 1;
        let (mut class, mut length) = self.class(next);
        // SB6, SB7; a small letter is SB8.
        if full_stop && (class == Class::Digit || (class == Class::Letter && self.follows_letter(at))) {
            return Ok(());
        }
        // SB9, SB10.
        while matches!(class, Class::Close | Class::Apostrophe) {
            next += length;
            (class, length) = self.class(next);
        }
        while class == Class::Space {
            next += length;
            (class, length) = self.class(next);
        }
        match class {
            Class::Unknown => return Err(Unknown),
            Class::LineFeed => return Ok(()),
            // SB8a.
            Class::Stop | Class::Terminator | Class::Comma | Class::Colon | Class::Hyphen | Class::Dash => {
                return Ok(());
            }
            _ if full_stop && self.small_letter_ahead(next)? => return Ok(()),
            _ => self.into.breaks.push(offset(next)),
        }
        Ok(())
    }

    /// Whether the next letter is small, with no terminator before it: SB8.
    fn small_letter_ahead(&self, mut at: usize) -> Result<bool, Unknown> {
        loop {
            let (class, length) = self.class(at);
            match class {
                Class::Letter => return Ok(self.text[at..].starts_with(char::is_lowercase)),
                Class::LineFeed | Class::Stop | Class::Terminator => return Ok(false),
                Class::Unknown => return Err(Unknown),
                _ => at += length,
            }
        }
    }

    /// Whether a letter stands directly before `at` in this line.
    fn follows_letter(&self, at: usize) -> bool {
        self.text[self.start..at].chars().next_back().is_some_and(|c| c.is_alphabetic())
    }
}
