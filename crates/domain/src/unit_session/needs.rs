//! What the record of a meeting and a ranking read and write.

use super::{
    AlternateBody, AnnulMotion, AnnulledMotion, Meeting, NameAlternateBody, RankGroup,
    RankNominees, RecordUnitMeeting, held, previous,
};
use crate::{
    CampaignId, GroupId, Need, NominationId, NomineeKind, NomineeRef, StreamKey, UnitSessionId,
    World, claim,
    council_session::needs as council_session,
    hold,
    nomination::{Case, gates, own},
    quota::{Places, SlotHolder, needs::eligible_units},
};

/// Earlier meetings of the unit say who holds its slots already.
pub(crate) fn record_unit_meeting(command: &RecordUnitMeeting, world: &World) -> Vec<Need> {
    let session = &command.session;
    let campaign = &session.campaign;
    let mut needs = vec![
        Need::write(StreamKey::unit_session(session)),
        Need::read(StreamKey::campaign(campaign)),
        Need::read(StreamKey::unit(&session.unit)),
        Need::read(StreamKey::assignment(&command.chair)),
        Need::read(StreamKey::assignment(&command.secretary)),
    ];
    let nominations = command.items.iter().map(|item| &item.nomination);
    needs.extend(own::needs(nominations, world));
    for item in &command.items {
        needs.push(Need::write(StreamKey::nomination(&item.nomination)));
        if let Some(case) = gates::in_view(world, &item.nomination) {
            needs.extend(slots(case, world));
        }
    }
    needs.extend(earlier(session, world));
    if world.shows(&StreamKey::unit_session(session)) {
        let body = world.unit_session(session).alternate();
        needs.extend(body.map(alternate));
    }
    needs
}

/// Whoever votes in the unit's place.
fn alternate(body: &AlternateBody) -> Need {
    match body {
        AlternateBody::SisterUnit { unit } => Need::read(StreamKey::unit(unit)),
        AlternateBody::HigherHead { head } => Need::read(StreamKey::assignment(head)),
    }
}

/// The meeting before is held, so that the numbers have no gap.
pub(crate) fn name_alternate_body(command: &NameAlternateBody, _world: &World) -> Vec<Need> {
    let session = &command.session;
    let before = previous(session);
    let before = before.map(|before| Need::read(StreamKey::unit_session(&before)));
    let mut needs = vec![
        Need::write(StreamKey::unit_session(session)),
        Need::read(StreamKey::campaign(&session.campaign)),
        Need::read(StreamKey::unit(&session.unit)),
        alternate(&command.body),
    ];
    needs.extend(before);
    needs
}

/// The slots that a carried nomination may get.
fn slots(case: &Case, world: &World) -> Vec<Need> {
    let unit = StreamKey::unit(&case.unit);
    if !world.shows(&unit) {
        return vec![Need::read(unit)];
    }
    let holder = gates::slot_holder(world, &case.unit, case.kind);
    let slots = StreamKey::slot(&case.campaign, case.kind, &holder);
    vec![Need::read(slots)]
}

/// The meetings before, one after the other, with what they carried.
fn earlier(session: &UnitSessionId, world: &World) -> Vec<Need> {
    let mut needs = Vec::new();
    let mut before = previous(session);
    while let Some(session) = before {
        let stream = StreamKey::unit_session(&session);
        let is_shown = world.shows(&stream);
        needs.push(Need::read(stream));
        let meeting = is_shown.then(|| world.unit_session(&session).meeting());
        let Some(meeting) = meeting.flatten() else {
            break;
        };
        let carried = meeting.carried().map(StreamKey::nomination);
        needs.extend(carried.map(Need::read));
        before = previous(&session);
    }
    needs
}

/// Everybody whom a meeting of the unit ever carried, and who is who (SD10).
pub(crate) fn rank_nominees(command: &RankNominees, world: &World) -> Vec<Need> {
    let (campaign, unit) = (&command.campaign, &command.unit);
    let holder = SlotHolder::Unit(unit.clone());
    let slots = StreamKey::slot(campaign, NomineeKind::Individual, &holder);
    let mut needs = vec![
        Need::write(slots),
        Need::read(StreamKey::campaign(campaign)),
    ];
    let ranked = command.ranking.iter().map(StreamKey::nomination);
    needs.extend(ranked.map(Need::write));
    needs.extend(own::needs(&command.ranking, world));
    needs.extend(hold::needs_of(&command.ranking, world));
    needs.extend(held::needs(world, campaign, unit));
    let carried = held::meetings(world, campaign, unit).flat_map(Meeting::carried);
    needs.extend(carried.map(StreamKey::nomination).map(Need::read));
    needs
}

/// The meeting, its nominations, and who is who (SD10).
pub(crate) fn annul_motion(command: &AnnulMotion, world: &World) -> Vec<Need> {
    let session = match &command.motion {
        AnnulledMotion::Unit { session } => session,
        AnnulledMotion::Council { session, motion } => {
            return council_session::annul_motion(session, *motion, world);
        }
    };
    let stream = StreamKey::unit_session(session);
    let is_shown = world.shows(&stream);
    let mut needs = vec![Need::write(stream)];
    let meeting = is_shown
        .then(|| world.unit_session(session).meeting())
        .flatten();
    let items = meeting.into_iter().flat_map(|meeting| &meeting.items);
    let nominations: Vec<_> = items.map(|item| &item.nomination).collect();
    needs.extend(own::needs(nominations.iter().copied(), world));
    let streams = nominations.into_iter().map(StreamKey::nomination);
    needs.extend(streams.map(Need::write));
    needs
}

/// Every eligible unit of the group, for its claim names the nomination of its collective.
pub(crate) fn rank_group(command: &RankGroup, world: &World) -> Vec<Need> {
    let campaign = &command.campaign;
    let holder = SlotHolder::Group(command.group.clone());
    let slots = StreamKey::slot(campaign, NomineeKind::Collective, &holder);
    let mut needs = vec![
        Need::write(slots),
        Need::read(StreamKey::campaign(campaign)),
        Need::read(StreamKey::quota(campaign)),
    ];
    needs.extend(eligible_units(campaign, world));
    needs.extend(hold::needs_of(&command.ranking, world));
    let ranked = command.ranking.iter().map(StreamKey::nomination);
    needs.extend(ranked.map(Need::write));
    let cases = command.ranking.iter();
    let cases = cases.filter_map(|nomination| gates::in_view(world, nomination));
    needs.extend(cases.map(|case| Need::read(StreamKey::unit(&case.unit))));
    for nominee in collectives(campaign, &command.group, world) {
        let claim = StreamKey::claim(campaign, &nominee);
        if let Some(nomination) = claimed(campaign, &nominee, world) {
            needs.push(Need::read(StreamKey::nomination(nomination)));
        }
        needs.push(Need::read(claim));
    }
    needs
}

/// The eligible units of a group as nominees, as far as they are in view.
pub(super) fn collectives(
    campaign: &CampaignId,
    group: &GroupId,
    world: &World,
) -> Vec<NomineeRef> {
    if !world.shows(&StreamKey::quota(campaign)) {
        return Vec::new();
    }
    let places = world.quota(campaign).places(NomineeKind::Collective);
    let units = places.into_iter().flat_map(Places::eligible_units);
    let of_group = units.filter(|unit| {
        let is_shown = world.shows(&StreamKey::unit(unit));
        let unit = is_shown.then(|| world.unit(unit).unit()).flatten();
        unit.is_some_and(|unit| &unit.group == group)
    });
    of_group.map(NomineeRef::from).collect()
}

/// The nomination that claims a nominee, as far as it is in view.
pub(crate) fn claimed<'w>(
    campaign: &CampaignId,
    nominee: &NomineeRef,
    world: &'w World,
) -> Option<&'w NominationId> {
    if !world.shows(&StreamKey::claim(campaign, nominee)) {
        return None;
    }
    match world.claim(campaign, nominee) {
        claim::State::Unclaimed => None,
        claim::State::Claimed(nomination) => Some(nomination),
    }
}
