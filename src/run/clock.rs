//! The only reader of the clock.

use jiff::Timestamp;
use jiff::fmt::strtime;
use jiff::tz::TimeZone;

use crate::base::date::Date;

/// A moment in UTC.
#[derive(Clone, Copy)]
pub struct Moment(Timestamp);

impl Moment {
    pub fn now() -> Self {
        Self(Timestamp::now())
    }

    /// "20261121T031000Z", for names.
    pub fn name(self) -> String {
        strtime::format("%Y%m%dT%H%M%SZ", &self.0.to_zoned(TimeZone::UTC)).unwrap_or_default()
    }

    /// The day.
    pub fn date(self) -> Option<Date> {
        Date::parse(&self.text())
    }

    /// Seconds since 1970, as files have them.
    pub fn seconds(self) -> u64 {
        u64::try_from(self.0.as_second()).unwrap_or(0)
    }

    /// "2026-11-21T03:10:00Z", for people and programs.
    pub fn text(self) -> String {
        strtime::format("%Y-%m-%dT%H:%M:%SZ", &self.0.to_zoned(TimeZone::UTC)).unwrap_or_default()
    }
}
