//! From a wish to a command that the domain may see: normalised, documents known, personal values
//! sealed, references filled in.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use serde_path_to_error::{Deserializer, Segment, Track};

use crate::{
    Desk, DeskError, Wish, content,
    door::{sealing_failed, unavailable},
    limits::KEY_CHARS_MAX,
};
use khen_domain::{
    Command, CommandKind, ComplaintId, DocumentKind, FeedbackId, FieldClass as DomainClass,
    NominationId, NomineeKind, PersonId, PersonalField, Reference, SealOwner, State, StreamKey,
    ValueOwner, nomination, preparation,
};
use khen_eventlog::{CommandId, FileRecord, Fingerprint, LedgerId, OwnerId, canonical, wire_time};
use khen_privacy::{ClearValue, FieldClass, OwnerWord, Vault};

/// A wish with its identity: what is needed to find its first result.
pub(crate) struct Asked {
    pub(crate) wish: Wish,
    pub(crate) id: CommandId,
    pub(crate) fingerprint: Fingerprint,
}

/// A wish, ready to be decided.
pub(crate) struct Prepared {
    pub(crate) asked: Asked,
    pub(crate) command: Command,
    /// Owners under whose keys something in the command is sealed.
    pub(crate) owners: BTreeSet<StreamKey>,
}

impl Desk {
    /// Normalises a wish and gives it its identity.
    pub(crate) async fn identify(&self, mut wish: Wish) -> Result<Asked, DeskError> {
        if wish.key.is_empty() || wish.key.chars().count() > KEY_CHARS_MAX {
            return Err(DeskError::Key { max: KEY_CHARS_MAX });
        }
        content::normalise(&mut wish.content);
        let fingerprint = self.fingerprint(&wish).await?;
        let id = CommandId::derive(&wish.ledger, &wish.assignment, &wish.key);
        Ok(Asked {
            wish,
            id,
            fingerprint,
        })
    }

    /// The command, with personal values sealed, and the owners of what is sealed.
    pub(crate) async fn prepare(
        &self,
        wish: &Wish,
    ) -> Result<(Command, BTreeSet<StreamKey>), DeskError> {
        self.check_documents(wish).await?;
        let mut sealed = Sealing {
            vault: &self.vault,
            ledger: &wish.ledger,
            owners: BTreeSet::new(),
        };
        let mut body = wish.content.clone();
        let preparation = preparation(wish.kind);
        for reference in preparation.references {
            sealed.fill_in(&mut body, reference).await?;
        }
        for field in preparation.personal {
            sealed.seal_all(&mut body, field).await?;
        }
        let mut owners = sealed.owners;
        if wish.kind == CommandKind::EstablishAuthority {
            // The authority's key guards fingerprints, derived ids and its own papers.
            owners.insert(StreamKey::authority());
        }
        let lists = content::lists(&body);
        let command = read(wish.kind, body)?;
        must_be_lists(&lists, &command)?;
        Ok((command, owners))
    }

    /// A keyed hash of everything the caller said, so that it tells nothing to a guesser.
    async fn fingerprint(&self, wish: &Wish) -> Result<Fingerprint, DeskError> {
        let body = json!({
            "command": wish.kind.as_str(),
            "content": &wish.content,
            "occurred_at": wish.occurred_at.map(wire_time),
            "backdating_reason": &wish.backdating_reason,
            "on_behalf_of": &wish.on_behalf_of,
        });
        let body = canonical(&body).map_err(|error| DeskError::Malformed {
            detail: error.to_string(),
        })?;
        self.authority_key(&wish.ledger)
            .await
            .map(|key| key.fingerprint(&body))
    }

    /// Every named document was uploaded as it is named, under the key that it belongs under.
    async fn check_documents(&self, wish: &Wish) -> Result<(), DeskError> {
        let mut named = Vec::new();
        content::documents(&wish.content, &mut named);
        if named.is_empty() {
            return Ok(());
        }
        let authority = owner_of(&StreamKey::authority());
        let nominee = self.nominee_of(wish).await?;
        for document in named {
            let unknown = || DeskError::NoDocument {
                sha256: document.sha256.clone(),
            };
            let hash = document_hash(&document.sha256).ok_or_else(unknown)?;
            let known = self.files.files(&wish.ledger, &hash).await?;
            let is_report = document.kind == DocumentKind::AchievementReport;
            let belongs = |owner: &OwnerId| match &nominee {
                // A report is the nominee's own: it must die with the nominee's key.
                Some(nominee) if is_report => owner == nominee,
                Some(nominee) => owner == nominee || *owner == authority,
                None => *owner == authority,
            };
            let is_same = |file: &FileRecord| {
                file.size == document.size
                    && file.media_type == document.media_type
                    && belongs(&file.owner)
            };
            if !known.iter().any(is_same) {
                return Err(unknown());
            }
        }
        Ok(())
    }

    /// The person whom the case named in the content is about; `None` for a collective, or when
    /// no case is named.
    async fn nominee_of(&self, wish: &Wish) -> Result<Option<OwnerId>, DeskError> {
        let named = content::text_at(&wish.content, "/nomination", "");
        let Some(nomination) = named.and_then(|text| NominationId::parse(text).ok()) else {
            return Ok(None);
        };
        let stream = StreamKey::nomination(&nomination);
        let folded = self.folded(&wish.ledger, &stream).await?;
        let State::Nomination(nomination::State::Present(case)) = &*folded.state else {
            return Ok(None);
        };
        if case.kind == NomineeKind::Collective {
            return Ok(None);
        }
        let owner = self
            .vault
            .owner_of(&wish.ledger, case.nominee_ref.as_str())
            .await
            .map_err(unavailable)?;
        owner.map(Some).ok_or(DeskError::Erased)
    }
}

/// A list where an object belongs would be read member by member, past everything that looks for
/// members by name: documents, personal values, references.
fn must_be_lists(lists: &[String], command: &Command) -> Result<(), DeskError> {
    if lists.is_empty() {
        return Ok(());
    }
    let meant = serde_json::to_value(command).map_err(unavailable)?;
    // An empty list may be left out where it is written again.
    let is_list = |place: &&String| meant.pointer(place).is_none_or(Value::is_array);
    match lists.iter().find(|place| !is_list(place)) {
        None => Ok(()),
        Some(place) => Err(DeskError::Malformed {
            detail: format!("{place}: expected an object, not a list"),
        }),
    }
}

/// The command in its content; what is wrong with it begins with its JSON pointer.
fn read(kind: CommandKind, body: Value) -> Result<Command, DeskError> {
    let mut track = Track::new();
    kind.read(Deserializer::new(body, &mut track))
        .map_err(|error| {
            let path = track.path();
            let place: String = path.iter().filter_map(pointed).collect();
            let detail = if place.is_empty() {
                error.to_string()
            } else {
                format!("{place}: {error}")
            };
            DeskError::Malformed { detail }
        })
}

fn pointed(segment: &Segment) -> Option<String> {
    match segment {
        Segment::Seq { index } => Some(format!("/{index}")),
        Segment::Map { key } => Some(format!("/{key}")),
        Segment::Enum { variant } => Some(format!("/{variant}")),
        Segment::Unknown => None,
    }
}

/// The hash, if it is written as the ledger writes it: 64 lower-case hexadecimal digits.
fn document_hash(text: &str) -> Option<[u8; 32]> {
    let mut hash = [0; 32];
    hex::decode_to_slice(text, &mut hash).ok()?;
    (hex::encode(hash) == text).then_some(hash)
}

struct Sealing<'a> {
    vault: &'a Vault,
    ledger: &'a LedgerId,
    owners: BTreeSet<StreamKey>,
}

impl Sealing<'_> {
    async fn fill_in(&self, body: &mut Value, reference: &Reference) -> Result<(), DeskError> {
        let (person_at, into) = match reference {
            Reference::Nominee { person, into, .. }
            | Reference::Fact { person, into, .. }
            | Reference::Hold { person, into } => (*person, *into),
        };
        if let Some(said) = content::places(body, into).first() {
            return Err(DeskError::Malformed {
                detail: format!("{said} is not the caller's to say"),
            });
        }
        for place in content::places(body, person_at) {
            self.fill_in_beside(body, reference, (&place, into)).await?;
        }
        Ok(())
    }

    /// Fills in the member of this name beside the person at `place`.
    async fn fill_in_beside(
        &self,
        body: &mut Value,
        reference: &Reference,
        (place, into): (&str, &str),
    ) -> Result<(), DeskError> {
        let Some(person) = content::person_at(body, place) else {
            return Ok(());
        };
        let owner = owner_of(&StreamKey::person(&person));
        let word = match reference {
            Reference::Nominee { campaign, .. } => {
                let campaign = content::text_at(body, campaign, "").unwrap_or_default();
                self.vault
                    .keep_nominee_reference(self.ledger, &owner, campaign)
                    .await
            }
            Reference::Fact { year, .. } => {
                let year = body
                    .pointer(year)
                    .and_then(Value::as_i64)
                    .unwrap_or_default();
                let year = i16::try_from(year).map_err(|_| DeskError::Malformed {
                    detail: "year".to_owned(),
                })?;
                self.vault
                    .keep_fact_reference(self.ledger, &owner, year)
                    .await
            }
            Reference::Hold { .. } => self.vault.keep_hold_reference(self.ledger, &owner).await,
        };
        let word = word.map_err(|error| sealing_failed(error, Some(person)))?;
        let parent = place.rsplit_once('/').map_or("", |(parent, _)| parent);
        let name = into.rsplit_once('/').map_or(into, |(_, name)| name);
        content::put(body, &format!("{parent}/{name}"), Value::String(word));
        Ok(())
    }

    async fn seal_all(&mut self, body: &mut Value, field: &PersonalField) -> Result<(), DeskError> {
        for place in content::places(body, field.pointer) {
            let Some(clear) = body.pointer(&place).filter(|value| !value.is_null()) else {
                continue;
            };
            let malformed = |what: &str| DeskError::Malformed {
                detail: format!("{place}: {what}"),
            };
            let clear = clear
                .as_str()
                .ok_or_else(|| malformed("expected text"))?
                .to_owned();
            let (owner, word, person) = whose(body, field, &place)
                .ok_or_else(|| malformed("it is not said whose value this is"))?;
            let owner_id = owner_of(&owner);
            if person.is_none()
                || field.class == DomainClass::PersonName && word == OwnerWord::Stream
            {
                self.vault
                    .owner_key_or_new(self.ledger, &owner_id)
                    .await
                    .map_err(|error| sealing_failed(error, person.clone()))?;
            }
            let class = FieldClass::parse(class_word(field.class)).map_err(unavailable)?;
            let value = ClearValue {
                owner_word: word,
                class,
                text: &clear,
            };
            let sealed = self
                .vault
                .seal(self.ledger, &owner_id, value)
                .await
                .map_err(|error| sealing_failed(error, person))?;
            content::put(body, &place, sealed.to_json());
            self.owners.insert(owner);
        }
        Ok(())
    }
}

fn whose(
    body: &Value,
    field: &PersonalField,
    place: &str,
) -> Option<(StreamKey, OwnerWord, Option<PersonId>)> {
    match field.owner {
        ValueOwner::Person { pointer, word } => {
            let person = content::person_at(body, pointer)?;
            let word = match word {
                SealOwner::Stream => OwnerWord::Stream,
                SealOwner::Nominee => OwnerWord::Nominee,
            };
            Some((StreamKey::person(&person), word, Some(person)))
        }
        ValueOwner::Nomination { pointer } => {
            let nomination = NominationId::parse(content::text_at(body, pointer, place)?).ok()?;
            Some((StreamKey::nomination(&nomination), OwnerWord::Stream, None))
        }
        ValueOwner::Certificate { pointer } => {
            let nomination = NominationId::parse(content::text_at(body, pointer, place)?).ok()?;
            Some((StreamKey::certificate(&nomination), OwnerWord::Stream, None))
        }
        ValueOwner::Complaint { pointer } => {
            let complaint = body.pointer(pointer)?.clone();
            let complaint: ComplaintId = serde_json::from_value(complaint).ok()?;
            Some((StreamKey::complaint(&complaint), OwnerWord::Stream, None))
        }
        ValueOwner::Feedback { pointer } => {
            let feedback = FeedbackId::parse(content::text_at(body, pointer, place)?).ok()?;
            Some((StreamKey::feedback(&feedback), OwnerWord::Stream, None))
        }
    }
}

fn class_word(class: DomainClass) -> &'static str {
    match class {
        DomainClass::PersonName => "person_name",
        DomainClass::PersonTitle => "person_title",
        DomainClass::FreeText => "free_text",
    }
}

/// An owner is named by its stream.
pub(crate) fn owner_of(stream: &StreamKey) -> OwnerId {
    OwnerId(stream.to_string())
}

/// The person who is this owner, if it is one.
pub(crate) fn person_of(owner: &OwnerId) -> Option<PersonId> {
    let stream = StreamKey::parse(&owner.0)?;
    let person = stream.key().strip_prefix("person/")?;
    PersonId::parse(person).ok()
}
