//! What the written forms of a stretch can mean, as bits: told once for each node of the tree, and asked of every hit.

use super::tree::{End, Means};

/// Which sorts of meaning some of the forms have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sorts(u8);

impl Sorts {
    /// A name that counts anywhere.
    pub const STRONG: Self = Self(1);
    /// A name that counts with support.
    pub const WEAK: Self = Self(1 << 1);
    /// A name of a person.
    pub const PERSON: Self = Self(1 << 2);
    /// A title or an office.
    pub const TITLE: Self = Self(1 << 3);
    /// A name of a body whose head holds an office.
    pub const LED: Self = Self(1 << 4);
    pub const BODY: Self = Self(1 << 5);
    pub const DELEGATION: Self = Self(1 << 6);
    pub const NOBODY: Self = Self(1 << 7);

    /// Those of some forms; `of_actor` adds what is known of an actor.
    pub fn of<'e>(ends: impl IntoIterator<Item = &'e End>, of_actor: impl Fn(u32) -> Self) -> Self {
        ends.into_iter().fold(Self::default(), |all, end| {
            all.and(match end.means {
                Means::Actor { actor, strong, .. } => {
                    of_actor(actor).and(if strong { Self::STRONG } else { Self::WEAK })
                }
                Means::Office(_) | Means::Title { .. } => Self::TITLE,
                Means::Body(_) => Self::BODY,
                Means::Delegation => Self::DELEGATION,
                Means::Nobody => Self::NOBODY,
            })
        })
    }

    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether it has one of these.
    pub fn has(self, these: Self) -> bool {
        self.0 & these.0 != 0
    }
}
