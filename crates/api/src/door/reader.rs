//! Who reads, and which cases they may see.
//!
//! | acting as | sees |
//! |---|---|
//! | a role of a unit | cases of the own unit |
//! | the nominee | the own case |
//! | Home Affairs, Council, Chairman, Office, records, finance | every case |
//! | auditor | every case |
//! | who attests facts, administers, or loads | no case |

use axum::{extract::FromRequestParts, http::request::Parts};

use super::Caller;
use crate::{
    parts::{Api, Shared},
    problem::Problem,
    streams,
};
use khen_domain::{
    AssignmentId, CampaignId, CommandKind, NomineeRef, PersonId, Role, State, StreamKey, UnitId,
    access, viet_nam,
};
use khen_eventlog::{LedgerId, OwnerId};
use khen_privacy::PrivacyError;
use khen_texts::{Audience, Problem as Slug};

/// Somebody whose assignment is in force.
#[derive(Debug, Clone)]
pub(crate) struct Reader {
    pub(crate) ledger: LedgerId,
    pub(crate) token_id: String,
    pub(crate) assignment: AssignmentId,
    pub(crate) person: PersonId,
    pub(crate) role: Role,
    pub(crate) unit: Option<UnitId>,
}

/// Which cases somebody may see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Sight {
    /// All.
    Every,
    /// Those of a unit.
    OfUnit(UnitId),
    /// Those whose nominee is the reader.
    Own,
}

/// What must be known of a case to say who may see it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Case<'a> {
    pub(crate) campaign: &'a str,
    pub(crate) unit: &'a str,
    pub(crate) nominee_ref: &'a str,
}

impl FromRequestParts<Shared> for Reader {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, api: &Shared) -> Result<Self, Problem> {
        let Caller(visitor) = Caller::from_request_parts(parts, api).await?;
        let stream = StreamKey::assignment(&visitor.assignment);
        let events = streams::events(&*api.parts.store, &visitor.ledger, &stream).await?;
        let today = api.parts.clock.now().to_zoned(viet_nam()).date();
        let State::Org(org) = streams::folded(&stream, &events) else {
            return Err(Problem::of(Slug::Forbidden));
        };
        let held = org.assignment().filter(|held| held.is_in_force(today));
        let held = held.ok_or_else(|| Problem::of(Slug::Forbidden))?;
        Ok(Self {
            ledger: visitor.ledger,
            token_id: visitor.token_id,
            assignment: visitor.assignment,
            person: held.person.clone(),
            role: held.role,
            unit: held.unit.clone(),
        })
    }
}

impl Reader {
    /// Whom the words are for.
    pub(crate) fn audience(&self) -> Audience {
        Audience::of(self.role)
    }

    /// Which cases the reader may see.
    ///
    /// # Errors
    /// The problem `forbidden` for roles that see none.
    pub(crate) fn sight(&self) -> Result<Sight, Problem> {
        let none = || Problem::of(Slug::Forbidden);
        match self.audience() {
            Audience::Staff | Audience::Auditor => Ok(Sight::Every),
            Audience::Unit => self.unit.clone().map(Sight::OfUnit).ok_or_else(none),
            Audience::Nominee => Ok(Sight::Own),
            Audience::Public => Err(none()),
        }
    }

    /// Passes whoever may see the case; to everybody else there is none.
    ///
    /// # Errors
    /// The problem `not-found`, or `forbidden` for roles that see no case.
    pub(crate) async fn must_see(&self, api: &Api, case: Case<'_>) -> Result<(), Problem> {
        let is_seen = match self.sight()? {
            Sight::Every => true,
            Sight::OfUnit(unit) => unit.as_str() == case.unit,
            Sight::Own => {
                let campaign = CampaignId::parse(case.campaign);
                let own = match campaign {
                    Ok(campaign) => self.own_reference(api, &campaign).await?,
                    Err(_) => None,
                };
                own.is_some_and(|own| own.as_str() == case.nominee_ref)
            }
        };
        if is_seen {
            Ok(())
        } else {
            Err(Problem::of(Slug::NotFound))
        }
    }

    /// The reader as a nominee of a campaign; `None` for who has no key or is erased.
    pub(crate) async fn own_reference(
        &self,
        api: &Api,
        campaign: &CampaignId,
    ) -> Result<Option<NomineeRef>, Problem> {
        let owner = OwnerId(StreamKey::person(&self.person).to_string());
        match api.parts.vault.owner_key(&self.ledger, &owner).await {
            Ok(key) => {
                let reference = key.map(|key| key.nominee_ref(campaign.as_str()));
                Ok(reference.and_then(|text| NomineeRef::parse(&text).ok()))
            }
            Err(PrivacyError::Destroyed) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// Whether the role gives any command at all: only then it has papers to bring.
    pub(crate) fn writes(&self) -> bool {
        CommandKind::ALL.iter().any(|kind| {
            let rule = access::rule(*kind);
            rule.scope(self.role).is_some() || rule.recorders.contains(&self.role)
        })
    }

    /// Whether the role reads the papers of a case: neither who numbers nor who pays needs them.
    pub(crate) fn reads_papers(&self) -> bool {
        !matches!(self.role, Role::RecordsClerk | Role::FinanceOfficer)
    }
}
