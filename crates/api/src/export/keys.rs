//! With which keys what leaves the building is checked.

use std::fmt::Write as _;

use base64::{Engine, engine::general_purpose::STANDARD};
use schemars::JsonSchema;
use serde::Serialize;

use super::seal::Seal;
use crate::parts::Api;
use khen_audit::{SigningKey, VerifierKey};
use khen_export::key_id;

/// The log that seals a ledger. Whoever checks it has its keys from somewhere else too: from a board, or
/// a mandate on paper.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "ExportedLog")]
pub(super) struct LogAnswer {
    /// What its checkpoints begin with; none before it is signed for the first time.
    origin: Option<String>,
    /// Its verifier keys, the present one first.
    vkeys: Vec<String>,
    /// What a careful reader believes, in the form of c2sp.org/tlog-policy: these logs, and any one of the
    /// witnesses that are asked to cosign.
    policy: Option<String>,
}

/// The key that signs pages and manifests.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "ExportSigning")]
pub(super) struct SigningAnswer {
    /// How `Signature-Input` names it.
    key_id: String,
    /// Always `ed25519`.
    algorithm: &'static str,
    /// Its 32 public bytes, in base64.
    public_key: String,
    /// The same as a verifier key, which signs the manifests of segments.
    vkey: String,
}

impl LogAnswer {
    /// What `seal` says, and who else is believed.
    pub(super) fn of(api: &Api, seal: &Seal, key: Option<&SigningKey>) -> Self {
        let signed = seal.log.signed.as_ref();
        let vkeys = signed.into_iter().flat_map(|kept| kept.keys.lines());
        let vkeys: Vec<String> = vkeys.map(ToOwned::to_owned).collect();
        let evidence = seal.origin.as_ref();
        let evidence = evidence.and_then(|origin| api.parts.export_key.of_evidence(origin));
        let leaving = [key, evidence.as_ref()].into_iter().flatten();
        let leaving: Vec<String> = leaving.map(|key| key.verifier().to_string()).collect();
        let policy =
            (!vkeys.is_empty()).then(|| policy(vkeys.iter().chain(&leaving), &api.parts.witnesses));
        Self {
            origin: seal.origin.as_ref().map(ToString::to_string),
            vkeys,
            policy,
        }
    }
}

impl SigningAnswer {
    pub(super) fn of(key: &VerifierKey) -> Self {
        Self {
            key_id: key_id(key),
            algorithm: "ed25519",
            public_key: STANDARD.encode(key.public_bytes()),
            vkey: key.to_string(),
        }
    }
}

/// The policy that believes these logs and, where there are any, any one of these witnesses.
pub(crate) fn policy<'a>(
    logs: impl Iterator<Item = &'a String>,
    witnesses: &[VerifierKey],
) -> String {
    let mut text = String::new();
    for key in logs {
        line(&mut text, format_args!("log {key}"));
    }
    let mut names = Vec::new();
    for (number, key) in (1..).zip(witnesses) {
        line(&mut text, format_args!("witness w{number} {key}"));
        names.push(format!("w{number}"));
    }
    if witnesses.is_empty() {
        line(&mut text, format_args!("quorum none"));
    } else {
        line(
            &mut text,
            format_args!("group witnesses any {}", names.join(" ")),
        );
        line(&mut text, format_args!("quorum witnesses"));
    }
    text
}

fn line(text: &mut String, line: std::fmt::Arguments<'_>) {
    writeln!(text, "{line}").expect("a string takes what is written");
}
