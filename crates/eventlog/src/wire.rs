//! Events as they arrive from elsewhere, taken apart again.
//!
//! What is received is outside: parsing rebuilds the leaf from the members that arrived and holds the
//! data against its hash, so that whoever holds a [`WireEvent`] needs to compare only the leaf with a
//! tree. Members that are not known are passed over.

use base64::{Engine, engine::general_purpose::STANDARD};
use jiff::Timestamp;
use serde_json::{Map, Value};
use thiserror::Error;

use crate::{
    CanonicalError, CommandId, EventId, EventType, LeafError, Payload, Position, RecordedEvent,
    StreamName, Version, canonical, class::event_class, data_hash, data_schema,
    limits::LEAF_BYTES_MAX, parse_wire_time,
};

/// What the leaf holds (the envelope without what follows from the leaf by itself).
const LEAF_MEMBERS: [&str; 14] = [
    "authid",
    "causationid",
    "correlationid",
    "datahash",
    "dataschema",
    "id",
    "recordedtime",
    "sequence",
    "source",
    "specversion",
    "subject",
    "subjectversion",
    "time",
    "type",
];
/// Digits of a `sequence`, leading zeros included.
const SEQUENCE_DIGITS: usize = 20;

/// An event as it was received. Holding one means that all members are in their only form and that the
/// data, if it came, is what its hash says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WireEvent {
    /// Place in the ledger (`sequence`).
    pub position: Position,
    /// The ledger's fixed source.
    pub source: String,
    /// Stream it belongs to (`subject`).
    pub stream: StreamName,
    /// Place in the stream (`subjectversion`).
    pub version: Version,
    /// Type, version of the schema included.
    pub event_type: EventType,
    /// Time of recording (`recordedtime`).
    pub recorded_at: Timestamp,
    /// What the tree of the log hashes.
    pub leaf: Vec<u8>,
    /// The data, or why it is not there.
    pub payload: WirePayload,
}

/// The data of a received event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WirePayload {
    /// The canonical bytes of the data; their salted hash is the event's.
    Whole(Vec<u8>),
    /// The reader's profile has no right to it.
    Withheld,
    /// The reader has asked for none.
    NotAsked,
}

/// What was received is not an event of a ledger. No text of the event is repeated here.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum WireEventError {
    /// It is not a JSON object.
    #[error("an event is a JSON object")]
    NoObject,
    /// A member is missing or has another form than the one that the wire knows.
    #[error("the member `{member}` is missing or not in its form")]
    Member {
        /// The first such member.
        member: &'static str,
    },
    /// A member outside the leaf says something else than what follows from the leaf.
    #[error("the member `{member}` does not follow from the type of the event")]
    Contradiction {
        /// The first such member.
        member: &'static str,
    },
    /// The data is not what its hash says: somebody changed it.
    #[error("the data is not what `datahash` says")]
    OtherData,
    /// The data or the leaf has no canonical form.
    #[error("the event has no canonical form")]
    Canonical(#[from] CanonicalError),
    /// The leaf is longer than a log takes.
    #[error("the event has no leaf")]
    Leaf(#[from] LeafError),
}

impl WireEvent {
    /// Reads one CloudEvents JSON object.
    ///
    /// # Errors
    /// [`WireEventError`] says which rule of the wire it breaks.
    pub fn parse(text: &[u8]) -> Result<Self, WireEventError> {
        let value = serde_json::from_slice(text).map_err(|_| WireEventError::NoObject)?;
        let Value::Object(members) = value else {
            return Err(WireEventError::NoObject);
        };
        let members = Members(members);
        let event_type = members.parsed("type", |text| EventType::parse(text).ok())?;
        let source = members.text("source")?.to_owned();
        members.follows("dataschema", &data_schema(&source, &event_type))?;
        members.follows("specversion", "1.0")?;
        members.follows("datacontenttype", "application/json")?;
        let class = event_class(&event_type);
        members.follows("authtype", class.auth_type)?;
        members.follows("dataclassification", class.data_classification)?;
        members.parsed("time", |text| parse_wire_time(text).ok())?;
        Ok(Self {
            position: members.parsed("sequence", sequence)?,
            stream: members.parsed("subject", |text| StreamName::parse(text).ok())?,
            version: members.parsed("subjectversion", version)?,
            recorded_at: members.parsed("recordedtime", |text| parse_wire_time(text).ok())?,
            leaf: members.leaf()?,
            payload: members.payload()?,
            event_type,
            source,
        })
    }
}

impl RecordedEvent {
    /// The event as its ledger recorded it, out of one CloudEvents JSON object; `None` where the data did
    /// not come with it.
    ///
    /// # Errors
    /// [`WireEventError`] says which rule of the wire it breaks.
    pub fn from_wire(text: &[u8]) -> Result<Option<Self>, WireEventError> {
        let event = WireEvent::parse(text)?;
        let WirePayload::Whole(data) = event.payload else {
            return Ok(None);
        };
        let members = serde_json::from_slice(text).map_err(|_| WireEventError::NoObject)?;
        let members = Members(members);
        let salt = members.salt()?;
        Ok(Some(Self {
            position: event.position,
            stream: event.stream,
            version: event.version,
            id: members.parsed("id", |text| EventId::parse(text).ok())?,
            event_type: event.event_type,
            occurred_at: members.parsed("time", |text| parse_wire_time(text).ok())?,
            recorded_at: event.recorded_at,
            assignment: members.text("authid")?.to_owned(),
            command: members.parsed("causationid", |text| CommandId::parse(text).ok())?,
            correlation: members.text("correlationid")?.to_owned(),
            salt,
            data_hash: data_hash(&salt, &data),
            data,
        }))
    }
}

/// The members of an event.
struct Members(Map<String, Value>);

impl Members {
    fn text(&self, member: &'static str) -> Result<&str, WireEventError> {
        let text = self.0.get(member).and_then(Value::as_str);
        text.ok_or(WireEventError::Member { member })
    }

    fn parsed<T>(
        &self,
        member: &'static str,
        parse: impl FnOnce(&str) -> Option<T>,
    ) -> Result<T, WireEventError> {
        parse(self.text(member)?).ok_or(WireEventError::Member { member })
    }

    fn follows(&self, member: &'static str, expected: &str) -> Result<(), WireEventError> {
        if self.text(member)? == expected {
            Ok(())
        } else {
            Err(WireEventError::Contradiction { member })
        }
    }

    /// The canonical form of the members of the leaf, as they came.
    fn leaf(&self) -> Result<Vec<u8>, WireEventError> {
        let mut leaf = Map::new();
        for member in LEAF_MEMBERS {
            leaf.insert(member.to_owned(), self.text(member)?.into());
        }
        let leaf = canonical(&Value::Object(leaf))?;
        if leaf.len() > LEAF_BYTES_MAX {
            return Err(LeafError::TooLong { bytes: leaf.len() }.into());
        }
        Ok(leaf)
    }

    fn payload(&self) -> Result<WirePayload, WireEventError> {
        let (data, salt) = (self.0.get("data"), self.0.get("datasalt"));
        let (Some(data), Some(_)) = (data, salt) else {
            return self.withheld(data.or(salt).is_some());
        };
        let salt = self.salt()?;
        let data = canonical(data)?;
        if data_hash(&salt, &data).to_string() == self.text("datahash")? {
            Ok(WirePayload::Whole(data))
        } else {
            Err(WireEventError::OtherData)
        }
    }

    fn salt(&self) -> Result<[u8; 32], WireEventError> {
        self.parsed("datasalt", |text| {
            STANDARD.decode(text).ok()?.try_into().ok()
        })
    }

    /// Data without its salt proves nothing, so half of them is none of the forms.
    fn withheld(&self, is_half: bool) -> Result<WirePayload, WireEventError> {
        let member = "datawithheld";
        let why = self.text(member)?;
        let forms = [
            (Payload::Withheld, WirePayload::Withheld),
            (Payload::NotAsked, WirePayload::NotAsked),
        ];
        let mut forms = forms.into_iter();
        let found = forms.find(|(payload, _)| payload.withheld() == Some(why));
        let form = found.filter(|_| !is_half).map(|(_, form)| form);
        form.ok_or(WireEventError::Member { member })
    }
}

fn sequence(text: &str) -> Option<Position> {
    let is_sequence = text.len() == SEQUENCE_DIGITS && is_digits(text);
    is_sequence
        .then(|| text.parse().ok())
        .flatten()
        .map(Position)
}

fn version(text: &str) -> Option<Version> {
    let is_version = is_digits(text) && !text.starts_with('0');
    is_version.then(|| text.parse().ok()).flatten().map(Version)
}

fn is_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}
