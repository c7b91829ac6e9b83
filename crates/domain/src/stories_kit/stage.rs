//! A ledger in memory that carries out commands as the desk does.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use super::{hold_subject, moment, nominee, person_behind};
use crate::{
    Access, Actor, Aspect, Command, Context, Effect, Event, FactSubject, LateReason, Moment, Need,
    NomineeRef, Origin, PersonId, Refusal, State, StreamKey, World, decide, needs,
};

/// Everything that happened so far, folded; and what time it is.
#[derive(Debug, Clone)]
pub struct Stage {
    streams: BTreeMap<StreamKey, Arc<State>>,
    history: Vec<(Origin, Effect)>,
    subjects: BTreeMap<(NomineeRef, i16), FactSubject>,
    persons: BTreeMap<NomineeRef, PersonId>,
    forgotten: BTreeSet<NomineeRef>,
    now: Moment,
    occurred_at: Option<Moment>,
    backdating_reason: Option<LateReason>,
}

impl Default for Stage {
    fn default() -> Self {
        Self {
            streams: BTreeMap::new(),
            history: Vec::new(),
            subjects: BTreeMap::new(),
            persons: BTreeMap::new(),
            forgotten: BTreeSet::new(),
            now: moment("2024-01-02T08:00"),
            occurred_at: None,
            backdating_reason: None,
        }
    }
}

impl Stage {
    /// The same stage at another time, in Viet Nam: `2024-11-29T17:20`.
    #[must_use]
    pub fn at(mut self, time: &str) -> Self {
        self.now = moment(time);
        self
    }

    /// What is asked next happened earlier than it is recorded.
    #[must_use]
    pub fn recording(mut self, occurred_at: &str, reason: Option<LateReason>) -> Self {
        self.occurred_at = Some(moment(occurred_at));
        self.backdating_reason = reason;
        self
    }

    /// Who a nominee is as a subject of facts.
    #[must_use]
    pub fn knowing(mut self, nominee: NomineeRef, year: i16, subject: FactSubject) -> Self {
        self.subjects.insert((nominee, year), subject);
        self
    }

    /// Who a nominee is, where the reference does not tell as those of the stories do.
    #[must_use]
    pub fn meaning(mut self, nominee: NomineeRef, person: PersonId) -> Self {
        self.persons.insert(nominee, person);
        self
    }

    /// The key of the person behind a nominee is destroyed: nobody can tell any more who it is.
    #[must_use]
    pub fn forgetting(mut self, nominee: NomineeRef) -> Self {
        self.forgotten.insert(nominee);
        self
    }

    fn known(&self, nominee: &NomineeRef) -> Option<PersonId> {
        if self.forgotten.contains(nominee) {
            return None;
        }
        let person = self.persons.get(nominee).cloned();
        person.or_else(|| person_behind(nominee))
    }

    /// The nominee whom a person is, unless the key is destroyed.
    fn nominee_of(&self, person: &PersonId) -> Option<NomineeRef> {
        let named = nominee(person.as_str());
        (!self.forgotten.contains(&named)).then_some(named)
    }

    fn subject_of(&self, person: &PersonId, aspect: Aspect) -> Option<FactSubject> {
        let named = self.nominee_of(person)?;
        match aspect {
            Aspect::Facts(year) => self.subjects.get(&(named, year)).cloned(),
            Aspect::Holds => Some(hold_subject(person)),
        }
    }

    /// The present.
    #[must_use]
    pub fn now(&self) -> Moment {
        self.now
    }

    /// Everything that happened, in order.
    #[must_use]
    pub fn history(&self) -> &[(Origin, Effect)] {
        &self.history
    }

    /// Forgets what happened and keeps what it came to; answers with what it forgot, in order.
    pub fn take_history(&mut self) -> Vec<(Origin, Effect)> {
        std::mem::take(&mut self.history)
    }

    /// Every stream that has events.
    pub fn streams(&self) -> impl Iterator<Item = (&StreamKey, &State)> {
        let all = self.streams.iter();
        all.map(|(stream, state)| (stream, state.as_ref()))
    }

    /// The state of a stream.
    #[must_use]
    pub fn state(&self, stream: &StreamKey) -> Arc<State> {
        let known = self.streams.get(stream).cloned();
        known.unwrap_or_else(|| Arc::new(State::initial(stream.kind())))
    }

    /// Puts events down without asking anybody.
    #[must_use]
    pub fn with<E: Into<Event>>(
        mut self,
        actor: &Actor,
        events: impl IntoIterator<Item = (StreamKey, E)>,
    ) -> Self {
        let events = events.into_iter();
        let effects: Vec<_> = events
            .map(|(stream, event)| Effect::new(stream, event))
            .collect();
        self.record(actor, &effects);
        self
    }

    /// Carries out a command that must succeed.
    #[must_use]
    #[track_caller]
    pub fn then(mut self, actor: &Actor, command: impl Into<Command>) -> Self {
        let command = command.into();
        match self.ask(actor, &command) {
            Ok(effects) => self.record(actor, &effects),
            Err(refusal) => panic!("{command:?} is refused: {refusal:?}"),
        }
        self
    }

    /// Decides a command and records nothing.
    ///
    /// # Errors
    /// The refusal of the rule.
    #[track_caller]
    pub fn ask(&self, actor: &Actor, command: &Command) -> Result<Vec<Effect>, Refusal> {
        let context = self.context(actor);
        let (world, named) = self.world(&context, command);
        let effects = decide(&world, &context, command)?;
        for effect in &effects {
            let access = named.get(&effect.stream);
            assert_eq!(access, Some(&Access::Write), "{}", effect.stream);
        }
        Ok(effects)
    }

    /// The streams that the table names for a command, each with its strongest access.
    #[must_use]
    pub fn named(&self, actor: &Actor, command: &Command) -> BTreeMap<StreamKey, Access> {
        self.world(&self.context(actor), command).1
    }

    /// Records what follows from a command.
    pub fn record(&mut self, actor: &Actor, effects: &[Effect]) {
        let origin = self.context(actor).origin();
        for effect in effects {
            let state = Arc::unwrap_or_clone(self.state(&effect.stream));
            let state = state.evolve(&effect.event, &origin);
            self.streams.insert(effect.stream.clone(), Arc::new(state));
            self.history.push((origin.clone(), effect.clone()));
        }
    }

    fn context(&self, actor: &Actor) -> Context {
        Context {
            actor: actor.clone(),
            now: self.now,
            occurred_at: self.occurred_at.unwrap_or(self.now),
            backdating_reason: self.backdating_reason,
        }
    }

    /// Shows what the table names, until it names nothing new.
    fn world(&self, context: &Context, command: &Command) -> (World, BTreeMap<StreamKey, Access>) {
        let mut world = World::default();
        let mut named = BTreeMap::new();
        loop {
            let mut has_grown = false;
            for need in needs(command, context, &world) {
                has_grown |= !is_shown(&world, &need);
                match need {
                    Need::Stream(stream, access) => {
                        world.show(stream.clone(), self.state(&stream));
                        let strongest = named.entry(stream).or_insert(access);
                        *strongest = access.max(*strongest);
                    }
                    Need::HoldSubject(nominee) => {
                        let subject = self.known(&nominee).map(|person| hold_subject(&person));
                        world.show_hold_subject(nominee, subject);
                    }
                    Need::SubjectOf(person, aspect) => {
                        let subject = self.subject_of(&person, aspect);
                        world.show_subject_of(person, aspect, subject);
                    }
                    Need::NomineeOf(person, campaign) => {
                        let known = self.nominee_of(&person);
                        world.show_nominee_of(person, campaign, known);
                    }
                    Need::Person(nominee) => {
                        let person = self.known(&nominee);
                        world.show_nominee(nominee, person);
                    }
                    Need::Subject(nominee, year) => {
                        let subject = self.subjects.get(&(nominee.clone(), year)).cloned();
                        world.show_subject(nominee, year, subject);
                    }
                }
            }
            if !has_grown {
                return (world, named);
            }
        }
    }
}

fn is_shown(world: &World, need: &Need) -> bool {
    match need {
        Need::Stream(stream, _) => world.shows(stream),
        Need::Subject(nominee, year) => world.shows_subject(nominee, *year),
        Need::HoldSubject(nominee) => world.shows_hold_subject(nominee),
        Need::SubjectOf(person, aspect) => world.shows_subject_of(person, *aspect),
        Need::NomineeOf(person, campaign) => world.shows_nominee_of(person, campaign),
        Need::Person(nominee) => world.shows_nominee(nominee),
    }
}
