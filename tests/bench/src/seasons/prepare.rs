//! From a step of the stories to a command of this season: renamed, references filled in, personal
//! values sealed.

use std::collections::BTreeSet;

use serde_json::Value;

use super::Play;
use khen_domain::{
    Command, CommandKind, ComplaintId, Effect, FactSubject, FeedbackId, FieldClass, NominationId,
    NomineeRef, PersonId, PersonalField, Reference, SealOwner, State, StreamKey, ValueOwner,
    preparation, privacy,
};
use khen_eventlog::OwnerId;
use khen_privacy::{ClearValue, FieldClass as Class, OwnerWord};

/// What the stories call the campaign.
const CAMPAIGN: &str = "HQ-CCHC-2024";
/// The symbol of their decisions, whose numbers are given once a year.
const SYMBOL: &str = "QĐ-UBND";
/// The year of their facts.
const YEAR: i16 = 2024;

/// The content, under the names of this season.
pub(super) fn renamed(mut content: Value, season: usize) -> Value {
    rename(&mut content, season);
    content
}

fn rename(value: &mut Value, season: usize) {
    match value {
        Value::String(text) if text.starts_with(CAMPAIGN) => {
            text.replace_range(..CAMPAIGN.len(), &format!("HQ-{season:04}-2024"));
        }
        Value::String(text) if text == SYMBOL => *text = format!("{SYMBOL}-{season}"),
        Value::Array(items) => items.iter_mut().for_each(|item| rename(item, season)),
        Value::Object(members) => members
            .values_mut()
            .for_each(|member| rename(member, season)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

impl Play {
    /// The command, and the owners of what is sealed in it.
    pub(super) async fn prepare(
        &mut self,
        kind: CommandKind,
        mut content: Value,
    ) -> anyhow::Result<(Command, BTreeSet<StreamKey>)> {
        let mut owners = BTreeSet::new();
        let preparation = preparation(kind);
        for field in preparation.personal {
            for place in places(&content, field.pointer) {
                owners.extend(self.seal(&mut content, field, &place).await?);
            }
        }
        for reference in preparation.references {
            self.fill_in(&mut content, reference).await?;
        }
        if kind == CommandKind::EstablishAuthority {
            owners.insert(StreamKey::authority());
        }
        Ok((kind.read(content)?, owners))
    }

    /// Seals the text that the stories put in the place of a box.
    async fn seal(
        &self,
        content: &mut Value,
        field: &PersonalField,
        place: &str,
    ) -> anyhow::Result<Option<StreamKey>> {
        let text = content.pointer(place).and_then(|sealed| sealed.get("box"));
        let Some(text) = text.and_then(Value::as_str) else {
            return Ok(None);
        };
        let (owner, owner_word) = whose(content, field, place)?;
        let id = owner_id(&owner);
        self.vault.owner_key_or_new(&self.ledger, &id).await?;
        let value = ClearValue {
            owner_word,
            class: Class::parse(class_word(field.class))?,
            text,
        };
        let sealed = self.vault.seal(&self.ledger, &id, value).await?.to_json();
        put(content, place, sealed)?;
        Ok(Some(owner))
    }

    async fn fill_in(&mut self, content: &mut Value, reference: &Reference) -> anyhow::Result<()> {
        let (Reference::Nominee { person, into, .. }
        | Reference::Fact { person, into, .. }
        | Reference::Hold { person, into }) = *reference;
        let person = content.pointer(person).and_then(Value::as_str);
        let Some(person) = person.and_then(|text| PersonId::parse(text).ok()) else {
            return Ok(());
        };
        let (ledger, owner) = (&self.ledger, owner_id(&StreamKey::person(&person)));
        let word = match reference {
            Reference::Nominee { campaign, .. } => {
                let campaign = text_at(content, campaign)?;
                let vault = &self.vault;
                let nominee = vault.keep_nominee_reference(ledger, &owner, campaign);
                let nominee = nominee.await?;
                let subject = vault.keep_fact_reference(ledger, &owner, YEAR).await?;
                let known = NomineeRef::parse(&nominee)?;
                let stage = std::mem::take(&mut self.stage);
                self.stage = stage
                    .knowing(known.clone(), YEAR, FactSubject::parse(&subject)?)
                    .meaning(known, person);
                nominee
            }
            Reference::Fact { .. } => {
                let subject = self.vault.keep_fact_reference(ledger, &owner, YEAR);
                subject.await?
            }
            Reference::Hold { .. } => self.vault.keep_hold_reference(ledger, &owner).await?,
        };
        put(content, into, word.into())
    }

    /// What an append says of owners whose keys no append has told yet.
    pub(super) async fn new_keys(
        &self,
        owners: &BTreeSet<StreamKey>,
    ) -> anyhow::Result<Vec<Effect>> {
        let mut effects = Vec::new();
        for owner in owners {
            let stream = StreamKey::privacy(owner);
            let state = self.stage.state(&stream);
            if !matches!(*state, State::Privacy(privacy::State::Absent)) {
                continue;
            }
            let (key, _) = self
                .vault
                .owner_key_or_new(&self.ledger, &owner_id(owner))
                .await?;
            let key_sha256 = key.sha256();
            let created = privacy::Event::SealingKeyCreated { key_sha256 };
            effects.push(Effect::new(stream, created));
        }
        Ok(effects)
    }
}

fn whose(
    content: &Value,
    field: &PersonalField,
    place: &str,
) -> anyhow::Result<(StreamKey, OwnerWord)> {
    match field.owner {
        ValueOwner::Person { pointer, word } => {
            let person = PersonId::parse(text_at(content, pointer)?)?;
            let word = match word {
                SealOwner::Stream => OwnerWord::Stream,
                SealOwner::Nominee => OwnerWord::Nominee,
            };
            Ok((StreamKey::person(&person), word))
        }
        ValueOwner::Nomination { pointer } => {
            let nomination = nomination_at(content, pointer, place)?;
            Ok((StreamKey::nomination(&nomination), OwnerWord::Stream))
        }
        ValueOwner::Certificate { pointer } => {
            let nomination = nomination_at(content, pointer, place)?;
            Ok((StreamKey::certificate(&nomination), OwnerWord::Stream))
        }
        ValueOwner::Complaint { pointer } => {
            let complaint = content.pointer(pointer).cloned().unwrap_or_default();
            let complaint: ComplaintId = serde_json::from_value(complaint)?;
            Ok((StreamKey::complaint(&complaint), OwnerWord::Stream))
        }
        ValueOwner::Feedback { pointer } => {
            let feedback = FeedbackId::parse(text_at(content, pointer)?)?;
            Ok((StreamKey::feedback(&feedback), OwnerWord::Stream))
        }
    }
}

/// The nomination that a pointer names: from the top, or beside the place.
fn nomination_at(content: &Value, pointer: &str, place: &str) -> anyhow::Result<NominationId> {
    let (parent, _) = place.rsplit_once('/').unwrap_or_default();
    let pointer = match pointer.strip_prefix('/') {
        Some(_) => pointer.to_owned(),
        None => format!("{parent}/{pointer}"),
    };
    Ok(NominationId::parse(text_at(content, &pointer)?)?)
}

fn class_word(class: FieldClass) -> &'static str {
    match class {
        FieldClass::PersonName => "person_name",
        FieldClass::PersonTitle => "person_title",
        FieldClass::FreeText => "free_text",
    }
}

fn owner_id(owner: &StreamKey) -> OwnerId {
    OwnerId(owner.to_string())
}

fn text_at<'a>(content: &'a Value, pointer: &str) -> anyhow::Result<&'a str> {
    let text = content.pointer(pointer).and_then(Value::as_str);
    text.ok_or_else(|| anyhow::anyhow!("there is no text at {pointer}"))
}

fn put(content: &mut Value, pointer: &str, value: Value) -> anyhow::Result<()> {
    let place = content.pointer_mut(pointer);
    *place.ok_or_else(|| anyhow::anyhow!("there is nothing at {pointer}"))? = value;
    Ok(())
}

/// Pointers of the members that a pointer with `*` means.
fn places(content: &Value, pointer: &str) -> Vec<String> {
    let Some((list, rest)) = pointer.split_once("/*") else {
        return vec![pointer.to_owned()];
    };
    let items = content.pointer(list).and_then(Value::as_array);
    let indexes = 0..items.map_or(0, Vec::len);
    indexes
        .map(|index| format!("{list}/{index}{rest}"))
        .collect()
}
