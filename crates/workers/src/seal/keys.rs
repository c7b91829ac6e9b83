//! Under which name and with which keys a log signs.

use thiserror::Error;
use zeroize::Zeroizing;

use khen_audit::{KeyName, KeyNameError, Origin, SigningKey, VerifierKey};
use khen_eventlog::LedgerId;

/// The 32 secret bytes of an Ed25519 key (RFC 8032); wiped from memory with it.
pub type LogSeed = Zeroizing<[u8; 32]>;

/// The names of all logs of an office, which anybody may know.
#[derive(Debug, Clone, Default)]
pub struct LogNames {
    host: Option<String>,
}

/// The secret keys of all logs of an office: one seed, which each log uses under its own name.
#[derive(Clone)]
pub struct LogKeys {
    names: LogNames,
    present: LogSeed,
    previous: Option<LogSeed>,
}

/// The name and the keys of one log.
#[derive(Debug, Clone)]
pub struct LogIdentity {
    /// What its checkpoints begin with, and where it is found: a URL without its scheme.
    pub origin: Origin,
    /// Its present key.
    pub(crate) present: SigningKey,
    /// The key that it signs with as well while others learn the present one.
    pub(crate) previous: Option<SigningKey>,
}

/// A log that cannot have a name.
#[derive(Debug, Error)]
#[error("`{origin}` cannot be the name of a log")]
pub struct NoName {
    /// The name it would have.
    pub origin: String,
    /// What is wrong with it.
    source: KeyNameError,
}

impl LogNames {
    /// Names of logs at `host`, such as `khen.example`: the beginning of every origin. Without one each
    /// log is at the host of its ledger's source.
    #[must_use]
    pub fn new(host: Option<String>) -> Self {
        Self { host }
    }

    /// The name of the log of a ledger: `<host>/log/<ledger>`.
    pub(crate) fn of(&self, ledger: &LedgerId, source: &str) -> Result<KeyName, NoName> {
        let host = self.host.as_deref().unwrap_or_else(|| host_of(source));
        let origin = format!("{}/log/{ledger}", host.trim_end_matches('/'));
        KeyName::parse(&origin).map_err(|source| NoName { origin, source })
    }
}

impl LogKeys {
    /// Keys for logs at `host`, as in [`LogNames::new`].
    #[must_use]
    pub fn new(host: Option<String>, present: LogSeed, previous: Option<LogSeed>) -> Self {
        Self {
            names: LogNames::new(host),
            present,
            previous,
        }
    }

    /// Name and keys of the log of a ledger: `<host>/log/<ledger>`.
    ///
    /// # Errors
    /// [`NoName`] when host and slug make no name of a key.
    pub fn of(&self, ledger: &LedgerId, source: &str) -> Result<LogIdentity, NoName> {
        let name = self.names.of(ledger, source)?;
        let key = |seed: &LogSeed| SigningKey::from_seed(name.clone(), seed.clone());
        Ok(LogIdentity {
            present: key(&self.present),
            previous: self.previous.as_ref().map(key),
            origin: name.into(),
        })
    }
}

impl LogKeys {
    /// The names alone.
    pub(crate) fn names(&self) -> LogNames {
        self.names.clone()
    }
}

impl LogIdentity {
    /// What others check the log's signatures with, the present key first.
    pub fn verifiers(&self) -> impl Iterator<Item = &VerifierKey> {
        let keys = [Some(&self.present), self.previous.as_ref()];
        keys.into_iter().flatten().map(SigningKey::verifier)
    }

    /// Those, one a line.
    pub(crate) fn lines(&self) -> String {
        let lines: Vec<String> = self.verifiers().map(ToString::to_string).collect();
        lines.join("\n") + "\n"
    }
}

/// The host in a URL: what stands between its scheme and its path.
fn host_of(source: &str) -> &str {
    let rest = source.split_once("://").map_or(source, |(_, rest)| rest);
    rest.split('/').next().unwrap_or(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn origin(host: Option<&str>, source: &str) -> String {
        let host = host.map(ToOwned::to_owned);
        let keys = LogKeys::new(host, Zeroizing::new([1; 32]), None);
        let ledger = LedgerId::parse("hon-quan").expect("the slug is well formed");
        let identity = keys.of(&ledger, source);
        identity.map_or_else(
            |refused| refused.to_string(),
            |identity| identity.origin.to_string(),
        )
    }

    #[test]
    fn a_log_is_named_after_its_host() {
        let source = "https://khen.example/export/v1/hon-quan";
        assert_eq!(origin(None, source), "khen.example/log/hon-quan");
        assert_eq!(origin(None, "khen.example"), "khen.example/log/hon-quan");
        let elsewhere = Some("dongnai.example:8443/khen/");
        assert_eq!(
            origin(elsewhere, source),
            "dongnai.example:8443/khen/log/hon-quan"
        );
        assert_eq!(
            origin(Some("a b"), source),
            "`a b/log/hon-quan` cannot be the name of a log"
        );
    }

    #[test]
    fn two_keys_stand_in_two_lines() {
        let (present, previous) = (Zeroizing::new([1; 32]), Zeroizing::new([2; 32]));
        let keys = LogKeys::new(None, present, Some(previous));
        let ledger = LedgerId::parse("hon-quan").expect("the slug is well formed");
        let identity = keys.of(&ledger, "https://khen.example/x").expect("a name");
        let lines = identity.lines();
        let verifiers: Vec<_> = lines.lines().map(VerifierKey::parse).collect();
        assert_eq!(verifiers.len(), 2);
        assert_ne!(verifiers[0], verifiers[1]);
        assert!(verifiers.iter().all(Result::is_ok), "{lines}");
    }
}
