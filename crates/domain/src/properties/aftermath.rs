//! The way after the issue: files, money, certificates, publicity, the conference, a revocation, and
//! the two closings.

use crate::{
    Actor, Command, DocumentKind, Dong, NomineeKind, PublicityId, Role,
    award_files::CloseRevokedAwards,
    campaign::{CloseCampaign, CloseSelection, Explanation, NotHandedOver, TransferToArchive},
    certificate::{
        HandOverCertificate, Handover, PrintCertificates, RecordCertificateRecovered,
        SealCertificates, SignCertificates,
    },
    conference::{CloseConference, RecordAwardCeremony, RecordSummationReport, ScheduleConference},
    decision::{Conduct, DecisionContent, InitialAspect, Revocation, RevocationGround},
    payout::RecordPrizeRecovered,
    publicity::{Channel, PlanPublicity, PublishStory, RecordBroadcast, RecordCorrectionBroadcast},
    stories_kit::{
        acting, campaign, campaign_manager, day, document, moment, paper, review_head, system,
    },
    stories_way::{self as at, Step},
};

/// All steps after the issue, in order.
pub(super) fn aftermath() -> Vec<Step> {
    [
        money(),
        certificates(),
        publicity(),
        conference(),
        revocation(),
        recovery(),
        closings(),
    ]
    .concat()
}

fn step(at: &'static str, actor: Actor, command: impl Into<Command>) -> Step {
    Step {
        at,
        actor,
        command: command.into(),
    }
}

fn money() -> Vec<Step> {
    let finance = at::finance;
    vec![
        step("2024-12-27T10:05", system(), at::open_files()),
        step("2024-12-27T11:00", finance(), at::compute()),
        step("2024-12-27T11:00", finance(), at::credit(1, 3_000_000)),
        step("2024-12-31T09:00", finance(), at::commit()),
        step(
            "2025-01-06T09:00",
            at::second_finance(),
            at::pay(at::both()),
        ),
    ]
}

fn certificates() -> Vec<Step> {
    let when = "2025-01-06T09:00";
    let nominations = at::both();
    let print = PrintCertificates {
        nominations: nominations.clone(),
    };
    let sign = SignCertificates {
        delegation: None,
        nominations: nominations.clone(),
    };
    let seal = SealCertificates { nominations };
    vec![
        step(when, campaign_manager(), print),
        step(when, at::chairman(), sign),
        step(when, at::clerk(), seal),
        step(when, campaign_manager(), hand_over()),
    ]
}

pub(super) fn hand_over() -> HandOverCertificate {
    let handovers = at::both().into_iter().map(|nomination| Handover {
        nomination,
        presented_to: None,
    });
    HandOverCertificate {
        handovers: handovers.collect(),
    }
}

pub(super) fn ticket(number: u32) -> PublicityId {
    PublicityId {
        campaign: campaign(),
        number,
    }
}

pub(super) fn plan(number: u32) -> PlanPublicity {
    PlanPublicity {
        publicity: ticket(number),
        channel: Channel::Radio,
        planned_for: day("2025-01-07"),
        nomination: Some(at::c1()),
    }
}

pub(super) fn story(number: u32, date: &str) -> PublishStory {
    PublishStory {
        publicity: ticket(number),
        date: day(date),
        nomination: Some(at::c1()),
        notice: Some(document(DocumentKind::Evidence, 0x71)),
    }
}

pub(super) fn broadcast(number: u32, date: &str) -> RecordBroadcast {
    RecordBroadcast {
        publicity: ticket(number),
        date: day(date),
        nominations: at::both(),
    }
}

pub(super) fn broadcaster() -> Actor {
    acting("dai", Role::Broadcaster)
}

fn publicity() -> Vec<Step> {
    let when = "2025-01-07T09:00";
    let publicist = at::publicist;
    vec![
        step(when, publicist(), plan(1)),
        step(when, publicist(), plan(2)),
        step(when, publicist(), plan(3)),
        step(when, publicist(), story(1, "2025-01-07")),
        step(when, broadcaster(), broadcast(2, "2025-01-07")),
    ]
}

fn conference() -> Vec<Step> {
    let conference = crate::ConferenceId {
        campaign: campaign(),
        number: 1,
    };
    let schedule = ScheduleConference {
        conference: conference.clone(),
        within: "Hội nghị tổng kết".into(),
        starts_at: moment("2025-01-08T08:00"),
    };
    let ceremony = RecordAwardCeremony {
        conference: conference.clone(),
        decisions: vec![at::decision(1)],
    };
    let report = RecordSummationReport {
        conference: conference.clone(),
        report: document(DocumentKind::SummationReport, 0x74),
    };
    let close = CloseConference { conference };
    let (when, manager) = ("2025-01-08T09:00", campaign_manager);
    vec![
        step("2025-01-07T10:00", manager(), schedule),
        step(when, manager(), ceremony),
        step(when, manager(), report),
        step(when, manager(), close),
    ]
}

/// The award of C1 is revoked by a second decision.
fn revocation() -> Vec<Step> {
    let conduct = Conduct {
        from: day("2024-03-01"),
        until: day("2024-03-31"),
    };
    let revocation = Revocation {
        ground: RevocationGround::ViolationConcluded,
        conduct: Some(conduct),
        proposal: document(DocumentKind::Evidence, 0x61),
        notice: document(DocumentKind::Evidence, 0x62),
    };
    let content = DecisionContent::Revoke {
        refers_to: at::decision(1),
        awardees: Some(vec![at::c1()]),
        revocation: Box::new(revocation),
    };
    let when = "2025-01-10T09:00";
    let of_content = at::initial(2, InitialAspect::Content);
    let of_form = at::initial(2, InitialAspect::Form);
    let number = at::assign_number(2, 1, "2025-01-10");
    vec![
        step(when, campaign_manager(), at::draft_of(2, content)),
        step(when, review_head(), of_content),
        step(when, at::office(), of_form),
        step(when, at::chairman(), at::sign(2, when)),
        step(when, at::clerk(), number),
        step(when, at::clerk(), at::seal(2)),
        step(when, at::clerk(), at::issue(2)),
        step(when, system(), close_files(1)),
    ]
}

/// What a revocation leaves open is closed, for the awards of this decision.
pub(super) fn close_files(number: u32) -> CloseRevokedAwards {
    CloseRevokedAwards {
        from: 0,
        decision: at::decision(number),
    }
}

pub(super) fn recover(kind: NomineeKind, instalment: u32, amount: i64) -> RecordPrizeRecovered {
    let nomination = match kind {
        NomineeKind::Collective => at::c1(),
        NomineeKind::Individual => at::i1(),
    };
    RecordPrizeRecovered {
        nomination,
        instalment,
        amount: Dong(amount),
    }
}

fn recovery() -> Vec<Step> {
    let when = "2025-01-13T09:00";
    let certificate = RecordCertificateRecovered {
        nomination: at::c1(),
    };
    let correction = RecordCorrectionBroadcast {
        publicity: ticket(2),
        date: day("2025-01-13"),
    };
    let finance = at::finance;
    let collective = NomineeKind::Collective;
    vec![
        step(when, finance(), recover(collective, 1, 1_000_000)),
        step(when, finance(), recover(collective, 2, 410_000)),
        step(when, campaign_manager(), certificate),
        step(when, broadcaster(), correction),
    ]
}

/// Everybody whose certificate may lie somewhere is explained.
pub(super) fn close_campaign() -> CloseCampaign {
    let explanations = at::both().into_iter().map(|nomination| Explanation {
        nomination,
        reason_code: NotHandedOver::NotCollected,
    });
    CloseCampaign {
        campaign: campaign(),
        explanations: explanations.collect(),
    }
}

pub(super) fn close_selection() -> CloseSelection {
    CloseSelection {
        campaign: campaign(),
    }
}

fn closings() -> Vec<Step> {
    let when = "2025-01-20T09:00";
    let archive = TransferToArchive {
        campaign: campaign(),
        document: paper("Biên bản giao nhận hồ sơ"),
        retention_years: 20,
    };
    let close = CloseCampaign {
        campaign: campaign(),
        explanations: Vec::new(),
    };
    vec![
        step(when, review_head(), close_selection()),
        step(when, campaign_manager(), close),
        step(when, campaign_manager(), close_campaign()),
        step(when, campaign_manager(), archive),
    ]
}
