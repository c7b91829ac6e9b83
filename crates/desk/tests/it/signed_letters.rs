//! A season in which a group has signed more letters than it has slots.
//!
//! The rules endorse no more collectives of a group than it has slots. So they tell the season while
//! there is a slot for each, and then slots are taken away behind their back: what is left to hold
//! the line is the stream of the slots alone.

use khen_domain::{
    CouncilSessionId, DocumentKind, Effect, FactStatus, NomineeKind, Origin, StreamKey,
    campaign::{AnnounceDeadline, LaunchCampaign},
    nomination,
    presentation::{self, PresentedItem},
    quota::{self, DetermineEligibleUnits},
    slot,
    stories_kit::{
        Stage, allocate, approved, campaign, campaign_manager, day, document, evidence_issuer,
        for_authority, good_result, group, import, moment, rank, review_head, set_quota,
    },
};

use crate::signer::{GROUP, Signer, Step};

/// What has happened when all letters are signed and `slots` are left; dossiers are due on
/// 29 November 2024.
pub(crate) fn signed_letters(signers: &[Signer], slots: u32) -> Vec<(Origin, Effect)> {
    let returned = slot::Event::SlotsReturned {
        slots,
        live_max: None,
    };
    let stage = endorsed(signers).at("2024-11-26T09:00");
    let stage = each(stage, signers, Signer::signed)
        .with(&campaign_manager(), [(shared_slots(), returned)]);
    stage.history().to_vec()
}

/// What has happened when each collective lies before the Chairman alone, and `places` are left.
pub(crate) fn presented(signers: &[Signer], places: u32) -> Vec<(Origin, Effect)> {
    let lowered = quota::Event::QuotaSet {
        collective: places,
        individual: 10,
    };
    let stage = endorsed(signers).at("2024-12-24T09:00");
    let stage = signers.iter().fold(stage, |stage, signer| {
        let presentation = signer.presentation();
        let presented = presentation::Event::PresentedToChairman {
            presentation: presentation.clone(),
            session: CouncilSessionId {
                campaign: campaign(),
                number: 1,
            },
            nominations: vec![PresentedItem {
                nomination: signer.nomination(),
                kind: NomineeKind::Collective,
            }],
            letter: document(DocumentKind::PresentationLetter, 0x41),
        };
        let checked = presentation::Event::PresentationChecked {};
        let stream = StreamKey::presentation(&presentation);
        let case = nomination::Event::PresentedToChairman { presentation };
        stage
            .with(
                &review_head(),
                [presented, checked].map(|event| (stream.clone(), event)),
            )
            .with(
                &review_head(),
                [(StreamKey::nomination(&signer.nomination()), case)],
            )
    });
    let quota = StreamKey::quota(&campaign());
    let stage = stage.with(&campaign_manager(), [(quota, lowered)]);
    stage.history().to_vec()
}

/// The slots that all of them share.
pub(crate) fn shared_slots() -> StreamKey {
    StreamKey::slot(&campaign(), NomineeKind::Collective, &group(GROUP))
}

fn endorsed(signers: &[Signer]) -> Stage {
    let announce = AnnounceDeadline {
        campaign: campaign(),
        due: moment("2024-11-29T17:00"),
    };
    let ranking = signers.iter().map(|one| one.serial);
    let stage = allocated(signers).at("2024-11-05T09:00");
    let stage = each(stage, signers, Signer::proposed).at("2024-11-19T16:00");
    each(stage, signers, Signer::met)
        .then(&approved(&review_head()), rank(GROUP, ranking))
        .then(&review_head(), announce)
}

/// A slot for each.
fn allocated(signers: &[Signer]) -> Stage {
    let (kind, slots) = (NomineeKind::Collective, count(signers));
    let units = signers.iter().map(|one| one.unit.clone());
    let results = signers.iter().map(|one| (one.unit.as_str(), good_result()));
    let determine = DetermineEligibleUnits {
        campaign: campaign(),
        kind,
        units: units.collect(),
    };
    let allocate = allocate(kind, [(group(GROUP), slots)]);
    each(launched(slots), signers, Signer::established)
        .at("2024-10-31T09:00")
        .then(&evidence_issuer(), import(results, FactStatus::Final))
        .then(&approved(&review_head()), determine)
        .then(&approved(&campaign_manager()), allocate)
}

fn launched(quota: u32) -> Stage {
    let launch = LaunchCampaign {
        campaign: campaign(),
        date: day("2024-03-15"),
    };
    Stage::registered()
        .then(&for_authority(), set_quota(quota, 10))
        .then(&for_authority(), launch)
}

fn each(stage: Stage, signers: &[Signer], steps: impl Fn(&Signer) -> Vec<Step>) -> Stage {
    let steps = signers.iter().flat_map(steps);
    steps.fold(stage, |stage, (actor, command)| stage.then(&actor, command))
}

fn count(signers: &[Signer]) -> u32 {
    u32::try_from(signers.len()).unwrap()
}
