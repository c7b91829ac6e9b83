//! The desk itself.

use std::{
    collections::{BTreeSet, HashMap},
    sync::Arc,
};

use tokio::sync::Mutex;
use tracing::{field::Empty, instrument};

use crate::{
    DeskError, Done, Wish,
    append::Appended,
    cache::Cache,
    limits::{PAUSE_MIN, TRIES_MAX},
    locks::Locks,
    prepare::Prepared,
    sight::Sight,
    told,
};
use khen_ambient::{Chance, Clock, IdSource, Stopwatch};
use khen_domain::{Access, CommandKind, Refusal, Role, StreamKey, StreamKind, access, decide};
use khen_eventlog::{Doorbell, EventStore, FileIndex, Halts, LedgerId, Version};
use khen_privacy::{OwnerKey, Vault};

/// What a desk is made of.
pub struct DeskParts {
    /// The ledgers.
    pub store: Arc<dyn EventStore>,
    /// Rung after each append.
    pub bell: Arc<dyn Doorbell>,
    /// Seals personal values.
    pub vault: Vault,
    /// Knows which documents were uploaded.
    pub files: Arc<dyn FileIndex>,
    /// The present.
    pub clock: Arc<dyn Clock>,
    /// Ledgers in which nothing more is recorded.
    pub halts: Halts,
    /// Ids of events.
    pub ids: Arc<dyn IdSource>,
    /// Salts and jitter.
    pub chance: Arc<dyn Chance>,
}

/// Carries out commands.
pub struct Desk {
    pub(crate) store: Arc<dyn EventStore>,
    pub(crate) bell: Arc<dyn Doorbell>,
    pub(crate) vault: Vault,
    pub(crate) files: Arc<dyn FileIndex>,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) halts: Halts,
    pub(crate) ids: Arc<dyn IdSource>,
    pub(crate) chance: Arc<dyn Chance>,
    pub(crate) cache: Cache,
    pub(crate) locks: Locks,
    pub(crate) authority_keys: Mutex<HashMap<LedgerId, Arc<OwnerKey>>>,
}

impl Desk {
    /// A desk of these parts, with nothing cached.
    #[must_use]
    pub fn new(parts: DeskParts) -> Self {
        let DeskParts {
            store,
            bell,
            vault,
            files,
            clock,
            halts,
            ids,
            chance,
        } = parts;
        Self {
            store,
            bell,
            vault,
            files,
            clock,
            halts,
            ids,
            chance,
            cache: Cache::default(),
            locks: Locks::default(),
            authority_keys: Mutex::default(),
        }
    }

    /// Carries out one command.
    ///
    /// # Errors
    /// [`DeskError`]; nothing was recorded, except possibly with [`DeskError::Unavailable`]: then the
    /// same wish again tells.
    #[instrument(
        name = "desk.command.carry_out",
        skip_all,
        fields(
            command.kind = wish.kind.as_str(),
            command.outcome = Empty,
            correlation.id = wish.correlation,
            ledger = wish.ledger.as_str(),
            actor.hash = told::actor_hash(&wish.ledger, &wish.assignment),
            event.first_position = Empty,
            event.position = Empty,
        )
    )]
    pub async fn carry_out(&self, wish: Wish) -> Result<Done, DeskError> {
        let watch = Stopwatch::start();
        let answer = self.answer(wish).await;
        told::tell(&answer, watch.elapsed().as_secs_f64());
        answer
    }

    async fn answer(&self, wish: Wish) -> Result<Done, DeskError> {
        if let Some(halt) = self.halts.halt(&wish.ledger) {
            return Err(DeskError::Halted(Box::new(halt)));
        }
        if let Some(record) = self.halts.read_only() {
            return Err(DeskError::ReadOnly(Some(Box::new(record))));
        }
        let asked = self.identify(wish).await?;
        // Before anything is made or read on behalf of somebody who may never ask for it.
        let actor = self
            .actor(&asked.wish.ledger, &asked.wish.assignment)
            .await?;
        may_ever(asked.wish.kind, actor.role)?;
        let prepared = match self.prepare(&asked.wish).await {
            Ok((command, owners)) => Prepared {
                asked,
                command,
                owners,
            },
            // What a person's erasure has made impossible may have been done before it.
            Err(error) => return self.first_result(&asked).await?.ok_or(error),
        };
        for attempt in 0..TRIES_MAX {
            if let Some(done) = self.attempt(&prepared).await? {
                return Ok(done);
            }
            tokio::time::sleep(self.pause(attempt)).await;
        }
        Err(DeskError::Conflict { tries: TRIES_MAX })
    }

    /// One try; `None` when somebody else was faster.
    async fn attempt(&self, prepared: &Prepared) -> Result<Option<Done>, DeskError> {
        let ledger = &prepared.asked.wish.ledger;
        let mut sight = self.look(prepared).await?;
        let _queue = self.locks.hold(ledger, &sight.written()).await;
        // Whoever held the locks before has left newer states behind.
        if self.is_behind(ledger, &sight) {
            sight = self.look(prepared).await?;
        }
        let decision = decide(&sight.world, &sight.context, &prepared.command);
        // Whoever may not act is not told at which version a stream is.
        let is_barred = matches!(decision, Err(Refusal::Access(_)));
        if let Some(stale) = stale(prepared, &sight).filter(|_| !is_barred) {
            return self.settle(prepared, sight, Err(stale)).await;
        }
        match decision {
            Ok(effects) if effects.is_empty() => self.settle(prepared, sight, Ok(())).await,
            Err(refusal) => self.settle(prepared, sight, Err(refusal.into())).await,
            Ok(effects) => match self.record(prepared, &sight, effects).await? {
                Appended::Done(done) => Ok(Some(done)),
                Appended::Conflict => {
                    self.refresh(ledger, &sight).await?;
                    Ok(None)
                }
            },
        }
    }

    /// An answer that records nothing is given only if nothing that was read has moved, and only
    /// if the command was not carried out before.
    async fn settle(
        &self,
        prepared: &Prepared,
        sight: Sight,
        answer: Result<(), DeskError>,
    ) -> Result<Option<Done>, DeskError> {
        if let Some(done) = self.first_result(&prepared.asked).await? {
            return Ok(Some(done));
        }
        if self.refresh(&prepared.asked.wish.ledger, &sight).await? {
            return Ok(None);
        }
        answer.map(|()| Some(fulfilled(prepared, &sight)))
    }

    fn pause(&self, attempt: u32) -> std::time::Duration {
        let [spread] = self.chance.bytes::<1>();
        let base = PAUSE_MIN * 2_u32.pow(attempt);
        base / 2 + base * u32::from(spread) / 256
    }
}

/// Refuses a role that never gives this command; the rule itself is asked again in `decide`.
fn may_ever(kind: CommandKind, role: Role) -> Result<(), Refusal> {
    let rule = access::rule(kind);
    if rule.scope(role).is_some() || rule.recorders.contains(&role) {
        return Ok(());
    }
    let command = kind.as_str().to_owned();
    Err(access::Refusal::RoleNotAllowed { command, role }.into())
}

/// The caller's own condition, if what is seen breaks it.
fn stale(prepared: &Prepared, sight: &Sight) -> Option<DeskError> {
    let named = prepared.asked.wish.expected.as_ref()?;
    let seen = sight
        .seen
        .iter()
        .find(|(stream, _)| khen_codec::stream_name(stream) == named.stream)
        .map(|(_, (folded, _))| folded.version)?;
    (seen != named.version).then(|| DeskError::Stale {
        stream: named.stream.clone(),
        expected: named.version,
        actual: seen,
    })
}

/// The answer to a wish that was fulfilled already: no events, and the versions as they stand, of
/// whatever of the written kinds is there.
fn fulfilled(prepared: &Prepared, sight: &Sight) -> Done {
    let written = sight.written();
    let kinds: BTreeSet<StreamKind> = written.iter().map(StreamKey::kind).collect();
    let of_these = sight.seen.iter().filter(|(stream, (folded, access))| {
        let is_there = folded.version > Version::NONE && *access != Access::Guard;
        is_there && kinds.contains(&stream.kind())
    });
    let versions =
        of_these.map(|(stream, (folded, _))| (khen_codec::stream_name(stream), folded.version));
    Done {
        command: prepared.asked.id,
        events: Vec::new(),
        versions: versions.collect(),
        is_repeat: false,
    }
}
