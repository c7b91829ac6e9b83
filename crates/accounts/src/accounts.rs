//! Issuing, recognising, listing and revoking.

use std::sync::Arc;

use jiff::SignedDuration;

use crate::{
    AccountError, IssueError, TokenKind, TokenText,
    limits::{TOKEN_DAYS_DEFAULT, TOKEN_DAYS_MAX, TOKEN_LABEL_CHARS_MAX},
};
use khen_ambient::{Chance, Clock, SystemClock};
use khen_domain::{AssignmentId, Role};
use khen_eventlog::{Credential, CredentialStore, LedgerId, OfficeError};

/// What kind of token is wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Order {
    /// The ledger it opens.
    pub ledger: LedgerId,
    /// The assignment that acts.
    pub assignment: AssignmentId,
    /// What it is for, in the issuer's words; no personal data.
    pub label: String,
    /// Days to live.
    pub days: u16,
}

impl Order {
    /// A token for this assignment that lives as long as tokens usually do.
    #[must_use]
    pub fn new(ledger: LedgerId, assignment: AssignmentId, label: impl Into<String>) -> Self {
        Self {
            ledger,
            assignment,
            label: label.into(),
            days: TOKEN_DAYS_DEFAULT,
        }
    }
}

/// A token that was just issued.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issued {
    /// The token in clear, this once.
    pub token: TokenText,
    /// What is kept of it.
    pub credential: Credential,
}

/// Who is at the door.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Visitor {
    /// The token that was shown.
    pub token_id: String,
    /// The ledger it opens.
    pub ledger: LedgerId,
    /// The assignment that acts.
    pub assignment: AssignmentId,
}

/// The tokens of all ledgers.
#[derive(Clone)]
pub struct Accounts {
    store: Arc<dyn CredentialStore>,
    chance: Arc<dyn Chance>,
    clock: Arc<dyn Clock>,
}

impl Accounts {
    /// Accounts over this store, by the machine's clock.
    #[must_use]
    pub fn new(store: Arc<dyn CredentialStore>, chance: Arc<dyn Chance>) -> Self {
        Self {
            store,
            chance,
            clock: Arc::new(SystemClock),
        }
    }

    /// Issues a token. Whether the assignment exists is for the caller to know: a token for none
    /// opens nothing.
    ///
    /// # Errors
    /// [`IssueError`]; no token was issued.
    pub async fn issue(&self, order: Order) -> Result<Issued, IssueError> {
        let Order {
            ledger,
            assignment,
            label,
            days,
        } = order;
        if days == 0 || days > TOKEN_DAYS_MAX {
            return Err(IssueError::Lifetime { days });
        }
        if label.chars().count() > TOKEN_LABEL_CHARS_MAX {
            return Err(IssueError::Label);
        }
        if assignment.as_str() == Role::System.as_str() {
            return Err(IssueError::System);
        }
        let token = TokenText::random(TokenKind::Standing, &*self.chance);
        let issued_at = self.clock.now();
        let credential = Credential {
            token_id: token.id().to_owned(),
            secret_hash: token.secret_hash(),
            ledger,
            assignment: assignment.into(),
            label,
            issued_at,
            expires_at: issued_at + SignedDuration::from_hours(24 * i64::from(days)),
            revoked_at: None,
        };
        self.store
            .keep_credential(&credential)
            .await
            .map_err(IssueError::Unavailable)?;
        Ok(Issued { token, credential })
    }

    /// Who shows this token.
    ///
    /// # Errors
    /// [`AccountError`].
    pub async fn recognise(&self, token: &TokenText) -> Result<Visitor, AccountError> {
        let kept = self
            .store
            .credential(token.id())
            .await
            .map_err(AccountError::Unavailable)?;
        let kept = kept.ok_or(AccountError::Unknown)?;
        if !token.has_secret(&kept.secret_hash) {
            return Err(AccountError::Unknown);
        }
        if kept.revoked_at.is_some() {
            return Err(AccountError::Revoked);
        }
        if self.clock.now() >= kept.expires_at {
            return Err(AccountError::Expired);
        }
        let assignment = AssignmentId::parse(&kept.assignment).map_err(|_| {
            let place = format!("the assignment of token {}", kept.token_id);
            AccountError::Unavailable(OfficeError::Corrupt { place })
        })?;
        Ok(Visitor {
            token_id: kept.token_id,
            ledger: kept.ledger,
            assignment,
        })
    }

    /// Revokes the token with this id; answers whether there is one. The first time stands.
    ///
    /// # Errors
    /// [`OfficeError`].
    pub async fn revoke(&self, token_id: &str) -> Result<bool, OfficeError> {
        self.store.revoke(token_id, self.clock.now()).await
    }

    /// All tokens of a ledger, oldest first, revoked and expired ones included.
    ///
    /// # Errors
    /// [`OfficeError`].
    pub async fn list(&self, ledger: &LedgerId) -> Result<Vec<Credential>, OfficeError> {
        self.store.credentials(ledger).await
    }
}

#[cfg(test)]
mod tests;
