//! Counts things one after the other, each from its own list of articles.

use super::change::{Change, Changing};
use super::dispersed::{Dispersed, Over};
use super::frame::{Frame, Grouping};
use super::groups::{FEW, Groups, Held, Holding, Parting};
use super::periods::{Cut, Periods};
use super::posting::each;
use super::sets::{NO_SETS, Sets};
use super::tally::{Count, Parted};
use crate::base::date::Date;
use crate::base::narrow::narrow;
use crate::base::problem::Problem;
use crate::base::scatter::PARTS;
use crate::config::measure;

/// What is counted besides the counts of each thing.
#[derive(Clone, Copy)]
pub struct Wanted<'w> {
    /// Which groupings are told.
    pub by: [bool; 3],
    /// And which sets of articles.
    pub sets: &'w Sets,
    /// Things that occur less often are kept in no part.
    pub by_min_n: u64,
    /// And of those that occur less often than this the rows that they would have are counted.
    pub rare_below: u64,
    /// Whether DPnorm is asked for in each part.
    pub spread: bool,
    /// Whether dispersion is, of things that occur so often.
    pub dispersion: Option<u64>,
    /// In which periods change is told.
    pub change: Option<(&'w [Periods; 2], &'w measure::Change)>,
}

impl Wanted<'_> {
    /// The counts of each thing and no more.
    pub fn nothing() -> Self {
        Self {
            by: [false; 3],
            sets: &NO_SETS,
            by_min_n: 0,
            rare_below: 0,
            spread: false,
            dispersion: None,
            change: None,
        }
    }
}

/// What is found besides the counts.
#[derive(Default)]
pub struct Besides {
    pub dispersed: Vec<Dispersed>,
    pub changes: Vec<Change>,
    /// By grouping: rows that are left out of the tables by part.
    pub rare: [u64; 3],
}

/// Counts the things of some parts of the postings.
pub struct Counter<'f> {
    frame: &'f Frame,
    wanted: Wanted<'f>,
    by: [Groups<'f>; 3],
    in_sets: Groups<'f>,
    /// By article: the thing that its story, of more than one article, was last counted for, plus 1.
    told: Vec<u32>,
    besides: Besides,
    /// In which periods change is told.
    changing: Vec<Changing>,
    min_articles: u64,
    /// The articles of a thing, in room that the next one uses again.
    gathered: Vec<Held>,
}

impl<'f> Counter<'f> {
    /// `cells` take what is counted in the parts of each grouping and in the sets.
    pub fn new(frame: &'f Frame, wanted: Wanted<'f>, cells: [&'f Parted<'_>; 4]) -> Self {
        let copied = frame.stands.iter().any(|stand| stand.copied);
        let by =
            Grouping::ALL.map(|grouping| Groups::new(frame, Parting::By(grouping), cells[grouping as usize].hand()));
        Self {
            frame,
            wanted,
            by,
            in_sets: Groups::new(frame, Parting::Sets(wanted.sets), cells[3].hand()),
            told: vec![0; if copied { frame.stands.len() } else { 0 }],
            besides: Besides::default(),
            changing: wanted.change.map_or_else(Vec::new, changing),
            min_articles: wanted.change.map_or(0, |(_, config)| config.min_articles),
            gathered: Vec::new(),
        }
    }

    /// The counts of the things of a part, whose postings are packed.
    pub fn part(&mut self, part: usize, things: usize, postings: Vec<u64>) -> Result<Vec<(u32, Count)>, Problem> {
        // A counting sort: the things of a part are one in `PARTS`.
        let mut starts = vec![0usize; things.saturating_sub(part).div_ceil(PARTS) + 1];
        each(&postings).for_each(|(place, _, _)| starts[place] += 1);
        let mut sum = 0;
        for start in &mut starts {
            sum += std::mem::replace(start, sum);
        }
        let mut sorted = vec![[0u32; 2]; sum];
        for (place, article, n) in each(&postings) {
            let at = &mut starts[place];
            sorted[*at] = [article, n];
            *at += 1;
        }
        // Those of a frequent thing are many.
        drop(postings);
        let (mut start, mut counts) = (0, Vec::new());
        for (index, end) in starts.iter().enumerate() {
            if start < *end {
                counts.push((
                    narrow(index * PARTS + part),
                    self.count(narrow(index * PARTS + part), &mut sorted[start..*end])?,
                ));
            }
            start = *end;
        }
        Ok(counts)
    }

    /// What was found besides the counts.
    pub fn finish(self) -> Result<Besides, Problem> {
        self.by.into_iter().chain([self.in_sets]).try_for_each(Groups::finish)?;
        Ok(self.besides)
    }

    fn count(&mut self, thing: u32, postings: &mut [[u32; 2]]) -> Result<Count, Problem> {
        let mut count = Count { n: postings.iter().map(|[_, n]| u64::from(*n)).sum(), ..Count::default() };
        count.articles = postings.len() as u64;
        let dispersed = self.wanted.dispersion.is_some_and(|least| count.n >= least);
        if dispersed {
            // Floats are summed in one order, whichever thread handed what over first. Each handed over in order, and only the
            // stable sort makes use of that.
            postings.sort();
        }
        let (mut gathered, stands) = (std::mem::take(&mut self.gathered), self.frame.stands.as_slice());
        gathered.clear();
        if postings.len() <= FEW {
            gathered.extend(postings.iter().map(|posting| Held::of(*posting, stands)));
        }
        for posting in postings.iter() {
            let stand = &stands[posting[0] as usize];
            count.stories += u64::from(!stand.copied || self.first_of_story(thing, stand.story));
            (count.first, count.last) = (earlier(count.first, stand.date), count.last.max(stand.date));
            count.spread.add(u64::from(posting[1]), count.n, u64::from(stand.tokens), self.frame.tokens);
        }
        let held = Holding { postings, stands, gathered: &gathered };
        self.parted(thing, &count, held, dispersed)?;
        self.changed(thing, held);
        self.gathered = gathered;
        Ok(count)
    }

    /// Counts a thing in the parts of each grouping, and how evenly it is spread.
    fn parted(&mut self, thing: u32, count: &Count, held: Holding<'_>, dispersed: bool) -> Result<(), Problem> {
        let parted = count.n >= self.wanted.by_min_n;
        if dispersed {
            self.besides.dispersed.push(Dispersed::over_articles(thing, count, held, self.frame));
        }
        for ((groups, wanted), left_out) in self.by.iter_mut().zip(self.wanted.by).zip(&mut self.besides.rare) {
            let over = Over::of(groups.parting).filter(|_| dispersed);
            let rare = wanted && count.n < self.wanted.rare_below;
            if !(rare || wanted && parted || over.is_some()) {
                continue;
            }
            groups.count(held);
            *left_out += if rare { groups.parts() } else { 0 };
            self.besides.dispersed.extend(over.and_then(|over| groups.dispersed(thing, over)));
            groups.end(thing, held, wanted && parted, self.wanted.spread)?;
        }
        if parted && !self.wanted.sets.sizes.is_empty() {
            self.in_sets.count(held);
            self.in_sets.end(thing, held, true, self.wanted.spread)?;
        }
        Ok(())
    }

    fn changed(&mut self, thing: u32, held: Holding<'_>) {
        if held.articles() as u64 >= self.min_articles {
            let changes = self.changing.iter_mut().filter_map(|changing| changing.change(thing, held));
            self.besides.changes.extend(changes);
        }
    }

    fn first_of_story(&mut self, thing: u32, story: u32) -> bool {
        std::mem::replace(&mut self.told[story as usize], thing + 1) != thing + 1
    }
}

/// The cuts that have enough periods.
fn changing((periods, config): (&[Periods; 2], &measure::Change)) -> Vec<Changing> {
    let enough = Cut::ALL.into_iter().zip(periods).filter(|(_, periods)| periods.all.len() >= config.min_periods);
    enough.map(|(cut, periods)| Changing::over(cut, periods, config.min_articles)).collect()
}

fn earlier(a: Option<Date>, b: Option<Date>) -> Option<Date> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (one, other) => one.or(other),
    }
}
