//! Steps 5 and 20: the units propose, and one asks what a criterion means.

use serde_json::{Value, json};

use super::{
    people::who,
    player,
    script::{CAMPAIGN, Season, review_head},
    table::{Nominee, Unit},
};
use khen_domain::{NomineeKind, Role};

/// 5 to 11 November: each unit drafts, attaches the report, has it confirmed, and proposes.
pub(super) async fn play(season: &Season) -> anyhow::Result<()> {
    season.player.at("2024-11-05T08:00")?;
    season
        .each(season.nominees(), |(unit, nominee)| {
            draft(season, unit, nominee)
        })
        .await?;
    season.player.at("2024-11-05T16:00")?;
    ask(season).await?;
    season.player.at("2024-11-08T09:00")?;
    season
        .each(season.nominees(), |(unit, nominee)| {
            report(season, unit, nominee)
        })
        .await?;
    season.player.at("2024-11-08T15:00")?;
    answer(season).await?;
    season.player.at("2024-11-11T09:00")?;
    season
        .each(season.nominees(), |(unit, nominee)| {
            propose(season, unit, nominee)
        })
        .await
}

async fn draft(season: &Season, unit: &Unit, nominee: &Nominee) -> anyhow::Result<()> {
    let content = json!({
        "campaign": CAMPAIGN,
        "unit": unit.slug,
        "candidate": candidate(season, nominee)?,
    });
    let command = ("draft_nomination", nominee.code.as_str());
    let answer = season.act(&unit.officer, command, content).await?;
    season.remember(&nominee.code, player::stream(&answer, "nomination")?);
    Ok(())
}

fn candidate(season: &Season, nominee: &Nominee) -> anyhow::Result<Value> {
    Ok(match nominee.kind {
        NomineeKind::Collective => json!({ "kind": "collective" }),
        NomineeKind::Individual => {
            let person = who(nominee.code.as_str(), Role::Nominee);
            let part = season.player.cast().part(&person)?;
            json!({
                "kind": "individual",
                "person": part.person,
                "name": part.name,
                "title": part.title,
            })
        }
    })
}

/// The report comes to the nomination; the head, or the deputy for the head, records that the
/// nominee has confirmed it.
async fn report(season: &Season, unit: &Unit, nominee: &Nominee) -> anyhow::Result<()> {
    let nomination = season.nomination(&nominee.code)?;
    let owner = format!("nomination:{nomination}");
    let title = format!("Bao cao thanh tich {nomination}");
    let paper = ("achievement_report", title.as_str());
    let report = season.player.upload(&unit.officer, &owner, paper).await?;
    let sha256 = report["sha256"].clone();
    let attached = json!({ "nomination": nomination, "document": report });
    let command = ("attach_report", nominee.code.as_str());
    season.act(&unit.officer, command, attached).await?;
    let confirmer = if unit.head.handle == nominee.code {
        &unit.chair
    } else {
        &unit.head
    };
    let confirmed = json!({ "nomination": nomination, "sha256": sha256 });
    let command = ("confirm_report", nominee.code.as_str());
    season.act(confirmer, command, confirmed).await.map(drop)
}

async fn propose(season: &Season, unit: &Unit, nominee: &Nominee) -> anyhow::Result<()> {
    let nomination = season.nomination(&nominee.code)?;
    let content = json!({ "nomination": nomination, "declares_no_discipline": true });
    let command = ("propose_nominee", nominee.code.as_str());
    season.act(&unit.officer, command, content).await.map(drop)
}

/// 5 November: may a new model count without a recognition?
async fn ask(season: &Season) -> anyhow::Result<()> {
    let Some(unit) = season.units_of("minh-duc").next() else {
        return Ok(());
    };
    let content = json!({
        "feedback": feedback(unit),
        "topic": "criteria",
        "text": "Mô hình mới chưa được Hội đồng sáng kiến công nhận có đạt tiêu chuẩn C3 không?",
    });
    season
        .act(&unit.officer, ("file_feedback", "1"), content)
        .await?;
    Ok(())
}

/// 8 November: it may, for all; the plan stays as it is.
async fn answer(season: &Season) -> anyhow::Result<()> {
    let Some(unit) = season.units_of("minh-duc").next() else {
        return Ok(());
    };
    let content = json!({
        "feedback": feedback(unit),
        "answer": "Triển khai mô hình mới để nơi khác học tập là đủ; kế hoạch không thay đổi.",
        "general": true,
    });
    season
        .act(&review_head(), ("answer_feedback", "1"), content)
        .await?;
    Ok(())
}

fn feedback(unit: &Unit) -> String {
    format!("{CAMPAIGN}/{}/1", unit.slug)
}
