//! Names that are common English words: at the head of a sentence or in a headline the word is counted as the name.

use super::vocabulary::{COMMON_WORDS, ENGLISH_WORDS, known};
use crate::config::dictionary::{Actor, Alias, Dictionary, Kind};
use crate::lex::normal::normal;
use crate::lex::stop;

/// The strong aliases of one word that are common words and not written in capitals alone, each with its actor.
pub fn common(dictionary: &Dictionary) -> Vec<(&Alias, &Actor)> {
    let stopped = stop::english();
    let is_common = |actor: &Actor, alias: &Alias| {
        let one = alias.strong && !alias.text.contains(|c: char| c.is_whitespace() || c == '-' || c == '.');
        if !one || !alias.text.contains(char::is_lowercase) {
            return false;
        }
        // A state that is called like a word has a rule of its own: "Turkey", "Chad".
        let own_rule = actor.kind == Kind::State;
        // The stop list was made on the web of the nineties.
        let firm = matches!(alias.text.as_str(), "Microsoft" | "Netscape");
        let listed = known(&ENGLISH_WORDS, &alias.text);
        listed || (!firm && stopped.contains(&normal(&alias.text))) || (!own_rule && known(&COMMON_WORDS, &alias.text))
    };
    let all = dictionary.actors.iter().flat_map(|actor| actor.aliases.iter().map(move |alias| (alias, actor)));
    all.filter(|(alias, actor)| is_common(actor, alias)).collect()
}
