//! Which units a command is about, for the scopes of the table.

use jiff::civil::Date;

use crate::{
    Command, ComplaintId, GroupId, NominationId, UnitId, World,
    fact::FactAbout,
    hold::HeldSubject,
    quota::{AllocateQuota, ReallocateQuota, SlotHolder},
    unit_session::{AnnulledMotion, RecordUnitMeeting},
};

/// Units and groups that a command is about.
#[derive(Debug, Default)]
pub(super) struct Concern {
    pub(super) units: Vec<UnitId>,
    pub(super) groups: Vec<GroupId>,
}

impl Concern {
    fn add(&mut self, holder: &SlotHolder) {
        match holder {
            SlotHolder::Unit(unit) => self.units.push(unit.clone()),
            SlotHolder::Group(group) => self.groups.push(group.clone()),
        }
    }
}

/// What `command` is about. A nomination that does not exist is about no unit: the rule of the
/// command says that it is absent.
#[expect(clippy::too_many_lines, reason = "a table: one line per command")]
pub(super) fn concern(world: &World, day: Date, command: &Command) -> Concern {
    match command {
        Command::DetermineEligibleUnits(c) => units(c.units.iter()),
        Command::AllocateQuota(c) => holders(c),
        Command::ImportUnitResults(c) => units(c.rows.iter().map(|row| &row.unit)),
        Command::RecordInitiative(c) => units([&c.unit]),
        Command::RecordDiscipline(c) => units([&c.unit]),
        Command::RecordRating(c) => units(world.home(&c.person, day)),
        Command::DraftNomination(c) => units([&c.unit]),
        Command::AttachReport(c) => nominations(world, [&c.nomination]),
        Command::ConfirmReport(c) => nominations(world, [&c.nomination]),
        Command::ProposeNominee(c) => nominations(world, [&c.nomination]),
        Command::RecordUnitMeeting(c) => units([meets_for(world, c)]),
        Command::RankGroup(c) => nominations(world, &c.ranking),
        Command::OpenSubmission(c) => units([&c.submission.unit]),
        Command::AttachPart(c) => units([&c.submission.unit]),
        Command::SetList(c) => units([&c.submission.unit]),
        Command::CertifyMinutesExtract(c) => units([&c.submission.unit]),
        Command::SignSubmissionLetter(c) => units([&c.submission.unit]),
        Command::SubmitSubmission(c) => units([&c.submission.unit]),
        Command::RequestLatePermission(c) => units([&c.submission.unit]),
        Command::GrantLatePermission(c) => units([&c.submission.unit]),
        Command::PromoteFromWaitlist(c) => nominations(world, &c.nominations),
        Command::RankForCouncil(c) => nominations(world, &c.ranking),
        Command::ConfirmRollout(c) => units([&c.unit]),
        Command::ReallocateQuota(c) => moved(c),
        Command::RecordPastAward(c) => about(world, day, &c.awardee),
        Command::PlaceHold(c) => held(world, day, &c.subject),
        Command::ReviewHold(c) => held(world, day, &c.subject),
        Command::LiftHold(c) => held(world, day, &c.subject),
        Command::CorrectNomineeDetails(c) => nominations(world, [&c.nomination]),
        Command::DiscardDraft(c) => nominations(world, [&c.nomination]),
        Command::Withdraw(c) => nominations(world, c.withdrawals.iter().map(|one| &one.nomination)),
        Command::DeclineHonour(c) => nominations(world, [&c.nomination]),
        Command::Supersede(c) => nominations(world, [&c.nomination]),
        Command::FileObjection(c) => nominations(world, [&c.nomination]),
        Command::RegisterComplaint(c) => nominations(world, &c.subject),
        Command::AcceptComplaint(c) => complained_of(world, &c.complaint),
        Command::DecideComplaint(c) => complained_of(world, &c.complaint),
        Command::WithdrawComplaint(c) => complained_of(world, &c.complaint),
        Command::ReopenByComplaint(c) => nominations(world, [&c.nomination]),
        Command::RankNominees(c) => units([&c.unit]),
        Command::Resubmit(c) => units([&c.submission.unit]),
        Command::CloseSupplement(c) => units([&c.submission.unit]),
        Command::WithdrawSubmission(c) => units([&c.submission.unit]),
        Command::ConfirmAwardDetails(c) => nominations(world, [&c.nomination]),
        Command::FileFeedback(c) => units([c.feedback.unit()]),
        Command::AnnulMotion(c) => annulled(&c.motion),
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
        | Command::ChangeQuota(_)
        | Command::RestoreQuota(_)
        | Command::AssignReviewer(_)
        | Command::RecordFinding(_)
        | Command::RecommendPass(_)
        | Command::RecommendReject(_)
        | Command::ConfirmReviews(_)
        | Command::AcknowledgeSubmission(_)
        | Command::ConveneCouncil(_)
        | Command::ListNominations(_)
        | Command::RecordAttendance(_)
        | Command::DeclareRecusal(_)
        | Command::OpenMotion(_)
        | Command::CastBallot(_)
        | Command::CloseMotion(_)
        | Command::CloseCouncilSession(_)
        | Command::SignMinutes(_)
        | Command::PresentToChairman(_)
        | Command::CheckPresentation(_)
        | Command::DecidePresentation(_)
        | Command::DraftDecision(_)
        | Command::InitialDraft(_)
        | Command::SignDecision(_)
        | Command::AssignNumber(_)
        | Command::ApplyOrganisationSignature(_)
        | Command::IssueDecision(_)
        | Command::ExtendDeadline(_)
        | Command::AmendPlan(_)
        | Command::InterpretCriterion(_)
        | Command::RecordReminder(_)
        | Command::RecordInspection(_)
        | Command::RecordAuthorityIndex(_)
        | Command::ConsentToWithdrawal(_)
        | Command::NameSubstitutes(_)
        | Command::ReassignReviewer(_)
        | Command::RequestOpinion(_)
        | Command::RecordOpinion(_)
        | Command::RequestSupplement(_)
        | Command::ReturnToReviewer(_)
        | Command::ReopenReview(_)
        | Command::ReassignLegalRegime(_)
        | Command::ImposeRecusal(_)
        | Command::SendConsultation(_)
        | Command::RecordArrival(_)
        | Command::RecordDeparture(_)
        | Command::PullItem(_)
        | Command::ReferToFullCouncil(_)
        | Command::RecordVotes(_)
        | Command::RecordWrittenOpinion(_)
        | Command::RecordTally(_)
        | Command::NameAlternateBody(_)
        | Command::NameAlternateSigner(_)
        | Command::ReturnPresentation(_)
        | Command::AnswerChairman(_)
        | Command::WithdrawApproval(_)
        | Command::Dispatch(_)
        | Command::RecordReceipt(_)
        | Command::RecallDocument(_)
        | Command::SendResultNotices(_)
        | Command::VoidNumber(_)
        | Command::VoidSignedDecision(_)
        | Command::IssueDespiteHold(_)
        | Command::IssueFormalCorrection(_)
        | Command::NoteConduct(_)
        | Command::RecordRecallConfirmed(_)
        | Command::RegisterLegacyDecision(_)
        | Command::RouteFeedback(_)
        | Command::AnswerFeedback(_)
        | Command::CloseFeedback(_)
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
        | Command::SignCertificates(_)
        | Command::SealCertificates(_)
        | Command::HandOverCertificate(_)
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
        | Command::RecordAwardCeremony(_)
        | Command::RecordSummationReport(_)
        | Command::CloseConference(_) => Concern::default(),
    }
}

fn units<'a>(units: impl IntoIterator<Item = &'a UnitId>) -> Concern {
    Concern {
        units: units.into_iter().cloned().collect(),
        groups: Vec::new(),
    }
}

fn nominations<'a>(
    world: &World,
    nominations: impl IntoIterator<Item = &'a NominationId>,
) -> Concern {
    let cases = nominations
        .into_iter()
        .filter_map(|nomination| world.nomination(nomination).case());
    units(cases.map(|case| &case.unit))
}

/// Where a sister unit or a higher head votes for a unit, their secretary may record it (E16).
fn meets_for<'c>(world: &'c World, command: &'c RecordUnitMeeting) -> &'c UnitId {
    let secretary = world.assignment(&command.secretary).assignment();
    let home = secretary.and_then(|held| held.unit.as_ref());
    let alternate = world.unit_session(&command.session).alternate();
    alternate.and(home).unwrap_or(&command.session.unit)
}

fn moved(command: &ReallocateQuota) -> Concern {
    let mut concern = Concern::default();
    for holder in command.from.iter().chain(&command.to) {
        concern.add(holder);
    }
    concern
}

fn about(world: &World, day: Date, awardee: &FactAbout) -> Concern {
    match awardee {
        FactAbout::Unit { unit } => units([unit]),
        FactAbout::Person { person, .. } => units(world.home(person, day)),
    }
}

fn held(world: &World, day: Date, subject: &HeldSubject) -> Concern {
    match subject {
        HeldSubject::Unit { unit } => units([unit]),
        HeldSubject::Person { person, .. } => units(world.home(person, day)),
    }
}

fn complained_of(world: &World, complaint: &ComplaintId) -> Concern {
    let complaint = world.complaint(complaint).complaint();
    nominations(world, complaint.and_then(|one| one.subject.as_ref()))
}

fn annulled(motion: &AnnulledMotion) -> Concern {
    match motion {
        AnnulledMotion::Unit { session } => units([&session.unit]),
        AnnulledMotion::Council { .. } => Concern::default(),
    }
}

fn holders(command: &AllocateQuota) -> Concern {
    let mut concern = Concern::default();
    for allocation in &command.allocations {
        concern.add(&allocation.to);
    }
    concern
}
