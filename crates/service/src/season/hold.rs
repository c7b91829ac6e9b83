//! A discipline is considered against the head of Thanh An: the collective is held, then rejected.

use serde_json::{Value, json};

use super::{
    script::{Season, complaint_officer, inspectorate, review_head, reviewer},
    table::Unit,
};

/// The unit whose key leader was reprimanded.
const HELD: &str = "thanh-an";

/// 3 December: the Inspectorate says that it verifies; the persons of the unit are not held.
pub(super) async fn place(season: &Season) -> anyhow::Result<()> {
    season.player.at("2024-12-03T15:00")?;
    season.each(season.units_of(HELD), |unit| async move {
        let content = json!({
            "subject": subject(unit),
            "hold": 1,
            "ground": "discipline",
            "verifying_body": "Thanh tra huyện",
            "document": { "title": "Thông báo về việc xem xét kỷ luật", "number": "31/TB-TTr", "date": "2024-12-03" },
            "review_by": "2024-12-17",
        });
        let command = ("place_hold", unit.slug.as_str());
        season
            .act(&complaint_officer(), command, content)
            .await
            .map(drop)
    })
    .await
}

/// 6 December: the reprimand of the day before is recorded.
pub(super) async fn discipline(season: &Season) -> anyhow::Result<()> {
    season.player.at("2024-12-06T10:00")?;
    season
        .each(season.units_of(HELD), |unit| async move {
            let content = json!({
                "unit": unit.slug,
                "year": 2024,
                "is_key_leader": true,
                "issued_on": "2024-12-05",
                "document_number": "4102/QĐ-UBND",
            });
            let command = ("record_discipline", unit.slug.as_str());
            season
                .act(&inspectorate(), command, content)
                .await
                .map(drop)
        })
        .await
}

/// 9 December: two persons lift the hold as confirmed; the criterion is not met, and the slot is
/// free again.
pub(super) async fn lift(season: &Season) -> anyhow::Result<()> {
    for (time, actor) in [
        ("2024-12-09T09:00", complaint_officer()),
        ("2024-12-09T09:30", review_head()),
    ] {
        season.player.at(time)?;
        season.each(season.units_of(HELD), |unit| {
            let actor = actor.clone();
            async move {
                let content = json!({
                    "subject": subject(unit),
                    "hold": 1,
                    "outcome": "confirmed",
                    "document": { "title": "Quyết định kỷ luật khiển trách", "number": "4102/QĐ-UBND", "date": "2024-12-05" },
                });
                let part = format!("{}-{}", unit.slug, actor.handle);
                season.act(&actor, ("lift_hold", &part), content).await.map(drop)
            }
        })
        .await?;
    }
    reject(season).await
}

async fn reject(season: &Season) -> anyhow::Result<()> {
    let nominations = season.nominations(&["C5"])?;
    season.player.at("2024-12-09T10:00")?;
    season
        .each(&nominations, |nomination| async move {
            let content = json!({
                "nomination": nomination,
                "findings": [{ "criterion": "C4x", "value": "not_met" }],
            });
            let command = ("record_finding", nomination.as_str());
            season.act(&reviewer(), command, content).await.map(drop)
        })
        .await?;
    season.player.at("2024-12-09T10:30")?;
    let recommended = json!({ "nominations": nominations });
    season
        .act(&reviewer(), ("recommend_reject", "C5"), recommended)
        .await?;
    season.player.at("2024-12-09T11:00")?;
    let reject: Vec<Value> = nominations
        .iter()
        .map(|nomination| {
            json!({
                "nomination": nomination,
                "reason": "Lãnh đạo chủ chốt của đơn vị bị kỷ luật khiển trách trong năm.",
            })
        })
        .collect();
    season
        .act(
            &review_head(),
            ("confirm_reviews", "C5"),
            json!({ "reject": reject }),
        )
        .await?;
    Ok(())
}

fn subject(unit: &Unit) -> Value {
    json!({ "kind": "unit", "unit": unit.slug })
}
