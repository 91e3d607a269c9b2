//! The names of a dictionary for the texts, and a dictionary that the names of the texts have made longer.

use std::path::Path;

use super::stock::first_name;
use super::words::push_name;

/// How one actor is written; the name is first.
pub type Forms = Vec<String>;

/// The lists of an entry whose names are found anywhere.
const STRONG: [&str; 4] = ["aliases", "short", "abbr", "adjectives"];

/// Every actor of a dictionary file in its order, in the forms that English news use.
pub fn read(dictionary: &Path) -> Vec<Forms> {
    let text = std::fs::read_to_string(dictionary).expect("the dictionary can be read");
    entries(&text).iter().map(|forms| forms.iter().filter(|form| form.is_ascii()).cloned().collect()).collect()
}

/// The dictionary with made-up persons of the texts added, the most frequent first, until it has `aliases` of them.
pub fn extended(dictionary: &Path, aliases: usize) -> String {
    let mut text = std::fs::read_to_string(dictionary).expect("the dictionary can be read");
    let mut have: usize = entries(&text).iter().map(Vec::len).sum();
    let persons = (0u64..).filter(|rank| super::stock::is_person(*rank));
    for rank in persons {
        if have >= aliases {
            break;
        }
        let mut family = String::new();
        push_name(rank, &mut family);
        let first = first_name(rank);
        text.push_str(&format!(
            "\n[[actor]]\nid = \"made-up-{rank}\"\nname = \"{first} {family}\"\ntype = \"person\"\nshort = [\"{family}\"]\n"
        ));
        have += 2;
    }
    text
}

/// A dictionary of so many made-up persons, each with a name, three spellings of it and a surname that is its own.
pub fn persons(count: usize) -> String {
    let mut text = String::new();
    for (number, rank) in (0u64..).filter(|rank| super::stock::is_person(*rank)).take(count).enumerate() {
        let mut family = String::new();
        push_name(rank, &mut family);
        let (first, second) = (first_name(rank), first_name(rank * 7 + 3));
        text.push_str(&format!(
            "[[actor]]\nid = \"person-{number}\"\nname = \"{first} {family}\"\ntype = \"person\"\naliases = [\"{first} {second} {family}\", \
             \"{second} {family}\", \"{first} {family}ov\"]\nshort = [\"{family}\"]\n"
        ));
    }
    text
}

fn entries(text: &str) -> Vec<Forms> {
    let table: toml::Table = text.parse().expect("the dictionary is TOML");
    let actors = table.get("actor").and_then(toml::Value::as_array).expect("the dictionary lists actors");
    actors.iter().map(forms).collect()
}

fn forms(actor: &toml::Value) -> Forms {
    let name = actor.get("name").and_then(toml::Value::as_str).expect("an actor has a name");
    let lists = STRONG.iter().filter_map(|list| actor.get(list)?.as_array()).flatten();
    let others = lists.filter_map(toml::Value::as_str).map(str::to_owned);
    std::iter::once(name.to_owned()).chain(others).collect()
}
