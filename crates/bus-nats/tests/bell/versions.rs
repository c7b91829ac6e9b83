//! Servers that are too old, played by a few lines.

use std::{
    io::{BufRead as _, BufReader, Write as _},
    net::TcpListener,
    sync::mpsc::{self, Receiver},
    thread,
    time::Duration,
};

use khen_bus_nats::{BusError, NatsBell};
use khen_eventlog::Doorbell as _;
use khen_testbed::TcpProxy;

use crate::house::{heard, ledger};

/// Long enough to see that nothing comes; a bell that is right never depends on it.
const A_WHILE: Duration = Duration::from_millis(200);

/// Plays a server of this version for one client after the other; answers with its port and with
/// the subjects that are published.
fn false_server(version: &'static str) -> (u16, Receiver<String>) {
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("there is a free port");
    let port = listener.local_addr().expect("a bound socket").port();
    let (published, subjects) = mpsc::channel();
    thread::spawn(move || {
        for mut client in listener.incoming().flatten() {
            let lines = BufReader::new(client.try_clone().expect("a socket can be cloned"));
            let info = format!("INFO {{\"version\":\"{version}\",\"max_payload\":1024}}\r\n");
            // A client that is gone is followed by the next.
            let _ = client.write_all(info.as_bytes());
            for line in lines.lines().map_while(Result::ok) {
                if line == "PING" {
                    let _ = client.write_all(b"PONG\r\n");
                }
                let subject = line
                    .strip_prefix("PUB ")
                    .and_then(|rest| rest.split(' ').next());
                if let Some(subject) = subject {
                    let _ = published.send(subject.to_owned());
                }
            }
        }
    });
    (port, subjects)
}

fn url(port: u16) -> String {
    format!("nats://127.0.0.1:{port}")
}

#[tokio::test]
async fn an_old_server_is_refused_by_its_version() {
    for version in ["2.9.10", "2.11.99", "unknown"] {
        let (port, _subjects) = false_server(version);
        let refused = NatsBell::connect(&url(port), None).await;
        let Err(BusError::TooOld(too_old)) = refused else {
            panic!("{version} is refused as too old");
        };
        assert_eq!(too_old.found, version);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_old_server_that_turns_up_later_is_not_rung_through() {
    for (version, rings) in [("2.12.0", true), ("2.11.99", false)] {
        let (port, subjects) = false_server(version);
        let proxy = TcpProxy::start(port);
        proxy.cut();
        let bell = NatsBell::connect(&url(proxy.port()), None).await.unwrap();
        let mut listener = bell.listen();
        proxy.mend();
        // Woken once the server was looked at.
        heard(&mut *listener).await;
        bell.ring(&ledger("hon-quan"));
        let heard = std::iter::from_fn(|| subjects.recv_timeout(A_WHILE).ok());
        let is_rung = heard
            .into_iter()
            .any(|subject| subject == "khen.bell.hon-quan");
        assert_eq!(is_rung, rings, "{version}");
    }
}
