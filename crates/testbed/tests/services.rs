//! The services start, die and come back.

use khen_testbed::Postgres;

#[test]
fn a_killed_postgres_comes_back_on_its_port_with_its_data() {
    let mut server = Postgres::start();
    let port = server.port();
    let _ = server.database("khen");
    server.run_sql("khen", "CREATE TABLE kept (word text)");
    server.kill();
    assert!(std::net::TcpStream::connect(("127.0.0.1", port)).is_err());
    server.restart();
    assert_eq!(server.port(), port);
    server.run_sql("khen", "INSERT INTO kept VALUES ('here')");
}

#[test]
fn two_servers_do_not_know_each_other() {
    let (one, other) = (Postgres::start(), Postgres::start());
    let _ = one.database("khen");
    other.run_sql("postgres", "CREATE DATABASE khen");
}
