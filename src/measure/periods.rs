//! Months and weeks that hold an article: what counts over time are set against.

use std::collections::BTreeMap;

use super::frame::Stand;
use crate::base::date::{Date, Month, Week};
use crate::base::narrow::narrow;

/// How time is cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cut {
    Month,
    Week,
}

impl Cut {
    pub const ALL: [Cut; 2] = [Cut::Month, Cut::Week];

    pub fn name(self) -> &'static str {
        ["month", "week"][self as usize]
    }
}

/// The periods of one cut that hold an article, in order. One without articles says nothing of anything, and is no period here.
pub struct Periods {
    pub all: Vec<Period>,
    /// By article: index of its period, or `NONE` where its date does not say it.
    pub of_article: Vec<u32>,
}

/// One month or week.
pub struct Period {
    /// As it is written: "2024-06", "2024-W25".
    pub name: String,
    /// Neighbours differ by 1.
    pub number: i32,
    pub articles: u64,
}

pub const NONE: u32 = u32::MAX;

impl Periods {
    pub fn of(stands: &[Stand], cut: Cut) -> Self {
        match cut {
            Cut::Month => Self::cut(stands, Date::month, Month::number),
            Cut::Week => Self::cut(stands, Date::week, Week::number),
        }
    }

    fn cut<P: Ord + Copy + ToString>(
        stands: &[Stand],
        period: impl Fn(Date) -> Option<P>,
        number: impl Fn(P) -> i32,
    ) -> Self {
        let of = |stand: &Stand| stand.date.and_then(&period);
        let mut articles: BTreeMap<P, (u64, u32)> = BTreeMap::new();
        stands.iter().filter_map(of).for_each(|period| articles.entry(period).or_default().0 += 1);
        (0..).zip(articles.values_mut()).for_each(|(index, (_, at))| *at = index);
        let of_article = stands.iter().map(|stand| of(stand).map_or(NONE, |period| articles[&period].1)).collect();
        let all = articles.into_iter().map(|(period, (articles, _))| Period {
            name: period.to_string(),
            number: number(period),
            articles,
        });
        Self { all: all.collect(), of_article }
    }

    pub fn len(&self) -> u32 {
        narrow(self.all.len())
    }

    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }
}
