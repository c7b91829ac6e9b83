//! Home Affairs ranks the collectives of each group; the Chairman names substitutes.

use serde_json::json;

use super::script::{
    CAMPAIGN, Season, authority, chairman, review_head, substitute_confirmer, substitute_reviewer,
};

/// 15 November: agencies C1, C2; service units C3.
pub(super) async fn agencies_and_service_units(season: &Season) -> anyhow::Result<()> {
    season.player.at("2024-11-15T09:00")?;
    rank(season, "agencies", &["C1", "C2"]).await?;
    rank(season, "service_units", &["C3"]).await
}

/// 25 November: communes C4, C5, C6; the last has no slot.
pub(super) async fn communes(season: &Season) -> anyhow::Result<()> {
    season.player.at("2024-11-25T08:30")?;
    rank(season, "communes", &["C4", "C5", "C6"]).await
}

/// The agencies include Home Affairs itself, so the Chairman stands behind their ranking.
async fn rank(season: &Season, group: &str, ranking: &[&str]) -> anyhow::Result<()> {
    let ranking = season.nominations(ranking)?;
    let content = json!({ "campaign": CAMPAIGN, "group": group, "ranking": ranking });
    let approved = (&review_head(), &authority());
    season
        .act_for(approved, ("rank_group", group), content)
        .await?;
    Ok(())
}

/// 25 November: who reviews and confirms I14 of Home Affairs in its place.
pub(super) async fn substitutes(season: &Season) -> anyhow::Result<()> {
    season.player.at("2024-11-25T09:00")?;
    let cast = season.player.cast();
    let content = json!({
        "nominations": [season.nomination("I14")?],
        "reviewer": cast.assignment(&substitute_reviewer())?,
        "confirmer": cast.assignment(&substitute_confirmer())?,
    });
    season
        .act(&chairman(), ("name_substitutes", "1"), content)
        .await?;
    Ok(())
}
