//! Encrypted connections trust one authority and nobody else.

use std::{fs, path::PathBuf};

use tempfile::TempDir;

use crate::raw;
use khen_store_postgres::{Database, OpenError, Options};
use khen_testbed::Postgres;

/// Has the server make its keys, in its own folder: it accepts no key that another user owns.
const MAKE_KEYS: &str = "
    COPY (SELECT 'subjectAltName=IP:127.0.0.1') TO PROGRAM 'cat > server.ext';
    COPY (SELECT WHERE false) TO PROGRAM 'openssl req -x509 -newkey rsa:2048 -nodes \
        -subj /CN=authority -keyout ca.key -out ca.crt';
    COPY (SELECT WHERE false) TO PROGRAM 'openssl req -x509 -newkey rsa:2048 -nodes \
        -subj /CN=another -keyout other.key -out other.crt';
    COPY (SELECT WHERE false) TO PROGRAM 'openssl req -newkey rsa:2048 -nodes \
        -subj /CN=server -keyout server.key -out server.csr';
    COPY (SELECT WHERE false) TO PROGRAM 'openssl x509 -req -in server.csr \
        -CA ca.crt -CAkey ca.key -CAcreateserial -extfile server.ext -out server.crt';";

/// Lets nobody in who speaks in the clear.
const ENCRYPT: &str = "
    COPY (SELECT 'hostssl all all 127.0.0.1/32 trust') TO PROGRAM 'cat > pg_hba.conf'";

/// A server that speaks TLS only, the certificates of its authority and of another.
struct Encrypted {
    server: Postgres,
    folder: TempDir,
}

impl Encrypted {
    async fn start() -> Self {
        let mut server = Postgres::start();
        let _ = server.database("khen");
        server.run_sql("postgres", MAKE_KEYS);
        let folder = tempfile::tempdir().expect("there is a temporary folder");
        let client = raw(&server.url("postgres")).await;
        for name in ["ca.crt", "other.crt"] {
            let read = client.query_one("SELECT pg_read_file($1)", &[&name]).await;
            let certificate: String = read.expect("the server reads it").get(0);
            fs::write(folder.path().join(name), certificate).expect("it is written");
        }
        server.run_sql("postgres", ENCRYPT);
        server.run_sql("postgres", "ALTER SYSTEM SET ssl = on");
        server.restart();
        Self { server, folder }
    }

    /// Connects with this certificate to trust.
    async fn connect(&self, trusted: Option<&str>, mode: &str) -> Result<Database, OpenError> {
        let url = format!("{}?sslmode={mode}", self.server.url("khen"));
        let ca_file: Option<PathBuf> = trusted.map(|name| self.folder.path().join(name));
        Database::connect(&Options {
            ca_file,
            ..Options::of(url)
        })
        .await
    }
}

#[tokio::test]
async fn a_server_is_trusted_by_its_authority_only() {
    let encrypted = Encrypted::start().await;
    let right = encrypted.connect(Some("ca.crt"), "require").await;
    right
        .expect("the server's authority is trusted")
        .migrate()
        .await
        .expect("it is used");
    // With a file it is encrypted, whatever the URL says.
    assert!(encrypted.connect(Some("ca.crt"), "disable").await.is_ok());
    let wrong = encrypted.connect(Some("other.crt"), "require").await;
    assert!(matches!(wrong, Err(OpenError::Connect(_))));
    let clear = encrypted.connect(None, "require").await;
    assert!(matches!(clear, Err(OpenError::NoCertificates)));
    let clear = encrypted.connect(None, "prefer").await;
    assert!(matches!(clear, Err(OpenError::Connect(_))));
    let missing = encrypted.connect(Some("nowhere.crt"), "require").await;
    assert!(matches!(missing, Err(OpenError::Certificates { .. })));
}
