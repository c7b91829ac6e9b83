//! Small words that several rooms of the domain share.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Who is nominated (đối tượng): tập thể or cá nhân.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum NomineeKind {
    /// Tập thể.
    Collective,
    /// Cá nhân.
    Individual,
}

impl NomineeKind {
    /// The word on the wire.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Collective => "collective",
            Self::Individual => "individual",
        }
    }
}

impl fmt::Display for NomineeKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Kind of unit (plan II.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum UnitKind {
    /// Cơ quan chuyên môn.
    SpecialisedAgency,
    /// Đơn vị sự nghiệp.
    PublicServiceUnit,
    /// UBND xã, thị trấn.
    CommuneCommittee,
    /// Ấp, khu phố.
    Hamlet,
    /// Outside the scope of the plan: inspection committees, boards, guests.
    Other,
}

impl UnitKind {
    /// Whether units of this kind, and their staff, are within the scope of the plan (L1).
    #[must_use]
    pub fn is_in_scope(self) -> bool {
        match self {
            Self::SpecialisedAgency
            | Self::PublicServiceUnit
            | Self::CommuneCommittee
            | Self::Hamlet => true,
            Self::Other => false,
        }
    }
}

/// What an office does, whatever its name is (roles bind to functions, never to names).
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum OfficeFunction {
    /// Cơ quan nội vụ; cơ quan thường trực Hội đồng.
    HomeAffairsOffice,
    /// Văn phòng HĐND và UBND.
    ChairmanOffice,
    /// Văn hóa – thông tin.
    CultureOffice,
    /// Đài truyền thanh – truyền hình.
    Broadcaster,
    /// Thanh tra.
    Inspectorate,
    /// Tài chính.
    FinanceOffice,
}

/// Categories of staff (cán bộ, công chức, viên chức, người lao động).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum StaffCategory {
    /// Cán bộ.
    Cadre,
    /// Công chức.
    CivilServant,
    /// Viên chức.
    PublicEmployee,
    /// Người lao động.
    Worker,
}

/// Results of one criterion. `Pending` is neither failed nor passed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Finding {
    /// Đạt.
    Met,
    /// Không đạt.
    NotMet,
    /// Chưa đủ minh chứng.
    Pending,
    /// Không áp dụng.
    NotApplicable,
}

/// How final a fact is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum FactStatus {
    /// May still change: good enough for eligibility and allocation.
    Provisional,
    /// Good enough to pass a review.
    Final,
}

/// Outcome of one item of a motion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Đạt.
    Carried,
    /// Không đạt.
    Lost,
    /// Không đủ số người dự họp.
    NoQuorum,
    /// Hoãn.
    Deferred,
}

/// Votes on one item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Tally {
    /// Tán thành.
    pub votes_for: u32,
    /// Không tán thành.
    pub votes_against: u32,
    /// Ý kiến khác, phiếu trắng.
    #[serde(default)]
    pub abstained: u32,
}

impl Tally {
    /// All votes together.
    #[must_use]
    pub fn sum(&self) -> u64 {
        let parts = [self.votes_for, self.votes_against, self.abstained];
        parts.into_iter().map(u64::from).sum()
    }
}
