//! Every name of the corpus counted, part by part: all that is remembered of a name is a hash and where it stood first.

use super::kinds::{HYPHEN, Kind, Unit, sentences};
use super::runs::{Behind, runs};
use crate::base::mixing::hash;
use crate::base::narrow::narrow;
use crate::base::parallel::Threads;
use crate::base::problem::{Failure, Problem};
use crate::base::scatter::{PARTS, Scatter, Scatterer, part_of};
use crate::measure::forms::Forms;
use crate::measure::reading::Reading;

/// A name that occurs often enough.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Of its words, without regard to case and hyphens.
    pub key: u64,
    pub n: u64,
    pub articles: u64,
    /// The first article that holds it.
    pub first: u32,
    /// The most frequent way of writing it, and the first article that writes it so.
    pub writing: u32,
    pub written_in: u32,
    /// How often it stands behind a title, and behind "in", "at", "from" or "near".
    pub titled: u64,
    pub placed: u64,
}

/// One occurrence: the key of the name; article, writing and what stands before it.
type Met = [u64; 2];

/// Bits of what stands before a name.
const BEHIND: u32 = 2;

/// All names that occur `min_n` times or more, in no order.
///
/// Two names share a key of 64 bits with a chance of one in a million among six million names.
pub fn count(
    reading: &Reading<'_>,
    kinds: &[Vec<Kind>],
    min_n: u64,
    threads: &Threads,
) -> Result<Vec<Candidate>, Failure> {
    let scatter = Scatter::new(reading.spill);
    let add = |(hand, buffer): &mut (Scatterer<'_, Met>, Vec<Unit>), page: usize| {
        let page = &reading.pages[page];
        let forms = &reading.forms[page.thread];
        page.streams(reading, |article, units| {
            let mut pushed = Ok(());
            sentences(units, &kinds[page.thread], buffer, |_, sentence| {
                runs(sentence, |run| {
                    let name = &sentence[run.words];
                    let key = key(name, forms);
                    let met = packed(narrow(article), writing(name, forms), run.behind);
                    if pushed.is_ok() {
                        pushed = hand.push(part_of(key), [key, met]);
                    }
                });
            });
            pushed
        })?;
        Ok(())
    };
    let hands = threads.fold(reading.pages.len(), |_| (scatter.hand(), Vec::new()), add)?;
    hands.into_iter().try_for_each(|(hand, _)| hand.finish())?;
    let part = |part: usize| {
        let mut all = scatter.gather(part)?;
        all.sort_unstable();
        let same = all.chunk_by(|a, b| a[0] == b[0]);
        Ok(same.filter(|met| met.len() as u64 >= min_n).map(candidate).collect())
    };
    let parts = threads.map((0..PARTS).collect(), part);
    let parts: Result<Vec<Vec<Candidate>>, Problem> = parts.into_iter().collect();
    Ok(parts?.concat())
}

/// The key of a name: "Kim Yo-jong" has that of "KIM YO JONG".
pub fn key(name: &[Unit], forms: &Forms) -> u64 {
    let join = |key: u64, part: u64| (key.rotate_left(5) ^ part).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    name.iter().fold(0, |key, unit| {
        let form = forms.form(unit.form);
        match unit.is(HYPHEN) {
            false => join(key, form.hash),
            true => forms.normal(form).split('-').fold(key, |key, part| join(key, hash(part))),
        }
    })
}

/// The hash of a name as it is written, in 30 bits: it tells apart the few writings of one name.
pub fn writing(name: &[Unit], forms: &Forms) -> u32 {
    let all = name.iter().fold(name.len() as u64, |all, unit| {
        (all.rotate_left(7) ^ hash(forms.written(forms.form(unit.form)))).wrapping_mul(0x9e37_79b9_7f4a_7c15)
    });
    (all >> 34) as u32
}

fn packed(article: u32, writing: u32, behind: Behind) -> u64 {
    u64::from(article) << 32 | u64::from(writing << BEHIND) | behind as u64
}

/// What the occurrences of a name, sorted, say of it.
fn candidate(met: &[Met]) -> Candidate {
    let article = |met: &Met| (met[1] >> 32) as u32;
    let behind = |met: &&Met| met[1] & ((1 << BEHIND) - 1);
    let count = |what: Behind| met.iter().filter(|met| behind(met) == what as u64).count() as u64;
    // Sorted by article, so that the first of each writing is the earliest.
    let mut writings: Vec<(u32, u64, u32)> = Vec::new();
    for met in met {
        let writing = met[1] as u32 >> BEHIND;
        match writings.iter_mut().find(|known| known.0 == writing) {
            Some(known) => known.1 += 1,
            None => writings.push((writing, 1, article(met))),
        }
    }
    let most = |a: &&(u32, u64, u32), b: &&(u32, u64, u32)| a.1.cmp(&b.1).then(b.2.cmp(&a.2)).then(b.0.cmp(&a.0));
    let (writing, _, written_in) = writings.iter().max_by(most).copied().unwrap_or_default();
    Candidate {
        key: met[0][0],
        n: met.len() as u64,
        articles: met.chunk_by(|a, b| article(a) == article(b)).count() as u64,
        first: article(&met[0]),
        writing,
        written_in,
        titled: count(Behind::Title),
        placed: count(Behind::Place),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_has_its_counts_its_first_article_and_its_most_frequent_writing() {
        let met = [(7, 3, Behind::Title), (2, 9, Behind::Nothing), (7, 3, Behind::Place), (4, 9, Behind::Title)];
        let mut met: Vec<Met> =
            met.iter().map(|(article, writing, behind)| [5, packed(*article, *writing, *behind)]).collect();
        met.sort_unstable();
        let expected =
            Candidate { key: 5, n: 4, articles: 3, first: 2, writing: 9, written_in: 2, titled: 2, placed: 1 };
        assert_eq!(candidate(&met), expected);
    }
}
