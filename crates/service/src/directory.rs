//! Loading definitions into a ledger, through the desk like everybody else.

use anyhow::{Context as _, anyhow, bail};

use crate::{
    definitions::{Acting, Definitions, IdKind, PlannedCommand},
    wiring::Rooms,
};
use khen_domain::{Role, StreamKey};
use khen_eventlog::{LedgerId, OwnerId};
use khen_privacy::OwnerKey;
use khen_read_model::{AssignmentFilter, PageSize, assignments};

/// What loading came to.
#[derive(Debug, Default)]
pub(crate) struct Loaded {
    /// Commands carried out.
    pub(crate) commands: usize,
    /// Of those, the ones that recorded something.
    pub(crate) new: usize,
}

/// Ids of people and assignments: the same for the same handle, and nobody can guess them.
pub(crate) struct DirectoryIds(OwnerKey);

impl DirectoryIds {
    /// The ids of `ledger`.
    pub(crate) async fn of(rooms: &Rooms, ledger: &LedgerId) -> anyhow::Result<Self> {
        let owner = OwnerId(StreamKey::authority().to_string());
        let (key, _) = rooms.vault.owner_key_or_new(ledger, &owner).await?;
        Ok(Self(key))
    }

    /// The id behind a handle.
    pub(crate) fn id(&self, kind: IdKind, handle: &str) -> String {
        let (prefix, word) = match kind {
            IdKind::Person => ("p", "person"),
            IdKind::Assignment => ("a", "assignment"),
        };
        format!("{prefix}-{}", self.0.derived_id(word, handle))
    }
}

/// Makes the ledger of the authority, if the definitions hold one, and names the ledger to load
/// into: the only one there is, otherwise.
pub(crate) async fn ledger_of(
    rooms: &Rooms,
    definitions: &Definitions,
) -> anyhow::Result<LedgerId> {
    if let Some(authority) = &definitions.authority {
        let ledger = LedgerId::parse(authority.ledger.slug.get_ref())?;
        rooms
            .store
            .create_ledger(&ledger, &authority.ledger.source)
            .await?;
        return Ok(ledger);
    }
    let mut ledgers = rooms.feed.ledgers().await?.into_iter();
    match (ledgers.next(), ledgers.next()) {
        (Some(only), None) => Ok(only.id),
        (None, _) => bail!("there is no ledger yet: load an authority first"),
        (Some(_), Some(_)) => {
            bail!("there are several ledgers: load the authority's file together with these")
        }
    }
}

/// Loads authority and people.
pub(crate) async fn load_directory(
    rooms: &Rooms,
    ledger: &LedgerId,
    definitions: &Definitions,
) -> anyhow::Result<Loaded> {
    let mut commands = Vec::new();
    if let Some(authority) = &definitions.authority {
        commands.extend(authority.commands());
    }
    let ids = DirectoryIds::of(rooms, ledger).await?;
    for people in &definitions.people {
        commands.extend(people.commands(&|kind, handle| ids.id(kind, handle)));
    }
    carry_out(rooms, ledger, commands, khen_desk::SYSTEM).await
}

/// Loads campaigns, acting under the assignment of a campaign manager.
pub(crate) async fn load_campaigns(
    rooms: &Rooms,
    ledger: &LedgerId,
    definitions: &Definitions,
    assignment: Option<&str>,
) -> anyhow::Result<Loaded> {
    if definitions.campaigns.is_empty() {
        return Ok(Loaded::default());
    }
    let assignment = match assignment {
        Some(assignment) => assignment.to_owned(),
        None => only_manager(rooms, ledger).await?,
    };
    let acting = Acting::Handle(assignment.clone());
    let campaigns = definitions.campaigns.iter();
    let commands = campaigns
        .flat_map(|campaign| campaign.commands(&acting))
        .collect();
    carry_out(rooms, ledger, commands, &assignment).await
}

async fn only_manager(rooms: &Rooms, ledger: &LedgerId) -> anyhow::Result<String> {
    crate::rows::catch_up(rooms, ledger).await?;
    let role = Role::CampaignManager.as_str().to_owned();
    let filter = AssignmentFilter {
        role: Some(role),
        ..AssignmentFilter::default()
    };
    let page = assignments(
        &*rooms.rows,
        ledger.as_str(),
        &filter,
        None,
        PageSize::default(),
    )
    .await?;
    let mut found = page.items.into_iter().map(|one| one.row.assignment);
    match (found.next(), found.next()) {
        (Some(only), None) => Ok(only),
        (None, _) => bail!("nobody is a campaign manager: load the people first"),
        (Some(_), Some(_)) => Err(anyhow!(
            "several people are campaign managers: choose one with --assignment"
        )),
    }
}

async fn carry_out(
    rooms: &Rooms,
    ledger: &LedgerId,
    commands: Vec<PlannedCommand>,
    assignment: &str,
) -> anyhow::Result<Loaded> {
    let mut loaded = Loaded::default();
    for planned in commands {
        let wish = khen_desk::Wish {
            ledger: ledger.clone(),
            assignment: match planned.acting {
                Acting::System => khen_desk::SYSTEM.to_owned(),
                Acting::Handle(_) => assignment.to_owned(),
            },
            kind: planned.kind,
            content: planned.content,
            key: planned.key.clone(),
            correlation: planned.key.clone(),
            occurred_at: None,
            backdating_reason: None,
            on_behalf_of: None,
            expected: None,
        };
        let done = rooms.desk.carry_out(wish).await;
        let done = done.with_context(|| format!("could not load {}", planned.key))?;
        loaded.commands += 1;
        loaded.new += usize::from(!done.events.is_empty() && !done.is_repeat);
    }
    Ok(loaded)
}
