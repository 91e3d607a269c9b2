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
pub fn grouped(n: u64) -> String {
    let digits = n.to_string();
    let mut text = String::new();
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
        assert_eq!(grouped(1_234_567), "1,234,567");
    }
}
