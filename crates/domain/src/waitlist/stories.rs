//! Stories of the waitlists. Tư pháp has two slots; its persons 1, 2 and 3 were carried.

mod later;
mod unit;

use crate::{
    Event, Moment, NominationId, NomineeKind, StreamKey,
    campaign::AnnounceDeadline,
    nomination::{self, WaitGate},
    quota::ReallocateQuota,
    stories_kit::{
        Stage, approved, campaign, campaign_manager, draft_person, head, hold_subject, item,
        meeting, moment, nomination as serial, of_unit, person_of, review_head, secretary,
        unit as unit_id,
    },
    unit_session::RankNominees,
    waitlist::PromoteFromWaitlist,
};

const JUSTICE: &str = "tu-phap";
const PERSONS: [&str; 3] = ["nominee", "officer", "deputy"];

fn carried() -> Stage {
    let stage = Stage::allocated().at("2024-11-05T09:00");
    let stage = (1..).zip(PERSONS).fold(stage, |stage, (number, who)| {
        stage.proposing(number, &draft_person(who, JUSTICE))
    });
    let record = meeting(JUSTICE, [1, 2, 3].map(|number| item(number, (9, 1), 1)));
    let announce = AnnounceDeadline {
        campaign: campaign(),
        due: moment("2024-11-29T17:00"),
    };
    stage
        .at("2024-11-19T16:00")
        .then(&secretary(JUSTICE), record)
        .then(&review_head(), announce)
}

/// The second is ranked best, then the first; the third waits.
fn ranked() -> Stage {
    let rank = RankNominees {
        campaign: campaign(),
        unit: unit_id(JUSTICE),
        ranking: [2, 1, 3].map(serial).into(),
    };
    carried().then(&head(JUSTICE), rank)
}

/// Slots of Tư pháp that move to the reserve, or back from it.
fn moving(reallocation: u32, is_back: bool, slots: u32) -> ReallocateQuota {
    let holder = Some(of_unit(JUSTICE));
    let (from, to) = if is_back {
        (None, holder)
    } else {
        (holder, None)
    };
    ReallocateQuota {
        campaign: campaign(),
        kind: NomineeKind::Individual,
        reallocation,
        from,
        to,
        slots,
        reason: "Điều chỉnh".into(),
    }
}

impl Stage {
    fn moved(self, reallocation: u32, is_back: bool, slots: u32) -> Self {
        self.then(
            &approved(&campaign_manager()),
            moving(reallocation, is_back, slots),
        )
    }

    fn held(self, who: &str) -> Self {
        self.with_hold(&hold_subject(&person_of(who, JUSTICE)))
    }
}

fn promote(serials: &[u32]) -> PromoteFromWaitlist {
    PromoteFromWaitlist {
        nominations: serials.iter().copied().map(serial).collect(),
        due: None,
    }
}

fn promoted(number: u32, gate: WaitGate, rank: u32, due: Option<&str>) -> (StreamKey, Event) {
    let due = due.map(moment);
    let event = nomination::Event::WaitlistPromoted {
        gate,
        rank,
        due,
        to: None,
    };
    (of_case(&serial(number)), event.into())
}

fn of_case(nomination: &NominationId) -> StreamKey {
    StreamKey::nomination(nomination)
}

fn slots() -> StreamKey {
    StreamKey::slot(&campaign(), NomineeKind::Individual, &of_unit(JUSTICE))
}

#[expect(clippy::unnecessary_wraps, reason = "as the command takes it")]
fn due(time: &str) -> Option<Moment> {
    Some(moment(time))
}
