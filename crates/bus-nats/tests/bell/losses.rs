//! Servers that are killed, frozen or not there yet.

use khen_eventlog::Doorbell as _;
use khen_testbed::{NatsServer, TcpProxy};

use khen_bus_nats::NatsBell;

use crate::house::{bell_on, heard, ledger};

#[tokio::test]
async fn a_server_that_comes_back_carries_rings_again() {
    let mut server = NatsServer::start();
    let (here, there) = (bell_on(&server).await, bell_on(&server).await);
    let (mut near, mut far) = (here.listen(), there.listen());

    server.kill();
    here.ring(&ledger("hon-quan"));
    heard(&mut *near).await;

    server.restart();
    // Each is woken once it is connected again, without any ring.
    heard(&mut *near).await;
    heard(&mut *far).await;
    here.ring(&ledger("hon-quan"));
    heard(&mut *far).await;
}

#[tokio::test]
async fn every_listener_is_woken_after_the_line_was_cut() {
    let server = NatsServer::start();
    let proxy = TcpProxy::start(server.port());
    let url = format!("nats://127.0.0.1:{}", proxy.port());
    let there = NatsBell::connect(&url, None).await.unwrap();
    let here = bell_on(&server).await;
    let (mut one, mut two) = (there.listen(), there.listen());

    proxy.cut();
    here.ring(&ledger("hon-quan"));
    proxy.mend();
    heard(&mut *one).await;
    heard(&mut *two).await;
}

#[tokio::test]
async fn a_frozen_server_holds_nobody_up() {
    let server = NatsServer::start();
    let (here, there) = (bell_on(&server).await, bell_on(&server).await);
    let (mut near, mut far) = (here.listen(), there.listen());

    server.process().signal("STOP");
    for round in 0..200 {
        // Far more than the buffers between here and the server hold, if they were all kept.
        for number in 0..1000 {
            here.ring(&ledger(&format!("office-{number}-{round}")));
        }
        heard(&mut *near).await;
    }

    server.process().signal("CONT");
    heard(&mut *far).await;
}

#[tokio::test]
async fn a_bell_hangs_before_its_server_is_there() {
    let mut server = NatsServer::start();
    server.kill();
    let (here, there) = (bell_on(&server).await, bell_on(&server).await);
    let (mut near, mut far) = (here.listen(), there.listen());
    here.ring(&ledger("hon-quan"));
    heard(&mut *near).await;

    server.restart();
    heard(&mut *near).await;
    heard(&mut *far).await;
    here.ring(&ledger("hon-quan"));
    heard(&mut *far).await;
}

#[tokio::test]
async fn a_ring_without_a_line_is_heard_once_there_is_one() {
    let server = NatsServer::start();
    let proxy = TcpProxy::start(server.port());
    proxy.cut();
    let url = format!("nats://127.0.0.1:{}", proxy.port());
    let here = NatsBell::connect(&url, None).await.unwrap();
    let there = bell_on(&server).await;
    let mut far = there.listen();
    here.ring(&ledger("hon-quan"));

    proxy.mend();
    heard(&mut *far).await;
}
