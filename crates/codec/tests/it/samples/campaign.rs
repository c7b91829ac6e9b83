//! The campaign, its quota, slots, claims and codes.

use super::{around::feedback, office::paper};
use khen_domain::{
    CriterionCode, DocumentKind, Event, FactStatus, Finding, NomineeKind, NomineeRef, StreamKey,
    campaign::{
        Event as Campaign, Explanation, ExtensionCause, NotHandedOver, OfficeTasks, Plan,
        ReviewedCases, UnclearSituation,
    },
    claim, codes,
    fact::Tasks,
    quota::{
        Eligibility, EligibilityFacts, EligibilityReason, Event as Quota, ReleasedBecause,
        SlotHolder,
    },
    slot::{Event as Slot, FreedBecause},
    stories_kit::{campaign, criteria, day, document, gate_rules, moment, nomination, plan, unit},
};

pub(crate) fn events() -> Vec<(StreamKey, Event)> {
    [launch(), quota(), slots(), claims_and_codes()].concat()
}

fn launch() -> Vec<(StreamKey, Event)> {
    let all = [
        Campaign::PlanRegistered {
            campaign: campaign(),
            plan: Box::new(whole_plan()),
        },
        Campaign::CriteriaVersionPublished {
            version: 1,
            criteria: criteria(),
        },
        Campaign::GateRulesSet {
            rules: gate_rules(),
        },
        Campaign::CampaignLaunched {
            date: day("2024-03-15"),
        },
        Campaign::DeadlineAnnounced {
            due: moment("2024-11-29T17:00"),
        },
        Campaign::DeadlineExtended {
            due: moment("2024-12-02T17:00"),
            cause: ExtensionCause::Outage,
            reason: "Hệ thống gián đoạn".into(),
        },
        Campaign::PlanAmended {
            plan: Box::new(whole_plan()),
            document: paper(),
            feedback: Some(feedback()),
            reviewed_cases: Some(ReviewedCases::Reassess),
        },
        Campaign::CriterionInterpreted {
            number: 1,
            criterion: CriterionCode::parse("C5").unwrap(),
            situation: UnclearSituation::NoPriorScore,
            finding: Finding::Met,
            reason: "Đơn vị mới thành lập".into(),
            document: paper(),
        },
        Campaign::RolloutConfirmed {
            unit: unit("tu-phap"),
        },
        Campaign::ReminderRecorded {
            date: day("2024-05-10"),
            units: vec![unit("tu-phap")],
            document: paper(),
        },
        Campaign::InspectionRecorded {
            date: day("2024-06-28"),
            units: vec![unit("tu-phap")],
            minutes: Some(document(DocumentKind::Minutes, 13)),
        },
        Campaign::SelectionClosed {},
        Campaign::CampaignClosed {
            explanations: vec![Explanation {
                nomination: nomination(2),
                reason_code: NotHandedOver::NotCollected,
            }],
        },
        Campaign::CampaignTransferred {
            to: "Ủy ban nhân dân phường Hồng Quân".into(),
            document: paper(),
        },
        Campaign::CampaignClosedByReorganisation { document: paper() },
        Campaign::ArchiveTransferred {
            document: paper(),
            retention_years: 20,
        },
    ];
    let stream = StreamKey::campaign(&campaign());
    all.map(|event| (stream.clone(), event.into())).into()
}

/// A plan that has something under every heading.
fn whole_plan() -> Plan {
    let tasks = OfficeTasks {
        office: "Phòng Nội vụ".into(),
        tasks: vec!["Tham mưu xét khen thưởng".into()],
    };
    Plan {
        document: paper(),
        legal_bases: vec![paper()],
        purposes: vec!["Nâng cao chất lượng phục vụ".into()],
        requirements: vec!["Công khai, công bằng".into()],
        contents: vec!["Hoàn thành nhiệm vụ cải cách hành chính".into()],
        scope: vec!["Các cơ quan chuyên môn".into()],
        preference: "Chú trọng cơ sở".into(),
        dossier_parts: vec!["Tờ trình".into(), "Báo cáo thành tích".into()],
        fund: "Quỹ thi đua, khen thưởng".into(),
        organisation: vec![tasks],
        recipients: vec!["Các đơn vị".into()],
        ..plan()
    }
}

#[expect(clippy::too_many_lines, reason = "a list: one sample per event")]
fn quota() -> Vec<(StreamKey, Event)> {
    let eligibility = |of, is_eligible, reason_code| Eligibility {
        unit: unit(of),
        is_eligible,
        reason_code,
        facts: is_eligible.then(figures),
    };
    let all = [
        Quota::QuotaSet {
            collective: 5,
            individual: 10,
        },
        Quota::EligibleUnitsDetermined {
            kind: NomineeKind::Collective,
            units: vec![
                eligibility("tu-phap", true, EligibilityReason::Eligible),
                eligibility("noi-vu", false, EligibilityReason::ScoreNotHigher),
            ],
        },
        Quota::QuotaAllocated {
            kind: NomineeKind::Individual,
            to: SlotHolder::Unit(unit("tu-phap")),
            slots: 2,
            reason: "Theo kết quả cải cách hành chính".into(),
        },
        Quota::QuotaReallocated {
            reallocation: 1,
            kind: NomineeKind::Individual,
            from: Some(SlotHolder::Unit(unit("tu-phap"))),
            to: Some(SlotHolder::Unit(unit("tan-khai"))),
            slots: 1,
            reason: "Đơn vị không sử dụng hết".into(),
        },
        Quota::QuotaChanged {
            change: 1,
            collective: 5,
            individual: 8,
            reason: "Điều chỉnh theo kế hoạch".into(),
            document: paper(),
        },
        Quota::QuotaRestored {
            kind: NomineeKind::Individual,
            nomination: nomination(7),
            document: paper(),
        },
        Quota::CouncilRanked {
            kind: NomineeKind::Individual,
            ranking: vec![nomination(7), nomination(3)],
        },
        Quota::PlaceReleased {
            kind: NomineeKind::Individual,
            nomination: nomination(7),
            reason_code: ReleasedBecause::ApprovalWithdrawn,
        },
        Quota::ConsumptionVoided {
            kind: NomineeKind::Individual,
            nomination: nomination(7),
        },
        Quota::PlaceApproved {
            kind: NomineeKind::Individual,
            nomination: nomination(7),
            limit: 10,
            used_before: 4,
        },
        Quota::PlaceConsumed {
            kind: NomineeKind::Individual,
            nomination: nomination(7),
            limit: 10,
            used_before: 4,
        },
    ];
    let stream = StreamKey::quota(&campaign());
    all.map(|event| (stream.clone(), event.into())).into()
}

fn figures() -> EligibilityFacts {
    let all = Tasks {
        done: 20,
        total: 20,
    };
    EligibilityFacts {
        planned: all,
        committed: all,
        score_bp: Some(9_100),
        prior_score_bp: Some(8_900),
        status: FactStatus::Provisional,
    }
}

fn slots() -> Vec<(StreamKey, Event)> {
    let all = [
        Slot::SlotsGranted {
            slots: 2,
            live_max: Some(3),
        },
        Slot::SlotsReturned {
            slots: 1,
            live_max: Some(3),
        },
        Slot::NomineesRanked {
            ranking: vec![nomination(7), nomination(9)],
        },
        Slot::SlotTaken {
            nomination: nomination(7),
        },
        Slot::SlotFreed {
            nomination: nomination(7),
            reason_code: FreedBecause::CouncilRejected,
        },
        Slot::GroupRanked {
            ranking: vec![nomination(9), nomination(7)],
        },
    ];
    let holder = SlotHolder::Unit(unit("tu-phap"));
    let stream = StreamKey::slot(&campaign(), NomineeKind::Individual, &holder);
    all.map(|event| (stream.clone(), event.into())).into()
}

fn claims_and_codes() -> Vec<(StreamKey, Event)> {
    let nominee = NomineeRef::parse("9f2c6e0d5a1b4c7388aa01be77d0c4f2").unwrap();
    let claimed = claim::Event::NomineeClaimed {
        nomination: nomination(7),
    };
    let given = codes::Event::CodeGiven { serial: 7 };
    vec![
        (StreamKey::claim(&campaign(), &nominee), claimed.into()),
        (StreamKey::nomination_codes(&campaign()), given.into()),
    ]
}
