//! Position p is message p + 1, whoever publishes.

use std::collections::BTreeMap;

use khen_eventlog::{FanOut as _, FanOutError, Position};
use khen_testbed::NatsServer;

use crate::house::{PROFILE, fan_out_on, hon_quan, ids, ids_of, opened, publish, recorded};

#[tokio::test]
async fn a_position_is_a_sequence_and_a_thousand_go_at_once() {
    let server = NatsServer::start_streaming(&[]);
    let fan_out = fan_out_on(&server).await;
    assert_eq!(opened(&fan_out).await, Position(0));
    publish(&fan_out, 1, 0..1_200).await.unwrap();
    assert_eq!(ids(&server).await, ids_of(1, 1_200));
    let sizes = fan_out.sizes().await.unwrap();
    assert_eq!(sizes, BTreeMap::from([(hon_quan(), Position(1_200))]));
}

#[tokio::test]
async fn what_is_there_is_refused_and_what_comes_too_early_too() {
    let server = NatsServer::start_streaming(&[]);
    let fan_out = fan_out_on(&server).await;
    opened(&fan_out).await;
    publish(&fan_out, 1, 0..3).await.unwrap();
    for wrong in [0..3, 2..3, 4..5] {
        let refused = publish(&fan_out, 1, wrong.clone()).await;
        assert!(matches!(refused, Err(FanOutError::Moved)), "{wrong:?}");
    }
    assert_eq!(ids(&server).await, ids_of(1, 3));
}

#[tokio::test]
async fn two_who_publish_the_same_make_it_once() {
    let server = NatsServer::start_streaming(&[]);
    let (one, two) = (fan_out_on(&server).await, fan_out_on(&server).await);
    opened(&one).await;
    assert_eq!(opened(&two).await, Position(0));
    let _ = tokio::join!(publish(&one, 1, 0..400), publish(&two, 1, 0..400));
    let size = opened(&one).await;
    publish(&one, 1, size.0..500).await.unwrap();
    assert_eq!(ids(&server).await, ids_of(1, 500));
}

#[tokio::test]
async fn a_mark_says_which_event_stands_at_a_position() {
    let server = NatsServer::start_streaming(&[]);
    let fan_out = fan_out_on(&server).await;
    opened(&fan_out).await;
    publish(&fan_out, 1, 0..2).await.unwrap();
    let mark = fan_out.mark(&hon_quan(), Position(1)).await.unwrap();
    let mark = mark.expect("an event stands there");
    let event = recorded(1, 1);
    assert_eq!(mark.id, event.id.to_string());
    assert_eq!(mark.data_hash, event.data_hash.to_string());
    let beyond = fan_out.mark(&hon_quan(), Position(2)).await.unwrap();
    assert_eq!(beyond, None);
}

#[tokio::test]
async fn a_stream_is_made_with_the_consumer_of_its_subscriber() {
    let server = NatsServer::start_streaming(&[]);
    let fan_out = fan_out_on(&server).await;
    opened(&fan_out).await;
    let stream = crate::house::stream(&server).await;
    let config = &stream.cached_info().config;
    assert_eq!(config.subjects, ["khen.evt.v1.hon-quan.>"]);
    assert!(config.deny_delete && config.deny_purge && config.allow_direct);
    assert!(config.max_age.is_zero());
    assert_eq!(config.metadata["khen-profile"], PROFILE);
    let consumer = stream.consumer_info("SO_NOI_VU").await.unwrap().config;
    assert_eq!(consumer.ack_wait.as_secs(), 30);
    assert_eq!(consumer.max_ack_pending, 1_000);
    let purged = stream.purge().await;
    assert!(purged.is_err(), "nobody empties it, its owner neither");
}
