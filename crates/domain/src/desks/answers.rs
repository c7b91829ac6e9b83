//! Who stands in for whom.

use crate::Role;

/// The roles whose work waits for the holder of `role`: deputies stand in for their heads, and
/// whoever leads the Council also votes.
#[must_use]
pub fn answers_for(role: Role) -> &'static [Role] {
    use Role as R;

    match role {
        R::CampaignManager => &[R::CampaignManager],
        R::CampaignAuthority => &[R::CampaignAuthority],
        R::UnitOfficer => &[R::UnitOfficer],
        R::UnitSecretary => &[R::UnitSecretary],
        R::UnitHead => &[R::UnitHead],
        R::UnitDeputy => &[R::UnitDeputy, R::UnitHead],
        R::Nominee => &[R::Nominee],
        R::IntakeOfficer => &[R::IntakeOfficer],
        R::Reviewer => &[R::Reviewer],
        R::ReviewHead => &[R::ReviewHead],
        R::SubstituteReviewer => &[R::SubstituteReviewer, R::Reviewer],
        R::SubstituteConfirmer => &[R::SubstituteConfirmer],
        R::ComplaintOfficer => &[R::ComplaintOfficer],
        R::CouncilChair => &[R::CouncilChair, R::CouncilMember],
        R::CouncilViceChair => &[R::CouncilViceChair, R::CouncilMember],
        R::CouncilMember => &[R::CouncilMember],
        R::CouncilSecretary => &[R::CouncilSecretary],
        R::Chairman => &[R::Chairman],
        R::DeputySignatory => &[R::DeputySignatory, R::Chairman],
        R::ChairmanOffice => &[R::ChairmanOffice],
        R::RecordsClerk => &[R::RecordsClerk],
        R::FinanceOfficer => &[R::FinanceOfficer],
        R::PublicityOfficer => &[R::PublicityOfficer],
        R::Broadcaster => &[R::Broadcaster],
        R::EvidenceIssuer => &[R::EvidenceIssuer],
        R::Auditor => &[R::Auditor],
        R::ExportClient => &[R::ExportClient],
        R::Admin => &[R::Admin],
        R::System => &[R::System],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everybody_answers_for_the_own_role() {
        for role in Role::ALL {
            assert!(answers_for(*role).contains(role), "{role:?}");
        }
    }
}
