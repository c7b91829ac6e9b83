//! Who answered: a signature over an answer's status and headers, the digest of its bytes among them.
//!
//! Source: RFC 9421 (HTTP Message Signatures), algorithm `ed25519` of its section 3.3.6. A gateway that
//! ends TLS cannot change a page unnoticed, and a page can be shown to somebody else as what was answered.

use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

use khen_audit::{KeyName, Origin, SigningKey, VerifierKey};

/// The label of the signature in both of its headers.
const LABEL: &str = "export";
/// What is signed beside the status, in this order.
const SIGNED_HEADERS: [&str; 4] = ["content-type", "repr-digest", "khen-next", "khen-log-size"];

/// The secret key of an office's export: 32 bytes of chance, used for each ledger under a name of its own.
#[derive(Clone)]
pub struct ExportKey(Zeroizing<[u8; 32]>);

impl ExportKey {
    /// The key with these secret bytes (RFC 8032).
    #[must_use]
    pub fn new(seed: Zeroizing<[u8; 32]>) -> Self {
        Self(seed)
    }

    /// The key for the ledger whose log has this origin: `<origin>/export`. None where the origin can be
    /// no part of a key's name, which no log of Khen has.
    #[must_use]
    pub fn of(&self, origin: &Origin) -> Option<SigningKey> {
        let name = KeyName::parse(&format!("{origin}/export")).ok()?;
        Some(SigningKey::from_seed(name, self.0.clone()))
    }

    /// The key for the manifests of bundles from the log of this origin: `<origin>/evidence/v1`. None as
    /// above. Its secret bytes are derived, since no policy has one public key under two names.
    #[must_use]
    pub fn of_evidence(&self, origin: &Origin) -> Option<SigningKey> {
        let name = KeyName::parse(&format!("{origin}/evidence/v1")).ok()?;
        let seed = Sha256::new_with_prefix("khen/evidence-key/v1\n").chain_update(*self.0);
        Some(SigningKey::from_seed(
            name,
            Zeroizing::new(seed.finalize().into()),
        ))
    }
}

/// How answers name a key: `export-` and its id, eight hexadecimal digits.
#[must_use]
pub fn key_id(key: &VerifierKey) -> String {
    format!("{LABEL}-{}", key.id())
}

/// What is signed of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SignedAnswer<'a> {
    /// The status code.
    pub status: u16,
    /// The values of the headers that are signed, in their order.
    pub values: [&'a str; SIGNED_HEADERS.len()],
}

/// The header that says what is signed, when, and with which key.
pub const SIGNATURE_INPUT: &str = "signature-input";
/// The header of the signature itself.
pub const SIGNATURE: &str = "signature";

/// The two headers of a signature.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignatureHeaders {
    /// `Signature-Input`.
    pub input: String,
    /// `Signature`.
    pub signature: String,
}

impl SignatureHeaders {
    /// Those of an answer whose headers `header` looks up; a missing one is empty, and signs nothing.
    #[must_use]
    pub fn read<'a>(header: impl Fn(&str) -> &'a str) -> Self {
        Self {
            input: header(SIGNATURE_INPUT).to_owned(),
            signature: header(SIGNATURE).to_owned(),
        }
    }

    /// Signs an answer. `created` is in seconds since 1970.
    #[must_use]
    pub fn sign(answer: &SignedAnswer<'_>, key: &SigningKey, created: i64) -> Self {
        let parameters = parameters(&key_id(key.verifier()), created);
        let signature = key.sign_message(answer.base(&parameters).as_bytes());
        Self {
            input: format!("{LABEL}={parameters}"),
            signature: format!("{LABEL}=:{}:", STANDARD.encode(signature)),
        }
    }

    /// Whether `key` signed this answer, in the form that Khen writes.
    #[must_use]
    pub fn is_of(&self, answer: &SignedAnswer<'_>, key: &VerifierKey) -> bool {
        let prefix = format!("{LABEL}=");
        let parameters = self.input.strip_prefix(&prefix);
        let signature = self.signature.strip_prefix(&prefix);
        let signature = signature
            .and_then(|text| text.strip_prefix(':')?.strip_suffix(':'))
            .and_then(|text| STANDARD.decode(text).ok());
        let (Some(parameters), Some(signature)) = (parameters, signature) else {
            return false;
        };
        created_of(parameters, &key_id(key)).is_some()
            && key.has_signed(answer.base(parameters).as_bytes(), &signature)
    }
}

impl<'a> SignedAnswer<'a> {
    /// What is signed of an answer whose headers `header` looks up; a missing one is empty.
    #[must_use]
    pub fn read(status: u16, header: impl Fn(&str) -> &'a str) -> Self {
        Self {
            status,
            values: SIGNED_HEADERS.map(header),
        }
    }

    /// The signature base (RFC 9421 section 2.5). It begins with `"@status"`, as no note of Khen does.
    fn base(&self, parameters: &str) -> String {
        let named = SIGNED_HEADERS.iter().zip(self.values);
        let lines = named.map(|(name, value)| format!("\"{name}\": {value}"));
        let status = format!("\"@status\": {}", self.status);
        let end = format!("\"@signature-params\": {parameters}");
        let lines = [status].into_iter().chain(lines).chain([end]);
        lines.collect::<Vec<_>>().join("\n")
    }
}

fn components() -> String {
    let names = ["@status"].into_iter().chain(SIGNED_HEADERS);
    let quoted: Vec<_> = names.map(|name| format!("\"{name}\"")).collect();
    format!("({})", quoted.join(" "))
}

fn parameters(key_id: &str, created: i64) -> String {
    let components = components();
    format!("{components};created={created};keyid=\"{key_id}\";alg=\"ed25519\"")
}

/// When an answer was signed, if its parameters are those that Khen writes with this key.
fn created_of(parameters: &str, key_id: &str) -> Option<i64> {
    let (_, rest) = parameters.split_once(";created=")?;
    let created = rest.split(';').next()?.parse().ok()?;
    (self::parameters(key_id, created) == parameters).then_some(created)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(seed: u8) -> SigningKey {
        let origin = Origin::parse("khen.example/log/hon-quan").unwrap();
        let key = ExportKey::new(Zeroizing::new([seed; 32]));
        key.of(&origin).unwrap()
    }

    const ANSWER: SignedAnswer<'_> = SignedAnswer {
        status: 200,
        values: ["application/x-ndjson", "sha-256=:AA==:", "4", "5"],
    };

    #[test]
    fn an_answer_is_signed_in_the_form_of_rfc_9421() {
        let key = key(1);
        let headers = SignatureHeaders::sign(&ANSWER, &key, 1_734_338_700);
        let id = key.verifier().id();
        let parameters = format!(
            "(\"@status\" \"content-type\" \"repr-digest\" \"khen-next\" \"khen-log-size\")\
             ;created=1734338700;keyid=\"export-{id}\";alg=\"ed25519\""
        );
        assert_eq!(headers.input, format!("export={parameters}"));
        let base = format!(
            "\"@status\": 200\n\"content-type\": application/x-ndjson\n\
             \"repr-digest\": sha-256=:AA==:\n\"khen-next\": 4\n\"khen-log-size\": 5\n\
             \"@signature-params\": {parameters}"
        );
        let signature = STANDARD.encode(key.sign_message(base.as_bytes()));
        assert_eq!(headers.signature, format!("export=:{signature}:"));
        assert!(headers.is_of(&ANSWER, key.verifier()));
    }

    #[test]
    fn a_changed_answer_another_key_and_other_parameters_are_noticed() {
        let (one, other) = (key(1), key(2));
        let headers = SignatureHeaders::sign(&ANSWER, &one, 7);
        assert!(!headers.is_of(&ANSWER, other.verifier()));
        let [kind, digest, next, size] = ANSWER.values;
        for values in [
            ["text/plain", digest, next, size],
            [kind, "sha-256=:AQ==:", next, size],
            [kind, digest, "5", size],
            [kind, digest, next, "6"],
        ] {
            let changed = SignedAnswer { values, ..ANSWER };
            assert!(!headers.is_of(&changed, one.verifier()));
        }
        let changed = SignedAnswer {
            status: 203,
            ..ANSWER
        };
        assert!(!headers.is_of(&changed, one.verifier()));
        for input in [
            headers.input.replace("created=7", "created=8"),
            headers.input.replace(" \"khen-next\"", ""),
            headers.input.replace("export=", "other="),
            String::new(),
        ] {
            let changed = SignatureHeaders {
                input,
                ..headers.clone()
            };
            assert!(!changed.is_of(&ANSWER, one.verifier()));
        }
    }
}
