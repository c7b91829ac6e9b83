//! A made-up case in a made-up ledger, sealed in a log with a witness.

use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use khen_audit::{
    Checkpoint, CosigningKey, KeyName, Origin, Policy, PosixTime, SignedCheckpoint, SigningKey,
    Tile, TileBuilder, TileSet, leaf_hash,
};
use khen_eventlog::{
    CommandId, EventId, EventType, LedgerId, Payload, Position, RecordedEvent, StreamName, Version,
    canonical, data_hash, leaf_bytes,
};
use khen_export::{
    BundleDocument, DisclosedKey, Evidence, Paper, Press, PressError, SchemaFile, StateFile,
    ToldEvent,
};

pub(crate) const ORIGIN: &str = "khen.example/log/hon-quan";
pub(crate) const SOURCE: &str = "https://khen.example/export/v1/hon-quan";
pub(crate) const CASE: &str = "nomination/HQ-CCHC-2024-0007";
const CAMPAIGN: &str = "campaign/HQ-CCHC-2024";
/// Events of the ledger: more than one tile holds.
pub(crate) const SIZE: u64 = 300;
/// Where the case has its events; the third one is withheld.
pub(crate) const POSITIONS: [u64; 4] = [3, 40, 257, 299];
const WITHHELD: u64 = 257;
/// Where the campaign of the case was opened.
const CITED: u64 = 0;
/// 2024-12-16T08:45:00Z.
const COSIGNED_AT: u64 = 1_734_338_700;

pub(crate) fn log_key() -> SigningKey {
    SigningKey::from_seed(KeyName::parse(ORIGIN).unwrap(), [1; 32].into())
}

pub(crate) fn witness_key(number: u8) -> CosigningKey {
    let name = format!("so-noi-vu.example/witness/w{number}");
    CosigningKey::from_seed(KeyName::parse(&name).unwrap(), [number; 32].into())
}

/// The log and the witness with this number, who must have cosigned.
pub(crate) fn policy(witness: u8) -> Policy {
    let (log, key) = (log_key(), witness_key(witness));
    let text = format!(
        "log {}\nwitness so-noi-vu {}\ngroup outside any so-noi-vu\nquorum outside\n",
        log.verifier(),
        key.verifier()
    );
    Policy::parse(&text).unwrap()
}

pub(crate) fn document() -> Vec<u8> {
    b"%PDF-1.7\n% a made-up achievement report\n".to_vec()
}

/// The event at this position of the ledger.
pub(crate) fn event(position: u64) -> RecordedEvent {
    let in_case = POSITIONS.iter().position(|one| *one == position);
    let (stream, version) = match in_case {
        Some(index) => (CASE.to_owned(), index as u64 + 1),
        None if position == CITED => (CAMPAIGN.to_owned(), 1),
        None => (format!("nomination/HQ-KHAC-{position:04}"), 1),
    };
    let data = canonical(&data(position)).unwrap();
    let salt = [u8::try_from(position % 251).unwrap(); 32];
    let start: Timestamp = "2024-11-05T02:10:00Z".parse().unwrap();
    let recorded_at = start + SignedDuration::from_micros(i64::try_from(position).unwrap() * 7);
    RecordedEvent {
        position: Position(position),
        stream: StreamName::parse(&stream).unwrap(),
        version: Version(version),
        id: EventId(Uuid::from_u128(
            0x0193_0000_0000_7000_8000_0000_0000_0000 + u128::from(position),
        )),
        event_type: EventType::parse("vn.khen.nomination.nominee_proposed.v1").unwrap(),
        occurred_at: start,
        recorded_at,
        assignment: "a-1".to_owned(),
        command: CommandId::derive(
            &LedgerId::parse("hon-quan").unwrap(),
            "a-1",
            &format!("key-{position}"),
        ),
        correlation: format!("r-{position}"),
        salt,
        data_hash: data_hash(&salt, &data),
        data,
    }
}

fn data(position: u64) -> Value {
    let hash = hex::encode(Sha256::digest(document()));
    json!({
        "by": { "principal": "p-1", "assignment": "a-1" },
        "evidence": [{ "sha256": hash, "media_type": "application/pdf", "size": 40 }],
        "event": { "note": "Trần Thị Mẫu \"1\" <b>\n\u{1f600}", "number": position, "none": null, "ổ": [true, -5] },
    })
}

/// The log when it had this many events, signed and cosigned by the witness with this number.
pub(crate) fn sealed(size: u64, witness: u8) -> (SignedCheckpoint, Vec<Tile>) {
    let mut builder = TileBuilder::new();
    for position in 0..size {
        builder.push(leaf_hash(&leaf_bytes(SOURCE, &event(position)).unwrap()));
    }
    let checkpoint = Checkpoint::new(Origin::parse(ORIGIN).unwrap(), builder.head());
    let at = PosixTime::try_new(COSIGNED_AT).unwrap();
    let line = witness_key(witness).cosign(&checkpoint, at);
    let mut signed = SignedCheckpoint::sign(checkpoint, &log_key()).unwrap();
    signed.put(line).unwrap();
    (signed, builder.take_changed())
}

fn told(position: u64) -> ToldEvent {
    let payload = if position == WITHHELD {
        Payload::Withheld
    } else {
        Payload::Whole
    };
    ToldEvent {
        event: event(position),
        payload,
        what: format!("Việc thứ {position} <của hồ sơ>"),
        who: "Trần Thị Mẫu, Văn phòng".to_owned(),
        facts: vec![("Lý do".to_owned(), "đủ hồ sơ".to_owned())],
    }
}

/// The case with everything that a bundle can hold.
pub(crate) fn evidence() -> Evidence {
    let (checkpoint, tiles) = sealed(SIZE, 2);
    let positions = [&[CITED][..], &POSITIONS[..]].concat();
    Evidence {
        code: "HQ-CCHC-2024-0007".to_owned(),
        title: "Hồ sơ HQ-CCHC-2024-0007: Trần Thị Mẫu".to_owned(),
        subject: StreamName::parse(CASE).unwrap(),
        source: SOURCE.to_owned(),
        events: positions.into_iter().map(told).collect(),
        checkpoint,
        tiles: tiles.into_iter().collect::<TileSet>(),
        policy: policy(2),
        earlier: vec![sealed(100, 2).0],
        schemas: vec![SchemaFile {
            event_type: EventType::parse("vn.khen.nomination.nominee_proposed.v1").unwrap(),
            json: b"{\"type\":\"object\"}".to_vec(),
        }],
        states: vec![StateFile {
            stream: StreamName::parse(CASE).unwrap(),
            version: Version(4),
            json: b"{\"standing\":\"proposed\"}".to_vec(),
        }],
        value_keys: vec![DisclosedKey {
            position: Position(3),
            pointer: "/event/note".to_owned(),
            value: "v-1".to_owned(),
            owner: CASE.to_owned(),
            key: [9; 32],
        }],
        documents: vec![BundleDocument {
            bytes: document(),
            media_type: "application/pdf".to_owned(),
            name: "Báo cáo thành tích".to_owned(),
            signer: Some("Lê Văn Giả".to_owned()),
        }],
        ocel: Some(b"{\"events\":[]}".to_vec()),
        xes: Some(b"<log/>".to_vec()),
    }
}

/// Sets what stands on a paper in one line: how it is laid out is for another room.
pub(crate) struct PlainPress;

impl Press for PlainPress {
    fn print(&self, paper: &Paper) -> Result<Vec<u8>, PressError> {
        Ok(format!("{}\n{}\n", paper.title, paper.content).into_bytes())
    }
}
