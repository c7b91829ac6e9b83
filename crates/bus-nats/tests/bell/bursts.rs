//! What a burst of rings looks like on the wire.

use futures::StreamExt as _;

use khen_eventlog::Doorbell as _;
use khen_testbed::NatsServer;

use crate::house::{bell_on, ledger};

#[tokio::test]
async fn a_burst_becomes_one_message_per_ledger_and_carries_nothing() {
    let server = NatsServer::start();
    let bell = bell_on(&server).await;
    let stranger = async_nats::connect(server.url()).await.unwrap();
    let mut overheard = stranger.subscribe("khen.bell.>").await.unwrap();
    // Once it hears itself, the server has taken up its subscription.
    stranger
        .publish("khen.bell.stranger", "".into())
        .await
        .unwrap();
    overheard.next().await.unwrap();

    for _ in 0..10_000 {
        bell.ring(&ledger("hon-quan"));
        bell.ring(&ledger("loc-ninh"));
    }
    for subject in ["khen.bell.hon-quan", "khen.bell.loc-ninh"] {
        let message = overheard.next().await.unwrap();
        assert_eq!(message.subject.as_str(), subject);
        assert!(message.payload.is_empty());
    }
    bell.ring(&ledger("an-loc"));
    let message = overheard.next().await.unwrap();
    assert_eq!(message.subject.as_str(), "khen.bell.an-loc");
}
