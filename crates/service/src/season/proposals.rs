//! Steps 5 and 6: proposal and unit vote.

use serde_json::{Value, json};

use super::{
    Played, Player,
    launch::NOMINEE,
    player::Step,
    script::{AUTHORITY, CAMPAIGN, COLLECTIVE_UNIT, INDIVIDUAL_UNIT, REVIEW_HEAD, Unit},
};

/// 5 November: both units draft, attach the report, have it confirmed, and propose.
pub(super) async fn propose(player: &mut Player) -> anyhow::Result<Played> {
    let collective = json!({ "kind": "collective" });
    let individual = json!({
        "kind": "individual",
        "person": player.cast().person(NOMINEE)?,
        "name": crate::definitions::shipped_name(NOMINEE.handle)?,
        "title": "Chuyên viên Văn phòng HĐND và UBND huyện",
    });
    Ok(Played {
        collective: propose_one(player, &COLLECTIVE_UNIT, collective).await?,
        individual: propose_one(player, &INDIVIDUAL_UNIT, individual).await?,
    })
}

async fn propose_one(player: &mut Player, unit: &Unit, candidate: Value) -> anyhow::Result<String> {
    let slug = unit.slug;
    let draft = Step {
        at: "2024-11-05T08:00",
        who: unit.officer,
        command: "draft_nomination",
        key: &format!("season/draft/{slug}"),
        content: json!({ "campaign": CAMPAIGN, "unit": slug, "candidate": candidate }),
    };
    let answer = player.act(draft).await?;
    let nomination = Player::stream(&answer, "nomination")?;
    let owner = format!("nomination:{nomination}");
    let title = format!("Bao cao thanh tich {nomination}");
    let report = player
        .upload(
            "2024-11-05T09:00",
            unit.officer,
            &owner,
            ("achievement_report", &title),
        )
        .await?;
    let sha256 = report["sha256"].clone();
    let steps = [
        (
            unit.officer,
            "attach_report",
            json!({ "nomination": nomination, "document": report }),
        ),
        (
            unit.head,
            "confirm_report",
            json!({ "nomination": nomination, "sha256": sha256 }),
        ),
        (
            unit.officer,
            "propose_nominee",
            json!({ "nomination": nomination, "declares_no_discipline": true }),
        ),
    ];
    for (who, command, content) in steps {
        let key = format!("season/{command}/{slug}");
        let at = "2024-11-05T10:00";
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
    Ok(nomination)
}

/// 12 November: the unit votes on its collective; 15 November: its group is ranked.
pub(super) async fn endorse_collective(
    player: &mut Player,
    nomination: &str,
) -> anyhow::Result<()> {
    let item = item(nomination, (11, 0), 0);
    meeting(player, &COLLECTIVE_UNIT, ("2024-11-12", 11, 12), item).await?;
    let rank = Step {
        at: "2024-11-15T09:00",
        who: REVIEW_HEAD,
        command: "rank_group",
        key: "season/rank/agencies",
        content: json!({ "campaign": CAMPAIGN, "group": "agencies", "ranking": [nomination] }),
    };
    // The agencies include the own office of Home Affairs, so the Chairman stands behind it.
    player.act_for(rank, Some(AUTHORITY)).await?;
    Ok(())
}

/// 19 November: the Office votes; the nominee steps out.
pub(super) async fn endorse_individual(
    player: &mut Player,
    nomination: &str,
) -> anyhow::Result<()> {
    let item = item(nomination, (14, 1), 1);
    meeting(player, &INDIVIDUAL_UNIT, ("2024-11-19", 16, 18), item).await
}

fn item(nomination: &str, (votes_for, votes_against): (u32, u32), recused: u32) -> Value {
    json!({
        "nomination": nomination,
        "tally": { "votes_for": votes_for, "votes_against": votes_against },
        "recused": recused,
    })
}

async fn meeting(
    player: &mut Player,
    unit: &Unit,
    (date, present, total): (&str, u32, u32),
    item: Value,
) -> anyhow::Result<()> {
    let at = format!("{date}T16:00");
    let title = format!("Bien ban hop {} ngay {date}", unit.slug);
    let minutes = player
        .upload(&at, unit.secretary, "authority", ("minutes", &title))
        .await?;
    let step = Step {
        at: &at,
        who: unit.secretary,
        command: "record_unit_meeting",
        key: &format!("season/meeting/{}", unit.slug),
        content: json!({
            "session": unit.first(),
            "date": date,
            "place": "Phòng họp cơ quan",
            "chair": player.cast().assignment(unit.head)?,
            "present": present,
            "total": total,
            "items": [item],
            "minutes": minutes,
        }),
    };
    player.act(step).await?;
    Ok(())
}
