//! `khen client …`

use std::{fs, path::Path, sync::Arc};

use anyhow::{Context as _, bail};

use crate::{
    cli::{ClientTask, Register},
    config::Config,
    output, rows,
    tasks::token::known_ledger,
    wiring::{self, Rooms},
};
use khen_accounts::{Clients, PrivateKey, PublicKey, Registration};
use khen_ambient::{OsChance, SystemClock};
use khen_domain::{AssignmentId, Role};
use khen_eventlog::{ClientKey, LedgerId, RegisteredClient};
use khen_export::Profile;
use khen_read_model::{AssignmentFilter, PageSize, assignments};

pub(crate) async fn run(config: &Config, task: ClientTask) -> anyhow::Result<()> {
    // The one task of the client's own machine, where there is no office.
    if let ClientTask::Key { out, jwk } = &task {
        return make_key(out, *jwk);
    }
    let rooms = wiring::open_existing(config, Arc::new(SystemClock)).await?;
    let clients = Clients::new(Arc::clone(&rooms.clients), Arc::new(OsChance));
    match task {
        ClientTask::Key { .. } => Ok(()),
        ClientTask::Register(wanted) => register(&rooms, &clients, wanted).await,
        ClientTask::List => {
            for client in clients.list().await? {
                tell(&client)?;
            }
            Ok(())
        }
        ClientTask::Revoke { client_id } => {
            if !clients.revoke(&client_id).await? {
                bail!("there is no client {client_id}: see `khen client list`");
            }
            output::line(&format!("The client {client_id} is revoked."))
        }
        ClientTask::AddKey { client_id, key } => {
            let key = public_key(&key)?;
            let added = clients.add_key(&client_id, &key).await;
            added.with_context(|| format!("the client {client_id} gets no further key"))?;
            output::line(&key.id())
        }
        ClientTask::AddLedger { client_id, ledger } => {
            let grant = grant(&rooms, &ledger).await?;
            let (slug, assignment) = (grant.0.clone(), grant.1.clone());
            let opened = clients.add_ledger(&client_id, grant).await;
            opened.with_context(|| format!("the client {client_id} does not get {slug}"))?;
            output::line(&format!(
                "The client {client_id} reads {slug}, for {assignment}."
            ))
        }
        ClientTask::RemoveLedger { client_id, ledger } => {
            // One that is no longer there is closed as well.
            let slug = LedgerId::parse(&ledger).with_context(|| ledger.clone())?;
            let closed = clients.remove_ledger(&client_id, &slug).await;
            closed.with_context(|| format!("the client {client_id} keeps {slug}"))?;
            output::line(&format!(
                "The client {client_id} does not read {slug} any more."
            ))
        }
        ClientTask::RemoveKey { client_id, key_id } => {
            if !clients.remove_key(&client_id, &key_id).await? {
                bail!("there is no client {client_id} with a key {key_id}: see `khen client list`");
            }
            output::line(&format!("The key {key_id} opens nothing any more."))
        }
    }
}

fn make_key(out: &Path, jwk: bool) -> anyhow::Result<()> {
    let key = PrivateKey::random(&OsChance);
    wiring::write_secret(out, key.reveal().as_bytes())?;
    let public = key.public();
    output::note(&format!(
        "The private key lies in {} and belongs on this machine alone. Send the office what follows; the \
         key is called {}.",
        out.display(),
        public.id()
    ))?;
    let told = if jwk { public.jwk() } else { public.pem() };
    output::line(told.trim_end())
}

async fn register(rooms: &Rooms, clients: &Clients, wanted: Register) -> anyhow::Result<()> {
    let mut grants = Vec::new();
    for named in &wanted.ledgers {
        grants.push(grant(rooms, named).await?);
    }
    let registration = Registration {
        name: wanted.name,
        scopes: wanted.scopes.into_iter().collect(),
        grants,
        key: public_key(&wanted.key)?,
    };
    let client = clients.register(registration).await?;
    output::note("Tell the client its id; it is no secret. It signs with its key to get a token:")?;
    output::line(&client.client_id)
}

/// A ledger, and who acts there for the client: an assignment that reads the export.
async fn grant(rooms: &Rooms, named: &str) -> anyhow::Result<(LedgerId, AssignmentId)> {
    let (slug, assignment) = match named.split_once('=') {
        Some((slug, assignment)) => (slug, Some(assignment.to_owned())),
        None => (named, None),
    };
    let ledger = known_ledger(rooms, slug).await?;
    let assignment = match assignment {
        Some(assignment) => assignment,
        None => only_export_client(rooms, &ledger).await?,
    };
    let actor = rooms.desk.actor(&ledger, &assignment).await?;
    if Profile::of(actor.role).is_none() {
        bail!(
            "the assignment {assignment} of {ledger} has the role {}, which does not read the export: name \
             one with the role export_client or auditor",
            actor.role.as_str()
        );
    }
    Ok((ledger, actor.assignment))
}

async fn only_export_client(rooms: &Rooms, ledger: &LedgerId) -> anyhow::Result<String> {
    rows::catch_up(rooms, ledger).await?;
    let filter = AssignmentFilter {
        role: Some(Role::ExportClient.as_str().to_owned()),
        ..AssignmentFilter::default()
    };
    let size = PageSize::default();
    let found = assignments(&*rooms.rows, ledger.as_str(), &filter, None, size).await?;
    let mut found = found.items.into_iter().map(|one| one.row.assignment);
    match (found.next(), found.next()) {
        (Some(only), None) => Ok(only),
        (None, _) => bail!(
            "nobody holds the role export_client in {ledger}: grant it in a people definition (`khen load`)"
        ),
        (Some(first), Some(second)) => bail!(
            "several hold the role export_client in {ledger}: say which one, as in --ledger \
             {ledger}={first} or --ledger {ledger}={second}"
        ),
    }
}

fn public_key(file: &Path) -> anyhow::Result<PublicKey> {
    let text = fs::read_to_string(file);
    let text = text.with_context(|| format!("could not read {}", file.display()))?;
    PublicKey::parse(&text).with_context(|| file.display().to_string())
}

/// One line a client, one a ledger, one a key.
fn tell(client: &RegisteredClient) -> anyhow::Result<()> {
    let state = match client.revoked_at {
        Some(at) => format!("revoked {at:.0}"),
        None => format!("since {:.0}", client.registered_at),
    };
    output::line(&format!(
        "{}  {state}  {}  {}",
        client.client_id, client.scopes, client.name
    ))?;
    for grant in &client.grants {
        output::line(&format!("  ledger {}  {}", grant.ledger, grant.assignment))?;
    }
    client.keys.iter().try_for_each(tell_key)
}

fn tell_key(key: &ClientKey) -> anyhow::Result<()> {
    let state = match key.removed_at {
        Some(at) => format!("removed {at:.0}"),
        None => format!("since {:.0}", key.added_at),
    };
    output::line(&format!("  key {}  {state}", key.key_id))
}
