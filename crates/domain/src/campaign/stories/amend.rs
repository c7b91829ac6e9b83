//! Stories of the plan amended.

use crate::{
    CampaignId, FeedbackId, InstrumentId, StreamKey,
    campaign::{AmendPlan, Event, Plan},
    feedback::{FeedbackTopic, FileFeedback},
    stories_kit::{Stage, campaign, for_authority, given, head, paper, plan, sealed, unit},
};

fn stage() -> Stage {
    Stage::launched().at("2024-11-05T09:00")
}

fn amend(plan: Plan) -> AmendPlan {
    AmendPlan {
        campaign: campaign(),
        plan: Box::new(plan),
        document: paper("Kế hoạch sửa đổi"),
        feedback: None,
        criteria: None,
    }
}

fn reworded() -> Plan {
    Plan {
        preference: "Chú trọng tập thể, cá nhân trực tiếp tham mưu".into(),
        ..plan()
    }
}

fn ticket(campaign: CampaignId) -> FeedbackId {
    FeedbackId::new(campaign, unit("tan-khai"), 1)
}

#[test]
fn the_words_of_a_plan_are_amended_by_an_act_after_the_launch() {
    let event = Event::PlanAmended {
        plan: Box::new(reworded()),
        document: paper("Kế hoạch sửa đổi"),
        feedback: None,
        reviewed_cases: None,
    };
    given(stage())
        .when(&for_authority(), amend(reworded()))
        .then([(StreamKey::campaign(&campaign()), event)]);
    given(Stage::registered())
        .when(&for_authority(), amend(reworded()))
        .then_refused("campaign_absent");
    given(stage())
        .when(&for_authority(), amend(plan()))
        .then_nothing_happens();
    let actless = AmendPlan {
        document: paper(" "),
        ..amend(reworded())
    };
    given(stage())
        .when(&for_authority(), actless)
        .then_refused("campaign_paper_untitled");
}

#[test]
fn what_running_cases_rest_on_is_not_amended() {
    let instrument = InstrumentId::parse("khac").unwrap();
    for changed in [
        Plan {
            year: 2025,
            ..plan()
        },
        Plan {
            issuer: "UBND xã Ví Dụ".into(),
            ..plan()
        },
        Plan {
            award_form: "Bằng khen".into(),
            ..plan()
        },
        Plan {
            regimes: vec![instrument.clone()],
            ..plan()
        },
        Plan {
            base_wage: instrument,
            ..plan()
        },
        Plan {
            decision_symbol: "QĐ-CT".into(),
            ..plan()
        },
    ] {
        given(stage())
            .when(&for_authority(), amend(changed))
            .then_refused("plan_part_fixed");
    }
}

#[test]
fn the_feedback_that_led_to_it_was_filed_in_this_campaign() {
    let because_of = |feedback| AmendPlan {
        feedback: Some(feedback),
        ..amend(reworded())
    };
    given(stage())
        .when(&for_authority(), because_of(ticket(campaign())))
        .then_refused("feedback_absent");
    let elsewhere = CampaignId::parse("KHAC-2024").unwrap();
    given(stage())
        .when(&for_authority(), because_of(ticket(elsewhere)))
        .then_refused("feedback_elsewhere");
    let file = FileFeedback {
        feedback: ticket(campaign()),
        topic: FeedbackTopic::Criteria,
        text: sealed("Mô hình mới có cần văn bản công nhận không?"),
        attachments: Vec::new(),
    };
    let effects = given(stage().then(&head("tan-khai"), file))
        .when(&for_authority(), because_of(ticket(campaign())));
    assert_eq!(effects.then_effects().len(), 1);
}
