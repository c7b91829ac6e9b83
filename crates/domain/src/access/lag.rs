//! How late something may be recorded without a reason (INV-05).

use jiff::civil::Date;

use super::Refusal;
use crate::{
    CampaignId, Command, Context, Need, NominationId, StreamKey, World, calendar::Calendar,
    campaign,
};

/// Working days by which an act may be recorded late. Source: INV-05.
pub(crate) const LAG_WORKING_DAYS: u32 = 1;

/// The campaign says how late meetings and paper signatures may be recorded.
pub(super) fn needs(command: &Command) -> Option<Need> {
    paper_of(command).map(|campaign| Need::read(StreamKey::campaign(campaign)))
}

/// Refuses what happened later than now, and what is recorded late without a reason.
pub(super) fn must_be_in_time(
    world: &World,
    context: &Context,
    command: &Command,
) -> Result<(), Refusal> {
    let (occurred_at, now) = (context.occurred_at, context.now);
    if occurred_at > now {
        return Err(Refusal::OccurredLater { occurred_at, now });
    }
    let allowed_days = paper_of(command).map_or(LAG_WORKING_DAYS, |campaign| {
        recording_days(world.campaign(campaign))
    });
    explained(world, context, occurred_at.date(), allowed_days)
}

/// Refuses a day longer ago than the allowed working days when no reason is given.
pub(crate) fn explained(
    world: &World,
    context: &Context,
    date: Date,
    allowed_days: u32,
) -> Result<(), Refusal> {
    let unset = Calendar::default();
    let calendar = world.authority().authority();
    let calendar = calendar.map_or(&unset, |authority| &authority.calendar);
    let is_late = calendar.is_longer_ago(date, context.now.date(), allowed_days);
    if is_late && context.backdating_reason.is_none() {
        return Err(Refusal::LateWithoutReason { date, allowed_days });
    }
    Ok(())
}

/// Working days by which meetings and paper signatures of a campaign may be recorded late.
pub(crate) fn recording_days(campaign: &campaign::State) -> u32 {
    let rules = campaign.active().map(|active| &active.rules);
    rules.map_or(LAG_WORKING_DAYS, |rules| rules.recording_days)
}

/// The campaign of a meeting or a signature that may have been on paper first.
#[expect(clippy::too_many_lines, reason = "a table: one line per command")]
fn paper_of(command: &Command) -> Option<&CampaignId> {
    match command {
        Command::RecordUnitMeeting(c) => Some(&c.session.campaign),
        Command::CertifyMinutesExtract(c) => Some(&c.submission.campaign),
        Command::SignSubmissionLetter(c) => Some(&c.submission.campaign),
        Command::RecordAttendance(c) => Some(&c.session.campaign),
        Command::DeclareRecusal(c) => Some(&c.session.campaign),
        Command::OpenMotion(c) => Some(&c.session.campaign),
        Command::CastBallot(c) => Some(&c.session.campaign),
        Command::CloseMotion(c) => Some(&c.session.campaign),
        Command::CloseCouncilSession(c) => Some(&c.session.campaign),
        Command::SignMinutes(c) => Some(&c.session.campaign),
        Command::PresentToChairman(c) => Some(&c.presentation.campaign),
        Command::DecidePresentation(c) => Some(&c.presentation.campaign),
        Command::ImposeRecusal(c) => Some(&c.session.campaign),
        Command::SendConsultation(c) => Some(&c.session.campaign),
        Command::RecordArrival(c) => Some(&c.session.campaign),
        Command::RecordDeparture(c) => Some(&c.session.campaign),
        Command::PullItem(c) => Some(&c.session.campaign),
        Command::ReferToFullCouncil(c) => Some(&c.session.campaign),
        Command::RecordVotes(c) => Some(&c.session.campaign),
        Command::RecordWrittenOpinion(c) => Some(&c.session.campaign),
        Command::RecordTally(c) => Some(&c.session.campaign),
        Command::NameAlternateBody(c) => Some(&c.session.campaign),
        Command::NameAlternateSigner(c) => Some(c.nomination.campaign()),
        Command::SignDecision(c) => Some(&c.decision.campaign),
        Command::VoidSignedDecision(c) => Some(&c.decision.campaign),
        Command::IssueDespiteHold(c) => Some(&c.decision.campaign),
        Command::NoteConduct(c) => Some(c.nomination.campaign()),
        Command::WithdrawApproval(c) => c.approvals.first().map(|one| one.nomination.campaign()),
        Command::ConsentToWithdrawal(c) => c.nominations.first().map(NominationId::campaign),
        Command::NameSubstitutes(c) => c.nominations.first().map(NominationId::campaign),
        Command::SignCertificates(c) => c.nominations.first().map(NominationId::campaign),
        Command::SealCertificates(c) => c.nominations.first().map(NominationId::campaign),
        Command::HandOverCertificate(c) => c.handovers.first().map(|one| one.nomination.campaign()),
        Command::RecordAwardCeremony(c) => Some(&c.conference.campaign),
        Command::EstablishAuthority(_)
        | Command::SetCalendar(_)
        | Command::EstablishUnit(_)
        | Command::DissolveUnit(_)
        | Command::EndAuthority(_)
        | Command::MovePerson(_)
        | Command::MergeIdentity(_)
        | Command::UndoIdentityMerge(_)
        | Command::RegisterPerson(_)
        | Command::GrantAssignment(_)
        | Command::EndAssignment(_)
        | Command::GrantDelegation(_)
        | Command::EndDelegation(_)
        | Command::RecordRegime(_)
        | Command::RecordBaseWage(_)
        | Command::RegisterPlan(_)
        | Command::ApproveCriteria(_)
        | Command::SetGateRules(_)
        | Command::LaunchCampaign(_)
        | Command::AnnounceDeadline(_)
        | Command::SetQuota(_)
        | Command::DetermineEligibleUnits(_)
        | Command::AllocateQuota(_)
        | Command::ImportUnitResults(_)
        | Command::RecordInitiative(_)
        | Command::RecordRating(_)
        | Command::RecordDiscipline(_)
        | Command::DraftNomination(_)
        | Command::AttachReport(_)
        | Command::ConfirmReport(_)
        | Command::ProposeNominee(_)
        | Command::AssignReviewer(_)
        | Command::RecordFinding(_)
        | Command::RecommendPass(_)
        | Command::RecommendReject(_)
        | Command::ConfirmReviews(_)
        | Command::RankGroup(_)
        | Command::OpenSubmission(_)
        | Command::AttachPart(_)
        | Command::SetList(_)
        | Command::SubmitSubmission(_)
        | Command::AcknowledgeSubmission(_)
        | Command::ConveneCouncil(_)
        | Command::ListNominations(_)
        | Command::CheckPresentation(_)
        | Command::DraftDecision(_)
        | Command::InitialDraft(_)
        | Command::AssignNumber(_)
        | Command::ApplyOrganisationSignature(_)
        | Command::IssueDecision(_)
        | Command::ExtendDeadline(_)
        | Command::AmendPlan(_)
        | Command::InterpretCriterion(_)
        | Command::ConfirmRollout(_)
        | Command::RecordReminder(_)
        | Command::RecordInspection(_)
        | Command::ReallocateQuota(_)
        | Command::ChangeQuota(_)
        | Command::RestoreQuota(_)
        | Command::PromoteFromWaitlist(_)
        | Command::RankForCouncil(_)
        | Command::RequestLatePermission(_)
        | Command::GrantLatePermission(_)
        | Command::RecordPastAward(_)
        | Command::RecordAuthorityIndex(_)
        | Command::PlaceHold(_)
        | Command::ReviewHold(_)
        | Command::LiftHold(_)
        | Command::CorrectNomineeDetails(_)
        | Command::DiscardDraft(_)
        | Command::Withdraw(_)
        | Command::DeclineHonour(_)
        | Command::Supersede(_)
        | Command::FileObjection(_)
        | Command::ReassignReviewer(_)
        | Command::RequestOpinion(_)
        | Command::RecordOpinion(_)
        | Command::RequestSupplement(_)
        | Command::ReturnToReviewer(_)
        | Command::ReopenReview(_)
        | Command::ReassignLegalRegime(_)
        | Command::RankNominees(_)
        | Command::AnnulMotion(_)
        | Command::Resubmit(_)
        | Command::CloseSupplement(_)
        | Command::WithdrawSubmission(_)
        | Command::ReturnPresentation(_)
        | Command::AnswerChairman(_)
        | Command::ConfirmAwardDetails(_)
        | Command::Dispatch(_)
        | Command::RecordReceipt(_)
        | Command::RecallDocument(_)
        | Command::SendResultNotices(_)
        | Command::VoidNumber(_)
        | Command::IssueFormalCorrection(_)
        | Command::RecordRecallConfirmed(_)
        | Command::RegisterLegacyDecision(_)
        | Command::FileFeedback(_)
        | Command::RouteFeedback(_)
        | Command::AnswerFeedback(_)
        | Command::CloseFeedback(_)
        | Command::RegisterComplaint(_)
        | Command::AcceptComplaint(_)
        | Command::DecideComplaint(_)
        | Command::WithdrawComplaint(_)
        | Command::ReopenByComplaint(_)
        | Command::RecordReminders(_)
        | Command::RecordMissedDeadlines(_)
        | Command::CloseSelection(_)
        | Command::TransferCampaign(_)
        | Command::CloseCampaignByReorganisation(_)
        | Command::CloseCampaign(_)
        | Command::TransferToArchive(_)
        | Command::OpenAwardFiles(_)
        | Command::CloseRevokedAwards(_)
        | Command::PrintCertificates(_)
        | Command::ReissueCertificate(_)
        | Command::RecordSpoiltStock(_)
        | Command::RecordCertificateRecovered(_)
        | Command::ComputePrizes(_)
        | Command::PayPrizes(_)
        | Command::ReturnPrize(_)
        | Command::RecordPrizeRecovered(_)
        | Command::CreditFund(_)
        | Command::CommitFunds(_)
        | Command::RecordFundShortfall(_)
        | Command::PlanPublicity(_)
        | Command::RecordBroadcast(_)
        | Command::PublishStory(_)
        | Command::WithdrawStory(_)
        | Command::RecordCorrectionBroadcast(_)
        | Command::ScheduleConference(_)
        | Command::RecordSummationReport(_)
        | Command::CloseConference(_) => None,
    }
}
