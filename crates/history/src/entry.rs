//! One event of a ledger, understood.

use jiff::Timestamp;

use crate::HistoryError;
use khen_codec::{Decoded, stream_key};
use khen_domain::{
    Actor, CampaignId, Event, Moment, NominationId, SealOwner, StreamKey, StreamKind,
};
use khen_eventlog::{CommandId, EventId, EventType, Position, RecordedEvent, Version};

/// One event of a ledger, understood: what whoever examines the ledger reads.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Place in the ledger.
    pub position: Position,
    /// The stream.
    pub stream: StreamKey,
    /// Place in the stream.
    pub version: Version,
    /// Unique id.
    pub id: EventId,
    /// Type, version of the schema included.
    pub event_type: EventType,
    /// When it was recorded.
    pub recorded_at: Timestamp,
    /// The command that caused it.
    pub command: CommandId,
    /// The request it came with.
    pub correlation: String,
    /// What happened, who acted and what was read.
    pub decoded: Decoded,
    /// Whose keys its personal values are under.
    pub sealed_under: Vec<SealOwner>,
}

/// The stream of an event is of a kind that this release does not know.
#[derive(Debug, thiserror::Error)]
#[error("the event at position {0} stands in a stream of an unknown kind")]
struct UnknownStream(Position);

impl Entry {
    /// Reads a recorded event.
    ///
    /// # Errors
    /// [`HistoryError::NotUnderstood`].
    pub fn read(record: &RecordedEvent) -> Result<Self, HistoryError> {
        let decoded = khen_codec::read(record).map_err(HistoryError::not_understood)?;
        let stream = stream_key(&record.stream)
            .ok_or_else(|| HistoryError::not_understood(UnknownStream(record.position)))?;
        Ok(Self {
            position: record.position,
            stream,
            version: record.version,
            id: record.id,
            event_type: record.event_type.clone(),
            recorded_at: record.recorded_at,
            command: record.command,
            correlation: record.correlation.clone(),
            sealed_under: sealed_under(record, &decoded)?,
            decoded,
        })
    }

    /// What happened.
    #[must_use]
    pub fn event(&self) -> &Event {
        &self.decoded.event
    }

    /// Who acted.
    #[must_use]
    pub fn actor(&self) -> &Actor {
        &self.decoded.origin.actor
    }

    /// When it happened.
    #[must_use]
    pub fn occurred_at(&self) -> Moment {
        self.decoded.origin.occurred_at
    }

    /// When it was recorded, as the domain tells time.
    #[must_use]
    pub fn recorded(&self) -> Moment {
        Moment::new(self.recorded_at)
    }

    /// The campaign that the stream belongs to, where its name says so.
    #[must_use]
    pub fn campaign(&self) -> Option<CampaignId> {
        campaign_of(&self.stream)
    }
}

/// Looking for the member first spares every other event a second reading.
fn sealed_under(record: &RecordedEvent, decoded: &Decoded) -> Result<Vec<SealOwner>, HistoryError> {
    let text = std::str::from_utf8(&record.data).unwrap_or_default();
    if !text.contains("\"box\":") {
        return Ok(Vec::new());
    }
    let sealed = khen_codec::sealed_values(&decoded.event).map_err(HistoryError::not_understood)?;
    Ok(sealed.into_iter().map(|value| value.owner).collect())
}

/// The campaign in the name of a stream.
pub(crate) fn campaign_of(stream: &StreamKey) -> Option<CampaignId> {
    let key = stream.key();
    let name = match stream.kind() {
        StreamKind::Campaign | StreamKind::Quota | StreamKind::Timer => key,
        StreamKind::Slot
        | StreamKind::Claim
        | StreamKind::Codes
        | StreamKind::UnitSession
        | StreamKind::Submission
        | StreamKind::Feedback => key.split('/').next()?,
        StreamKind::CouncilSession
        | StreamKind::Presentation
        | StreamKind::Decision
        | StreamKind::Complaint
        | StreamKind::Publicity
        | StreamKind::Conference => key.rsplit_once('-')?.0,
        StreamKind::Nomination | StreamKind::Certificate | StreamKind::Payout => {
            return NominationId::parse(key)
                .ok()
                .map(|id| id.campaign().clone());
        }
        StreamKind::Org
        | StreamKind::LegalBasis
        | StreamKind::Fact
        | StreamKind::Hold
        | StreamKind::NumberRegister
        | StreamKind::Fund
        | StreamKind::Privacy => return None,
    };
    CampaignId::parse(name).ok()
}
