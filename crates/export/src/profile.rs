//! What a reader outside may see: a function of the event's type alone.
//!
//! So a payload goes out whole or not at all, and the same range and profile give the same bytes for
//! ever. What is withheld still shows its type, its stream, its times and its hash.

mod so_noi_vu;

use khen_domain::Role;
use khen_eventlog::{EventType, Payload};

/// A profile of disclosure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Profile {
    /// What Sở Nội vụ follows: campaigns, gates and their reasons, tallies, decisions, prize totals.
    SoNoiVuV1,
    /// Everything that is recorded; personal values stay sealed.
    AuditorV1,
}

impl Profile {
    /// Every profile.
    pub const ALL: &'static [Self] = &[Self::SoNoiVuV1, Self::AuditorV1];

    /// The name on the wire.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::SoNoiVuV1 => "so_noi_vu_v1",
            Self::AuditorV1 => "auditor_v1",
        }
    }

    /// The profile under which a role reads the export; `None` for roles that do not.
    #[must_use]
    pub fn of(role: Role) -> Option<Self> {
        match role {
            Role::Auditor => Some(Self::AuditorV1),
            Role::ExportClient => Some(Self::SoNoiVuV1),
            Role::CampaignManager
            | Role::CampaignAuthority
            | Role::UnitOfficer
            | Role::UnitSecretary
            | Role::UnitHead
            | Role::UnitDeputy
            | Role::Nominee
            | Role::IntakeOfficer
            | Role::Reviewer
            | Role::ReviewHead
            | Role::SubstituteReviewer
            | Role::SubstituteConfirmer
            | Role::CouncilChair
            | Role::CouncilViceChair
            | Role::CouncilMember
            | Role::CouncilSecretary
            | Role::Chairman
            | Role::DeputySignatory
            | Role::ChairmanOffice
            | Role::RecordsClerk
            | Role::FinanceOfficer
            | Role::PublicityOfficer
            | Role::Broadcaster
            | Role::EvidenceIssuer
            | Role::ComplaintOfficer
            | Role::Admin
            | Role::System => None,
        }
    }

    /// What is told of the payload of an event of this type. A stream that no profile knows is withheld.
    #[must_use]
    pub fn payload(self, event_type: &EventType) -> Payload {
        let (name, _) = event_type.name_and_version();
        let is_whole = match self {
            Self::SoNoiVuV1 => so_noi_vu::shows(name),
            Self::AuditorV1 => true,
        };
        if is_whole {
            Payload::Whole
        } else {
            Payload::Withheld
        }
    }
}
