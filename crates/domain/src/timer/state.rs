//! What a timer needs to know of what it told.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::{CommandKind, desks::Due, timer::About};

/// The last that was told of every act on every case or paper.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct State {
    #[serde(serialize_with = "crate::pairs::pairs")]
    told: BTreeMap<(CommandKind, About), Told>,
}

/// What was told of one deadline. A later deadline of the same act takes its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Told {
    /// The deadline.
    pub due: Due,
    /// The last warning.
    pub warned: Option<i8>,
    /// Whether it was said that the deadline is missed.
    pub is_missed: bool,
}

impl State {
    /// What was told of this deadline; `None` when nothing was.
    #[must_use]
    pub fn told(&self, act: CommandKind, about: &About, due: Due) -> Option<&Told> {
        let told = self.told.get(&(act, about.clone()));
        told.filter(|told| told.due == due)
    }

    /// Whether this warning, or a later one, was given.
    #[must_use]
    pub fn is_warned(&self, act: CommandKind, about: &About, due: Due, offset: i8) -> bool {
        let told = self.told(act, about, due);
        told.is_some_and(|told| told.warned >= Some(offset))
    }

    /// Whether it was said that this deadline is missed.
    #[must_use]
    pub fn is_missed(&self, act: CommandKind, about: &About, due: Due) -> bool {
        let told = self.told(act, about, due);
        told.is_some_and(|told| told.is_missed)
    }

    /// The entry of this deadline, anew where another deadline stood before.
    pub(super) fn entry(&mut self, act: CommandKind, about: &About, due: Due) -> &mut Told {
        let fresh = Told {
            due,
            warned: None,
            is_missed: false,
        };
        let told = self.told.entry((act, about.clone())).or_insert(fresh);
        if told.due != due {
            *told = fresh;
        }
        told
    }
}
