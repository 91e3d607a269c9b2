//! The dictionary in its two forms: what TOML says comes back from CSV, and what a spreadsheet does to a CSV changes nothing.

mod support;

use std::path::Path;

use newsgauge::config::dictionary::{self, Dictionary, write};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use support::{ACTORS, Run};

fn parsed(file: &str, text: &str) -> Dictionary {
    dictionary::parse(file, text).unwrap_or_else(|problems| panic!("{problems:?}\n{text}"))
}

#[track_caller]
fn assert_comes_back(dictionary: &Dictionary) {
    assert_eq!(&parsed("a.csv", &write::csv(dictionary)), dictionary, "by CSV");
    assert_eq!(&parsed("a.toml", &write::toml(dictionary)), dictionary, "by TOML");
}

#[test]
fn the_shipped_dictionary_comes_back_from_both_forms() {
    assert_comes_back(&dictionary::load(Path::new("actors.toml")).expect("the shipped dictionary is right"));
}

/// A name with all that can trouble TOML, CSV or a spreadsheet.
fn name() -> impl Strategy<Value = String> {
    let mark = select(vec![
        "", "", "\"", "'", ",", ";", "|", "\\", "\t", " ", "=", "+", "-", "@", "'=", "“", "#", "\\|", "\"\"", "' ",
    ]);
    let word = select(vec![
        "Kim",
        "Jong-un",
        "x\ny",
        "x\r\ny",
        "O'Neill",
        "김정은",
        "Путин",
        "習近平",
        "a",
        "1",
        "true",
        "2024-05-12",
        "id",
        "ﬁ",
        "İ",
    ]);
    vec((mark.clone(), word, mark), 1..4)
        .prop_map(|parts| parts.into_iter().map(|(before, word, behind)| format!("{before}{word}{behind}")).collect())
}

fn names(most: usize) -> impl Strategy<Value = Vec<String>> {
    vec(name(), 0..most)
}

/// An actor as a table of TOML; numbers of others become ids.
fn actor() -> impl Strategy<Value = toml::Table> {
    let lists = (names(4), names(3), names(3), names(3), names(3));
    let others = (option::of(0..4usize), option::of(name()), option::of(select(vec!["female", "male"])), any::<bool>());
    (name(), select(vec!["person", "organization", "state", "place"]), lists, others, any::<bool>()).prop_map(
        |(name, kind, (aliases, short, abbr, adjectives, mut weak), (parent, surname, gender, first), own)| {
            let mut table = toml::Table::new();
            if own {
                weak.push(name.clone());
            }
            table.insert("name".into(), name.into());
            table.insert("type".into(), kind.into());
            for (key, list) in
                [("aliases", aliases), ("short", short), ("abbr", abbr), ("adjectives", adjectives), ("weak", weak)]
            {
                table.insert(key.into(), list.into());
            }
            parent.map(|parent| table.insert("parent".into(), format!("other-{parent}").into()));
            surname.map(|surname| table.insert("surname".into(), surname.into()));
            gender.map(|gender| table.insert("gender".into(), gender.into()));
            first.then(|| table.insert("surname_first".into(), true.into()));
            table
        },
    )
}

/// An office whose terms follow each other; some dates are open.
fn office() -> impl Strategy<Value = toml::Table> {
    let term = (0..3usize, any::<bool>(), any::<bool>());
    let reviewed = option::of(select(vec!["2024", "2024-05", "2024-05-12", "12 May 2024"]));
    let titles = vec(name(), 1..4);
    (titles, names(3), names(3), reviewed, vec(term, 1..5)).prop_map(|(titles, bodies, aliases, reviewed, terms)| {
        let last = terms.len() - 1;
        let holder = |(at, (person, day, open)): (usize, (usize, bool, bool))| {
            let mut table = toml::Table::new();
            let year = 2001 + at;
            table.insert("actor".into(), format!("person-{person}").into());
            if at > 0 || !open {
                let from = if day { format!("{year}-02-03") } else { year.to_string() };
                table.insert("from".into(), from.into());
            }
            if at < last || !open {
                table.insert("until".into(), format!("{}-02-03", year + 1).into());
            }
            toml::Value::Table(table)
        };
        let mut table = toml::Table::new();
        table.insert("of".into(), "other-0".into());
        for (key, list) in [("titles", titles), ("bodies", bodies), ("aliases", aliases)] {
            table.insert(key.into(), list.into());
        }
        reviewed.map(|reviewed| table.insert("reviewed".into(), reviewed.into()));
        table.insert("holders".into(), toml::Value::Array(terms.into_iter().enumerate().map(holder).collect()));
        table
    })
}

fn numbered(tables: Vec<toml::Table>, what: &str) -> toml::Value {
    let table = |(number, mut table): (usize, toml::Table)| {
        table.insert("id".into(), format!("{what}-{number}").into());
        toml::Value::Table(table)
    };
    toml::Value::Array(tables.into_iter().enumerate().map(table).collect())
}

/// Four states to be referred to, three persons to hold offices, and anything else.
fn file() -> impl Strategy<Value = String> {
    let set = (option::of(name()), vec(name(), 1..4));
    (vec(actor(), 0..5), vec(office(), 0..4), vec(set, 0..3), vec(names(4), 0..3)).prop_map(
        |(actors, offices, sets, nobody)| {
            let mut text = String::new();
            for number in 0..4 {
                text += &format!("[[actor]]\nid = \"other-{number}\"\nname = \"Other {number}\"\ntype = \"state\"\n");
            }
            for number in 0..3 {
                text += &format!("[[actor]]\nid = \"person-{number}\"\nname = \"P {number}\"\ntype = \"person\"\n");
            }
            let mut file = toml::Table::new();
            file.insert("office".into(), numbered(offices, "office"));
            let set = |(of, variants): (Option<String>, Vec<String>)| {
                let mut table = toml::Table::new();
                of.map(|of| table.insert("of".into(), of.into()));
                table.insert("variants".into(), variants.into());
                toml::Value::Table(table)
            };
            file.insert("transliteration".into(), toml::Value::Array(sets.into_iter().map(set).collect()));
            let phrases = |phrases: Vec<String>| {
                toml::Value::Table(std::iter::once(("phrases".to_owned(), phrases.into())).collect())
            };
            file.insert("nobody".into(), toml::Value::Array(nobody.into_iter().map(phrases).collect()));
            let mut more = toml::Table::new();
            more.insert("actor".into(), numbered(actors, "actor"));
            file.retain(|_, value| value.as_array().is_none_or(|list| !list.is_empty()));
            more.retain(|_, value| value.as_array().is_none_or(|list| !list.is_empty()));
            format!("{text}{more}\n{file}")
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, ..ProptestConfig::default() })]

    #[test]
    fn any_dictionary_comes_back_from_both_forms(text in file()) {
        let read = dictionary::parse("a.toml", &text);
        prop_assert!(read.is_ok(), "{:?}\n{}", read, text);
        let read = read.unwrap_or_default();
        let (csv, toml) = (write::csv(&read), write::toml(&read));
        prop_assert_eq!(&dictionary::parse("a.csv", &csv), &Ok(read.clone()), "{}", csv);
        prop_assert_eq!(&dictionary::parse("a.toml", &toml), &Ok(read), "{}", toml);
    }
}

const SHEET: &str = "\
type,id,name,aliases,state,short,abbr,of,titles,reviewed,holders,weak
state,russia,Russia,Russian Federation | Россия,,,RF,,,,,
person,sergei-lavrov,Sergei Lavrov,\"Sergey Lavrov | Lavrov, Sergei\",russia,Lavrov,,,,,,Сергей
office,russia-fm,,,,,,russia,foreign minister | FM,2024-05-12,sergei-lavrov 2004-03-09/,
";

#[test]
fn what_a_spreadsheet_leaves_is_read_like_what_was_meant() {
    let plain = parsed("actors.csv", SHEET);
    assert_eq!(plain.actors[1].aliases[2].text, "Lavrov, Sergei");
    let semicolons =
        SHEET.replace("\"Sergey Lavrov | Lavrov, Sergei\"", "Sergey Lavrov | Lavrov; Sergei").replace(',', ";");
    let semicolons = semicolons.replace("Sergey Lavrov | Lavrov; Sergei", "Sergey Lavrov | Lavrov, Sergei");
    let tabs = semicolons.replace(';', "\t");
    let wide: String = SHEET.lines().map(|line| format!("{line},,,\n")).collect();
    let rows = SHEET.replace('\n', "\n,,,,,,,,,,,\n\n").replacen("type,", ",,,,\n\ntype,", 1);
    let shouted = SHEET.replace("type,id,name", "Type, ID ,Name");
    let guarded = SHEET.replace("2024-05-12", "'2024-05-12").replace("office,", " office ,");
    for (what, text) in [
        ("a byte order mark", format!("\u{feff}{SHEET}")),
        ("line ends of Windows", SHEET.replace('\n', "\r\n")),
        ("semicolons", semicolons),
        ("tabs", tabs),
        ("empty columns", wide),
        ("empty rows", rows),
        ("capitals in the header", shouted),
        ("a guarded date, and spaces", guarded),
        ("no line end at the end", SHEET.trim_end().to_owned()),
    ] {
        assert_eq!(parsed("actors.csv", &text), plain, "{what}:\n{text}");
    }
}

#[test]
fn the_order_of_the_columns_is_free() {
    let text = "name,short,id,type\nVladimir Putin,Putin,putin,person\n";
    let other = "[[actor]]\nid = \"putin\"\nname = \"Vladimir Putin\"\ntype = \"person\"\nshort = [\"Putin\"]\n";
    assert_eq!(parsed("a.csv", text), parsed("a.toml", other));
}

#[test]
fn a_guarded_formula_is_the_name_without_its_guard() {
    let read = parsed("a.csv", "type,id,name,short\norganization,a,'+972 Magazine,'@972 | 'Ndrangheta\n");
    let texts: Vec<&str> = read.actors[0].aliases.iter().map(|alias| alias.text.as_str()).collect();
    assert_eq!(texts, ["+972 Magazine", "@972", "'Ndrangheta"]);
}

#[test]
fn a_converted_dictionary_gives_the_same_tables_and_comes_back() {
    let run = Run::new().input("a.txt", "Vladimir Putin met Kim Jong Un in Russia. Putin thanked Kim.");
    assert_eq!(run.run(&[]).code, 0);
    let mentions = run.table("mentions");
    assert_eq!(
        run.run(&["convert", "actors.toml", "actors.csv"]).says_with(0),
        "wrote actors.csv: 5 actors, 0 offices\n"
    );
    assert_eq!(run.run(&["convert", "actors.csv", "again.toml"]).code, 0);
    let again = std::fs::read_to_string(run.path("again.toml")).expect("it was written");
    assert_eq!(parsed("again.toml", &again), parsed("actors.toml", ACTORS));

    let run = run
        .without("actors.toml")
        .config("[write]\npng = false\nbom = false\n[measure]\ndictionary = \"actors.csv\"\n");
    assert_eq!(run.run(&["check"]).code, 0);
    let ended = run.run(&[]);
    assert_eq!(ended.code, 0, "{ended}");
    assert_eq!(run.table("mentions"), mentions);
}
