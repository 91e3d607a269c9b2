//! A sentence: function words and what they hold together, marks, quotations.

use super::laws::Quantiles;
use super::pen::Pen;
use super::random::Random;
use super::stock::Stock;
use super::words::{capitalise, push_word};

const TOKENS: Quantiles =
    Quantiles(&[(0, 2), (50, 6), (250, 12), (500, 20), (750, 28), (950, 44), (990, 65), (1000, 100)]);

/// What an article said before, to say it again: real articles stay with their subject.
#[derive(Default)]
pub struct Memory {
    words: Vec<u64>,
    names: Vec<u64>,
}

/// How an outlet sets quotation marks.
pub type Quotes = (&'static str, &'static str);

pub fn sentence(stock: &Stock, memory: &mut Memory, quotes: Quotes, pen: &mut Pen, random: &mut Random) {
    let length = TOKENS.draw(random);
    pen.tokens = 0;
    let quoted = random.thousandths(150);
    if quoted {
        pen.open(quotes.0);
    }
    let start = pen.text.len() + usize::from(!quoted && !pen.text.is_empty() && !pen.text.ends_with('\n'));
    while pen.tokens < length {
        if pen.tokens > 0 {
            mark(pen, random);
        }
        for _ in 0..random.of(&[0, 1, 1, 1, 1, 2, 2, 2, 2, 3]) {
            stock.function_word(pen, random);
        }
        content(stock, memory, pen, random);
    }
    capitalise(&mut pen.text, start);
    if quoted {
        pen.close(if quotes.0 == "“" { ",”" } else { ",\"" });
        let rank = memory.name(stock, random);
        stock.name(rank, pen, random);
        pen.word("said");
    }
    pen.close(if random.thousandths(10) { "?" } else { "." });
}

/// What stands between two parts of a sentence.
fn mark(pen: &mut Pen, random: &mut Random) {
    match random.below(1000) {
        0..160 => pen.close(","),
        160..164 => pen.close(";"),
        164..166 => pen.close(":"),
        166..169 => pen.close(" —"),
        _ => {}
    }
}

fn content(stock: &Stock, memory: &mut Memory, pen: &mut Pen, random: &mut Random) {
    match random.below(1000) {
        0..45 => stock.actor(pen, random),
        45..145 => {
            let rank = memory.name(stock, random);
            stock.name(rank, pen, random);
        }
        145..205 => Stock::number(pen, random),
        205..217 => Stock::date(pen, random),
        217..232 => stock.expression(pen, random),
        232..244 => stock.acronym(pen, random),
        _ => words(stock, memory, pen, random),
    }
}

/// One to three words, or two with a hyphen.
fn words(stock: &Stock, memory: &mut Memory, pen: &mut Pen, random: &mut Random) {
    if random.thousandths(30) {
        return stock.compound(pen, random);
    }
    let mut rank = memory.word(stock, random);
    push_word(rank, pen.begin());
    for _ in 1..random.of(&[1, 1, 1, 2, 2, 3]) {
        rank = if random.thousandths(600) { stock.follower(rank, random) } else { memory.word(stock, random) };
        push_word(rank, pen.begin());
    }
}

impl Memory {
    fn word(&mut self, stock: &Stock, random: &mut Random) -> u64 {
        again(&mut self.words, 200, random, |random| stock.words.draw(random))
    }

    fn name(&mut self, stock: &Stock, random: &mut Random) -> u64 {
        again(&mut self.names, 500, random, |random| stock.names.draw(random))
    }
}

/// A rank that was drawn before `share` times in a thousand, else a new one. The shares of the ranks stay as they are.
fn again(before: &mut Vec<u64>, share: u64, random: &mut Random, new: impl Fn(&mut Random) -> u64) -> u64 {
    if !before.is_empty() && random.thousandths(share) {
        return random.of(before);
    }
    let rank = new(random);
    before.push(rank);
    rank
}
