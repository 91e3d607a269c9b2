//! Dates as sources write them.

use super::Date;

/// Reads an ISO date, one in words, or one of a mail (`Date::parse`); `text` has no spaces at its ends.
pub fn date(text: &str) -> Option<Date> {
    iso(text).or_else(|| worded(text))
}

fn iso(text: &str) -> Option<Date> {
    let (date, rest) = text.split_at(text.find(['T', ' ']).unwrap_or(text.len()));
    let time = rest.get(1..).unwrap_or("").trim_start();
    let is_time = time.contains(':') && time.starts_with(|c: char| c.is_ascii_digit());
    if !(time.is_empty() || is_time) {
        return None;
    }
    let date = date.strip_suffix('Z').unwrap_or(date);
    let parts: Vec<&str> = match date.bytes().all(|byte| byte.is_ascii_digit()) && date.len() == 8 {
        true => vec![&date[..4], &date[4..6], &date[6..]],
        false => date.split(['-', '/', '.']).collect(),
    };
    // Full stops between day, month and year are written from the day on wherever they are written.
    let parts: Vec<&str> =
        if date.contains('.') && parts[0].len() <= 2 { parts.into_iter().rev().collect() } else { parts };
    let digits = |part: &&str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if parts.len() > 3
        || parts[0].len() != 4
        || parts[1..].iter().any(|part| part.len() > 2)
        || !parts.iter().all(digits)
    {
        return None;
    }
    let numbers: Vec<i16> = parts.iter().filter_map(|part| part.parse().ok()).collect();
    let small = |index: usize| numbers.get(index).map(|number| i8::try_from(*number).unwrap_or(-1));
    Date::checked(*numbers.first()?, small(1), small(2))
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// A month by its name, whole or cut to three or four letters.
fn month_named(word: &str) -> Option<i8> {
    let cut = |name: &&str| *name == word || ((3..=4).contains(&word.len()) && name.starts_with(word));
    MONTHS.iter().position(cut).and_then(|index| i8::try_from(index + 1).ok())
}

/// "19 June 2024", "June 19, 2024", "June 2024", "Wed, 19 Jun 2024 10:00:00 GMT".
fn worded(text: &str) -> Option<Date> {
    let (mut year, mut month, mut day) = (None, None, None);
    for word in text.split([' ', ',', '.']).filter(|word| !word.is_empty()) {
        let lower = word.to_lowercase();
        let named = month_named(&lower);
        let number = lower.trim_end_matches(|c: char| c.is_ascii_alphabetic()).parse::<i16>().ok();
        match (named, number) {
            (Some(found), _) if month.is_none() => month = Some(found),
            (None, Some(found @ 1000..=9999)) if year.is_none() => year = Some(found),
            (None, Some(found @ 1..=31)) if day.is_none() => day = i8::try_from(found).ok(),
            // Behind the year stand a time and its zone.
            _ if year.is_some() => break,
            // Before it only the name of the weekday may stand.
            _ if lower.chars().all(char::is_alphabetic) && month.is_none() => {}
            _ => return None,
        }
    }
    month?;
    Date::checked(year?, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_precisely_as_they_are_written() {
        let read = |text: &str| Date::parse(text).map(|date| date.to_string());
        let cases = [
            ("2024-06-19", "2024-06-19"),
            ("2024-06-19T10:00:00Z", "2024-06-19"),
            ("2024-06-19 10:00", "2024-06-19"),
            ("20240619", "2024-06-19"),
            ("2024/6/9", "2024-06-09"),
            ("2024-06", "2024-06"),
            ("2024", "2024"),
            ("19 June 2024", "2024-06-19"),
            ("June 19th, 2024", "2024-06-19"),
            ("Wed, 19 Jun 2024 10:00:00 GMT", "2024-06-19"),
            ("June 2024", "2024-06"),
            ("2024 June 19", "2024-06-19"),
            ("Sept. 5, 2024", "2024-09-05"),
            ("19.06.2024", "2024-06-19"),
            ("2024.06.19", "2024-06-19"),
            ("2024-06-19Z", "2024-06-19"),
        ];
        for (text, date) in cases {
            assert_eq!(read(text).as_deref(), Some(date), "{text}");
        }
    }

    #[test]
    fn what_is_no_date_or_two_dates_is_refused() {
        for text in [
            "",
            "soon",
            "06/07/2024",
            "2024-13-01",
            "2024-02-30",
            "19",
            "12 monkeys",
            "2024-06-19-1",
            "9999999",
            "2024 сентября 5",
            "Marching 3 2024",
            "2024-+6-1",
        ] {
            assert_eq!(Date::parse(text), None, "{text}");
        }
    }
}
