//! What a later decision needs to know of a subject's year.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

use crate::{
    FactStatus,
    fact::{AuthorityIndex, PastAward, Rating, UnitResult},
};

/// Facts of one subject within one year; before the first record there are none.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct State {
    result: Option<RecordedResult>,
    initiatives: BTreeMap<String, Initiative>,
    rating: Option<(Rating, FactStatus)>,
    disciplines: BTreeMap<String, Discipline>,
    past_awards: BTreeMap<String, PastAward>,
    authority_index: Option<(AuthorityIndex, FactStatus)>,
}

/// The result that counts: the last recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RecordedResult {
    /// The result.
    pub result: UnitResult,
    /// How final it is.
    pub status: FactStatus,
    /// The day it was taken.
    pub cut_off: Date,
}

/// A recognised initiative.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Initiative {
    pub(super) date: Date,
    pub(super) recognised_by: String,
}

/// A discipline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub(super) struct Discipline {
    pub(super) is_key_leader: bool,
    pub(super) issued_on: Date,
}

impl State {
    /// The unit's result.
    #[must_use]
    pub fn result(&self) -> Option<&RecordedResult> {
        self.result.as_ref()
    }

    /// Whether an initiative was recognised (C3a, I3b).
    #[must_use]
    pub fn has_initiative(&self) -> bool {
        !self.initiatives.is_empty()
    }

    /// Numbers of the recognitions of initiatives.
    pub fn initiative_numbers(&self) -> impl Iterator<Item = &str> {
        self.initiatives.keys().map(String::as_str)
    }

    /// The person's rating (I2).
    #[must_use]
    pub fn rating(&self) -> Option<(Rating, FactStatus)> {
        self.rating
    }

    /// Whether a penalty of a key leader was issued within these days, both included (C4x).
    #[must_use]
    pub fn has_leader_discipline(&self, from: Date, to: Date) -> bool {
        self.leader_discipline(from, to).is_some()
    }

    /// Number of an act by which a key leader was disciplined within these days (C4x).
    #[must_use]
    pub fn leader_discipline(&self, from: Date, to: Date) -> Option<&str> {
        let mut all = self.disciplines.iter();
        all.find(|(_, one)| one.is_key_leader && (from..=to).contains(&one.issued_on))
            .map(|(document_number, _)| document_number.as_str())
    }

    /// Awards that were given before, or by another level, by the number of their decision (L3).
    pub fn past_awards(&self) -> impl Iterator<Item = &PastAward> {
        self.past_awards.values()
    }

    /// The index of the issuing authority.
    #[must_use]
    pub fn authority_index(&self) -> Option<&(AuthorityIndex, FactStatus)> {
        self.authority_index.as_ref()
    }

    pub(crate) fn past_award(&self, number: &str) -> Option<&PastAward> {
        self.past_awards.get(number)
    }

    pub(super) fn add_past_award(&mut self, award: PastAward) {
        self.past_awards.insert(award.number.clone(), award);
    }

    pub(super) fn set_authority_index(&mut self, index: AuthorityIndex, status: FactStatus) {
        self.authority_index = Some((index, status));
    }

    pub(super) fn initiative(&self, number: &str) -> Option<&Initiative> {
        self.initiatives.get(number)
    }

    pub(super) fn discipline(&self, document_number: &str) -> Option<Discipline> {
        self.disciplines.get(document_number).copied()
    }

    pub(super) fn set_result(&mut self, result: RecordedResult) {
        self.result = Some(result);
    }

    pub(super) fn add_initiative(&mut self, number: String, initiative: Initiative) {
        self.initiatives.insert(number, initiative);
    }

    pub(super) fn set_rating(&mut self, rating: Rating, status: FactStatus) {
        self.rating = Some((rating, status));
    }

    pub(super) fn add_discipline(&mut self, document_number: String, discipline: Discipline) {
        self.disciplines.insert(document_number, discipline);
    }
}
