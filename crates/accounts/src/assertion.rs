//! Whether an assertion holds (RFC 7523, section 3).

use jiff::{SignedDuration, Timestamp};
use jsonwebtoken::{Validation, dangerous::insecure_decode, decode, decode_header};
use serde::Deserialize;
use thiserror::Error;

use crate::{
    Issuer, PublicKey,
    limits::{ASSERTION_BYTES_MAX, ASSERTION_ID_BYTES_MAX, ASSERTION_LIFE_MAX, CLOCK_SKEW},
};
use khen_eventlog::{ClientKey, RegisteredClient};

/// Why an assertion does not hold. What is told only to who has the key comes after `Unproven`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum AssertionFault {
    /// It is no JWT that names a client.
    #[error(
        "client_assertion is no JWT, signed as EdDSA or ES256, with the claims iss, sub, aud, exp and jti"
    )]
    Malformed,
    /// There is no such client, or none of its keys has signed this.
    #[error(
        "client_assertion is not signed, as EdDSA or ES256, by a key of a client that is known here"
    )]
    Unproven,
    /// The client was revoked.
    #[error("the client is revoked")]
    Revoked,
    /// `iss` and `sub` differ, or `client_id` names another.
    #[error("iss, sub and client_id, where it is given, must all be the client's id")]
    Client,
    /// It is for somebody else.
    #[error("aud must be this server's issuer or token endpoint alone")]
    Audience,
    /// It is too old.
    #[error("exp is over; check the clock")]
    Expired,
    /// It would hold for too long.
    #[error("exp is more than 5 minutes ahead; check the clock")]
    TooLong,
    /// It is from the future.
    #[error("iat or nbf is ahead; check the clock")]
    Early,
    /// Its id is missing or too long.
    #[error("jti must have 1 to {ASSERTION_ID_BYTES_MAX} bytes")]
    Id,
    /// It was used before.
    #[error("this assertion was used before; make a new one, with another jti, for each token")]
    Used,
}

impl AssertionFault {
    /// A word for it, for measures.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Malformed => "assertion-malformed",
            Self::Unproven => "assertion-unproven",
            Self::Revoked => "client-revoked",
            Self::Client => "assertion-client",
            Self::Audience => "assertion-audience",
            Self::Expired => "assertion-expired",
            Self::TooLong => "assertion-too-long",
            Self::Early => "assertion-early",
            Self::Id => "assertion-id",
            Self::Used => "assertion-used",
        }
    }
}

/// What an assertion says.
#[derive(Debug, Deserialize)]
struct Claims {
    iss: String,
    sub: String,
    aud: Audience,
    exp: Seconds,
    nbf: Option<Seconds>,
    iat: Option<Seconds>,
    jti: String,
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Audience {
    One(String),
    Several(Vec<String>),
}

/// Seconds since the epoch; RFC 7519 allows fractions.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(untagged)]
enum Seconds {
    Whole(i64),
    Fraction(f64),
}

/// An assertion that holds, but for whether it was used before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Proven {
    /// What it is called.
    pub(crate) jti: String,
    /// From when on it is refused for its age.
    pub(crate) refused_from: Timestamp,
}

/// Who it says it is of. Nothing is proven yet.
pub(crate) fn named(assertion: &str) -> Result<String, AssertionFault> {
    if assertion.len() > ASSERTION_BYTES_MAX {
        return Err(AssertionFault::Malformed);
    }
    let claims = insecure_decode::<Claims>(assertion);
    claims
        .map(|read| read.claims.sub)
        .map_err(|_| AssertionFault::Malformed)
}

/// Checks an assertion of a client.
pub(crate) fn check(
    assertion: &str,
    client: &RegisteredClient,
    issuer: &Issuer,
    now: Timestamp,
) -> Result<Proven, AssertionFault> {
    let claims = signed(assertion, &client.keys).ok_or(AssertionFault::Unproven)?;
    if client.revoked_at.is_some() {
        return Err(AssertionFault::Revoked);
    }
    if claims.iss != client.client_id || claims.sub != client.client_id {
        return Err(AssertionFault::Client);
    }
    if !claims.aud.is(issuer) {
        return Err(AssertionFault::Audience);
    }
    let refused_from = end(&claims, now)?;
    if claims.jti.is_empty() || claims.jti.len() > ASSERTION_ID_BYTES_MAX {
        return Err(AssertionFault::Id);
    }
    Ok(Proven {
        jti: claims.jti,
        refused_from,
    })
}

/// The claims, if one of these keys has signed them.
fn signed(assertion: &str, keys: &[ClientKey]) -> Option<Claims> {
    let header = decode_header(assertion).ok()?;
    // What we do not understand must not be passed over. Source: RFC 7515, section 4.1.11.
    if header.crit.is_some() {
        return None;
    }
    let held = keys.iter().filter(|key| key.removed_at.is_none());
    let named = held.filter(|key| header.kid.as_ref().is_none_or(|kid| *kid == key.key_id));
    let mut publics = named.filter_map(|key| PublicKey::parse(&key.public).ok());
    publics.find_map(|key| {
        // The algorithm is the key's, never the header's. Times are checked by our own clock, below.
        let mut validation = Validation::new(key.algorithm());
        validation.required_spec_claims.clear();
        (validation.validate_exp, validation.validate_aud) = (false, false);
        let read = decode::<Claims>(assertion, &key.decoding_key(), &validation);
        read.ok().map(|read| read.claims)
    })
}

/// Checks the times; answers from when on the assertion is too old.
fn end(claims: &Claims, now: Timestamp) -> Result<Timestamp, AssertionFault> {
    let time = |seconds: Seconds| seconds.time().ok_or(AssertionFault::Malformed);
    let refused_from = time(claims.exp)? + CLOCK_SKEW;
    if now >= refused_from {
        return Err(AssertionFault::Expired);
    }
    if refused_from > now + ASSERTION_LIFE_MAX + CLOCK_SKEW * 2 {
        return Err(AssertionFault::TooLong);
    }
    for begin in [claims.nbf, claims.iat].into_iter().flatten() {
        if time(begin)? > now + CLOCK_SKEW {
            return Err(AssertionFault::Early);
        }
    }
    Ok(refused_from)
}

impl Audience {
    /// Whether it is ours, and nobody else's beside.
    fn is(&self, issuer: &Issuer) -> bool {
        match self {
            Self::One(one) => issuer.is_meant_by(one),
            Self::Several(all) => matches!(&all[..], [one] if issuer.is_meant_by(one)),
        }
    }
}

impl Seconds {
    /// `None` beyond the next centuries.
    fn time(self) -> Option<Timestamp> {
        let since = match self {
            Self::Whole(seconds) => SignedDuration::from_secs(seconds),
            Self::Fraction(seconds) => SignedDuration::try_from_secs_f64(seconds).ok()?,
        };
        let is_near = since.abs() < SignedDuration::from_hours(24 * 365 * 1_000);
        is_near.then(|| Timestamp::UNIX_EPOCH + since)
    }
}
