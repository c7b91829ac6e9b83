//! The stream of a ledger: how it is made, and whether the one that is there is such a stream.

use std::{collections::HashMap, time::Duration};

use async_nats::jetstream::{
    Context,
    consumer::{AckPolicy, DeliverPolicy, pull},
    stream::{Config, Info, RetentionPolicy, StorageType},
};

use khen_eventlog::{FanOutError, LedgerId, Position};

use super::{message, unavailable};

/// What the name of every stream begins with.
const PREFIX: &str = "KHEN_";
/// The consumer of Sở Nội vụ, which may use it and not make its own.
const CONSUMER: &str = "SO_NOI_VU";
/// How long the subscriber may take over a message before it is delivered anew.
const ACK_WAIT: Duration = Duration::from_secs(30);
/// Messages that the subscriber may hold unacknowledged.
const ACK_PENDING_MAX: i64 = 1_000;
/// Where a stream says what it tells of the events.
const PROFILE: &str = "khen-profile";

/// The name of a ledger's stream.
pub(super) fn name_of(ledger: &LedgerId) -> String {
    format!("{PREFIX}{ledger}")
}

/// The ledger of a stream; `None` for a stream that is not Khen's.
pub(super) fn ledger_of(stream: &str) -> Option<LedgerId> {
    LedgerId::parse(stream.strip_prefix(PREFIX)?).ok()
}

/// Makes stream and consumer where they are missing; answers with the messages in the stream.
pub(super) async fn open(
    context: &Context,
    ledger: &LedgerId,
    profile: &str,
    replicas: usize,
) -> Result<Position, FanOutError> {
    let wanted = config(ledger, profile, replicas);
    let stream = context.get_or_create_stream(wanted.clone()).await;
    let mut stream = stream.map_err(unavailable)?;
    let info = stream.info().await.map_err(unavailable)?;
    if let Some(what) = unfit(info, &wanted) {
        let stream = wanted.name;
        return Err(FanOutError::Unfit { stream, what });
    }
    let size = Position(info.state.last_sequence);
    let consumer = stream.get_or_create_consumer(CONSUMER, consumer()).await;
    consumer.map_err(unavailable)?;
    Ok(size)
}

fn config(ledger: &LedgerId, profile: &str, replicas: usize) -> Config {
    Config {
        name: name_of(ledger),
        subjects: vec![message::all_subjects(ledger)],
        storage: StorageType::File,
        retention: RetentionPolicy::Limits,
        num_replicas: replicas,
        deny_delete: true,
        deny_purge: true,
        allow_direct: true,
        metadata: HashMap::from([(PROFILE.to_owned(), profile.to_owned())]),
        ..Config::default()
    }
}

fn consumer() -> pull::Config {
    pull::Config {
        durable_name: Some(CONSUMER.to_owned()),
        deliver_policy: DeliverPolicy::All,
        ack_policy: AckPolicy::Explicit,
        ack_wait: ACK_WAIT,
        max_ack_pending: ACK_PENDING_MAX,
        ..pull::Config::default()
    }
}

/// What is wrong with a stream, if anything: in one that may lose messages, a position would not be a
/// sequence for ever.
fn unfit(info: &Info, wanted: &Config) -> Option<String> {
    let (found, state) = (&info.config, &info.state);
    let limits = [
        found.max_messages,
        found.max_bytes,
        found.max_messages_per_subject,
        found.max_message_size.into(),
    ];
    let profile = found.metadata.get(PROFILE);
    if profile != wanted.metadata.get(PROFILE) {
        let profile = profile.map_or("no profile", String::as_str);
        Some(format!(
            "it holds {profile}, not the one that is configured"
        ))
    } else if found.subjects != wanted.subjects {
        Some("it takes other subjects".to_owned())
    } else if found.storage != wanted.storage || found.retention != wanted.retention {
        Some("it does not keep messages in files for ever".to_owned())
    } else if !found.max_age.is_zero() || limits.iter().any(|limit| *limit > 0) {
        Some("it has limits".to_owned())
    } else if !found.deny_delete || !found.deny_purge {
        Some("messages may be deleted in it".to_owned())
    } else if state.messages != state.last_sequence {
        Some("messages are missing in it".to_owned())
    } else {
        None
    }
}
