//! What the commands on a nomination outside its review read and write.

use std::collections::BTreeSet;

use super::{
    AttachReport, Candidate, ConfirmReport, ConsentToWithdrawal, CorrectNomineeDetails,
    DeclineHonour, DiscardDraft, DraftNomination, FileObjection, Gate, NameAlternateSigner,
    NameSubstitutes, ProposeNominee, Supersede, Withdraw, gates, identity, own,
};
use crate::{
    AssignmentId, CampaignId, Need, NominationId, NomineeRef, StreamKey, UnitId, World, claim,
    hold,
    org::Assignment,
    unit_session::{held, needs::claimed},
};

/// The claim names the nomination that may stand against it, the series the code to come. The
/// person is a guard: naming both would tie the nominee to the person.
pub(crate) fn draft_nomination(command: &DraftNomination, world: &World) -> Vec<Need> {
    let campaign = &command.campaign;
    let nominee = command.nominee_ref();
    let claim = StreamKey::claim(campaign, &nominee);
    let codes = StreamKey::nomination_codes(campaign);
    let mut needs = vec![
        Need::read(StreamKey::campaign(campaign)),
        Need::read(StreamKey::quota(campaign)),
        Need::read(StreamKey::unit(&command.unit)),
    ];
    if let Candidate::Individual { person, .. } = &command.candidate {
        needs.push(Need::guard(StreamKey::person(person)));
        needs.extend(identity::needs(campaign, person, world));
    }
    if world.shows(&claim)
        && let claim::State::Claimed(nomination) = world.claim(campaign, &nominee)
    {
        needs.push(Need::read(StreamKey::nomination(nomination)));
    }
    if world.shows(&codes) {
        let serial = world.nomination_codes(campaign).next();
        needs.push(written(&NominationId::new(campaign.clone(), serial)));
    }
    needs.extend([Need::write(claim), Need::write(codes)]);
    needs
}

pub(crate) fn attach_report(command: &AttachReport, _: &World) -> Vec<Need> {
    vec![written(&command.nomination)]
}

/// Who the nominee is, for nobody confirms the own report (SD10).
pub(crate) fn confirm_report(command: &ConfirmReport, world: &World) -> Vec<Need> {
    let mut needs = vec![written(&command.nomination)];
    needs.extend(own::needs([&command.nomination], world));
    needs
}

pub(crate) fn propose_nominee(command: &ProposeNominee, world: &World) -> Vec<Need> {
    let campaign = command.nomination.campaign();
    let mut needs = vec![
        written(&command.nomination),
        Need::read(StreamKey::campaign(campaign)),
    ];
    needs.extend(hold::needs_of([&command.nomination], world));
    needs
}

pub(crate) fn correct_nominee_details(command: &CorrectNomineeDetails, _: &World) -> Vec<Need> {
    vec![written(&command.nomination)]
}

pub(crate) fn discard_draft(command: &DiscardDraft, _: &World) -> Vec<Need> {
    vec![written(&command.nomination)]
}

pub(crate) fn withdraw(command: &Withdraw, world: &World) -> Vec<Need> {
    let nominations = command.withdrawals.iter();
    let nominations: Vec<_> = nominations.map(|one| one.nomination.clone()).collect();
    given_back(&nominations, world)
}

pub(crate) fn consent_to_withdrawal(command: &ConsentToWithdrawal, world: &World) -> Vec<Need> {
    given_back(&command.nominations, world)
}

pub(crate) fn decline_honour(command: &DeclineHonour, world: &World) -> Vec<Need> {
    let mut needs = given_back(std::slice::from_ref(&command.nomination), world);
    needs.extend(own::needs([&command.nomination], world));
    needs
}

pub(crate) fn supersede(command: &Supersede, world: &World) -> Vec<Need> {
    let mut needs = given_back(std::slice::from_ref(&command.nomination), world);
    needs.push(Need::read(StreamKey::unit(&command.in_favour_of)));
    needs
}

pub(crate) fn file_objection(command: &FileObjection, _: &World) -> Vec<Need> {
    let campaign = command.nomination.campaign();
    vec![
        written(&command.nomination),
        Need::read(StreamKey::campaign(campaign)),
    ]
}

/// Both persons and their office, the units of the nominees, and who is who (SD3).
pub(crate) fn name_substitutes(command: &NameSubstitutes, world: &World) -> Vec<Need> {
    let mut needs: Vec<_> = command.nominations.iter().map(written).collect();
    let cases = command.nominations.iter();
    let cases = cases.filter_map(|nomination| gates::in_view(world, nomination));
    needs.extend(cases.map(|case| Need::read(StreamKey::unit(&case.unit))));
    needs.extend(own::needs(&command.nominations, world));
    for seat in [&command.reviewer, &command.confirmer] {
        needs.push(Need::read(StreamKey::assignment(seat)));
        let person = seated(world, seat).map(|seat| StreamKey::person(&seat.person));
        needs.extend(person.map(Need::read));
    }
    let office = seated(world, &command.reviewer).and_then(|seat| seat.unit.as_ref());
    let campaigns = command.nominations.iter().map(NominationId::campaign);
    for campaign in campaigns.collect::<BTreeSet<_>>() {
        let nominees = office.map(|office| nominees_of(world, campaign, office));
        needs.extend(nominees.into_iter().flatten());
    }
    needs
}

/// Who the nominee is, for nobody signs for himself.
pub(crate) fn name_alternate_signer(command: &NameAlternateSigner, world: &World) -> Vec<Need> {
    let mut needs = vec![
        written(&command.nomination),
        Need::read(StreamKey::assignment(&command.signer)),
    ];
    needs.extend(own::needs([&command.nomination], world));
    needs
}

/// The nominations of an office, as far as its meetings and the claim on it tell.
fn nominees_of(world: &World, campaign: &CampaignId, office: &UnitId) -> Vec<Need> {
    let collective = NomineeRef::from(office);
    let mut needs = held::needs(world, campaign, office);
    needs.push(Need::read(StreamKey::claim(campaign, &collective)));
    let items = held::meetings(world, campaign, office).flat_map(|meeting| &meeting.items);
    let nominees = items.map(|item| &item.nomination);
    let nominees = nominees.chain(claimed(campaign, &collective, world));
    needs.extend(nominees.map(StreamKey::nomination).map(Need::read));
    needs
}

/// The nominations, the slots that they took and the places that the Chairman's approval holds.
fn given_back(nominations: &[NominationId], world: &World) -> Vec<Need> {
    let mut needs = gates::with_slots(nominations, world);
    let cases = nominations.iter();
    let cases = cases.filter_map(|nomination| gates::in_view(world, nomination));
    let approved = cases.filter(|case| case.gate == Gate::ChairmanApproved);
    needs.extend(approved.map(|case| Need::write(StreamKey::quota(&case.campaign))));
    needs
}

fn seated<'w>(world: &'w World, assignment: &AssignmentId) -> Option<&'w Assignment> {
    let is_shown = world.shows(&StreamKey::assignment(assignment));
    is_shown
        .then(|| world.assignment(assignment).assignment())
        .flatten()
}

fn written(nomination: &NominationId) -> Need {
    Need::write(StreamKey::nomination(nomination))
}
