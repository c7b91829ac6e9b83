//! Decides beforehand what is appended, so that making events is not measured.
//!
//! As in an office: a measurement works on cases of its own, ten events each, side by side; every
//! append also depends on a campaign that it only reads.

use jiff::Timestamp;
use serde_json::json;

use crate::WRITER_COUNT;
use khen_ambient::{Chance, IdSource, RandomIds, SeededChance};
use khen_eventlog::{
    Append, AppendParts, CommandId, Condition, EventId, EventType, LedgerId, NewEvent, StreamName,
    Version, canonical, data_hash,
};

/// Events in each stream of a case.
const EVENTS_PER_CASE: usize = 10;
/// Campaigns, which are recorded before anything else, one event each.
pub(crate) const CAMPAIGN_COUNT: usize = 50;
/// Characters of text in each event: its data is then about 450 bytes.
const TEXT_CHARACTERS: usize = 330;
/// Tuesday morning, 2024-11-05T02:10:00Z, in microseconds since the Unix epoch.
const TUESDAY_MICROSECONDS: i64 = 1_730_772_600_000_000;

/// An append of one event, and the stream and version that the event will have.
pub struct Planned {
    /// The append: it depends on its own stream and on one that is only read.
    pub append: Append,
    /// The stream's name.
    pub stream: StreamName,
    /// The version.
    pub version: Version,
}

/// Goes on where the last measurement ended.
#[derive(Clone)]
pub struct Plan {
    ledger: LedgerId,
    append_count: usize,
    case_count: usize,
}

impl Plan {
    /// A plan for a ledger without a case.
    #[must_use]
    pub fn new(ledger: &LedgerId) -> Self {
        Self {
            ledger: ledger.clone(),
            append_count: 0,
            case_count: 0,
        }
    }

    /// A plan whose cases are numbered from `first_case` on, for one of several writers of a ledger.
    #[must_use]
    pub fn from_case(ledger: &LedgerId, first_case: usize) -> Self {
        Self {
            ledger: ledger.clone(),
            append_count: first_case,
            case_count: first_case,
        }
    }

    /// The ledger.
    #[must_use]
    pub fn ledger(&self) -> &LedgerId {
        &self.ledger
    }

    /// The next `count` appends, to new cases. Every writer that takes each [`WRITER_COUNT`]th of
    /// them has cases of its own, and works on all of them in a new order for each version.
    #[must_use]
    pub fn next(&mut self, count: usize) -> Vec<Planned> {
        let cases_per_writer = (count / EVENTS_PER_CASE / WRITER_COUNT).max(1);
        let turns_per_version = cases_per_writer * WRITER_COUNT;
        let mut planned = Vec::with_capacity(count);
        for (seen, start) in (0..).zip((0..count).step_by(turns_per_version)) {
            let order = shuffled(cases_per_writer, seen);
            let end = count.min(start + turns_per_version);
            for index in 0..end - start {
                let (turn, writer) = (index / WRITER_COUNT, index % WRITER_COUNT);
                let case = order[(turn + writer) % cases_per_writer] * WRITER_COUNT + writer;
                let number = self.append_count + start + index;
                planned.push(self.one(number, self.case_count + case, Version(seen)));
            }
        }
        self.append_count += count;
        self.case_count += turns_per_version;
        planned
    }

    fn one(&self, number: usize, case: usize, seen: Version) -> Planned {
        let stream = stream(&format!("nomination/HQ-CCHC-2024-{case:07}"));
        let conditions = vec![
            condition(&stream, seen),
            condition(&campaign(number % CAMPAIGN_COUNT), Version(1)),
        ];
        let append = append(&self.ledger, &number.to_string(), conditions, &stream);
        Planned {
            append,
            stream,
            version: seen.next(),
        }
    }
}

/// The numbers below `count` in a random order that the seed repeats.
fn shuffled(count: usize, seed: u64) -> Vec<usize> {
    let chance: &dyn Chance = &SeededChance::new(seed);
    let mut keyed: Vec<([u8; 8], usize)> =
        (0..count).map(|number| (chance.bytes(), number)).collect();
    keyed.sort_unstable();
    keyed.into_iter().map(|(_, number)| number).collect()
}

/// The appends that record the campaigns.
pub(crate) fn campaigns(ledger: &LedgerId) -> Vec<Append> {
    let numbers = 0..CAMPAIGN_COUNT;
    let appends = numbers.map(|number| {
        let stream = campaign(number);
        let conditions = vec![condition(&stream, Version::NONE)];
        append(ledger, stream.as_str(), conditions, &stream)
    });
    appends.collect()
}

fn campaign(number: usize) -> StreamName {
    stream(&format!("campaign/HQ-CCHC-{number:04}"))
}

fn stream(name: &str) -> StreamName {
    StreamName::parse(name).expect("the name is well formed")
}

fn condition(stream: &StreamName, version: Version) -> Condition {
    Condition {
        stream: stream.clone(),
        version,
    }
}

fn append(ledger: &LedgerId, key: &str, conditions: Vec<Condition>, stream: &StreamName) -> Append {
    let command = CommandId::derive(ledger, "assignment-1", key);
    Append::try_new(AppendParts {
        ledger: ledger.clone(),
        command,
        assignment: "assignment-0190f3c2".to_owned(),
        correlation: "0190f3c2-6f0a-7c3e-9a4b-5d6e7f808182".to_owned(),
        conditions,
        events: vec![event(stream, command)],
    })
    .expect("one event on conditions is an append")
}

fn event(stream: &StreamName, command: CommandId) -> NewEvent {
    let data = json!({
        "text": "x".repeat(TEXT_CHARACTERS),
        "fingerprint": format!("{command}{command}"),
    });
    let data = canonical(&data).expect("text has a canonical form");
    let salt = data_hash(&[1; 32], command.as_bytes()).0;
    NewEvent {
        id: EventId(RandomIds.event_id()),
        stream: stream.clone(),
        event_type: EventType::parse("vn.khen.nomination.reviewed.v1")
            .expect("the type is well formed"),
        occurred_at: Timestamp::from_microsecond(TUESDAY_MICROSECONDS)
            .expect("Tuesday is in range"),
        salt,
        data_hash: data_hash(&salt, &data),
        data,
    }
}
