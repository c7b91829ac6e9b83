//! `khen token …`

use std::sync::Arc;

use anyhow::{Context as _, bail};

use crate::{cli::TokenTask, config::Config, output, rows, wiring, wiring::Rooms};
use khen_accounts::Order;
use khen_ambient::SystemClock;
use khen_domain::AssignmentId;
use khen_eventlog::LedgerId;
use khen_read_model::{AssignmentFilter, PageSize, assignments};

pub(crate) async fn run(config: &Config, task: TokenTask) -> anyhow::Result<()> {
    let rooms = wiring::open_existing(config, Arc::new(SystemClock)).await?;
    match task {
        TokenTask::Issue {
            ledger,
            assignment: None,
            ..
        } => list_assignments(&rooms, &known_ledger(&rooms, &ledger).await?).await,
        TokenTask::Issue {
            ledger,
            assignment: Some(assignment),
            label,
            days,
        } => {
            let ledger = known_ledger(&rooms, &ledger).await?;
            // Whoever it is for must exist; a token for a typing mistake would open nothing.
            rooms.desk.actor(&ledger, &assignment).await?;
            let assignment = AssignmentId::parse(&assignment)?;
            let order = Order {
                days,
                ..Order::new(ledger, assignment, label)
            };
            let issued = rooms.accounts.issue(order).await?;
            output::note("The token is shown once and kept nowhere; hand it over safely.")?;
            output::line(issued.token.reveal())
        }
        TokenTask::List { ledger } => {
            for one in rooms
                .accounts
                .list(&known_ledger(&rooms, &ledger).await?)
                .await?
            {
                let state = match one.revoked_at {
                    Some(at) => format!("revoked {at:.0}"),
                    None => format!("until {:.0}", one.expires_at),
                };
                output::line(&format!(
                    "{}  {}  {state}  {}",
                    one.token_id, one.assignment, one.label
                ))?;
            }
            Ok(())
        }
        TokenTask::Revoke { token_id } => {
            if !rooms.accounts.revoke(&token_id).await? {
                bail!("there is no token with the id {token_id}: see `khen token list`");
            }
            output::line(&format!("The token {token_id} is revoked."))
        }
    }
}

/// A ledger that is there.
pub(super) async fn known_ledger(rooms: &Rooms, slug: &str) -> anyhow::Result<LedgerId> {
    let ledger = LedgerId::parse(slug)?;
    let known = rooms.feed.ledger(&ledger).await?;
    known.map(|ledger| ledger.id).with_context(|| {
        format!("there is no ledger {slug}: load its authority first (`khen load`)")
    })
}

/// One line an assignment: id, role, unit, title, name.
async fn list_assignments(rooms: &Rooms, ledger: &LedgerId) -> anyhow::Result<()> {
    rows::catch_up(rooms, ledger).await?;
    output::note(
        "Phân công / assignment, role, unit, title (name); choose one with --assignment:",
    )?;
    let filter = AssignmentFilter::default();
    let mut after: Option<String> = None;
    loop {
        let size = PageSize::default();
        let page = assignments(
            &*rooms.rows,
            ledger.as_str(),
            &filter,
            after.as_deref(),
            size,
        )
        .await?;
        for one in &page.items {
            output::line(&format!(
                "{}  {:18}  {:24}  {}  ({})",
                one.row.assignment,
                one.row.role,
                one.row.unit.as_deref().unwrap_or("-"),
                one.row.title,
                one.name.as_deref().unwrap_or("?"),
            ))?;
        }
        after = page.next;
        if after.is_none() {
            return Ok(());
        }
    }
}
