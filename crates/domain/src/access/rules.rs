//! The table itself. Source: the actors of the plan's steps, and the rules SD1 to SD12.

use std::fmt::Write as _;

use crate::{CommandKind, Role};

/// For which units a role may act.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// Whatever the unit: the rule of the command says the rest.
    Anywhere,
    /// Only for the own unit.
    OwnUnit,
    /// Only for other units than the own (SD11).
    OtherUnits,
    /// Whatever the unit, always on behalf of the Chairman, who approves it (SD11).
    ByApproval,
    /// For the own unit only on behalf of the Chairman, who approves it (SD11).
    OwnUnitByApproval,
}

/// Who may give a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// Roles that act, each with its scope.
    pub actors: &'static [(Role, Scope)],
    /// Roles that may record the act of such a role on its behalf.
    pub recorders: &'static [Role],
}

impl Rule {
    /// The scope in which a role acts; `None` when it does not.
    #[must_use]
    pub fn scope(&self, role: Role) -> Option<Scope> {
        let mut actors = self.actors.iter();
        actors
            .find(|(actor, _)| *actor == role)
            .map(|(_, scope)| *scope)
    }
}

const fn by(actors: &'static [(Role, Scope)]) -> Rule {
    Rule {
        actors,
        recorders: &[],
    }
}

use Role::{
    Admin, Broadcaster, CampaignAuthority, CampaignManager, Chairman, ChairmanOffice,
    ComplaintOfficer, CouncilChair, CouncilMember, CouncilSecretary, CouncilViceChair,
    DeputySignatory, EvidenceIssuer, FinanceOfficer, IntakeOfficer, PublicityOfficer, RecordsClerk,
    ReviewHead, Reviewer, SubstituteConfirmer, SubstituteReviewer, System, UnitDeputy, UnitHead,
    UnitOfficer, UnitSecretary,
};
use Scope::{Anywhere, ByApproval, OtherUnits, OwnUnit, OwnUnitByApproval};

const LOADING: Rule = by(&[(System, Anywhere)]);
/// What a timer tells: no case changes by it (4.10).
const TIMER: Rule = by(&[(System, Anywhere)]);
const DIRECTORY: Rule = by(&[(System, Anywhere), (Admin, Anywhere)]);
/// The authority's acts, drafted for it in Home Affairs.
const CAMPAIGN: Rule = Rule {
    actors: &[(CampaignAuthority, Anywhere)],
    recorders: &[CampaignManager],
};
const FACTS: Rule = by(&[(EvidenceIssuer, OtherUnits)]);
/// A head rates the own staff every year, that is the law's way; attesting offices only others'.
const RATING: Rule = by(&[(UnitHead, OwnUnit), (EvidenceIssuer, OtherUnits)]);
const OFFICER: Rule = by(&[(UnitOfficer, OwnUnit)]);
const HEAD: Rule = by(&[(UnitHead, OwnUnit)]);
/// What the head does, or the deputy where the head is the nominee (SD10).
const HEAD_OR_DEPUTY: Rule = by(&[(UnitHead, OwnUnit), (UnitDeputy, OwnUnit)]);
const EXTRACT: Rule = by(&[
    (UnitSecretary, OwnUnit),
    (UnitHead, OwnUnit),
    (UnitDeputy, OwnUnit),
]);
/// Home Affairs reviews, or the substitutes that the Chairman named (SD3).
const REVIEWER: Rule = by(&[(Reviewer, Anywhere), (SubstituteReviewer, Anywhere)]);
const CONFIRMER: Rule = by(&[(ReviewHead, Anywhere), (SubstituteConfirmer, Anywhere)]);
/// What is verified about a unit or its staff, others look at (SD11).
const HOLD: Rule = by(&[(ComplaintOfficer, OtherUnits), (ReviewHead, OtherUnits)]);
/// What is said against a unit or for it, others judge (SD11).
const COMPLAINT: Rule = by(&[(ComplaintOfficer, OtherUnits)]);
const FEEDBACK: Rule = by(&[(ReviewHead, Anywhere), (CampaignManager, Anywhere)]);
const SESSION: Rule = by(&[(CouncilSecretary, Anywhere), (CouncilChair, Anywhere)]);
/// The chair presides or, where he takes no part, a vice-chair; the head of Home Affairs is one by
/// office (SD5).
const PRESIDER: Rule = by(&[
    (CouncilChair, Anywhere),
    (CouncilViceChair, Anywhere),
    (CouncilMember, Anywhere),
    (ReviewHead, Anywhere),
]);
/// The secretary keeps motions and minutes, whoever presides may do the same.
const MOTION: Rule = by(&[
    (CouncilSecretary, Anywhere),
    (CouncilChair, Anywhere),
    (CouncilViceChair, Anywhere),
    (CouncilMember, Anywhere),
    (ReviewHead, Anywhere),
]);
/// Who presides annuls: in the Council a vice-chair where the chair does not (SD5), in a unit the deputy
/// where the head is a nominee (SD10).
const ANNULMENT: Rule = by(&[
    (CouncilChair, Anywhere),
    (CouncilViceChair, Anywhere),
    (CouncilMember, Anywhere),
    (ReviewHead, Anywhere),
    (UnitHead, OwnUnit),
    (UnitDeputy, OwnUnit),
]);
const BALLOT: Rule = by(&[
    (CouncilChair, Anywhere),
    (CouncilViceChair, Anywhere),
    (CouncilMember, Anywhere),
    (CouncilSecretary, Anywhere),
]);
const CHAIRMAN: Rule = Rule {
    actors: &[(Chairman, Anywhere)],
    recorders: &[ChairmanOffice],
};
/// What the Chairman signs, or his delegate for him (INV-29).
const SIGNATORY: Rule = Rule {
    actors: &[(Chairman, Anywhere), (DeputySignatory, Anywhere)],
    recorders: &[ChairmanOffice],
};
const CLERK: Rule = by(&[(RecordsClerk, Anywhere)]);

/// Who may give a command of this kind.
#[expect(
    clippy::too_many_lines,
    clippy::match_same_arms,
    reason = "a table: one row per command, in the order of the steps"
)]
#[must_use]
pub fn rule(kind: CommandKind) -> Rule {
    use CommandKind as K;

    match kind {
        K::EstablishAuthority
        | K::SetCalendar
        | K::EstablishUnit
        | K::RegisterPerson
        | K::RecordRegime
        | K::RecordBaseWage => LOADING,
        K::RecordReminders | K::RecordMissedDeadlines => TIMER,
        K::DissolveUnit
        | K::EndAuthority
        | K::MovePerson
        | K::GrantAssignment
        | K::EndAssignment => DIRECTORY,
        K::MergeIdentity | K::UndoIdentityMerge => by(&[(Admin, Anywhere)]),
        K::RegisterPlan
        | K::ApproveCriteria
        | K::SetGateRules
        | K::SetQuota
        | K::ChangeQuota
        | K::RestoreQuota
        | K::LaunchCampaign
        | K::AmendPlan
        | K::TransferCampaign
        | K::CloseCampaignByReorganisation => CAMPAIGN,
        K::DetermineEligibleUnits => by(&[(ReviewHead, ByApproval)]),
        K::RankGroup | K::RankForCouncil | K::PromoteFromWaitlist | K::GrantLatePermission => {
            by(&[(ReviewHead, OwnUnitByApproval)])
        }
        K::AllocateQuota | K::ReallocateQuota => by(&[(CampaignManager, ByApproval)]),
        K::ImportUnitResults | K::RecordInitiative | K::RecordDiscipline | K::RecordPastAward => {
            FACTS
        }
        K::RecordAuthorityIndex => by(&[(EvidenceIssuer, Anywhere)]),
        K::RecordRating => RATING,
        K::DraftNomination
        | K::AttachReport
        | K::ProposeNominee
        | K::OpenSubmission
        | K::AttachPart
        | K::SetList
        | K::CorrectNomineeDetails
        | K::DiscardDraft
        | K::ConfirmAwardDetails => OFFICER,
        K::RecordUnitMeeting => by(&[(UnitSecretary, OwnUnit)]),
        K::CertifyMinutesExtract => EXTRACT,
        K::ConfirmReport
        | K::SignSubmissionLetter
        | K::SubmitSubmission
        | K::RequestLatePermission
        | K::Resubmit
        | K::WithdrawSubmission
        | K::RankNominees
        | K::DeclineHonour => HEAD_OR_DEPUTY,
        K::ConfirmRollout | K::Withdraw | K::FileObjection => HEAD,
        K::FileFeedback => by(&[(UnitOfficer, OwnUnit), (UnitHead, OwnUnit)]),
        K::RouteFeedback | K::AnswerFeedback | K::CloseFeedback => FEEDBACK,
        K::RecordReminder | K::RecordInspection | K::DraftDecision => {
            by(&[(CampaignManager, Anywhere)])
        }
        K::PlaceHold | K::ReviewHold | K::LiftHold => HOLD,
        K::RegisterComplaint
        | K::AcceptComplaint
        | K::DecideComplaint
        | K::WithdrawComplaint
        | K::ReopenByComplaint => COMPLAINT,
        K::AcknowledgeSubmission => by(&[(IntakeOfficer, Anywhere)]),
        K::CloseSupplement => by(&[(IntakeOfficer, Anywhere), (ReviewHead, Anywhere)]),
        K::AnnounceDeadline
        | K::ExtendDeadline
        | K::InterpretCriterion
        | K::Supersede
        | K::SendResultNotices
        | K::AnswerChairman => by(&[(ReviewHead, Anywhere)]),
        K::AssignReviewer
        | K::ReassignReviewer
        | K::ConfirmReviews
        | K::ReturnToReviewer
        | K::ReopenReview
        | K::ReassignLegalRegime => CONFIRMER,
        K::RecordFinding
        | K::RecommendPass
        | K::RecommendReject
        | K::RequestOpinion
        | K::RecordOpinion
        | K::RequestSupplement => REVIEWER,
        K::AnnulMotion => ANNULMENT,
        K::ImposeRecusal | K::ReferToFullCouncil => PRESIDER,
        K::OpenMotion | K::CloseMotion => MOTION,
        K::RecordVotes | K::RecordWrittenOpinion => by(&[(CouncilSecretary, Anywhere)]),
        K::ConveneCouncil
        | K::ListNominations
        | K::RecordAttendance
        | K::SendConsultation
        | K::RecordArrival
        | K::RecordDeparture
        | K::CloseCouncilSession => SESSION,
        K::SignMinutes => MOTION,
        K::DeclareRecusal | K::CastBallot | K::PullItem | K::RecordTally => BALLOT,
        K::PresentToChairman => by(&[(ReviewHead, Anywhere), (CouncilViceChair, Anywhere)]),
        K::CheckPresentation | K::ReturnPresentation => by(&[(ChairmanOffice, Anywhere)]),
        K::DecidePresentation | K::SignDecision | K::SignCertificates => SIGNATORY,
        K::GrantDelegation
        | K::EndDelegation
        | K::VoidSignedDecision
        | K::IssueDespiteHold
        | K::NoteConduct
        | K::NameSubstitutes
        | K::NameAlternateBody
        | K::NameAlternateSigner
        | K::ConsentToWithdrawal
        | K::WithdrawApproval => CHAIRMAN,
        K::InitialDraft => by(&[(ReviewHead, Anywhere), (ChairmanOffice, Anywhere)]),
        K::AssignNumber
        | K::ApplyOrganisationSignature
        | K::IssueDecision
        | K::Dispatch
        | K::RecordReceipt
        | K::RecallDocument
        | K::RecordRecallConfirmed
        | K::VoidNumber
        | K::IssueFormalCorrection
        | K::RegisterLegacyDecision => CLERK,
        K::OpenAwardFiles | K::CloseRevokedAwards => LOADING,
        K::PrintCertificates
        | K::HandOverCertificate
        | K::ReissueCertificate
        | K::RecordSpoiltStock
        | K::RecordCertificateRecovered
        | K::ScheduleConference
        | K::RecordAwardCeremony
        | K::RecordSummationReport
        | K::CloseConference
        | K::CloseCampaign
        | K::TransferToArchive => by(&[(CampaignManager, Anywhere)]),
        K::SealCertificates => CLERK,
        K::ComputePrizes
        | K::PayPrizes
        | K::ReturnPrize
        | K::RecordPrizeRecovered
        | K::CreditFund
        | K::CommitFunds
        | K::RecordFundShortfall => by(&[(FinanceOfficer, Anywhere)]),
        K::PlanPublicity | K::PublishStory | K::WithdrawStory => {
            by(&[(PublicityOfficer, Anywhere)])
        }
        K::RecordBroadcast | K::RecordCorrectionBroadcast => {
            by(&[(PublicityOfficer, Anywhere), (Broadcaster, Anywhere)])
        }
        K::CloseSelection => by(&[(ReviewHead, Anywhere)]),
    }
}

/// Whether the role gives any command at all.
#[must_use]
pub fn gives_commands(role: Role) -> bool {
    CommandKind::ALL.iter().any(|kind| {
        let rule = rule(*kind);
        rule.scope(role).is_some() || rule.recorders.contains(&role)
    })
}

/// The whole table as Markdown, for people.
#[must_use]
pub fn table() -> String {
    let mut text = String::from("| Command | Roles | Recorded by |\n|---|---|---|\n");
    for kind in CommandKind::ALL {
        let rule = rule(*kind);
        let roles = rule.actors.iter().map(|(role, scope)| match scope {
            Anywhere => role.as_str().to_owned(),
            OwnUnit => format!("{} (own unit)", role.as_str()),
            OtherUnits => format!("{} (other units)", role.as_str()),
            ByApproval => format!("{} (by approval)", role.as_str()),
            OwnUnitByApproval => format!("{} (own unit by approval)", role.as_str()),
        });
        let roles: Vec<String> = roles.collect();
        let recorders: Vec<&str> = rule.recorders.iter().map(|role| role.as_str()).collect();
        let (command, roles) = (kind.as_str(), roles.join(", "));
        writeln!(text, "| {command} | {roles} | {} |", recorders.join(", "))
            .expect("a string takes whatever is written");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_has_somebody_who_may_give_it() {
        for kind in CommandKind::ALL {
            assert!(!rule(*kind).actors.is_empty(), "{kind:?}");
        }
    }

    #[test]
    fn the_system_loads_directory_and_law_tells_what_is_due_and_follows_an_issue() {
        let mut loaded: Vec<&str> = CommandKind::ALL
            .iter()
            .filter(|kind| rule(**kind).scope(System).is_some())
            .map(|kind| kind.as_str())
            .collect();
        loaded.sort_unstable();
        assert_eq!(
            loaded,
            [
                "close_revoked_awards",
                "dissolve_unit",
                "end_assignment",
                "end_authority",
                "establish_authority",
                "establish_unit",
                "grant_assignment",
                "move_person",
                "open_award_files",
                "record_base_wage",
                "record_missed_deadlines",
                "record_regime",
                "record_reminders",
                "register_person",
                "set_calendar",
            ]
        );
    }

    #[test]
    fn the_administrator_handles_the_directory_and_no_case() {
        for kind in CommandKind::ALL {
            let may = rule(*kind).scope(Admin).is_some();
            let is_about_the_directory = matches!(
                kind,
                CommandKind::DissolveUnit
                    | CommandKind::EndAuthority
                    | CommandKind::MovePerson
                    | CommandKind::MergeIdentity
                    | CommandKind::UndoIdentityMerge
                    | CommandKind::GrantAssignment
                    | CommandKind::EndAssignment
            );
            assert_eq!(may, is_about_the_directory, "{kind:?}");
        }
    }

    #[test]
    fn a_nominee_is_on_no_record_of_the_own_case() {
        for kind in CommandKind::ALL {
            let rule = rule(*kind);
            assert_eq!(rule.scope(Role::Nominee), None);
            assert!(!rule.recorders.contains(&Role::Nominee));
        }
    }

    #[test]
    fn who_audits_or_pulls_exports_writes_nothing() {
        for kind in CommandKind::ALL {
            let rule = rule(*kind);
            for reader in [Role::Auditor, Role::ExportClient] {
                assert_eq!(rule.scope(reader), None);
                assert!(!rule.recorders.contains(&reader));
            }
        }
    }

    #[test]
    fn the_table_has_a_line_for_every_command() {
        let table = table();
        assert_eq!(table.lines().count(), CommandKind::ALL.len() + 2);
        assert!(table.contains("| rank_group | review_head (own unit by approval) |  |"));
        assert!(table.contains("| allocate_quota | campaign_manager (by approval) |  |"));
        assert!(table.contains("| launch_campaign | campaign_authority | campaign_manager |"));
        assert!(table.contains("| sign_decision | chairman, deputy_signatory | chairman_office |"));
    }
}
