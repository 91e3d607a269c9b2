//! Sentence -> names: runs of words with capitals, without the titles and adjectives before them.

use std::ops::Range;

use super::kinds::*;

/// At most so many words with capitals are a name.
const MOST: usize = 4;

/// A name in a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// Its words in the sentence.
    pub words: Range<usize>,
    /// What stands before it.
    pub behind: Behind,
}

/// What stands before a name and says what it names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Behind {
    Nothing,
    Title,
    /// "in", "at", "from", "near".
    Place,
}

/// Gives each name of a sentence to `each`, in order.
pub fn runs(sentence: &[Unit], mut each: impl FnMut(Run)) {
    let mut at = 0;
    while at < sentence.len() {
        if begins(sentence, at) {
            let end = end(sentence, at);
            if let Some(run) = run(sentence, at..end) {
                each(run);
            }
            at = end;
        } else {
            at += 1;
        }
    }
}

/// Whether a name may begin here. At the head of a sentence every word has a capital, behind punctuation many have.
fn begins(sentence: &[Unit], at: usize) -> bool {
    let unit = sentence[at];
    unit.names()
        && match at {
            0 => unit.is(NAMELY),
            _ => !(unit.is(BROKEN) && unit.is(COMMON)),
        }
}

/// Where the run of words ends that begins at `from`.
fn end(sentence: &[Unit], from: usize) -> usize {
    let mut end = from + 1;
    let (mut body, mut of) = (sentence[from].is(BODY), false);
    while let Some(next) = goes_on(&sentence[end - 1..], body, of) {
        of |= next > 0 && sentence[end].is(OF);
        body |= sentence[end + next].is(BODY);
        end += next + 1;
    }
    end
}

/// After how many small words a run goes on behind its last word, the first of `run`: those of organizations only behind a
/// word that says that it is one, and "and" only in a list of what it is for: "Ministry of Foreign Affairs and Trade",
/// "Securities and Exchange Commission".
fn goes_on(run: &[Unit], body: bool, of: bool) -> Option<usize> {
    let (last, rest) = run.split_first()?;
    let unit = |at: usize| rest.get(at).copied().filter(|unit| !unit.is(BROKEN));
    let names = |at: usize| unit(at).is_some_and(Unit::names);
    let first = unit(0)?;
    if first.names() {
        return Some(0);
    }
    let second_the = unit(1).is_some_and(|unit| unit.is(THE | PARTICLE));
    match () {
        () if first.is(PARTICLE) && names(1) => Some(1),
        () if first.is(PARTICLE) && unit(1).is_some_and(|unit| unit.is(PARTICLE)) && names(2) => Some(2),
        () if first.is(OF) && body && names(1) => Some(1),
        () if first.is(OF) && body && second_the && names(2) => Some(2),
        () if first.is(AND) && last.is(ORDINARY) && !last.is(BODY | TITLE | KNOWN) && names_body(rest) => Some(1),
        () if first.is(AND) && of && names(1) && rest[1].is(COMMON) => Some(1),
        () => None,
    }
}

/// Whether behind its first word `rest` has words of the language and a body: "Exchange Commission".
fn names_body(rest: &[Unit]) -> bool {
    let words = rest.iter().skip(1).take_while(|unit| unit.names() && !unit.is(BROKEN));
    let ordinary = words.clone().take_while(|unit| unit.is(ORDINARY) && !unit.is(BODY | TITLE)).count();
    ordinary > 0 && words.clone().nth(ordinary).is_some_and(|unit| unit.is(BODY))
}

/// The name in a run of words, if there is one that may be shown.
fn run(sentence: &[Unit], whole: Range<usize>) -> Option<Run> {
    let titled = behind_title(sentence, &whole);
    let start = behind_adjectives(sentence, titled.unwrap_or(whole.start)..whole.end);
    let mut run = Run { words: start..whole.end, behind: before(sentence, start) };
    if titled.is_some() && sentence[run.words.clone()].iter().all(|unit| unit.is(COMMON | ORDINARY | BODY)) {
        // "General Staff": without its first word it says nothing.
        (titled == Some(whole.start + 1)).then_some(())?;
        run = Run { words: whole.clone(), behind: before(sentence, whole.start) };
    } else if titled.is_some() {
        run.behind = Behind::Title;
    }
    let one = run.words.len() == 1 && start > 0 && sentence[start - 1].is(ONE);
    (!one && shown(sentence, &run.words)).then_some(run)
}

/// The word behind the last title in a run: "Oleg" of "Defence Ministry Spokesman Oleg Kim". One behind a small word is
/// part of the name: "Ministry of Justice".
fn behind_title(sentence: &[Unit], run: &Range<usize>) -> Option<usize> {
    let title = |at: &usize| {
        sentence[*at].is(TITLE) && sentence[*at + 1].names() && (*at == run.start || sentence[*at - 1].is(CAPITAL))
    };
    (run.start..run.end - 1).rev().find(title).map(|at| at + 1)
}

/// The first word of a run behind adjectives of states: "Olga" of "South Korean Olga Pak". Of other names they are a part:
/// "Russian Railways".
fn behind_adjectives(sentence: &[Unit], run: Range<usize>) -> usize {
    let mut start = run.start;
    if sentence[run.end - 1].is(BODY | COMMON | ORDINARY) {
        return start;
    }
    for (at, unit) in (run.start + 1..).zip(&sentence[run.start..run.end - 1]) {
        match unit {
            unit if unit.is(ADJECTIVE) => start = at,
            unit if unit.is(DIRECTION) => {}
            _ => break,
        }
    }
    start
}

/// What stands before the word at `start`.
fn before(sentence: &[Unit], start: usize) -> Behind {
    if sentence[start].is(BROKEN) || start == 0 {
        return Behind::Nothing;
    }
    let last = sentence[start - 1];
    let article = last.is(THE) && start > 1 && !last.is(BROKEN);
    match () {
        () if last.is(TITLE) => Behind::Title,
        () if last.is(AT) || article && sentence[start - 2].is(AT) => Behind::Place,
        () => Behind::Nothing,
    }
}

/// Whether the words may be shown as a name: not too many, none too rare, no title in the end, and not words of the language
/// alone, unless they say that they name a body or a place.
fn shown(sentence: &[Unit], run: &Range<usize>) -> bool {
    let words = &sentence[run.clone()];
    let capitals = || words.iter().filter(|unit| unit.is(CAPITAL));
    let (Some(last), count) = (words.last(), capitals().count()) else { return false };
    let title = last.is(TITLE) && (words.len() == 1 || words[words.len() - 2].is(CAPITAL));
    let whole = !last.is(ADJECTIVE) && !capitals().all(|unit| unit.is(BODY));
    let alone = count == 1 && last.is(KNOWN | COMMON | ORDINARY | BODY | LAND | DIRECTION);
    let says = capitals().any(|unit| unit.is(BODY | LAND) || !unit.is(COMMON | ORDINARY));
    count <= MOST
        && !title
        && !alone
        && whole
        && says
        && capitals().all(|unit| !unit.is(RARE))
        && capitals().any(|unit| !unit.is(SINGLE))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a sentence holds, by words: a word with `!` is common, with `~` has punctuation before it.
    fn found(text: &str) -> Vec<(String, Behind)> {
        let words: Vec<&str> = text.split(' ').collect();
        let unit = |word: &str| {
            let plain = word.trim_start_matches(['!', '~']);
            let bit = |bit: Kind, is: bool| if is { bit } else { 0 };
            let capital = plain.starts_with(char::is_uppercase);
            let kind = bit(CAPITAL, capital)
                | bit(if word.contains('!') { COMMON } else { NAMELY }, capital)
                | bit(BROKEN, word.starts_with('~'))
                | bit(OF, plain == "of")
                | bit(AND, plain == "and")
                | bit(THE, plain == "the")
                | bit(PARTICLE, matches!(plain, "de" | "la"))
                | bit(AT, plain == "in")
                | bit(NONE, plain == "The")
                | bit(TITLE, matches!(plain.to_lowercase().as_str(), "president" | "general" | "justice"))
                | bit(BODY, matches!(plain, "Ministry" | "Bank" | "Staff"))
                | bit(ADJECTIVE, matches!(plain, "Russian" | "Korean"))
                | bit(DIRECTION, plain == "South");
            Unit { form: 0, kind }
        };
        let sentence: Vec<Unit> = words.iter().map(|word| unit(word)).collect();
        let mut found = Vec::new();
        runs(&sentence, |run| found.push((words[run.words].join(" ").replace(['!', '~'], ""), run.behind)));
        found
    }

    #[test]
    fn titles_and_adjectives_are_cut_off_unless_what_is_left_says_nothing() {
        let cases = [
            ("then President Boris Mints came", "Boris Mints", Behind::Title),
            ("then president Boris Mints came", "Boris Mints", Behind::Title),
            ("the South Korean Olga Pak came", "Olga Pak", Behind::Nothing),
            ("the Bank President Olga Pak came", "Olga Pak", Behind::Title),
            ("the General !Staff said", "General !Staff", Behind::Nothing),
            ("the Russian !Railways said", "Russian !Railways", Behind::Nothing),
            ("in the Donbas", "Donbas", Behind::Place),
            ("of Charles de la Tour", "Charles de la Tour", Behind::Nothing),
            ("the !Ministry of !Justice said", "!Ministry of !Justice", Behind::Nothing),
            ("the !Ministry of !Culture and !Sport said", "!Ministry of !Culture and !Sport", Behind::Nothing),
        ];
        for (text, name, behind) in cases {
            assert_eq!(found(text), [(name.replace('!', ""), behind)], "{text}");
        }
    }

    #[test]
    fn what_is_no_name_is_not_shown() {
        for text in [
            "!Missiles fell",
            "The president",
            "said President",
            "the !Missile fell",
            "the !Human !Rights",
            "the Bank fell",
            "One Two Three Four Five",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
        let two = ["Boris Mints", "Olga Pak"].map(|name| (name.to_owned(), Behind::Nothing));
        assert_eq!(found("Boris Mints ~Olga Pak"), two);
        assert_eq!(found("Boris Mints and Olga Pak"), two);
        assert_eq!(found("Bank of Amur ~of Boris Mints")[0].0, "Bank of Amur");
    }
}
