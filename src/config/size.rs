//! Amounts of memory and disk as people write them: "2 GB".

/// Bytes that a run may use; `None`: half of what is free when it starts.
pub type Memory = Option<u64>;

/// What a run with less could not hold: the dictionary, the fonts and one large article for each thread.
const LEAST_MEMORY: u64 = 64_000_000;

/// A kilobyte is 1,000 bytes, as disks are sold; whoever wants 1,024 writes KiB. Longer names first: all end in "B".
const UNITS: [(&str, u64); 8] = [
    ("KiB", 1 << 10),
    ("MiB", 1 << 20),
    ("GiB", 1 << 30),
    ("TiB", 1 << 40),
    ("kB", 1_000),
    ("MB", 1_000_000),
    ("GB", 1_000_000_000),
    ("TB", 1_000_000_000_000),
];

/// "auto", or bytes.
///
/// # Errors
/// What the text must be.
pub fn memory(text: &str) -> Result<Memory, &'static str> {
    let must = "\"auto\" or an amount of at least 64 MB with its unit, such as \"512 MB\", \"2 GB\" or \"1.5 GiB\"";
    match bytes(text) {
        _ if text.trim() == "auto" => Ok(None),
        Some(bytes) if bytes >= LEAST_MEMORY => Ok(Some(bytes)),
        _ => Err(must),
    }
}

/// Bytes; "0" needs no unit and means that nothing is kept.
///
/// # Errors
/// What the text must be.
pub fn cache_limit(text: &str) -> Result<u64, &'static str> {
    let must = "an amount with its unit, such as \"500 MB\", \"4 GB\" or \"1.5 GiB\", or \"0\" for no cache";
    if text.trim() == "0" { Ok(0) } else { bytes(text).ok_or(must) }
}

/// "1.5 GB" -> 1,500,000,000; capitals and the space are free. A bare number is refused: nobody can know its unit.
fn bytes(text: &str) -> Option<u64> {
    let text = text.trim();
    let (number, unit) = UNITS.into_iter().find_map(|(name, unit)| {
        let at = text.len().checked_sub(name.len()).filter(|at| text.is_char_boundary(*at))?;
        text[at..].eq_ignore_ascii_case(name).then(|| (text[..at].trim_end(), unit))
    })?;
    // Not whatever a float may be: no sign, no exponent, no "inf".
    let plain = number.starts_with(|c: char| c.is_ascii_digit())
        && number.ends_with(|c: char| c.is_ascii_digit())
        && number.chars().all(|c| c.is_ascii_digit() || c == '.');
    // Exact up to 2^53, which no machine reaches; what is larger than 64 bits is as good as all.
    plain.then(|| number.parse::<f64>().ok()).flatten().map(|number| (number * unit as f64).round() as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_is_a_number_and_a_unit() {
        let amounts = ["2 GB", "512 MB", "1.5 GiB", "64000kb", " 3 tb ", "1 KiB", "0 MB"];
        let read = [2_000_000_000, 512_000_000, 1_610_612_736, 64_000_000, 3_000_000_000_000, 1024, 0];
        assert_eq!(amounts.map(bytes), read.map(Some));
    }

    #[test]
    fn what_is_no_amount_is_refused() {
        for text in [
            "", "GB", "2", "2 G", "2 B", "-2 GB", "+2 GB", "1e3 MB", "inf GB", "1.2.3 GB", ".5 GB", "2. GB", "２ GB",
            "é",
        ] {
            assert_eq!(bytes(text), None, "{text:?}");
        }
    }

    #[test]
    fn memory_has_a_least_amount_and_an_automatic_one() {
        assert_eq!([memory("auto"), memory("64 MB")], [Ok(None), Ok(Some(64_000_000))]);
        assert!(memory("63 MB").is_err() && memory("0").is_err());
    }

    #[test]
    fn a_cache_of_nothing_is_no_cache() {
        assert_eq!([cache_limit("0"), cache_limit("0 GB"), cache_limit("4 GB")], [Ok(0), Ok(0), Ok(4_000_000_000)]);
        assert!(cache_limit("4").is_err() && cache_limit("auto").is_err());
    }
}
