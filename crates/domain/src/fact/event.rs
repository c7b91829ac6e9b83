//! Facts about a unit or a person within a year.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    DecisionId, Document, FactStatus,
    fact::{AuthorityIndex, PastAward, Rating, UnitResult},
};

/// Events of a `fact` stream: one per subject and year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Event {
    /// Results of a unit; the last record counts.
    UnitResultRecorded {
        /// The result.
        result: UnitResult,
        /// How final it is.
        status: FactStatus,
        /// The day it was taken.
        cut_off: Date,
    },
    /// An initiative was recognised (sáng kiến được công nhận).
    InitiativeRecorded {
        /// Number of the recognition.
        number: String,
        /// Its date.
        date: Date,
        /// Who recognised it.
        recognised_by: String,
        /// The paper, if it is kept here.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        document: Option<Document>,
    },
    /// A person was rated for the year (đánh giá, xếp loại).
    RatingRecorded {
        /// The rating.
        rating: Rating,
        /// How final it is.
        status: FactStatus,
    },
    /// An award was given before, or by another level (L3).
    PastAwardRecorded {
        /// The award.
        award: PastAward,
    },
    /// An award that an earlier decision gave on paper is taken over (L3, E58).
    LegacyAwardRecorded {
        /// The award.
        award: PastAward,
        /// The decision, taken over in the same append.
        decision: DecisionId,
    },
    /// The index of the issuing authority itself (plan V.1).
    AuthorityIndexRecorded {
        /// Its score.
        index: AuthorityIndex,
        /// How final it is.
        status: FactStatus,
    },
    /// A key leader of the unit was disciplined (kỷ luật).
    DisciplineRecorded {
        /// Whether the one disciplined is a key leader of the unit.
        is_key_leader: bool,
        /// The day the penalty was issued.
        issued_on: Date,
        /// The act.
        document_number: String,
    },
}
