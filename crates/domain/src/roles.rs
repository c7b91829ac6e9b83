//! Roles (domain glossary 4.2), and who is acting.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{AssignmentId, PersonId, UnitId};

macro_rules! roles {
    ($($(#[$doc:meta])+ $name:ident = $word:literal),+ $(,)?) => {
        /// What a person may do, for the time of an assignment.
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
            JsonSchema,
        )]
        #[serde(rename_all = "snake_case")]
        pub enum Role { $($(#[$doc])+ $name),+ }

        impl Role {
            /// Every role.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The word on the wire.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => $word),+ }
            }
        }
    };
}

roles! {
    /// Drafts campaign, criteria, allocation, deadlines; an officer of Home Affairs.
    CampaignManager = "campaign_manager",
    /// The Chairman as the one who approves the plan.
    CampaignAuthority = "campaign_authority",
    /// Cán bộ đầu mối: proposes nominees, uploads dossier parts.
    UnitOfficer = "unit_officer",
    /// Records the unit's meeting.
    UnitSecretary = "unit_secretary",
    /// Thủ trưởng đơn vị.
    UnitHead = "unit_head",
    /// Phó thủ trưởng: presides and signs where the head is the nominee (SD10).
    UnitDeputy = "unit_deputy",
    /// Sees the own case, confirms the own report.
    Nominee = "nominee",
    /// Receives dossiers.
    IntakeOfficer = "intake_officer",
    /// Thẩm định: findings and recommendation.
    Reviewer = "reviewer",
    /// Head of Home Affairs: confirms reviews, standing vice-chair of the Council.
    ReviewHead = "review_head",
    /// Reviews in the place of Home Affairs what concerns Home Affairs (SD3).
    SubstituteReviewer = "substitute_reviewer",
    /// Assigns and confirms such reviews (SD3).
    SubstituteConfirmer = "substitute_confirmer",
    /// Presides over the Council.
    CouncilChair = "council_chair",
    /// Deputy of the chair.
    CouncilViceChair = "council_vice_chair",
    /// Votes in the Council.
    CouncilMember = "council_member",
    /// Keeps agenda and minutes of the Council.
    CouncilSecretary = "council_secretary",
    /// Chủ tịch UBND.
    Chairman = "chairman",
    /// Phó Chủ tịch or head of an office: signs for the Chairman under a delegation (KT., TUQ.).
    DeputySignatory = "deputy_signatory",
    /// Văn phòng: checks presentations, initials drafts.
    ChairmanOffice = "chairman_office",
    /// Văn thư.
    RecordsClerk = "records_clerk",
    /// Accountant of the reward fund.
    FinanceOfficer = "finance_officer",
    /// Văn hóa – thông tin: plans and records publicity.
    PublicityOfficer = "publicity_officer",
    /// Đài: records broadcasts.
    Broadcaster = "broadcaster",
    /// Attests facts.
    EvidenceIssuer = "evidence_issuer",
    /// Handles complaints; places and lifts holds.
    ComplaintOfficer = "complaint_officer",
    /// Reads everything, writes nothing.
    Auditor = "auditor",
    /// The system of Sở Nội vụ: pulls exports under a profile, nothing else.
    ExportClient = "export_client",
    /// Accounts and configuration; no case, no ballot, no personal data.
    Admin = "admin",
    /// Loading of definitions and timers: a closed list of commands.
    System = "system",
}

/// Who acts, in which capacity. Stored with every event.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct Actor {
    /// The person.
    pub principal: PersonId,
    /// The acting assignment.
    pub assignment: AssignmentId,
    /// The role of that assignment.
    pub role: Role,
    /// Its unit, where it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<UnitId>,
    /// Whose act is recorded, when it is not the actor's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on_behalf_of: Option<AssignmentId>,
}

impl Actor {
    /// The assignment whose act it is, also where somebody else records it.
    #[must_use]
    pub fn whose_act(&self) -> &AssignmentId {
        self.on_behalf_of.as_ref().unwrap_or(&self.assignment)
    }
}
