//! Loading definitions into a ledger, through the desk like everybody else.

use anyhow::{Context as _, anyhow, bail};
use futures::{StreamExt as _, TryStreamExt as _, stream};

use crate::{
    definitions::{Acting, Definitions, IdKind, PlannedCommand},
    wiring::Rooms,
};
use khen_ambient::{IdSource as _, RandomIds};
use khen_codec::stream_name;
use khen_desk::{DeskError, SYSTEM, Wish};
use khen_domain::{Role, State, StreamKey, StreamKind, org};
use khen_eventlog::{LedgerId, OwnerId, Version, canonical, limits::PAGE_EVENT_COUNT_MAX};
use khen_privacy::OwnerKey;
use khen_read_model::{AssignmentFilter, PageSize, assignments};
use khen_texts::{Language, Texts};

/// One command after the other.
pub(crate) const IN_ORDER: usize = 1;

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

impl DirectoryIds {
    /// The idempotency key of a planned command: bound to its content, so that a changed definition
    /// is a new wish, and keyed, so that it tells nobody what the content is.
    fn key(&self, planned: &PlannedCommand) -> anyhow::Result<String> {
        let whole = serde_json::json!([planned.kind.as_str(), planned.key, planned.content]);
        Ok(format!("load/{}", self.0.fingerprint(&canonical(&whole)?)))
    }
}

/// The authority of a ledger, as it is recorded.
pub(crate) async fn authority(
    rooms: &Rooms,
    ledger: &LedgerId,
) -> anyhow::Result<Option<org::Authority>> {
    let stream = stream_name(&StreamKey::authority());
    let events = rooms
        .store
        .read_stream(ledger, &stream, Version::NONE, PAGE_EVENT_COUNT_MAX)
        .await?;
    let mut state = State::initial(StreamKind::Org);
    for event in &events {
        let decoded = khen_codec::read(event)?;
        state = state.evolve(&decoded.event, &decoded.origin);
    }
    let State::Org(state) = state else {
        return Ok(None);
    };
    Ok(state.authority().cloned())
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

/// Loads authority and people, so many commands of one kind at once.
pub(crate) async fn load_directory(
    rooms: &Rooms,
    ledger: &LedgerId,
    definitions: &Definitions,
    at_once: usize,
) -> anyhow::Result<Loaded> {
    let mut commands = Vec::new();
    if let Some(authority) = &definitions.authority {
        commands.extend(authority.commands());
    }
    let ids = DirectoryIds::of(rooms, ledger).await?;
    for people in &definitions.people {
        commands.extend(people.commands(&|kind, handle| ids.id(kind, handle)));
    }
    let acting = ActingAs {
        assignment: SYSTEM.to_owned(),
        on_behalf_of: None,
        at_once,
    };
    carry_out(rooms, ledger, commands, &acting).await
}

/// Who loads a campaign; what is not said is the only one there is.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Loaders<'a> {
    /// Assignment of the campaign manager, who records …
    pub(crate) manager: Option<&'a str>,
    /// … the act of the campaign authority.
    pub(crate) authority: Option<&'a str>,
}

/// Loads campaigns: a campaign manager records the plan that the campaign authority has signed.
pub(crate) async fn load_campaigns(
    rooms: &Rooms,
    ledger: &LedgerId,
    definitions: &Definitions,
    loaders: Loaders<'_>,
) -> anyhow::Result<Loaded> {
    if definitions.campaigns.is_empty() {
        return Ok(Loaded::default());
    }
    let assignment = match loaders.manager {
        Some(manager) => manager.to_owned(),
        None => only_holder(rooms, ledger, Role::CampaignManager, "--assignment").await?,
    };
    let on_behalf_of = match loaders.authority {
        Some(authority) => authority.to_owned(),
        None => only_holder(rooms, ledger, Role::CampaignAuthority, "--on-behalf-of").await?,
    };
    let manager = Acting::Handle(assignment.clone());
    let campaigns = definitions.campaigns.iter();
    let commands = campaigns
        .flat_map(|campaign| campaign.commands(&manager))
        .collect();
    let acting = ActingAs {
        assignment,
        on_behalf_of: Some(on_behalf_of),
        at_once: IN_ORDER,
    };
    carry_out(rooms, ledger, commands, &acting).await
}

async fn only_holder(
    rooms: &Rooms,
    ledger: &LedgerId,
    role: Role,
    option: &str,
) -> anyhow::Result<String> {
    crate::rows::catch_up(rooms, ledger).await?;
    let word = role.as_str();
    let filter = AssignmentFilter {
        role: Some(word.to_owned()),
        ..AssignmentFilter::default()
    };
    let size = PageSize::default();
    let page = assignments(&*rooms.rows, ledger.as_str(), &filter, None, size).await?;
    let mut found = page.items.into_iter().map(|one| one.row.assignment);
    match (found.next(), found.next()) {
        (Some(only), None) => Ok(only),
        (None, _) => bail!("nobody holds the role {word}: load the people first"),
        (Some(_), Some(_)) => bail!("several people hold the role {word}: choose with {option}"),
    }
}

/// Under which assignment commands are given, and how many at once.
struct ActingAs {
    assignment: String,
    on_behalf_of: Option<String>,
    at_once: usize,
}

/// Carries the commands out in order; those of one kind do not lean on each other.
async fn carry_out(
    rooms: &Rooms,
    ledger: &LedgerId,
    commands: Vec<PlannedCommand>,
    acting: &ActingAs,
) -> anyhow::Result<Loaded> {
    let load = Load {
        rooms,
        ledger,
        acting,
        ids: DirectoryIds::of(rooms, ledger).await?,
        // One id for the whole load; a definition's own words may name people and stay outside.
        correlation: format!("load-{}", RandomIds.event_id()),
    };
    let mut loaded = Loaded::default();
    for like in commands.chunk_by(|one, next| one.kind == next.kind) {
        let mut done = stream::iter(like)
            .map(|planned| load.carry_out(planned))
            .buffered(acting.at_once);
        while let Some(is_new) = done.try_next().await? {
            loaded.commands += 1;
            loaded.new += usize::from(is_new);
        }
    }
    Ok(loaded)
}

/// What the commands of one load share.
struct Load<'a> {
    rooms: &'a Rooms,
    ledger: &'a LedgerId,
    acting: &'a ActingAs,
    ids: DirectoryIds,
    correlation: String,
}

impl Load<'_> {
    /// Whether the command recorded something.
    async fn carry_out(&self, planned: &PlannedCommand) -> anyhow::Result<bool> {
        let PlannedCommand { place, key, .. } = planned;
        let wish = Wish {
            ledger: self.ledger.clone(),
            assignment: self.acting.assignment.clone(),
            kind: planned.kind,
            key: self.ids.key(planned)?,
            content: planned.content.clone(),
            correlation: self.correlation.clone(),
            occurred_at: None,
            backdating_reason: None,
            on_behalf_of: self.acting.on_behalf_of.clone(),
            expected: None,
        };
        let done = self.rooms.desk.carry_out(wish).await;
        let done = done.map_err(worded).with_context(|| {
            let thing = key.trim_start_matches("load/");
            format!("{place}: không nạp được {thing} / could not load {thing}")
        })?;
        Ok(!done.events.is_empty() && !done.is_repeat)
    }
}

/// A refusal in the words of both languages; any other error as it is.
fn worded(error: DeskError) -> anyhow::Error {
    let DeskError::Refused(refusal) = &error else {
        return error.into();
    };
    let texts = Texts::new();
    let lines = Language::ALL.iter().map(|language| {
        let words = texts.refusal(*language, refusal);
        format!("{}. {} {}", words.title, words.detail, words.remedy)
    });
    anyhow!(lines.collect::<Vec<_>>().join("\n"))
}
