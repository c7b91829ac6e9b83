//! The signed plan is registered: plan, criteria, rules and quota, as the definition has them.

use anyhow::Context as _;

use crate::season::{fill::Scope, player::Step, script::StepRow, stage::Season};

/// Carries out everything that the campaign's definition asks for.
pub(super) async fn play(season: &Season, step: &StepRow) -> anyhow::Result<()> {
    let scope = Scope::default();
    let manager = step.actor(&scope)?;
    let approver = step.approved_by.as_deref();
    let approver = scope.who(approver.context("whose plan is it?")?)?;
    for planned in season.definitions.campaign_commands()? {
        let sent = Step {
            who: &manager,
            command: planned.kind.as_str(),
            at: &step.at,
            part: &planned.key.replace('/', "-"),
            content: planned.content,
        };
        season.player.act_for(sent, &approver).await?;
    }
    Ok(())
}
