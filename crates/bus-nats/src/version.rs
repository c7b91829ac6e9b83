//! Which servers the bell hangs on.

use thiserror::Error;

/// The oldest server that is spoken with, as major and minor version.
///
/// Debian 12 brings 2.9. Servers before 2.12 drop settings that they do not know without a word, so
/// that a cluster on one of them would look sound and not be.
pub const OLDEST_SERVER: (u64, u64) = (2, 12);

/// A server older than [`OLDEST_SERVER`], or one that does not say how old it is.
#[derive(Debug, Error, PartialEq, Eq)]
#[error("the NATS server says it is version `{found}`; Khen needs {}.{} or newer", OLDEST_SERVER.0, OLDEST_SERVER.1)]
pub struct TooOld {
    /// What the server says of itself.
    pub found: String,
}

/// Lets versions from [`OLDEST_SERVER`] on pass, such as `2.15.1` and `2.12.0-RC.1`.
pub(crate) fn check(found: &str) -> Result<(), TooOld> {
    let mut parts = found.split('.').map(str::parse::<u64>);
    let version = parts.next().zip(parts.next());
    match version {
        Some((Ok(major), Ok(minor))) if (major, minor) >= OLDEST_SERVER => Ok(()),
        _ => Err(TooOld {
            found: found.to_owned(),
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_oldest_server_and_newer_ones_pass() {
        for version in ["2.12.0", "2.12.0-RC.1", "2.15.1", "3.0.0", "10.0"] {
            assert_eq!(check(version), Ok(()), "{version}");
        }
    }

    #[test]
    fn older_servers_and_strange_ones_are_refused() {
        for version in ["2.11.99", "2.9.10", "1.20.0", "0.0.0", "", "2", "new"] {
            assert!(check(version).is_err(), "{version}");
        }
    }

    #[test]
    fn the_refusal_says_both_versions() {
        let refusal = check("2.9.10").expect_err("it is too old").to_string();
        assert!(refusal.contains("2.9.10") && refusal.contains("2.12"));
    }
}
