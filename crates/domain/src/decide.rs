//! From command to effects.

use crate::{
    Command, Context, Effect, Refusal, World, access, campaign::decide as campaign,
    council_session::decide as council_session, decision::decide as decision, fact::decide as fact,
    legal_basis::decide as legal_basis, nomination::decide as nomination, nomination::review,
    org::decide as org, presentation::decide as presentation, quota::decide as quota,
    submission::decide as submission, unit_session::decide as unit_session,
};

/// Which events would this command cause? An empty list means that the wish is already fulfilled.
///
/// First who asks and when, then the rule of the command.
///
/// # Errors
/// [`Refusal`]: the rule that stands against it, with its facts.
pub fn decide(world: &World, context: &Context, command: &Command) -> Result<Vec<Effect>, Refusal> {
    access::may_act(world, context, command)?;
    match command {
        Command::EstablishAuthority(c) => org::establish_authority(world, context, c),
        Command::SetCalendar(c) => org::set_calendar(world, context, c),
        Command::EstablishUnit(c) => org::establish_unit(world, context, c),
        Command::RegisterPerson(c) => org::register_person(world, context, c),
        Command::GrantAssignment(c) => org::grant_assignment(world, context, c),
        Command::EndAssignment(c) => org::end_assignment(world, context, c),
        Command::RecordRegime(c) => legal_basis::record_regime(world, context, c),
        Command::RecordBaseWage(c) => legal_basis::record_base_wage(world, context, c),
        Command::RegisterPlan(c) => campaign::register_plan(world, context, c),
        Command::ApproveCriteria(c) => campaign::approve_criteria(world, context, c),
        Command::SetGateRules(c) => campaign::set_gate_rules(world, context, c),
        Command::LaunchCampaign(c) => campaign::launch_campaign(world, context, c),
        Command::AnnounceDeadline(c) => campaign::announce_deadline(world, context, c),
        Command::SetQuota(c) => quota::set_quota(world, context, c),
        Command::DetermineEligibleUnits(c) => quota::determine_eligible_units(world, context, c),
        Command::AllocateQuota(c) => quota::allocate_quota(world, context, c),
        Command::ImportUnitResults(c) => fact::import_unit_results(world, context, c),
        Command::RecordInitiative(c) => fact::record_initiative(world, context, c),
        Command::RecordRating(c) => fact::record_rating(world, context, c),
        Command::RecordDiscipline(c) => fact::record_discipline(world, context, c),
        Command::DraftNomination(c) => nomination::draft_nomination(world, context, c),
        Command::AttachReport(c) => nomination::attach_report(world, context, c),
        Command::ConfirmReport(c) => nomination::confirm_report(world, context, c),
        Command::ProposeNominee(c) => nomination::propose_nominee(world, context, c),
        Command::AssignReviewer(c) => review::assign_reviewer(world, context, c),
        Command::RecordFinding(c) => review::record_finding(world, context, c),
        Command::RecommendPass(c) => review::recommend_pass(world, context, c),
        Command::RecommendReject(c) => review::recommend_reject(world, context, c),
        Command::ConfirmReviews(c) => review::confirm_reviews(world, context, c),
        Command::RecordUnitMeeting(c) => unit_session::record_unit_meeting(world, context, c),
        Command::RankGroup(c) => unit_session::rank_group(world, context, c),
        Command::OpenSubmission(c) => submission::open_submission(world, context, c),
        Command::AttachPart(c) => submission::attach_part(world, context, c),
        Command::SetList(c) => submission::set_list(world, context, c),
        Command::CertifyMinutesExtract(c) => submission::certify_minutes_extract(world, context, c),
        Command::SignSubmissionLetter(c) => submission::sign_submission_letter(world, context, c),
        Command::SubmitSubmission(c) => submission::submit_submission(world, context, c),
        Command::AcknowledgeSubmission(c) => submission::acknowledge_submission(world, context, c),
        Command::ConveneCouncil(c) => council_session::convene_council(world, context, c),
        Command::ListNominations(c) => council_session::list_nominations(world, context, c),
        Command::RecordAttendance(c) => council_session::record_attendance(world, context, c),
        Command::DeclareRecusal(c) => council_session::declare_recusal(world, context, c),
        Command::OpenMotion(c) => council_session::open_motion(world, context, c),
        Command::CastBallot(c) => council_session::cast_ballot(world, context, c),
        Command::CloseMotion(c) => council_session::close_motion(world, context, c),
        Command::CloseCouncilSession(c) => {
            council_session::close_council_session(world, context, c)
        }
        Command::SignMinutes(c) => council_session::sign_minutes(world, context, c),
        Command::PresentToChairman(c) => presentation::present_to_chairman(world, context, c),
        Command::CheckPresentation(c) => presentation::check_presentation(world, context, c),
        Command::DecidePresentation(c) => presentation::decide_presentation(world, context, c),
        Command::DraftDecision(c) => decision::draft_decision(world, context, c),
        Command::InitialDraft(c) => decision::initial_draft(world, context, c),
        Command::SignDecision(c) => decision::sign_decision(world, context, c),
        Command::AssignNumber(c) => decision::assign_number(world, context, c),
        Command::ApplyOrganisationSignature(c) => {
            decision::apply_organisation_signature(world, context, c)
        }
        Command::IssueDecision(c) => decision::issue_decision(world, context, c),
    }
}
