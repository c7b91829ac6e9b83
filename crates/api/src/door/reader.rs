//! Who reads, and which cases they may see. What their role reads says [`access::reach`].

use axum::{extract::FromRequestParts, http::request::Parts};

use super::Caller;
use crate::{
    parts::{Api, Shared},
    problem::Problem,
    streams,
};
use khen_accounts::Visitor;
use khen_domain::{
    AssignmentId, CampaignId, NomineeRef, PersonId, Role, State, StreamKey, UnitId,
    access::{self, DataClass, Reach},
    viet_nam,
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

/// Whose data somebody may see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Sight {
    /// All.
    Every,
    /// Those of a unit.
    OfUnit(UnitId),
    /// Those of the case whose nominee is the reader.
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
        Self::of(visitor, api).await
    }
}

impl Reader {
    /// A visitor whose assignment is in force.
    ///
    /// # Errors
    /// The problem `forbidden` where it is not.
    pub(crate) async fn of(visitor: Visitor, api: &Api) -> Result<Self, Problem> {
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

    /// Whom the words are for.
    pub(crate) fn audience(&self) -> Audience {
        Audience::of(self.role)
    }

    /// Which cases the reader may see.
    ///
    /// # Errors
    /// The problem `forbidden` for roles that see none.
    pub(crate) fn sight(&self) -> Result<Sight, Problem> {
        self.sight_of(DataClass::Case)
    }

    /// Whose data of a class the reader may see.
    ///
    /// # Errors
    /// The problem `forbidden` for roles that see nobody's.
    pub(crate) fn sight_of(&self, class: DataClass) -> Result<Sight, Problem> {
        let none = || Problem::of(Slug::Forbidden);
        match access::reach(self.role, class) {
            Reach::Everything => Ok(Sight::Every),
            Reach::OwnUnit => self.unit.clone().map(Sight::OfUnit).ok_or_else(none),
            Reach::OwnCase => Ok(Sight::Own),
            Reach::Nothing => Err(none()),
        }
    }

    /// Whether the reader may see data of this class in a case that the reader sees.
    pub(crate) fn reads(&self, class: DataClass) -> bool {
        access::reach(self.role, class) != Reach::Nothing
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
}
