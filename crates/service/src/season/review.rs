//! Step 9: review by Home Affairs, and by substitutes for Home Affairs.

use serde_json::{Value, json};

use super::{
    facts, hold, intake,
    people::Who,
    script::{Season, of_unit, review_head, reviewer, substitute_confirmer, substitute_reviewer},
    table::{Nominee, Unit},
};
use khen_domain::NomineeKind;

const COLLECTIVE_CRITERIA: [&str; 6] = ["C1", "C2", "C3", "C4", "C4x", "C5"];
const INDIVIDUAL_CRITERIA: [&str; 5] = ["I1", "I2", "I3", "I4", "I5"];

/// Who was received by 29 November, but for Home Affairs itself.
const RECEIVED: [&str; 11] = [
    "C1", "C2", "C3", "C4", "C5", "I1", "I3", "I7", "I8", "I10", "I13",
];
/// Received on 3 December.
const RECEIVED_LATER: &str = "I5";
/// Of Home Affairs: reviewed by substitutes.
const OF_HOME_AFFAIRS: &str = "I14";
/// Who passes.
const PASSED: [&str; 12] = [
    "C1", "C2", "C3", "C4", "I1", "I3", "I5", "I7", "I8", "I10", "I13", "I14",
];

/// 2 to 6 December: reviewers are assigned, C3 is asked for more, C5 is held.
pub(super) async fn begin(season: &Season) -> anyhow::Result<()> {
    season.player.at("2024-12-02T09:00")?;
    let mut received = season.nominations(&RECEIVED)?;
    received.extend(of_copies(season, OF_HOME_AFFAIRS)?);
    assign(
        season,
        (&review_head(), &reviewer()),
        ("received", received),
    )
    .await?;
    season.player.at("2024-12-02T10:00")?;
    let own = vec![season.nomination(OF_HOME_AFFAIRS)?];
    let substitutes = (&substitute_confirmer(), &substitute_reviewer());
    assign(season, substitutes, ("home-affairs", own)).await?;
    intake::take_again(season).await?;
    hold::place(season).await?;
    season.player.at("2024-12-04T08:30")?;
    let later = season.nominations(&[RECEIVED_LATER])?;
    assign(season, (&review_head(), &reviewer()), ("later", later)).await?;
    ask_for_more(season).await?;
    hold::discipline(season).await?;
    season.player.at("2024-12-06T17:00")
}

/// 10 to 16 December: facts become final, every criterion is found, the heads confirm.
pub(super) async fn finish(season: &Season) -> anyhow::Result<()> {
    facts::initiatives(season).await?;
    supplement(season).await?;
    facts::results(season).await?;
    facts::index(season).await?;
    facts::ratings(season).await?;
    season.player.at("2024-12-13T09:00")?;
    let passed = season
        .nominees()
        .filter(|(_, nominee)| PASSED.contains(&nominee.base));
    season
        .each(passed, |(_, nominee)| find(season, nominee))
        .await?;
    let (others, own) = (
        all_but_own(season)?,
        vec![season.nomination(OF_HOME_AFFAIRS)?],
    );
    season.player.at("2024-12-13T15:00")?;
    for (actor, part, nominations) in [
        (reviewer(), "others", &others),
        (substitute_reviewer(), "home-affairs", &own),
    ] {
        let content = json!({ "nominations": nominations });
        season
            .act(&actor, ("recommend_pass", part), content)
            .await?;
    }
    season.player.at("2024-12-16T09:00")?;
    for (actor, part, nominations) in [
        (review_head(), "others", &others),
        (substitute_confirmer(), "home-affairs", &own),
    ] {
        let content = json!({ "pass": nominations });
        season
            .act(&actor, ("confirm_reviews", part), content)
            .await?;
    }
    Ok(())
}

/// The nominations that pass.
pub(super) fn passed(season: &Season) -> anyhow::Result<Vec<String>> {
    season.nominations(&PASSED)
}

fn all_but_own(season: &Season) -> anyhow::Result<Vec<String>> {
    let own = season.nomination(OF_HOME_AFFAIRS)?;
    let passed = passed(season)?.into_iter();
    Ok(passed.filter(|nomination| *nomination != own).collect())
}

/// The nominations of the copies of a nominee, without the first.
fn of_copies(season: &Season, base: &str) -> anyhow::Result<Vec<String>> {
    let all = season.nominations(&[base])?;
    Ok(all.into_iter().skip(1).collect())
}

async fn assign(
    season: &Season,
    (confirmer, reviewer): (&Who, &Who),
    (part, nominations): (&str, Vec<String>),
) -> anyhow::Result<()> {
    let content = json!({
        "nominations": nominations,
        "reviewer": season.player.cast().assignment(reviewer)?,
    });
    season
        .act(confirmer, ("assign_reviewer", part), content)
        .await?;
    Ok(())
}

/// 4 December: the decision that recognises the initiative of C3 is missing.
async fn ask_for_more(season: &Season) -> anyhow::Result<()> {
    season.player.at("2024-12-04T10:00")?;
    season
        .each(season.nominations(&["C3"])?, |nomination| async move {
            let content = json!({
                "nomination": nomination,
                "items": [{ "part": "evidence", "criterion": "C3", "defect": "missing" }],
                "due": "2024-12-11",
                "note": "Đề nghị bổ sung quyết định công nhận sáng kiến.",
            });
            let command = ("request_supplement", nomination.as_str());
            season.act(&reviewer(), command, content).await.map(drop)
        })
        .await
}

/// 10 December: the decision comes.
async fn supplement(season: &Season) -> anyhow::Result<()> {
    season.player.at("2024-12-10T09:00")?;
    let units = season.units_of("dich-vu-nong-nghiep");
    season.each(units, |unit| send_more(season, unit)).await
}

async fn send_more(season: &Season, unit: &Unit) -> anyhow::Result<()> {
    let Some(nominee) = unit.nominees.first() else {
        return Ok(());
    };
    let nomination = season.nomination(&nominee.code)?;
    let title = format!("Quyet dinh cong nhan sang kien {}", unit.slug);
    let owner = format!("nomination:{nomination}");
    let paper = ("evidence", title.as_str());
    let evidence = season.player.upload(&unit.officer, &owner, paper).await?;
    let content = json!({
        "submission": of_unit(unit, 1),
        "items": [{ "nomination": nomination, "documents": [evidence] }],
    });
    let command = ("resubmit", unit.slug.as_str());
    season.act(&unit.chair, command, content).await.map(drop)
}

/// 13 December: every criterion is met.
async fn find(season: &Season, nominee: &Nominee) -> anyhow::Result<()> {
    let criteria: &[&str] = match nominee.kind {
        NomineeKind::Collective => &COLLECTIVE_CRITERIA,
        NomineeKind::Individual => &INDIVIDUAL_CRITERIA,
    };
    let findings: Vec<Value> = criteria
        .iter()
        .map(|criterion| json!({ "criterion": criterion, "value": "met" }))
        .collect();
    let content = json!({
        "nomination": season.nomination(&nominee.code)?,
        "findings": findings,
    });
    let actor = if nominee.code == OF_HOME_AFFAIRS {
        substitute_reviewer()
    } else {
        reviewer()
    };
    let command = ("record_finding", nominee.code.as_str());
    season.act(&actor, command, content).await.map(drop)
}
