//! What is said of actors.toml and actors.csv.

use super::*;

#[test]
fn a_missing_dictionary_is_told_with_the_way_to_get_one() {
    assert_snapshot!(refused(&Run::new().without("actors.toml")), @"
    error: actors.toml: cannot be read: no such file or directory
      help: write one with `newsgauge init`, or name another with [measure] dictionary
    ");
}

#[test]
fn an_actor_without_an_id_is_told_with_its_line() {
    assert_snapshot!(dictionary("# head\n\n[[actor]]\nname = \"A\"\ntype = \"person\"\n"), @"
    error: actors.toml:3: this actor has no id
      help: add it; the head of the shipped actors.toml shows what an entry needs
    ");
}

#[test]
fn an_id_that_is_not_usable_is_told_with_an_example() {
    assert_snapshot!(dictionary("[[actor]]\nid = \"Kim Jong Un\"\nname = \"Kim Jong Un\"\ntype = \"person\"\n"), @"
    error: actors.toml:2: the id `Kim Jong Un` is not usable
      help: use lower-case letters a-z, digits and hyphens, such as kim-jong-un
    ");
}

#[test]
fn an_id_that_is_taken_is_told_with_the_line_of_the_first() {
    let text = "[[actor]]\nid = \"a\"\nname = \"A\"\ntype = \"state\"\n\n[[actor]]\nid = \"a\"\nname = \"B\"\ntype = \"state\"\n";
    assert_snapshot!(dictionary(text), @"
    error: actors.toml:7: the id `a` is taken by the actor in line 2
      help: give each actor an id of its own, or merge the two entries
    ");
}

#[test]
fn an_unknown_type_is_told_with_the_known_ones() {
    assert_snapshot!(dictionary("[[actor]]\nid = \"a\"\nname = \"A\"\ntype = \"planet\"\n"), @"
    error: actors.toml:4: the type `planet` is unknown
      help: write person, organization, state or place
    ");
}

#[test]
fn an_alias_that_could_match_nothing_is_told() {
    let text = "[[actor]]\nid = \"a\"\nname = \"A\"\ntype = \"state\"\naliases = [\"Aland\", \"--\"]\n";
    assert_snapshot!(dictionary(text), @r#"
    error: actors.toml:5: the alias "--" holds no letter
      help: remove it: it could match nothing
    "#);
}

#[test]
fn a_reference_to_nobody_is_told() {
    let text = "[[actor]]\nid = \"a\"\nname = \"A\"\ntype = \"person\"\nstate = \"b\"\nparent = \"c\"\n";
    assert_snapshot!(dictionary(text), @r#"
    error: actors.toml:5: state is "b", and no state has that id
      help: correct the spelling, or add an entry with this id
    error: actors.toml:6: parent is "c", and no actor has that id
      help: correct the spelling, or add an entry with this id
    2 problems; nothing was done
    "#);
}

#[test]
fn parents_that_form_a_circle_are_told() {
    let text = "[[actor]]\nid = \"a\"\nname = \"A\"\ntype = \"organization\"\nparent = \"b\"\n\n[[actor]]\nid = \"b\"\nname = \"B\"\ntype = \
                \"organization\"\nparent = \"a\"\n";
    assert_snapshot!(dictionary(text), @r#"
    error: actors.toml:5: the parent "b" leads back to this actor
      help: remove one `parent` of the circle
    error: actors.toml:11: the parent "a" leads back to this actor
      help: remove one `parent` of the circle
    2 problems; nothing was done
    "#);
}

#[test]
fn a_capital_that_is_no_place_is_told() {
    let text = "[[actor]]\nid = \"a\"\nname = \"A\"\ntype = \"state\"\ncapital = \"b\"\n\n[[actor]]\nid = \"b\"\nname = \"B\"\ntype = \
                \"person\"\n";
    assert_snapshot!(dictionary(text), @r#"
    error: actors.toml:5: capital is "b", which is of type person, and must be of type place
      help: name another, or correct the type of the actor in line 8
    "#);
}

#[test]
fn an_unknown_key_of_an_actor_is_told_with_the_nearest_known_one() {
    let text = "[[actor]]\nid = \"a\"\nname = \"A\"\ntype = \"state\"\nalias = [\"Aland\"]\n";
    assert_snapshot!(dictionary(text), @"
    error: actors.toml:5: unknown key `actor.alias`
      help: did you mean `aliases`? Known in [actor]: id, name, type, state, parent, capital, surname, gender, surname_first, seats, one_of, aliases, short, abbr, adjectives, weak
    ");
}

#[test]
fn one_table_of_actors_instead_of_a_list_is_told() {
    assert_snapshot!(dictionary("[actor]\nid = \"a\"\nname = \"A\"\ntype = \"state\"\n"), @"
    error: actors.toml:1: actor must be a list of tables
      help: begin each entry with a line [[actor]]
    ");
}

#[test]
fn aliases_that_are_no_list_are_told() {
    assert_snapshot!(dictionary("[[actor]]\nid = \"a\"\nname = \"A\"\ntype = \"state\"\naliases = \"Aland\"\n"), @r#"
    error: actors.toml:5: actor.aliases must be a list of texts, such as ["a", "b"]
      help: correct the line
    "#);
}

#[test]
fn an_id_of_the_wrong_kind_is_told() {
    assert_snapshot!(dictionary("[[actor]]\nid = 5\nname = \"A\"\ntype = \"state\"\n"), @"
    error: actors.toml:2: actor.id must be a text in quotes
      help: correct the line
    ");
}

#[test]
fn a_dictionary_that_is_not_toml_is_told_with_its_line() {
    assert_snapshot!(dictionary("[[actor]]\nid = \"a\nname = \"A\"\ntype = \"state\"\n"), @r#"
    error: actors.toml:2: not TOML: invalid basic string, expected `"`
      help: see https://toml.io for how values, lists and tables are written
    "#);
}

#[test]
fn an_id_that_is_taken_three_times_is_told_with_the_line_of_the_first() {
    let text = r#"[[actor]]
id = "a"
name = "A"
type = "state"

[[actor]]
id = "a"
name = "A"
type = "state"

[[actor]]
id = "a"
name = "A"
type = "state"

"#;
    assert_snapshot!(dictionary(text), @r"
    error: actors.toml:7: the id `a` is taken by the actor in line 2
      help: give each actor an id of its own, or merge the two entries
    error: actors.toml:12: the id `a` is taken by the actor in line 2
      help: give each actor an id of its own, or merge the two entries
    2 problems; nothing was done
    ");
}

#[test]
fn an_office_with_the_id_of_an_actor_is_told() {
    let text = r#"[[actor]]
id = "russia"
name = "Russia"
type = "state"

[[actor]]
id = "putin"
name = "Vladimir Putin"
type = "person"

[[actor]]
id = "medvedev"
name = "Dmitry Medvedev"
type = "person"

[[office]]
id = "putin"
of = "russia"
titles = ["president"]
holders = [{ actor = "putin" }]
"#;
    assert_snapshot!(dictionary(text), @r"
    error: actors.toml:17: the id `putin` is taken by the actor in line 7
      help: give each office an id of its own, or merge the two entries
    ");
}

#[test]
fn an_empty_name_and_empty_aliases_are_told_each_in_its_own_line() {
    let text = r#"[[actor]]
id = "a"
name = " "
type = "state"
aliases = [
    "Aland",
    "",
    "...",
]
"#;
    assert_snapshot!(dictionary(text), @r#"
    error: actors.toml:3: name is empty
      help: write what it is, or remove the line
    error: actors.toml:7: the alias "" holds no letter
      help: remove it: it could match nothing
    error: actors.toml:8: the alias "..." holds no letter
      help: remove it: it could match nothing
    3 problems; nothing was done
    "#);
}

#[test]
fn a_term_that_ends_before_it_begins_is_told_in_its_own_line() {
    let text = r#"[[actor]]
id = "russia"
name = "Russia"
type = "state"

[[actor]]
id = "putin"
name = "Vladimir Putin"
type = "person"

[[actor]]
id = "medvedev"
name = "Dmitry Medvedev"
type = "person"

[[office]]
id = "president"
of = "russia"
titles = ["president"]
holders = [
    { actor = "medvedev", from = "2008-05-07", until = "2012-05-07" },
    { actor = "putin", from = "2018-05-07", until = "2012-05-07" },
]
"#;
    assert_snapshot!(dictionary(text), @r"
    error: actors.toml:22: until 2012-05-07 is before from 2018-05-07
      help: exchange the two, or correct one
    ");
}

#[test]
fn terms_of_one_office_that_overlap_are_told() {
    let text = r#"[[actor]]
id = "russia"
name = "Russia"
type = "state"

[[actor]]
id = "putin"
name = "Vladimir Putin"
type = "person"

[[actor]]
id = "medvedev"
name = "Dmitry Medvedev"
type = "person"

[[office]]
id = "president"
of = "russia"
titles = ["president"]
holders = [
    { actor = "medvedev", from = "2008-05-07", until = "2020-05-07" },
    { actor = "putin", from = "2012-05-07", until = "2013-01-01" },
    { actor = "putin", from = "2018", until = "2019" },
]
"#;
    assert_snapshot!(dictionary(text), @r"
    error: actors.toml:22: the term of putin begins before that of medvedev ends
      help: correct from or until: an office has one holder at a time
    error: actors.toml:23: the term of putin begins before that of medvedev ends
      help: correct from or until: an office has one holder at a time
    2 problems; nothing was done
    ");
}

#[test]
fn a_holder_before_the_last_without_an_end_is_told() {
    let text = r#"[[actor]]
id = "russia"
name = "Russia"
type = "state"

[[actor]]
id = "putin"
name = "Vladimir Putin"
type = "person"

[[actor]]
id = "medvedev"
name = "Dmitry Medvedev"
type = "person"

[[office]]
id = "president"
of = "russia"
titles = ["president"]
holders = [
    { actor = "medvedev", from = "2008-05-07" },
    { actor = "putin", from = "2012-05-07" },
]
"#;
    assert_snapshot!(dictionary(text), @r"
    error: actors.toml:22: the term of putin begins while that of medvedev has no end
      help: give medvedev in line 21 its `until`
    ");
}

#[test]
fn an_office_of_nobody_and_a_term_of_an_unknown_actor_are_told_with_the_nearest_ids() {
    let text = r#"[[actor]]
id = "russia"
name = "Russia"
type = "state"

[[actor]]
id = "putin"
name = "Vladimir Putin"
type = "person"

[[actor]]
id = "medvedev"
name = "Dmitry Medvedev"
type = "person"

[[office]]
id = "president"
of = "rusia"
titles = ["president"]
holders = [
    { actor = "mededev" },
]

[[office]]
id = "mayor"
of = "gotham"
titles = ["mayor"]
holders = [{ actor = "russia" }]
"#;
    assert_snapshot!(dictionary(text), @r#"
    error: actors.toml:18: of is "rusia", and no state or organization or place has that id
      help: did you mean russia? If not, add an entry with this id
    error: actors.toml:21: actor is "mededev", and no person has that id
      help: did you mean medvedev? If not, add an entry with this id
    error: actors.toml:26: of is "gotham", and no state or organization or place has that id
      help: correct the spelling, or add an entry with this id
    error: actors.toml:28: actor is "russia", which is of type state, and must be of type person
      help: name another, or correct the type of the actor in line 2
    4 problems; nothing was done
    "#);
}

#[test]
fn an_unknown_state_is_told_with_the_nearest_one() {
    let text = r#"[[actor]]
id = "russia"
name = "Russia"
type = "state"

[[actor]]
id = "putin"
name = "Vladimir Putin"
type = "person"

[[actor]]
id = "medvedev"
name = "Dmitry Medvedev"
type = "person"

[[actor]]
id = "lavrov"
name = "Sergei Lavrov"
type = "person"
state = "russie"
"#;
    assert_snapshot!(dictionary(text), @r#"
    error: actors.toml:20: state is "russie", and no state has that id
      help: did you mean russia? If not, add an entry with this id
    "#);
}

#[test]
fn dates_that_are_none_are_told() {
    let text = r#"[[actor]]
id = "russia"
name = "Russia"
type = "state"

[[actor]]
id = "putin"
name = "Vladimir Putin"
type = "person"

[[actor]]
id = "medvedev"
name = "Dmitry Medvedev"
type = "person"

[[office]]
id = "president"
of = "russia"
titles = ["president"]
reviewed = "06/07/2024"
holders = [
    { actor = "putin", from = "soon", until = "2024-02-30" },
]
"#;
    assert_snapshot!(dictionary(text), @r#"
    error: actors.toml:20: reviewed is "06/07/2024", which is no date
      help: write it as "2024-05-12"
    error: actors.toml:22: from is "soon", which is no date
      help: write it as "2024-05-12"
    error: actors.toml:22: until is "2024-02-30", which is no date
      help: write it as "2024-05-12"
    3 problems; nothing was done
    "#);
}

#[test]
fn a_date_without_quotes_is_told() {
    let text = r#"[[actor]]
id = "russia"
name = "Russia"
type = "state"

[[actor]]
id = "putin"
name = "Vladimir Putin"
type = "person"

[[actor]]
id = "medvedev"
name = "Dmitry Medvedev"
type = "person"

[[office]]
id = "president"
of = "russia"
titles = ["president"]
reviewed = 2024-05-12
holders = [{ actor = "putin" }]
"#;
    assert_snapshot!(dictionary(text), @r"
    error: actors.toml:20: office.reviewed must be a text in quotes
      help: correct the line
    ");
}

#[test]
fn an_office_without_holders_is_told() {
    let text = r#"[[office]]
id = "president"
titles = []
holders = []
"#;
    assert_snapshot!(dictionary(text), @r"
    error: actors.toml:1: this office has no of and no titles and no holders
      help: add it; the head of the shipped actors.toml shows what an entry needs
    ");
}

#[test]
fn holders_that_are_no_tables_are_told() {
    let text = r#"[[actor]]
id = "russia"
name = "Russia"
type = "state"

[[actor]]
id = "putin"
name = "Vladimir Putin"
type = "person"

[[actor]]
id = "medvedev"
name = "Dmitry Medvedev"
type = "person"

[[office]]
id = "president"
of = "russia"
titles = ["president"]
holders = ["putin"]
"#;
    assert_snapshot!(dictionary(text), @r"
    error: actors.toml:20: an entry of office.holders must be a table
      help: write each entry as a table: holders = [{ ... }, { ... }]
    ");
}

#[test]
fn an_item_that_is_no_text_is_told_in_its_own_line() {
    let text = r#"[[actor]]
id = "a"
name = "A"
type = "state"
aliases = [
    "Aland",
    1917,
]
surname_first = "yes"
gender = "neuter"
"#;
    assert_snapshot!(dictionary(text), @r"
    error: actors.toml:7: an item of actor.aliases must be a text in quotes
      help: correct the line
    error: actors.toml:9: actor.surname_first must be true or false
      help: correct the line
    error: actors.toml:10: the gender `neuter` is unknown
      help: write female or male
    3 problems; nothing was done
    ");
}

#[test]
fn a_holder_with_an_unknown_key_is_told() {
    let text = r#"[[actor]]
id = "russia"
name = "Russia"
type = "state"

[[actor]]
id = "putin"
name = "Vladimir Putin"
type = "person"

[[actor]]
id = "medvedev"
name = "Dmitry Medvedev"
type = "person"

[[office]]
id = "president"
of = "russia"
titles = ["president"]
holders = [
    { actor = "putin", since = "2012" },
    { from = "2012" },
]
"#;
    assert_snapshot!(dictionary(text), @r#"
    error: actors.toml:21: unknown key `holders.since`
      help: remove it; known in [holders]: actor, from, until
    error: actors.toml:22: this holder has no actor
      help: add the id of a person, such as actor = "sergei-lavrov"
    2 problems; nothing was done
    "#);
}

#[test]
fn a_long_circle_of_parents_is_told_and_those_outside_of_it_are_not() {
    let text = r#"[[actor]]
id = "a"
name = "A"
type = "organization"
parent = "b"
[[actor]]
id = "b"
name = "B"
type = "organization"
parent = "c"
[[actor]]
id = "c"
name = "C"
type = "organization"
parent = "a"
[[actor]]
id = "d"
name = "D"
type = "organization"
parent = "a"
"#;
    assert_snapshot!(dictionary(text), @r#"
    error: actors.toml:5: the parent "b" leads back to this actor
      help: remove one `parent` of the circle
    error: actors.toml:10: the parent "c" leads back to this actor
      help: remove one `parent` of the circle
    error: actors.toml:15: the parent "a" leads back to this actor
      help: remove one `parent` of the circle
    3 problems; nothing was done
    "#);
}

#[test]
fn a_dictionary_that_is_not_utf8_is_told_with_the_line() {
    let text = b"[[actor]]\nid = \"a\"\nname = \"\xd0\xcf\"\n";
    assert_snapshot!(dictionary(text), @r"
    error: actors.toml:3: it is not UTF-8
      help: save it as UTF-8
    ");
}

#[test]
fn a_sheet_tells_all_its_problems_with_the_lines_of_the_rows() {
    let text = r#"type,id,name,state,parent,aliases,of,titles,reviewed,holders
state,russia,Russia,,,,,,,
person,putin,Vladimir Putin,russia,,,,,,
person,medvedev,Dmitry Medvedev,russia,,,,,,

person,putin,P,,,,,,,
state,b,--,,,B | | ..,,,,
person,c,C,rusia,,,,,,
organization,d,"D
D2",,e,,,,,
organization,e,E,,d,,,,,
planet,f,F,,,,,,,
,g,G,,,,,,,
"#;
    assert_snapshot!(sheet(text), @r#"
    error: actors.csv:6: the id `putin` is taken by the actor in line 3
      help: give each actor an id of its own, or merge the two entries
    error: actors.csv:7: the name "--" holds no letter
      help: write the name as articles have it
    error: actors.csv:7: the alias "" holds no letter
      help: remove it: it could match nothing
    error: actors.csv:7: the alias ".." holds no letter
      help: remove it: it could match nothing
    error: actors.csv:8: state is "rusia", and no state has that id
      help: did you mean russia? If not, add an entry with this id
    error: actors.csv:9: the parent "e" leads back to this actor
      help: remove one `parent` of the circle
    error: actors.csv:11: the parent "d" leads back to this actor
      help: remove one `parent` of the circle
    error: actors.csv:12: the type `planet` is unknown
      help: write person, organization, state, place, office, transliteration or nobody
    error: actors.csv:13: this actor has no type
      help: add it; the head of the shipped actors.toml shows what an entry needs
    9 problems; nothing was done
    "#);
}

#[test]
fn a_sheet_tells_what_is_wrong_with_its_offices() {
    let text = r"type,id,name,state,parent,aliases,of,titles,reviewed,holders
state,russia,Russia,,,,,,,
person,putin,Vladimir Putin,russia,,,,,,
person,medvedev,Dmitry Medvedev,russia,,,,,,
office,putin,,,,,russia,president,2024-13,putin
office,o,,,,,rusia,president,,putin 2012/2008 | medvedef | medvedev soon/
office,p,,,,,russia,chief,,medvedev 2008/2020-01-01 | putin 2012/2013
office,q,,,,,russia,,,
";
    assert_snapshot!(sheet(text), @r#"
    error: actors.csv:5: reviewed is "2024-13", which is no date
      help: write it as "2024-05-12"
    error: actors.csv:5: the id `putin` is taken by the actor in line 3
      help: give each office an id of its own, or merge the two entries
    error: actors.csv:6: until 2008 is before from 2012
      help: exchange the two, or correct one
    error: actors.csv:6: from is "soon", which is no date
      help: write it as "2024-05-12"
    error: actors.csv:6: of is "rusia", and no state or organization or place has that id
      help: did you mean russia? If not, add an entry with this id
    error: actors.csv:6: actor is "medvedef", and no person has that id
      help: did you mean medvedev? If not, add an entry with this id
    error: actors.csv:7: the term of putin begins before that of medvedev ends
      help: correct from or until: an office has one holder at a time
    error: actors.csv:8: this office has no titles and no holders
      help: add it; the head of the shipped actors.toml shows what an entry needs
    8 problems; nothing was done
    "#);
}

#[test]
fn columns_that_a_sheet_cannot_have_are_told() {
    let text = r"type,id,name,alias,id,notes
state,a,A,,,
";
    assert_snapshot!(sheet(text), @r"
    error: actors.csv:1: unknown column `alias`
      help: did you mean aliases? If not, remove the column; known are type, id, name, state, parent, capital, seats, one_of, surname_first, surname, gender, aliases, short, abbr, adjectives, weak, of, titles, bodies, variants, reviewed, holders, phrases
    error: actors.csv:1: the column `id` is there twice
      help: put both into one
    error: actors.csv:1: unknown column `notes`
      help: remove the column; known are type, id, name, state, parent, capital, seats, one_of, surname_first, surname, gender, aliases, short, abbr, adjectives, weak, of, titles, bodies, variants, reviewed, holders, phrases
    3 problems; nothing was done
    ");
}

#[test]
fn a_sheet_without_a_column_of_types_is_told() {
    let text = r"Aland,A
Bland,B
";
    assert_snapshot!(sheet(text), @r"
    error: actors.csv:1: unknown column `aland`
      help: remove the column; known are type, id, name, state, parent, capital, seats, one_of, surname_first, surname, gender, aliases, short, abbr, adjectives, weak, of, titles, bodies, variants, reviewed, holders, phrases
    error: actors.csv:1: unknown column `a`
      help: remove the column; known are type, id, name, state, parent, capital, seats, one_of, surname_first, surname, gender, aliases, short, abbr, adjectives, weak, of, titles, bodies, variants, reviewed, holders, phrases
    error: actors.csv:1: the first row names no column `type`
      help: name the columns in the first row: type, id, name, and what else is needed
    3 problems; nothing was done
    ");
}

#[test]
fn a_row_with_too_many_cells_is_told() {
    let text = r"type,id,name,aliases
person,a,Sergei Lavrov,Sergey Lavrov, Lavrov
";
    assert_snapshot!(sheet(text), @r"
    error: actors.csv:2: this row has 5 cells, and there are 4 columns
      help: put quotes around a cell that holds the mark between cells
    ");
}

#[test]
fn a_quote_that_is_not_closed_is_told() {
    let text = r#"type,id,name,aliases
person,a,Sergei Lavrov,"Sergey Lavrov
person,b,Vladimir Putin,Putin
"#;
    assert_snapshot!(sheet(text), @"
    error: actors.csv:2: a quotation mark of this row is not closed
      help: close it; one that is part of a text is written twice, and its cell stands in quotes
    ");
    let twice =
        "type,id,name,aliases\nperson,a,Sergei Lavrov,\"Sergey Lavrov\nperson,b,Vladimir Putin,\"Putin\nperson,c,C,C\n";
    assert_snapshot!(sheet(twice), @"
    error: actors.csv:2: a quotation mark of this row is not closed
      help: close it; one that is part of a text is written twice, and its cell stands in quotes
    ");
    let stray = "type,id,name,aliases\nperson,a,Sergei Lavrov,The 5\" man\nperson,b,Vladimir Putin,Putin\n";
    assert_snapshot!(sheet(stray), @"
    error: actors.csv:3: a quotation mark of this row, or of one above it, is not closed
      help: close it; one that is part of a text is written twice, and its cell stands in quotes
    ");
}

#[test]
fn a_cell_in_a_row_of_another_type_is_told() {
    let text = r"type,id,name,holders,surname_first
person,a,Sergei Lavrov,putin,ja
";
    assert_snapshot!(sheet(text), @r#"
    error: actors.csv:2: surname_first is "ja", and must be true or false
      help: correct the cell
    error: actors.csv:2: a row of this type has no holders
      help: empty the cell, or correct the type
    2 problems; nothing was done
    "#);
}

#[test]
fn a_sheet_that_is_not_utf8_is_told_with_the_line() {
    let text = b"type,id,name\nperson,a,\xcf\xf3\n";
    assert_snapshot!(sheet(text), @r"
    error: actors.csv:2: it is not UTF-8
      help: save it as UTF-8
    ");
}

#[test]
fn a_dictionary_of_50_mb_is_refused_before_it_is_read() {
    let started = std::time::Instant::now();
    let line = "[[actor]]\nid = \"a\"\nname = \"A\"\ntype = \"state\"\n";
    let text = line.repeat(50 * (1 << 20) / line.len() + 1);
    assert_snapshot!(dictionary(text), @"
    error: actors.toml: the dictionary has 50 MB, and at most 32 MB are read
      help: keep the actors that your articles can name, and remove the others
    ");
    assert!(started.elapsed() < Duration::from_secs(5), "it took {:?}", started.elapsed());
}
