//! A unit meets and votes; its secretary records it.

use serde_json::{Value, json};

use crate::season::{player::Step, script::Meeting, stage::Season, units::Unit};
use khen_domain::NomineeKind;

/// Records the meeting, in every copy.
pub(super) async fn play(season: &Season, at: &str, meeting: &Meeting) -> anyhow::Result<()> {
    season
        .at_once(season.units_of(&meeting.unit), |unit| {
            record(season, at, (unit, meeting))
        })
        .await
}

async fn record(
    season: &Season,
    at: &str,
    (unit, meeting): (&Unit, &Meeting),
) -> anyhow::Result<()> {
    let day = at.split('T').next().unwrap_or_default();
    let title = format!("Bien ban hop {} ngay {day}", unit.slug);
    let paper = ("minutes", title.as_str());
    let minutes = season
        .player
        .upload(&unit.secretary, "authority", paper)
        .await?;
    let items = meeting.votes.iter().map(|vote| item(season, unit, vote));
    let cast = season.player.cast();
    let content = json!({
        "session": season.of_unit(unit, meeting.number),
        "date": day,
        "place": "Phòng họp cơ quan",
        "chair": cast.assignment(&unit.chair)?,
        "secretary": cast.assignment(&unit.secretary)?,
        "present": meeting.present,
        "total": meeting.staff,
        "items": items.collect::<anyhow::Result<Vec<_>>>()?,
        "minutes": minutes,
    });
    let sent = Step {
        who: &unit.secretary,
        command: "record_unit_meeting",
        at,
        part: &unit.slug,
        content,
    };
    season.player.act(sent).await.map(drop)
}

/// A nominee steps out of the own item; everybody votes on the collective.
fn item(
    season: &Season,
    unit: &Unit,
    (base, votes_for, votes_against): &(String, u32, u32),
) -> anyhow::Result<Value> {
    let nominee = unit.nominee(base)?;
    let is_individual = nominee.kind == NomineeKind::Individual;
    let is_voted = votes_for + votes_against > 0;
    Ok(json!({
        "nomination": season.nomination(&nominee.code)?,
        "tally": { "votes_for": votes_for, "votes_against": votes_against },
        "recused": u32::from(is_individual && is_voted),
    }))
}
