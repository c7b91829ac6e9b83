//! Step 9: review by Home Affairs.

use serde_json::{Value, json};

use super::{
    Played, Player, launch,
    player::Step,
    script::{REVIEW_HEAD, REVIEWER},
};

const COLLECTIVE_CRITERIA: &[&str] = &["C1", "C2", "C3", "C4", "C4x", "C5"];
const INDIVIDUAL_CRITERIA: &[&str] = &["I1", "I2", "I3", "I4", "I5"];

/// 2 to 16 December: a reviewer is assigned, finds, recommends; the head confirms.
pub(super) async fn assess(player: &mut Player, played: &Played) -> anyhow::Result<()> {
    let assign = Step {
        at: "2024-12-02T09:00",
        who: REVIEW_HEAD,
        command: "assign_reviewer",
        key: "season/assign",
        content: json!({
            "nominations": played.both(),
            "reviewer": player.cast().assignment(REVIEWER)?,
        }),
    };
    player.act(assign).await?;
    launch::final_facts(player).await?;
    for (nomination, criteria) in played
        .both()
        .into_iter()
        .zip([COLLECTIVE_CRITERIA, INDIVIDUAL_CRITERIA])
    {
        let findings: Vec<Value> = criteria
            .iter()
            .map(|criterion| json!({ "criterion": criterion, "value": "met" }))
            .collect();
        let find = Step {
            at: "2024-12-13T09:00",
            who: REVIEWER,
            command: "record_finding",
            key: &format!("season/findings/{nomination}"),
            content: json!({ "nomination": nomination, "findings": findings }),
        };
        player.act(find).await?;
    }
    let steps = [
        (
            "2024-12-13T15:00",
            REVIEWER,
            "recommend_pass",
            json!({ "nominations": played.both() }),
        ),
        (
            "2024-12-16T09:00",
            REVIEW_HEAD,
            "confirm_reviews",
            json!({ "pass": played.both() }),
        ),
    ];
    for (at, who, command, content) in steps {
        let key = format!("season/{command}");
        player
            .act(Step {
                at,
                who,
                command,
                key: &key,
                content,
            })
            .await?;
    }
    Ok(())
}
