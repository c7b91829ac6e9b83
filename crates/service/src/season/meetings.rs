//! Step 6: the units meet and rank; agencies and service units are ranked; the first letters go out.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::{
    letters, ranking,
    script::{CAMPAIGN, Season, of_unit},
    table::{Meeting, Unit},
};

/// 12 to 22 November, day by day.
pub(super) async fn play(season: &Season) -> anyhow::Result<()> {
    let days: BTreeSet<&str> = meetings(season).map(|(_, meeting)| meeting.date).collect();
    for day in days {
        if day == "2024-11-15" {
            ranking::agencies_and_service_units(season).await?;
        }
        letters::in_november(season, day).await?;
        season.player.at(&format!("{day}T16:00"))?;
        let of_day = meetings(season).filter(|(_, meeting)| meeting.date == day);
        season
            .each(of_day, |(unit, meeting)| meet(season, unit, meeting))
            .await?;
        season.player.at(&format!("{day}T16:30"))?;
        let of_day = meetings(season).filter(|(_, meeting)| meeting.date == day);
        season
            .each(of_day, |(unit, meeting)| rank(season, unit, meeting))
            .await?;
    }
    Ok(())
}

fn meetings(season: &Season) -> impl Iterator<Item = (&Unit, &Meeting)> {
    let units = season.units().iter();
    units.flat_map(|unit| unit.meetings.iter().map(move |meeting| (unit, meeting)))
}

async fn meet(season: &Season, unit: &Unit, meeting: &Meeting) -> anyhow::Result<()> {
    let title = format!("Bien ban hop {} ngay {}", unit.slug, meeting.date);
    let paper = ("minutes", title.as_str());
    let minutes = season
        .player
        .upload(&unit.secretary, "authority", paper)
        .await?;
    let items = meeting.votes.iter().map(|vote| item(season, vote));
    let cast = season.player.cast();
    let content = json!({
        "session": of_unit(unit, meeting.number),
        "date": meeting.date,
        "place": "Phòng họp cơ quan",
        "chair": cast.assignment(&unit.chair)?,
        "secretary": cast.assignment(&unit.secretary)?,
        "present": meeting.present,
        "total": unit.staff,
        "items": items.collect::<anyhow::Result<Vec<_>>>()?,
        "minutes": minutes,
    });
    let part = format!("{}-{}", unit.slug, meeting.number);
    let command = ("record_unit_meeting", part.as_str());
    season.act(&unit.secretary, command, content).await?;
    Ok(())
}

/// A nominee steps out of the own item; everybody votes on the collective.
fn item(
    season: &Season,
    (code, votes_for, votes_against): &(String, u32, u32),
) -> anyhow::Result<Value> {
    let is_individual = code.starts_with('I');
    let is_voted = votes_for + votes_against > 0;
    Ok(json!({
        "nomination": season.nomination(code)?,
        "tally": { "votes_for": votes_for, "votes_against": votes_against },
        "recused": u32::from(is_individual && is_voted),
    }))
}

/// A unit that carried several persons ranks them: as they were voted for.
async fn rank(season: &Season, unit: &Unit, meeting: &Meeting) -> anyhow::Result<()> {
    let votes = meeting.votes.iter();
    let carried: Vec<String> = votes
        .filter(|(code, votes_for, votes_against)| {
            code.starts_with('I') && votes_for > votes_against
        })
        .map(|(code, ..)| season.nomination(code))
        .collect::<anyhow::Result<_>>()?;
    if carried.len() < 2 {
        return Ok(());
    }
    let content = json!({ "campaign": CAMPAIGN, "unit": unit.slug, "ranking": carried });
    let command = ("rank_nominees", unit.slug.as_str());
    season.act(&unit.chair, command, content).await.map(drop)
}
