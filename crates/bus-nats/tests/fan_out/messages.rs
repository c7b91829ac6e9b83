//! What a subscriber gets.

use futures::StreamExt as _;
use serde_json::Value;

use khen_eventlog::{FanOut as _, FanOutError, OutgoingEvent, Payload, Position};
use khen_testbed::NatsServer;

use crate::house::{SOURCE, fan_out_on, hon_quan, opened, publish, publish_one, recorded, stream};

#[tokio::test]
async fn a_message_is_a_cloud_event_in_binary_mode() {
    let server = NatsServer::start_streaming(&[]);
    let fan_out = fan_out_on(&server).await;
    opened(&fan_out).await;
    let mut event = recorded(1, 0);
    event.correlation = "Hớn Quản".to_owned();
    let outgoing = OutgoingEvent::new(SOURCE, event.clone(), Payload::Whole);
    publish_one(&fan_out, outgoing).await.unwrap();

    let message = stream(&server).await.get_raw_message(1).await.unwrap();
    assert_eq!(
        message.subject.as_str(),
        "khen.evt.v1.hon-quan.nomination.nominee_proposed"
    );
    let header = |name: &str| {
        message
            .headers
            .get(name)
            .map(async_nats::HeaderValue::as_str)
    };
    assert_eq!(header("ce-specversion"), Some("1.0"));
    assert_eq!(header("ce-type"), Some(event.event_type.as_str()));
    assert_eq!(header("ce-source"), Some(SOURCE));
    assert_eq!(header("ce-sequence"), Some("00000000000000000000"));
    assert_eq!(
        header("ce-correlationid"),
        Some("H%E1%BB%9Bn%20Qu%E1%BA%A3n")
    );
    assert_eq!(header("content-type"), Some("application/json"));
    assert!(header("ce-datasalt").is_some());
    assert_eq!(header("ce-data"), None);
    assert_eq!(message.payload, event.data);
    assert!(serde_json::from_slice::<Value>(&message.payload).is_ok());
}

#[tokio::test]
async fn a_withheld_event_keeps_its_place_and_its_hash() {
    let server = NatsServer::start_streaming(&[]);
    let fan_out = fan_out_on(&server).await;
    opened(&fan_out).await;
    let event = recorded(1, 0);
    let withheld = OutgoingEvent::new(SOURCE, event.clone(), Payload::Withheld);
    publish_one(&fan_out, withheld).await.unwrap();

    let message = stream(&server).await.get_raw_message(1).await.unwrap();
    let header = |name: &str| {
        message
            .headers
            .get(name)
            .map(async_nats::HeaderValue::as_str)
    };
    assert_eq!(header("ce-datawithheld"), Some("policy"));
    assert_eq!(
        header("ce-datahash"),
        Some(event.data_hash.to_string().as_str())
    );
    assert_eq!(header("ce-datasalt"), None);
    assert!(message.payload.is_empty());
}

#[tokio::test]
async fn an_event_longer_than_the_server_takes_is_named() {
    let server = NatsServer::start_streaming(&[]);
    let fan_out = fan_out_on(&server).await;
    opened(&fan_out).await;
    publish(&fan_out, 1, 0..1).await.unwrap();
    let mut event = recorded(1, 1);
    event.data = vec![b' '; 1 << 20];
    let long = OutgoingEvent::new(SOURCE, event, Payload::Whole);
    let refused = publish_one(&fan_out, long).await;
    let Err(FanOutError::TooLong { position }) = refused else {
        panic!("it is too long");
    };
    assert_eq!(position, Position(1));
}

#[tokio::test]
async fn a_checkpoint_reaches_whoever_listens() {
    let server = NatsServer::start_streaming(&[]);
    let fan_out = fan_out_on(&server).await;
    let listener = async_nats::connect(server.url()).await.unwrap();
    let subject = "khen.sig.v1.hon-quan.checkpoint";
    let mut heard = listener.subscribe(subject).await.unwrap();
    // Once it is answered, the server has taken up what came before.
    let _ = listener.request("khen.nobody", "".into()).await;
    let note = "khen.example/log/hon-quan\n3\n\n— a-key\n";
    fan_out.tell_checkpoint(&hon_quan(), note).await.unwrap();
    let message = heard.next().await.expect("it is told");
    assert_eq!(message.payload, note.as_bytes());
}
