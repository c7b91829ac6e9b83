//! Where a case stands, in words for whoever asks.
//!
//! Readers are not told the same: until the Council's minutes are signed, the unit knows only that
//! its case is before the Council; the public knows little before the decision is issued.

use fluent_bundle::FluentArgs;

use crate::{Language, Texts};
use khen_domain::{Role, nomination::Gate};

/// Who reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Audience {
    /// The nominating unit.
    Unit,
    /// The nominee.
    Nominee,
    /// Home Affairs, its substitutes, and who handles complaints.
    HomeAffairs,
    /// The Council.
    Council,
    /// The Chairman and his Office.
    Chairman,
    /// Records and finance: they see a case when it comes to the issue.
    Counter,
    /// Auditors.
    Auditor,
    /// Everybody else.
    Public,
}

/// Whether the minutes are signed of the Council session whose agenda the case is on.
///
/// A case that is on no agenda reads as `Unsigned`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CouncilMinutes {
    /// Not yet: passes and tallies are not told outside.
    Unsigned,
    /// Signed.
    Signed,
}

macro_rules! standings {
    ($($(#[$doc:meta])+ $name:ident = $word:literal, $dvcqg:expr);+ $(;)?) => {
        /// Where a case stands, as a reader is told.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Standing { $($(#[$doc])+ $name),+ }

        impl Standing {
            /// Every standing.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The word on the wire.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => $word),+ }
            }

            /// The status of the National Public Service Portal (Cổng Dịch vụ công quốc gia) that
            /// civil servants know it by: 1 to 10; `None` before anything is sent.
            #[must_use]
            pub fn dvcqg(self) -> Option<u8> {
                match self { $(Self::$name => $dvcqg),+ }
            }
        }
    };
}

standings! {
    /// Đang soạn.
    Drafting = "drafting", None;
    /// Chờ đơn vị bình xét.
    AtUnitMeeting = "at_unit_meeting", None;
    /// Chờ thủ trưởng ký tờ trình.
    AwaitingHead = "awaiting_head", None;
    /// Dự phòng.
    Waitlisted = "waitlisted", None;
    /// Đơn vị không tán thành.
    NotEndorsed = "not_endorsed", None;
    /// Đã gửi, chờ tiếp nhận.
    Submitted = "submitted", Some(1);
    /// Cần bổ sung.
    Returned = "returned", Some(5);
    /// Đã tiếp nhận.
    Received = "received", Some(2);
    /// Đang thẩm định.
    UnderReview = "under_review", Some(4);
    /// Đủ điều kiện.
    Eligible = "eligible", Some(4);
    /// Không đủ điều kiện.
    NotEligible = "not_eligible", Some(8);
    /// Đang xét tại Hội đồng.
    InCouncil = "in_council", Some(4);
    /// Được Hội đồng đề nghị.
    Proposed = "proposed", Some(4);
    /// Không được Hội đồng đề nghị.
    NotProposed = "not_proposed", Some(8);
    /// Hội đồng hoãn xét.
    Deferred = "deferred", Some(4);
    /// Trình Chủ tịch.
    AwaitingChairman = "awaiting_chairman", Some(4);
    /// Chủ tịch trả lại.
    SentBack = "sent_back", Some(4);
    /// Chủ tịch đồng ý.
    Approved = "approved", Some(4);
    /// Chủ tịch không đồng ý.
    Declined = "declined", Some(8);
    /// Đã ký, chờ ban hành.
    Signed = "signed", Some(4);
    /// Đã có quyết định.
    Awarded = "awarded", Some(9);
    /// Đã rút.
    Withdrawn = "withdrawn", Some(7);
    /// Chuyển sang hồ sơ khác.
    Superseded = "superseded", Some(8);
    /// Dự phòng, sau khi đã thẩm định hoặc Hội đồng đã xét.
    WaitingForPlace = "waiting_for_place", Some(4);
    /// Hết hiệu lực.
    Lapsed = "lapsed", Some(8);
    /// Đã hủy bỏ quyết định.
    Revoked = "revoked", Some(8);
    /// For the public: the unit is still preparing.
    Preparing = "preparing", None;
    /// For the public: somebody is considering it.
    UnderConsideration = "under_consideration", Some(4);
    /// For the public: over, without an award.
    NotAwarded = "not_awarded", Some(8);
}

/// Where a case stands, for people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GateWords {
    /// What the words are about.
    pub standing: Standing,
    /// The standing.
    pub label: String,
    /// What comes next, and who does it.
    pub next_step: String,
    /// Who has the ball; `None` when nothing is left to do.
    pub ball_with: Option<String>,
    /// The status of the National Public Service Portal; see [`Standing::dvcqg`].
    pub dvcqg: Option<u8>,
}

/// The message of a hold.
pub(crate) const HOLD: &str = "standing-held";

/// That something is being verified about a nominee (tạm dừng xem xét), for people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HoldWords {
    /// What it is called.
    pub label: String,
    /// What comes next, and who does it.
    pub next_step: String,
    /// Who has the ball.
    pub ball_with: String,
}

impl Audience {
    /// Whom the holder of a role reads as.
    #[must_use]
    pub fn of(role: Role) -> Self {
        match role {
            Role::UnitOfficer | Role::UnitSecretary | Role::UnitHead | Role::UnitDeputy => {
                Self::Unit
            }
            Role::Nominee => Self::Nominee,
            Role::CampaignManager
            | Role::IntakeOfficer
            | Role::Reviewer
            | Role::ReviewHead
            | Role::SubstituteReviewer
            | Role::SubstituteConfirmer
            | Role::ComplaintOfficer => Self::HomeAffairs,
            Role::CouncilChair
            | Role::CouncilViceChair
            | Role::CouncilMember
            | Role::CouncilSecretary => Self::Council,
            Role::CampaignAuthority
            | Role::Chairman
            | Role::DeputySignatory
            | Role::ChairmanOffice => Self::Chairman,
            Role::RecordsClerk
            | Role::FinanceOfficer
            | Role::PublicityOfficer
            | Role::Broadcaster => Self::Counter,
            Role::Auditor => Self::Auditor,
            Role::EvidenceIssuer | Role::ExportClient | Role::Admin | Role::System => Self::Public,
        }
    }

    /// Every audience.
    pub const ALL: &'static [Self] = &[
        Self::Unit,
        Self::Nominee,
        Self::HomeAffairs,
        Self::Council,
        Self::Chairman,
        Self::Counter,
        Self::Auditor,
        Self::Public,
    ];
}

impl Audience {
    /// Whether it works on cases or audits them, and is told the plain truth.
    #[must_use]
    pub fn is_office(self) -> bool {
        match self {
            Self::HomeAffairs | Self::Council | Self::Chairman | Self::Auditor => true,
            Self::Unit | Self::Nominee | Self::Counter | Self::Public => false,
        }
    }
}

impl Standing {
    /// What this audience is told of a case at this gate.
    #[must_use]
    pub fn of(gate: Gate, audience: Audience, minutes: CouncilMinutes) -> Self {
        match audience {
            Audience::HomeAffairs | Audience::Council | Audience::Chairman | Audience::Auditor => {
                Self::for_office(gate)
            }
            Audience::Counter => Self::for_counter(gate),
            Audience::Unit | Audience::Nominee => Self::for_unit(gate, minutes),
            Audience::Public => Self::for_public(gate),
        }
    }

    /// The plain truth.
    pub(crate) fn for_office(gate: Gate) -> Self {
        match gate {
            Gate::Drafted => Self::Drafting,
            Gate::Proposed => Self::AtUnitMeeting,
            Gate::UnitEndorsed => Self::AwaitingHead,
            Gate::UnitWaitlisted => Self::Waitlisted,
            Gate::UnitNotEndorsed => Self::NotEndorsed,
            Gate::Submitted => Self::Submitted,
            Gate::SupplementRequested => Self::Returned,
            Gate::Received => Self::Received,
            Gate::UnderReview => Self::UnderReview,
            Gate::ReviewPassed => Self::Eligible,
            Gate::ReviewRejected => Self::NotEligible,
            Gate::CouncilListed => Self::InCouncil,
            Gate::CouncilApproved => Self::Proposed,
            Gate::CouncilRejected => Self::NotProposed,
            Gate::CouncilDeferred => Self::Deferred,
            Gate::Presented => Self::AwaitingChairman,
            Gate::ChairmanReturned => Self::SentBack,
            Gate::ChairmanApproved => Self::Approved,
            Gate::ChairmanDeclined => Self::Declined,
            Gate::DecisionSigned => Self::Signed,
            Gate::Awarded => Self::Awarded,
            Gate::Withdrawn => Self::Withdrawn,
            Gate::Superseded => Self::Superseded,
            Gate::ReviewWaitlisted | Gate::CouncilWaitlisted => Self::WaitingForPlace,
            Gate::Lapsed => Self::Lapsed,
            Gate::AwardRevoked => Self::Revoked,
        }
    }

    /// A rejection at once; a pass only when the Council's minutes are signed.
    fn for_unit(gate: Gate, minutes: CouncilMinutes) -> Self {
        let plain = Self::for_office(gate);
        match (plain, minutes) {
            (Self::Eligible, _)
            | (Self::Proposed | Self::Deferred | Self::WaitingForPlace, CouncilMinutes::Unsigned) => {
                Self::InCouncil
            }
            (_, CouncilMinutes::Unsigned | CouncilMinutes::Signed) => plain,
        }
    }

    /// Plain from the signature on; before, no more than the public is told.
    fn for_counter(gate: Gate) -> Self {
        match gate {
            Gate::DecisionSigned | Gate::Awarded | Gate::AwardRevoked => Self::for_office(gate),
            Gate::Drafted
            | Gate::Proposed
            | Gate::UnitEndorsed
            | Gate::UnitWaitlisted
            | Gate::UnitNotEndorsed
            | Gate::Submitted
            | Gate::SupplementRequested
            | Gate::Received
            | Gate::UnderReview
            | Gate::ReviewPassed
            | Gate::ReviewRejected
            | Gate::CouncilListed
            | Gate::CouncilApproved
            | Gate::CouncilRejected
            | Gate::CouncilDeferred
            | Gate::Presented
            | Gate::ChairmanReturned
            | Gate::ChairmanApproved
            | Gate::ChairmanDeclined
            | Gate::Withdrawn
            | Gate::Superseded
            | Gate::ReviewWaitlisted
            | Gate::CouncilWaitlisted
            | Gate::Lapsed => Self::for_public(gate),
        }
    }

    fn for_public(gate: Gate) -> Self {
        match gate {
            Gate::Drafted | Gate::Proposed | Gate::UnitEndorsed | Gate::UnitWaitlisted => {
                Self::Preparing
            }
            Gate::Submitted
            | Gate::SupplementRequested
            | Gate::ChairmanReturned
            | Gate::Received
            | Gate::UnderReview
            | Gate::ReviewPassed
            | Gate::CouncilListed
            | Gate::CouncilApproved
            | Gate::CouncilDeferred
            | Gate::Presented
            | Gate::ChairmanApproved
            | Gate::DecisionSigned
            | Gate::ReviewWaitlisted
            | Gate::CouncilWaitlisted => Self::UnderConsideration,
            Gate::UnitNotEndorsed
            | Gate::ReviewRejected
            | Gate::CouncilRejected
            | Gate::ChairmanDeclined
            | Gate::Withdrawn
            | Gate::Superseded
            | Gate::Lapsed => Self::NotAwarded,
            Gate::Awarded => Self::Awarded,
            Gate::AwardRevoked => Self::Revoked,
        }
    }

    pub(crate) fn message(self) -> String {
        format!("standing-{}", self.as_str())
    }
}

impl Texts {
    /// The words of a standing.
    #[must_use]
    pub fn standing(&self, language: Language, standing: Standing) -> GateWords {
        let catalogue = self.catalogue(language);
        let id = standing.message();
        let none = FluentArgs::new();
        GateWords {
            standing,
            label: catalogue.text(&id, None, &none),
            next_step: catalogue.text(&id, Some("next"), &none),
            ball_with: catalogue.find(&id, Some("ball"), &none),
            dvcqg: standing.dvcqg(),
        }
    }

    /// The words of a case that is held, beside those of its standing.
    #[must_use]
    pub fn hold(&self, language: Language) -> HoldWords {
        let catalogue = self.catalogue(language);
        let none = FluentArgs::new();
        HoldWords {
            label: catalogue.text(HOLD, None, &none),
            next_step: catalogue.text(HOLD, Some("next"), &none),
            ball_with: catalogue.text(HOLD, Some("ball"), &none),
        }
    }

    /// Where a case at this gate stands, in the words for this audience.
    #[must_use]
    pub fn gate(
        &self,
        language: Language,
        gate: Gate,
        audience: Audience,
        minutes: CouncilMinutes,
    ) -> GateWords {
        self.standing(language, Standing::of(gate, audience, minutes))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MINUTES: [CouncilMinutes; 2] = [CouncilMinutes::Unsigned, CouncilMinutes::Signed];

    #[test]
    fn a_unit_learns_of_a_pass_only_from_signed_minutes() {
        let told = |gate, minutes| Standing::of(gate, Audience::Unit, minutes);
        for gate in [
            Gate::ReviewPassed,
            Gate::CouncilListed,
            Gate::CouncilApproved,
            Gate::CouncilDeferred,
        ] {
            assert_eq!(told(gate, CouncilMinutes::Unsigned), Standing::InCouncil);
        }
        let signed = |gate| told(gate, CouncilMinutes::Signed);
        assert_eq!(signed(Gate::CouncilApproved), Standing::Proposed);
        assert_eq!(signed(Gate::CouncilDeferred), Standing::Deferred);
    }

    #[test]
    fn a_unit_learns_of_a_rejection_at_once() {
        for (gate, standing) in [
            (Gate::ReviewRejected, Standing::NotEligible),
            (Gate::CouncilRejected, Standing::NotProposed),
            (Gate::ChairmanDeclined, Standing::Declined),
        ] {
            for minutes in MINUTES {
                assert_eq!(Standing::of(gate, Audience::Unit, minutes), standing);
            }
        }
    }

    #[test]
    fn the_public_learns_nothing_of_the_gates() {
        let told = |gate: &Gate| Standing::of(*gate, Audience::Public, CouncilMinutes::Signed);
        for gate in Gate::ALL {
            let ends = [Standing::NotAwarded, Standing::Awarded, Standing::Revoked];
            let is_over = ends.contains(&told(gate));
            assert_eq!(is_over, gate.is_terminal(), "{gate:?}");
        }
    }

    #[test]
    fn every_standing_is_told_to_somebody() {
        let audiences = Audience::ALL;
        for standing in Standing::ALL {
            let is_told = Gate::ALL.iter().any(|gate| {
                let of = |audience| Standing::of(*gate, audience, CouncilMinutes::Signed);
                audiences.iter().any(|audience| of(*audience) == *standing)
            });
            assert!(is_told, "{standing:?}");
        }
    }

    #[test]
    fn somebody_has_the_ball_until_the_case_is_over() {
        let texts = Texts::new();
        for language in Language::ALL {
            for gate in Gate::ALL {
                for audience in Audience::ALL {
                    let words = texts.gate(*language, *gate, *audience, CouncilMinutes::Signed);
                    assert_eq!(words.ball_with.is_none(), gate.is_terminal(), "{gate:?}");
                }
            }
        }
    }

    #[test]
    fn every_gate_has_words_for_every_audience_in_every_language() {
        let texts = Texts::new();
        for language in Language::ALL {
            for (gate, audience) in all() {
                for minutes in MINUTES {
                    let words = texts.gate(*language, gate, audience, minutes);
                    let message = words.standing.message();
                    assert_ne!(words.label, message, "{gate:?} for {audience:?}");
                    assert_ne!(words.next_step, message, "{gate:?} for {audience:?}");
                }
            }
        }
    }

    fn all() -> impl Iterator<Item = (Gate, Audience)> {
        let of_gate = |gate: &'static Gate| Audience::ALL.iter().map(|one| (*gate, *one));
        Gate::ALL.iter().flat_map(of_gate)
    }

    #[test]
    fn a_portal_status_says_whether_a_case_is_over() {
        for (gate, audience) in all() {
            for minutes in MINUTES {
                let standing = Standing::of(gate, audience, minutes);
                let is_over = matches!(standing.dvcqg(), Some(7..=10));
                let is_told = standing != Standing::NotEndorsed;
                assert_eq!(
                    is_over,
                    gate.is_terminal() && is_told,
                    "{gate:?} {audience:?}"
                );
            }
        }
    }

    #[test]
    fn the_counter_is_told_plainly_what_is_signed() {
        let told = |gate| Standing::of(gate, Audience::Counter, CouncilMinutes::Signed);
        assert_eq!(told(Gate::DecisionSigned), Standing::Signed);
        assert_eq!(told(Gate::ReviewRejected), Standing::NotAwarded);
        assert_eq!(told(Gate::CouncilApproved), Standing::UnderConsideration);
    }
}
