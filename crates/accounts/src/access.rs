//! Access tokens: asked for with an assertion, shown at the door.

use std::sync::Arc;

use jiff::Timestamp;
use sha2::{Digest, Sha256};

use crate::{
    AccountError, Issuer, Scopes, TokenKind, TokenText,
    assertion::{self, Proven},
    error::GrantError,
    limits::{ACCESS_TOKEN_LIFE, CLOCK_SKEW},
};
use khen_ambient::{Chance, Clock, SystemClock};
use khen_domain::AssignmentId;
use khen_eventlog::{
    AccessStore, AccessToken, ClientGrant, ClientStore, LedgerId, OfficeError, RegisteredClient,
    UsedAssertion,
};

/// How a client says who it is.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// Who it is, signed.
    pub assertion: &'a str,
    /// Who it is, where it says so beside.
    pub client_id: Option<&'a str>,
}

/// A token that was just granted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Granted {
    /// The token in clear, this once.
    pub token: TokenText,
    /// What is kept of it.
    pub kept: AccessToken,
}

/// A client at the door.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClientVisitor {
    /// Who it is.
    pub client_id: String,
    /// What its token is good for.
    pub scopes: Scopes,
    /// For whom it acts in each ledger.
    pub grants: Vec<(LedgerId, AssignmentId)>,
}

/// Grants access tokens to clients, and recognises them.
#[derive(Clone)]
pub struct Access {
    clients: Arc<dyn ClientStore>,
    store: Arc<dyn AccessStore>,
    chance: Arc<dyn Chance>,
    clock: Arc<dyn Clock>,
    issuer: Issuer,
}

/// What access is made of.
pub struct AccessParts {
    /// The clients.
    pub clients: Arc<dyn ClientStore>,
    /// Their tokens.
    pub store: Arc<dyn AccessStore>,
    /// Dice.
    pub chance: Arc<dyn Chance>,
    /// What this server is called.
    pub issuer: Issuer,
}

/// A client that has proven to be one, a moment ago.
#[derive(Debug)]
pub struct ProvenClient(RegisteredClient);

impl ProvenClient {
    /// Who it is.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.0.client_id
    }
}

impl Access {
    /// Access made of these, by the machine's clock.
    #[must_use]
    pub fn new(parts: AccessParts) -> Self {
        let AccessParts {
            clients,
            store,
            chance,
            issuer,
        } = parts;
        Self {
            clients,
            store,
            chance,
            clock: Arc::new(SystemClock),
            issuer,
        }
    }

    /// What this server is called.
    #[must_use]
    pub fn issuer(&self) -> &Issuer {
        &self.issuer
    }

    /// Grants a token, for what the client asks or else for all that it may ask for.
    ///
    /// # Errors
    /// [`GrantError`]; none was granted.
    pub async fn grant(
        &self,
        ProvenClient(client): ProvenClient,
        scope: Option<&str>,
    ) -> Result<Granted, GrantError> {
        let allowed = Scopes::parse(&client.scopes).map_err(|_| {
            let place = format!("the scopes of client {}", client.client_id);
            GrantError::Unavailable(OfficeError::Corrupt { place })
        })?;
        let asked = scope.filter(|text| !text.is_empty()).map(Scopes::parse);
        let scopes = match asked {
            Some(Ok(asked)) if asked.is_within(&allowed) => asked,
            Some(_) => return Err(GrantError::Scope { allowed }),
            None => allowed,
        };
        let token = TokenText::random(TokenKind::Access, &*self.chance);
        let issued_at = self.clock.now();
        let kept = AccessToken {
            token_id: token.id().to_owned(),
            secret_hash: token.secret_hash(),
            client_id: client.client_id,
            scopes: scopes.to_string(),
            issued_at,
            expires_at: issued_at + ACCESS_TOKEN_LIFE,
        };
        let keeping = self.store.keep_access_token(&kept).await;
        keeping.map_err(GrantError::Unavailable)?;
        Ok(Granted { token, kept })
    }

    /// The client that the assertion proves; from then on the assertion is used.
    ///
    /// # Errors
    /// [`GrantError`].
    pub async fn prove(&self, asked: Asked<'_>) -> Result<ProvenClient, GrantError> {
        use crate::AssertionFault as F;

        let stranger = |fault| GrantError::Client { known: None, fault };
        let named = assertion::named(asked.assertion).map_err(stranger)?;
        let client = self.clients.client(&named).await;
        let client = client.map_err(GrantError::Unavailable)?;
        let client = client.ok_or(stranger(F::Unproven))?;
        let refused = |fault| GrantError::Client {
            known: Some(client.client_id.clone()),
            fault,
        };
        let now = self.clock.now();
        let proven = assertion::check(asked.assertion, &client, &self.issuer, now);
        let proven = proven.map_err(refused)?;
        if asked.client_id.is_some_and(|id| id != client.client_id) {
            return Err(refused(F::Client));
        }
        if !self.is_first(&client.client_id, &proven, now).await? {
            return Err(refused(F::Used));
        }
        Ok(ProvenClient(client))
    }

    async fn is_first(
        &self,
        client_id: &str,
        proven: &Proven,
        now: Timestamp,
    ) -> Result<bool, GrantError> {
        let used = UsedAssertion {
            client_id: client_id.to_owned(),
            jti_hash: Sha256::digest(&proven.jti).into(),
            // A process whose clock is slow must not take it again.
            keep_until: proven.refused_from + CLOCK_SKEW,
        };
        let first = self.store.use_assertion(&used, now).await;
        first.map_err(GrantError::Unavailable)
    }

    /// Which client shows this token.
    ///
    /// # Errors
    /// [`AccountError`].
    pub async fn recognise(&self, token: &TokenText) -> Result<ClientVisitor, AccountError> {
        let known = self.store.access_token(token.id()).await;
        let known = known.map_err(AccountError::Unavailable)?;
        let known = known.ok_or(AccountError::Unknown)?;
        if !token.has_secret(&known.token.secret_hash) {
            return Err(AccountError::Unknown);
        }
        if known.revoked_at.is_some() {
            return Err(AccountError::Revoked);
        }
        if self.clock.now() >= known.token.expires_at {
            return Err(AccountError::Expired);
        }
        let corrupt = || {
            let place = format!("access token {}", known.token.token_id);
            AccountError::Unavailable(OfficeError::Corrupt { place })
        };
        let granted = |grant: ClientGrant| {
            let assignment = AssignmentId::parse(&grant.assignment).ok()?;
            Some((grant.ledger, assignment))
        };
        let grants: Option<Vec<_>> = known.grants.into_iter().map(granted).collect();
        Ok(ClientVisitor {
            scopes: Scopes::parse(&known.token.scopes).map_err(|_| corrupt())?,
            grants: grants.ok_or_else(corrupt)?,
            client_id: known.token.client_id,
        })
    }
}

#[cfg(test)]
mod tests;
