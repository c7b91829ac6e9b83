//! Stories of a campaign whose issuing authority ends (E41).

use crate::{
    Event, Role, StreamKey,
    campaign::{self, CloseCampaignByReorganisation, TransferCampaign},
    nomination::{self, LapseReason},
    org::{DissolveUnit, EndAuthority},
    stories_kit::{
        Stage, acting, campaign, day, draft_collective, for_authority, given, officer, paper,
        review_head, system, unit,
    },
    stories_way::{beginning, both, c1, i1, issued, way},
};

const TO: &str = "Ủy ban nhân dân phường Hồng Quân";

fn transfer() -> TransferCampaign {
    TransferCampaign {
        campaign: campaign(),
        to: TO.into(),
        document: paper("Biên bản bàn giao"),
    }
}

fn close() -> CloseCampaignByReorganisation {
    CloseCampaignByReorganisation {
        campaign: campaign(),
        document: paper("Nghị quyết sắp xếp đơn vị hành chính"),
    }
}

fn on_campaign(event: campaign::Event) -> (StreamKey, Event) {
    (StreamKey::campaign(&campaign()), event.into())
}

fn transferred() -> (StreamKey, Event) {
    on_campaign(campaign::Event::CampaignTransferred {
        to: TO.into(),
        document: paper("Biên bản bàn giao"),
    })
}

fn lapsed(nomination: &crate::NominationId, reason_code: LapseReason) -> (StreamKey, Event) {
    let event = nomination::Event::NominationLapsed { reason_code };
    (StreamKey::nomination(nomination), event.into())
}

fn ending(on: &str) -> EndAuthority {
    EndAuthority {
        on: day(on),
        document: paper("Nghị quyết sắp xếp đơn vị hành chính"),
    }
}

/// The unit of C1 ends with the authority.
fn dissolved(stage: Stage) -> Stage {
    let dissolve = DissolveUnit {
        unit: unit("tai-chinh"),
        on: day("2025-06-30"),
        successors: Vec::new(),
        document: paper("Nghị quyết sắp xếp đơn vị hành chính"),
    };
    stage.then(&system(), dissolve)
}

/// E41.
#[test]
fn what_is_not_before_the_chairman_goes_to_the_authority_that_follows() {
    given(Stage::met())
        .when(&for_authority(), transfer())
        .then([
            transferred(),
            lapsed(&c1(), LapseReason::Transferred),
            lapsed(&i1(), LapseReason::Transferred),
        ]);
    given(dissolved(Stage::met()))
        .when(&for_authority(), transfer())
        .then([
            transferred(),
            lapsed(&c1(), LapseReason::UnitDissolved),
            lapsed(&i1(), LapseReason::Transferred),
        ]);
    given(Stage::met())
        .when(&review_head(), transfer())
        .then_refused("role_not_allowed");
}

/// E41.
#[test]
fn what_is_before_the_chairman_lapses_with_the_issuer() {
    let steps = way().into_iter();
    let steps = steps.take_while(|one| one.command.kind() != crate::CommandKind::DraftDecision);
    let approved = steps.fold(beginning(), |stage, step| {
        stage.at(step.at).then(&step.actor, step.command)
    });
    let effects = given(approved)
        .when(&for_authority(), transfer())
        .then_effects();
    for nomination in both() {
        let (stream, event) = lapsed(&nomination, LapseReason::IssuerEnded);
        assert!(effects.contains(&crate::Effect::new(stream, event)));
    }
}

/// E41, INV-30.
#[test]
fn after_the_end_nothing_is_handed_over_and_everything_lapses() {
    let over = || Stage::met().then(&system(), ending("2024-06-30"));
    given(over())
        .when(&for_authority(), transfer())
        .then_refused("issuer_over");
    given(over()).when(&for_authority(), close()).then([
        on_campaign(campaign::Event::CampaignClosedByReorganisation {
            document: paper("Nghị quyết sắp xếp đơn vị hành chính"),
        }),
        lapsed(&c1(), LapseReason::IssuerEnded),
        lapsed(&i1(), LapseReason::IssuerEnded),
    ]);
}

/// E41.
#[test]
fn a_reorganised_campaign_chooses_nobody_and_closes_once() {
    let closed = || Stage::met().then(&for_authority(), close());
    given(closed())
        .when(&officer("tu-phap"), draft_collective("tu-phap"))
        .then_refused("selection_closed");
    given(closed())
        .when(&for_authority(), transfer())
        .then_refused("selection_closed");
    given(issued().then(&for_authority(), close()))
        .when(&for_authority(), close())
        .then::<Event>([]);
}

/// E41.
#[test]
fn an_authority_ends_once_and_never_later_than_known() {
    let admin = acting("quan-tri", Role::Admin);
    let ended = given(Stage::office())
        .when(&admin, ending("2025-03-31"))
        .then_effects();
    assert_eq!(ended.len(), 1);
    given(Stage::office())
        .when(&system(), ending("2025-07-01"))
        .then_refused("authority_over");
    given(Stage::office().then(&system(), ending("2025-03-31")))
        .when(&system(), ending("2025-03-30"))
        .then_refused("authority_over");
    given(Stage::office())
        .when(&system(), ending("1900-01-01"))
        .then_refused("period_backwards");
}
