//! Everybody who can be counted: the actors of the dictionary, and behind them those that patterns made in the articles.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use super::reading::Reading;
use crate::base::narrow::narrow;
use crate::config::dictionary::{Dictionary, Kind};
use crate::link::mentions::Built;

/// All members; those of the dictionary by its indices, the others by id.
pub struct Cast {
    pub members: Vec<Member>,
}

/// One who can be counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    pub id: String,
    pub name: String,
    pub kind: Kind,
    /// Indices of members.
    pub state: Option<u32>,
    pub parent: Option<u32>,
}

/// The members of the built actors of each page.
pub struct Numbers {
    first: u32,
    pages: Vec<Vec<u32>>,
}

impl Numbers {
    /// The member that an actor of a page is.
    #[inline]
    pub fn member(&self, page: usize, actor: u32) -> u32 {
        match actor.checked_sub(self.first) {
            None => actor,
            Some(built) => self.pages[page][built as usize],
        }
    }
}

impl Cast {
    pub fn of(dictionary: &Dictionary, reading: &Reading<'_>) -> (Self, Numbers) {
        let ids: FxHashMap<&str, u32> =
            (0..).zip(&dictionary.actors).map(|(at, actor)| (actor.id.as_str(), at)).collect();
        let index = |id: &Option<String>| id.as_ref().and_then(|id| ids.get(id.as_str()).copied());
        let listed = dictionary.actors.iter().map(|actor| Member {
            id: actor.id.clone(),
            name: actor.name.clone(),
            kind: actor.kind,
            state: index(&actor.state),
            parent: index(&actor.parent),
        });
        let mut members: Vec<Member> = listed.collect();
        let built: BTreeSet<&Built> = reading
            .pages
            .iter()
            .flat_map(|page| &page.built)
            .filter(|built| !ids.contains_key(built.id.as_str()))
            .collect();
        let mut numbers = ids.clone();
        for built in built {
            if let std::collections::hash_map::Entry::Vacant(entry) = numbers.entry(built.id.as_str()) {
                entry.insert(narrow(members.len()));
                members.push(Member {
                    id: built.id.clone(),
                    name: built.name.clone(),
                    kind: built.kind,
                    state: built.state,
                    parent: built.parent,
                });
            }
        }
        let page = |built: &Vec<Built>| built.iter().map(|built| numbers[built.id.as_str()]).collect();
        let pages = reading.pages.iter().map(|put| page(&put.built)).collect();
        (Self { members }, Numbers { first: narrow(dictionary.actors.len()), pages })
    }

    /// The member with an id.
    pub fn member(&self, id: &str) -> Option<u32> {
        self.members.iter().position(|member| member.id == id).map(narrow)
    }

    pub fn id(&self, member: u32) -> &str {
        &self.members[member as usize].id
    }

    /// The state that a member counts for: itself, its own, or that of what it is part of.
    pub fn state_of(&self, member: u32) -> Option<u32> {
        let mut at = member;
        // Parents form no circle; the bound only spares the proof.
        for _ in 0..self.members.len() {
            let here = &self.members[at as usize];
            if here.kind == Kind::State {
                return Some(at);
            }
            match (here.state, here.parent) {
                (Some(state), _) => return Some(state),
                (None, Some(parent)) => at = parent,
                (None, None) => return None,
            }
        }
        None
    }
}
