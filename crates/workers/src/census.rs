//! Counts what there is, for measures: sizes of ledgers, nominations by state, places of quotas.

mod series;

use std::{collections::BTreeMap, sync::Arc, time::Duration};

use tokio::time::sleep;
use tokio_util::sync::CancellationToken;
use tracing::warn;

use self::series::{Name, Series};
use crate::{
    LedgerStatus, Status,
    limits::{CENSUS_CAMPAIGN_COUNT_MAX, CENSUS_LEDGER_COUNT_MAX},
    sink::chain,
};
use khen_eventlog::{LedgerId, Position};
use khen_read_model::{QueryError, RowReader, all_campaigns, places, standings};

/// What a census is made of.
pub struct CensusParts {
    /// Where everything is counted.
    pub rows: Arc<dyn RowReader>,
    /// How far the rows are, of every ledger that this process follows.
    pub status: Status,
    /// The least time between two looks.
    pub pause: Duration,
}

/// Counts what there is in every ledger that this process follows, and again when its rows have moved.
pub struct Census {
    parts: CensusParts,
    known: BTreeMap<LedgerId, Counted>,
    /// Looks that were taken.
    looks: u64,
}

/// What was counted of a ledger.
#[derive(Default)]
struct Counted {
    /// What the rows knew then.
    cursor: Position,
    /// At which look; 0 for none.
    look: u64,
    series: Vec<Series>,
}

impl Census {
    /// A census that has counted nothing.
    #[must_use]
    pub fn new(parts: CensusParts) -> Self {
        Self {
            parts,
            known: BTreeMap::new(),
            looks: 0,
        }
    }

    /// Counts until `stop`.
    pub async fn run(mut self, stop: &CancellationToken) {
        let mut news = self.parts.status.news();
        // What is known already counts as news.
        news.mark_changed();
        loop {
            let has_counted = !self.known.is_empty();
            tokio::select! {
                () = stop.cancelled() => return,
                // The sender lives as long as the status in the parts.
                _ = news.wait_for(|ledgers| has_counted || !ledgers.is_empty()) => {}
            }
            let is_done = self.look().await;
            tokio::select! {
                () = stop.cancelled() => return,
                () = sleep(self.parts.pause) => {}
            }
            if !is_done {
                continue;
            }
            tokio::select! {
                () = stop.cancelled() => return,
                _ = news.changed() => {}
            }
        }
    }

    /// Takes one look; says whether everything that moved was counted.
    async fn look(&mut self) -> bool {
        self.looks += 1;
        let followed = self.parts.status.ledgers();
        self.leave(&followed);
        for (ledger, status) in &followed {
            Series::log_size(ledger, status.size).show();
            self.known.entry(ledger.clone()).or_default();
        }
        let moved = self.moved(&followed);
        let is_done = moved.len() <= CENSUS_LEDGER_COUNT_MAX;
        for ledger in moved.into_iter().take(CENSUS_LEDGER_COUNT_MAX) {
            match self.count(&ledger).await {
                Ok(series) => self.show(ledger, series, &followed),
                Err(failure) => {
                    warn!(
                        ledger = ledger.as_str(),
                        reason = chain(&failure),
                        "Could not count the rows of a ledger"
                    );
                    return false;
                }
            }
        }
        is_done
    }

    /// Whatever is followed elsewhere now is counted there: here it is nothing, so that sums hold.
    fn leave(&mut self, followed: &BTreeMap<LedgerId, LedgerStatus>) {
        self.known.retain(|ledger, counted| {
            let is_followed = followed.contains_key(ledger);
            if !is_followed {
                Series::log_size(ledger, Position(0)).show();
                counted.series.iter().for_each(Series::clear);
            }
            is_followed
        });
    }

    /// Ledgers whose rows have moved since they were counted; those that have waited longest first.
    fn moved(&self, followed: &BTreeMap<LedgerId, LedgerStatus>) -> Vec<LedgerId> {
        let moved = self.known.iter().filter(|(ledger, counted)| {
            let status = followed.get(*ledger);
            status.is_some_and(|status| status.cursor != counted.cursor)
        });
        let mut moved: Vec<_> = moved.collect();
        moved.sort_by_key(|(_, counted)| counted.look);
        moved
            .into_iter()
            .map(|(ledger, _)| ledger.clone())
            .collect()
    }

    async fn count(&self, ledger: &LedgerId) -> Result<Vec<Series>, QueryError> {
        let rows = &*self.parts.rows;
        let mut series = BTreeMap::new();
        let campaigns = all_campaigns(rows, ledger.as_str()).await?;
        for row in campaigns.iter().rev().take(CENSUS_CAMPAIGN_COUNT_MAX) {
            let campaign = row.campaign.as_str();
            for standing in standings(rows, ledger.as_str(), campaign).await? {
                let key = (campaign, Name::Nominations, standing.gate);
                *series.entry(key).or_insert(0) += standing.count;
            }
            for quota in places(rows, ledger.as_str(), campaign).await? {
                let used = quota.approved + quota.consumed;
                let kind = quota.row.kind;
                series.insert((campaign, Name::QuotaUsed, kind.clone()), used);
                series.insert((campaign, Name::QuotaLimit, kind), quota.row.places);
            }
        }
        let series = series.into_iter();
        Ok(series
            .map(|((campaign, name, word), value)| {
                Series::new(name, ledger, (campaign, &word), value)
            })
            .collect())
    }

    fn show(
        &mut self,
        ledger: LedgerId,
        series: Vec<Series>,
        followed: &BTreeMap<LedgerId, LedgerStatus>,
    ) {
        let cursor = followed.get(&ledger).map(|status| status.cursor);
        let counted = self.known.entry(ledger).or_default();
        // Nobody stands any more where nobody was counted.
        counted.series.iter().for_each(Series::clear);
        series.iter().for_each(Series::show);
        *counted = Counted {
            cursor: cursor.unwrap_or_default(),
            look: self.looks,
            series,
        };
    }
}
