//! Decides what may happen to a nomination and everything around it.
//!
//! A [`Command`] says what somebody wishes; [`needs`] names the streams that the rule reads and
//! writes; [`decide`] answers with [`Effect`]s or a [`Refusal`]; [`State::evolve`] says what an
//! event means. Each aggregate has a module with the same order of files: `command`, `event`,
//! `state`, `refusal`, `decide`, `evolve`.
//!
//! # Promises
//!
//! - Nothing in this room waits, reads a clock, rolls dice or speaks SQL: time, ids and actors come
//!   in with the command.
//! - A wish already fulfilled gives no effects; a wish that can never be granted gives a refusal.
//! - A rule reads only streams that [`needs`] has named.
//! - Personal values are [`Sealed`]: rules carry them along and never look inside.
//!
//! # See also
//!
//! [`glossary`]: one Vietnamese term, one English word.

#[macro_use]
mod macros;

pub mod access;
pub mod award_files;
pub mod calendar;
pub mod campaign;
pub mod certificate;
pub mod claim;
pub mod codes;
pub mod complaint;
pub mod conference;
pub mod council_session;
pub mod decision;
pub mod desks;
pub mod fact;
pub mod feedback;
pub mod fund;
pub mod glossary;
pub mod hold;
pub mod legal_basis;
pub mod lists;
pub mod minutes;
pub mod nomination;
pub mod number_register;
pub mod org;
pub mod papers;
pub mod payout;
pub mod presentation;
pub mod privacy;
pub mod publicity;
pub mod quota;
pub mod slot;
pub mod submission;
pub mod timer;
pub mod unit_session;
pub mod voting;
pub mod waitlist;

#[cfg(any(test, feature = "test-support"))]
pub mod stories_kit;

#[cfg(test)]
mod properties;
#[cfg(any(test, feature = "test-support"))]
#[cfg_attr(
    not(test),
    expect(
        dead_code,
        reason = "other rooms play whole seasons; the stages on the way are for the stories here"
    )
)]
mod stories_way;

mod belonging;
mod command;
mod context;
mod decide;
mod document;
mod event;
mod ids;
mod keys;
mod kinds;
mod moment;
mod money;
mod pairs;
mod preparation;
mod refusal;
mod roles;
mod sealed;
mod stream;
mod table;
mod world;

pub use belonging::Belonging;
pub use command::{Command, CommandKind};
pub use context::{Context, Effect, LateReason, Origin};
pub use decide::decide;
pub use document::{Document, DocumentKind, SourceDocument};
pub use event::{Event, State};
pub use ids::{
    AssignmentId, BodyId, CampaignId, CriterionCode, DelegationId, FactSubject, GroupId,
    IDENTIFIER_CHARS_MAX, IdentifierError, InstrumentId, NomineeRef, PersonId, UnitId,
};
pub use keys::{
    ComplaintId, ConferenceId, CouncilSessionId, DecisionId, FeedbackId, KeyError, NominationId,
    PresentationId, PublicityId, SubmissionId, UnitSessionId,
};
pub use kinds::{
    FactStatus, Finding, NomineeKind, OfficeFunction, Outcome, StaffCategory, Tally, UnitKind,
};
pub use moment::{Moment, viet_nam};
pub use money::{AwardCoefficients, Dong, Prize, RoundingRule, prize};
pub use preparation::{PersonalField, Preparation, Reference, ValueOwner, preparation};
pub use refusal::Refusal;
pub use roles::{Actor, Role};
pub use sealed::{FieldClass, SealOwner, Sealed};
pub use stream::{StreamKey, StreamKind};
pub use table::{Access, Aspect, Need, needs};
pub use world::World;
