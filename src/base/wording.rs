//! Numbers as people read them; tables and JSON have them bare.

/// "1 article", "1,234 articles".
pub fn plural(n: u64, thing: &str) -> String {
    plural_of(n, thing, &format!("{thing}s"))
}

/// "1 story", "2 stories".
pub fn plural_of(n: u64, one: &str, many: &str) -> String {
    format!("{} {}", grouped(n), if n == 1 { one } else { many })
}

/// A number with commas between its thousands, for people; tables have none.
pub fn grouped(n: impl Into<u128>) -> String {
    let n: u128 = n.into();
    grouped_digits(&n.to_string())
}

/// Digits with commas between their thousands.
pub fn grouped_digits(digits: &str) -> String {
    let mut text = String::with_capacity(digits.len() * 4 / 3 + 1);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_thing_is_singular_and_thousands_are_grouped() {
        let said =
            [plural(0, "article"), plural(1, "article"), plural(1234, "article"), plural_of(2, "story", "stories")];
        assert_eq!(said, ["0 articles", "1 article", "1,234 articles", "2 stories"]);
        assert_eq!([grouped(0u64), grouped(999u64), grouped(1_234_567u64)], ["0", "999", "1,234,567"]);
        assert_eq!(grouped(u64::MAX), "18,446,744,073,709,551,615");
    }
}
