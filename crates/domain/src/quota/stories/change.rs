//! Stories of a quota that changes after the launch, and of who then waits.

use NomineeKind::{Collective, Individual};

use crate::{
    Event as Any, NomineeKind, StreamKey, Tally,
    nomination::{self, WaitGate, WaitReason},
    quota::{ChangeQuota, ChangedAllocation, Event},
    slot::{self, FreedBecause},
    stories_kit::{
        Stage, campaign, draft_person, for_authority, given, group, head, item, meeting,
        nomination as serial, of_unit, officer, paper, review_head, secretary,
    },
    stories_way::{session, submission},
};

const JUSTICE: &str = "tu-phap";

/// The first change, with other slots for the persons of Tư pháp.
fn change(collective: u32, individual: u32, slots: Option<u32>) -> ChangeQuota {
    let line = slots.map(|slots| ChangedAllocation {
        kind: Individual,
        to: of_unit(JUSTICE),
        slots,
    });
    ChangeQuota {
        campaign: campaign(),
        change: 1,
        collective,
        individual,
        allocations: line.into_iter().collect(),
        reason: "Điều chỉnh kế hoạch".into(),
        document: paper("Quyết định điều chỉnh"),
    }
}

fn recorded(command: &ChangeQuota) -> (StreamKey, Any) {
    let event = Event::QuotaChanged {
        change: command.change,
        collective: command.collective,
        individual: command.individual,
        reason: command.reason.clone(),
        document: command.document.clone(),
    };
    (StreamKey::quota(&campaign()), event.into())
}

fn allocated(slots: u32) -> (StreamKey, Any) {
    let event = Event::QuotaAllocated {
        kind: Individual,
        to: of_unit(JUSTICE),
        slots,
        reason: "Điều chỉnh kế hoạch".into(),
    };
    (StreamKey::quota(&campaign()), event.into())
}

fn on_slots(event: slot::Event) -> (StreamKey, Any) {
    let stream = StreamKey::slot(&campaign(), Individual, &of_unit(JUSTICE));
    (stream, event.into())
}

fn returned(slots: u32) -> (StreamKey, Any) {
    let live_max = None;
    on_slots(slot::Event::SlotsReturned { slots, live_max })
}

fn freed(number: u32) -> (StreamKey, Any) {
    on_slots(slot::Event::SlotFreed {
        nomination: serial(number),
        reason_code: FreedBecause::Waitlisted,
    })
}

fn waits(number: u32, gate: WaitGate) -> (StreamKey, Any) {
    let event = nomination::Event::NominationWaitlisted {
        gate,
        reason_code: WaitReason::QuotaLowered,
    };
    (StreamKey::nomination(&serial(number)), event.into())
}

/// Two persons of Tư pháp are endorsed on its two slots.
fn two_endorsed() -> Stage {
    Stage::allocated()
        .at("2024-11-05T09:00")
        .proposing(1, &draft_person("nominee", JUSTICE))
        .proposing(2, &draft_person("officer", JUSTICE))
        .at("2024-11-19T16:00")
        .then(
            &secretary(JUSTICE),
            meeting(JUSTICE, [item(1, (9, 1), 1), item(2, (9, 1), 1)]),
        )
}

impl Stage {
    /// What happened to both cases and their slots since then.
    fn since(self, later: &[nomination::Event]) -> Self {
        [1, 2].into_iter().fold(self, |stage, number| {
            let submitted = nomination::Event::DossierSubmitted {
                submission: submission(JUSTICE),
                slot_holder: of_unit(JUSTICE),
                documents: Vec::new(),
            };
            let nomination = serial(number);
            let stream = StreamKey::nomination(&nomination);
            let events = [&[submitted], later].concat();
            stage
                .with(
                    &head(JUSTICE),
                    [on_slots(slot::Event::SlotTaken { nomination })],
                )
                .with(
                    &officer(JUSTICE),
                    events.into_iter().map(|event| (stream.clone(), event)),
                )
        })
    }

    fn ranked_for_council(self) -> Self {
        let event = Event::CouncilRanked {
            kind: Individual,
            ranking: vec![serial(2), serial(1)],
        };
        self.with(&review_head(), [(StreamKey::quota(&campaign()), event)])
    }
}

fn passed() -> nomination::Event {
    nomination::Event::ReviewPassed {
        criteria_version: 1,
        criteria: Vec::new(),
    }
}

fn council_approved() -> nomination::Event {
    nomination::Event::CouncilApproved {
        session: session(),
        tally: Tally {
            votes_for: 4,
            votes_against: 0,
            abstained: 0,
        },
    }
}

/// E12.
#[test]
fn after_the_unit_votes_a_lower_quota_waitlists_the_last_of_the_ranking() {
    let lower = change(5, 8, Some(1));
    given(two_endorsed())
        .when(&for_authority(), lower.clone())
        .then_refused("rank_first");
    let ranked = slot::Event::NomineesRanked {
        ranking: vec![serial(2), serial(1)],
    };
    given(two_endorsed().with(&head(JUSTICE), [on_slots(ranked)]))
        .when(&for_authority(), lower.clone())
        .then([
            recorded(&lower),
            allocated(1),
            returned(1),
            waits(1, WaitGate::Unit),
        ]);
}

/// INV-23, INV-24.
#[test]
fn a_lower_quota_covers_all_slots_and_all_places_that_are_used() {
    let approved = |number| {
        let event = Event::PlaceApproved {
            kind: Individual,
            nomination: serial(number),
            limit: 10,
            used_before: 0,
        };
        (StreamKey::quota(&campaign()), event)
    };
    given(two_endorsed())
        .when(&for_authority(), change(5, 2, None))
        .then_refused("quota_exceeded");
    given(two_endorsed().with(&review_head(), [approved(1), approved(2)]))
        .when(&for_authority(), change(5, 1, Some(0)))
        .then_refused("quota_below_used");
    let received = two_endorsed().since(&[]);
    given(received)
        .when(&for_authority(), change(5, 8, Some(1)))
        .then_refused("slots_in_use");
}

/// INV-23, 4.5 rows 24 and 28.
#[test]
fn who_passed_the_review_or_the_council_waits_there_and_gives_the_slot_back() {
    let lower = change(5, 8, Some(1));
    for (later, gate) in [
        (vec![passed()], WaitGate::Review),
        (vec![passed(), council_approved()], WaitGate::Council),
    ] {
        let stage = two_endorsed().since(&later);
        given(stage.clone())
            .when(&for_authority(), lower.clone())
            .then_refused("council_rank_first");
        given(stage.ranked_for_council())
            .when(&for_authority(), lower.clone())
            .then([
                recorded(&lower),
                allocated(1),
                returned(1),
                freed(1),
                waits(1, gate),
            ]);
    }
}

/// Two slots that carry three: the places count, not the slots.
#[test]
fn where_the_campaign_overbooks_the_places_say_who_waits() {
    let few = slot::Event::SlotsReturned {
        slots: 1,
        live_max: Some(2),
    };
    let allocated_one = Event::QuotaAllocated {
        kind: Individual,
        to: of_unit(JUSTICE),
        slots: 1,
        reason: "Phân bổ".into(),
    };
    let lower = change(5, 1, None);
    let none_elsewhere = Event::QuotaAllocated {
        kind: Individual,
        to: of_unit("van-phong"),
        slots: 0,
        reason: "Phân bổ".into(),
    };
    let quota = StreamKey::quota(&campaign());
    let stage = two_endorsed()
        .since(&[passed()])
        .ranked_for_council()
        .with(&head(JUSTICE), [on_slots(few)])
        .with(
            &review_head(),
            [allocated_one, none_elsewhere].map(|event| (quota.clone(), event)),
        );
    given(stage).when(&for_authority(), lower.clone()).then([
        recorded(&lower),
        freed(1),
        waits(1, WaitGate::Review),
    ]);
}

#[test]
fn a_higher_quota_gives_slots_and_moves_nobody() {
    let higher = change(5, 12, Some(3));
    let live_max = None;
    given(two_endorsed())
        .when(&for_authority(), higher.clone())
        .then([
            recorded(&higher),
            allocated(3),
            on_slots(slot::Event::SlotsGranted { slots: 3, live_max }),
        ]);
}

#[test]
fn a_change_says_what_why_and_by_which_act() {
    let silent = ChangeQuota {
        reason: " ".into(),
        ..change(5, 8, None)
    };
    let untitled = ChangeQuota {
        document: paper(" "),
        ..change(5, 8, None)
    };
    let twice = ChangeQuota {
        allocations: [change(5, 8, Some(1)), change(5, 8, Some(1))]
            .map(|one| one.allocations)
            .concat(),
        ..change(5, 8, None)
    };
    let elsewhere = ChangeQuota {
        allocations: vec![ChangedAllocation {
            kind: Collective,
            to: group("guests"),
            slots: 1,
        }],
        ..change(6, 10, None)
    };
    for (command, code) in [
        (silent, "allocation_reason_missing"),
        (untitled, "quota_paper_untitled"),
        (change(0, 0, None), "quota_empty"),
        (change(5, 10, Some(2)), "quota_unchanged"),
        (twice, "slot_holder_twice"),
        (elsewhere, "group_not_eligible"),
    ] {
        given(two_endorsed())
            .when(&for_authority(), command)
            .then_refused(code);
    }
    given(two_endorsed())
        .when(&review_head(), change(5, 8, None))
        .then_refused("role_not_allowed");
}

#[test]
fn changes_are_numbered_in_order() {
    let told = || two_endorsed().then(&for_authority(), change(5, 8, None));
    let numbered = |change, individual| ChangeQuota {
        change,
        ..self::change(5, individual, None)
    };
    let asked = given(told()).when(&for_authority(), numbered(2, 9));
    assert_eq!(asked.then_effects().len(), 1);
    for (command, code) in [
        (numbered(3, 9), "quota_change_out_of_order"),
        (numbered(0, 9), "quota_change_out_of_order"),
        (numbered(1, 9), "quota_changed_otherwise"),
    ] {
        given(told())
            .when(&for_authority(), command)
            .then_refused(code);
    }
}
