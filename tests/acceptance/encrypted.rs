//! The client of a server that stands behind TLS, as every server that is reached over a network does.

use std::{
    fs,
    net::SocketAddr,
    path::{Path, PathBuf},
    process::Command,
    sync::Arc,
};

use tokio::{
    io::copy_bidirectional,
    net::{TcpListener, TcpStream},
    runtime::Runtime,
};
use tokio_rustls::{TlsAcceptor, rustls::ServerConfig};

use crate::{
    house::House,
    pull::{assert_code, lines, pull},
};

/// What stands before a server and speaks TLS for it; ended with the test.
struct Front {
    url: String,
    certificate: PathBuf,
    _runtime: Runtime,
}

/// A certificate for this machine that nobody has signed, and its key.
fn certificate(house: &House) -> (PathBuf, PathBuf) {
    let (certificate, key) = (house.path("front.crt"), house.path("front.key"));
    let made = Command::new("openssl")
        .args([
            "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2",
        ])
        .args(["-subj", "/CN=khen.example", "-addext"])
        .args(["subjectAltName=IP:127.0.0.1", "-addext"])
        .args(["basicConstraints=critical,CA:FALSE", "-out"])
        .arg(&certificate)
        .arg("-keyout")
        .arg(&key)
        .output()
        .unwrap();
    assert!(made.status.success(), "{made:?}");
    (certificate, key)
}

fn acceptor(certificate: &Path, key: &Path) -> TlsAcceptor {
    let (chain, key) = (fs::read(certificate).unwrap(), fs::read(key).unwrap());
    let chain = rustls_pemfile::certs(&mut &*chain)
        .collect::<Result<_, _>>()
        .unwrap();
    let key = rustls_pemfile::private_key(&mut &*key).unwrap().unwrap();
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(chain, key)
        .unwrap();
    TlsAcceptor::from(Arc::new(config))
}

impl Front {
    fn of(house: &House, server: &str) -> Self {
        let (certificate, key) = certificate(house);
        let acceptor = acceptor(&certificate, &key);
        let server: SocketAddr = server.trim_start_matches("http://").parse().unwrap();
        let runtime = Runtime::new().unwrap();
        let listener = runtime.block_on(TcpListener::bind("127.0.0.1:0")).unwrap();
        let url = format!("https://{}", listener.local_addr().unwrap());
        runtime.spawn(async move {
            while let Ok((client, _)) = listener.accept().await {
                let acceptor = acceptor.clone();
                tokio::spawn(async move {
                    // A client that does not trust the certificate breaks off.
                    let Ok(mut client) = acceptor.accept(client).await else {
                        return;
                    };
                    let mut server = TcpStream::connect(server).await.unwrap();
                    let _ = copy_bidirectional(&mut client, &mut server).await;
                });
            }
        });
        Self {
            url,
            certificate,
            _runtime: runtime,
        }
    }
}

#[test]
fn a_mirror_is_pulled_over_tls_from_a_server_whose_certificate_is_trusted() {
    let house = House::new();
    let serving = house.serve("demo --until launch");
    let front = Front::of(&house, &serving.url);
    let mirror = house.path("mirror");
    let pulled = |trusted: Option<&Path>| {
        let mut command = pull(&house, &front.url, &mirror, &["--once"]);
        command.envs(trusted.map(|file| ("SSL_CERT_FILE", file)));
        command.output().unwrap()
    };
    let told = assert_code(&pulled(None), 2);
    assert!(told.contains("SSL_CERT_FILE"), "{told}");
    assert!(lines(&mirror).is_empty());
    assert_code(&pulled(Some(&front.certificate)), 0);
    assert!(!lines(&mirror).is_empty());
}
