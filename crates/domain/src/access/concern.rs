//! Which units a command is about, for the scopes of the table.

use crate::{
    Command, GroupId, NominationId, UnitId, World,
    quota::{AllocateQuota, SlotHolder},
};

/// Units and groups that a command is about.
#[derive(Debug, Default)]
pub(super) struct Concern {
    pub(super) units: Vec<UnitId>,
    pub(super) groups: Vec<GroupId>,
}

/// What `command` is about. A nomination that does not exist is about no unit: the rule of the
/// command says that it is absent.
pub(super) fn concern(world: &World, command: &Command) -> Concern {
    match command {
        Command::DetermineEligibleUnits(c) => units(c.units.iter()),
        Command::AllocateQuota(c) => holders(c),
        Command::ImportUnitResults(c) => units(c.rows.iter().map(|row| &row.unit)),
        Command::RecordInitiative(c) => units([&c.unit]),
        Command::RecordDiscipline(c) => units([&c.unit]),
        Command::RecordRating(c) => units(world.person(&c.person).person().map(|one| &one.unit)),
        Command::DraftNomination(c) => units([&c.unit]),
        Command::AttachReport(c) => nominations(world, [&c.nomination]),
        Command::ConfirmReport(c) => nominations(world, [&c.nomination]),
        Command::ProposeNominee(c) => nominations(world, [&c.nomination]),
        Command::RecordUnitMeeting(c) => units([&c.session.unit]),
        Command::RankGroup(c) => nominations(world, &c.ranking),
        Command::OpenSubmission(c) => units([&c.submission.unit]),
        Command::AttachPart(c) => units([&c.submission.unit]),
        Command::SetList(c) => units([&c.submission.unit]),
        Command::CertifyMinutesExtract(c) => units([&c.submission.unit]),
        Command::SignSubmissionLetter(c) => units([&c.submission.unit]),
        Command::SubmitSubmission(c) => units([&c.submission.unit]),
        Command::EstablishAuthority(_)
        | Command::SetCalendar(_)
        | Command::EstablishUnit(_)
        | Command::RegisterPerson(_)
        | Command::GrantAssignment(_)
        | Command::EndAssignment(_)
        | Command::RecordRegime(_)
        | Command::RecordBaseWage(_)
        | Command::RegisterPlan(_)
        | Command::ApproveCriteria(_)
        | Command::SetGateRules(_)
        | Command::LaunchCampaign(_)
        | Command::AnnounceDeadline(_)
        | Command::SetQuota(_)
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
        | Command::IssueDecision(_) => Concern::default(),
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

fn holders(command: &AllocateQuota) -> Concern {
    let mut concern = Concern::default();
    for allocation in &command.allocations {
        match &allocation.to {
            SlotHolder::Unit(unit) => concern.units.push(unit.clone()),
            SlotHolder::Group(group) => concern.groups.push(group.clone()),
        }
    }
    concern
}
