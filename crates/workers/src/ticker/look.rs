//! What waits, as rows and the ledger tell it.

use jiff::Timestamp;

use super::{TickError, Ticker};
use crate::limits::LOOK_AGE_MAX;
use khen_codec::stream_name;
use khen_domain::{
    AssignmentId, CampaignId, CommandKind, Moment, NominationId, Role, State, StreamKey, UnitId,
    calendar::Calendar,
    desks::Times,
    timer::{About, OnDesk, Plan, Rules, WatchedDesk, plan},
};
use khen_eventlog::{LedgerId, Version, limits::PAGE_EVENT_COUNT_MAX};
use khen_read_model::{
    CampaignRow, Cursor, Desks, PageSize, QueueAfter, QueueEntry, QueueFilter, all_campaigns,
    limits, queue,
};

/// What waits in a ledger, as its rows told it. Only time makes anything of it fall due, so as long as
/// the rows stand where they stood nobody need be asked again.
pub(super) struct Look {
    cursor: Cursor,
    at: Timestamp,
    calendar: Calendar,
    campaigns: Vec<Watched>,
}

/// A campaign in which something waits.
struct Watched {
    campaign: CampaignId,
    times: Times,
    deadline: Option<Moment>,
    waiting: Vec<OnDesk>,
}

impl Look {
    /// Whether it still says what the rows say, which stand at `cursor`. Other rows may have been put
    /// in their place in the meantime, so no look is kept for long.
    pub(super) fn holds(&self, cursor: Cursor, now: Timestamp) -> bool {
        let age = now.duration_since(self.at);
        self.cursor == cursor && !age.is_negative() && age < LOOK_AGE_MAX
    }

    /// What is to be told now of each campaign.
    pub(super) fn plans(&self, now: Moment) -> Vec<Plan> {
        let plan = |watched: &Watched| {
            let rules = Rules {
                times: watched.times.clone(),
                deadline: watched.deadline,
                calendar: self.calendar.clone(),
                now,
            };
            plan(&watched.campaign, &watched.waiting, &rules)
        };
        self.campaigns.iter().map(plan).collect()
    }
}

impl Ticker {
    /// Looks at every campaign of a ledger in which something waits. The cursor was read before, so
    /// what the rows have learned since is looked at again.
    pub(super) async fn look(
        &self,
        ledger: &LedgerId,
        cursor: Cursor,
        at: Timestamp,
    ) -> Result<Look, TickError> {
        let mut campaigns = Vec::new();
        for row in all_campaigns(&*self.parts.rows, ledger.as_str()).await? {
            let (Ok(campaign), Some(times)) = (CampaignId::parse(&row.campaign), times(&row)?)
            else {
                continue;
            };
            let waiting = self.waiting(ledger, &campaign).await?;
            if !waiting.is_empty() {
                let deadline = row.due.map(Moment::new);
                campaigns.push(Watched {
                    campaign,
                    times,
                    deadline,
                    waiting,
                });
            }
        }
        let calendar = if campaigns.is_empty() {
            Calendar::default()
        } else {
            self.calendar(ledger).await?
        };
        Ok(Look {
            cursor,
            at,
            calendar,
            campaigns,
        })
    }

    /// Everything of a campaign that lies on a desk, page by page.
    async fn waiting(
        &self,
        ledger: &LedgerId,
        campaign: &CampaignId,
    ) -> Result<Vec<OnDesk>, TickError> {
        let filter = QueueFilter {
            desks: Desks::All,
            campaign: Some(campaign.to_string()),
            act: None,
            late: None,
        };
        let size =
            PageSize::try_new(limits::PAGE_ROW_COUNT_MAX).expect("the largest page is a page");
        let (mut waiting, mut after) = (Vec::new(), None);
        loop {
            let rows = &*self.parts.rows;
            let page = queue(rows, ledger.as_str(), &filter, after.as_ref(), size).await?;
            waiting.extend(page.items.iter().filter_map(on_desk));
            after = page.next.and_then(|next| QueueAfter::parse(&next).ok());
            if after.is_none() {
                return Ok(waiting);
            }
        }
    }

    /// The calendar of the authority, as it stands in the ledger.
    async fn calendar(&self, ledger: &LedgerId) -> Result<Calendar, TickError> {
        let stream = StreamKey::authority();
        let name = stream_name(&stream);
        let (mut state, mut after) = (State::initial(stream.kind()), Version::NONE);
        loop {
            let store = &*self.parts.store;
            let page = store
                .read_stream(ledger, &name, after, PAGE_EVENT_COUNT_MAX)
                .await?;
            for event in &page {
                let read = khen_codec::read(event);
                let read = read.map_err(|failure| TickError::Corrupt(Box::new(failure)))?;
                state = state.evolve(&read.event, &read.origin);
                after = event.version;
            }
            if page.len() < PAGE_EVENT_COUNT_MAX {
                return Ok(calendar(state));
            }
        }
    }
}

fn calendar(state: State) -> Calendar {
    let State::Org(org) = state else {
        return Calendar::default();
    };
    let authority = org.authority();
    authority.map_or_else(Calendar::default, |authority| authority.calendar.clone())
}

/// How long the desks of a campaign have; nothing before its rules are set.
fn times(row: &CampaignRow) -> Result<Option<Times>, TickError> {
    let times = row.times.as_deref().map(serde_json::from_str).transpose();
    times.map_err(|failure| TickError::Corrupt(Box::new(failure)))
}

/// What lies on a desk, in the words of the domain. Ballots of a session wait beside it, under its
/// name with a part behind: they have no deadline of their own.
fn on_desk(entry: &QueueEntry) -> Option<OnDesk> {
    let stream = match NominationId::parse(&entry.item) {
        Ok(nomination) => StreamKey::nomination(&nomination),
        Err(_) => StreamKey::parse(&entry.item).filter(|_| !entry.item.contains('#'))?,
    };
    let role = Role::ALL.iter().find(|role| role.as_str() == entry.role)?;
    let unit = entry.desk_unit.as_deref().map(UnitId::parse);
    let assignment = entry.assignee.as_deref().map(AssignmentId::parse);
    Some(OnDesk {
        about: About::from(stream),
        act: CommandKind::parse(&entry.act)?,
        desk: WatchedDesk {
            role: *role,
            unit: unit.transpose().ok()?,
            assignment: assignment.transpose().ok()?,
        },
        counted_from: Moment::new(entry.counted_from),
        own: entry.due.map(Moment::new),
    })
}
