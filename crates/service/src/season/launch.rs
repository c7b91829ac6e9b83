//! Steps 0 to 4: plan, facts, allocation, deadline.

use serde_json::{Value, json};

use super::{
    Player,
    people::{Who, who},
    player::Step,
    script::{AUTHORITY, CAMPAIGN, COLLECTIVE_UNIT, INDIVIDUAL_UNIT, MANAGER, REVIEW_HEAD},
};
use crate::definitions;

/// 15 March: the signed plan is registered and the campaign launched.
pub(super) async fn plan(player: &mut Player) -> anyhow::Result<()> {
    for planned in definitions::shipped_campaign()? {
        let step = Step {
            at: "2024-03-15T08:00",
            who: MANAGER,
            command: planned.kind.as_str(),
            key: &planned.key,
            content: planned.content,
        };
        player.act_for(step, Some(AUTHORITY)).await?;
    }
    let launch = Step {
        at: "2024-03-15T09:00",
        who: MANAGER,
        command: "launch_campaign",
        key: "season/launch",
        content: json!({ "campaign": CAMPAIGN, "date": "2024-03-15" }),
    };
    player.act_for(launch, Some(AUTHORITY)).await?;
    Ok(())
}

/// 31 October: results of the units, provisional; nobody attests the own unit.
pub(super) async fn facts(player: &mut Player) -> anyhow::Result<()> {
    import(player, "2024-10-31T09:00", "provisional", "2024-10-31").await
}

/// December: the final results.
pub(super) async fn final_facts(player: &mut Player) -> anyhow::Result<()> {
    import(player, "2024-12-12T09:00", "final", "2024-12-10").await?;
    let initiative = Step {
        at: "2024-12-12T10:00",
        who: ISSUERS[0].0,
        command: "record_initiative",
        key: "season/facts/initiative",
        content: json!({
            "unit": COLLECTIVE_UNIT.slug,
            "year": 2024,
            "number": "12/QĐ-HĐSK",
            "date": "2024-10-15",
            "recognised_by": "Hội đồng sáng kiến huyện",
        }),
    };
    player.act(initiative).await?;
    let rating = Step {
        at: "2024-12-12T11:00",
        who: ISSUERS[0].0,
        command: "record_rating",
        key: "season/facts/rating",
        content: json!({
            "person": player.cast().person(NOMINEE)?,
            "year": 2024,
            "rating": "completed_well",
            "status": "final",
        }),
    };
    player.act(rating).await?;
    Ok(())
}

/// The person that Văn phòng nominates.
pub(super) const NOMINEE: Who = who("I1", khen_domain::Role::Nominee);

/// Who attests facts, and the units that somebody else attests for them.
const ISSUERS: [(Who, &str); 2] = [
    (who("EI1", khen_domain::Role::EvidenceIssuer), "noi-vu"),
    (who("VP", khen_domain::Role::EvidenceIssuer), "van-phong"),
];

async fn import(player: &mut Player, at: &str, status: &str, cut_off: &str) -> anyhow::Result<()> {
    let units = definitions::shipped_units()?;
    for (turn, (issuer, own)) in ISSUERS.iter().enumerate() {
        let other = ISSUERS[1 - turn].1;
        // The first issuer attests all units but the own; the second attests that one.
        let rows: Vec<Value> = units
            .iter()
            .filter(|unit| {
                if turn == 0 {
                    unit.as_str() != *own
                } else {
                    unit.as_str() == other
                }
            })
            .map(|unit| json!({ "unit": unit, "result": result(unit) }))
            .collect();
        let step = Step {
            at,
            who: *issuer,
            command: "import_unit_results",
            key: &format!("season/facts/{status}/{}", turn + 1),
            content: json!({ "year": 2024, "status": status, "cut_off": cut_off, "rows": rows }),
        };
        player.act(step).await?;
    }
    Ok(())
}

/// Made-up results: the two nominating units have done everything, a third of the others has not.
fn result(unit: &str) -> Value {
    let nominates = [COLLECTIVE_UNIT.slug, INDIVIDUAL_UNIT.slug].contains(&unit);
    let is_behind = !nominates && unit.len().is_multiple_of(3);
    let done = if is_behind { 27 } else { 30 };
    json!({
        "planned": { "done": done, "total": 30 },
        "on_time": done,
        "committed": { "done": if is_behind { 9 } else { 10 }, "total": 10 },
        "score_bp": 8_700 + u32::try_from(unit.len()).unwrap_or_default(),
        "prior_score_bp": 8_500,
        "scale": "100",
    })
}

/// 31 October and 1 November: who may nominate, how many, and by when.
pub(super) async fn allocation(player: &mut Player) -> anyhow::Result<()> {
    let units = definitions::shipped_units()?;
    for kind in ["collective", "individual"] {
        let step = Step {
            at: "2024-10-31T14:00",
            who: REVIEW_HEAD,
            command: "determine_eligible_units",
            key: &format!("season/eligible/{kind}"),
            content: json!({ "campaign": CAMPAIGN, "kind": kind, "units": units }),
        };
        player.act_for(step, Some(AUTHORITY)).await?;
    }
    let collective = json!([
        { "to": { "group": "agencies" }, "slots": 2 },
        { "to": { "group": "service_units" }, "slots": 1 },
        { "to": { "group": "communes" }, "slots": 2 },
    ]);
    let individual = json!([{ "to": { "unit": INDIVIDUAL_UNIT.slug }, "slots": 1 }]);
    for (kind, allocations) in [("collective", collective), ("individual", individual)] {
        let step = Step {
            at: "2024-10-31T16:00",
            who: MANAGER,
            command: "allocate_quota",
            key: &format!("season/allocate/{kind}"),
            content: json!({
                "campaign": CAMPAIGN,
                "kind": kind,
                "allocations": allocations,
                "reason": "Theo kết quả thực hiện nhiệm vụ và mức độ hoàn thành cam kết",
            }),
        };
        player.act_for(step, Some(AUTHORITY)).await?;
    }
    let deadline = Step {
        at: "2024-11-01T08:00",
        who: REVIEW_HEAD,
        command: "announce_deadline",
        key: "season/deadline",
        content: json!({ "campaign": CAMPAIGN, "due": "2024-11-29T17:00:00+07:00" }),
    };
    player.act(deadline).await?;
    Ok(())
}
