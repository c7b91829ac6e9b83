//! The command table: which streams a command writes and reads.
//!
//! The desk loads by this table, and everything it names is a condition of the append. Some streams
//! are known only when others are seen (the cases on a list, say), so the desk asks again until
//! nothing new is named.

use crate::{
    CampaignId, Command, Context, NomineeRef, PersonId, StreamKey, World, access,
    award_files::needs as award_files, campaign::needs as campaign,
    certificate::needs as certificate, complaint::needs as complaint,
    conference::needs as conference, council_session::needs as council_session,
    decision::needs as decision, fact::needs as fact, feedback::needs as feedback,
    fund::needs as fund, hold::needs as hold, legal_basis::needs as legal_basis,
    nomination::needs as nomination, nomination::review_needs as review, org::needs as org,
    payout::needs as payout, presentation::needs as presentation, publicity::needs as publicity,
    quota::needs as quota, submission::needs as submission, timer::needs as timer,
    unit_session::needs as unit_session, waitlist::needs as waitlist,
};

/// How a stream takes part in a decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Access {
    /// Read, as a condition that the record does not name: naming it would tie a nominee to a
    /// person for ever.
    Guard,
    /// Read: a condition, and named in the record.
    Read,
    /// Written: a condition, and named in the record.
    Write,
}

/// As what a person is a subject.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Aspect {
    /// Of facts in a year.
    Facts(i16),
    /// Of holds.
    Holds,
}

/// Something that must be in view before the command can be decided.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Need {
    /// The state of a stream.
    Stream(StreamKey, Access),
    /// Who a nominee is as a subject of facts in a year.
    Subject(NomineeRef, i16),
    /// Who a nominee is as a subject of holds.
    HoldSubject(NomineeRef),
    /// How a person is named as a subject, for what is known of the nominee's other records.
    SubjectOf(PersonId, Aspect),
    /// How a person is named as a nominee of a campaign, for the same.
    NomineeOf(PersonId, CampaignId),
    /// Which person a nominee is, for the separation of duties. Nothing of it is recorded.
    Person(NomineeRef),
}

impl Need {
    /// A stream that is read.
    pub(crate) fn read(stream: StreamKey) -> Self {
        Self::Stream(stream, Access::Read)
    }

    /// A stream that is written.
    pub(crate) fn write(stream: StreamKey) -> Self {
        Self::Stream(stream, Access::Write)
    }

    /// A stream that is read and must not be named: a nominee's person.
    pub(crate) fn guard(stream: StreamKey) -> Self {
        Self::Stream(stream, Access::Guard)
    }
}

/// What `command` needs, as far as it can be told from what is in view. Streams may be named more
/// than once; the strongest access counts.
#[must_use]
pub fn needs(command: &Command, context: &Context, world: &World) -> Vec<Need> {
    let mut needs = access::needs(command, context, world);
    needs.extend(of_command(command, world));
    needs
}

#[expect(clippy::too_many_lines, reason = "a table: one line per command")]
fn of_command(command: &Command, world: &World) -> Vec<Need> {
    match command {
        Command::EstablishAuthority(c) => org::establish_authority(c, world),
        Command::SetCalendar(c) => org::set_calendar(c, world),
        Command::EstablishUnit(c) => org::establish_unit(c, world),
        Command::RegisterPerson(c) => org::register_person(c, world),
        Command::GrantAssignment(c) => org::grant_assignment(c, world),
        Command::EndAssignment(c) => org::end_assignment(c, world),
        Command::EndAuthority(c) => org::end_authority(c, world),
        Command::MovePerson(c) => org::move_person(c, world),
        Command::MergeIdentity(c) => org::merge_identity(c, world),
        Command::UndoIdentityMerge(c) => org::undo_identity_merge(c, world),
        Command::DissolveUnit(c) => org::dissolve_unit(c, world),
        Command::GrantDelegation(c) => org::grant_delegation(c, world),
        Command::EndDelegation(c) => org::end_delegation(c, world),
        Command::RecordRegime(c) => legal_basis::record_regime(c, world),
        Command::RecordBaseWage(c) => legal_basis::record_base_wage(c, world),
        Command::RegisterPlan(c) => campaign::register_plan(c, world),
        Command::ApproveCriteria(c) => campaign::approve_criteria(c, world),
        Command::SetGateRules(c) => campaign::set_gate_rules(c, world),
        Command::LaunchCampaign(c) => campaign::launch_campaign(c, world),
        Command::AnnounceDeadline(c) => campaign::announce_deadline(c, world),
        Command::SetQuota(c) => quota::set_quota(c, world),
        Command::DetermineEligibleUnits(c) => quota::determine_eligible_units(c, world),
        Command::AllocateQuota(c) => quota::allocate_quota(c, world),
        Command::ImportUnitResults(c) => fact::import_unit_results(c, world),
        Command::RecordInitiative(c) => fact::record_initiative(c, world),
        Command::RecordRating(c) => fact::record_rating(c, world),
        Command::RecordDiscipline(c) => fact::record_discipline(c, world),
        Command::DraftNomination(c) => nomination::draft_nomination(c, world),
        Command::AttachReport(c) => nomination::attach_report(c, world),
        Command::ConfirmReport(c) => nomination::confirm_report(c, world),
        Command::ProposeNominee(c) => nomination::propose_nominee(c, world),
        Command::AssignReviewer(c) => review::assign_reviewer(c, world),
        Command::RecordFinding(c) => review::record_finding(c, world),
        Command::RecommendPass(c) => review::recommend_pass(c, world),
        Command::RecommendReject(c) => review::recommend_reject(c, world),
        Command::ConfirmReviews(c) => review::confirm_reviews(c, world),
        Command::RecordUnitMeeting(c) => unit_session::record_unit_meeting(c, world),
        Command::RankGroup(c) => unit_session::rank_group(c, world),
        Command::OpenSubmission(c) => submission::open_submission(c, world),
        Command::AttachPart(c) => submission::attach_part(c, world),
        Command::SetList(c) => submission::set_list(c, world),
        Command::CertifyMinutesExtract(c) => submission::certify_minutes_extract(c, world),
        Command::SignSubmissionLetter(c) => submission::sign_submission_letter(c, world),
        Command::SubmitSubmission(c) => submission::submit_submission(c, world),
        Command::RequestLatePermission(c) => submission::request_late_permission(c, world),
        Command::GrantLatePermission(c) => submission::grant_late_permission(c, world),
        Command::AcknowledgeSubmission(c) => submission::acknowledge_submission(c, world),
        Command::ConveneCouncil(c) => council_session::convene_council(c, world),
        Command::ListNominations(c) => council_session::list_nominations(c, world),
        Command::RecordAttendance(c) => council_session::record_attendance(c, world),
        Command::DeclareRecusal(c) => council_session::declare_recusal(c, world),
        Command::OpenMotion(c) => council_session::open_motion(c, world),
        Command::CastBallot(c) => council_session::cast_ballot(c, world),
        Command::CloseMotion(c) => council_session::close_motion(c, world),
        Command::CloseCouncilSession(c) => council_session::close_council_session(c, world),
        Command::SignMinutes(c) => council_session::sign_minutes(c, world),
        Command::PresentToChairman(c) => presentation::present_to_chairman(c, world),
        Command::CheckPresentation(c) => presentation::check_presentation(c, world),
        Command::DecidePresentation(c) => presentation::decide_presentation(c, world),
        Command::DraftDecision(c) => decision::draft_decision(c, world),
        Command::InitialDraft(c) => decision::initial_draft(c, world),
        Command::SignDecision(c) => decision::sign_decision(c, world),
        Command::AssignNumber(c) => decision::assign_number(c, world),
        Command::ApplyOrganisationSignature(c) => decision::apply_organisation_signature(c, world),
        Command::IssueDecision(c) => decision::issue_decision(c, world),
        Command::ExtendDeadline(c) => campaign::extend_deadline(c, world),
        Command::AmendPlan(c) => campaign::amend_plan(c, world),
        Command::InterpretCriterion(c) => campaign::interpret_criterion(c, world),
        Command::ConfirmRollout(c) => campaign::confirm_rollout(c, world),
        Command::RecordReminder(c) => campaign::record_reminder(c, world),
        Command::RecordInspection(c) => campaign::record_inspection(c, world),
        Command::ReallocateQuota(c) => quota::reallocate_quota(c, world),
        Command::ChangeQuota(c) => quota::change_quota(c, world),
        Command::RestoreQuota(c) => quota::restore_quota(c, world),
        Command::PromoteFromWaitlist(c) => waitlist::promote_from_waitlist(c, world),
        Command::RankForCouncil(c) => waitlist::rank_for_council(c, world),
        Command::RecordPastAward(c) => fact::record_past_award(c, world),
        Command::RecordAuthorityIndex(c) => fact::record_authority_index(c, world),
        Command::PlaceHold(c) => hold::place_hold(c, world),
        Command::ReviewHold(c) => hold::review_hold(c, world),
        Command::LiftHold(c) => hold::lift_hold(c, world),
        Command::CorrectNomineeDetails(c) => nomination::correct_nominee_details(c, world),
        Command::DiscardDraft(c) => nomination::discard_draft(c, world),
        Command::Withdraw(c) => nomination::withdraw(c, world),
        Command::ConsentToWithdrawal(c) => nomination::consent_to_withdrawal(c, world),
        Command::DeclineHonour(c) => nomination::decline_honour(c, world),
        Command::Supersede(c) => nomination::supersede(c, world),
        Command::FileObjection(c) => nomination::file_objection(c, world),
        Command::NameSubstitutes(c) => nomination::name_substitutes(c, world),
        Command::ReassignReviewer(c) => review::reassign_reviewer(c, world),
        Command::RequestOpinion(c) => review::request_opinion(c, world),
        Command::RecordOpinion(c) => review::record_opinion(c, world),
        Command::RequestSupplement(c) => review::request_supplement(c, world),
        Command::ReturnToReviewer(c) => review::return_to_reviewer(c, world),
        Command::ReopenReview(c) => review::reopen_review(c, world),
        Command::ReassignLegalRegime(c) => review::reassign_legal_regime(c, world),
        Command::RankNominees(c) => unit_session::rank_nominees(c, world),
        Command::AnnulMotion(c) => unit_session::annul_motion(c, world),
        Command::Resubmit(c) => submission::resubmit(c, world),
        Command::CloseSupplement(c) => submission::close_supplement(c, world),
        Command::WithdrawSubmission(c) => submission::withdraw_submission(c, world),
        Command::ImposeRecusal(c) => council_session::impose_recusal(c, world),
        Command::SendConsultation(c) => council_session::send_consultation(c, world),
        Command::RecordArrival(c) => council_session::record_arrival(c, world),
        Command::RecordDeparture(c) => council_session::record_departure(c, world),
        Command::PullItem(c) => council_session::pull_item(c, world),
        Command::ReferToFullCouncil(c) => council_session::refer_to_full_council(c, world),
        Command::RecordVotes(c) => council_session::record_votes(c, world),
        Command::RecordWrittenOpinion(c) => council_session::record_written_opinion(c, world),
        Command::RecordTally(c) => council_session::record_tally(c, world),
        Command::NameAlternateBody(c) => unit_session::name_alternate_body(c, world),
        Command::NameAlternateSigner(c) => nomination::name_alternate_signer(c, world),
        Command::ReturnPresentation(c) => presentation::return_presentation(c, world),
        Command::AnswerChairman(c) => presentation::answer_chairman(c, world),
        Command::WithdrawApproval(c) => presentation::withdraw_approval(c, world),
        Command::ConfirmAwardDetails(c) => decision::confirm_award_details(c, world),
        Command::Dispatch(c) => decision::dispatch(c, world),
        Command::RecordReceipt(c) => decision::record_receipt(c, world),
        Command::RecallDocument(c) => decision::recall_document(c, world),
        Command::SendResultNotices(c) => decision::send_result_notices(c, world),
        Command::VoidNumber(c) => decision::void_number(c, world),
        Command::VoidSignedDecision(c) => decision::void_signed_decision(c, world),
        Command::IssueDespiteHold(c) => decision::issue_despite_hold(c, world),
        Command::IssueFormalCorrection(c) => decision::issue_formal_correction(c, world),
        Command::NoteConduct(c) => decision::note_conduct(c, world),
        Command::RecordRecallConfirmed(c) => decision::record_recall_confirmed(c, world),
        Command::RegisterLegacyDecision(c) => decision::register_legacy_decision(c, world),
        Command::FileFeedback(c) => feedback::file_feedback(c, world),
        Command::RouteFeedback(c) => feedback::route_feedback(c, world),
        Command::AnswerFeedback(c) => feedback::answer_feedback(c, world),
        Command::CloseFeedback(c) => feedback::close_feedback(c, world),
        Command::RegisterComplaint(c) => complaint::register_complaint(c, world),
        Command::AcceptComplaint(c) => complaint::accept_complaint(c, world),
        Command::DecideComplaint(c) => complaint::decide_complaint(c, world),
        Command::WithdrawComplaint(c) => complaint::withdraw_complaint(c, world),
        Command::ReopenByComplaint(c) => complaint::reopen_by_complaint(c, world),
        Command::RecordReminders(c) => timer::record_reminders(c, world),
        Command::RecordMissedDeadlines(c) => timer::record_missed_deadlines(c, world),
        Command::TransferCampaign(c) => campaign::transfer_campaign(c, world),
        Command::CloseCampaignByReorganisation(c) => {
            campaign::close_campaign_by_reorganisation(c, world)
        }
        Command::CloseSelection(c) => campaign::close_selection(c, world),
        Command::CloseCampaign(c) => campaign::close_campaign(c, world),
        Command::TransferToArchive(c) => campaign::transfer_to_archive(c, world),
        Command::OpenAwardFiles(c) => award_files::open_award_files(c, world),
        Command::CloseRevokedAwards(c) => award_files::close_revoked_awards(c, world),
        Command::PrintCertificates(c) => certificate::print_certificates(c, world),
        Command::SignCertificates(c) => certificate::sign_certificates(c, world),
        Command::SealCertificates(c) => certificate::seal_certificates(c, world),
        Command::HandOverCertificate(c) => certificate::hand_over_certificate(c, world),
        Command::ReissueCertificate(c) => certificate::reissue_certificate(c, world),
        Command::RecordSpoiltStock(c) => certificate::record_spoilt_stock(c, world),
        Command::RecordCertificateRecovered(c) => {
            certificate::record_certificate_recovered(c, world)
        }
        Command::ComputePrizes(c) => payout::compute_prizes(c, world),
        Command::PayPrizes(c) => payout::pay_prizes(c, world),
        Command::ReturnPrize(c) => payout::return_prize(c, world),
        Command::RecordPrizeRecovered(c) => payout::record_prize_recovered(c, world),
        Command::CreditFund(c) => fund::credit_fund(c, world),
        Command::CommitFunds(c) => fund::commit_funds(c, world),
        Command::RecordFundShortfall(c) => fund::record_fund_shortfall(c, world),
        Command::PlanPublicity(c) => publicity::plan_publicity(c, world),
        Command::RecordBroadcast(c) => publicity::record_broadcast(c, world),
        Command::PublishStory(c) => publicity::publish_story(c, world),
        Command::WithdrawStory(c) => publicity::withdraw_story(c, world),
        Command::RecordCorrectionBroadcast(c) => publicity::record_correction_broadcast(c, world),
        Command::ScheduleConference(c) => conference::schedule_conference(c, world),
        Command::RecordAwardCeremony(c) => conference::record_award_ceremony(c, world),
        Command::RecordSummationReport(c) => conference::record_summation_report(c, world),
        Command::CloseConference(c) => conference::close_conference(c, world),
    }
}
