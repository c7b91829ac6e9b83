//! Streams that Khen would not have made so.

use async_nats::jetstream::{
    self,
    stream::{Config, StorageType},
};

use khen_eventlog::{FanOut as _, FanOutError};
use khen_testbed::NatsServer;

use crate::house::{PROFILE, fan_out_on, hon_quan, opened};

/// A stream as Khen makes it.
fn sound() -> Config {
    Config {
        name: "KHEN_hon-quan".to_owned(),
        subjects: vec!["khen.evt.v1.hon-quan.>".to_owned()],
        deny_delete: true,
        deny_purge: true,
        metadata: [("khen-profile".to_owned(), PROFILE.to_owned())].into(),
        ..Config::default()
    }
}

/// What is complained of where such a stream is there already.
async fn complaint(config: Config) -> Option<String> {
    let server = NatsServer::start_streaming(&[]);
    let client = async_nats::connect(server.url()).await.expect("a client");
    let context = jetstream::new(client);
    let made = context.create_stream(config).await;
    made.expect("the stream is made");
    let fan_out = fan_out_on(&server).await;
    match fan_out.open(&hon_quan(), PROFILE).await {
        Ok(_) => None,
        Err(FanOutError::Unfit { what, .. }) => Some(what),
        Err(failure) => panic!("it is there: {failure}"),
    }
}

#[tokio::test]
async fn a_stream_that_may_lose_messages_is_refused() {
    assert_eq!(complaint(sound()).await, None);
    let wrong = [
        Config {
            max_messages: 10,
            ..sound()
        },
        Config {
            max_age: std::time::Duration::from_hours(1),
            ..sound()
        },
        Config {
            storage: StorageType::Memory,
            ..sound()
        },
        Config {
            deny_delete: false,
            ..sound()
        },
        Config {
            deny_purge: false,
            ..sound()
        },
        Config {
            subjects: vec!["khen.evt.v1.hon-quan.nomination.>".to_owned()],
            ..sound()
        },
    ];
    for config in wrong {
        let shown = format!("{config:?}");
        assert!(complaint(config).await.is_some(), "{shown}");
    }
}

#[tokio::test]
async fn a_stream_with_a_gap_is_refused() {
    let gap = Config {
        first_sequence: Some(5),
        ..sound()
    };
    let complaint = complaint(gap).await;
    assert_eq!(complaint.as_deref(), Some("messages are missing in it"));
}

#[tokio::test]
async fn a_stream_holds_one_profile() {
    let server = NatsServer::start_streaming(&[]);
    let fan_out = fan_out_on(&server).await;
    opened(&fan_out).await;
    let other = fan_out.open(&hon_quan(), "auditor_v1").await;
    let Err(FanOutError::Unfit { stream, what }) = other else {
        panic!("another profile would be told beside the first");
    };
    assert_eq!(stream, "KHEN_hon-quan");
    assert!(what.contains(PROFILE), "{what}");
}
