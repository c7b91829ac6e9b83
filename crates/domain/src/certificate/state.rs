//! What a later decision needs to know of a certificate.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

use crate::{
    AssignmentId, DecisionId,
    certificate::{CertificateStage, ReissueReason},
};

/// The situation of a certificate.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// None is due.
    #[default]
    Absent,
    /// There is one, or there will be.
    Open(Box<Certificate>),
}

/// A certificate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Certificate {
    /// The decision.
    pub decision: DecisionId,
    /// Its number in the register of awards.
    pub number: u32,
    /// The day of the entry.
    pub date: Date,
    /// How far it has come.
    pub stage: CertificateStage,
    /// The assignment of who signed it (SD6).
    pub signed_by: Option<AssignmentId>,
    /// Whether a sheet was handed over, be it replaced since.
    pub is_with_awardee: bool,
    /// Why sheets replaced the first, by the hashes of their scans.
    pub reissued: BTreeMap<String, ReissueReason>,
    /// Spoilt sheets, by the hashes of the minutes about them.
    pub spoilt: BTreeMap<String, u32>,
}

impl State {
    /// The certificate, if there is one.
    #[must_use]
    pub fn certificate(&self) -> Option<&Certificate> {
        match self {
            Self::Absent => None,
            Self::Open(certificate) => Some(certificate),
        }
    }
}
