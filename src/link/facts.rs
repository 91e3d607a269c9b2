//! What the rules ask of an actor and of an office, with indices in place of ids.

use rustc_hash::FxHashMap;

use crate::config::dictionary::{Actor, Gender, Kind, Office, Term};

/// What a rule asks of an actor.
pub struct Who {
    pub id: Box<str>,
    pub name: Box<str>,
    pub kind: Kind,
    pub state: Option<u32>,
    pub parent: Option<u32>,
    /// The state whose government the place can stand for.
    pub seat_of: Option<u32>,
    pub one_of: Vec<u32>,
    pub gender: Option<Gender>,
}

/// What a rule asks of an office.
pub struct Post {
    pub of: u32,
    /// Holder, number of the first day, number of the last.
    pub terms: Vec<(u32, u32, u32)>,
}

impl Who {
    pub fn of(actor: &Actor, ids: &FxHashMap<&str, u32>) -> Self {
        let index = |id: &String| ids.get(id.as_str()).copied();
        Self {
            id: actor.id.as_str().into(),
            name: actor.name.as_str().into(),
            kind: actor.kind,
            state: actor.state.as_ref().and_then(index),
            parent: actor.parent.as_ref().and_then(index),
            seat_of: None,
            one_of: actor.one_of.iter().filter_map(index).collect(),
            gender: actor.gender,
        }
    }
}

impl Post {
    /// Whether an actor ever held it.
    pub fn held_by(&self, actor: u32) -> bool {
        self.terms.iter().any(|(holder, ..)| *holder == actor)
    }

    pub fn of(office: &Office, ids: &FxHashMap<&str, u32>) -> Self {
        let term = |term: &Term| {
            let actor = ids.get(term.actor.as_str())?;
            let (from, until) =
                (term.from.map_or(0, |date| date.span().0), term.until.map_or(u32::MAX, |date| date.span().1));
            Some((*actor, from, until))
        };
        Self {
            // The dictionary was checked: there is such an actor.
            of: ids.get(office.of.as_str()).copied().unwrap_or(u32::MAX),
            terms: office.holders.iter().filter_map(term).collect(),
        }
    }
}
