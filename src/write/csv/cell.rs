//! A cell as the bytes of its field in a CSV, after RFC 4180: in quotes only where a byte of it asks for them.
//!
//! These are the fields that the `csv` crate writes. It takes each through a machine of states, at several times the cost.

use memchr::memchr;

use crate::base::guard::{GUARD, risky};
use crate::tabulate::table::Cell;
use crate::write::decimals::{push_float, push_whole};

/// How the cells of a column are written.
#[derive(Clone, Copy)]
pub struct Style {
    /// Whether text that a spreadsheet would run is guarded.
    pub guard: bool,
    /// Floats below it have an exponent.
    pub least: f64,
}

/// Puts a field behind what `bytes` holds: floats with at most six decimals, nothing for an empty cell.
#[inline]
pub fn push(bytes: &mut Vec<u8>, cell: Cell<'_>, style: Style) {
    match cell {
        Cell::Empty => {}
        Cell::Count(n) => push_whole(bytes, n),
        Cell::Float(x) => push_float(bytes, x, style.least),
        Cell::Text(text) => push_text(bytes, text, style.guard && risky(text)),
    }
}

#[inline]
fn push_text(bytes: &mut Vec<u8>, text: &str, guarded: bool) {
    let quoted = needs_quotes(text.as_bytes());
    if guarded || quoted {
        push_special(bytes, text, guarded, quoted);
    } else {
        bytes.extend_from_slice(text.as_bytes());
    }
}

fn push_special(bytes: &mut Vec<u8>, text: &str, guarded: bool, quoted: bool) {
    bytes.extend(quoted.then_some(b'"'));
    bytes.extend(guarded.then_some(GUARD as u8));
    let mut rest = text.as_bytes();
    while let Some(at) = memchr(b'"', rest) {
        bytes.extend_from_slice(&rest[..=at]);
        bytes.push(b'"');
        rest = &rest[at + 1..];
    }
    bytes.extend_from_slice(rest);
    bytes.extend(quoted.then_some(b'"'));
}

/// Whether a reader would take a byte of the text for more than itself; eight bytes are asked at once.
#[inline]
fn needs_quotes(text: &[u8]) -> bool {
    let (words, rest) = text.as_chunks();
    if words.iter().any(|word| is_special(u64::from_ne_bytes(*word))) {
        return true;
    }
    // What is left over with bytes before it, or twice, so that it makes up a word.
    match (text.last_chunk(), rest) {
        (Some(last), _) => is_special(u64::from_ne_bytes(*last)),
        (None, [a, b, c, d, ..]) => {
            let [w, x, y, z] = *text.last_chunk().unwrap_or(&[0; 4]);
            is_special(u64::from_ne_bytes([*a, *b, *c, *d, w, x, y, z]))
        }
        (None, few) => few.iter().any(|byte| matches!(byte, b',' | b'"' | b'\r' | b'\n')),
    }
}

/// Whether one of eight bytes has a meaning in a CSV. The sign of a byte is set where the byte is the one that is asked for,
/// and perhaps of one above it (Mycroft 1987).
#[inline]
fn is_special(word: u64) -> bool {
    const ONES: u64 = u64::from_ne_bytes([1; 8]);
    let signs = |byte: u8| {
        let apart = word ^ (ONES * u64::from(byte));
        apart.wrapping_sub(ONES) & !apart
    };
    (signs(b',') | signs(b'"') | signs(b'\r') | signs(b'\n')) & (ONES << 7) != 0
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn written(cell: Cell<'_>, guard: bool) -> String {
        let mut bytes = Vec::new();
        push(&mut bytes, cell, Style { guard, least: 0.0 });
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn a_text_that_a_spreadsheet_would_run_is_guarded_and_a_number_is_not() {
        assert_eq!(written(Cell::Text("=1+1"), true), "'=1+1");
        assert_eq!(written(Cell::Text("=1+1"), false), "=1+1");
        assert_eq!(written(Cell::Text("a=1"), true), "a=1");
        assert_eq!(written(Cell::Text("=1,\"2\""), true), "\"'=1,\"\"2\"\"\"");
        assert_eq!(written(Cell::Float(-1.5), true), "-1.5");
    }

    /// By the `csv` crate, one field of two.
    fn by_csv(text: &str) -> String {
        let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
        writer.write_record([text, ""]).unwrap();
        let record = String::from_utf8(writer.into_inner().unwrap()).unwrap();
        record.strip_suffix(",\r\n").unwrap().to_owned()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4_000))]

        /// A special byte in any place of a text shorter or longer than what is asked at once.
        #[test]
        fn a_text_is_written_as_the_csv_crate_writes_it(
            before in "[a-zü '.;\t]{0,40}", special in "[,\"\r\n]{0,3}", behind in "[a-z 🙂-]{0,40}",
        ) {
            let text = format!("{before}{special}{behind}");
            prop_assert_eq!(written(Cell::Text(&text), false), by_csv(&text));
            let guarded = if risky(&text) { format!("'{text}") } else { text.clone() };
            prop_assert_eq!(written(Cell::Text(&text), true), by_csv(&guarded));
        }
    }
}
