//! Encrypted connections, to a server whose certificate is checked.

use std::{fs, path::Path, sync::Arc};

use rustls::{ClientConfig, RootCertStore, crypto::ring};
use tokio_postgres_rustls::MakeRustlsConnect;

use crate::OpenError;

/// Makes connections that trust the authorities in `file` (PEM) and nobody else; without a file,
/// nobody at all.
pub(crate) fn connector(file: Option<&Path>) -> Result<MakeRustlsConnect, OpenError> {
    let roots = file.map_or_else(|| Ok(RootCertStore::empty()), trusted)?;
    let provider = Arc::new(ring::default_provider());
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .expect("ring offers the default versions of TLS")
        .with_root_certificates(roots)
        .with_no_client_auth();
    Ok(MakeRustlsConnect::new(config))
}

fn trusted(file: &Path) -> Result<RootCertStore, OpenError> {
    let refused = |source| OpenError::Certificates {
        file: file.to_owned(),
        source,
    };
    let pem = fs::read(file).map_err(|error| refused(error.into()))?;
    let mut roots = RootCertStore::empty();
    for certificate in rustls_pemfile::certs(&mut &*pem) {
        let certificate = certificate.map_err(|error| refused(error.into()))?;
        roots
            .add(certificate)
            .map_err(|error| refused(error.into()))?;
    }
    if roots.is_empty() {
        return Err(refused("there is no certificate in it".into()));
    }
    Ok(roots)
}
