//! A subscriber in an account of its own: what it may do, and what not.
//!
//! The configuration is the one in `deploy/clustered/nats/fan-out.conf`.

use std::{fs, time::Duration};

use async_nats::jetstream::{self, consumer::PullConsumer};
use futures::StreamExt as _;

use khen_bus_nats::NatsFanOut;
use khen_eventlog::FanOut as _;
use khen_testbed::NatsServer;

use crate::house::{hon_quan, opened, publish};

/// Where the configuration lies.
const FILE: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../../deploy/clustered/nats/fan-out.conf"
);

/// How long what is refused in silence is waited for.
const A_WHILE: Duration = Duration::from_millis(300);

/// The server of the deployment, with made-up passwords, a folder of its own, and no port for health checks.
fn server(folder: &std::path::Path) -> NatsServer {
    let config = fs::read_to_string(FILE).expect("the configuration is there");
    let config = config
        .replace("/var/lib/nats", &folder.to_string_lossy())
        .replace("http: ", "#http: ");
    let path = folder.join("fan-out.conf");
    fs::write(&path, config).expect("it is copied");
    let passwords = "KHEN_FAN_OUT_PASSWORD: \"khen-word\"\nSO_NOI_VU_PASSWORD: \"so-word\"\n";
    fs::write(folder.join("fan-out-passwords.conf"), passwords).expect("it is written");
    NatsServer::start_with(&["--config", &path.to_string_lossy()])
}

fn at(server: &NatsServer, user: &str) -> String {
    format!("nats://{user}@127.0.0.1:{}", server.port())
}

async fn subscriber(server: &NatsServer) -> jetstream::Context {
    let options = async_nats::ConnectOptions::with_user_and_password(
        "so_noi_vu".to_owned(),
        "so-word".to_owned(),
    );
    let client = options.connect(server.url()).await.expect("it is let in");
    let mut context = jetstream::with_prefix(client, "khen.api");
    context.set_timeout(A_WHILE);
    context
}

#[tokio::test]
async fn the_subscriber_fetches_and_acknowledges_and_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let server = server(folder.path());
    let fan_out = NatsFanOut::connect(&at(&server, "khen:khen-word"), None, 1).await;
    let fan_out = fan_out.unwrap();
    opened(&fan_out).await;
    publish(&fan_out, 1, 0..3).await.unwrap();

    let context = subscriber(&server).await;
    let consumer: PullConsumer = context
        .get_consumer_from_stream("SO_NOI_VU", "KHEN_hon-quan")
        .await
        .expect("it may read what there is to know of its consumer");
    let mut batch = consumer.fetch().max_messages(3).messages().await.unwrap();
    for sequence in 1..=3_u64 {
        let message = batch.next().await.unwrap().unwrap();
        assert_eq!(message.info().unwrap().stream_sequence, sequence);
        message.double_ack().await.expect("it may acknowledge");
    }

    let info = context.get_stream("KHEN_hon-quan").await;
    assert!(info.is_err(), "it does not see the stream");
    let deleted = context.delete_stream("KHEN_hon-quan").await;
    assert!(deleted.is_err(), "it does not delete the stream");
    let deleted = context
        .delete_consumer_from_stream("SO_NOI_VU", "KHEN_hon-quan")
        .await;
    assert!(deleted.is_err(), "it does not delete its consumer");
    let made = context.create_stream("KHEN_other").await;
    assert!(made.is_err(), "it makes no stream");
    let mine = context.client().clone();
    mine.publish("khen.evt.v1.hon-quan.nomination.awarded", "{}".into())
        .await
        .unwrap();
    mine.flush().await.unwrap();
    assert_eq!(
        fan_out.sizes().await.unwrap()[&hon_quan()].0,
        3,
        "and puts nothing into one"
    );
}

#[tokio::test]
async fn the_subscriber_hears_of_checkpoints() {
    let folder = tempfile::tempdir().unwrap();
    let server = server(folder.path());
    let fan_out = NatsFanOut::connect(&at(&server, "khen:khen-word"), None, 1).await;
    let context = subscriber(&server).await;
    let client = context.client();
    let subject = "khen.sig.v1.hon-quan.checkpoint";
    let mut heard = client.subscribe(subject).await.unwrap();
    // Once it is answered, the server has taken up what came before.
    let _ = client.request("khen.nobody", "".into()).await;
    let note = "khen.example/log/hon-quan\n3\n";
    let fan_out = fan_out.unwrap();
    fan_out.tell_checkpoint(&hon_quan(), note).await.unwrap();
    assert_eq!(heard.next().await.unwrap().payload, note.as_bytes());
}
