//! Bringing the streams of the command table into sight.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use crate::{
    Desk, DeskError, SYSTEM,
    cache::Folded,
    door::unavailable,
    limits::SIGHT_ROUNDS_MAX,
    prepare::{Prepared, owner_of, person_of},
    wish::moment,
};
use khen_codec::stream_name;
use khen_domain::{
    Access, Actor, Aspect, AssignmentId, CampaignId, Context, FactSubject, Need, NomineeRef,
    PersonId, Role, State, StreamKey, World, needs,
};
use khen_eventlog::{
    LedgerId, OwnerId, StreamName, Version,
    limits::{APPEND_CONDITION_COUNT_MAX, PAGE_EVENT_COUNT_MAX},
};
use khen_privacy::PrivacyError;

/// What a decision sees, and at which versions.
pub(crate) struct Sight {
    pub(crate) world: World,
    pub(crate) context: Context,
    pub(crate) seen: BTreeMap<StreamKey, (Folded, Access)>,
}

impl Sight {
    /// The streams that the command writes.
    pub(crate) fn written(&self) -> BTreeSet<StreamKey> {
        let is_written = |access: Access| access == Access::Write;
        self.seen
            .iter()
            .filter(|(_, (_, access))| is_written(*access))
            .map(|(stream, _)| stream.clone())
            .collect()
    }

    fn show(&mut self, stream: StreamKey, folded: Folded, access: Access) {
        self.world.show(stream.clone(), Arc::clone(&folded.state));
        let strongest = self
            .seen
            .get(&stream)
            .map_or(access, |(_, other)| access.max(*other));
        self.seen.insert(stream, (folded, strongest));
    }
}

impl Desk {
    /// Looks until the command table names nothing new.
    pub(crate) async fn look(&self, prepared: &Prepared) -> Result<Sight, DeskError> {
        let ledger = &prepared.asked.wish.ledger;
        let context = self.context(prepared).await?;
        let mut sight = Sight {
            world: World::default(),
            context,
            seen: BTreeMap::new(),
        };
        for owner in &prepared.owners {
            let stream = StreamKey::privacy(owner);
            let folded = self.folded(ledger, &stream).await?;
            sight.show(stream, folded, Access::Guard);
        }
        for _ in 0..SIGHT_ROUNDS_MAX {
            let mut is_complete = true;
            for need in needs(&prepared.command, &sight.context, &sight.world) {
                is_complete &= self.meet(ledger, &mut sight, need).await?;
            }
            if is_complete {
                return Ok(sight);
            }
        }
        Err(unavailable(std::io::Error::other(
            "the command table never stops naming streams",
        )))
    }

    /// Meets one need; answers whether it was met already.
    async fn meet(
        &self,
        ledger: &LedgerId,
        sight: &mut Sight,
        need: Need,
    ) -> Result<bool, DeskError> {
        match need {
            Need::Stream(stream, access) => {
                if let Some((_, seen)) = sight.seen.get_mut(&stream) {
                    *seen = access.max(*seen);
                    return Ok(true);
                }
                if sight.seen.len() >= APPEND_CONDITION_COUNT_MAX {
                    let max = APPEND_CONDITION_COUNT_MAX;
                    let detail = format!("a command touches at most {max} streams");
                    return Err(DeskError::Malformed { detail });
                }
                let folded = self.folded(ledger, &stream).await?;
                sight.show(stream, folded, access);
                Ok(false)
            }
            Need::Subject(nominee, year) => {
                if sight.world.shows_subject(&nominee, year) {
                    return Ok(true);
                }
                let key = self.key_of_nominee(ledger, &nominee).await?;
                let subject = key.map(|key| FactSubject::parse(&key.fact_ref(year)));
                let subject = subject.transpose().map_err(unavailable)?;
                sight.world.show_subject(nominee, year, subject);
                Ok(false)
            }
            Need::HoldSubject(nominee) => {
                if sight.world.shows_hold_subject(&nominee) {
                    return Ok(true);
                }
                let key = self.key_of_nominee(ledger, &nominee).await?;
                let subject = key.map(|key| FactSubject::parse(&key.hold_ref()));
                let subject = subject.transpose().map_err(unavailable)?;
                sight.world.show_hold_subject(nominee, subject);
                Ok(false)
            }
            Need::SubjectOf(person, aspect) => {
                if sight.world.shows_subject_of(&person, aspect) {
                    return Ok(true);
                }
                let subject = self.subject_of(ledger, &person, aspect).await?;
                sight.world.show_subject_of(person, aspect, subject);
                Ok(false)
            }
            Need::NomineeOf(person, campaign) => {
                if sight.world.shows_nominee_of(&person, &campaign) {
                    return Ok(true);
                }
                let nominee = self.nominee_of_person(ledger, &person, &campaign).await?;
                sight.world.show_nominee_of(person, campaign, nominee);
                Ok(false)
            }
            Need::Person(nominee) => {
                if sight.world.shows_nominee(&nominee) {
                    return Ok(true);
                }
                let person = self.person_behind(ledger, &nominee).await?;
                sight.world.show_nominee(nominee, person);
                Ok(false)
            }
        }
    }

    /// Whether this process knows newer states of what was seen.
    pub(crate) fn is_behind(&self, ledger: &LedgerId, sight: &Sight) -> bool {
        sight.seen.iter().any(|(stream, (folded, _))| {
            let known = self.cache.get(ledger, stream);
            known.is_some_and(|known| known.version != folded.version)
        })
    }

    /// Folds on, in the cache, whatever has moved since it was seen; answers whether anything had.
    pub(crate) async fn refresh(
        &self,
        ledger: &LedgerId,
        sight: &Sight,
    ) -> Result<bool, DeskError> {
        let names: Vec<StreamName> = sight.seen.keys().map(stream_name).collect();
        let versions = self.store.versions(ledger, &names).await?;
        let mut has_moved = false;
        for ((stream, (folded, _)), version) in sight.seen.iter().zip(versions) {
            if folded.version != version {
                self.fold_on(ledger, stream, folded.clone()).await?;
                has_moved = true;
            }
        }
        Ok(has_moved)
    }

    async fn context(&self, prepared: &Prepared) -> Result<Context, DeskError> {
        let wish = &prepared.asked.wish;
        let mut actor = self.actor(&wish.ledger, &wish.assignment).await?;
        if let Some(other) = &wish.on_behalf_of {
            let other = AssignmentId::parse(other).map_err(|_| DeskError::NoAssignment {
                assignment: other.clone(),
            })?;
            actor.on_behalf_of = Some(other);
        }
        let now = self.clock.now();
        Ok(Context {
            actor,
            now: moment(now),
            occurred_at: moment(wish.occurred_at.unwrap_or(now)),
            backdating_reason: wish.backdating_reason,
        })
    }

    /// Who acts under this assignment.
    ///
    /// # Errors
    /// [`DeskError::NoAssignment`] when there is none.
    pub async fn actor(&self, ledger: &LedgerId, assignment: &str) -> Result<Actor, DeskError> {
        let unknown = || DeskError::NoAssignment {
            assignment: assignment.to_owned(),
        };
        let id = AssignmentId::parse(assignment).map_err(|_| unknown())?;
        if assignment == SYSTEM {
            let principal = PersonId::parse(SYSTEM).map_err(|_| unknown())?;
            return Ok(Actor {
                principal,
                assignment: id,
                role: Role::System,
                unit: None,
                on_behalf_of: None,
            });
        }
        let folded = self.folded(ledger, &StreamKey::assignment(&id)).await?;
        let State::Org(org) = &*folded.state else {
            return Err(unknown());
        };
        let held = org.assignment().ok_or_else(unknown)?;
        Ok(Actor {
            principal: held.person.clone(),
            assignment: id,
            role: held.role,
            unit: held.unit.clone(),
            on_behalf_of: None,
        })
    }

    pub(crate) async fn folded(
        &self,
        ledger: &LedgerId,
        stream: &StreamKey,
    ) -> Result<Folded, DeskError> {
        if let Some(folded) = self.cache.get(ledger, stream) {
            return Ok(folded);
        }
        let start = Folded {
            version: Version::NONE,
            state: Arc::new(State::initial(stream.kind())),
        };
        self.fold_on(ledger, stream, start).await
    }

    async fn fold_on(
        &self,
        ledger: &LedgerId,
        stream: &StreamKey,
        from: Folded,
    ) -> Result<Folded, DeskError> {
        let name = stream_name(stream);
        let mut version = from.version;
        let mut state = Arc::unwrap_or_clone(from.state);
        loop {
            let page = self
                .store
                .read_stream(ledger, &name, version, PAGE_EVENT_COUNT_MAX)
                .await?;
            let is_last = page.len() < PAGE_EVENT_COUNT_MAX;
            for event in &page {
                let decoded = khen_codec::read(event).map_err(unavailable)?;
                state = state.evolve(&decoded.event, &decoded.origin);
                version = event.version;
            }
            if is_last {
                break;
            }
        }
        let folded = Folded {
            version,
            state: Arc::new(state),
        };
        self.cache.put(ledger, stream, folded.clone());
        Ok(folded)
    }

    /// The key of the person behind a nominee; `None` for a collective, or once it is destroyed.
    async fn key_of_nominee(
        &self,
        ledger: &LedgerId,
        nominee: &NomineeRef,
    ) -> Result<Option<khen_privacy::OwnerKey>, DeskError> {
        let owner = self.owner_behind(ledger, nominee).await?;
        let Some(owner) = owner else { return Ok(None) };
        self.key_of(ledger, &owner).await
    }

    /// How a person is named as a subject; `None` once the key is destroyed.
    async fn subject_of(
        &self,
        ledger: &LedgerId,
        person: &PersonId,
        aspect: Aspect,
    ) -> Result<Option<FactSubject>, DeskError> {
        let owner = owner_of(&StreamKey::person(person));
        let key = self.key_of(ledger, &owner).await?;
        let name = key.map(|key| match aspect {
            Aspect::Facts(year) => key.fact_ref(year),
            Aspect::Holds => key.hold_ref(),
        });
        let subject = name.map(|name| FactSubject::parse(&name));
        subject.transpose().map_err(unavailable)
    }

    /// How a person is named as a nominee of a campaign; `None` once the key is destroyed.
    async fn nominee_of_person(
        &self,
        ledger: &LedgerId,
        person: &PersonId,
        campaign: &CampaignId,
    ) -> Result<Option<NomineeRef>, DeskError> {
        let owner = owner_of(&StreamKey::person(person));
        let key = self.key_of(ledger, &owner).await?;
        let nominee = key.map(|key| NomineeRef::parse(&key.nominee_ref(campaign.as_str())));
        nominee.transpose().map_err(unavailable)
    }

    /// The key of an owner; `None` once it is destroyed.
    async fn key_of(
        &self,
        ledger: &LedgerId,
        owner: &OwnerId,
    ) -> Result<Option<khen_privacy::OwnerKey>, DeskError> {
        match self.vault.owner_key(ledger, owner).await {
            Ok(key) => Ok(key),
            Err(PrivacyError::Destroyed) => Ok(None),
            Err(error) => Err(unavailable(error)),
        }
    }

    async fn person_behind(
        &self,
        ledger: &LedgerId,
        nominee: &NomineeRef,
    ) -> Result<Option<PersonId>, DeskError> {
        let owner = self.owner_behind(ledger, nominee).await?;
        Ok(owner.and_then(|owner| person_of(&owner)))
    }

    async fn owner_behind(
        &self,
        ledger: &LedgerId,
        nominee: &NomineeRef,
    ) -> Result<Option<OwnerId>, DeskError> {
        let owner = self.vault.owner_of(ledger, nominee.as_str()).await;
        owner.map_err(unavailable)
    }

    pub(crate) async fn authority_key(
        &self,
        ledger: &LedgerId,
    ) -> Result<Arc<khen_privacy::OwnerKey>, DeskError> {
        let mut keys = self.authority_keys.lock().await;
        if let Some(key) = keys.get(ledger) {
            return Ok(Arc::clone(key));
        }
        let owner = owner_of(&StreamKey::authority());
        let (key, _) = self
            .vault
            .owner_key_or_new(ledger, &owner)
            .await
            .map_err(unavailable)?;
        let key = Arc::new(key);
        keys.insert(ledger.clone(), Arc::clone(&key));
        Ok(key)
    }
}
