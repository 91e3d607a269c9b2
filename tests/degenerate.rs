//! Corpora of which a statistic can say little: its cells are empty or it has no rows, and nothing is infinite or no number.

mod support;

use support::{CONFIG, Run};

/// Every table tells of whatever there is.
const ALL: &str = r#"
[measure]
pair_term_min_n = 1
pair_min_n = 1
more_measures = ["mi3", "chi2", "dice", "z_score"]
mattr_window = 2

[measure.keyness]
actors = ["kim-jong-un", "putin"]
min_n = 1
min_articles = 1

[measure.nodes]
terms = ["bridge", "nowhere"]
actors = ["russia"]
min_n = 1

[measure.change]
min_articles = 1
min_periods = 4
burst_min_articles = 1
significance = 1.0

[measure.network]
significance = 1.0

[tabulate]
by_min_n = 1
"#;

const TEXT: &str = "Putin met Kim Jong Un on the bridge. Russia praised the bridge, and the bridge fell.";

/// Articles as date, outlet and text; each may be "".
fn run(articles: &[(&str, &str, &str)]) -> Run {
    let row = |(date, outlet, text): &(&str, &str, &str)| {
        let mut row = serde_json::Map::new();
        row.insert("text".to_owned(), (*text).into());
        for (key, value) in [("date", date), ("outlet", outlet)] {
            if !value.is_empty() {
                row.insert(key.to_owned(), (*value).into());
            }
        }
        format!("{}\n", serde_json::Value::from(row))
    };
    let run =
        Run::new().config(&format!("{CONFIG}{ALL}")).input("a.jsonl", articles.iter().map(row).collect::<String>());
    let ended = run.run(&[]);
    assert_eq!(ended.code, 0, "{ended}");
    assert!(!ended.stderr.contains("panic"), "{ended}");
    assert_only_numbers(&run);
    run
}

/// No cell, no attribute of a chart and none of a network is infinite or no number.
#[track_caller]
fn assert_only_numbers(run: &Run) {
    let whole_words =
        |text: &str| -> Vec<String> { text.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase).collect() };
    for file in run.files("output/latest") {
        if [".csv", ".svg", ".gexf", ".graphml", ".html"].iter().any(|end| file.ends_with(end)) {
            let words = whole_words(&run.latest(&file));
            let wrong = words.iter().find(|word| ["nan", "inf", "infinity"].contains(&word.as_str()));
            // The methods speak of no such thing either.
            assert_eq!(wrong, None, "{file}");
        }
    }
}

/// The rows of a table, each cell by its column.
fn rows(run: &Run, table: &str) -> Vec<std::collections::BTreeMap<String, String>> {
    csv::Reader::from_reader(run.table(table).as_bytes())
        .deserialize()
        .map(|row| row.expect("our tables are CSV"))
        .collect()
}

#[track_caller]
fn assert_empty(run: &Run, table: &str, columns: &[&str]) {
    let rows = rows(run, table);
    assert!(!rows.is_empty(), "{table} has no rows");
    for (row, column) in rows.iter().flat_map(|row| columns.iter().map(move |column| (row, column))) {
        assert_eq!(row[*column], "", "{table} tells {column} of {row:?}");
    }
}

#[track_caller]
fn assert_no_rows(run: &Run, tables: &[&str]) {
    for table in tables {
        assert_eq!(run.table(table).lines().count(), 1, "{table} has rows: {}", run.table(table));
    }
}

#[test]
fn one_article_has_no_rest_no_dispersion_and_no_change() {
    let run = run(&[("2024-01-10", "Alpha", TEXT)]);
    assert_no_rows(&run, &["keyness", "changes", "bursts"]);
    assert_empty(&run, "dispersion", &["dp", "dp_norm", "juilland_d"]);
    assert_empty(&run, "terms", &["dp_norm"]);
    assert_eq!(rows(&run, "profile").len(), 1);
    assert_empty(&run, "profile", &["mtld"]);
}

#[test]
fn one_outlet_has_no_rest_and_no_dispersion_over_outlets() {
    let run = run(&[("2024-01-10", "Alpha", TEXT), ("2024-02-10", "Alpha", "Russia rebuilt the bridge.")]);
    let keyness = rows(&run, "keyness");
    assert!(keyness.iter().all(|row| row["grouping"] != "outlet") && !keyness.is_empty(), "{keyness:?}");
    for row in rows(&run, "dispersion") {
        let of_outlets = row["over"] == "outlets";
        assert_eq!(
            [&row["dp"], &row["dp_norm"], &row["juilland_d"]].map(|cell| cell.is_empty()),
            [of_outlets; 3],
            "{row:?}"
        );
    }
}

#[test]
fn articles_without_dates_and_outlets_are_in_no_month_week_quarter_or_outlet() {
    let run = run(&[("", "", TEXT), ("", "", "Russia rebuilt the bridge."), ("2024", "", "Putin waited.")]);
    assert_no_rows(&run, &["changes", "bursts", "actors_by_quarter"]);
    assert!(rows(&run, "dispersion").iter().all(|row| row["over"] == "articles"));
    assert!(rows(&run, "keyness").iter().all(|row| row["grouping"] == "actor"));
    assert_empty(&run, "profile_by_outlet", &["outlet", "types"]);
}

#[test]
fn where_every_month_has_the_same_counts_nothing_is_key_nothing_bursts_and_no_trend_is_tested() {
    let articles: Vec<String> = (1..=8).map(|month| format!("2024-{month:02}-01")).collect();
    let articles: Vec<(&str, &str, &str)> = articles
        .iter()
        .zip(["Alpha", "Beta"].into_iter().cycle())
        .map(|(date, outlet)| (date.as_str(), outlet, TEXT))
        .collect();
    let run = run(&articles);
    assert_no_rows(&run, &["keyness", "bursts"]);
    assert_empty(&run, "changes", &["claim", "rank", "tau", "p", "q"]);
    for row in rows(&run, "changes") {
        assert_eq!(
            (row["slope"].as_str(), row["change"].as_str(), row["tested"].as_str()),
            ("0.0", "0.0", "0"),
            "{row:?}"
        );
    }
    for row in rows(&run, "dispersion") {
        assert_eq!(
            [row["dp"].as_str(), row["dp_norm"].as_str(), row["juilland_d"].as_str()],
            ["0.0", "0.0", "1.0"],
            "{row:?}"
        );
    }
    // Each is in every article.
    for row in rows(&run, "cooccurrence").iter().filter(|row| row["unit"] == "article") {
        assert_eq!((row["npmi"].as_str(), row["g2"].as_str(), row["chi2"].as_str()), ("", "0.0", ""), "{row:?}");
    }
}

#[test]
fn an_article_without_a_word_is_an_article_with_no_tokens() {
    let run =
        run(&[("2024-01-10", "Alpha", TEXT), ("2024-02-10", "Beta", "* * *"), ("2024-03-10", "Beta", "Russia fell.")]);
    let profile = rows(&run, "profile");
    assert_eq!(profile.iter().filter(|row| row["tokens"] == "0").count(), 1);
    let empty = profile.iter().find(|row| row["tokens"] == "0").expect("it was just counted");
    assert_eq!([&empty["types"], &empty["mattr"], &empty["mtld"]], ["0", "", ""]);
    // It is a part that holds nothing, and not the end of a measure of all parts.
    let bridge = rows(&run, "dispersion").into_iter().find(|row| row["over"] == "articles" && row["term"] == "bridge");
    let bridge = bridge.expect("the bridge is a term");
    assert_eq!([&bridge["parts"], &bridge["range"], &bridge["juilland_d"]], ["3", "1", "0.0"], "{bridge:?}");
    // A month without a token has no rate of anything to compare.
    assert!(rows(&run, "keyness").iter().all(|row| row["group"] != "2024-02"), "{}", run.table("keyness"));
}

#[test]
fn articles_without_a_single_word_leave_tables_without_rows() {
    let run = run(&[("2024-01-10", "Alpha", "* * *"), ("2024-02-10", "Beta", "- - -")]);
    assert_no_rows(
        &run,
        &[
            "terms",
            "phrases",
            "dispersion",
            "keyness",
            "cooccurrence",
            "collocates",
            "node_articles",
            "actor_terms",
            "changes",
        ],
    );
    assert_no_rows(
        &run,
        &["term_network", "term_network_edges", "actor_network", "actor_network_edges", "bursts", "actors"],
    );
    assert_empty(&run, "profile", &["mattr", "mtld"]);
    assert_empty(&run, "profile_by_outlet", &["mattr", "mtld"]);
}

#[test]
fn a_node_that_the_corpus_lacks_has_no_rows() {
    let run = run(&[("2024-01-10", "Alpha", "Putin waited."), ("2024-02-10", "Beta", "Putin waited and waited.")]);
    for table in ["collocates", "node_articles"] {
        let nodes: Vec<String> = rows(&run, table).into_iter().map(|row| row["node"].clone()).collect();
        assert!(nodes.iter().all(|node| node == "putin") && !nodes.is_empty(), "{table}: {nodes:?}");
    }
    // An actor whom no article mentions has no articles to compare.
    assert!(rows(&run, "keyness").iter().all(|row| row["group"] != "kim-jong-un"));
    assert_no_rows(&run, &["actor_network", "actor_network_edges"]);
}

#[test]
fn a_misread_date_costs_the_charts_over_time_nothing() {
    let dates = ["1024-05-01", "2024-01-10", "2024-03-10", "9999-12-01"];
    let run = run(&dates.map(|date| (date, "Alpha", TEXT)));
    for chart in ["actors_by_month", "actors_by_quarter", "changes"] {
        let svg = run.latest(&format!("charts/{chart}.svg"));
        assert!(svg.contains("ten years") && svg.contains("Russia") && svg.len() < 200_000, "{chart}: {svg}");
    }
}

#[test]
fn a_sentence_of_a_hundred_thousand_mentions_ends() {
    // 150,000 took a minute and a half, when each place asked each mention.
    let run = Run::new().config(&format!("{CONFIG}{ALL}[lex]\nphrases = false\n"));
    let run = run.input("a.txt", format!("{}bridge.", "Russia said ".repeat(100_000)));
    assert_eq!(run.run(&[]).code, 0);
    let near = &rows(&run, "collocates")[0];
    assert_eq!([&near["node"], &near["term"], &near["n_ab"]], ["bridge", "Russia", "2"]);
    let articles = rows(&run, "node_articles");
    assert_eq!([&articles[0]["n"], &articles[0]["tokens"], &articles[0]["places"]], ["1", "200001", "200001"]);
    assert_eq!([&articles[1]["node"], &articles[1]["n"]], ["russia", "100000"]);
    assert!(articles[1]["places"].ends_with(" 199997 199999"));
    let told = &rows(&run, "actor_terms");
    assert!(told.is_empty(), "all other places are its own: {told:?}");
}

#[test]
fn a_term_that_is_written_like_the_id_of_an_actor_is_drawn_as_a_term() {
    let run =
        run(&[("2024-01-10", "Alpha", "Kim Jong Un waited. The file kim-jong-un is large, and kim-jong-un is old.")]);
    let listed = ALL.replace("\"bridge\"", "\"kim-jong-un\"").replace("\"russia\"", "\"kim-jong-un\"");
    let run = run.config(&format!("{CONFIG}{listed}"));
    assert_eq!(run.run(&[]).code, 0);
    let nodes: Vec<[String; 3]> = rows(&run, "node_articles")
        .into_iter()
        .map(|row| ["kind", "node", "n"].map(|cell| row[cell].clone()))
        .collect();
    assert_eq!(nodes, [["term", "kim-jong-un", "2"], ["actor", "kim-jong-un", "3"]]);
    assert!(run.latest("charts/node_articles.svg").contains("Where kim-jong-un is named"));
}

#[test]
fn a_node_of_more_articles_than_a_part_of_the_table_or_the_chart_holds_has_them_in_the_order_of_dates() {
    let date = |n: usize| format!("20{:02}-{:02}-{:02}", n * 7 % 20, n % 12 + 1, n % 28 + 1);
    let row = |n: usize| format!("{{\"text\": \"Russia met w{n} x{n}.\", \"date\": \"{}\"}}\n", date(n));
    let listed = "[measure.nodes]\nactors = [\"russia\"]\n[tabulate]\ntables = [\"node_articles\"]\n";
    let run = Run::new().config(&format!("{CONFIG}{listed}"));
    let run = run.input("a.jsonl", (0..70_000).map(row).collect::<String>());
    assert_eq!(run.run(&[]).code, 0);
    let found: Vec<(String, String)> =
        rows(&run, "node_articles").into_iter().map(|row| (row["date"].clone(), row["article_id"].clone())).collect();
    assert_eq!(found.len(), 70_000);
    assert!(found.is_sorted_by(|a, b| a < b), "each article once, by date and id");
    assert!(run.latest("charts/node_articles.svg").contains("70,000 hits in 70,000 articles, one of 4 drawn"));
}
