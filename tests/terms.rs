//! What counts as a term: phrases, the stop list, and the known values of tf-idf.

mod support;

use support::Run;

/// Term, n and articles of every row of terms.csv.
fn terms(run: &Run) -> Vec<(String, u64, u64)> {
    let ended = run.run(&[]);
    assert_eq!(ended.code, 0, "{ended}");
    let table = run.table("terms");
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let number = |text: &str| text.parse().expect("n and articles are whole numbers");
    let row = |row: csv::StringRecord| (row[0].to_owned(), number(&row[1]), number(&row[2]));
    reader.records().map(|record| row(record.expect("our tables are CSV"))).collect()
}

fn n(terms: &[(String, u64, u64)], term: &str) -> Option<u64> {
    terms.iter().find(|(shown, ..)| shown == term).map(|(_, n, _)| *n)
}

#[test]
fn words_that_attract_each_other_are_one_term_and_their_words_count_no_more() {
    // Each sentence has other words around the three names, so that only the names hold together.
    let around = ["bridge", "harbour", "factory", "garden", "museum", "stadium"];
    let text = |word: &str| {
        format!(
            "{word} Kim Jong Un. {word}s: Ministry of Defence {word}ed. The Workers’ Party {word}ing. Kim, Jong {word}."
        )
    };
    let run = around.iter().fold(Run::new(), |run, word| run.input(&format!("{word}.txt"), text(word)));
    let terms = terms(&run);
    assert_eq!(
        n(&terms, "Kim Jong Un"),
        Some(6),
        "the last word of a name may be a stop word with a capital: {terms:?}"
    );
    assert_eq!(n(&terms, "Ministry of Defence"), Some(6), "a stop word may stand inside");
    assert_eq!(n(&terms, "Workers’ Party"), Some(6), "the apostrophe of a plural is written");
    assert_eq!((n(&terms, "Kim"), n(&terms, "Jong")), (Some(6), Some(6)), "no phrase reaches over a comma");
    assert_eq!((n(&terms, "Ministry"), n(&terms, "Kim Jong"), n(&terms, "Jong Un")), (None, None, None));
}

#[test]
fn fewer_occurrences_than_asked_for_make_no_phrase() {
    let text = |number: usize| format!("{} Kim Jong Un {}.", "spoke ".repeat(number + 1), "left ".repeat(number));
    let run = (0..4).fold(Run::new(), |run, number| run.input(&format!("{number}.txt"), text(number)));
    let terms = terms(&run);
    assert_eq!((n(&terms, "Kim Jong Un"), n(&terms, "Kim")), (None, Some(4)), "{terms:?}");
}

#[test]
fn kept_words_with_capitals_count_only_where_the_text_has_them() {
    let run = Run::new().input(
        "a.txt",
        "The US told us that he may not come in May. U.S. officials of the state don't agree; it's theirs.",
    );
    let terms = terms(&run);
    let all: Vec<(&str, u64)> = terms.iter().map(|(shown, n, _)| (shown.as_str(), *n)).collect();
    assert_eq!(all, [("U.S.", 2), ("May", 1), ("agree", 1), ("officials", 1), ("state", 1)]);
}

#[test]
fn a_word_of_keep_in_small_letters_counts_however_it_is_written() {
    let run = Run::new().config("[lex]\nkeep = [\"us\"]\nextra = [\"Treaty\"]\n[write]\npng = false\nbom = false\n");
    let terms = terms(&run.input("a.txt", "They told us. The US signed the treaty."));
    let all: Vec<(&str, u64)> = terms.iter().map(|(shown, n, _)| (shown.as_str(), *n)).collect();
    assert_eq!(all, [("US", 2), ("signed", 1), ("told", 1)]);
}

#[test]
fn tfidf_gives_the_known_values_of_three_short_articles() {
    // "a b b c", "a c c d", "d d a" of measures.md with longer names; count * ln(n / df) summed over articles.
    let run = Run::new()
        .input("1.txt", "alpha bravo bravo charlie")
        .input("2.txt", "alpha charlie charlie delta")
        .input("3.txt", "delta delta alpha");
    assert_eq!(terms(&run).len(), 4);
    let table = run.table("terms");
    let tfidf = |term: &str| table.lines().find(|line| line.starts_with(term)).and_then(|line| line.split(',').nth(7));
    // ln 3 twice; 3 times ln 1.5; a term of all articles weighs nothing.
    assert_eq!([tfidf("bravo"), tfidf("charlie"), tfidf("alpha")], [Some("2.197225"), Some("1.216395"), Some("0.0")]);
}
