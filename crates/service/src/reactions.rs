//! What follows by itself from what is recorded.
//!
//! The issue of a decision opens certificate and prize of everybody whom it awards, and closes what is
//! open for those whom it revokes: each by a command of the program, carried out by the desk.

use std::{sync::Arc, time::Duration};

use crate::wiring::Rooms;
use khen_domain::{
    CampaignId, Command, DecisionId, Event,
    award_files::{CloseRevokedAwards, OpenAwardFiles},
    decision,
};
use khen_projections::Fact;
use khen_workers::{Follower, FollowerParts, Reaction, ReactionParts, ReactionSink};

/// All of them; their names are for ever.
const REACTIONS: [Reaction; 2] = [
    Reaction {
        name: "open_award_files",
        react: |fact| {
            let decision = issued(fact)?;
            Some(Command::from(OpenAwardFiles { decision }))
        },
    },
    Reaction {
        name: "close_revoked_awards",
        react: |fact| {
            let decision = issued(fact)?;
            Some(Command::from(CloseRevokedAwards { decision }))
        },
    },
];

/// The decision whose issue this is.
fn issued(fact: &Fact) -> Option<DecisionId> {
    let Event::Decision(decision::Event::DecisionIssued { .. }) = fact.event else {
        return None;
    };
    let (campaign, number) = fact.stream.key().rsplit_once('-')?;
    Some(DecisionId {
        campaign: CampaignId::parse(campaign).ok()?,
        number: number.parse().ok()?,
    })
}

/// One follower for each.
pub(crate) fn followers(rooms: &Rooms, poll: Duration) -> impl Iterator<Item = Follower> {
    REACTIONS.into_iter().map(move |reaction| {
        let parts = ReactionParts {
            desk: Arc::clone(&rooms.desk),
            feed: Arc::clone(&rooms.feed),
            cursors: Arc::clone(&rooms.cursors),
        };
        Follower::new(FollowerParts {
            feed: Arc::clone(&rooms.feed),
            bell: Arc::clone(&rooms.bell),
            sink: Arc::new(ReactionSink::new(reaction, parts)),
            clock: Arc::clone(&rooms.clock),
            poll,
        })
    })
}
