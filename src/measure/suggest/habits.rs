//! How the corpus writes a word inside its sentences: with a capital, or small.

use rustc_hash::FxHashMap;

use crate::base::parallel::Threads;
use crate::base::problem::Failure;
use crate::lex::token::Kind;
use crate::measure::forms::{APOSTROPHE, FIRST, Forms, Spelling};
use crate::measure::reading::Reading;
use crate::measure::stream;

/// How often a word is written in which way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Habit {
    pub small: u64,
    /// With a capital where nothing but the word asks for one: neither at the head of a sentence nor behind punctuation.
    pub capital: u64,
    /// With a capital anywhere.
    pub all: u64,
}

/// By the hash of its normal form, of every word that is written with a capital anywhere.
pub struct Habits(FxHashMap<u64, Habit>);

impl Habits {
    pub fn of_corpus(reading: &Reading<'_>, threads: &Threads) -> Result<Self, Failure> {
        let heads = heads(reading, threads)?;
        let mut habits: FxHashMap<u64, Habit> = FxHashMap::default();
        for (forms, heads) in reading.forms.iter().zip(&heads) {
            let capitals = forms.all().iter().zip(&heads[FIRST as usize..]);
            for (form, heads) in capitals.filter(|(form, _)| begins(forms, form, char::is_uppercase)) {
                let habit = habits.entry(form.hash).or_default();
                habit.capital += form.n.saturating_sub(u64::from(*heads));
                habit.all += form.n;
            }
        }
        for forms in &reading.forms {
            for form in forms.all().iter().filter(|form| begins(forms, form, char::is_lowercase)) {
                if let Some(habit) = habits.get_mut(&form.hash) {
                    habit.small += form.n;
                }
            }
        }
        Ok(Self(habits))
    }

    pub fn of(&self, hash: u64) -> Habit {
        self.0.get(&hash).copied().unwrap_or_default()
    }
}

fn begins(forms: &Forms, form: &Spelling, with: impl Fn(char) -> bool) -> bool {
    form.kind == Kind::Word && forms.written(form).chars().next().is_some_and(with)
}

/// By thread and number of a form: how often it stands at the head of a sentence or behind punctuation.
fn heads(reading: &Reading<'_>, threads: &Threads) -> Result<Vec<Vec<u32>>, Failure> {
    let none = || reading.forms.iter().map(|forms| vec![0; forms.len() + FIRST as usize]).collect::<Vec<Vec<u32>>>();
    let add = |heads: &mut Vec<Vec<u32>>, page: usize| {
        let page = &reading.pages[page];
        let heads = &mut heads[page.thread];
        page.streams(reading, |_, units| {
            let mut head = true;
            stream::numbers(units, |number| {
                if head && number >= FIRST {
                    heads[number as usize] += 1;
                }
                head = number < FIRST && (head || number != APOSTROPHE);
            });
            Ok(())
        })?;
        Ok(())
    };
    let mut whole = none();
    for heads in threads.fold(reading.pages.len(), |_| none(), add)? {
        for (whole, heads) in whole.iter_mut().flatten().zip(heads.iter().flatten()) {
            *whole += heads;
        }
    }
    Ok(whole)
}
