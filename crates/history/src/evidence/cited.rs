//! Which streams a case rests on.

use std::collections::BTreeSet;

use super::Recorded;
use crate::{Entry, History, HistoryError};
use khen_codec::stream_name;
use khen_domain::{NominationId, Role, StreamKey, StreamKind};
use khen_eventlog::{LedgerId, Position, Version, limits::PAGE_EVENT_COUNT_MAX};

impl History {
    /// The events of a stream below `size`, in order; each page is a short read of its own.
    pub(super) async fn recorded(
        &self,
        ledger: &LedgerId,
        stream: &StreamKey,
        size: Position,
    ) -> Result<Vec<Recorded>, HistoryError> {
        let name = stream_name(stream);
        let mut recorded: Vec<Recorded> = Vec::new();
        loop {
            let after = recorded
                .last()
                .map_or(Version::NONE, |one| one.record.version);
            let limit = PAGE_EVENT_COUNT_MAX;
            let page = self.store.read_stream(ledger, &name, after, limit).await?;
            let is_last = page.len() < limit;
            for record in page {
                if record.position >= size {
                    return Ok(recorded);
                }
                let entry = Entry::read(&record)?;
                recorded.push(Recorded { record, entry });
            }
            if is_last {
                return Ok(recorded);
            }
        }
    }

    /// What the acts of the case read and wrote beside it, whatever follows its award, and the
    /// assignments of those who acted.
    pub(super) async fn cited(
        &self,
        ledger: &LedgerId,
        nomination: &NominationId,
        own: &[Recorded],
    ) -> Result<BTreeSet<StreamKey>, HistoryError> {
        let mut named = BTreeSet::from([
            StreamKey::certificate(nomination),
            StreamKey::payout(nomination),
        ]);
        let commands: BTreeSet<_> = own.iter().map(|one| one.entry.command).collect();
        for command in commands {
            for record in self.store.read_command(ledger, command).await? {
                let entry = Entry::read(&record)?;
                let read = entry.decoded.read.iter();
                named.extend(read.filter_map(|one| StreamKey::parse(&one.stream)));
                named.insert(entry.stream);
            }
        }
        named.retain(|stream| is_cited(stream.kind()));
        for one in own {
            let actor = one.entry.actor();
            // What a nominee holds would tie the case to the person for ever.
            if actor.role != Role::Nominee {
                let acting = [Some(&actor.assignment), actor.on_behalf_of.as_ref()];
                named.extend(acting.into_iter().flatten().map(StreamKey::assignment));
            }
        }
        Ok(named)
    }
}

/// Whether streams of this kind go with a case that cites them. Others are about persons, whom a
/// bundle must not tie to a case, about other cases, or tell nothing of why a case was decided.
fn is_cited(kind: StreamKind) -> bool {
    match kind {
        StreamKind::LegalBasis
        | StreamKind::Campaign
        | StreamKind::Quota
        | StreamKind::UnitSession
        | StreamKind::Submission
        | StreamKind::CouncilSession
        | StreamKind::Presentation
        | StreamKind::Decision
        | StreamKind::Complaint
        | StreamKind::Certificate
        | StreamKind::Payout => true,
        StreamKind::Org
        | StreamKind::Slot
        | StreamKind::Claim
        | StreamKind::Codes
        | StreamKind::Fact
        | StreamKind::Hold
        | StreamKind::Nomination
        | StreamKind::NumberRegister
        | StreamKind::Feedback
        | StreamKind::Timer
        | StreamKind::Fund
        | StreamKind::Publicity
        | StreamKind::Conference
        | StreamKind::Privacy => false,
    }
}
