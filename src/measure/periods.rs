//! Months and weeks that hold an article: what counts over time are set against.

use super::frame::{Frame, Size};
use crate::base::date::{Month, Week};
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

/// The periods of one cut that hold an article, in order, as the frame numbers them; the number of an article without one is beyond
/// them. One without articles says nothing of anything, and is no period here.
pub struct Periods {
    pub all: Vec<Period>,
}

/// One month or week.
pub struct Period {
    /// As it is written: "2024-06", "2024-W25".
    pub name: String,
    /// Neighbours differ by 1.
    pub number: i32,
    pub articles: u64,
}

impl Periods {
    pub fn of(frame: &Frame, cut: Cut) -> Self {
        match cut {
            Cut::Month => Self::named(&frame.months, Month::number),
            Cut::Week => Self::named(&frame.weeks, Week::number),
        }
    }

    fn named<P: Copy + ToString>(periods: &[(Option<P>, Size)], number: impl Fn(P) -> i32) -> Self {
        let named = periods.iter().filter_map(|(period, size)| Some((period.as_ref()?, size.articles)));
        let period =
            |(period, articles): (&P, u64)| Period { name: period.to_string(), number: number(*period), articles };
        Self { all: named.map(period).collect() }
    }

    pub fn len(&self) -> u32 {
        narrow(self.all.len())
    }

    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }
}
