//! Runs of ASCII letters, eight bytes at a time.

const LOW: u64 = 0x7f7f_7f7f_7f7f_7f7f;
const HIGH: u64 = 0x8080_8080_8080_8080;
const ONES: u64 = 0x0101_0101_0101_0101;
/// What turns a capital into its small letter; no other byte becomes a small letter by it.
const SMALL: u64 = ONES * 0x20;

/// Where the run of ASCII letters ends that reaches up to `at` or begins there.
pub fn end(bytes: &[u8], mut at: usize) -> usize {
    while let Some(chunk) = bytes.get(at..).and_then(|rest| rest.first_chunk::<8>()) {
        let others = others(u64::from_le_bytes(*chunk));
        if others != 0 {
            return at + others.trailing_zeros() as usize / 8;
        }
        at += 8;
    }
    while bytes.get(at).is_some_and(u8::is_ascii_alphabetic) {
        at += 1;
    }
    at
}

/// The high bit of each byte that is no ASCII letter.
///
/// The sums stay within their bytes, since both summands are below 0x80: the first has the high bit from `a` on, the
/// second behind `z`.
fn others(eight: u64) -> u64 {
    let small = (eight | SMALL) & LOW;
    let from_a = small + ONES * (0x80 - b'a' as u64);
    let behind_z = small + ONES * (0x7f - b'z' as u64);
    !(from_a & !behind_z & !eight) & HIGH
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_run_ends_at_the_first_byte_that_is_no_letter() {
        for byte in 0..=u8::MAX {
            for place in 0..20 {
                let mut bytes = [b'x'; 20];
                bytes[place] = byte;
                let expected = if byte.is_ascii_alphabetic() { 20 } else { place };
                assert_eq!(super::end(&bytes, 0), expected, "{byte} at {place}");
            }
        }
    }
}
