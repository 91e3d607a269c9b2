//! The ids that somebody may have meant who wrote another.

use super::{Actor, Dictionary};

/// So many are told.
const TOLD: usize = 3;

/// Of these ids the nearest to `written`: those that differ by a few letters, the nearest first.
pub fn nearest<'i>(ids: impl Iterator<Item = &'i str>, written: &str) -> Vec<&'i str> {
    // Of one letter any other is near, and none is meant.
    let letters = written.chars().count();
    let reach = (1 + letters / 4).min(letters / 2);
    let near = |id: &'i str| {
        let far = id.len().abs_diff(written.len()) > reach;
        let distance = if far { usize::MAX } else { strsim::damerau_levenshtein(id, written) };
        (distance <= reach).then_some((distance, id))
    };
    let mut found: Vec<(usize, &str)> = ids.filter_map(near).collect();
    found.sort_unstable();
    found.into_iter().map(|(_, id)| id).take(TOLD).collect()
}

impl Dictionary {
    /// The ids of actors and offices that `written` may mean: of actors with this name, of ids near to it, of ids that hold it.
    pub fn meant(&self, written: &str) -> Vec<&str> {
        let small = written.to_lowercase();
        let ids = || {
            let actors = self.actors.iter().map(|actor| actor.id.as_str());
            actors.chain(self.offices.iter().map(|office| office.id.as_str()))
        };
        let named = |actor: &&Actor| actor.aliases.iter().any(|alias| alias.text.to_lowercase() == small);
        let slug = small.split_whitespace().collect::<Vec<_>>().join("-");
        let mut meant: Vec<&str> = self.actors.iter().filter(named).map(|actor| actor.id.as_str()).collect();
        meant.extend(nearest(ids(), &slug));
        meant.extend(ids().filter(|id| slug.len() > 2 && id.contains(&slug)));
        let mut told: Vec<&str> = Vec::new();
        for id in meant {
            if !told.contains(&id) && told.len() < TOLD {
                told.push(id);
            }
        }
        told
    }
}

/// What is to be done about an id that nobody has.
pub fn remedy(meant: &[&str], otherwise: &str) -> String {
    match meant {
        [] => otherwise.to_owned(),
        meant => format!("did you mean {}? If not, {otherwise}", meant.join(" or ")),
    }
}
