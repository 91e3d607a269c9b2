//! What a text is made of besides function words: words, names, fixed expressions, each with its frequency.

use super::actors::Forms;
use super::laws::{Ranks, Weighted};
use super::lists::*;
use super::pen::Pen;
use super::random::{Random, mixed};
use super::words::{capitalise, push_acronym, push_name, push_word};

/// Shares of the octaves of ranks in a million, as they are in real news with function words, names and numbers left out;
/// and the fall behind them, which sets the growth of the vocabulary.
const WORDS: [u64; 14] =
    [6328, 10510, 17398, 25250, 33951, 48140, 65848, 94531, 124_508, 144_513, 149_236, 118_000, 72000, 36000];
const WORDS_TAIL: u64 = 457;
/// The same for the words that names are made of.
const NAMES: [u64; 14] =
    [35941, 56026, 48225, 59720, 73084, 84071, 89212, 81706, 84509, 79354, 73765, 50000, 30000, 17000];
const NAMES_TAIL: u64 = 480;
/// Fixed expressions of two and three words, so that looking for phrases finds some.
pub const EXPRESSIONS: u64 = 4096;
const EXPRESSION_OCTAVES: [u64; 12] = [50, 50, 55, 60, 65, 70, 80, 90, 100, 110, 120, 130];

pub struct Stock {
    pub function: Vec<&'static str>,
    pub function_law: Weighted,
    pub words: Ranks,
    pub names: Ranks,
    expressions: Ranks,
    actors: Vec<Forms>,
    actor_law: Ranks,
}

impl Stock {
    pub fn new(actors: Vec<Forms>) -> Self {
        let fields: Vec<&str> = FUNCTION_WORDS.split_whitespace().collect();
        let weight = |pair: &[&str]| pair[1].parse::<u32>().expect("a count stands behind each function word") / 5;
        Self {
            function: fields.chunks(2).map(|pair| pair[0]).collect(),
            function_law: Weighted::new(fields.chunks(2).map(weight)),
            words: Ranks::new(&WORDS, WORDS_TAIL),
            names: Ranks::new(&NAMES, NAMES_TAIL),
            expressions: Ranks::new(&EXPRESSION_OCTAVES, 0),
            actors,
            actor_law: Ranks::new(&[180, 150, 130, 120, 110, 90, 80, 60, 40, 25], 0),
        }
    }

    pub fn function_word(&self, pen: &mut Pen, random: &mut Random) {
        pen.word(self.function[self.function_law.draw(random)]);
    }

    /// A word that often stands behind the one of `rank`, so that neighbours are no independent draws.
    pub fn follower(&self, rank: u64, random: &mut Random) -> u64 {
        let which = random.below(40).min(random.below(40));
        self.words.draw(&mut Random::new(mixed(rank * 40 + which)))
    }

    /// Two or three words that always stand together; of middling ranks, so that they are rarer elsewhere.
    pub fn expression(&self, pen: &mut Pen, random: &mut Random) {
        let which = mixed(self.expressions.draw(random) % EXPRESSIONS);
        for place in 0..2 + u64::from(which.is_multiple_of(4)) {
            let rank = 300 + mixed(which + place) % 12_000;
            let text = pen.begin();
            let start = text.len();
            push_word(rank, text);
            // Some are names of things, as is "Security Council".
            if which.is_multiple_of(3) {
                capitalise(text, start);
            }
        }
    }

    /// Two words with a hyphen: a token that is a word of its own, with a rank of its own.
    pub fn compound(&self, pen: &mut Pen, random: &mut Random) {
        let which = mixed(self.words.draw(random));
        let text = pen.begin();
        push_word(which % 600, text);
        text.push('-');
        push_word(which / 600 % 3000, text);
    }

    /// U.S., or capitals that stand for something.
    pub fn acronym(&self, pen: &mut Pen, random: &mut Random) {
        if random.thousandths(150) {
            pen.word("U.S.");
        } else {
            push_acronym(self.names.draw(random) % 4000, pen.begin());
        }
    }

    /// An actor of the dictionary in one of its forms, mostly the first.
    pub fn actor(&self, pen: &mut Pen, random: &mut Random) {
        if self.actors.is_empty() {
            return;
        }
        let forms = &self.actors[self.actor_law.draw(random) as usize % self.actors.len()];
        let form = if random.thousandths(600) { &forms[0] } else { &forms[random.below(forms.len() as u64) as usize] };
        for word in form.split(' ') {
            pen.word(word);
        }
    }

    /// A person, a place or a company, by the rank of its name.
    pub fn name(&self, rank: u64, pen: &mut Pen, random: &mut Random) {
        match kind(rank) {
            0 | 1 => {
                if random.thousandths(250) {
                    for word in random.of(&TITLES).split(' ') {
                        pen.word(word);
                    }
                }
                if random.thousandths(300) {
                    pen.word(first_name(rank));
                }
                push_name(rank, pen.begin());
            }
            2 => push_name(rank, pen.begin()),
            _ => {
                push_name(rank, pen.begin());
                pen.word(COMPANIES[(mixed(rank + 1) % COMPANIES.len() as u64) as usize]);
                if random.thousandths(200) {
                    pen.open("(");
                    push_acronym(rank, pen.begin());
                    pen.close(")");
                }
            }
        }
        if random.thousandths(170) {
            pen.close("’s");
        }
    }

    /// 7, 42, 1,200, 3.5, 2019, $40 million, 12 percent.
    pub fn number(pen: &mut Pen, random: &mut Random) {
        match random.below(10) {
            0..3 => pen.word(&(1 + random.below(31)).to_string()),
            3..5 => pen.word(&(1985 + random.below(41)).to_string()),
            5 => pen.word(&format!("{},{:03}", 1 + random.below(90), random.below(1000))),
            6 => pen.word(&format!("{}.{}", random.below(20), random.below(10))),
            7 => {
                pen.word(&(1 + random.below(99)).to_string());
                pen.word("percent");
            }
            8 => {
                pen.word(&format!("${}", 1 + random.below(900)));
                pen.word(random.of(&["million", "billion"]));
            }
            _ => pen.word(&random.below(1000).to_string()),
        }
    }

    /// on Tuesday; on June 19; 19 June 2024.
    pub fn date(pen: &mut Pen, random: &mut Random) {
        let (day, month) = ((1 + random.below(28)).to_string(), random.of(&MONTHS));
        let (first, second) = match random.below(4) {
            0 => (month, day.as_str()),
            1 => (day.as_str(), month),
            _ => ("on", random.of(&DAYS)),
        };
        pen.word(first);
        pen.word(second);
    }
}

/// The first name that goes with a family name.
pub fn first_name(rank: u64) -> &'static str {
    FIRST_NAMES[(mixed(rank + 7) % FIRST_NAMES.len() as u64) as usize]
}

/// Whether the name of this rank is a family name.
pub fn is_person(rank: u64) -> bool {
    kind(rank) < 2
}

fn kind(rank: u64) -> u64 {
    mixed(rank) % 4
}
