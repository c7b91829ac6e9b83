//! Who signed what is pulled: the key of the export, which is pinned at the first contact as that of the
//! log is.
//!
//! It is the lesser key of the two, held by a process that the world talks to, and is changed now and
//! then. Another one is believed when the service document names it, asked for where nobody between can
//! change it, and when the log still signs, with its own pinned key, for the events that are kept. What
//! comes under the new key is held against the log's checkpoints like everything else.

use std::time::Duration;

use serde_json::Value;
use sha2::{Digest as _, Sha256};

use super::{Alarm, News, Pulling, Stop};
use crate::{
    client::{Fetched, facts},
    output,
    pull::notes::{self, EXPORT_KEYS},
};
use khen_audit::VerifierKey;
use khen_export::{SignatureHeaders, SignedAnswer};

/// The headers that an accusation repeats.
const TOLD_HEADERS: [&str; 8] = [
    "date",
    "content-type",
    "content-encoding",
    "repr-digest",
    "khen-next",
    "khen-log-size",
    khen_export::SIGNATURE_INPUT,
    khen_export::SIGNATURE,
];

impl Pulling<'_> {
    /// Pins the key of the export as soon as the log is signed; from then on every page is signed.
    pub(super) async fn meet_export(&mut self) -> Result<(), Stop> {
        if !self.export_keys.is_empty() || self.log_name().is_none() {
            return Ok(());
        }
        let key = self.told_export_key().await?;
        self.pin_export(key)
    }

    /// Makes sure that a page is signed by a key that is pinned, or may be.
    pub(super) async fn check_signature(
        &mut self,
        from: u64,
        fetched: &Fetched,
    ) -> Result<(), Stop> {
        let mut known = self.export_keys.iter();
        if self.export_keys.is_empty() || known.any(|key| is_signed(fetched, key)) {
            return Ok(());
        }
        if let Some(key) = self.successor(fetched).await? {
            return self.succeed(key).await;
        }
        let path = format!("/export/v1/{}/events?from={from}", self.pull.ledger);
        Err(self.unsigned((&path, from), fetched)?)
    }

    /// The key that signed the page and that the service document names in place of the ones before.
    async fn successor(&self, fetched: &Fetched) -> Result<Option<VerifierKey>, Stop> {
        let is_signed_at_all = fetched.header(khen_export::SIGNATURE).is_some();
        if !is_signed_at_all || !self.pull.client.is_private() {
            return Ok(None);
        }
        let told = self.told_export_key().await?;
        Ok(is_signed(fetched, &told).then_some(told))
    }

    /// Believes another key, since the log still stands for what is kept.
    async fn succeed(&mut self, key: VerifierKey) -> Result<(), Stop> {
        self.hold_to_log().await?;
        self.pin_export(key.clone())?;
        (self.pull.told)(News::NewExportKey {
            ledger: &self.pull.ledger,
            key: &key,
            file: &self.mirror.folder().join(EXPORT_KEYS),
        })
    }

    fn pin_export(&mut self, key: VerifierKey) -> Result<(), Stop> {
        // Pages that a cache still has are signed by the key before.
        self.export_keys.push(key);
        Ok(notes::pin(
            self.mirror.folder(),
            EXPORT_KEYS,
            &self.export_keys,
        )?)
    }

    /// The key that the service document names now; it bears the name of the log.
    async fn told_export_key(&self) -> Result<VerifierKey, Stop> {
        let path = format!("/export/v1/{}", self.pull.ledger);
        let fresh = [("cache-control", "no-cache")];
        let client = self.pull.client;
        let fetched = client.fetch(&path, &[], &fresh, Duration::ZERO).await?;
        let service: Option<Value> = serde_json::from_slice(&fetched.bytes).ok();
        let told = service
            .as_ref()
            .and_then(|service| service["signing"]["vkey"].as_str());
        let key = told.and_then(|vkey| VerifierKey::parse(vkey).ok());
        let name = self.log_name().map(|log| format!("{log}/export"));
        key.filter(|key| name.as_deref() == Some(key.name().as_str()))
            .ok_or_else(|| self.damaged("the service document names no key of the export"))
    }

    /// Describes the answer to `path`, about the position `from`, as evidence. A disk that refuses it is
    /// told of, and never hides the alarm.
    pub(super) fn unsigned(
        &self,
        (path, from): (&str, u64),
        fetched: &Fetched,
    ) -> anyhow::Result<Stop> {
        let folder = self.mirror.folder();
        let name = format!("{from}.unsigned");
        if let Err(error) = notes::lay_down(folder, &name, &self.accusation(path, fetched)) {
            output::note(&format!("{error:#}"))?;
        }
        Ok(Stop::Alarm {
            alarm: Alarm::Unsigned,
            facts: facts([
                ("ledger", self.pull.ledger.as_str()),
                ("position", &from.to_string()),
                ("evidence", &notes::evidence(folder).display().to_string()),
            ]),
        })
    }

    /// What was answered, without its events, and with which keys it was not signed.
    fn accusation(&self, path: &str, fetched: &Fetched) -> String {
        let asked = format!("GET {path}");
        let status = format!("status: {}", fetched.status);
        let headers = TOLD_HEADERS.iter().filter_map(|name| {
            let value = fetched.header(name)?;
            Some(format!("{name}: {value}"))
        });
        let body = format!(
            "body: {} bytes, sha256 {}",
            fetched.bytes.len(),
            hex::encode(Sha256::digest(&fetched.bytes))
        );
        let keys = self.export_keys.iter().map(|key| format!("known: {key}"));
        let lines = [asked, status].into_iter().chain(headers);
        let lines = lines.chain([body]).chain(keys);
        lines.map(|line| line + "\n").collect()
    }
}

fn is_signed(fetched: &Fetched, key: &VerifierKey) -> bool {
    let header = |name: &str| fetched.header(name).unwrap_or_default();
    SignatureHeaders::read(header).is_of(&SignedAnswer::read(fetched.status, header), key)
}
