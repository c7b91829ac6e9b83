//! How far the sequences came.

use std::cell::Cell;

use crate::{Event, campaign, decision, nomination, payout, stories_kit::Stage};

/// A count, and what makes a sequence one of it.
type Reach<'c> = (&'c Cell<u32>, fn(&Event) -> bool);

/// How many sequences there were, and how many of them reached each stage.
#[derive(Default)]
pub(super) struct Coverage {
    sequences: Cell<u32>,
    signed: Cell<u32>,
    issued: Cell<u32>,
    paid: Cell<u32>,
    revoked: Cell<u32>,
    closed: Cell<u32>,
}

impl Coverage {
    /// A sequence has ended like this.
    pub(super) fn count(&self, stage: &Stage) {
        let reached: [Reach<'_>; 6] = [
            (&self.sequences, |_| true),
            (&self.signed, |event| {
                matches!(
                    event,
                    Event::Decision(decision::Event::DecisionSigned { .. })
                )
            }),
            (&self.issued, |event| {
                matches!(
                    event,
                    Event::Decision(decision::Event::DecisionIssued { .. })
                )
            }),
            (&self.paid, |event| {
                matches!(event, Event::Payout(payout::Event::PrizePaid { .. }))
            }),
            (&self.revoked, |event| {
                matches!(
                    event,
                    Event::Nomination(nomination::Event::AwardRevoked { .. })
                )
            }),
            (&self.closed, |event| {
                matches!(
                    event,
                    Event::Campaign(campaign::Event::CampaignClosed { .. })
                )
            }),
        ];
        for (cell, is_it) in reached {
            let mut events = stage.history().iter().map(|(_, effect)| &effect.event);
            if events.any(is_it) {
                cell.set(cell.get() + 1);
            }
        }
    }

    /// The table, with what the run began from.
    pub(super) fn table(&self, property: &str, seed: u64) -> String {
        let Self {
            sequences,
            signed,
            issued,
            paid,
            revoked,
            closed,
        } = self;
        format!(
            "{property}: seed {seed}\n\
             sequences          {:>9}\n\
             signature          {:>9}\n\
             issue              {:>9}\n\
             prize paid         {:>9}\n\
             award revoked      {:>9}\n\
             campaign closed    {:>9}",
            sequences.get(),
            signed.get(),
            issued.get(),
            paid.get(),
            revoked.get(),
            closed.get(),
        )
    }

    /// Whether some sequence came to the very end, by every stage before it.
    pub(super) fn is_complete(&self) -> bool {
        [
            &self.signed,
            &self.issued,
            &self.paid,
            &self.revoked,
            &self.closed,
        ]
        .iter()
        .all(|cell| cell.get() > 0)
    }
}
