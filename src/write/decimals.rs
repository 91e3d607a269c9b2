//! Floats as decimal numbers, exactly as the standard library rounds them and several times as fast.

/// Decimals at most: a scale of 10^6 leaves room in 128 bits for every 53-bit fraction.
const MOST: usize = 6;

/// `x` with at most `most` decimals and no zeros at the end; "-0" is "0".
pub fn decimals(x: f64, most: usize) -> String {
    let mut text = Vec::new();
    push(&mut text, x, most);
    String::from_utf8(text).unwrap_or_default()
}

/// The same behind what `text` holds.
pub fn push(text: &mut Vec<u8>, x: f64, most: usize) {
    let most = most.min(MOST);
    let scale = 10_u64.pow(most as u32);
    let Some(scaled) = scaled(x, scale) else { return push_any(text, x, most) };
    if x < 0.0 && scaled > 0 {
        text.push(b'-');
    }
    text.extend(itoa::Buffer::new().format(scaled / scale).as_bytes());
    let mut part = scaled % scale;
    if part == 0 {
        return;
    }
    let mut digits = [b'0'; MOST];
    for digit in digits[..most].iter_mut().rev() {
        *digit += (part % 10) as u8;
        part /= 10;
    }
    let zeros = digits[..most].iter().rev().take_while(|digit| **digit == b'0').count();
    text.push(b'.');
    text.extend(&digits[..most - zeros]);
}

/// A float with one to six decimals: a whole number keeps one, so that readers that guess a column's type from its first rows
/// guess right. With an exponent where six decimals would say 0 and the number is not, and in any case below `least`: "1.5e-110".
/// Chances can be that small, and 0 would say that something cannot be.
#[inline]
pub fn push_float(text: &mut Vec<u8>, x: f64, least: f64) {
    const SCALE: u64 = 10_u64.pow(MOST as u32);
    match scaled(x, SCALE) {
        Some(scaled) if x == 0.0 || scaled > 0 && x.abs() >= least => {
            if x < 0.0 {
                text.push(b'-');
            }
            push_whole(text, scaled / SCALE);
            push_part(text, (scaled % SCALE) as u32);
        }
        _ => push_extreme(text, x, least),
    }
}

/// A whole number.
#[inline]
pub fn push_whole(text: &mut Vec<u8>, n: u64) {
    if n < 10 {
        text.push(b'0' + n as u8);
    } else {
        text.extend_from_slice(itoa::Buffer::new().format(n).as_bytes());
    }
}

/// Millionths: the point, and the decimals but for the zeros at the end behind the first.
#[inline]
fn push_part(text: &mut Vec<u8>, millionths: u32) {
    // The last place stays 0, so that all of them are one number of 64 bits, whose last zeros are counted at once.
    let mut places = *b".0000000";
    for (place, pair) in [(1, millionths / 10_000), (3, millionths / 100 % 100), (5, millionths % 100)] {
        places[place..place + 2].copy_from_slice(&PAIRS[pair as usize]);
    }
    let zeros = (u64::from_le_bytes(places) ^ u64::from_le_bytes([b'0'; 8])).leading_zeros() as usize / 8;
    let end = text.len() + (8 - zeros).max(2);
    // All eight and then less of them: to copy a number of bytes that is not known beforehand takes a call.
    text.extend_from_slice(&places);
    text.truncate(end);
}

/// "00" to "99".
const PAIRS: [[u8; 2]; 100] = {
    let mut pairs = [[0; 2]; 100];
    let mut n = 0;
    while n < pairs.len() {
        pairs[n] = [b'0' + (n / 10) as u8, b'0' + (n % 10) as u8];
        n += 1;
    }
    pairs
};

/// The floats that are not told by 64 bits of millionths.
#[cold]
fn push_extreme(text: &mut Vec<u8>, x: f64, least: f64) {
    let start = text.len();
    push(text, x, MOST);
    if x == 0.0 || !x.is_finite() || x.abs() >= least && text[start..] != *b"0" {
        if !text[start..].contains(&b'.') {
            text.extend_from_slice(b".0");
        }
        return;
    }
    text.truncate(start);
    let written = format!("{x:.MOST$e}");
    let (digits, exponent) = written.split_once('e').unwrap_or((&written, "0"));
    let digits = if digits.contains('.') { digits.trim_end_matches('0').trim_end_matches('.') } else { digits };
    text.extend(digits.bytes());
    text.push(b'e');
    text.extend(exponent.bytes());
}

/// By the standard library.
fn push_any(text: &mut Vec<u8>, x: f64, most: usize) {
    let written = format!("{x:.most$}");
    let whole = if written.contains('.') { written.trim_end_matches('0').trim_end_matches('.') } else { &written };
    text.extend(whole.as_bytes());
}

/// |x| * scale, rounded to the nearest whole number and halves to the even one; `None` where it is beyond 64 bits.
///
/// A float is `fraction` * 2^-`shift` with whole numbers, and the bits that are shifted out say exactly how to round. That
/// is what the standard library does with numbers of any length.
fn scaled(x: f64, scale: u64) -> Option<u64> {
    let bits = x.to_bits();
    let (biased, fraction) = (bits >> 52 & 0x7ff, bits & ((1 << 52) - 1) | 1 << 52);
    // 1075: the bias, and the 52 bits behind the point. Larger numbers have none behind it, and infinity is among them.
    let shift = 1075_u64.checked_sub(biased).filter(|shift| *shift > 0)?;
    if shift >= 128 {
        // Less than 2^53 / 2^128; subnormal numbers, whose fraction has no leading 1, end here.
        return Some(0);
    }
    let product = u128::from(fraction) * u128::from(scale);
    let (whole, rest, half) = (u64::try_from(product >> shift).ok()?, product & ((1 << shift) - 1), 1 << (shift - 1));
    whole.checked_add(u64::from(rest > half || rest == half && whole % 2 == 1))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// What the standard library writes, without zeros at the end.
    fn expected(x: f64, most: usize) -> String {
        let text = format!("{x:.most$}");
        let text = if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { &text };
        if text == "-0" { "0".to_owned() } else { text.to_owned() }
    }

    #[track_caller]
    fn as_expected(x: f64) {
        for most in 0..=MOST {
            assert_eq!(decimals(x, most), expected(x, most), "{x:?} with {most} decimals");
        }
    }

    #[test]
    fn floats_have_at_most_six_decimals_and_no_empty_ones() {
        let cases = [
            (0.25, "0.25"),
            (1.0 / 3.0, "0.333333"),
            (2.0, "2"),
            (-0.000_000_1, "0"),
            (1e9, "1000000000"),
            (-1.5, "-1.5"),
            (100.0, "100"),
            (0.000_001, "0.000001"),
        ];
        for (x, written) in cases {
            assert_eq!(decimals(x, 6), written);
        }
    }

    #[test]
    fn halves_and_their_neighbours_are_rounded_as_the_standard_library_rounds_them() {
        // A whole number over a power of two can lie exactly between two decimals.
        for power in 0..12 {
            for whole in 0..5000_u32 {
                let x = f64::from(whole) / f64::from(1 << power);
                [x, -x, x.next_up(), x.next_down()].into_iter().for_each(as_expected);
            }
        }
    }

    #[test]
    fn the_largest_and_smallest_numbers_are_written_as_the_standard_library_writes_them() {
        let edge = 2.0_f64.powi(53);
        for x in [
            0.0,
            f64::MIN_POSITIVE,
            f64::from_bits(1),
            edge,
            edge.next_down(),
            edge / 2.0 - 0.5,
            1e15 + 0.5,
            1e300,
            f64::MAX,
        ] {
            [x, -x].into_iter().for_each(as_expected);
        }
    }

    fn float(x: f64, least: f64) -> String {
        let mut text = Vec::new();
        push_float(&mut text, x, least);
        String::from_utf8(text).unwrap()
    }

    #[test]
    fn a_whole_float_keeps_a_decimal() {
        assert_eq!(float(90.0, 0.0), "90.0");
        assert_eq!(float(1e300, 0.0), format!("{:.1}", 1e300));
    }

    #[test]
    fn a_number_that_six_decimals_would_call_zero_is_written_with_an_exponent() {
        let cases = [
            (0.0, "0.0"),
            (-0.0, "0.0"),
            (0.000_001, "0.000001"),
            (1.5e-110, "1.5e-110"),
            (-2.0e-9, "-2e-9"),
            (5e-324, "4.940656e-324"),
        ];
        cases.into_iter().for_each(|(x, written)| assert_eq!(float(x, 0.0), written));
    }

    #[test]
    fn a_small_chance_keeps_its_digits() {
        let written = |x| float(x, 0.001);
        assert_eq!([0.001, 0.000_041_312_5, 0.25, 1.0].map(written), ["0.001", "4.13125e-5", "0.25", "1.0"]);
    }

    /// By the standard library alone.
    fn expected_float(x: f64, least: f64) -> String {
        let text = expected(x, MOST);
        if x != 0.0 && (x.abs() < least || text == "0") {
            let text = format!("{x:.6e}");
            let (digits, exponent) = text.split_once('e').unwrap();
            return format!("{}e{exponent}", digits.trim_end_matches('0').trim_end_matches('.'));
        }
        if text.contains('.') { text } else { format!("{text}.0") }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(20_000))]

        #[test]
        fn any_float_is_written_as_the_standard_library_writes_it(bits in any::<u64>(), near in -1e7..1e7_f64) {
            let any = f64::from_bits(bits);
            if any.is_finite() {
                as_expected(any);
            }
            as_expected(near);
            // As statistics have it: few decimals, and what is next to them.
            let short = (near * 1000.0).round() / 1000.0;
            let shorts = [short, short.next_up(), short.next_down()];
            shorts.into_iter().for_each(as_expected);
            for x in shorts.into_iter().chain([near / 1e9, near]).chain(any.is_finite().then_some(any)) {
                prop_assert_eq!(float(x, 0.0), expected_float(x, 0.0));
                prop_assert_eq!(float(x, 0.001), expected_float(x, 0.001));
            }
        }
    }
}
