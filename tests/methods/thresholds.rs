//! The thresholds on the page are those of the run, and what they left out is counted.

use newsgauge::config::load;
use newsgauge::tabulate::SPECS;

use crate::support::{CONFIG, Run};

/// The cells behind the key of a threshold in the section of a table: in force, meaning, left out.
fn row(page: &str, table: &str, key: &str) -> [String; 3] {
    let section = &page[page.find(&format!("id=\"methods-{table}\"")).expect("the table is explained")..];
    let row = section.split("<tr>").find(|row| row.starts_with(&format!("<th scope=\"row\">{key}</th>")));
    let cells = row.unwrap_or_else(|| panic!("{table} has no threshold {key}")).split("<td").skip(1);
    let text = |cell: &str| {
        let parts = cell.split('<').filter_map(|part| part.split_once('>'));
        parts.map(|(_, text)| text).collect::<String>().replace("&quot;", "\"")
    };
    let cells: Vec<String> = cells.map(text).collect();
    cells.try_into().expect("a threshold has three cells")
}

/// Two articles of one outlet, stop words in brackets, "7" a number:
///
/// ```text
/// a.txt  2024-01  (The) bridge (and the) river. (The) bridge (with) 7 tunnels.
/// b.txt  2024-02  (The) bridge (and the) river. (The) harbour.
/// ```
///
/// "bridge" occurs 3 times, "river" twice, "tunnels" and "harbour" once; 5 + 4 tokens are stop words, 1 is a number.
fn run(config: &str) -> String {
    let article = |date: &str, text: &str| format!("---\ndate: {date}\noutlet: Alpha\n---\n{text}\n");
    let run = Run::new()
        .input("a.txt", article("2024-01-10", "The bridge and the river. The bridge with 7 tunnels."))
        .input("b.txt", article("2024-02-10", "The bridge and the river. The harbour."))
        .config(&format!("{CONFIG}{config}"));
    let ended = run.run(&[]);
    assert_eq!(ended.code, 0, "{ended}");
    run.latest("methods.html")
}

#[test]
fn the_terms_below_the_threshold_and_the_stop_words_are_counted() {
    let page = run("[tabulate]\nterm_min_n = 2\n");
    let [value, _, left_out] = row(&page, "terms", "[tabulate] term_min_n");
    assert_eq!((value.as_str(), left_out.as_str()), ("2", "2 terms"), "tunnels and harbour");
    let [value, _, left_out] = row(&page, "terms", "[lex] stop_languages");
    assert_eq!((value.as_str(), left_out.as_str()), ("[\"en\"]", "9 tokens"));
    let [value, _, left_out] = row(&page, "terms", "[lex] numbers");
    assert_eq!((value.as_str(), left_out.as_str()), ("false", "1 token"));
    let page = run("[lex]\nnumbers = true\n");
    assert_eq!(row(&page, "terms", "[lex] numbers")[2], "0 tokens");
    assert_eq!(row(&page, "terms", "[tabulate] term_min_n")[2], "0 terms", "the default leaves out none");
}

/// A phrase such as "Ministry of Defence" takes stop words with it, which are then not left out.
#[test]
fn tokens_of_terms_and_tokens_left_out_are_all_tokens_of_the_shipped_articles() {
    let input = concat!(env!("CARGO_MANIFEST_DIR"), "/input");
    let run = Run::new();
    assert_eq!(run.run(&["--input", input]).code, 0);
    let sum = |table: &str, of: fn(&csv::StringRecord) -> usize| {
        let table = run.table(table);
        let mut reader = csv::Reader::from_reader(table.as_bytes());
        reader.records().map(|row| of(&row.expect("our tables are CSV"))).sum::<usize>()
    };
    let number = |text: &str| text.replace(',', "").parse::<usize>().expect("a count is a number");
    let page = run.latest("methods.html");
    let left_out = |key: &str| number(row(&page, "terms", key)[2].trim_end_matches(" tokens"));
    let of_terms = sum("terms", |row| row[1].parse().unwrap_or(0) * row[0].split(' ').count());
    let all = sum("articles", |row| row[8].parse().unwrap_or(0));
    assert!(sum("terms", |row| usize::from(row[0].contains(" of "))) > 0, "there is a phrase with a stop word in it");
    assert_eq!(of_terms + left_out("[lex] stop_languages") + left_out("[lex] numbers"), all);
}

/// "river" has a row in each of two months and in one outlet; "tunnels" and "harbour" have one in each table.
#[test]
fn the_rows_of_rare_terms_by_month_and_by_outlet_are_counted() {
    let page = run("[tabulate]\nby_min_n = 3\n");
    for (table, left_out) in [("terms_by_month", "4 rows"), ("terms_by_outlet", "3 rows")] {
        let [value, _, told] = row(&page, table, "[tabulate] by_min_n");
        assert_eq!((value.as_str(), told.as_str()), ("3", left_out), "{table}");
    }
}

/// "bridge" and "river" are together in 2 windows, 2 sentences and 2 articles: three pairs with n_ab = 2.
#[test]
fn what_is_left_out_of_the_pairs_is_counted_step_by_step() {
    let page = run("[measure]\npair_term_min_n = 2\npair_terms = 2\npair_min_n = 3\n");
    let told = |page: &str, key: &str| {
        let [value, _, left_out] = row(page, "cooccurrence", &format!("[measure] {key}"));
        (value, left_out)
    };
    let is = |value: &str, left_out: &str| (value.to_owned(), left_out.to_owned());
    assert_eq!(told(&page, "pair_term_min_n"), is("2", "2 terms"));
    assert_eq!(told(&page, "pair_terms"), is("2", "0 terms"));
    assert_eq!(told(&page, "pair_min_n"), is("3", "3 rows"));
    let page = run("[measure]\npair_term_min_n = 1\npair_terms = 2\npair_min_n = 2\n");
    assert_eq!(told(&page, "pair_term_min_n"), is("1", "0 terms"));
    assert_eq!(told(&page, "pair_terms"), is("2", "2 terms"), "tunnels and harbour");
    assert_eq!(told(&page, "pair_min_n"), is("2", "0 rows"));
}

#[test]
fn what_was_never_counted_is_not_said_to_be_none() {
    let suggested = |rows: u32| {
        let run = Run::new()
            .input("a.txt", "We saw Marwick and we saw Tolland. Then we saw Marwick and Tolland.")
            .config(&format!("{CONFIG}[tabulate]\nsuggest_min_n = 2\nsuggest_rows = {rows}\n"));
        assert_eq!(run.run(&[]).code, 0);
        (
            run.table("suggestions").lines().count() - 1,
            row(&run.latest("methods.html"), "suggestions", "[tabulate] suggest_rows"),
        )
    };
    let (rows, [value, _, left_out]) = suggested(9);
    assert_eq!((rows, value.as_str(), left_out.as_str()), (2, "9", "0 names"));
    let (rows, [value, _, left_out]) = suggested(1);
    assert_eq!((rows, value.as_str()), (1, "1"));
    assert!(left_out.starts_with("not counted: "), "{left_out}");
}

#[test]
fn each_key_that_decides_rows_is_a_threshold_of_a_table_and_each_threshold_is_a_key() {
    let keys: Vec<String> = load::defaults().into_iter().map(|(key, _)| key).collect();
    let named: Vec<&str> = SPECS.into_iter().flat_map(|spec| spec.thresholds).map(|threshold| threshold.key).collect();
    for key in &named {
        assert!(keys.iter().any(|known| known == key), "{key} is no key of config.toml");
    }
    let decides = |key: &String| key.starts_with("measure.") || key.starts_with("tabulate.") || key.starts_with("lex.");
    let paths = ["measure.dictionary", "tabulate.tables"];
    for key in keys.iter().filter(|key| decides(key) && !paths.contains(&key.as_str())) {
        assert!(named.contains(&key.as_str()), "no table in src/tabulate names {key} among its thresholds");
    }
}
