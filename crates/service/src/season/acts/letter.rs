//! A unit prepares its letter: both parts, the list, the extract certified, the letter signed.

use anyhow::Context as _;
use serde_json::{Value, json};

use crate::season::{papers, player::Step, script::Letter, stage::Season, units::Unit};

/// Prepares the letter, in every copy. To send it is a step of its own.
pub(super) async fn play(season: &Season, at: &str, letter: &Letter) -> anyhow::Result<()> {
    season
        .at_once(season.units_of(&letter.unit), |unit| {
            prepare(season, at, (unit, letter))
        })
        .await
}

async fn prepare(
    season: &Season,
    at: &str,
    (unit, letter): (&Unit, &Letter),
) -> anyhow::Result<()> {
    let submission = season.of_unit(unit, letter.number);
    let nominations = letter
        .nominees
        .iter()
        .map(|base| season.nomination(&unit.nominee(base)?.code))
        .collect::<anyhow::Result<Vec<_>>>()?;
    let title = |part: &str| title(part, unit, letter);
    let (first, second) = ("submission_letter", "minutes_extract");
    let named =
        |part: &str| json!({ "submission": submission, "sha256": papers::sha256(&title(part)) });
    let attached = |document: Value| json!({ "submission": submission, "document": document });
    let listed = json!({
        "submission": submission,
        "session": season.of_unit(unit, letter.meeting),
        "nominations": nominations,
    });
    let mut steps = vec![(
        &unit.officer,
        "open_submission",
        "",
        json!({ "submission": submission }),
    )];
    for part in [first, second] {
        let paper = title(part);
        let paper = (part, paper.as_str());
        let document = season
            .player
            .upload(&unit.officer, "authority", paper)
            .await?;
        steps.push((&unit.officer, "attach_part", part, attached(document)));
    }
    steps.push((&unit.officer, "set_list", "", listed));
    let mut certified = stated(season, unit, letter.meeting)?;
    certified["submission"] = json!(submission);
    certified["sha256"] = json!(papers::sha256(&title(second)));
    steps.push((&unit.secretary, "certify_minutes_extract", "", certified));
    steps.push((&unit.chair, "sign_submission_letter", "", named(first)));
    for (who, command, part, content) in steps {
        let part = &format!("{}{part}", unit.slug);
        let sent = Step {
            who,
            command,
            at,
            part,
            content,
        };
        season.player.act(sent).await?;
    }
    Ok(())
}

/// What the extract of a meeting states: who led it, who was there, and every vote.
pub(in crate::season) fn stated(
    season: &Season,
    unit: &Unit,
    number: u32,
) -> anyhow::Result<Value> {
    let meeting = season.script.meeting(&unit.base, number);
    let meeting = meeting.with_context(|| format!("{} has not met", unit.slug))?;
    let items = meeting
        .votes
        .iter()
        .map(|(base, votes_for, votes_against)| {
            let outcome = if votes_for > votes_against {
                "carried"
            } else {
                "lost"
            };
            Ok(json!({
                "nomination": season.nomination(&unit.nominee(base)?.code)?,
                "tally": { "votes_for": votes_for, "votes_against": votes_against },
                "outcome": outcome,
            }))
        });
    let cast = season.player.cast();
    Ok(json!({
        "chair": cast.assignment(&unit.chair)?,
        "secretary": cast.assignment(&unit.secretary)?,
        "stated": {
            "present": meeting.present,
            "total": meeting.staff,
            "items": items.collect::<anyhow::Result<Vec<_>>>()?,
        },
    }))
}

/// The first letter is named plainly, so that a step may refer to its papers.
fn title(part: &str, unit: &Unit, letter: &Letter) -> String {
    match letter.number {
        1 => format!("{part} {}", unit.slug),
        number => format!("{part} {} {number}", unit.slug),
    }
}
