//! Stories of a campaign whose slots carry more submissions than there are slots (4.7).

use NomineeKind::Individual;

use crate::{
    FactStatus, NomineeKind, StreamKey,
    campaign::{GateRules, SetGateRules, Share},
    slot,
    stories_kit::{
        Stage, UNITS_WITH_RESULTS, allocate, approved, campaign, campaign_manager, determine,
        evidence_issuer, for_authority, gate_rules, given, good_result, import, launch, of_unit,
        officer, review_head, set_quota,
    },
    stories_way::{endorsed, i1, open_submission, set_list},
};

fn rules(part: u32, whole: u32) -> SetGateRules {
    SetGateRules {
        campaign: campaign(),
        rules: GateRules {
            overbook_ratio: Some(Share { part, whole }),
            ..gate_rules()
        },
    }
}

#[test]
fn a_ratio_carries_no_fewer_than_there_are_slots() {
    for (part, whole, is_sound) in [(3, 2, true), (1, 1, true), (2, 3, false), (1, 0, false)] {
        let asked = given(Stage::registered()).when(&for_authority(), rules(part, whole));
        if is_sound {
            assert_eq!(asked.then_effects().len(), 1);
        } else {
            asked.then_refused("rules_unsound");
        }
    }
}

/// INV-23.
#[test]
fn slots_carry_submissions_by_the_ratio_and_the_quota_stays_as_it_is() {
    let results = UNITS_WITH_RESULTS.map(|of| (of, good_result()));
    let stage = Stage::registered()
        .then(&for_authority(), rules(3, 2))
        .then(&for_authority(), set_quota(5, 10))
        .then(&for_authority(), launch())
        .at("2024-10-31T09:00")
        .then(&evidence_issuer(), import(results, FactStatus::Provisional))
        .then(&approved(&review_head()), determine(Individual));
    let manager = approved(&campaign_manager());
    let two = allocate(Individual, [(of_unit("van-phong"), 2)]);
    let effects = given(stage.clone()).when(&manager, two).then_effects();
    let granted = slot::Event::SlotsGranted {
        slots: 2,
        live_max: Some(3),
    };
    assert_eq!(effects[1].event, granted.into());
    given(stage)
        .when(&manager, allocate(Individual, [(of_unit("van-phong"), 11)]))
        .then_refused("quota_exceeded");
}

/// INV-23.
#[test]
fn a_letter_lists_as_many_as_the_slots_carry() {
    let office = "van-phong";
    let numbers = [3, 4].map(crate::stories_kit::nomination);
    let granted = slot::Event::SlotsGranted {
        slots: 1,
        live_max: Some(2),
    };
    let slots = StreamKey::slot(&campaign(), Individual, &of_unit(office));
    let stage = numbers
        .iter()
        .fold(endorsed(), |stage, id| {
            stage.nominated(id, office, Individual)
        })
        .with(&campaign_manager(), [(slots, granted)])
        .then(&officer(office), open_submission(office));
    let [third, fourth] = numbers;
    let two = set_list(office, vec![i1(), third.clone()]);
    let asked = given(stage.clone()).when(&officer(office), two);
    assert_eq!(asked.then_effects().len(), 1);
    given(stage)
        .when(
            &officer(office),
            set_list(office, vec![i1(), third, fourth]),
        )
        .then_refused("no_free_slot");
}
