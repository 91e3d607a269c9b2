//! Bytes -> text: UTF-8, UTF-16 and UTF-32 are recognised, older encodings are found out, damage is refused.

use std::io::Read;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use encoding_rs_io::{DecodeReaderBytes, DecodeReaderBytesBuilder};

use crate::config::Ingest;

/// The text of a whole file. A byte order mark is no part of it.
///
/// `named` is the encoding that the configuration fixes; without it: a byte order mark, then UTF-16 by its zero bytes,
/// then UTF-8, then the detector that Firefox uses. Text that is mostly UTF-8 with a few bad bytes is refused rather
/// than read as something else, since a wrong guess would fill the tables with words that nobody wrote.
///
/// # Errors
/// The reason, for `skipped.csv`.
pub fn decode(bytes: Vec<u8>, named: Option<&str>) -> Result<Decoded, String> {
    if bytes.starts_with(&[0xff, 0xfe, 0, 0]) || bytes.starts_with(&[0, 0, 0xfe, 0xff]) {
        return utf32(&bytes);
    }
    if let Some((encoding, mark)) = Encoding::for_bom(&bytes) {
        return whole(encoding, &bytes[mark..]);
    }
    if let Some(encoding) = named.and_then(|label| Encoding::for_label(label.as_bytes())) {
        return whole(encoding, &bytes);
    }
    if let Some(encoding) = utf16_by_zeros(&bytes) {
        return whole(encoding, &bytes);
    }
    let error = match String::from_utf8(bytes) {
        Ok(text) => return Ok(Decoded { text, encoding: UTF_8.name(), guessed: false }),
        Err(error) => error,
    };
    let at = error.utf8_error().valid_up_to();
    let bytes = error.into_bytes();
    if damaged_utf8(&bytes) {
        let line = 1 + bytes[..at].iter().filter(|byte| **byte == b'\n').count();
        return Err(format!(
            "damaged UTF-8: bad bytes begin at byte {at}, in line {line}; save the file anew as UTF-8"
        ));
    }
    if let Some(decoded) = utf16_by_look(&bytes) {
        return Ok(decoded);
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(&bytes, true);
    whole(detector.guess(None, Utf8Detection::Deny), &bytes).map(|decoded| Decoded { guessed: true, ..decoded })
}

/// Bytes that are decoded while they are read.
pub type Stream<R> = DecodeReaderBytes<R, Vec<u8>>;

/// A stream of bytes as UTF-8: byte order marks are obeyed and removed; without one the bytes pass as they are, or as the
/// configuration names them.
pub fn as_utf8<R: Read>(bytes: R, config: &Ingest) -> Stream<R> {
    let named = config.encoding.as_ref().and_then(|label| Encoding::for_label(label.as_bytes()));
    let named = named.filter(|encoding| *encoding != UTF_8);
    DecodeReaderBytesBuilder::new().encoding(named).utf8_passthru(true).strip_bom(true).bom_override(true).build(bytes)
}

/// The text of a file and how it was read.
#[derive(Debug, PartialEq, Eq)]
pub struct Decoded {
    pub text: String,
    /// The name that the WHATWG standard gives the encoding.
    pub encoding: &'static str,
    /// Whether nothing but the look of the bytes speaks for it.
    pub guessed: bool,
}

fn whole(encoding: &'static Encoding, bytes: &[u8]) -> Result<Decoded, String> {
    let decoded = encoding.decode_without_bom_handling_and_without_replacement(bytes);
    let decoded = decoded.map(|text| Decoded { text: text.into_owned(), encoding: encoding.name(), guessed: false });
    decoded.ok_or_else(|| match encoding {
        encoding if encoding == UTF_8 => "not valid UTF-8 ([ingest] encoding names another)".to_owned(),
        other => format!("read as {}, some of its bytes are wrong ([ingest] encoding names another)", other.name()),
    })
}

fn utf32(bytes: &[u8]) -> Result<Decoded, String> {
    let little = bytes[0] == 0xff;
    let units = bytes[4..].chunks(4).map(|unit| {
        let unit: [u8; 4] = unit.try_into().ok()?;
        char::from_u32(if little { u32::from_le_bytes(unit) } else { u32::from_be_bytes(unit) })
    });
    let text = units.collect::<Option<String>>();
    let text = text.ok_or_else(|| "read as UTF-32, some of its bytes are wrong".to_owned())?;
    Ok(Decoded { text, encoding: "UTF-32", guessed: false })
}

/// UTF-16 without a mark: the zero bytes of its spaces and line ends all stand at even or all at odd places.
fn utf16_by_zeros(bytes: &[u8]) -> Option<&'static Encoding> {
    let zeros = |parity: usize| bytes.iter().skip(parity).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    // Two zeros in a hundred bytes: below that a stray NUL in a byte text is likelier.
    let enough = |count: usize| count >= 2 && count * 100 >= bytes.len();
    let encoding = match (even, odd) {
        (0, odd) if enough(odd) => UTF_16LE,
        (even, 0) if enough(even) => UTF_16BE,
        _ => return None,
    };
    bytes.len().is_multiple_of(2).then_some(encoding)
}

/// UTF-16 without a mark in a script whose letters hold zero bytes of their own (Han, Hangul): the byte order that gives
/// more spaces, line ends, digits and CJK punctuation, if it gives no control and no private character.
fn utf16_by_look(bytes: &[u8]) -> Option<Decoded> {
    if !bytes.contains(&0) {
        return None;
    }
    let common = |c: char| c.is_ascii_alphanumeric() || matches!(c, ' ' | '\n' | '、' | '。' | '，' | '\u{3000}');
    let odd = |c: char| {
        (c.is_control() && !matches!(c, '\t' | '\n' | '\r')) || matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{fff0}'..)
    };
    let plausible = [UTF_16LE, UTF_16BE]
        .into_iter()
        .filter_map(|encoding| whole(encoding, bytes).ok())
        .filter(|read| !read.text.chars().any(odd));
    let scored = plausible.map(|read| (read.text.chars().filter(|c| common(*c)).count(), read));
    let (score, best) = scored.max_by_key(|(score, read)| (*score, read.encoding))?;
    (score > 0).then_some(Decoded { guessed: true, ..best })
}

/// Whether most of the non-ASCII bytes stand in valid UTF-8 sequences.
fn damaged_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).map(char::len_utf8).sum::<usize>();
        bad += chunk.invalid().len();
    }
    good > bad
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: Vec<u8>, named: Option<&str>) -> Result<String, String> {
        decode(bytes, named).map(|decoded| decoded.text)
    }

    const RUSSIAN: &str = "Министр обороны России прибыл в Пхеньян по приглашению. Переговоры прошли в среду, 26 июля.";

    #[test]
    fn utf8_with_and_without_a_mark_is_the_same_text() {
        assert_eq!(text(RUSSIAN.into(), None).as_deref(), Ok(RUSSIAN));
        assert_eq!(text(format!("\u{feff}{RUSSIAN}").into(), None).as_deref(), Ok(RUSSIAN));
    }

    #[test]
    fn utf16_and_utf32_are_recognised() {
        let little: Vec<u8> = RUSSIAN.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = RUSSIAN.encode_utf16().flat_map(u16::to_be_bytes).collect();
        let wide: Vec<u8> = "\u{feff}".chars().chain(RUSSIAN.chars()).flat_map(|c| (c as u32).to_le_bytes()).collect();
        for bytes in [little, big, wide] {
            assert_eq!(text(bytes, None).as_deref(), Ok(RUSSIAN));
        }
    }

    #[test]
    fn an_old_encoding_is_found_out_or_named() {
        let (bytes, _, _) = encoding_rs::WINDOWS_1251.encode(RUSSIAN);
        assert_eq!(text(bytes.to_vec(), None).as_deref(), Ok(RUSSIAN));
        let (bytes, _, _) = encoding_rs::KOI8_R.encode(RUSSIAN);
        assert_eq!(text(bytes.to_vec(), Some("koi8-r")).as_deref(), Ok(RUSSIAN));
    }

    #[test]
    fn damaged_utf8_is_refused_with_its_place() {
        let mut bytes = RUSSIAN.as_bytes().to_vec();
        bytes.insert(4, 0xff);
        let reason = decode(bytes, None).unwrap_err();
        assert!(reason.starts_with("damaged UTF-8: bad bytes begin at byte 4, in line 1"), "{reason}");
    }

    #[test]
    fn a_stray_nul_is_kept() {
        let with_nul = format!("{RUSSIAN}\0");
        assert_eq!(text(with_nul.clone().into(), None), Ok(with_nul));
    }

    #[test]
    fn utf16_of_hangul_and_han_is_recognised_without_a_mark() {
        for written in ["가 평양에서 김정은 위원장이 말했다. 가나다라", "一月十五日，平壤举行了阅兵式。\n一切"]
        {
            let big: Vec<u8> = written.encode_utf16().flat_map(u16::to_be_bytes).collect();
            let little: Vec<u8> = written.encode_utf16().flat_map(u16::to_le_bytes).collect();
            assert_eq!((text(big, None).as_deref(), text(little, None).as_deref()), (Ok(written), Ok(written)));
        }
    }

    #[test]
    fn a_guess_is_called_a_guess() {
        let (bytes, _, _) = encoding_rs::WINDOWS_1251.encode(RUSSIAN);
        let guess = decode(bytes.to_vec(), None).map(|decoded| (decoded.encoding, decoded.guessed));
        assert_eq!(guess, Ok(("windows-1251", true)));
    }
}
