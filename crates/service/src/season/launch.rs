//! Steps 0 and 1b: the plan is registered and launched, and rolled out to all units.

use serde_json::json;

use super::{
    people::{Who, who},
    script::{CAMPAIGN, Season, Until, authority, manager},
    table::unit_in_copy,
};
use crate::definitions;
use khen_domain::Role;

/// 15 March to 28 June; only to 15 March where that is the stop.
pub(super) async fn play(season: &Season, until: Until) -> anyhow::Result<()> {
    plan(season).await?;
    if until > Until::Launch {
        roll_out(season).await?;
        inspect(season).await?;
    }
    Ok(())
}

/// 15 March: the signed plan is registered and the campaign launched.
async fn plan(season: &Season) -> anyhow::Result<()> {
    let recorded = (&manager(), &authority());
    season.player.at("2024-03-15T08:00")?;
    for planned in definitions::shipped_campaign(season.copies())? {
        let part = planned.key.replace('/', "-");
        let command = (planned.kind.as_str(), part.as_str());
        season.act_for(recorded, command, planned.content).await?;
    }
    season.player.at("2024-03-15T09:00")?;
    let launch = json!({ "campaign": CAMPAIGN, "date": "2024-03-15" });
    season
        .act_for(recorded, ("launch_campaign", "1"), launch)
        .await?;
    Ok(())
}

/// 19 April: every head confirms that all staff know the plan.
async fn roll_out(season: &Season) -> anyhow::Result<()> {
    season.player.at("2024-04-19T09:00")?;
    season
        .each(heads(season), |(head, unit)| async move {
            let content = json!({ "campaign": CAMPAIGN, "unit": unit });
            let command = ("confirm_rollout", unit.as_str());
            season.act(&head, command, content).await.map(drop)
        })
        .await
}

/// 28 June: Home Affairs checks two units.
async fn inspect(season: &Season) -> anyhow::Result<()> {
    season.player.at("2024-06-28T15:00")?;
    let paper = ("minutes", "Bien ban kiem tra");
    let minutes = season.player.upload(&manager(), "authority", paper).await?;
    let content = json!({
        "campaign": CAMPAIGN,
        "date": "2024-06-28",
        "units": ["tan-khai", "thanh-an"],
        "minutes": minutes,
    });
    season
        .act(&manager(), ("record_inspection", "1"), content)
        .await?;
    Ok(())
}

/// The head of every unit, with the unit.
fn heads(season: &Season) -> Vec<(Who, String)> {
    let parts = season.player.cast().parts();
    let heads = parts.filter(|(who, _)| who.role == Role::UnitHead);
    heads
        .filter_map(|(head, part)| {
            let unit = part.unit.clone()?;
            Some((who(head.handle.as_str(), head.role), unit))
        })
        .collect()
}

/// Slugs of the 32 units and of those of the copies.
pub(super) fn all_units(season: &Season) -> anyhow::Result<Vec<String>> {
    let mut units = definitions::shipped_units()?;
    let copies = 1..season.copies();
    units.extend(copies.flat_map(|copy| {
        super::table::nominating_units().map(move |slug| unit_in_copy(slug, copy))
    }));
    Ok(units)
}
