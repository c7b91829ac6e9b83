//! Stories of what an upheld complaint opens again (4.5 row 41).

use super::{accept, complaint, decide, register};
use crate::{
    CouncilSessionId, CriterionCode, Event as Any, NominationId, NomineeKind, PresentationId,
    StreamKey, Tally, campaign, claim,
    complaint::{ComplaintOutcome, RegisterComplaint, ReopenByComplaint},
    nomination::{CouncilReason, Event, Gate, ReviewReason, WaitGate, WaitReason},
    slot::{self, FreedBecause},
    stories_kit::{
        Stage, campaign as hq, complaint_officer, given, head, nomination, of_unit, review_head,
        sealed,
    },
    stories_way::{endorsed, i1, submission},
    waitlist::{PromoteFromWaitlist, RankForCouncil},
};

const UNIT: &str = "van-phong";

fn reviewed() -> Event {
    Event::ReviewRejected {
        criteria_version: 1,
        criteria: vec![CriterionCode::parse("III.2.b").expect("a code")],
        reason_code: ReviewReason::CriterionNotMet,
        reason: sealed("Không đạt"),
    }
}

fn voted() -> Event {
    Event::CouncilRejected {
        session: CouncilSessionId {
            campaign: hq(),
            number: 1,
        },
        tally: Tally::default(),
        reason_code: CouncilReason::NoQuorum,
    }
}

fn declined() -> Event {
    Event::ChairmanDeclined {
        presentation: PresentationId {
            campaign: hq(),
            number: 1,
        },
        reason: sealed("Chưa tiêu biểu"),
    }
}

/// Each refusal, where it goes on, and where it waits.
fn ways() -> [(Event, Gate, WaitGate); 3] {
    [
        (reviewed(), Gate::UnderReview, WaitGate::Review),
        (voted(), Gate::CouncilDeferred, WaitGate::Council),
        (declined(), Gate::CouncilApproved, WaitGate::Council),
    ]
}

fn slots() -> StreamKey {
    StreamKey::slot(&hq(), NomineeKind::Individual, &of_unit(UNIT))
}

fn case(event: Event) -> (StreamKey, Any) {
    (StreamKey::nomination(&i1()), event.into())
}

/// The nomination was sent, and ended in this refusal, which freed its slot.
fn ended(refusal: Event) -> Stage {
    let submitted = Event::DossierSubmitted {
        submission: submission(UNIT),
        slot_holder: of_unit(UNIT),
        documents: Vec::new(),
    };
    let taken = slot::Event::SlotTaken { nomination: i1() };
    let freed = slot::Event::SlotFreed {
        nomination: i1(),
        reason_code: FreedBecause::ReviewRejected,
    };
    endorsed()
        .with(&head(UNIT), [(slots(), taken), (slots(), freed)])
        .with(&head(UNIT), [case(submitted), case(refusal)])
        .at("2024-12-10T09:00")
}

fn decided(refusal: Event, about: NominationId, outcome: ComplaintOutcome) -> Stage {
    let about = RegisterComplaint {
        subject: Some(about),
        ..register(1)
    };
    let officer = complaint_officer();
    let stage = ended(refusal).then(&officer, about);
    stage
        .then(&officer, accept())
        .then(&officer, decide(outcome))
}

fn upheld(refusal: Event) -> Stage {
    decided(refusal, i1(), ComplaintOutcome::Upheld)
}

/// No slot of the unit is left.
fn without_slots(stage: Stage) -> Stage {
    let returned = slot::Event::SlotsReturned {
        slots: 0,
        live_max: None,
    };
    stage.with(&review_head(), [(slots(), returned)])
}

fn reopen() -> ReopenByComplaint {
    ReopenByComplaint {
        nomination: i1(),
        complaint: complaint(1),
    }
}

fn reopened(gate_to: Gate) -> (StreamKey, Any) {
    case(Event::ReopenedByComplaint {
        complaint: complaint(1),
        gate_to,
    })
}

fn taken() -> (StreamKey, Any) {
    (slots(), slot::Event::SlotTaken { nomination: i1() }.into())
}

/// E50.
#[test]
fn an_upheld_complaint_opens_the_gate_that_refused_and_takes_a_slot() {
    for (refusal, gate, _) in ways() {
        given(upheld(refusal))
            .when(&complaint_officer(), reopen())
            .then([taken(), reopened(gate)]);
    }
}

/// E50, INV-23.
#[test]
fn without_a_free_slot_a_reopened_case_waits_at_its_gate() {
    for (refusal, gate_to, gate) in ways() {
        let reason_code = WaitReason::Reopened;
        let waits = case(Event::NominationWaitlisted { gate, reason_code });
        given(without_slots(upheld(refusal)))
            .when(&complaint_officer(), reopen())
            .then([reopened(gate_to), waits]);
    }
}

/// E50.
#[test]
fn only_an_upheld_complaint_about_the_same_nomination_opens_it() {
    let dismissed = decided(reviewed(), i1(), ComplaintOutcome::Dismissed);
    let of_another = decided(reviewed(), nomination(1), ComplaintOutcome::Upheld);
    for (stage, code) in [
        (ended(reviewed()), "complaint_absent"),
        (dismissed, "complaint_not_upheld"),
        (of_another, "complaint_not_upheld"),
    ] {
        given(stage)
            .when(&complaint_officer(), reopen())
            .then_refused(code);
    }
}

#[test]
fn nothing_is_opened_again_that_no_gate_refused_or_that_was_opened_once() {
    given(upheld(Event::NominationWithdrawn { reason: None }))
        .when(&complaint_officer(), reopen())
        .then_refused("nomination_not_reopenable");
    let again = upheld(reviewed())
        .then(&complaint_officer(), reopen())
        .with(&review_head(), [case(reviewed())]);
    given(again)
        .when(&complaint_officer(), reopen())
        .then_refused("complaint_used");
}

/// E50.
#[test]
fn nothing_is_opened_again_once_the_selection_is_closed() {
    let closed = campaign::Event::SelectionClosed {};
    let stage = upheld(reviewed()).with(&review_head(), [(StreamKey::campaign(&hq()), closed)]);
    given(stage)
        .when(&complaint_officer(), reopen())
        .then_refused("selection_closed");
}

/// INV-08.
#[test]
fn nothing_is_opened_again_whose_nominee_is_nominated_anew() {
    let stage = upheld(reviewed());
    let state = stage.state(&StreamKey::nomination(&i1()));
    let crate::State::Nomination(state) = &*state else {
        unreachable!("the stream of a nomination");
    };
    let nominee = state.case().expect("it is there").nominee_ref.clone();
    let claimed = claim::Event::NomineeClaimed {
        nomination: nomination(9),
    };
    let stage = stage.with(&head(UNIT), [(StreamKey::claim(&hq(), &nominee), claimed)]);
    given(stage)
        .when(&complaint_officer(), reopen())
        .then_refused("nomination_unclaimed");
}

/// E50.
#[test]
fn a_promotion_leads_a_reopened_case_back_to_where_it_had_stopped() {
    for (refusal, gate_to, gate) in ways() {
        let granted = slot::Event::SlotsGranted {
            slots: 1,
            live_max: None,
        };
        let rank = RankForCouncil {
            campaign: hq(),
            kind: NomineeKind::Individual,
            ranking: vec![i1()],
        };
        let stage = without_slots(upheld(refusal)).then(&complaint_officer(), reopen());
        let stage = stage
            .then(&review_head(), rank)
            .with(&review_head(), [(slots(), granted)]);
        let promoted = case(Event::WaitlistPromoted {
            gate,
            rank: 1,
            due: None,
            to: Some(gate_to),
        });
        let promote = PromoteFromWaitlist {
            nominations: vec![i1()],
            due: None,
        };
        given(stage)
            .when(&review_head(), promote)
            .then([taken(), promoted]);
    }
}
