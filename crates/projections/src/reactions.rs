//! What follows from an event by itself: commands of the system.

use crate::Fact;
use khen_domain::{
    CampaignId, Command, DecisionId, Event, StreamKey,
    award_files::{CASES_AT_ONCE, CloseRevokedAwards, OpenAwardFiles},
    decision::{self, DecisionKind},
};

/// Certificates and prizes are opened when a decision that grants is issued.
#[must_use]
pub fn open_award_files(fact: &Fact) -> Vec<Command> {
    in_slices(fact, DecisionKind::grants, |decision, from| {
        OpenAwardFiles { decision, from }.into()
    })
}

/// What is open for an award is closed, and recovered, when a decision that revokes it is issued.
#[must_use]
pub fn close_revoked_awards(fact: &Fact) -> Vec<Command> {
    in_slices(fact, DecisionKind::revokes, |decision, from| {
        CloseRevokedAwards { decision, from }.into()
    })
}

/// The decision that a stream is: its key is its campaign and a number.
fn decision_of(stream: &StreamKey) -> Option<DecisionId> {
    let (campaign, number) = stream.key().rsplit_once('-')?;
    Some(DecisionId {
        campaign: CampaignId::parse(campaign).ok()?,
        number: number.parse().ok()?,
    })
}

/// One command for every so many cases of an issued decision of this kind.
fn in_slices(
    fact: &Fact,
    is_meant: fn(DecisionKind) -> bool,
    command: impl Fn(DecisionId, u32) -> Command,
) -> Vec<Command> {
    let Event::Decision(decision::Event::DecisionIssued { kind, cases, .. }) = &fact.event else {
        return Vec::new();
    };
    let Some(decision) = decision_of(&fact.stream).filter(|_| is_meant(*kind)) else {
        return Vec::new();
    };
    let places = (0..*cases).step_by(CASES_AT_ONCE as usize);
    places.map(|from| command(decision.clone(), from)).collect()
}
