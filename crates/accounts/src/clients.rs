//! Registering clients, and what becomes of them.

use std::sync::Arc;

use crate::{
    PublicKey, RegisterError, Scopes,
    error::{AddKeyError, LedgerOfClientError},
    limits::{CLIENT_ID_BYTES, CLIENT_KEY_COUNT_MAX, TOKEN_LABEL_CHARS_MAX},
};
use khen_ambient::{Chance, Clock, SystemClock};
use khen_domain::{AssignmentId, Role};
use khen_eventlog::{ClientGrant, ClientKey, ClientStore, LedgerId, OfficeError, RegisteredClient};

/// What kind of client is wanted.
#[derive(Debug, Clone)]
pub struct Registration {
    /// What it is called by people; no personal data.
    pub name: String,
    /// All that it may ask for.
    pub scopes: Scopes,
    /// For whom it acts in each ledger that it opens.
    pub grants: Vec<(LedgerId, AssignmentId)>,
    /// The first key.
    pub key: PublicKey,
}

/// The clients of an office.
#[derive(Clone)]
pub struct Clients {
    pub(crate) store: Arc<dyn ClientStore>,
    pub(crate) chance: Arc<dyn Chance>,
    pub(crate) clock: Arc<dyn Clock>,
}

impl Clients {
    /// Clients over this store, by the machine's clock.
    #[must_use]
    pub fn new(store: Arc<dyn ClientStore>, chance: Arc<dyn Chance>) -> Self {
        Self {
            store,
            chance,
            clock: Arc::new(SystemClock),
        }
    }

    /// Registers a client. Whether its assignments exist is for the caller to know: one for none opens
    /// nothing.
    ///
    /// # Errors
    /// [`RegisterError`]; nothing was registered.
    pub async fn register(&self, wanted: Registration) -> Result<RegisteredClient, RegisterError> {
        let Registration {
            name,
            scopes,
            mut grants,
            key,
        } = wanted;
        if name.trim().is_empty() || name.chars().count() > TOKEN_LABEL_CHARS_MAX {
            return Err(RegisterError::Name);
        }
        if scopes.is_empty() {
            return Err(RegisterError::NoScope);
        }
        grants.sort_by(|one, other| one.0.as_str().cmp(other.0.as_str()));
        let is_repeated = grants.windows(2).any(|pair| pair[0].0 == pair[1].0);
        if grants.is_empty() || is_repeated {
            return Err(RegisterError::Ledgers);
        }
        if grants.iter().any(|(_, assignment)| is_system(assignment)) {
            return Err(RegisterError::System);
        }
        let id = hex::encode(self.chance.bytes::<CLIENT_ID_BYTES>());
        let client = RegisteredClient {
            client_id: format!("c-{id}"),
            name,
            scopes: scopes.to_string(),
            grants: grants.into_iter().map(granted).collect(),
            keys: vec![self.kept(&key)],
            registered_at: self.clock.now(),
            revoked_at: None,
        };
        let kept = self.store.keep_client(&client).await;
        kept.map_err(RegisterError::Unavailable)?;
        Ok(client)
    }

    /// Opens one more ledger to a client, at once and to its access tokens too.
    ///
    /// # Errors
    /// [`LedgerOfClientError`]; nothing was changed.
    pub async fn add_ledger(
        &self,
        client_id: &str,
        (ledger, assignment): (LedgerId, AssignmentId),
    ) -> Result<(), LedgerOfClientError> {
        if is_system(&assignment) {
            return Err(LedgerOfClientError::System);
        }
        self.known(client_id).await?;
        let grant = granted((ledger, assignment));
        let kept = self.store.keep_client_grant(client_id, &grant).await;
        if kept.map_err(LedgerOfClientError::Unavailable)? {
            Ok(())
        } else {
            Err(LedgerOfClientError::Repeated)
        }
    }

    /// Closes a ledger to a client, at once and to its access tokens too. One ledger is left: who is to read
    /// none is revoked.
    ///
    /// # Errors
    /// [`LedgerOfClientError`]; nothing was changed.
    pub async fn remove_ledger(
        &self,
        client_id: &str,
        ledger: &LedgerId,
    ) -> Result<(), LedgerOfClientError> {
        let client = self.known(client_id).await?;
        let is_last = matches!(&*client.grants, [only] if only.ledger == *ledger);
        if is_last {
            return Err(LedgerOfClientError::Last);
        }
        let deleted = self.store.delete_client_grant(client_id, ledger).await;
        if deleted.map_err(LedgerOfClientError::Unavailable)? {
            Ok(())
        } else {
            Err(LedgerOfClientError::Closed)
        }
    }

    async fn known(&self, client_id: &str) -> Result<RegisteredClient, LedgerOfClientError> {
        let client = self.store.client(client_id).await;
        let client = client.map_err(LedgerOfClientError::Unavailable)?;
        client.ok_or(LedgerOfClientError::NoClient)
    }

    /// Gives a client one more key; until one of them is removed, both open.
    ///
    /// # Errors
    /// [`AddKeyError`]; nothing was changed.
    pub async fn add_key(&self, client_id: &str, key: &PublicKey) -> Result<(), AddKeyError> {
        let client = self.store.client(client_id).await;
        let client = client.map_err(AddKeyError::Unavailable)?;
        let client = client.ok_or(AddKeyError::NoClient)?;
        let held = client.keys.iter().filter(|key| key.removed_at.is_none());
        if held.count() >= CLIENT_KEY_COUNT_MAX {
            return Err(AddKeyError::TooMany);
        }
        let kept = self.store.keep_client_key(client_id, &self.kept(key)).await;
        if kept.map_err(AddKeyError::Unavailable)? {
            Ok(())
        } else {
            Err(AddKeyError::Repeated)
        }
    }

    /// Removes a key; answers whether the client had it. The first time stands. Access tokens that it has
    /// got live out their few minutes.
    ///
    /// # Errors
    /// [`OfficeError`].
    pub async fn remove_key(&self, client_id: &str, key_id: &str) -> Result<bool, OfficeError> {
        let now = self.clock.now();
        self.store.remove_client_key(client_id, key_id, now).await
    }

    /// Revokes a client with all its access tokens; answers whether there is one. The first time stands.
    ///
    /// # Errors
    /// [`OfficeError`].
    pub async fn revoke(&self, client_id: &str) -> Result<bool, OfficeError> {
        self.store.revoke_client(client_id, self.clock.now()).await
    }

    /// All clients, oldest first, revoked ones included.
    ///
    /// # Errors
    /// [`OfficeError`].
    pub async fn list(&self) -> Result<Vec<RegisteredClient>, OfficeError> {
        self.store.clients().await
    }

    fn kept(&self, key: &PublicKey) -> ClientKey {
        ClientKey {
            key_id: key.id(),
            public: key.jwk(),
            added_at: self.clock.now(),
            removed_at: None,
        }
    }
}

fn is_system(assignment: &AssignmentId) -> bool {
    assignment.as_str() == Role::System.as_str()
}

fn granted((ledger, assignment): (LedgerId, AssignmentId)) -> ClientGrant {
    ClientGrant {
        ledger,
        assignment: assignment.into(),
    }
}
