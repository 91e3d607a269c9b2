//! What a character is to the boundary rules of UAX #29, for the characters that news is written in.

/// The part of a character in the rules of words (WB) and of sentences (SB), which are decided together.
///
/// A character of any other part (combining marks, format characters, emoji, scripts without capitals) is `Unknown`: its
/// line is left to the full rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Class {
    /// WB ALetter; SB Upper or Lower.
    Letter,
    /// WB and SB Numeric.
    Digit,
    /// `_`: WB ExtendNumLet.
    Joiner,
    /// SB Sp.
    Space,
    /// The end of the line, of which a carriage return can be a part.
    LineFeed,
    /// `.`: WB MidNumLet, SB ATerm.
    Stop,
    /// `!`, `?`: SB STerm.
    Terminator,
    /// `'`, `’`, `‘`: WB Single_Quote or MidNumLet, which differ for Hebrew alone; SB Close.
    Apostrophe,
    /// `:`: WB MidLetter, SB SContinue.
    Colon,
    /// `,`, `;`: WB MidNum, SB SContinue.
    Comma,
    /// `-`: SB SContinue; joins compounds.
    Hyphen,
    /// `‐`, `‑`: of no part in SB; join compounds.
    TrueHyphen,
    /// Quotation marks and brackets: SB Close.
    Close,
    /// Dashes: SB SContinue.
    Dash,
    /// A mark that no rule names.
    Other,
    /// The first byte of a character beyond ASCII, which `beyond` decides.
    Beyond,
    /// Part of a line feed if one follows.
    Return,
    Unknown,
}

/// The class of each byte that begins a character.
pub static BYTES: [Class; 256] = bytes();

const fn bytes() -> [Class; 256] {
    let mut classes = [Class::Unknown; 256];
    let mut byte = 0;
    while byte < 256 {
        classes[byte] = match byte as u8 {
            b'a'..=b'z' | b'A'..=b'Z' => Class::Letter,
            b'0'..=b'9' => Class::Digit,
            b'_' => Class::Joiner,
            b' ' | b'\t' => Class::Space,
            b'\n' => Class::LineFeed,
            b'\r' => Class::Return,
            b'.' => Class::Stop,
            b'!' | b'?' => Class::Terminator,
            b'\'' => Class::Apostrophe,
            b':' => Class::Colon,
            b',' | b';' => Class::Comma,
            b'-' => Class::Hyphen,
            b'"' | b'(' | b')' | b'[' | b']' | b'{' | b'}' => Class::Close,
            b'!'..=b'~' => Class::Other,
            0x80.. => Class::Beyond,
            // Control characters are rare enough for the full rules.
            _ => Class::Unknown,
        };
        byte += 1;
    }
    classes
}

/// The class of each character of two bytes, U+0080 to U+07FF, by its number.
pub static TWO_BYTES: [Class; 0x800] = two_bytes();

const fn two_bytes() -> [Class; 0x800] {
    let mut classes = [Class::Unknown; 0x800];
    let mut number = 0x80;
    while number < 0x800 {
        if let Some(c) = char::from_u32(number) {
            classes[number as usize] = beyond(c);
        }
        number += 1;
    }
    classes
}

/// The class of a character beyond ASCII.
///
/// Letters are known only where all of them have an upper or lower case: others are SB OLetter, which break where these do
/// not. Superscripts and fractions are words by themselves and so unknown, U+00B8 and U+2027 are more than marks.
pub const fn beyond(c: char) -> Class {
    match c {
        '’' | '‘' => Class::Apostrophe,
        '“' | '”' | '„' | '‚' | '«' | '»' | '‹' | '›' => Class::Close,
        '–' | '—' => Class::Dash,
        '\u{a0}' => Class::Space,
        'À'..='Ö' | 'Ø'..='ö' | 'ø'..='ƺ' | 'Ƽ'..='ƿ' | 'Ǎ'..='ǰ' | 'Ǵ'..='ɏ' => Class::Letter,
        'Έ'..='Ί' | 'Ύ'..='Ρ' | 'Σ'..='ώ' | 'Ѐ'..='ҁ' | 'Ҋ'..='ԯ' | 'Ḁ'..='ỿ' => Class::Letter,
        '\u{2010}' | '\u{2011}' => Class::TrueHyphen,
        '¡'..='©' | '¬' | '®'..='±' | '´' | '¶' | '¿' | '×' | '÷' => Class::Other,
        '‒' | '―' | '†'..='•' | '…' | '‰' | '′' | '″' | '₠'..='₿' | '№' | '™' | '←'..='↓' | '■' | '●' => {
            Class::Other
        }
        _ => Class::Unknown,
    }
}
