//! Step 8: dossiers are acknowledged in form, returned and received again.

use serde_json::{Value, json};

use super::{
    letters,
    script::{Season, intake_officer, of_unit},
    table::Unit,
};

/// The unit whose extract bore no signature.
const RETURNED: &str = "tai-nguyen-moi-truong";

/// The morning after: the letters of these units are complete.
pub(super) async fn acknowledge(season: &Season, day: &str, units: &[&str]) -> anyhow::Result<()> {
    season.player.at(&format!("{day}T08:30"))?;
    let units = units.iter().flat_map(|base| season.units_of(base));
    season
        .each(units, |unit| async move {
            let complete = json!({ "submission": of_unit(unit, 1) });
            answer(season, unit, ("first", complete)).await
        })
        .await
}

/// 29 November: the extract is not signed; it is due again on 6 December.
pub(super) async fn give_back(season: &Season) -> anyhow::Result<()> {
    season.player.at("2024-11-29T09:00")?;
    season
        .each(season.units_of(RETURNED), |unit| async move {
            let returned = json!({
                "submission": of_unit(unit, 1),
                "returned": {
                    "items": [{ "part": "minutes_extract", "defect": "unsigned" }],
                    "due": "2024-12-06",
                },
            });
            answer(season, unit, ("first", returned)).await
        })
        .await
}

/// 3 December: the signed extract comes, and all is complete.
pub(super) async fn take_again(season: &Season) -> anyhow::Result<()> {
    season.player.at("2024-12-03T09:00")?;
    season
        .each(season.units_of(RETURNED), |unit| resubmit(season, unit))
        .await?;
    season.player.at("2024-12-03T14:00")?;
    season
        .each(season.units_of(RETURNED), |unit| async move {
            let complete = json!({ "submission": of_unit(unit, 1) });
            answer(season, unit, ("again", complete)).await
        })
        .await
}

async fn answer(
    season: &Season,
    unit: &Unit,
    (time, content): (&str, Value),
) -> anyhow::Result<()> {
    let part = format!("{}-{time}", unit.slug);
    let command = ("acknowledge_submission", part.as_str());
    season
        .act(&intake_officer(), command, content)
        .await
        .map(drop)
}

async fn resubmit(season: &Season, unit: &Unit) -> anyhow::Result<()> {
    let submission = of_unit(unit, 1);
    let title = format!("minutes_extract {}, da ky", unit.slug);
    let paper = ("minutes_extract", title.as_str());
    let extract = season
        .player
        .upload(&unit.officer, "authority", paper)
        .await?;
    let sha256 = extract["sha256"].clone();
    let part = format!("{}-signed_extract", unit.slug);
    let attached = json!({ "submission": submission, "document": extract });
    season
        .act(&unit.officer, ("attach_part", &part), attached)
        .await?;
    let certified = json!({ "submission": submission, "sha256": sha256 });
    let certify = ("certify_minutes_extract", part.as_str());
    season.act(&unit.secretary, certify, certified).await?;
    let letter = letters::upload(season, unit, "submission_letter").await?;
    let signed = json!({ "submission": submission, "sha256": letter["sha256"] });
    let sign = ("sign_submission_letter", part.as_str());
    season.act(&unit.chair, sign, signed).await?;
    let again = json!({ "submission": submission });
    let command = ("resubmit", unit.slug.as_str());
    season.act(&unit.chair, command, again).await.map(drop)
}
