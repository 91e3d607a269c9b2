//! Words of any known letters, digits and the marks within them: WB5 to WB13b, then compounds and possessives as in `words`.

use super::super::token::Kind;
use super::super::words::is_dotted;
use super::class::Class;
use super::{Line, Marks, Unknown, letters};

/// What UAX #29 leaves in one piece.
struct Piece {
    end: usize,
    letter: bool,
    digit: bool,
    /// It can be an abbreviation with full stops.
    stops: bool,
}

impl Piece {
    fn is_word(&self) -> bool {
        self.letter || self.digit
    }
}

impl Line<'_> {
    /// Adds the token that begins at `start`, and gives the place behind it.
    pub(super) fn word(&mut self, start: usize) -> Result<usize, Unknown> {
        let first = self.piece(start)?;
        if !first.is_word() {
            self.mark(Marks::Other);
            return Ok(first.end);
        }
        let (end, letter) = self.compound(start, first)?;
        let cut = self.possessive_cut(start, end);
        self.token(start, cut, if letter { Kind::Word } else { Kind::Number });
        if cut < end {
            self.mark(Marks::Other);
        }
        Ok(end)
    }

    /// Where the token ends whose first piece is given, and whether it holds a letter.
    fn compound(&mut self, mut start: usize, mut piece: Piece) -> Result<(usize, bool), Unknown> {
        let mut letter = piece.letter;
        loop {
            let mut end = piece.end;
            if piece.stops && self.bytes.get(end) == Some(&b'.') && is_dotted(&self.text[start..end]) {
                self.stop(end)?;
                end += 1;
                if self.class(end).0 == Class::TrueHyphen {
                    // A sentence can end between the two, and only the full rules say whether it goes on after all.
                    return Err(Unknown);
                }
            }
            let (Class::Hyphen | Class::TrueHyphen, length) = self.class(end) else { return Ok((end, letter)) };
            let next = end + length;
            if !matches!(self.class(next).0, Class::Letter | Class::Digit | Class::Joiner) {
                return Ok((end, letter));
            }
            let other = self.piece(next)?;
            if !(other.is_word() && (piece.letter || other.letter)) {
                return Ok((end, letter));
            }
            letter |= other.letter;
            (start, piece) = (next, other);
        }
    }

    /// The piece that begins with a letter, digit or joiner at `start`.
    fn piece(&self, start: usize) -> Result<Piece, Unknown> {
        let mut piece = Piece { end: start, letter: false, digit: false, stops: false };
        let mut last = Class::Joiner;
        loop {
            let (class, length) = self.class(piece.end);
            match class {
                Class::Letter => {
                    piece.letter = true;
                    piece.end = letters::end(self.bytes, piece.end + length);
                }
                Class::Digit => {
                    piece.digit = true;
                    piece.end += length;
                }
                Class::Joiner => piece.end += length,
                Class::Unknown => return Err(Unknown),
                _ if inside(last, class, self.class(piece.end + length).0) => {
                    piece.stops |= class == Class::Stop;
                    piece.end += length;
                    continue;
                }
                _ => return Ok(piece),
            }
            last = class;
        }
    }

    /// Where the token `start..end` ends without a possessive 's.
    fn possessive_cut(&self, start: usize, end: usize) -> usize {
        let Some(stem) = self.text[start..end].strip_suffix(['s', 'S']) else { return end };
        match stem.strip_suffix(['\'', '’']) {
            Some(stem) if !stem.is_empty() => start + stem.len(),
            _ => end,
        }
    }
}

/// Whether a mark between two characters leaves them in one piece: WB6, WB7, WB11 and WB12.
fn inside(before: Class, mark: Class, next: Class) -> bool {
    match mark {
        Class::Stop | Class::Apostrophe => before == next && matches!(next, Class::Letter | Class::Digit),
        Class::Colon => before == Class::Letter && next == Class::Letter,
        Class::Comma => before == Class::Digit && next == Class::Digit,
        _ => false,
    }
}
