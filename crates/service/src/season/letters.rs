//! Step 7: the units' letters, in time and too late.

use serde_json::{Value, json};

use super::{
    intake,
    player::Step,
    script::{Season, of_unit},
    table::Unit,
};

/// A letter: who sends it, on which day, and whom it proposes.
struct Letter {
    unit: &'static str,
    day: &'static str,
    nominees: &'static [&'static str],
}

const fn letter(
    unit: &'static str,
    day: &'static str,
    nominees: &'static [&'static str],
) -> Letter {
    Letter {
        unit,
        day,
        nominees,
    }
}

const LETTERS: [Letter; 9] = [
    letter("tai-chinh-ke-hoach", "2024-11-19", &["C1"]),
    letter("tu-phap", "2024-11-20", &["C2", "I3"]),
    letter("dich-vu-nong-nghiep", "2024-11-26", &["C3"]),
    letter("tan-khai", "2024-11-26", &["C4", "I7", "I8"]),
    letter("van-phong", "2024-11-26", &["I1"]),
    letter("thanh-an", "2024-11-27", &["C5", "I13"]),
    letter("noi-vu", "2024-11-27", &["I14"]),
    letter("tai-nguyen-moi-truong", "2024-11-28", &["I5"]),
    letter("tan-hung", "2024-11-28", &["I10"]),
];

const LATE: Letter = letter("an-phu", "2024-11-29", &["I12"]);

/// What comes and goes on a day of the meetings, before they begin.
pub(super) async fn in_november(season: &Season, day: &str) -> anyhow::Result<()> {
    match day {
        "2024-11-19" => send(season, day).await,
        "2024-11-20" => {
            intake::acknowledge(season, day, &["tai-chinh-ke-hoach"]).await?;
            send(season, day).await
        }
        "2024-11-21" => intake::acknowledge(season, day, &["tu-phap"]).await,
        _ => Ok(()),
    }
}

/// 26 to 29 November: seven more letters in time, one that comes back, one too late.
pub(super) async fn late_november(season: &Season) -> anyhow::Result<()> {
    send(season, "2024-11-26").await?;
    let sent = ["dich-vu-nong-nghiep", "tan-khai", "van-phong"];
    intake::acknowledge(season, "2024-11-27", &sent).await?;
    send(season, "2024-11-27").await?;
    intake::acknowledge(season, "2024-11-28", &["thanh-an", "noi-vu"]).await?;
    send(season, "2024-11-28").await?;
    intake::acknowledge(season, "2024-11-29", &["tan-hung"]).await?;
    intake::give_back(season).await?;
    too_late(season).await
}

/// The letters of a day: prepared in the morning, sent in the afternoon.
async fn send(season: &Season, day: &str) -> anyhow::Result<()> {
    let of_day = || {
        let letters = LETTERS.iter().filter(|letter| letter.day == day);
        letters.flat_map(|letter| season.units_of(letter.unit).map(move |unit| (letter, unit)))
    };
    season.player.at(&format!("{day}T09:00"))?;
    season
        .each(of_day(), |(letter, unit)| prepare(season, letter, unit))
        .await?;
    season.player.at(&format!("{day}T15:00"))?;
    season
        .each(of_day(), |(_, unit)| async move {
            let content = json!({ "submission": of_unit(unit, 1) });
            let command = ("submit_submission", unit.slug.as_str());
            season.act(&unit.chair, command, content).await.map(drop)
        })
        .await
}

/// An Phú has all ready in the afternoon, and presses twenty minutes after the deadline.
async fn too_late(season: &Season) -> anyhow::Result<()> {
    let units = || season.units_of(LATE.unit);
    season.player.at("2024-11-29T16:00")?;
    season
        .each(units(), |unit| prepare(season, &LATE, unit))
        .await?;
    season.player.at("2024-11-29T17:20")?;
    season
        .each(units(), |unit| async move {
            let step = Step {
                who: &unit.head,
                command: "submit_submission",
                part: &unit.slug,
                content: json!({ "submission": of_unit(unit, 1) }),
            };
            season.player.is_refused(step, "deadline_passed").await
        })
        .await
}

async fn prepare(season: &Season, letter: &Letter, unit: &Unit) -> anyhow::Result<()> {
    let (slug, submission) = (unit.slug.as_str(), of_unit(unit, 1));
    let opened = json!({ "submission": submission });
    season
        .act(&unit.officer, ("open_submission", slug), opened)
        .await?;
    let signed_letter = attach(season, unit, "submission_letter").await?;
    let extract = attach(season, unit, "minutes_extract").await?;
    let listed = json!({
        "submission": submission,
        "session": of_unit(unit, unit.meetings.len()),
        "nominations": proposed(season, letter, unit)?,
    });
    season
        .act(&unit.officer, ("set_list", slug), listed)
        .await?;
    let certified = json!({ "submission": submission, "sha256": extract });
    let certify = ("certify_minutes_extract", slug);
    season.act(&unit.secretary, certify, certified).await?;
    let signed = json!({ "submission": submission, "sha256": signed_letter });
    let sign = ("sign_submission_letter", slug);
    season.act(&unit.chair, sign, signed).await?;
    Ok(())
}

/// The nominations of the unit that the letter proposes.
fn proposed(season: &Season, letter: &Letter, unit: &Unit) -> anyhow::Result<Vec<String>> {
    let nominees = unit.nominees.iter();
    nominees
        .filter(|nominee| letter.nominees.contains(&nominee.base))
        .map(|nominee| season.nomination(&nominee.code))
        .collect()
}

/// Uploads a part and attaches it; answers its hash.
async fn attach(season: &Season, unit: &Unit, part: &str) -> anyhow::Result<Value> {
    let document = upload(season, unit, part).await?;
    let hash = document["sha256"].clone();
    let attached = json!({ "submission": of_unit(unit, 1), "document": document });
    let part = format!("{}-{part}", unit.slug);
    season
        .act(&unit.officer, ("attach_part", &part), attached)
        .await?;
    Ok(hash)
}

/// Uploads a paper of the unit.
pub(super) async fn upload(season: &Season, unit: &Unit, part: &str) -> anyhow::Result<Value> {
    let title = format!("{part} {}", unit.slug);
    let paper = (part, title.as_str());
    season
        .player
        .upload(&unit.officer, "authority", paper)
        .await
}
