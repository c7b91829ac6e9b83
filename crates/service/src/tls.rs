//! What speaks TLS in this process.

use rustls::crypto::ring;

/// Has whoever speaks TLS take this provider: without one, no client can be made at all. Set once; said
/// again it changes nothing.
pub(crate) fn provide() {
    // An error says that there is one already.
    let _ = ring::default_provider().install_default();
}
