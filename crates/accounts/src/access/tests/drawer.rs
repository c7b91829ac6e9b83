//! Clients and tokens in memory.

use std::{collections::BTreeSet, sync::Mutex};

use async_trait::async_trait;
use jiff::Timestamp;

use khen_eventlog::{
    AccessStore, AccessToken, ClientGrant, ClientKey, ClientStore, KnownAccess, LedgerId,
    OfficeError, RegisteredClient, UsedAssertion,
};

#[derive(Default)]
pub(super) struct Drawer {
    clients: Mutex<Vec<RegisteredClient>>,
    tokens: Mutex<Vec<AccessToken>>,
    used: Mutex<BTreeSet<(String, [u8; 32])>>,
}

impl Drawer {
    fn change(&self, client_id: &str, change: impl FnOnce(&mut RegisteredClient) -> bool) -> bool {
        let mut clients = self.clients.lock().unwrap();
        let found = clients.iter_mut().find(|one| one.client_id == client_id);
        found.is_some_and(change)
    }
}

#[async_trait]
impl ClientStore for Drawer {
    async fn keep_client(&self, client: &RegisteredClient) -> Result<(), OfficeError> {
        self.clients.lock().unwrap().push(client.clone());
        Ok(())
    }

    async fn client(&self, client_id: &str) -> Result<Option<RegisteredClient>, OfficeError> {
        let clients = self.clients.lock().unwrap();
        let found = clients.iter().find(|one| one.client_id == client_id);
        Ok(found.cloned())
    }

    async fn clients(&self) -> Result<Vec<RegisteredClient>, OfficeError> {
        Ok(self.clients.lock().unwrap().clone())
    }

    async fn revoke_client(&self, client_id: &str, at: Timestamp) -> Result<bool, OfficeError> {
        Ok(self.change(client_id, |client| {
            client.revoked_at.get_or_insert(at);
            true
        }))
    }

    async fn keep_client_grant(
        &self,
        client_id: &str,
        grant: &ClientGrant,
    ) -> Result<bool, OfficeError> {
        Ok(self.change(client_id, |client| {
            let is_new = client.grants.iter().all(|one| one.ledger != grant.ledger);
            client.grants.extend(is_new.then(|| grant.clone()));
            is_new
        }))
    }

    async fn delete_client_grant(
        &self,
        client_id: &str,
        ledger: &LedgerId,
    ) -> Result<bool, OfficeError> {
        Ok(self.change(client_id, |client| {
            let count = client.grants.len();
            client.grants.retain(|grant| grant.ledger != *ledger);
            client.grants.len() < count
        }))
    }

    async fn keep_client_key(&self, client_id: &str, key: &ClientKey) -> Result<bool, OfficeError> {
        Ok(self.change(client_id, |client| {
            let is_new = client.keys.iter().all(|one| one.key_id != key.key_id);
            client.keys.extend(is_new.then(|| key.clone()));
            is_new
        }))
    }

    async fn remove_client_key(
        &self,
        client_id: &str,
        key_id: &str,
        at: Timestamp,
    ) -> Result<bool, OfficeError> {
        Ok(self.change(client_id, |client| {
            let found = client.keys.iter_mut().find(|key| key.key_id == key_id);
            found.is_some_and(|key| *key.removed_at.get_or_insert(at) <= at)
        }))
    }
}

#[async_trait]
impl AccessStore for Drawer {
    async fn use_assertion(&self, used: &UsedAssertion, _: Timestamp) -> Result<bool, OfficeError> {
        let id = (used.client_id.clone(), used.jti_hash);
        Ok(self.used.lock().unwrap().insert(id))
    }

    async fn keep_access_token(&self, token: &AccessToken) -> Result<(), OfficeError> {
        self.tokens.lock().unwrap().push(token.clone());
        Ok(())
    }

    async fn access_token(&self, token_id: &str) -> Result<Option<KnownAccess>, OfficeError> {
        let tokens = self.tokens.lock().unwrap();
        let Some(token) = tokens.iter().find(|one| one.token_id == token_id) else {
            return Ok(None);
        };
        let clients = self.clients.lock().unwrap();
        let client = clients.iter().find(|one| one.client_id == token.client_id);
        Ok(client.map(|client| KnownAccess {
            token: token.clone(),
            revoked_at: client.revoked_at,
            grants: client.grants.clone(),
        }))
    }
}
