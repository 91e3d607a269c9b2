//! The most mentioned actors as bars, split by the form of the mention.

use super::View;
use crate::write::charts::{Bars, Drawn, Head, bars};

/// Columns of actors.csv and what the legend calls them; adjectives are no mentions.
const FORMS: [(&str, &str); 5] = [
    ("n_name", "full name"),
    ("n_short", "short name"),
    ("n_abbr", "acronym"),
    ("n_role", "office"),
    ("n_metonym", "capital for state"),
];

pub fn draw(view: &View<'_>) -> Drawn {
    let forms = FORMS.map(|(column, _)| view.counts("actors", column).collect::<Vec<_>>());
    let top = view.top_actors(view.most);
    bars(&Bars {
        head: Head {
            title: "Most mentioned actors".to_owned(),
            subtitle: format!(
                "Mentions by the form of the name, adjectives such as \"Russian\" not counted; {}",
                view.base()
            ),
            nothing: "No actor of the dictionary is mentioned.".to_owned(),
        },
        axis: "mentions".to_owned(),
        series: FORMS.map(|(_, name)| name.to_owned()).to_vec(),
        rows: top
            .into_iter()
            .enumerate()
            .map(|(row, (_, name))| (name, forms.iter().map(|counts| counts[row]).collect()))
            .collect(),
    })
}
