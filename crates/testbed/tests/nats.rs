//! The NATS server starts, dies and comes back.

use std::{
    io::{BufRead as _, BufReader},
    net::TcpStream,
};

use khen_testbed::NatsServer;

fn greeting(server: &NatsServer) -> String {
    let stream = TcpStream::connect(("127.0.0.1", server.port())).expect("the server listens");
    let mut line = String::new();
    let read = BufReader::new(stream).read_line(&mut line);
    assert!(read.is_ok());
    line
}

#[test]
fn a_nats_server_that_is_started_answers() {
    let server = NatsServer::start();
    assert!(greeting(&server).starts_with("INFO "));
    assert_eq!(server.url(), format!("nats://127.0.0.1:{}", server.port()));
}

#[test]
fn a_killed_nats_server_comes_back_on_its_port_with_its_arguments() {
    let mut server = NatsServer::start_with(&["--user", "khen", "--pass", "a word"]);
    let port = server.port();
    server.kill();
    assert!(TcpStream::connect(("127.0.0.1", port)).is_err());
    server.restart();
    assert_eq!(server.port(), port);
    assert!(greeting(&server).contains("\"auth_required\":true"));
}
