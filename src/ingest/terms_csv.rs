//! The terms.csv of another run, to be compared with.

use csv::ReaderBuilder;

use crate::base::guard::unguarded;

/// Terms with their counts, and how many tokens they are of, as the frequencies say it; what is wrong otherwise.
pub type Terms = (Vec<(String, u64)>, u64);

/// Reads the columns term, n and per_million; others may stand beside them.
pub fn terms(text: &str) -> Result<Terms, String> {
    let mut reader = ReaderBuilder::new().from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let head = reader.headers().map_err(|error| error.to_string())?.clone();
    let column =
        |name: &str| head.iter().position(|column| column == name).ok_or_else(|| format!("it has no column `{name}`"));
    let [term, n, per_million] = [column("term")?, column("n")?, column("per_million")?];
    let (mut terms, mut most, mut sum) = (Vec::new(), (0, 0.0), 0_u64);
    for record in reader.records() {
        let record = record.map_err(|error| error.to_string())?;
        let line = record.position().map_or(0, csv::Position::line);
        let cell = |column: usize| record.get(column).unwrap_or("");
        let count: u64 = cell(n).parse().map_err(|_| format!("line {line}: `{}` is no count", cell(n)))?;
        if count > most.0 {
            let share = cell(per_million).parse::<f64>().ok().filter(|share| *share > 0.0 && *share <= 1e6);
            most = (count, share.ok_or_else(|| format!("line {line}: `{}` is no frequency", cell(per_million)))?);
        }
        sum = sum.checked_add(count).ok_or_else(|| format!("line {line}: the counts are too large to be added"))?;
        terms.push((unguarded(cell(term)).to_owned(), count));
    }
    if most.0 == 0 {
        return Err("it has no term".to_owned());
    }
    // Of the most frequent term the rounded frequency has most digits.
    let tokens = (most.0 as f64 * 1e6 / most.1).round() as u64;
    if sum > tokens {
        return Err(format!("its terms occur {sum} times, and by their frequencies it has {tokens} tokens"));
    }
    Ok((terms, tokens))
}

#[cfg(test)]
mod tests {
    use super::terms;

    #[test]
    fn the_terms_and_tokens_of_a_run_are_read_back() {
        let text = "\u{feff}term,n,articles,per_million\r\nRussia,57,20,5985.508768\r\n'-2,1,1,105.008926\r\n";
        let read = terms(text).unwrap_or_default();
        assert_eq!(read, (vec![("Russia".to_owned(), 57), ("-2".to_owned(), 1)], 9523));
    }

    #[test]
    fn what_is_wrong_is_said_with_its_line() {
        assert_eq!(terms("word,n\n"), Err("it has no column `term`".to_owned()));
        assert_eq!(terms("term,n,per_million\na,x,1\n"), Err("line 2: `x` is no count".to_owned()));
        assert_eq!(terms("term,n,per_million\n"), Err("it has no term".to_owned()));
        for frequency in ["", "0", "inf", "NaN", "1000001"] {
            let wrong = Err(format!("line 2: `{frequency}` is no frequency"));
            assert_eq!(terms(&format!("term,n,per_million\na,1,{frequency}\n")), wrong);
        }
        let more = "its terms occur 4 times, and by their frequencies it has 2 tokens";
        assert_eq!(terms("term,n,per_million\na,2,1000000\nb,2,1000000\n"), Err(more.to_owned()));
        let huge = format!("term,n,per_million\na,{0},1\nb,{0},1\n", u64::MAX);
        assert_eq!(terms(&huge), Err("line 3: the counts are too large to be added".to_owned()));
    }
}
