//! A season that is played: its people, its units, and what has become of its nominees.

use std::{
    collections::BTreeMap,
    sync::{Mutex, PoisonError},
};

use anyhow::anyhow;
use serde_json::{Value, json};

use super::{
    Player, Script, Until, Who,
    people::parse_who,
    script::HoldsRow,
    units::{self, Nominee, Unit, in_copy},
};
use crate::definitions::Definitions;

/// Steps that are sent at once where their order does not matter.
const AT_ONCE: usize = 48;

/// How many of them, by the number of copies: a season that is played once goes step by step, so that
/// it is the same at every run.
pub(crate) fn at_once(copies: usize) -> usize {
    if copies > 1 { AT_ONCE } else { 1 }
}

/// A season that is played.
pub(crate) struct Season {
    pub(crate) player: Player,
    pub(crate) definitions: Definitions,
    pub(super) script: Script,
    units: Vec<Unit>,
    copies: usize,
    /// Nominations by the nominee's code.
    nominations: Mutex<BTreeMap<String, String>>,
}

impl Season {
    /// A season that is played `copies` times over at once, on definitions that hold so many.
    pub(crate) fn new(
        player: Player,
        script: Script,
        (definitions, copies): (Definitions, usize),
    ) -> Self {
        Self {
            player,
            definitions,
            units: units::units(&script.cast.units, copies),
            script,
            copies,
            nominations: Mutex::default(),
        }
    }

    /// The last gate that it reaches.
    pub(crate) fn end(&self) -> Option<Until> {
        self.script.end()
    }

    /// How many times over it is played.
    pub(crate) fn copies(&self) -> usize {
        self.copies
    }

    /// The id of its campaign.
    pub(crate) fn campaign(&self) -> &str {
        &self.script.cast.campaign
    }

    /// Who reads the outcome.
    pub(super) fn auditor(&self) -> anyhow::Result<Who> {
        parse_who(&self.script.cast.auditor)
    }

    /// The nominee whose case is shown, and to whom.
    pub(crate) fn shown(&self) -> anyhow::Result<(&str, Who)> {
        let shown = &self.script.cast.shown;
        Ok((&shown.nominee, parse_who(&shown.by)?))
    }

    /// Where each nominee must stand at the end: gate and codes.
    pub(super) fn ends(&self) -> impl Iterator<Item = (&str, &[String])> {
        let ends = self.script.cast.ends.iter();
        ends.map(|(gate, codes)| (gate.as_str(), codes.as_slice()))
    }

    /// Numbers that must be so at the end.
    pub(super) fn holds(&self) -> &[HoldsRow] {
        &self.script.cast.holds
    }

    /// All units that nominate.
    pub(super) fn units(&self) -> &[Unit] {
        &self.units
    }

    /// The units that play this unit of the season, in each copy.
    pub(super) fn units_of<'a>(&'a self, base: &'a str) -> impl Iterator<Item = &'a Unit> {
        self.units.iter().filter(move |unit| unit.base == base)
    }

    /// The numbered meeting or submission of a unit: both are named alike.
    pub(super) fn of_unit(&self, unit: &Unit, number: u32) -> Value {
        json!({ "campaign": self.campaign(), "unit": unit.slug, "number": number })
    }

    /// Ids of all units in the scope of the campaign, whether they nominate or not.
    pub(super) fn all_units(&self) -> Vec<String> {
        self.definitions.unit_ids()
    }

    /// Every nominee with the unit.
    pub(crate) fn nominees(&self) -> impl Iterator<Item = (&Unit, &Nominee)> {
        self.units
            .iter()
            .flat_map(|unit| unit.nominees.iter().map(move |nominee| (unit, nominee)))
    }

    /// Remembers the nomination of a nominee.
    pub(super) fn remember(&self, code: &str, nomination: String) {
        let known = self.nominations.lock();
        let mut known = known.unwrap_or_else(PoisonError::into_inner);
        known.insert(code.to_owned(), nomination);
    }

    /// The nomination of a nominee.
    ///
    /// # Errors
    /// When nobody of this code was nominated yet.
    pub(crate) fn nomination(&self, code: &str) -> anyhow::Result<String> {
        let known = self
            .nominations
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        let nomination = known.get(code).cloned();
        nomination.ok_or_else(|| anyhow!("{code} is not nominated yet"))
    }

    /// The nominations that play these nominees of the season in these copies: the first in all
    /// copies, then the second.
    pub(super) fn nominations<'a>(
        &self,
        bases: impl IntoIterator<Item = &'a str>,
        copies: &std::ops::Range<usize>,
    ) -> anyhow::Result<Vec<String>> {
        bases
            .into_iter()
            .flat_map(|base| copies.clone().map(move |copy| in_copy(base, copy)))
            .map(|code| self.nomination(&code))
            .collect()
    }
}
