//! Servers that are gone, emptied, or older than they were.

use std::fs;

use khen_bus_nats::NatsFanOut;
use khen_eventlog::{FanOut as _, FanOutError, Position};
use khen_testbed::NatsServer;

use crate::house::{PROFILE, copy, fan_out_on, hon_quan, ids, ids_of, opened, publish, recorded};

#[tokio::test]
async fn a_server_that_is_gone_is_unavailable_and_comes_back_with_its_stream() {
    let mut server = NatsServer::start_streaming(&[]);
    let fan_out = fan_out_on(&server).await;
    opened(&fan_out).await;
    publish(&fan_out, 1, 0..5).await.unwrap();
    let before = fan_out.connection();
    server.kill();
    let gone = fan_out.open(&hon_quan(), PROFILE).await;
    assert!(matches!(gone, Err(FanOutError::Unavailable(_))));
    server.restart();
    assert_eq!(opened(&fan_out).await, Position(5));
    assert!(
        fan_out.connection() > before,
        "it is seen to be another one"
    );
    publish(&fan_out, 1, 5..9).await.unwrap();
    assert_eq!(ids(&server).await, ids_of(1, 9));
}

#[tokio::test]
async fn a_server_may_be_there_later() {
    let mut server = NatsServer::start_streaming(&[]);
    server.kill();
    let fan_out = NatsFanOut::connect(&server.url(), None, 1).await.unwrap();
    assert!(matches!(
        fan_out.sizes().await,
        Err(FanOutError::Unavailable(_))
    ));
    server.restart();
    assert_eq!(opened(&fan_out).await, Position(0));
}

#[tokio::test]
async fn a_server_without_streams_is_unavailable() {
    let server = NatsServer::start();
    let fan_out = fan_out_on(&server).await;
    let opened = fan_out.open(&hon_quan(), PROFILE).await;
    assert!(matches!(opened, Err(FanOutError::Unavailable(_))));
}

#[tokio::test]
async fn a_wiped_stream_refuses_what_does_not_begin_at_the_beginning() {
    let mut server = NatsServer::start_streaming(&[]);
    let fan_out = fan_out_on(&server).await;
    opened(&fan_out).await;
    publish(&fan_out, 1, 0..5).await.unwrap();
    server.kill();
    fs::remove_dir_all(server.streams()).unwrap();
    server.restart();
    assert_eq!(opened(&fan_out).await, Position(0));
    let early = publish(&fan_out, 1, 5..6).await;
    assert!(matches!(early, Err(FanOutError::Moved)));
    publish(&fan_out, 1, 0..6).await.unwrap();
    assert_eq!(ids(&server).await, ids_of(1, 6));
}

#[tokio::test]
async fn a_stream_from_an_older_copy_goes_on_from_where_it_is() {
    let mut server = NatsServer::start_streaming(&[]);
    let fan_out = fan_out_on(&server).await;
    opened(&fan_out).await;
    publish(&fan_out, 1, 0..5).await.unwrap();
    let older = tempfile::tempdir().unwrap();
    server.kill();
    copy(&server.streams(), older.path());
    server.restart();
    opened(&fan_out).await;
    publish(&fan_out, 1, 5..9).await.unwrap();
    server.kill();
    fs::remove_dir_all(server.streams()).unwrap();
    copy(older.path(), &server.streams());
    server.restart();
    assert_eq!(opened(&fan_out).await, Position(5));
    publish(&fan_out, 1, 5..12).await.unwrap();
    assert_eq!(ids(&server).await, ids_of(1, 12));
}

#[tokio::test]
async fn a_stream_that_went_another_way_shows_another_mark() {
    let server = NatsServer::start_streaming(&[]);
    let fan_out = fan_out_on(&server).await;
    opened(&fan_out).await;
    publish(&fan_out, 2, 0..3).await.unwrap();
    let mark = fan_out.mark(&hon_quan(), Position(2)).await.unwrap();
    assert_ne!(mark.unwrap().id, recorded(1, 2).id.to_string());
}
