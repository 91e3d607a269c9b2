//! The metadata fields that every format gives by name, read the same way wherever they stand.

use super::article::Meta;
use crate::base::date::Date;
use crate::config::Columns;

/// A field that an article can have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    Title,
    Date,
    Outlet,
    Author,
    Language,
    Url,
}

impl Field {
    pub const ALL: [Field; 6] = [Field::Title, Field::Date, Field::Outlet, Field::Author, Field::Language, Field::Url];

    /// The name of its column, as configured.
    pub fn column(self, columns: &Columns) -> &str {
        match self {
            Field::Title => &columns.title,
            Field::Date => &columns.date,
            Field::Outlet => &columns.outlet,
            Field::Author => &columns.author,
            Field::Language => &columns.language,
            Field::Url => &columns.url,
        }
    }

    /// Its name in front matter.
    pub fn name(self) -> &'static str {
        ["title", "date", "outlet", "author", "language", "url"][self as usize]
    }
}

impl Meta {
    /// Sets `field`; an empty value says nothing. A date that cannot be read is reported and left out.
    pub fn set(&mut self, field: Field, value: &str, source: &'static str) -> Result<(), String> {
        let value = value.trim();
        if value.is_empty() {
            return Ok(());
        }
        let text = Some(value.to_owned());
        match field {
            Field::Title => self.title = text,
            Field::Outlet => self.outlet = text,
            Field::Author => self.author = text,
            Field::Language => self.language = text,
            Field::Url => self.url = text,
            Field::Date => {
                let date = Date::parse(value).ok_or_else(|| {
                    format!("the date {value:?} cannot be read (write 2024-06-19); the article is kept without it")
                })?;
                (self.date, self.date_source) = (Some(date), Some(source));
            }
        }
        Ok(())
    }

    /// Sets all fields that `given` has over those here.
    pub fn overlay(&mut self, given: &Meta) {
        let over = |mine: &mut Option<String>, given: &Option<String>| {
            if given.is_some() {
                mine.clone_from(given);
            }
        };
        over(&mut self.title, &given.title);
        over(&mut self.outlet, &given.outlet);
        over(&mut self.author, &given.author);
        over(&mut self.language, &given.language);
        over(&mut self.url, &given.url);
        if given.date.is_some() {
            (self.date, self.date_source) = (given.date, given.date_source);
        }
    }
}
