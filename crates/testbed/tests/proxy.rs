//! The proxy carries bytes, and misbehaves exactly as it is told.

use std::{
    io::{ErrorKind, Read as _, Write as _},
    net::{TcpListener, TcpStream},
    thread,
    time::Duration,
};

use khen_testbed::{
    Direction::{FromClient, FromServer},
    TcpProxy,
};

/// Long enough to see that nothing comes; a test that is right never depends on it.
const A_WHILE: Duration = Duration::from_millis(100);

/// A server that says back what it hears, for as long as the test runs.
fn echo() -> u16 {
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("there is a free port");
    let port = listener.local_addr().expect("a bound socket").port();
    thread::spawn(move || {
        for client in listener.incoming().flatten() {
            thread::spawn(move || {
                let mut back = client.try_clone().expect("a socket can be cloned");
                std::io::copy(&mut &client, &mut back)
            });
        }
    });
    port
}

fn client(proxy: &TcpProxy) -> TcpStream {
    TcpStream::connect(("127.0.0.1", proxy.port())).expect("the proxy listens")
}

fn say(mut stream: &TcpStream, words: &str) {
    stream.write_all(words.as_bytes()).expect("words are sent");
}

/// The next `N` bytes.
fn hear<const N: usize>(mut stream: &TcpStream) -> [u8; N] {
    let mut words = [0; N];
    stream.set_read_timeout(None).expect("it waits for ever");
    stream.read_exact(&mut words).expect("words come");
    words
}

/// What came before the connection was dropped.
fn hear_all(mut stream: &TcpStream) -> Vec<u8> {
    let mut words = Vec::new();
    // A drop with bytes still unread is told as a reset.
    let _ = stream.read_to_end(&mut words);
    words
}

#[track_caller]
fn nothing_comes(mut stream: &TcpStream) {
    let set = stream.set_read_timeout(Some(A_WHILE));
    set.expect("a timeout can be set");
    let error = stream.read(&mut [0]).expect_err("nothing comes");
    assert!(matches!(
        error.kind(),
        ErrorKind::WouldBlock | ErrorKind::TimedOut
    ));
}

#[test]
fn bytes_pass_both_ways_and_are_counted() {
    let proxy = TcpProxy::start(echo());
    let (one, other) = (client(&proxy), client(&proxy));
    say(&one, "well");
    say(&other, "met");
    assert_eq!(&hear::<4>(&one), b"well");
    assert_eq!(&hear::<3>(&other), b"met");
    assert_eq!(proxy.connections(), 2);
    assert_eq!((proxy.passed(FromClient), proxy.passed(FromServer)), (7, 7));
}

#[test]
fn a_cut_line_carries_nobody_until_it_is_mended() {
    let proxy = TcpProxy::start(echo());
    let before = client(&proxy);
    say(&before, "well");
    assert_eq!(&hear::<4>(&before), b"well");
    proxy.cut();
    assert_eq!(hear_all(&before), b"");
    assert_eq!(hear_all(&client(&proxy)), b"");
    proxy.mend();
    let after = client(&proxy);
    say(&after, "met");
    assert_eq!(&hear::<3>(&after), b"met");
    assert_eq!(proxy.connections(), 2);
}

#[test]
fn a_frozen_line_holds_back_what_it_passes_on_later() {
    let proxy = TcpProxy::start(echo());
    let before = client(&proxy);
    proxy.freeze();
    let during = client(&proxy);
    for stream in [&before, &during] {
        say(stream, "well");
        nothing_comes(stream);
    }
    assert_eq!(proxy.passed(FromClient), 0);
    proxy.thaw();
    assert_eq!(&hear::<4>(&before), b"well");
    assert_eq!(&hear::<4>(&during), b"well");
}

#[test]
fn a_slow_line_holds_every_piece_until_it_is_fast_again() {
    let proxy = TcpProxy::start(echo());
    let stream = client(&proxy);
    proxy.delay(Duration::from_hours(1));
    say(&stream, "well");
    nothing_comes(&stream);
    proxy.delay(Duration::ZERO);
    assert_eq!(&hear::<4>(&stream), b"well");
    proxy.delay(Duration::from_millis(1));
    say(&stream, "met");
    assert_eq!(&hear::<3>(&stream), b"met");
}

#[test]
fn an_answer_is_lost_after_the_server_has_heard_the_question() {
    let proxy = TcpProxy::start(echo());
    let stream = client(&proxy);
    proxy.cut_after(FromServer, 0);
    say(&stream, "commit");
    assert_eq!(hear_all(&stream), b"");
    assert_eq!((proxy.passed(FromClient), proxy.passed(FromServer)), (6, 0));
}

#[test]
fn a_question_is_lost_after_exactly_so_many_bytes_and_only_once() {
    let proxy = TcpProxy::start(echo());
    let stream = client(&proxy);
    proxy.cut_after(FromClient, 3);
    say(&stream, "one");
    assert_eq!(&hear::<3>(&stream), b"one");
    say(&stream, "more");
    assert_eq!(hear_all(&stream), b"");
    assert_eq!(proxy.passed(FromClient), 3);
    let later = client(&proxy);
    say(&later, "one more");
    assert_eq!(&hear::<8>(&later), b"one more");
}

#[test]
fn a_client_without_a_server_is_dropped() {
    let port = {
        let listener = TcpListener::bind(("127.0.0.1", 0)).expect("there is a free port");
        listener.local_addr().expect("a bound socket").port()
    };
    let proxy = TcpProxy::start(port);
    assert_eq!(hear_all(&client(&proxy)), b"");
    assert_eq!(proxy.connections(), 0);
}

#[test]
fn a_proxy_that_goes_takes_its_connections_along() {
    let proxy = TcpProxy::start(echo());
    let stream = client(&proxy);
    proxy.freeze();
    say(&stream, "well");
    drop(proxy);
    assert_eq!(hear_all(&stream), b"");
}
