//! What is said of actors.toml.

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
    error: actors.toml:5: capital is "b", and no place has that id
      help: correct the spelling, or add an entry with this id
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
