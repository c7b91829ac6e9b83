//! Steps 2 to 4: who may nominate, how many, and by when.

use serde_json::{Value, json};

use super::{
    launch::all_units,
    script::{CAMPAIGN, Season, authority, manager, review_head},
    table::unit_in_copy,
};

/// Slots of the groups for collectives.
const GROUPS: [(&str, usize); 3] = [("agencies", 2), ("service_units", 1), ("communes", 2)];
/// Slots of the units for individuals; one stays in reserve.
const UNITS: [(&str, usize); 8] = [
    ("van-phong", 1),
    ("noi-vu", 1),
    ("tu-phap", 1),
    ("tai-nguyen-moi-truong", 1),
    ("tan-hung", 1),
    ("an-phu", 1),
    ("thanh-an", 1),
    ("tan-khai", 2),
];

/// 31 October and 1 November.
pub(super) async fn play(season: &Season) -> anyhow::Result<()> {
    determine(season).await?;
    allocate(season).await?;
    season.player.at("2024-11-01T08:00")?;
    let deadline = json!({ "campaign": CAMPAIGN, "due": "2024-11-29T17:00:00+07:00" });
    season
        .act(&review_head(), ("announce_deadline", "1"), deadline)
        .await?;
    Ok(())
}

/// 31 October: the facts decide which units may nominate whom; the Chairman approves.
async fn determine(season: &Season) -> anyhow::Result<()> {
    season.player.at("2024-10-31T14:00")?;
    let units = all_units(season)?;
    for kind in ["collective", "individual"] {
        let pool = json!({ "campaign": CAMPAIGN, "kind": kind, "units": units });
        let approved = (&review_head(), &authority());
        season
            .act_for(approved, ("determine_eligible_units", kind), pool)
            .await?;
    }
    Ok(())
}

/// 31 October: slots for groups and units; the Chairman approves.
async fn allocate(season: &Season) -> anyhow::Result<()> {
    season.player.at("2024-10-31T16:00")?;
    let copies = season.copies();
    let groups = GROUPS
        .iter()
        .map(|(group, slots)| json!({ "to": { "group": group }, "slots": slots * copies }))
        .collect();
    let units = (0..copies).flat_map(|copy| {
        UNITS.iter().map(move |(slug, slots)| {
            json!({ "to": { "unit": unit_in_copy(slug, copy) }, "slots": slots })
        })
    });
    let lines: [(&str, Vec<Value>); 2] = [("collective", groups), ("individual", units.collect())];
    for (kind, allocations) in lines {
        let content = json!({
            "campaign": CAMPAIGN,
            "kind": kind,
            "allocations": allocations,
            "reason": "Theo kết quả thực hiện nhiệm vụ và mức độ hoàn thành cam kết",
        });
        let approved = (&manager(), &authority());
        season
            .act_for(approved, ("allocate_quota", kind), content)
            .await?;
    }
    Ok(())
}
