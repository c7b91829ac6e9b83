//! Stories of slots that move, and of who then waits.

use NomineeKind::{Collective, Individual};

use crate::{
    NominationId, NomineeKind, State, StreamKey,
    nomination::{self, Gate, WaitGate, WaitReason},
    quota::{Event, ReallocateQuota, SlotHolder},
    slot,
    stories_kit::{
        Stage, approved, campaign, campaign_manager, draft_person, given, group, head, item,
        meeting, nomination, of_unit, review_head, secretary,
    },
    stories_way::{endorsed, i1},
};

/// Slots that move; a missing end is the reserve.
fn moving(
    kind: NomineeKind,
    from: Option<SlotHolder>,
    to: Option<SlotHolder>,
    slots: u32,
) -> ReallocateQuota {
    ReallocateQuota {
        campaign: campaign(),
        kind,
        reallocation: 1,
        from,
        to,
        slots,
        reason: "Đơn vị không sử dụng hết".into(),
    }
}

fn individuals(from: Option<&str>, to: Option<&str>, slots: u32) -> ReallocateQuota {
    moving(Individual, from.map(of_unit), to.map(of_unit), slots)
}

fn recorded(command: &ReallocateQuota) -> (StreamKey, crate::Event) {
    let event = Event::QuotaReallocated {
        reallocation: command.reallocation,
        kind: command.kind,
        from: command.from.clone(),
        to: command.to.clone(),
        slots: command.slots,
        reason: command.reason.clone(),
    };
    (StreamKey::quota(&campaign()), event.into())
}

fn on_slots(
    kind: NomineeKind,
    holder: &SlotHolder,
    event: slot::Event,
) -> (StreamKey, crate::Event) {
    (StreamKey::slot(&campaign(), kind, holder), event.into())
}

fn waits(serial: u32) -> (StreamKey, crate::Event) {
    let event = nomination::Event::NominationWaitlisted {
        gate: WaitGate::Unit,
        reason_code: WaitReason::SlotsReturned,
    };
    (StreamKey::nomination(&nomination(serial)), event.into())
}

fn gate(stage: &Stage, nomination: &NominationId) -> Option<Gate> {
    let state = stage.state(&StreamKey::nomination(nomination));
    let State::Nomination(state) = state.as_ref() else {
        panic!("a nomination's stream holds a nomination");
    };
    state.case().map(|case| case.gate)
}

/// E14.
#[test]
fn slots_move_between_units_and_the_reserve() {
    let manager = approved(&campaign_manager());
    let (office, justice) = (of_unit("van-phong"), of_unit("tu-phap"));
    let from_reserve = individuals(None, Some("van-phong"), 2);
    given(Stage::allocated())
        .when(&manager, from_reserve.clone())
        .then([
            recorded(&from_reserve),
            on_slots(
                Individual,
                &office,
                slot::Event::SlotsGranted {
                    slots: 3,
                    live_max: None,
                },
            ),
        ]);
    let between = individuals(Some("tu-phap"), Some("van-phong"), 1);
    given(Stage::allocated())
        .when(&manager, between.clone())
        .then([
            recorded(&between),
            on_slots(
                Individual,
                &justice,
                slot::Event::SlotsReturned {
                    slots: 1,
                    live_max: None,
                },
            ),
            on_slots(
                Individual,
                &office,
                slot::Event::SlotsGranted {
                    slots: 2,
                    live_max: None,
                },
            ),
        ]);
    let to_reserve = individuals(Some("tu-phap"), None, 2);
    given(Stage::allocated())
        .when(&manager, to_reserve.clone())
        .then([
            recorded(&to_reserve),
            on_slots(
                Individual,
                &justice,
                slot::Event::SlotsReturned {
                    slots: 0,
                    live_max: None,
                },
            ),
        ]);
}

#[test]
fn the_same_move_may_be_meant_twice_under_the_next_number() {
    let manager = approved(&campaign_manager());
    let once = individuals(None, Some("van-phong"), 1);
    let told = || Stage::allocated().then(&manager, once.clone());
    let numbered = |reallocation| ReallocateQuota {
        reallocation,
        ..once.clone()
    };
    let effects = given(told()).when(&manager, numbered(2));
    assert_eq!(effects.then_effects().len(), 2);
    for (command, code) in [
        (numbered(3), "reallocation_out_of_order"),
        (numbered(0), "reallocation_out_of_order"),
        (
            individuals(None, Some("van-phong"), 2),
            "reallocated_otherwise",
        ),
    ] {
        given(told()).when(&manager, command).then_refused(code);
    }
}

#[test]
fn what_moves_is_there_and_goes_to_somebody_who_may_nominate() {
    let manager = approved(&campaign_manager());
    let (agencies, communes) = (group("agencies"), group("communes"));
    for (command, code) in [
        (individuals(None, Some("van-phong"), 0), "nothing_moves"),
        (individuals(None, None, 1), "nothing_moves"),
        (
            individuals(Some("tu-phap"), Some("tu-phap"), 1),
            "nothing_moves",
        ),
        (individuals(Some("tu-phap"), None, 3), "slots_in_use"),
        (individuals(Some("tai-chinh"), None, 1), "slots_in_use"),
        (individuals(None, Some("van-phong"), 8), "quota_exceeded"),
        (individuals(None, Some("thanh-tra"), 1), "unit_not_eligible"),
        (
            moving(Individual, None, Some(agencies.clone()), 1),
            "wrong_slot_holder",
        ),
        (
            moving(Collective, Some(agencies), Some(group("guests")), 1),
            "group_not_eligible",
        ),
        (
            moving(Collective, None, Some(communes), 3),
            "quota_exceeded",
        ),
    ] {
        given(Stage::allocated())
            .when(&manager, command)
            .then_refused(code);
    }
}

#[test]
fn a_move_says_why_and_is_decided_by_the_chairmans_approval() {
    let silent = ReallocateQuota {
        reason: " ".into(),
        ..individuals(None, Some("van-phong"), 1)
    };
    given(Stage::allocated())
        .when(&approved(&campaign_manager()), silent)
        .then_refused("allocation_reason_missing");
    given(Stage::allocated())
        .when(&campaign_manager(), individuals(None, Some("noi-vu"), 1))
        .then_refused("not_on_behalf");
    let effects = given(Stage::allocated()).when(
        &approved(&campaign_manager()),
        individuals(None, Some("noi-vu"), 1),
    );
    assert_eq!(effects.then_effects().len(), 2);
}

#[test]
fn a_taken_slot_does_not_move() {
    let sent = endorsed().sent("van-phong", vec![i1()]);
    given(sent)
        .when(
            &approved(&campaign_manager()),
            individuals(Some("van-phong"), Some("tu-phap"), 1),
        )
        .then_refused("slots_in_use");
}

/// Two persons of Tư pháp are endorsed on its two slots: 1 and 2, on 19 November.
fn two_endorsed() -> Stage {
    Stage::allocated()
        .at("2024-11-05T09:00")
        .proposing(1, &draft_person("nominee", "tu-phap"))
        .proposing(2, &draft_person("officer", "tu-phap"))
        .at("2024-11-19T16:00")
        .then(
            &secretary("tu-phap"),
            meeting("tu-phap", [item(1, (9, 1), 1), item(2, (9, 1), 1)]),
        )
}

/// The second is ranked before the first.
fn two_ranked() -> Stage {
    let ranked = slot::Event::NomineesRanked {
        ranking: vec![nomination(2), nomination(1)],
    };
    let (stream, event) = on_slots(Individual, &of_unit("tu-phap"), ranked);
    two_endorsed().with(&head("tu-phap"), [(stream, event)])
}

#[test]
fn whom_the_slots_no_longer_carry_waits_by_the_ranking() {
    let one = individuals(Some("tu-phap"), Some("van-phong"), 1);
    given(two_ranked())
        .when(&approved(&campaign_manager()), one.clone())
        .then([
            recorded(&one),
            on_slots(
                Individual,
                &of_unit("tu-phap"),
                slot::Event::SlotsReturned {
                    slots: 1,
                    live_max: None,
                },
            ),
            on_slots(
                Individual,
                &of_unit("van-phong"),
                slot::Event::SlotsGranted {
                    slots: 2,
                    live_max: None,
                },
            ),
            waits(1),
        ]);
}

#[test]
fn without_a_ranking_nobody_is_chosen_to_wait() {
    let manager = approved(&campaign_manager());
    given(two_endorsed())
        .when(&manager, individuals(Some("tu-phap"), None, 1))
        .then_refused("rank_first");
    let stage = two_endorsed().then(&manager, individuals(Some("tu-phap"), None, 2));
    for serial in [1, 2] {
        let gate = gate(&stage, &nomination(serial));
        assert_eq!(gate, Some(Gate::UnitWaitlisted));
    }
}

#[test]
fn a_group_loses_the_last_of_its_ranking() {
    let manager = approved(&campaign_manager());
    let from_agencies = |slots| moving(Collective, Some(group("agencies")), None, slots);
    for (slots, expected) in [(1, Gate::UnitEndorsed), (2, Gate::UnitWaitlisted)] {
        let stage = Stage::ranked().then(&manager, from_agencies(slots));
        assert_eq!(gate(&stage, &nomination(1)), Some(expected));
    }
    given(Stage::ranked())
        .when(&review_head(), from_agencies(1))
        .then_refused("role_not_allowed");
}
